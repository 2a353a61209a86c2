public import LinkChartModel

/// Katz centrality as a value; see ``LinkChartModel/Projection/katzCentrality(alpha:normalized:tolerance:iterationLimit:execution:)``.
public struct KatzCentrality: CentralityAlgorithm, Hashable {
    /// What a walk counts for every arc it has; nil for ``defaultAlpha(of:execution:)``.
    public var alpha: Double?
    /// Whether to scale the scores to Euclidean norm 1.
    public var normalized: Bool
    /// The most that a score may differ from the exact one, relative to itself.
    public var tolerance: Double
    /// How many steps to take at most; nil for as many as take seconds.
    public var iterationLimit: Int?

    /// Katz centrality with these parameters.
    ///
    /// - Parameters:
    ///   - alpha: what a walk counts for every arc it has; nil for ``defaultAlpha(of:execution:)``.
    ///   - normalized: whether to scale the scores to Euclidean norm 1.
    ///   - tolerance: the most that a score may differ from the exact one, relative to itself.
    ///   - iterationLimit: how many steps to take at most; nil for as many as take seconds.
    public init(
        alpha: Double? = nil, normalized: Bool = false, tolerance: Double = 1e-12, iterationLimit: Int? = nil
    ) {
        self.alpha = alpha
        self.normalized = normalized
        self.tolerance = tolerance
        self.iterationLimit = iterationLimit
    }

    public var measure: CentralityMeasure { .katz }

    /// The alpha that is taken where none is given: half of one that surely converges, 0.5 on a graph without
    /// arcs.
    ///
    /// Every alpha below 1 / ρ converges, where ρ is the largest eigenvalue of the adjacency matrix. ρ is at most
    /// the greatest (A + 1)x / x - 1 over the nodes, for any positive vector x (L. Collatz 1942,
    /// doi:10.1007/BF01180013); 32 steps of multiplying by A + 1 make a vector for which that is near to ρ.
    ///
    /// - Parameters:
    ///   - projection: the graph that is to be measured.
    ///   - execution: how to run.
    /// - Throws: ``AnalysisError/cancelled``.
    /// - Complexity: O(*n* + *m*).
    public static func defaultAlpha(
        of projection: Projection, execution: Execution = .default
    ) throws(AnalysisError) -> Double {
        let bound = try eigenvalueBound(projection.hubFirstIncoming.rows, execution)
        return bound > 0 ? 0.5 / bound : 0.5
    }

