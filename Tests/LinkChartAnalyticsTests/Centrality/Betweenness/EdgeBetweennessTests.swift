import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Betweenness of links that all cost the same.
@Suite struct EdgeBetweennessTests {
    @Test(arguments: MeasureReference.all)
    func agrees(with reference: MeasureReference) throws {
        let graph = try reference.graph
        for keepingEdges in [false, true] {
            let scores = try graph.plain.projection(keepingEdges: keepingEdges).edgeBetweenness()
            #expect(
                scores.map { [$0.from.position, $0.to.position] } == graph.edges, "\(reference.name)")
            expectEqual(scores.map(\.score), reference.edgeBetweenness, reference.name)
        }
    }

    @Test func agreesWithTheDefinition() throws {
        try onRandomGraphs(800, upTo: 8) { plain, _, context in
            let expected = BruteForce(plain).cheapestBetweenness().links
            let scores = try plain.projection(keepingEdges: true).edgeBetweenness()
            #expect(scores.map(\.edge) == plain.links.indices.map { EdgeIndex($0) }, "\(context)")
            #expect(
                zip(scores, plain.links).allSatisfy { $0.from.position == $1.from && $0.to.position == $1.to }
            )
            expectEqual(scores.map(\.score), expected, context)
            let pairs = Double(plain.nodeCount * (plain.nodeCount - 1)) / (plain.isDirected ? 1 : 2)
            expectEqual(
                try plain.projection(keepingEdges: true).edgeBetweenness(normalized: true).map(\.score),
                expected.map { $0 / max(pairs, 1) }, "normalised, \(context)")
            // Merged links have what theirs have together.
            var sums: [PlainGraph.Link: Double] = [:]
            for (link, score) in zip(plain.links, expected) {
                sums[plain.isDirected || link.from <= link.to ? link : link.reversed, default: 0] += score
            }
            let merged = try plain.projection().edgeBetweenness()
            let keys = sums.keys.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
            #expect(merged.map { [$0.from.position, $0.to.position] } == keys.map { [$0.from, $0.to] })
            expectEqual(merged.map(\.score), keys.map { sums[$0] ?? -1 }, "merged, \(context)")
        }
    }

    /// Large enough for several vectors of sources, and for every way the search can go.
    @Test(arguments: 0..<12)
    func largerGraphsAgreeWithSearchesOneByOne(number: Int) throws {
        var random = SplitMix64(seed: testSeed() &+ UInt64(number))
        let plain = BetweennessTests.graph(number, using: &random)
        let graph = plain.graph(weights: plain.links.map { _ in 2 })
        let projection = graph.projection(.facts, isDirected: plain.isDirected, keepingEdges: true)
        let scores = try projection.edgeBetweenness()
        expectEqual(
            scores.map(\.score),
            try projection.edgeBetweenness(costs: .attribute("weight", of: graph)).map(\.score),
            "number \(number): \(plain)")
        // What ends at a node or runs through it comes in along its links.
        let nodes = try projection.betweennessCentrality().values
        let hops = BruteForce(plain).hops
        var into = [Double](repeating: 0, count: plain.nodeCount)
        for score in scores where score.from != score.to {
            into[score.to.position] += score.score
            if !plain.isDirected { into[score.from.position] += score.score }
        }
        let expected = (0..<plain.nodeCount).map { node in
            let reaching = Double(hops.indices.count { $0 != node && hops[$0][node] != nil })
            return plain.isDirected ? nodes[node] + reaching : 2 * nodes[node] + reaching
        }
        expectEqual(into, expected, "number \(number): \(plain)")
    }

    @Test func rankedByScoreThenByIdentifiers() throws {
        let plain = PlainGraph(5, [(3, 4), (0, 1), (1, 2), (2, 3), (1, 2)])
        let graph = plain.graph()
        let kept = try graph.projection(.facts, isDirected: false, keepingEdges: true).edgeBetweenness()
        let ranked = kept.ranked(in: graph)
        #expect(
            ranked.map { [$0.from, $0.to] }.map { $0.joined(separator: "-") } == [
                "n2-n3", "n0-n1", "n3-n4", "n1-n2", "n1-n2",
            ])
        #expect(ranked.map(\.score) == [6, 4, 4, 3, 3] && ranked.map(\.rank) == [1, 2, 3, 4, 5])
        #expect(ranked.map(\.id) == ranked.map { $0.link.edge.map { graph.id(of: $0) } })
        for top in 0...6 { #expect(kept.ranked(in: graph, top: top) == Array(ranked.prefix(top))) }
        #expect(kept[EdgeIndex(3)] == 6 && kept[EdgeIndex(9)] == nil)
        let merged = try graph.projection(.facts, isDirected: false).edgeBetweenness()
        #expect(merged.ranked(in: graph, top: 1).first?.link.edge == nil && merged[EdgeIndex(3)] == nil)
        #expect(merged.map(\.score) == [4, 6, 6, 4])
    }

    @Test func smallestGraphs() throws {
        for count in 0...3 {
            for isDirected in [true, false] {
                let scores = try PlainGraph(count, isDirected: isDirected).projection().edgeBetweenness()
                #expect(scores.isEmpty)
            }
        }
        let loop = try PlainGraph(1, [(0, 0), (0, 0)]).projection(keepingEdges: true).edgeBetweenness()
        #expect(loop.map(\.score) == [0, 0])
    }

    /// An edge that flows both ways has two arcs, and one of several claims has several.
    @Test func anEdgeIsTheSumOfItsArcs() throws {
        var graph = Graph()
        let nodes = try (0..<3).map { try graph.addNode(id: "n\($0)", kind: .entity) }
        let relation = try #require(graph.ontology.relation(named: "relatedTo"))
        let claims = [Claim(claimant: .node(nodes[0])), Claim(claimant: .node(nodes[2]))]
        _ = try graph.link(from: nodes[0], relation, to: nodes[1], claims: claims)
        _ = try graph.link(from: nodes[1], relation, to: nodes[2], claims: [claims[0]])
        let scores = try graph.projection(.claims, keepingEdges: true).edgeBetweenness()
        #expect(scores.map(\.score) == [2, 2])
    }

    @Test func resultsAreEncoded() throws {
        let scores = try PlainGraph.path(3).projection(keepingEdges: true).edgeBetweenness()
        let data = try JSONEncoder().encode(scores)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(Set(object.keys) == ["projection", "isNormalized", "links"])
        #expect((object["links"] as? [[String: Any]])?.first?["score"] as? Double == 2)
        let nodes = try JSONEncoder().encode(PlainGraph(3, [(0, 1)]).projection().burtConstraint())
        let other = try #require(try JSONSerialization.jsonObject(with: nodes) as? [String: Any])
        #expect(other["nodes"] as? [Int] == [0, 1] && other["scores"] as? [Double] == [1, 1])
        #expect(other["measure"] as? String == "constraint")
        let both = try JSONEncoder().encode(PlainGraph.path(3).projection().hits())
        #expect(try JSONSerialization.jsonObject(with: both) is [String: Any])
    }
}
