public import LinkChartModel

/// PageRank as a value; see
/// ``LinkChartModel/Projection/pageRank(damping:tolerance:relativeTolerance:iterationLimit:execution:)``.
public struct PageRank: CentralityAlgorithm, Hashable {
    /// The probability of following an arc, 0 ..< 1.
    public var damping: Double
    /// The most that all scores together may differ from the exact ones (L1).
    public var tolerance: Double
    /// The most that a score may differ from the exact one, relative to itself.
    public var relativeTolerance: Double

    /// PageRank with these parameters.
    ///
    /// - Parameters:
    ///   - damping: the probability of following an arc, 0 ..< 1.
    ///   - tolerance: the most that all scores together may differ from the exact ones (L1).
    ///   - relativeTolerance: the most that a score may differ from the exact one, relative to itself.
    public init(damping: Double = 0.85, tolerance: Double = 1e-10, relativeTolerance: Double = 1e-10) {
        self.damping = damping
        self.tolerance = tolerance
        self.relativeTolerance = relativeTolerance
    }

    public var measure: CentralityMeasure { .pageRank }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        try projection.pageRank(
            damping: damping, tolerance: tolerance, relativeTolerance: relativeTolerance, execution: execution
        )
    }
}

extension Projection {
    /// PageRank: how often a surfer is at a node who follows a random arc, and jumps to a random node with
    /// probability 1 - `damping`, and always where no arc leaves.
    ///
    /// Parallel arcs count as often as the projection has them. A self-loop of an undirected projection counts
    /// as one arc, as in NetworkX; igraph counts two.
    ///
    /// - Parameters:
    ///   - damping: the probability of following an arc, 0 ..< 1.
    ///   - tolerance: the most that all scores together may differ from the exact ones (L1): a bound, not an
    ///     estimate.
    ///   - relativeTolerance: the most that each score may differ, as a part of itself; infinity to ask for no more
    ///     than `tolerance` does, which a node of small score can hide in.
    ///   - iterationLimit: how many steps to take at most; nil for as many as any graph needs.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node; they sum to 1.
    /// - Throws: ``AnalysisError`` `badParameter` if `damping` or a tolerance is outside its range, `notConverged` if
    ///   the limit is too low, `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*) a step. At 0.85 about 150 steps, each of which brings the scores nearer by the
    ///   factor `damping`; without directions about 30, because conjugate gradients apply.
    /// - Source: L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking (Stanford InfoLab,
    ///   1999); A. Langville, C. Meyer, Deeper inside PageRank, Internet Mathematics 1 (2004),
    ///   doi:10.1080/15427951.2004.10129091; M. Hestenes, E. Stiefel, Methods of conjugate gradients for solving
    ///   linear systems, Journal of Research of the NBS 49 (1952), doi:10.6028/jres.049.044.
    public func pageRank(
        damping: Double = 0.85, tolerance: Double = 1e-10, relativeTolerance: Double = 1e-10,
        iterationLimit: Int? = nil, execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        guard damping >= 0, damping < 1 else {
            throw AnalysisError(.badParameter, "a damping of \(damping) is outside 0 ..< 1")
        }
        for tolerance in [tolerance, relativeTolerance] where !(tolerance > 0) {
            throw AnalysisError(.badParameter, "a tolerance of \(tolerance) is not positive")
        }
        guard nodeCount > 0 else { return NodeScores(.pageRank, of: self, isNormalized: true, []) }
        let limit = max(iterationLimit ?? Int(100 / (1 - damping)) + 100, 1)
        var iteration = SurferIteration(
            SurferEquation(self, damping: damping), tolerance: tolerance,
            relativeTolerance: relativeTolerance, limit: limit, execution)
        guard let scores = try iteration.run() else {
            throw AnalysisError(
                .notConverged, "PageRank did not settle within \(limit) steps",
                suggestion: "allow more steps or a larger tolerance")
        }
        return NodeScores(.pageRank, of: self, isNormalized: true, hubFirstNumbering.restored(scores))
    }
}
