import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct CutsTests {
    @Test(arguments: ReferenceGraph.all)
    func agree(with reference: ReferenceGraph) throws {
        let projection = reference.plain.projection()
        #expect(try projection.articulationPoints().map(\.position) == reference.articulationPoints)
        #expect(try ends(projection.bridges()) == reference.bridges)
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func articulationPointsAgreeWithDeletion(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(1500, upTo: 11) { graph, _, context in
            let points = try graph.projection(parallelEdges: parallelEdges).articulationPoints()
            #expect(points.map(\.position) == BruteForce(graph).articulationPoints, "\(context)")
        }
    }

    @Test func bridgesAgreeWithDeletion() throws {
        try onRandomGraphs(3000, upTo: 11) { graph, _, context in
            let removable = BruteForce(graph).bridges
            let kept = try graph.projection(keepingEdges: true).bridges()
            #expect(kept.compactMap { $0.edge?.position }.sorted() == removable, "\(context)")
            for bridge in kept {
                let link = bridge.edge.map { graph.links[$0.position] }
                #expect(
                    [link?.from, link?.to].compactMap { $0 }.sorted()
                        == [bridge.first.position, bridge.second.position], "\(context)")
            }
            let counted = try graph.projection(parallelEdges: .kept).bridges()
            #expect(ends(counted) == ends(kept), "\(context)")
            #expect(counted.allSatisfy { $0.edge == nil })

            // Merged, a pair of nodes counts as one link, whichever way and however often it is linked.
            var simple = PlainGraph(graph.nodeCount)
            simple.links = Array(
                Set(graph.links.filter { $0.from != $0.to }.map { $0.from < $0.to ? $0 : $0.reversed }))
            let pairs = BruteForce(simple).bridges.map { [simple.links[$0].from, simple.links[$0].to] }
            let merged = try ends(graph.projection().bridges())
            #expect(merged == pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }, "\(context)")
        }
    }

    /// An edge that flows both ways has two arcs, and an edge with two claims too, but either is one edge.
    @Test func anEdgeOfTwoArcsIsStillABridge() throws {
        var graph = Graph()
        let one = graph.add(.actor("One"))
        let other = graph.add(.actor("Other"))
        let edge = try graph.link(one, relation: "alliedWith", other, claim: Claim())
        graph.addClaim(Claim(modality: .confirmed), to: edge)
        for name in Projection.Name.allCases {
            for isDirected in [true, false] {
                let projection = graph.projection(name, isDirected: isDirected, keepingEdges: true)
                #expect(try projection.bridges().map(\.edge) == [edge], "\(projection.description)")
            }
        }
    }

    @Test func resultsKnowTheirProjectionAndCanBeEncoded() throws {
        let graph = PlainGraph(4, [(0, 1), (1, 2), (2, 3), (3, 1)]).graph()
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let points = try projection.articulationPoints()
        #expect(points.ids(in: graph) == ["n1"])
        let pointsJSON =
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(points)) as? [String: Any]
        #expect(pointsJSON?["nodes"] as? [Int] == [1])
        let bridges = try projection.bridges()
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(bridges)) as? [String: Any]
        #expect(json?["links"] as? [[String: Int]] == [["first": 0, "second": 1, "edge": 0]])
        #expect(json?["projection"] as? String == "facts, undirected, parallel edges counted")
    }

    @Test(arguments: [false, true])
    func canBeStopped(isDirected: Bool) {
        let stopped = Execution(isCancelled: { true })
        let projection = PlainGraph.cycle(100, isDirected: isDirected).projection()
        #expect(throws: AnalysisError.cancelled) { try projection.articulationPoints(execution: stopped) }
        #expect(throws: AnalysisError.cancelled) { try projection.bridges(execution: stopped) }
    }

    private func ends(_ bridges: Bridges) -> [[Int]] {
        bridges.map { [$0.first.position, $0.second.position] }
    }
}
