import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

/// What a search says beside the paths: why there are none, what is wrong, where it ended early.
@Suite struct PathAnswerTests {
    private func reason(
        _ graph: PlainGraph, _ from: Int, _ to: Int, maxHops: Int? = nil, avoiding: [Int] = []
    ) throws -> NoPathReason? {
        let projection = graph.projection(keepingEdges: true)
        let avoided = Set(avoiding.map { NodeIndex($0) })
        let one = try projection.shortestPath(
            from: NodeIndex(from), to: NodeIndex(to), maxHops: maxHops, avoiding: avoided)
        let all = try projection.allSimplePaths(
            from: NodeIndex(from), to: NodeIndex(to), maxHops: maxHops, avoiding: avoided
        ).collected()
        let cheapest = try projection.yenKShortestPaths(
            3, from: NodeIndex(from), to: NodeIndex(to), maxHops: maxHops, avoiding: avoided)
        #expect(one.noPathReason == all.noPathReason)
        #expect(one.noPathReason == cheapest.noPathReason)
        #expect((one.noPathReason == nil) == !one.paths.isEmpty)
        return one.noPathReason
    }

    @Test func whyThereIsNoPath() throws {
        let chain = PlainGraph(6, isDirected: true, [(0, 1), (1, 2), (2, 3), (4, 4), (5, 5)])
        #expect(try reason(chain, 0, 3) == nil)
        #expect(try reason(chain, 3, 0) == .nothingLeaves(NodeIndex(3)))
        #expect(try reason(chain, 2, 0) == .nothingReaches(NodeIndex(0)))
        #expect(try reason(chain, 2, 1) == .againstDirection)
        #expect(try reason(chain, 4, 1) == .nothingLeaves(NodeIndex(4)))
        #expect(try reason(chain, 1, 5) == .nothingReaches(NodeIndex(5)))
        #expect(try reason(chain, 0, 3, maxHops: 2) == .tooFar(hops: 3))
        #expect(try reason(chain, 0, 3, avoiding: [1]) == .onlyThroughAvoided)
        #expect(try reason(chain, 0, 3, avoiding: [0]) == .endAvoided(NodeIndex(0)))
        #expect(try reason(chain, 0, 3, avoiding: [3]) == .endAvoided(NodeIndex(3)))
        #expect(try reason(chain, 0, 3, avoiding: [5]) == nil)
        #expect(try reason(chain, 0, 17) == .notSelected(NodeIndex(17)))
        let pairs = PlainGraph(4, isDirected: true, [(0, 1), (1, 0), (2, 3), (3, 2)])
        #expect(try reason(pairs, 0, 2) == .differentComponents)
        #expect(try reason(pairs, 0, 0) == nil)
        #expect(try reason(PlainGraph(2), 0, 1) == .nothingLeaves(NodeIndex(0)))
    }

    @Test func reasonsAreSentencesWithNames() {
        let graph = PlainGraph.path(2).graph()
        let one = NodeIndex(1)
        let sentences = [
            NoPathReason.notSelected(one), .endAvoided(one), .nothingLeaves(one), .nothingReaches(one),
        ].map { $0.description(in: graph) }
        #expect(sentences.allSatisfy { $0.contains("n1") })
        #expect(NoPathReason.tooFar(hops: 7).description(in: graph).contains("7 hops"))
    }

    @Test func fromANodeToItselfIsAPathWithoutSteps() throws {
        let projection = PlainGraph(2, isDirected: true, [(0, 0), (0, 1), (1, 0)]).projection(
            keepingEdges: true)
        let node = NodeIndex(0)
        let sets = [
            try projection.shortestPath(from: node, to: node),
            try projection.allShortestPaths(from: node, to: node).collected(),
            try projection.allSimplePaths(from: node, to: node).collected(),
            try projection.yenKShortestPaths(5, from: node, to: node),
        ]
        for set in sets {
            #expect(set.paths.map(\.nodes) == [[node]])
            #expect(set.first?.cost == 0)
            #expect(set.truncation == nil)
        }
    }