    /// Not less than the largest eigenvalue of the adjacency matrix.
    private static func eigenvalueBound(
        _ incoming: CompressedRows, _ execution: Execution
    ) throws(AnalysisError) -> Double {
        let product = RowSums(incoming, threads: execution.threads)
        var vector = [Double](repeating: 1, count: incoming.nodeCount)
        var next = vector
        var bound = 0.0
        for _ in 0..<32 {
            try execution.check()
            product.multiply(vector, into: &next)
            bound = 0
            var largest = 0.0
            for node in next.indices {
                bound = max(bound, next[node] / vector[node])
                next[node] += vector[node]
                largest = max(largest, next[node])
            }
            for node in next.indices { vector[node] = next[node] / largest }
        }
        return bound
    }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        if let alpha, !(alpha >= 0 && alpha < .infinity) {
            throw AnalysisError(.badParameter, "an alpha of \(alpha) is not a number from 0 up")
        }
        guard tolerance > 0 else {
            throw AnalysisError(.badParameter, "a tolerance of \(tolerance) is not positive")
        }
        let order = projection.hubFirstIncoming
        // Not with `??`, which forgets what type of error is thrown.
        let factor: Double
        if let alpha {
            factor = alpha
        } else {
            factor = try Self.defaultAlpha(of: projection, execution: execution)
        }
        var values = try sums(order.rows, alpha: factor, execution)
        if normalized {
            // Scores may be as large as numbers are, their squares may not.
            let largest = values.max() ?? 1
            let norm = values.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
            for node in values.indices { values[node] = values[node] / largest / norm }
        }
        return NodeScores(.katz, of: projection, isNormalized: normalized, order.restored(values))
    }

    /// The sum over all walks to every node, those of one more arc in each step.
    private func sums(
        _ incoming: CompressedRows, alpha: Double, _ execution: Execution
    ) throws(AnalysisError) -> [Double] {
        let size = incoming.nodeCount + incoming.arcCount
        let limit = max(iterationLimit ?? min(max(2_000_000_000 / max(size, 1), 1000), 100_000), 1)
        let product = RowSums(incoming, threads: execution.threads)
        var sums = [Double](repeating: 1, count: incoming.nodeCount)
        var walks = sums
        var longer = sums
        var report = ConvergenceReport(execution, tolerance: tolerance)
        for step in 1...limit {
            product.multiply(walks, by: alpha, into: &longer)
            // What is left to add. Since alpha A takes the sums to the sums + longer - 1, it takes them to at most
            // `factor` times themselves, and so do all later steps with any part of them.
            var (share, factor, largest) = (0.0, 0.0, 0.0)
            for node in longer.indices {
                share = max(share, longer[node] / sums[node])
                factor = max(factor, 1 - (1 - longer[node]) / sums[node])
                largest = max(largest, longer[node])
                sums[node] += longer[node]
            }
            if largest == 0 || factor < 1 && share * factor <= tolerance * (1 - factor) {
                report.finish()
                return sums
            }
            guard largest < 1e300 else { throw try diverging(incoming, alpha, after: step, execution) }
            try report.step(error: factor < 1 ? share * factor / (1 - factor) : .infinity)
            swap(&walks, &longer)
        }
        throw try diverging(incoming, alpha, after: limit, execution)
    }

    private func diverging(
        _ incoming: CompressedRows, _ alpha: Double, after steps: Int, _ execution: Execution
    ) throws(AnalysisError) -> AnalysisError {
        let bound = try Self.eigenvalueBound(incoming, execution)
        return AnalysisError(
            .notConverged,
            "Katz centrality did not settle within \(steps) steps: an alpha of \(alpha) is not below, or too near "
                + "to, 1 / the largest eigenvalue of the graph",
            suggestion: "an alpha below \(1 / bound) settles")
    }
}

extension Projection {
    /// Katz centrality: how many walks lead to a node, where each counts less the longer it is.
    ///
    /// A walk of *k* arcs counts alpha to the power of *k*, the one of no arc counts 1: the scores *x* solve
    /// *x* = alpha A^T *x* + 1 as in NetworkX, with its `normalized=False`. Parallel arcs count as often as the
    /// projection has them; a self-loop of an undirected projection counts once. Unlike the eigenvector, Katz
    /// centrality has a value on graphs without cycles too, and nodes that nobody leads to have a score of 1.
    ///
    /// - Parameters:
    ///   - alpha: what a walk counts for every arc it has. It must be less than 1 / the largest eigenvalue of the
    ///     adjacency matrix, unless there are no cycles. Nil for ``KatzCentrality/defaultAlpha(of:execution:)``, by which
    ///     long walks count little.
    ///   - normalized: whether to scale the scores to Euclidean norm 1.
    ///   - tolerance: the most that a score may differ from the exact one, relative to itself; a bound, not an
    ///     estimate.
    ///   - iterationLimit: how many steps to take at most; nil for as many as take seconds.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node.
    /// - Throws: ``AnalysisError`` `badParameter` if a parameter is outside its range; `notConverged` if alpha is
    ///   too large for the graph, with one that is not; `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*) a step; a step brings the scores nearer by the factor alpha times the largest
    ///   eigenvalue.
    /// - Source: L. Katz, A new status index derived from sociometric analysis, Psychometrika 18 (1953),
    ///   doi:10.1007/BF02289026.
    public func katzCentrality(
        alpha: Double? = nil, normalized: Bool = false, tolerance: Double = 1e-12,
        iterationLimit: Int? = nil, execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        try KatzCentrality(
            alpha: alpha, normalized: normalized, tolerance: tolerance, iterationLimit: iterationLimit
        ).scores(of: self, execution)
    }
}
