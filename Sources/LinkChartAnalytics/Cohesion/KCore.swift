public import LinkChartModel

extension Projection {
    /// The *k*-core: the nodes of the largest part of the graph in which everyone has at least *k* neighbours, that
    /// is those of core number *k* or more.
    ///
    /// Directions do not count, nor do parallel edges and loops.
    ///
    /// - Parameters:
    ///   - k: how many neighbours; 0 for all nodes.
    ///   - execution: how to run; the result does not depend on it.
    /// - Returns: the nodes in ascending order; none if there is no such core.
    /// - Throws: ``AnalysisError``: `badParameter` if `k` is negative, `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*).
    /// - Source: S. Seidman, Network structure and minimum degree, Social Networks 5 (1983),
    ///   doi:10.1016/0378-8733(83)90028-X.
    public func kCore(_ k: Int, execution: Execution = .default) throws(AnalysisError) -> NodeSubset {
        guard k >= 0 else {
            throw AnalysisError(
                .badParameter, "a core has everyone linked with \(k) others: k must not be negative")
        }
        let cores = try cores(execution)
        return NodeSubset(of: self, (0..<nodeCount).filter { cores[$0] >= k }.map { node(at: $0) })
    }
}
