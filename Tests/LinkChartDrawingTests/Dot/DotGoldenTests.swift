import Foundation
import LinkChartModel
import Testing

@testable import LinkChartDrawing

/// The DOT text of small charts, letter by letter. Places and sizes are made up, so that no font plays a part.
/// Run with LINKCHART_UPDATE_GOLDEN=1 to write the files anew, then read the difference.
@Suite("DOT text")
struct DotGoldenTests {
    private static func conflict() throws -> Graph {
        var graph = Graph(title: "A <conflict> & \"more\"")
        let here = graph.add(.state("Hereland"))
        let there = graph.add(.state("Thereland"))
        let group = graph.add(.actor("Group\\One", id: "g 1", aliases: ["تحریکِ طالبان", "塔利班"]))
        let author = graph.add(.person("Author"))
        let blast = graph.add(.incident("Blast", attributes: ["date": "XXXX-11-27"]))
        graph.link(
            here, .hosts, group, attributes: ["fighters": ["moreThan": 600]],
            claim: Claim(by: author, locator: .line(3), statement: "They <stay> there."))
        graph.link(group, .basedIn, here)
        graph.link(group, .attacks, there, claim: Claim(by: author, statement: "It strikes."))
        graph.link(blast, .perpetratedBy, group)
        graph.link(author, .warns, group)
        graph.link(group, .funds, graph.add(.actor("Rumoured")), claim: Claim(by: author, modality: .alleged))
        return graph
    }

    private static func made(_ graph: Graph, _ options: DrawingOptions) -> (DotWriter, ChartLayout) {
        let chart = ChartBuilder.chart(of: graph, options: options)
        var writer = DotWriter(chart: chart, ontology: graph.ontology, theme: options.theme)
        writer.writesTooltips = true
        let texts = Set(chart.links.flatMap(LabelPlacer.shapes))
        let sizes = ChartSizes(
            nodes: chart.nodes.map { _ in GraphLayout.Size(width: 80, height: 30) },
            titles: chart.boxes.map { _ in GraphLayout.Size(width: 60, height: 14) },
            labels: Dictionary(
                uniqueKeysWithValues: texts.map { ($0, GraphLayout.Size(width: 30, height: 11)) }))
        var layout = ColumnLayout(chart, sizes: sizes).layout()
        let titles = zip(layout.titles, sizes.titles).map { Rectangle(centre: $0, size: $1) }
        var router = LinkRouter(chart: chart, layout: layout, titles: titles, writer: writer)
        layout.courses = router.courses()
        layout.labels =
            LabelPlacer(chart: chart, layout: layout, titles: titles)
            .place(sizes: sizes.labels, limit: 60).labels
        writer.legend = Legend(writer: writer).markup(width: layout.size.width)
        layout.legend = GraphLayout.Point(x: 100, y: layout.size.height + 40)
        return (writer, layout)
    }

    private func expectGolden(_ text: String, _ name: String) throws {
        let file = URL(filePath: #filePath).appending(path: "../Golden/\(name)").standardized
        if ProcessInfo.processInfo.environment["LINKCHART_UPDATE_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name) differs")
    }

    @Test("Light, with everything folded")
    func light() throws {
        let (writer, layout) = Self.made(try Self.conflict(), DrawingOptions())
        try expectGolden(writer.placed(layout), "light.dot")
    }

    @Test("Dark, with everything there is")
    func dark() throws {
        var options = DrawingOptions()
        options.show(.all)
        options.detail = .full
        options.theme = .dark
        let (writer, layout) = Self.made(try Self.conflict(), options)
        try expectGolden(writer.placed(layout), "dark.dot")
    }

    @Test("For Graphviz's engine dot to lay out")
    func unplaced() throws {
        let (writer, _) = Self.made(try Self.conflict(), DrawingOptions())
        try expectGolden(writer.unplaced(for: .dot), "unplaced.dot")
    }

    @Test("Graphviz reads the text without a warning, and a label never exceeds what it takes")
    func isRead() throws {
        let (writer, layout) = Self.made(try Self.conflict(), DrawingOptions())
        for text in [writer.placed(layout), writer.unplaced(for: .dot)] {
            let (read, warnings) = try GraphvizEngine.layoutBlocking(dot: text, engine: .dot)
            #expect(warnings.isEmpty && read.nodes.count == writer.chart.nodes.count)
        }
    }

    @Test("The longest legend is shorter than the 16,000 bytes that Graphviz takes")
    func longestLegend() throws {
        var graph = Graph(title: String(repeating: "<\u{20000}>", count: 500))
        let nodes = try graph.ontology.kinds.map { try graph.addNode(id: $0.name, kind: $0.name) }
        for (number, definition) in graph.ontology.relations.enumerated() {
            let relation = RelationID(rawValue: UInt16(number))
            for from in nodes {
                for to in nodes
                where graph.ontology.allows(graph.kind(of: from), relation, graph.kind(of: to)) {
                    _ = try graph.link(from: from, relation, to: to, id: "\(definition.name) \(from) \(to)")
                }
            }
        }
        var options = DrawingOptions()
        options.show(.all)
        let chart = ChartBuilder.chart(of: graph, options: options)
        var legend = Legend(writer: DotWriter(chart: chart, ontology: graph.ontology, theme: .light))
        legend.notes = [String(repeating: "note ", count: 100)]
        for width in [100.0, 800, 5000] { #expect(legend.markup(width: width).utf8.count < 16_000) }
    }

    @Test("Numbers are written the same everywhere")
    func numbers() {
        #expect(
            [0, 1, -1.5, 0.05, 12.345, -0.001, 1e300, .nan].map(dotNumber) == [
                "0", "1", "-1.5", "0.05", "12.35", "0", "0", "0",
            ])
    }
}
