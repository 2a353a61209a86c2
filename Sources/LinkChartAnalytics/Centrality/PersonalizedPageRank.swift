public import LinkChartModel

/// Personalised PageRank as a value; see
/// ``LinkChartModel/Projection/personalizedPageRank(from:damping:tolerance:execution:)``.
public struct PersonalizedPageRank: CentralityAlgorithm, Hashable {
    /// Where the surfer returns to, and how often in proportion.
    public var homes: [NodeIndex: Double]
    /// The probability of following an arc, 0 ..< 1.
    public var damping: Double
    /// The most that all scores together may differ from the exact ones (L1).
    public var tolerance: Double

    /// Personalised PageRank with these parameters.
    ///
    /// - Parameters:
    ///   - homes: where the surfer returns to, and how often in proportion.
    ///   - damping: the probability of following an arc, 0 ..< 1.
    ///   - tolerance: the most that all scores together may differ from the exact ones (L1).
    public init(from homes: [NodeIndex: Double], damping: Double = 0.85, tolerance: Double = 1e-10) {
        self.homes = homes
        self.damping = damping
        self.tolerance = tolerance
    }

    public var measure: CentralityMeasure { .pageRank }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        guard damping >= 0, damping < 1 else {
            throw AnalysisError(.badParameter, "a damping of \(damping) is outside 0 ..< 1")
        }
        guard tolerance > 0 else {
            throw AnalysisError(.badParameter, "a tolerance of \(tolerance) is not positive")
        }
        let homes = try shares(in: projection)
        let numbering = projection.hubFirstNumbering
        var home = [Double](repeating: 0, count: projection.nodeCount)
        for (position, share) in homes { home[Int(numbering.newNumbers[position])] = share }
        // The surfer who is about to take step k + 1 has not jumped since step 1 with probability damping^k; the
        // rest of the sum is exact.
        var sum = home
        var surfers = home
        var next = home
        let leaving = projection.hubFirstOutgoing.rows
        let product = RowSums(projection.hubFirstIncoming.rows, threads: execution.threads)
        var left = 1.0
        var report = ConvergenceReport(execution, tolerance: max(tolerance / 2, 1e-17))
        while left > tolerance / 2 && left > 1e-17 {
            try report.step(error: left)
            left *= damping
            var stranded = 0.0
            for node in surfers.indices {
                let arcs = leaving.count(node)
                if arcs == 0 {
                    stranded += surfers[node]
                    surfers[node] = 0
                } else {
                    surfers[node] /= Double(arcs)
                }
            }
            product.multiply(surfers, by: damping, into: &next)
            for node in next.indices {
                next[node] += damping * stranded * home[node]
                sum[node] += next[node]
            }
            swap(&surfers, &next)
        }
        report.finish()
        let total = sum.reduce(0, +)
        return NodeScores(
            .pageRank, of: projection, isNormalized: true, numbering.restored(sum.map { $0 / total }))
    }

    /// The positions of the homes and their shares, which sum to 1.
    private func shares(in projection: Projection) throws(AnalysisError) -> [(position: Int, share: Double)] {
        var found: [(position: Int, share: Double)] = []
        // A dictionary has no order, but sums have, and so should complaints.
        for (node, weight) in homes.sorted(by: { $0.key < $1.key }) {
            guard let position = projection.position(of: node) else {
                throw AnalysisError(
                    .unknownNode, "node \(node.position), a home of the surfer, is not in the projection",
                    suggestion: "select it too, or take another")
            }
            guard weight >= 0, weight < .infinity else {
                throw AnalysisError(
                    .badParameter,
                    "node \(node.position) has the weight \(weight): a weight must be finite and not negative"
                )
            }
            found.append((position, weight))
        }
        let largest = found.map(\.share).max() ?? 0
        guard largest > 0 else {
            throw AnalysisError(
                .badParameter, "the surfer has no home: no node is given, or all have the weight 0",
                suggestion: "give a node a weight above 0, or use pageRank")
        }
        let total = found.reduce(0) { $0 + $1.share / largest }
        return found.map { ($0.position, $0.share / largest / total) }
    }
}

extension Projection {
    /// Personalised PageRank: how often a surfer is at a node who follows a random arc, and returns to one of a few
    /// homes with probability 1 - `damping`, and always where no arc leaves. It tells who matters seen from there.
    ///
    /// Parallel arcs and loops count as in
    /// ``pageRank(damping:tolerance:relativeTolerance:iterationLimit:execution:)``. Nodes that can't
    /// be reached from a home have a score of 0.
    ///
    /// ```swift
    /// let near = try projection.personalizedPageRank(from: [taliban.index: 2, iskp.index: 1])
    /// ```
    ///
    /// - Parameters:
    ///   - homes: where the surfer returns to, and how often in proportion; weights are finite, not negative, and
    ///     one at least is above 0.
    ///   - damping: the probability of following an arc, 0 ..< 1.
    ///   - tolerance: the most that all scores together may differ from the exact ones (L1); a bound, not an
    ///     estimate.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node; they sum to 1.
    /// - Throws: ``AnalysisError`` `unknownNode` if a home is not in the projection, `badParameter` if a parameter is
    ///   outside its range or there is no home, `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*) a step, about log(`tolerance` / 2) / log(`damping`) steps: 146 unless said
    ///   otherwise.
    /// - Source: G. Jeh, J. Widom, Scaling personalized web search, WWW 2003, doi:10.1145/775152.775191.
    public func personalizedPageRank(
        from homes: [NodeIndex: Double], damping: Double = 0.85, tolerance: Double = 1e-10,
        execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        try PersonalizedPageRank(from: homes, damping: damping, tolerance: tolerance)
            .scores(of: self, execution)
    }
}
