import Foundation
import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("Small multiples")
struct MultiplesTests {
    private func graph() throws -> Graph {
        var graph = Graph(title: "Panels")
        let here = graph.add(.state("Hereland"))
        let there = graph.add(.state("Thereland"))
        let group = graph.add(.actor("Group One"))
        let (a, b) = (graph.add(.person("A")), graph.add(.person("B")))
        graph.link(here, .hosts, group, valid: try EDTFDate("2001/2003"), claim: Claim(by: a))
        graph.link(group, .attacks, there, valid: try EDTFDate("2003"), claim: Claim(by: b))
        graph.link(here, .funds, group, claim: Claim(by: b))
        return graph
    }

    private func facets(_ facet: DrawingOptions.Facet) throws -> Facets {
        let graph = try graph()
        return Facets(
            facet, edges: (0..<graph.edgeCount).map { EdgeIndex($0) }, graph: graph, parts: .everything)
    }

    @Test("Panels hold what belongs to them")
    func contents() throws {
        let years = try facets(.year)
        #expect(years.facets.map(\.title) == ["2001", "2002", "2003"])
        #expect(years.facets.map(\.edges.count) == [1, 1, 2] && years.unassigned == 1)
        let claimants = try facets(.claimant)
        #expect(
            claimants.facets.map(\.title) == ["B", "A"] && claimants.facets.map(\.edges.count) == [2, 1])
        #expect(try facets(.relation).facets.map(\.title) == ["attacks", "funds", "hosts"])
        #expect(try facets(.territory).facets.map(\.title) == ["Hereland", "Thereland"])
    }

    @Test("Every panel has the same places, no two ids are the same, and the picture is well-formed")
    func picture() async throws {
        for facet in DrawingOptions.Facet.allCases {
            var options = DrawingOptions()
            options.multiples = facet
            for graph in [try graph(), Graph(title: ""), randomTypedGraph(seed: 5)] {
                let drawing = try await GraphDrawing.render(graph, options: options, format: .svg)
                let tree = try XMLTree.parse(drawing.bytes).get()
                expectHarmless(tree)
                let ids = tree.all.compactMap { $0.attributes["id"] }
                #expect(Set(ids).count == ids.count, "\(facet)")
                #expect(
                    try await GraphDrawing.render(graph, options: options, format: .svg).bytes
                        == drawing.bytes)
            }
        }
    }
}
