import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Where numbers grow long or large, and where two bounds meet.
@Suite struct PathBoundsTests {
    private func projection(_ graph: Graph) -> Projection { graph.projection(.facts, keepingEdges: true) }

    /// Sums from either end differ by more than 1e-12 here.
    @Test(arguments: [0.3, 0.7, 1.0 / 3, 2.3])
    func aLongWayIsFoundWhateverItsSumRoundsTo(cost: Double) throws {
        let plain = PlainGraph.path(100_001, isDirected: true)
        let graph = plain.graph()
        let costs = EdgeCosts([Double](repeating: cost, count: graph.edgeCount), of: graph)
        let found = try projection(graph).allShortestPaths(
            from: NodeIndex(0), to: NodeIndex(100_000), costs: costs)
        #expect(try found.collected().paths.map(\.hops) == [100_000])
    }

    /// Two edges cost more together than a number can say.
    @Test func costsWhoseSumIsNoNumberAreRefused() throws {
        let graph = PlainGraph.path(3, isDirected: true).graph()
        let costs = EdgeCosts([1e308, 1e308], of: graph)
        let question = (projection(graph), NodeIndex(0), NodeIndex(2))
        for ask in [
            { _ = try question.0.shortestPath(from: question.1, to: question.2, costs: costs) },
            { _ = try question.0.allShortestPaths(from: question.1, to: question.2, costs: costs) },
            { _ = try question.0.dijkstra(from: question.1, costs: costs) },
        ] as [() throws -> Void] {
            let error = #expect(throws: AnalysisError.self) { try ask() }
            #expect(error?.code == .badCost && error?.message.contains("1e+308") == true)
        }
        let large = EdgeCosts([5e307, 5e307], of: graph)
        #expect(
            try question.0.shortestPath(from: question.1, to: question.2, costs: large).first?.cost == 1e308)
    }

    /// Stages of an arc of cost 2^i or two arcs of cost 0: a bound on hops and one on cost that each node satisfies by
    /// one way or another, but only one path satisfies together.
    @Test(arguments: [4, 10, 40])
    func twoBoundsAtOnce(stages: Int) throws {
        var links: [(Int, Int)] = []
        var weights: [Double] = []
        for stage in 0..<stages {
            links += [(2 * stage, 2 * stage + 2), (2 * stage, 2 * stage + 1), (2 * stage + 1, 2 * stage + 2)]
            weights += [Double(sign: .plus, exponent: stage, significand: 1), 0, 0]
        }
        let graph = PlainGraph(2 * stages + 1, isDirected: true, links).graph()
        let found = try projection(graph).allShortestPaths(
            from: NodeIndex(0), to: NodeIndex(2 * stages), maxHops: stages + stages / 2,
            costs: EdgeCosts(weights, of: graph)
        ).collected()
        // The dear arcs are taken where they cost least: in the first half.
        let least = Double(sign: .plus, exponent: stages - stages / 2, significand: 1) - 1
        #expect(found.paths.map(\.cost) == [least] && found.paths.map(\.hops) == [stages + stages / 2])
    }

    /// The only path within the bound uses an edge of confidence 0; a longer one does not.
    @Test func whyThereIsNoPathWithinABound() throws {
        var graph = Graph()
        let nodes = (0..<3).map { graph.add(.actor("Actor \($0)")) }
        func link(_ from: Int, _ to: Int, _ confidence: Int) throws {
            let claim = Claim(by: nodes[from], confidence: try Confidence(confidence))
            _ = try graph.link(nodes[from], relation: "funds", nodes[to], claim: claim)
        }
        try link(0, 2, 0)
        try link(0, 1, 90)
        try link(1, 2, 90)
        let none = try projection(graph).shortestPath(
            from: nodes[0].index, to: nodes[2].index, maxHops: 1, costs: .confidence(of: graph))
        #expect(none.paths.isEmpty && none.noPathReason == .tooFar(hops: 2))
    }

    /// An edge that flows both ways has an arc either way, and is one path.
    @Test func anEdgeBothWaysIsOnePath() throws {
        var graph = Graph()
        let (one, other) = (graph.add(.actor("One")), graph.add(.actor("Other")))
        _ = try graph.link(one, relation: "alliedWith", other)
        let mechanism = graph.projection(.mechanism, keepingEdges: true)
        #expect(try mechanism.shortestPathCounts(from: one.index, .both)[other.index] == 1)
        _ = try graph.link(one, relation: "funds", other)
        let both = graph.projection(.mechanism, keepingEdges: true)
        #expect(try both.shortestPathCounts(from: one.index, .both)[other.index] == 2)
        #expect(try both.shortestPathCounts(from: other.index, .both)[one.index] == 2)
    }

    @Test func weightsOfAnotherGraphAreAnError() throws {
        let graph = PlainGraph.path(4).graph()
        let weights = EdgeWeights([1], of: PlainGraph.path(2).graph())
        let error = #expect(throws: AnalysisError.self) {
            try projection(graph).minimumEdgeCut(from: NodeIndex(0), to: NodeIndex(3), weights: weights)
        }
        #expect(error?.code == .badParameter)
    }

    /// Also where the answer is known from an earlier question.
    @Test func aStopIsHeededEveryTime() throws {
        let projection = PlainGraph.path(10).projection(keepingEdges: true)
        let stopped = Execution(isCancelled: { true })
        for ask in [
            { _ = try projection.articulationPoints(execution: $0) },
            { _ = try projection.bridges(execution: $0) }, { _ = try projection.blocks(execution: $0) },
            { _ = try projection.distanceSummary(execution: $0) },
            { _ = try projection.closenessCentrality(execution: $0) },
        ] as [(Execution) throws -> Void] {
            try ask(.default)
            #expect(throws: AnalysisError.cancelled) { try ask(stopped) }
        }
    }
}
