import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct DominatorsTests {
    @Test(arguments: MeasureReference.all)
    func agreeWithNetworkXAndIgraph(reference: MeasureReference) throws {
        guard let expected = reference.immediateDominators else { return }
        let tree = try reference.graph.plain.projection().dominators(from: NodeIndex(0))
        #expect(expected.indices.map { tree[NodeIndex($0)]?.position ?? -1 } == expected)
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func agreeWithDeletion(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(2000, upTo: 12) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let root = random.below(graph.nodeCount)
            let forth = try graph.projection(parallelEdges: parallelEdges).dominators(from: NodeIndex(root))
            expectEqual(forth, BruteForce(graph).dominators(from: root), context)
            let reversed = PlainGraph(
                graph.nodeCount, isDirected: graph.isDirected, links: graph.links.map(\.reversed))
            let back = try reversed.projection(parallelEdges: parallelEdges).postdominators(
                to: NodeIndex(root))
            expectEqual(back, BruteForce(graph).dominators(from: root), context)
            #expect(forth.direction == .fromRoot && back.direction == .toRoot)
        }
    }

    private func expectEqual(_ tree: DominatorTree, _ expected: [Set<Int>?], _ context: String) {
        for (node, dominators) in expected.enumerated() {
            let index = NodeIndex(node)
            #expect(tree.isReached(index) == (dominators != nil), "\(context)")
            let chain = tree.dominators(of: index).map(\.position)
            #expect(Set(chain) == (dominators ?? []).subtracting([node]), "\(context)")
            #expect(chain.count == Set(chain).count, "\(context)")
            #expect(tree[index]?.position == chain.first, "\(context)")
            // Nearest first: each is dominated by all that follow.
            for (place, above) in chain.enumerated() {
                #expect(
                    Set(tree.dominators(of: NodeIndex(above)).map(\.position)) == Set(chain[(place + 1)...]))
            }
            for other in expected.indices {
                #expect(
                    tree.dominates(NodeIndex(other), index) == (dominators?.contains(other) == true),
                    "\(context)")
            }
            let below = expected.indices.filter { $0 != node && expected[$0]?.contains(node) == true }
            #expect(tree.dominated(by: index).map(\.position) == below, "\(context)")
            #expect(tree.dominatedCount(by: index) == (dominators == nil ? nil : below.count), "\(context)")
        }
    }

    /// The graph of Lengauer's and Tarjan's article.
    @Test func publishedExample() throws {
        let names = "RABCDEFGHIJKL".map { String($0) }
        let arcs = "RA RB RC AD BA BD BE CF CG DL EH FI GI GJ HE HK IK JI KI KR LH".split(separator: " ")
        func number(_ name: Character) -> Int { names.firstIndex(of: String(name)) ?? 0 }
        let graph = PlainGraph(
            13, isDirected: true, arcs.map { (number($0.first ?? "R"), number($0.last ?? "R")) })
        let tree = try graph.projection().dominators(from: NodeIndex(0))
        let found = names.indices.map { node in tree[NodeIndex(node)].map { names[$0.position] } ?? "-" }
        #expect(found.joined() == "-RRRRRCCRRGRD")
    }

    @Test func aDeepGraph() throws {
        let count = 200_000
        let path = PlainGraph.path(count, isDirected: true).projection()
        let tree = try path.dominators(from: NodeIndex(0))
        #expect(tree.dominators(of: NodeIndex(count - 1)).count == count - 1)
        #expect(tree.dominatedCount(by: NodeIndex(1)) == count - 2)
        #expect(tree.dominates(NodeIndex(5), NodeIndex(count - 1)))
        let back = try path.postdominators(to: NodeIndex(count - 1))
        #expect(back[NodeIndex(0)] == NodeIndex(1))
        // Ways back that must be looked through again and again unless they are made short.
        var ladder = PlainGraph.path(count, isDirected: true)
        ladder.links += (2..<count).map { .init($0, $0 - 2) } + (1..<count / 2).map { .init(0, 2 * $0) }
        let flat = try ladder.projection().dominators(from: NodeIndex(0))
        #expect(
            flat[NodeIndex(count - 1)] == NodeIndex(count - 2) && flat[NodeIndex(count - 2)] == NodeIndex(0))
    }

    @Test func gatekeepersAreRanked() throws {
        let graph = PlainGraph(7, isDirected: true, [(0, 1), (1, 2), (1, 3), (0, 4), (4, 5), (5, 4)]).graph()
        let tree = try graph.projection(.facts).dominators(from: NodeIndex(0))
        #expect(tree.ranked(in: graph).map(\.id) == ["n1", "n4"])
        #expect(tree.ranked(in: graph).map(\.score) == [2, 1])
        #expect(tree.ranked(in: graph, top: 1).map(\.rank) == [1])
        #expect(tree.ranked(in: graph, top: 0).isEmpty && tree.ranked(in: graph, top: -1).isEmpty)
    }

    @Test func impossibleQuestionsAndStops() throws {
        let projection = PlainGraph.path(5, isDirected: true).projection()
        let error = #expect(throws: AnalysisError.self) { try projection.dominators(from: NodeIndex(5)) }
        #expect(error?.code == .unknownNode)
        let stopped = Execution(isCancelled: { true })
        #expect(throws: AnalysisError.cancelled) {
            try projection.postdominators(to: NodeIndex(0), execution: stopped)
        }
        let alone = try PlainGraph(1).projection().dominators(from: NodeIndex(0))
        #expect(alone[NodeIndex(0)] == nil && alone.isReached(NodeIndex(0)))
        #expect(!alone.isReached(NodeIndex(1)) && alone.dominators(of: NodeIndex(1)).isEmpty)
    }

    @Test func canBeEncoded() throws {
        let tree = try PlainGraph(4, isDirected: true, [(1, 0), (0, 2)]).projection()
            .dominators(from: NodeIndex(1))
        let json = try #require(
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(tree)) as? [String: Any])
        #expect(json["root"] as? Int == 1 && json["direction"] as? String == "fromRoot")
        #expect(
            json["immediateDominators"] as? [[String: Int]] == [
                ["node": 0, "dominator": 1], ["node": 2, "dominator": 0],
            ])
    }
}
