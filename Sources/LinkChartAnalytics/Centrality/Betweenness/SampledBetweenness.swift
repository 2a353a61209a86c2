public import LinkChartModel

/// Betweenness estimated from random shortest paths, as a value; see
/// ``LinkChartModel/Projection/sampledBetweenness(epsilon:delta:top:seed:normalized:execution:)``.
public struct SampledBetweenness: CentralityAlgorithm, Hashable {
    /// The most that a normalised score may differ from the exact one.
    public var epsilon: Double
    /// The probability that one differs by more.
    public var delta: Double
    /// Of how many first places the order is to be settled; nil for none.
    public var top: Int?
    /// The seed of the random numbers.
    public var seed: UInt64
    /// Whether to divide by the number of pairs of other nodes.
    public var normalized: Bool

    /// Below this the samples would be more than can be drawn, and how many they are could not be computed.
    public static let leastEpsilon = 1e-6

    /// Sampled betweenness with these parameters.
    ///
    /// - Parameters:
    ///   - epsilon: the most that a normalised score may differ from the exact one.
    ///   - delta: the probability that one differs by more.
    ///   - top: of how many first places the order is to be settled; nil for none.
    ///   - seed: the seed of the random numbers.
    ///   - normalized: whether to divide by the number of pairs of other nodes.
    public init(
        epsilon: Double = 0.01, delta: Double = 0.1, top: Int? = nil, seed: UInt64 = 0,
        normalized: Bool = false
    ) {
        self.epsilon = epsilon
        self.delta = delta
        self.top = top
        self.seed = seed
        self.normalized = normalized
    }

    public var measure: CentralityMeasure { .betweenness }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        try check()
        let count = projection.nodeCount
        func sampling(_ samples: Int) -> Sampling {
            Sampling(unit: .paths, samples: samples, seed: seed, epsilon: epsilon, delta: delta, top: top)
        }
        guard count > 2 else {
            return NodeScores(
                .betweenness, of: projection, isNormalized: normalized,
                [Double](repeating: 0, count: count), sampling: sampling(0))
        }
        // Pairs are drawn of all nodes, while a score is normalised by the pairs of others.
        let radius = epsilon * (Double(count) - 2) / Double(count)
        let samples = PathSamples(projection, seed: seed)
        let first = Int(min(max((10 / radius).rounded(.up), 200), 1_000_000))
        var counts = [Int](repeating: 0, count: count)
        try samples.count(0..<first, into: &counts, execution.part(0, 0.05))
        let plan = SamplingPlan(counts: counts, of: first, radius: radius, delta: delta, top: top)
        // The estimate must not depend on what planned it.
        counts = [Int](repeating: 0, count: count)
        var (drawn, wanted, look, share) = (0, plan.firstLook, 1, 0.05)
        while true {
            let ahead = share + (1 - share) * 0.8
            try samples.count(
                (first + drawn)..<(first + wanted), into: &counts, execution.part(share, ahead))
            (drawn, share) = (wanted, ahead)
            if plan.isEnough(counts, of: drawn, look: look) { break }
            wanted = plan.nextLook(after: drawn)
            look += 1
        }
        execution.progress?(1)
        let pairs = Double(count) * (Double(count) - 1)
        let scale =
            normalized ? Double(count) / (Double(count) - 2) : pairs * (projection.isDirected ? 1 : 0.5)
        return NodeScores(
            .betweenness, of: projection, isNormalized: normalized,
            samples.restored(counts.map { Double($0) / Double(drawn) * scale }),
            sampling: sampling(first + drawn))
    }

    private func check() throws(AnalysisError) {
        guard epsilon >= Self.leastEpsilon, epsilon < 1 else {
            throw AnalysisError(
                .badParameter,
                "an epsilon of \(epsilon) is not a number from \(Self.leastEpsilon) up and below 1",
                suggestion: epsilon > 0 && epsilon < 1 ? "that near, exact betweenness takes less time" : nil)
        }
        guard delta > 0, delta < 1 else {
            throw AnalysisError(.badParameter, "a delta of \(delta) is not between 0 and 1")
        }
        if let top, top < 1 {
            throw AnalysisError(.badParameter, "the order of the first \(top) places can't be settled")
        }
    }
}

extension Projection {
    /// Betweenness estimated from random shortest paths, with a bound on the error: for graphs of which
    /// ``betweennessCentrality(normalized:costs:execution:)`` takes too long.
    ///
    /// With probability 1 - `delta` at least, **all** normalised scores differ by at most `epsilon` from the exact ones.
    /// (A score that is not normalised differs by `epsilon` times the number of pairs of other nodes.) Paths are drawn
    /// until that is so: about (10 + 1.1 ln(4 *n* / `delta`)) / `epsilon` where no node is on many of them, a few times
    /// ln(4 *n* / `delta`) / (2 `epsilon`²) at most. How many it were is in ``NodeScores/sampling``.
    ///
    /// With `top`, drawing may end sooner: each of the first places is that of the node that has it, and whoever comes
    /// behind them belongs there, except among nodes whose scores are within `epsilon` of what they should be. Scores
    /// that differ by more than `epsilon` are then those of nodes whose place does not depend on it.
    ///
    /// - Parameters:
    ///   - epsilon: the most that a normalised score may differ from the exact one: from
    ///     ``SampledBetweenness/leastEpsilon`` up, below 1.
    ///   - delta: the probability that one differs by more: above 0, below 1.
    ///   - top: of how many first places the order is to be settled; nil for none.
    ///   - seed: the seed of the random numbers; the scores depend on nothing else.
    ///   - normalized: whether to divide by the number of pairs of other nodes.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node.
    /// - Throws: ``AnalysisError`` `badParameter` if a parameter is outside its range, `cancelled` if it was stopped.
    /// - Complexity: a sample looks at all arcs at worst, in networks with hubs at about the square root of them.
    /// - Source: M. Borassi, E. Natale, KADABRA is an adaptive algorithm for betweenness via random approximation,
    ///   ACM Journal of Experimental Algorithmics 24 (2019), doi:10.1145/3284359; L. Pellegrina, F. Vandin, SILVAN:
    ///   estimating betweenness centralities with progressive sampling and non-uniform Rademacher bounds, ACM
    ///   Transactions on Knowledge Discovery from Data 18 (2023), doi:10.1145/3628601.
    public func sampledBetweenness(
        epsilon: Double, delta: Double = 0.1, top: Int? = nil, seed: UInt64 = 0, normalized: Bool = false,
        execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        try SampledBetweenness(epsilon: epsilon, delta: delta, top: top, seed: seed, normalized: normalized)
            .scores(of: self, execution)
    }
}
