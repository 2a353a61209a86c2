import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct RankingTests {
    private func graph(ids: [String], _ links: [(Int, Int)]) throws -> Graph {
        var graph = Graph()
        for id in ids { _ = try graph.addNode(id: id, kind: .entity) }
        let relation = try #require(graph.ontology.relation(named: "relatedTo"))
        for (from, to) in links {
            _ = try graph.link(from: NodeIndex(from), relation, to: NodeIndex(to))
        }
        return graph
    }

    @Test func byScoreThenByIdentifier() throws {
        let graph = try graph(ids: ["z", "B", "a", "é", "10", "9"], [(0, 1), (0, 2), (3, 4)])
        let scores = graph.projection(.facts, isDirected: false).degreeCentrality()
        let ranked = scores.ranked(in: graph)
        #expect(ranked.map(\.id) == ["z", "10", "B", "a", "é", "9"])
        #expect(ranked.map(\.score) == [2, 1, 1, 1, 1, 0])
        #expect(ranked.map(\.rank) == Array(1...6))
        for top in 0...7 { #expect(scores.ranked(in: graph, top: top) == Array(ranked.prefix(top))) }
        #expect(scores.ranked(in: graph, top: -1).isEmpty)
    }

    @Test func aFewOfManyEqualOnes() throws {
        let count = 500
        let graph = PlainGraph.star(count).graph()
        let scores = graph.projection(.facts, isDirected: false).degreeCentrality()
        let byID = (1..<count).map { "n\($0)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for top in [1, 2, 3, 10, 29, 30, 31, 200, count] {
            #expect(scores.ranked(in: graph, top: top).map(\.id) == Array((["n0"] + byID).prefix(top)))
        }
    }

    /// Nodes that a rotation maps onto each other have the same betweenness but for rounding.
    @Test func roundingDoesNotOrderNodesOfTheSamePosition() throws {
        var random = SplitMix64(seed: 11)
        for count in [7, 12, 19, 30] {
            let shifts = (0..<3).map { _ in 1 + random.below(count - 1) }
            let links = Set(
                (0..<count).flatMap { node in shifts.map { PlainGraph.Link(node, (node + $0) % count) } })
            let plain = PlainGraph(count, isDirected: true, links: Array(links))
            let graph = plain.graph()
            let projection = graph.projection(.facts)
            for measure in CentralityMeasure.allCases {
                let ranked = try projection.centrality(measure).ranked(in: graph)
                #expect(Set(ranked.map(\.score)).count == 1, "\(measure)")
                let ids = ranked.map(\.id)
                #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "\(measure)")
            }
        }
    }

    @Test func selectedNodesKeepTheirIdentity() throws {
        let graph = try graph(ids: ["a", "b", "c", "d"], [(0, 1), (2, 3), (1, 3), (0, 3)])
        let parts = SelectedParts(nodes: [true, false, true, true])
        let projection = graph.projection(.facts, selection: parts)
        let scores = projection.degreeCentrality(.incoming)
        #expect(scores.ranked(in: graph).map(\.id) == ["d", "a", "c"])
        #expect(scores[NodeIndex(3)] == 2)
        #expect(scores[NodeIndex(1)] == nil)
        #expect(scores[NodeIndex(99)] == nil)
        #expect(scores.projection.description == "facts, directed, parallel edges merged")
        #expect(scores.isWhole)
        #expect(!projection.degreeCentrality(normalized: true).isWhole)
        #expect(try !projection.harmonicCentrality().isWhole)
    }
}
