import LinkChartModel
import Testing

@testable import LinkChartDrawing

@Suite("Rendering a graph")
struct RenderTests {
    static func small() -> Graph {
        var graph = Graph(title: "Two states")
        let here = graph.add(.state("Hereland"))
        let there = graph.add(.state("Thereland"))
        let group = graph.add(.actor("Group <One> & \"Two\"", id: "group"))
        let author = graph.add(.person("An Author"))
        graph.link(
            here, .hosts, group, attributes: ["fighters": ["moreThan": 6000]],
            claim: Claim(by: author, statement: "They stay there."))
        graph.link(group, .basedIn, here)
        graph.link(group, .attacks, there, claim: Claim(by: author, statement: "It strikes."))
        return graph
    }

    @Test("The SVG has a group with id, class and title for nodes, links and boxes")
    func groups() async throws {
        let drawing = try await GraphDrawing.render(Self.small(), format: .svg)
        let svg = plain(drawing.bytes)
        #expect(drawing.engine == .columns)
        #expect(svg.contains("id=\"node-group\" class=\"node kind-Actor\""))
        #expect(svg.contains("xborder"))
        #expect(svg.contains("Group &lt;One&gt; &amp; &quot;Two&quot; attacks Thereland"))
        #expect(svg.contains("It strikes."))
        #expect(svg.contains("id=\"box-hereland\""))
        #expect(!svg.contains("<script") && !svg.contains("<!DOCTYPE"))
    }

    @Test("PNG and PDF begin as such files do, and DOT can be drawn again")
    func formats() async throws {
        let graph = Self.small()
        #expect(
            try await GraphDrawing.render(graph, format: .png).bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(try await GraphDrawing.render(graph, format: .pdf).bytes.starts(with: Array("%PDF".utf8)))
        let dot = String(decoding: try await GraphDrawing.render(graph, format: .dot).bytes, as: UTF8.self)
        let (layout, warnings) = try await GraphvizEngine.layout(dot: dot, engine: .dot)
        #expect(layout.nodes.count == 2 && warnings.isEmpty)
    }
}

/// The text of an SVG with the hyphens that Graphviz writes as entities.
func plain(_ svg: [UInt8]) -> String {
    String(decoding: svg, as: UTF8.self).split(separator: "&#45;", omittingEmptySubsequences: false)
        .joined(separator: "-")
}
