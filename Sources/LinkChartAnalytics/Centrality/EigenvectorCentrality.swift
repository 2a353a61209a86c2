public import LinkChartModel

extension Projection {
    /// Eigenvector centrality: a node's score is in proportion to the sum of the scores of the nodes with an
    /// arc to it.
    ///
    /// It is the left eigenvector of the adjacency matrix A for its largest eigenvalue, non-negative and of
    /// Euclidean norm 1, as NetworkX computes it: the limit of multiplying by A + 1, which has the same
    /// vectors but does not oscillate, beginning with equal scores. Parallel arcs count as often as the
    /// projection has them; a self-loop of an undirected projection counts once (igraph counts it twice).
    ///
    /// Only what a cycle feeds has a score. Of several strong components the one with the largest eigenvalue
    /// has all the score, with what can be reached from it; where components share that eigenvalue, and none
    /// reaches another, each gets the part that equal beginnings give it. In a directed graph without any
    /// cycle the only eigenvalue is 0, and the measure means nothing there: it throws. (NetworkX does not
    /// converge there; igraph gives sinks 1.) Without arcs all nodes are equal.
    ///
    /// - Parameters:
    ///   - tolerance: the most that the vector may differ from the limit (Euclidean), as estimated from how
    ///     fast it settles.
    ///   - iterationLimit: how many steps to take at most; nil for as many as take seconds.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node.
    /// - Throws: ``AnalysisError`` `undefined` on a directed graph with arcs but no cycle, `notConverged` where the
    ///   two largest eigenvalues are too near to each other (long chains), or where one component feeds another of
    ///   the same eigenvalue, `badParameter` if the tolerance is not positive, `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*) a step; the number of steps grows as the two largest eigenvalues are nearer.
    /// - Source: P. Bonacich, Power and centrality: a family of measures, American Journal of Sociology 92
    ///   (1987), doi:10.1086/228631.
    public func eigenvectorCentrality(
        tolerance: Double = 1e-12, iterationLimit: Int? = nil, execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        guard tolerance > 0 else {
            throw AnalysisError(.badParameter, "a tolerance of \(tolerance) is not positive")
        }
        guard nodeCount > 0 else { return NodeScores(.eigenvector, of: self, isNormalized: true, []) }
        if arcCount > 0, try isAcyclic(execution.part(0, 0)) {
            throw AnalysisError(
                .undefined, "eigenvector centrality means nothing on a directed graph without cycles",
                suggestion: "use pagerank, or regard the graph as undirected")
        }
        let limit = iterationLimit ?? min(max(2_000_000_000 / (nodeCount + arcCount), 1000), 1_000_000)
        let order = hubFirstIncoming
        var iteration = PowerIteration(order.rows, threads: execution.threads)
        var report = ConvergenceReport(execution, tolerance: tolerance)
        try report.step()
        for _ in 0..<max(limit, 1) {
            let distance = iteration.advance()
            if distance <= tolerance {
                report.finish()
                return NodeScores(
                    .eigenvector, of: self, isNormalized: true, order.numbering.restored(iteration.vector))
            }
            try report.step(error: distance)
        }
        throw AnalysisError(
            .notConverged,
            "eigenvector centrality did not settle within \(limit) steps: the two largest eigenvalues are "
                + "the same or too near to each other",
            suggestion: "use pagerank, or keep to one component")
    }

    /// Whether no arc is on a cycle; without directions, every arc is.
    private func isAcyclic(_ execution: Execution) throws(AnalysisError) -> Bool {
        guard isDirected else { return arcCount == 0 }
        for node in 0..<nodeCount where outgoing[node].contains(UInt32(node)) { return false }
        return try strongComponents(execution: execution).count == nodeCount
    }
}

/// The vector that multiplying by A + 1 and scaling to norm 1 brings forth.
private struct PowerIteration {
    private let incoming: RowSums
    private(set) var vector: [Double]
    private var next: [Double]
    private var steps = SettlingSteps()

    init(_ incoming: CompressedRows, threads: Int?) {
        self.incoming = RowSums(incoming, threads: threads)
        let count = incoming.nodeCount
        vector = [Double](repeating: 1 / Double(count).squareRoot(), count: count)
        next = vector
    }

    /// Takes a step.
    ///
    /// - Returns: an estimate of the distance to the limit; infinite as long as there is no estimate.
    mutating func advance() -> Double {
        incoming.multiply(vector, into: &next)
        var squares = 0.0
        for node in next.indices {
            next[node] += vector[node]
            squares += next[node] * next[node]
        }
        let scale = 1 / squares.squareRoot()
        var change = 0.0
        for node in next.indices {
            // What vanishes is let go before it reaches the slow range of the smallest numbers.
            let value = next[node] * scale < 1e-150 ? 0 : next[node] * scale
            let difference = value - vector[node]
            change += difference * difference
            next[node] = value
        }
        swap(&vector, &next)
        return steps.distance(afterStep: change.squareRoot())
    }
}