    @Test func limitsAreReported() throws {
        let complete = PlainGraph.complete(9).projection(keepingEdges: true)
        let paths = try complete.allSimplePaths(from: NodeIndex(0), to: NodeIndex(8))
        let some = try paths.collected(SearchLimits(maxPaths: 10))
        #expect(some.paths.count == 10)
        #expect(some.truncation == .pathLimit(10))
        #expect(some.paths == Array(paths.prefix(10)))
        // 13,700 simple paths lead from one node of K9 to another: sum of 7! / k!.
        let all = try paths.collected(SearchLimits(maxPaths: 13_700))
        #expect(all.paths.count == 13_700)
        #expect(all.truncation == nil)
        #expect(try paths.collected(SearchLimits(maxPaths: 0)).truncation == .pathLimit(0))
    }

    @Test func searchesStopWhenToldTo() throws {
        let complete = PlainGraph.complete(40).projection(keepingEdges: true)
        let asked = Atomic<Int>(0)
        let stop: @Sendable () -> Bool = { asked.add(1, ordering: .relaxed).newValue > 3 }
        let some = try complete.allSimplePaths(from: NodeIndex(0), to: NodeIndex(39))
            .collected(SearchLimits(shouldStop: stop))
        #expect(some.truncation == .stopped)
        #expect(!some.paths.isEmpty)
        let cheapest = try complete.yenKShortestPaths(
            1_000_000, from: NodeIndex(0), to: NodeIndex(39), limits: SearchLimits(shouldStop: stop))
        #expect(cheapest.truncation == .stopped)
    }

    /// Behind the gate lies a chain of diamonds that leads back to it: 2^60 ways in vain for a search that does
    /// not see that its own path bars the gate.
    @Test func aTrapDoesNotHoldTheSearch() throws {
        var graph = PlainGraph.diamonds(60)
        let gate = graph.nodeCount
        let (source, target) = (gate + 1, gate + 2)
        graph.nodeCount += 3
        graph.links += [.init(gate, 0), .init(180, gate), .init(gate, target), .init(source, gate)]
        let projection = graph.projection(keepingEdges: true)
        let paths = try projection.allSimplePaths(from: NodeIndex(source), to: NodeIndex(target))
        #expect(paths.map(\.hops) == [2])
        let more = try projection.allSimplePaths(from: NodeIndex(1), to: NodeIndex(target))
        #expect(Array(more.prefix(50)).count == 50)
    }

    @Test func badCostsNameTheEdge() throws {
        let plain = PlainGraph.path(3)
        for (weights, code) in [
            ([1, -1], AnalysisError.Code.badCost), ([1, .infinity], .badCost), ([1, .nan], .missingCost),
        ] {
            let graph = plain.graph(weights: weights)
            let projection = graph.projection(.facts, keepingEdges: true)
            let costs = EdgeCosts.attribute("weight", of: graph)
            let error = #expect(throws: AnalysisError.self) {
                try projection.shortestPath(from: NodeIndex(0), to: NodeIndex(2), costs: costs)
            }
            #expect(error?.code == code)
            #expect(error?.edge == EdgeIndex(1))
            #expect(error?.description.contains("`e2`") == true)
            #expect(throws: AnalysisError.self) {
                try projection.yenKShortestPaths(2, from: NodeIndex(0), to: NodeIndex(2), costs: costs)
            }
            #expect(throws: AnalysisError.self) { try projection.dijkstra(from: NodeIndex(0), costs: costs) }
            #expect(throws: AnalysisError.self) {
                try projection.allSimplePaths(from: NodeIndex(0), to: NodeIndex(1), costs: costs)
            }
            #expect(throws: AnalysisError.self) {
                try projection.allShortestPaths(from: NodeIndex(0), to: NodeIndex(1), costs: costs)
            }
            // An edge that is not selected need not have a cost.
            let parts = SelectedParts(edges: [true, false])
            let rest = graph.projection(.facts, selection: parts, keepingEdges: true)
            let one = try rest.shortestPath(from: NodeIndex(0), to: NodeIndex(1), costs: costs)
            #expect(one.first?.cost == 1)
        }
        let unweighted = plain.graph()
        let projection = unweighted.projection(.facts, keepingEdges: true)
        let filled = EdgeCosts.attribute("weight", of: unweighted, missing: 2.5)
        let path = try projection.shortestPath(from: NodeIndex(0), to: NodeIndex(2), costs: filled).first
        #expect(path?.cost == 5)
        let own = EdgeCosts([.nan, 0], of: unweighted)
        let error = #expect(throws: AnalysisError.self) {
            try projection.dijkstra(from: NodeIndex(0), costs: own)
        }
        #expect(error?.code == .badCost)
    }
}
