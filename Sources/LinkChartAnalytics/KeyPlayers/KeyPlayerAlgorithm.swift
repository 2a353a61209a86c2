public import LinkChartModel

/// A way to choose a set of key players: the common form, as a value that carries its parameters.
public protocol KeyPlayerAlgorithm: Sendable {
    /// A set of nodes that scores high together.
    ///
    /// - Parameters:
    ///   - count: how many nodes; of a graph with fewer all are taken.
    ///   - measure: what the set is to achieve.
    ///   - projection: what to choose them from.
    ///   - execution: how to run; the set does not depend on it.
    /// - Throws: ``AnalysisError`` `badParameter` if the count or the number of steps is negative, `cancelled`
    ///   if it was stopped.
    func players(
        _ count: Int, by measure: KeyPlayerMeasure, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> KeyPlayers
}

extension KeyPlayerAlgorithm {
    /// A set of nodes that scores high together, sought on as many threads as there are cores.
    public func players(
        _ count: Int, by measure: KeyPlayerMeasure, in projection: Projection
    ) throws(AnalysisError) -> KeyPlayers {
        try players(count, by: measure, in: projection, .default)
    }
}

/// Compares all sets of the wanted size: the result is a best set.
///
/// For each choice of all members but one, the score of every possible last one is found in a single pass.
///
/// - Complexity: C(*n*, *k* - 1) passes; a pass takes O(*n* + *m*) for ``KeyPlayerMeasure/fragmentation`` and
///   O(*n* (*n* + *m*)), more where removals make long detours, for the others.
public struct ExhaustiveKeyPlayers: KeyPlayerAlgorithm {
    /// Compares all sets.
    public init() {}

    public func players(
        _ count: Int, by measure: KeyPlayerMeasure, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> KeyPlayers {
        try KeyPlayerSearch.run(
            count, measure, projection, seed: 0, method: .exhaustive, execution)
    }
}

/// Borgatti's search: starts with a set, and exchanges a member for another node as long as that scores higher.
///
/// The first start is the greedy set, each member the best addition to those before it; the others are random.
/// The best set found in all of them is the result; there may be a better one.
///
/// In a large graph, distance-weighted fragmentation is estimated from the distances of a random sample of nodes;
/// the result says of how many.
///
/// - Source: S. Borgatti, Identifying sets of key players in a social network, Computational & Mathematical
///   Organization Theory 12 (2006), doi:10.1007/s10588-006-7084-x.
public struct GreedySwapKeyPlayers: KeyPlayerAlgorithm {
    /// The seed of the random starts and samples.
    public var seed: UInt64
    /// How many random starts follow the greedy one.
    public var restarts: Int

    /// - Parameters:
    ///   - seed: of the random starts and samples.
    ///   - restarts: how many random starts follow the greedy one.
    public init(seed: UInt64 = 1, restarts: Int = 2) {
        self.seed = seed
        self.restarts = restarts
    }

    public func players(
        _ count: Int, by measure: KeyPlayerMeasure, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> KeyPlayers {
        try KeyPlayerSearch.run(
            count, measure, projection, seed: seed, method: .greedySwap(restarts: restarts), execution)
    }
}

extension Projection {
    /// The set of key players: of so many nodes, those whose removal fragments the network most, or who reach
    /// most of it.
    ///
    /// All sets are compared where that is a matter of seconds (``ExhaustiveKeyPlayers``), else the set is sought
    /// greedily and by exchanging members (``GreedySwapKeyPlayers``); the result says which.
    ///
    /// Fragmentation disregards directions, as it was defined without them; reach follows them. Parallel edges and
    /// loops change nothing.
    ///
    /// - Parameters:
    ///   - count: how many nodes; of a graph with fewer all are taken.
    ///   - measure: what the set is to achieve.
    ///   - seed: of the random starts and samples.
    ///   - restarts: how many random starts follow the greedy one.
    ///   - execution: how to run; the set does not depend on it.
    /// - Throws: ``AnalysisError`` `badParameter` if a number is negative, `cancelled` if it was stopped.
    /// - Source: S. Borgatti, Identifying sets of key players in a social network, Computational & Mathematical
    ///   Organization Theory 12 (2006), doi:10.1007/s10588-006-7084-x.
    public func keyPlayers(
        _ count: Int, by measure: KeyPlayerMeasure, seed: UInt64 = 1, restarts: Int = 2,
        execution: Execution = .default
    ) throws(AnalysisError) -> KeyPlayers {
        try KeyPlayerSearch.run(
            count, measure, self, seed: seed, method: .automatic(restarts: restarts), execution)
    }
}
