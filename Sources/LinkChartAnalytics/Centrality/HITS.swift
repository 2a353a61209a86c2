public import LinkChartModel

/// Hubs and authorities of a projection.
public struct HubsAndAuthorities: AnalysisResult {
    /// What was analysed.
    public var projection: Projection { hubs.projection }
    /// How much every node leads to good authorities; the scores sum to 1.
    public let hubs: NodeScores
    /// How much good hubs lead to every node; the scores sum to 1.
    public let authorities: NodeScores

    private enum CodingKeys: String, CodingKey { case projection, hubs, authorities }

    /// Writes the projection in words and both scores of the nodes in the order of the projection.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(hubs.values, forKey: .hubs)
        try container.encode(authorities.values, forKey: .authorities)
    }
}

/// One of the two scores of HITS as a value; see
/// ``LinkChartModel/Projection/hits(tolerance:iterationLimit:execution:)``.
public struct HITS: CentralityAlgorithm, Hashable {
    /// Which of the two scores a node is given.
    public enum Role: String, Sendable, CaseIterable {
        /// How much it leads to good authorities.
        case hub
        /// How much good hubs lead to it.
        case authority
    }

    /// Which of the two scores.
    public var role: Role
    /// The most that the authorities may differ from the limit (Euclidean, at norm 1), as estimated.
    public var tolerance: Double
    /// How many steps to take at most; nil for as many as take seconds.
    public var iterationLimit: Int?

    /// One of the two scores.
    ///
    /// - Parameters:
    ///   - role: which.
    ///   - tolerance: the most that the authorities may differ from the limit (Euclidean, at norm 1), as estimated
    ///     from how fast they settle.
    ///   - iterationLimit: how many steps to take at most; nil for as many as take seconds.
    public init(_ role: Role = .authority, tolerance: Double = 1e-12, iterationLimit: Int? = nil) {
        self.role = role
        self.tolerance = tolerance
        self.iterationLimit = iterationLimit
    }

    public var measure: CentralityMeasure { role == .hub ? .hub : .authority }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        let both = try projection.hits(
            tolerance: tolerance, iterationLimit: iterationLimit, execution: execution)
        return role == .hub ? both.hubs : both.authorities
    }
}

extension Projection {
    /// Hubs and authorities (HITS): a good hub leads to good authorities, and a good authority is one to which good
    /// hubs lead.
    ///
    /// Authorities are the dominant eigenvector of A^T A and hubs that of A A^T, each scaled to sum 1 as in NetworkX:
    /// the limit of multiplying, beginning with equal scores. Where several parts of the graph share the largest
    /// eigenvalue, each gets the part that equal beginnings give it. Parallel arcs count as often as the projection
    /// has them; a self-loop of an undirected projection counts once. Without directions hubs and authorities are
    /// the same, and where the component of the largest eigenvalue is not bipartite they are the eigenvector. Without
    /// arcs all nodes are equal.
    ///
    /// - Parameters:
    ///   - tolerance: the most that the authorities may differ from the limit (Euclidean, at norm 1), as estimated
    ///     from how fast they settle.
    ///   - iterationLimit: how many steps to take at most; nil for as many as take seconds.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: two scores for every node.
    /// - Throws: ``AnalysisError`` `badParameter` if a parameter is outside its range, `notConverged` where the two
    ///   largest eigenvalues are too near to each other (long chains), `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*) a step; the number of steps grows as the two largest eigenvalues are nearer.
    /// - Source: J. Kleinberg, Authoritative sources in a hyperlinked environment, Journal of the ACM 46 (1999),
    ///   doi:10.1145/324133.324140.
    public func hits(
        tolerance: Double = 1e-12, iterationLimit: Int? = nil, execution: Execution = .default
    ) throws(AnalysisError) -> HubsAndAuthorities {
        guard tolerance > 0 else {
            throw AnalysisError(.badParameter, "a tolerance of \(tolerance) is not positive")
        }
        guard arcCount > 0 else {
            let equal = [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
            return hubsAndAuthorities(equal, equal)
        }
        let incoming = RowSums(hubFirstIncoming.rows, threads: execution.threads)
        let outgoing = RowSums(hubFirstOutgoing.rows, threads: execution.threads)
        let limit = iterationLimit ?? min(max(2_000_000_000 / (nodeCount + arcCount), 1000), 1_000_000)
        var authorities = [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
        var (hubs, next) = (authorities, authorities)
        var steps = SettlingSteps()
        var report = ConvergenceReport(execution, tolerance: tolerance)
        try report.step()
        for _ in 0..<max(limit, 1) {
            outgoing.multiply(authorities, into: &hubs)
            incoming.multiply(hubs, into: &next)
            let scale = 1 / next.reduce(0) { $0 + $1 * $1 }.squareRoot()
            var change = 0.0
            for node in next.indices {
                // What vanishes is let go before it reaches the slow range of the smallest numbers.
                let value = next[node] * scale < 1e-150 ? 0 : next[node] * scale
                change += (value - authorities[node]) * (value - authorities[node])
                next[node] = value
            }
            swap(&authorities, &next)
            let distance = steps.distance(afterStep: change.squareRoot())
            guard distance <= tolerance else {
                try report.step(error: distance)
                continue
            }
            report.finish()
            outgoing.multiply(authorities, into: &hubs)
            let numbering = hubFirstNumbering
            return hubsAndAuthorities(numbering.restored(hubs), numbering.restored(authorities))
        }
        throw AnalysisError(
            .notConverged,
            "hubs and authorities did not settle within \(limit) steps: the two largest eigenvalues are too near "
                + "to each other",
            suggestion: "use pagerank, or keep to one component")
    }

    /// Both scores scaled to sum 1.
    private func hubsAndAuthorities(_ hubs: [Double], _ authorities: [Double]) -> HubsAndAuthorities {
        func scores(_ measure: CentralityMeasure, _ values: [Double]) -> NodeScores {
            let sum = values.reduce(0, +)
            return NodeScores(measure, of: self, isNormalized: true, values.map { $0 / sum })
        }
        return HubsAndAuthorities(hubs: scores(.hub, hubs), authorities: scores(.authority, authorities))
    }
}
