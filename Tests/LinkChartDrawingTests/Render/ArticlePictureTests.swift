import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

@testable import LinkChartDrawing

/// The picture of the article's graph, which is the one that a stranger sees first.
@Suite("The picture of the article")
struct ArticlePictureTests {
    private static func article() throws -> Graph {
        let repository = URL(filePath: #filePath).appending(path: "../../../../").standardized
        let result = try readGraph(paths: [
            repository.appending(path: "graphs/afghanistan.linkchart.yaml").path()
        ])
        try #require(!result.hasErrors)
        return result.graph
    }

    /// The picture's geometry, and how it came about.
    private static func layout(_ options: DrawingOptions = DrawingOptions()) throws -> DrawingSession {
        var session = DrawingSession(graph: try article(), options: options, format: .svg)
        while let job = session.nextJob() { try session.take(try run(job)) }
        return session
    }

    private static func run(_ job: GraphvizJob) throws -> GraphvizOutput {
        try GraphvizEngine.runBlocking(job)
    }

    @Test("Nothing overlaps, boxes hold their nodes, links avoid nodes, and every sort of link has its words")
    func quality() throws {
        let session = try Self.layout()
        let layout = try #require(session.layout)
        let chart = session.chart
        #expect(session.engine == .columns)
        let labels = layout.labels.compactMap { $0?.frame }
        for (number, frame) in labels.enumerated() {
            #expect(!layout.nodes.contains(where: frame.overlaps))
            #expect(!labels[(number + 1)...].contains(where: frame.overlaps))
        }
        #expect(chart.omissions.unlabelled == 0)
        for (number, frame) in layout.nodes.enumerated() {
            #expect(!layout.nodes[(number + 1)...].contains { $0.inset(by: 0.01).overlaps(frame) })
            let box = try chart.nodes[number].box.map { try #require(layout.boxes[$0]) }
            #expect(box?.contains(frame) ?? true)
        }
        for (number, link) in chart.links.enumerated() {
            let points = LabelPlacer.pieces(of: layout.courses[number])
            for (node, frame) in layout.nodes.enumerated() where node != link.tail && node != link.head {
                let inner = frame.inset(by: 3)
                #expect(!zip(points, points.dropFirst()).contains { inner.isCrossed(from: $0.0, to: $0.1) })
            }
        }
    }

    @Test("It is readable: few crossings, a page that fits a screen at full size")
    func readable() throws {
        let session = try Self.layout()
        let layout = try #require(session.layout)
        // At 96 dots per inch a point is 4/3 pixels: names of 11 points then have 13 pixels and more.
        #expect(layout.size.width < 1400 && layout.size.height < 1000, "\(layout.size)")
        #expect((1.2...2.4).contains(layout.size.width / layout.size.height), "\(layout.size)")
        let lines = layout.courses.map(LabelPlacer.pieces)
        var crossings = 0
        for (first, link) in session.chart.links.enumerated() {
            for (second, other) in session.chart.links.enumerated() where second > first {
                if [link.tail, link.head].contains(where: [other.tail, other.head].contains) { continue }
                for (a, b) in zip(lines[first], lines[first].dropFirst()) {
                    for (c, d) in zip(lines[second], lines[second].dropFirst())
                    where segmentsCross(a, b, c, d) {
                        crossings += 1
                    }
                }
            }
        }
        // A defect of the layout shows as hundreds.
        #expect(crossings < 120, "\(crossings)")
    }

    @Test("Everything of the graph is drawn, folded into something drawn, or counted as left out")
    func nothingIsLost() throws {
        let graph = try Self.article()
        let chart = ChartBuilder.chart(of: graph, options: DrawingOptions())
        let omissions = chart.omissions
        let drawn = chart.nodes.reduce(0) { $0 + $1.members.count + $1.absorbed.count }
        let boxed = chart.boxes.count { $0.standsForNode }
        #expect(
            drawn + boxed + omissions.discourseNodes + omissions.foldedDocuments + omissions.scattered
                == graph.nodeCount)
        #expect(omissions.unestablished == 12)
        let full = ChartBuilder.chart(
            of: graph,
            options: {
                var options = DrawingOptions()
                options.show(.all)
                options.detail = .full
                return options
            }())
        #expect(full.nodes.count == graph.nodeCount && full.links.count == graph.edgeCount)
        #expect(full.omissions.leftOut.isEmpty)
    }

    @Test("Every statement of a drawn link is in the SVG, with who makes it")
    func statements() throws {
        let graph = try Self.article()
        let session = try Self.layout()
        let tree = try XMLTree.parse(session.bytes).get()
        expectHarmless(tree)
        let titles = tree.all("title").map(\.text).joined(separator: "\n")
        let ttp = try #require(graph.node(id: "ttp"))
        for edge in graph.edges where edge.source == ttp || edge.target == ttp {
            guard graph.standing(of: edge.index).isEstablished,
                graph.ontology[edge.relation].name != "reportsOn"
            else { continue }
            for claim in edge.claims {
                #expect(titles.contains(try #require(claim.statement)), "\(edge.id)")
            }
        }
        #expect(titles.contains("United Nations, as told by Mazhar Siddique Khan, estimated, L12"))
    }

    @Test("The chains from Afghanistan to China stand out")
    func highlight() throws {
        let graph = try Self.article()
        var options = DrawingOptions()
        options.highlight = .init(
            from: try #require(graph.node(id: "afghanistan")), to: try #require(graph.node(id: "china")))
        let session = try Self.layout(options)
        let strong = session.chart.links.filter { $0.emphasis == .strong }
        let ends = Set(strong.flatMap { [session.chart.nodes[$0.tail].id, session.chart.nodes[$0.head].id] })
        #expect(ends.isSuperset(of: ["node-afghanistan", "node-china", "node-tajikistan-drone-attack"]))
        #expect(String(decoding: session.bytes, as: UTF8.self).contains("highlight"))
    }
}
