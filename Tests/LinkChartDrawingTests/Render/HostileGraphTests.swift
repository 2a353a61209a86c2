import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("Pictures of hostile graphs")
struct HostileGraphTests {
    @Test(
        "Every node, link and box is a group with a title; nothing runs; the same bytes each time",
        arguments: UInt64(0)..<12)
    func everythingIsThere(seed: UInt64) async throws {
        let graph = randomTypedGraph(seed: seed, TypedGraphRecipe(nodes: 14, links: 24, claimsPerLink: 2))
        var options = DrawingOptions()
        if seed.isMultiple(of: 2) { options.show(.all) }
        if seed.isMultiple(of: 3) { options.detail = .full }
        let chart = ChartBuilder.chart(of: graph, options: options)
        let drawing = try await GraphDrawing.render(graph, options: options, format: .svg)
        let tree = try XMLTree.parse(drawing.bytes).get()
        expectHarmless(tree)
        #expect(drawing.warnings.isEmpty, "seed \(seed): \(drawing.warnings)")
        for (sort, items) in [
            ("node", chart.nodes.map { ($0.id, $0.tooltip) }),
            ("edge", chart.links.map { ($0.id, $0.tooltip) }),
            ("cluster", chart.boxes.map { ($0.id, $0.tooltip) }),
        ] {
            let groups = tree.all("g").filter { $0.attributes["class"]?.hasPrefix(sort) ?? false }
            #expect(groups.count == items.count, "seed \(seed): \(sort)")
            for (id, tooltip) in items {
                let group = try #require(tree.element(id: id), "seed \(seed): \(id)")
                #expect(group.child("title")?.text == tooltip, "seed \(seed): \(id)")
            }
        }
        let again = try await GraphDrawing.render(graph, options: options, format: .svg)
        #expect(again.bytes == drawing.bytes, "seed \(seed)")
    }

    @Test("Names arrive in the picture as they are", arguments: HostileStrings.fixed)
    func names(name: String) async throws {
        var graph = Graph(title: name)
        let node = try graph.addNode(id: "x", kind: "Actor", name: name)
        let state = graph.add(.state("Hereland"))
        try graph.link(from: node, #require(graph.ontology.relation(named: "attacks")), to: state.index)
        let tree = try XMLTree.parse(try await GraphDrawing.render(graph, format: .svg).bytes).get()
        expectHarmless(tree)
        let group = try #require(tree.element(id: "node-x"))
        let drawn = group.lines.joined().filter { !$0.isWhitespace }
        let shown = printable(name).isEmpty ? "(no name)" : truncated(printable(name), cells: 72)
        #expect(drawn == shown.filter { !$0.isWhitespace }, "\(name.debugDescription)")
    }

    @Test("A large graph becomes dots with the names of the most linked, by another engine, and says so")
    func large() async throws {
        var graph = Graph()
        let nodes = (0..<180).map { graph.add(.actor("Actor \($0)")) }
        for number in 1..<180 { graph.link(nodes[number / 2], .funds, nodes[number]) }
        for number in 0..<60 { graph.link(nodes[number], .attacks, nodes[(number * 7 + 3) % 180]) }
        var options = DrawingOptions()
        options.detail = .full
        let drawing = try await GraphDrawing.render(graph, options: options, format: .svg)
        #expect(drawing.engine == .islands)
        #expect(drawing.notes.contains { $0.contains("180 nodes") })
        let tree = try XMLTree.parse(drawing.bytes).get()
        let groups = tree.all("g").filter { $0.attributes["class"]?.hasPrefix("node") ?? false }
        #expect(groups.count == 180)
        #expect(groups.count { !$0.lines.isEmpty } == Chart.mostNames)
    }

    @Test(
        "Loops, and a graph of nothing, are drawn",
        arguments: [LayoutEngine.columns, .islands, .map, .cloud, .dot, .fdp, .sfdp, .neato, .circo, .twopi])
    func extremes(engine: LayoutEngine) async throws {
        var options = DrawingOptions()
        options.engine = engine
        let nothing = try await GraphDrawing.render(Graph(), options: options, format: .svg)
        _ = try XMLTree.parse(nothing.bytes).get()
        var graph = Graph()
        let group = graph.add(.actor("Group"))
        graph.link(group, .rivals, group)
        graph.link(group, .attacks, graph.add(.state("State")))
        let tree = try XMLTree.parse(try await GraphDrawing.render(graph, options: options).bytes).get()
        let edges = tree.all("g").count { $0.attributes["class"]?.hasPrefix("edge") ?? false }
        // A map tells of links within one shape, and of what leads back to it, by their number.
        #expect(edges == (engine == .map ? 1 : 2), "\(engine)")
    }
}
