import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

/// Key players against the enumeration of all sets.
@Suite struct KeyPlayerOracleTests {
    static let measures: [KeyPlayerMeasure] = [
        .fragmentation, .distanceWeightedFragmentation, .reach(within: 1), .reach(within: 2),
        .distanceWeightedReach,
    ]

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func scoresOfSets(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(1000, upTo: 10) { graph, random, context in
            let projection = graph.projection(parallelEdges: parallelEdges)
            let oracle = BruteForce(graph)
            let set = (0..<graph.nodeCount).filter { _ in random.chance(0.3) }
            let nodes = set.map { NodeIndex($0) }
            let steps = random.below(4)
            expectEqual(
                [
                    try projection.fragmentation(without: nodes),
                    try projection.distanceWeightedFragmentation(without: nodes),
                    try projection.distanceWeightedReach(of: nodes),
                    Double(try projection.reach(of: nodes, within: steps)),
                ],
                [
                    oracle.fragmentation(without: set), oracle.distanceWeightedFragmentation(without: set),
                    oracle.distanceWeightedReach(of: set), Double(oracle.reach(of: set, within: steps)),
                ], "\(set), \(context)")
        }
    }

    /// The one pass that scores every addition to a set.
    @Test func additions() throws {
        try onRandomGraphs(1000, upTo: 12) { graph, random, context in
            let projection = graph.projection()
            let set = (0..<graph.nodeCount).filter { _ in random.chance(0.15) }
            let others = (0..<graph.nodeCount).filter { !set.contains($0) }
            for measure in Self.measures {
                let best = others.map { Self.score(set + [$0], measure, graph) }.max()
                let found = try Self.objective(measure, projection).bestAddition(to: set, .threads(1))
                expectEqual([found?.score ?? -1], [best ?? -1], "\(measure) after \(set), \(context)")
                if let found {
                    expectEqual(
                        [Self.score(set + [found.node], measure, graph)], [found.score],
                        "\(measure) of \(found) after \(set), \(context)")
                }
            }
        }
    }

    @Test func bestSets() throws {
        try onRandomGraphs(300, upTo: 9) { graph, random, context in
            let projection = graph.projection()
            let count = random.below(5)
            for measure in Self.measures {
                let all = BruteForce.sets(of: min(count, graph.nodeCount), from: graph.nodeCount)
                let best = all.map { Self.score($0, measure, graph) }.max() ?? 0
                let exact = try projection.keyPlayers(count, by: measure, execution: .threads(1))
                let context = "\(count) by \(measure), \(context)"
                #expect(exact.isExact && exact.players.count == min(count, graph.nodeCount), "\(context)")
                expectEqual([exact.after], [best], "exact, \(context)")
                expectEqual([exact.before], [Self.score([], measure, graph)], "before, \(context)")
                let search = GreedySwapKeyPlayers(seed: random.next(), restarts: 1)
                let sought = try search.players(count, by: measure, in: projection)
                #expect(sought.after <= best + 1e-12 && sought.after >= sought.before - 1, "\(context)")
                for found in [exact, sought] {
                    let set = found.players.map(\.node.position)
                    #expect(Set(set).count == set.count, "\(context)")
                    expectEqual([Self.score(set, measure, graph)], [found.after], "after, \(context)")
                    expectEqual(
                        found.players.map(\.contribution),
                        set.map { member in
                            found.after - Self.score(set.filter { $0 != member }, measure, graph)
                        }, "contributions, \(context)")
                }
            }
        }
    }

    /// On most small graphs the search finds a best set, too.
    @Test(arguments: measures)
    func searchIsGood(measure: KeyPlayerMeasure) throws {
        var random = SplitMix64(seed: 3)
        var misses = 0
        for seed in 0..<40 {
            let graph = PlainGraph.gnp(20, 0.14, using: &random)
            let projection = graph.projection()
            let exact = try ExhaustiveKeyPlayers().players(3, by: measure, in: projection)
            let search = GreedySwapKeyPlayers(seed: UInt64(seed))
            let sought = try search.players(3, by: measure, in: projection)
            #expect(exact.isExact && !sought.isExact && sought.starts == 3)
            if sought.after < exact.after - 1e-12 { misses += 1 }
        }
        #expect(misses <= 10, "\(misses) of 40 by \(measure)")
    }

    static func score(_ set: [Int], _ measure: KeyPlayerMeasure, _ graph: PlainGraph) -> Double {
        let oracle = BruteForce(graph)
        return switch measure {
        case .fragmentation: oracle.fragmentation(without: set)
        case .distanceWeightedFragmentation: oracle.distanceWeightedFragmentation(without: set)
        case .reach(let steps): Double(oracle.reach(of: set, within: steps))
        case .distanceWeightedReach: oracle.distanceWeightedReach(of: set)
        }
    }

    static func objective(
        _ measure: KeyPlayerMeasure, _ projection: Projection
    ) throws -> any PlayerObjective {
        switch measure {
        case .fragmentation: FragmentationObjective(projection)
        case .distanceWeightedFragmentation: DistanceFragmentationObjective(projection, seed: 0)
        case .reach(let steps): try ReachObjective(projection, limit: steps, .threads(1))
        case .distanceWeightedReach: try ReachObjective(projection, limit: nil, .threads(1))
        }
    }
}
