import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct ComponentsTests {
    @Test(arguments: ReferenceGraph.all)
    func agree(with reference: ReferenceGraph) throws {
        let projection = reference.plain.projection()
        #expect(labelsBySmallestNode(try projection.weakComponents()) == reference.weakComponents)
        #expect(try labelsBySmallestNode(projection.strongComponents()) == reference.strongComponents)
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func agreeWithReachability(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(1500, upTo: 12) { graph, _, context in
            let projection = graph.projection(parallelEdges: parallelEdges)
            let oracle = BruteForce(graph)
            #expect(positions(try projection.weakComponents()) == oracle.weakComponents, "\(context)")
            let strong = try projection.strongComponents()
            #expect(positions(strong) == oracle.strongComponents, "\(context)")
        }
    }

    @Test func partsAreNumberedBySizeThenSmallestNode() throws {
        let graph = PlainGraph(9, isDirected: true, [(1, 0), (2, 3), (4, 5), (5, 6), (6, 4), (6, 7)])
        let partition = try graph.projection().weakComponents()
        #expect(partition.sizes == [4, 2, 2, 1])
        #expect(partition.parts == [1, 1, 2, 2, 0, 0, 0, 0, 3])
        #expect(partition[NodeIndex(6)] == 0)
        #expect(partition[NodeIndex(9)] == nil)
        #expect(partition.members[1] == [NodeIndex(0), NodeIndex(1)])
        let strong = try graph.projection().strongComponents()
        #expect(strong.sizes == [3, 1, 1, 1, 1, 1, 1])
        #expect(strong.parts == [1, 2, 3, 4, 0, 0, 0, 5, 6])
    }

    @Test func selectedNodesAreNumberedByTheGraph() throws {
        let graph = PlainGraph(5, [(0, 1), (1, 2), (3, 4)]).graph()
        let parts = SelectedParts(nodes: [true, false, true, true, true])
        let partition = try graph.projection(.facts, isDirected: false, selection: parts)
            .weakComponents()
        #expect(partition.members == [[NodeIndex(3), NodeIndex(4)], [NodeIndex(0)], [NodeIndex(2)]])
        #expect(partition[NodeIndex(1)] == nil)
        #expect(partition[NodeIndex(4)] == 0)
    }

    @Test func partsAreJoinedToIdentifiers() throws {
        let plain = PlainGraph(5, isDirected: true, [(4, 2), (2, 4), (0, 1)])
        let graph = plain.graph()
        let partition = try graph.projection(.facts).strongComponents()
        let ranked = partition.ranked(in: graph, top: 2)
        #expect(ranked.map(\.ids) == [["n2", "n4"], ["n0"]])
        #expect(ranked.map(\.rank) == [1, 2] && ranked.map(\.size) == [2, 1])
        #expect(partition.ranked(in: graph).count == 4)
        #expect(partition.ranked(in: graph, top: -1).isEmpty)
        #expect(partition.members(of: 0).ids(in: graph) == ["n2", "n4"])
        #expect(partition.members(of: 7).isEmpty)
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(partition)) as? [String: Any]
        #expect(json?["parts"] as? [Int] == [1, 2, 0, 3, 0])
        #expect(json?["sizes"] as? [Int] == [2, 1, 1, 1])
        #expect(json?["projection"] as? String == "facts, directed, parallel edges merged")
    }

    @Test func strongComponentsCanBeStopped() {
        let projection = PlainGraph.cycle(100, isDirected: true).projection()
        let error = #expect(throws: AnalysisError.self) {
            try projection.strongComponents(execution: Execution(isCancelled: { true }))
        }
        #expect(error == .cancelled)
    }

    private func labelsBySmallestNode(_ partition: Partition) -> [Int] {
        var number: [Int: Int] = [:]
        return partition.parts.map { part in
            if let known = number[part] { return known }
            number[part] = number.count
            return number.count - 1
        }
    }

    private func positions(_ partition: Partition) -> [[Int]] {
        #expect(partition.sizes == partition.members.map(\.count))
        return partition.members.map { $0.map(\.position) }
    }
}
