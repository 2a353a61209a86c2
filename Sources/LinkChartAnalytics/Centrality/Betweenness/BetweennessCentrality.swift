public import LinkChartModel

extension Projection {
    /// Betweenness: over all pairs of other nodes, the share of their shortest paths that run through a node,
    /// summed.
    ///
    /// A directed projection counts ordered pairs, an undirected one unordered pairs; ends of a path do not
    /// count. Paths are counted over distinct neighbours, as NetworkX does in a multigraph: parallel edges
    /// make no more paths. Self-loops are on no shortest path.
    ///
    /// - Parameters:
    ///   - normalized: whether to divide by the number of pairs of other nodes, (*n* - 1)(*n* - 2), or half of
    ///     it in an undirected projection.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node; 0 for all in a graph of fewer than three nodes.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* (*n* + *m*)) time and O(*n* + *m*) memory a thread.
    /// - Source: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology
    ///   25 (2001), doi:10.1080/0022250X.2001.9990249.
    public func betweennessCentrality(
        normalized: Bool = false, execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        let count = nodeCount
        let blocks = try betweennessBlocks(execution.part(0, 0.05))
        var values = try blocks.sums(execution.part(0.05, 1))
        let pairs = Double(max(count - 1, 0)) * Double(max(count - 2, 0))
        // An undirected graph meets every pair from both ends.
        let scale = normalized ? (pairs > 0 ? 1 / pairs : 0) : (isDirected ? 1 : 0.5)
        if scale != 1 { for node in values.indices { values[node] *= scale } }
        return NodeScores(.betweenness, of: self, isNormalized: normalized, values)
    }

    /// What betweenness is counted on, worked out once.
    func betweennessBlocks(_ execution: Execution) throws(AnalysisError) -> BetweennessBlocks {
        try derived.value { () throws(AnalysisError) in
            guard isDirected else {
                return BetweennessBlocks(undirected: simpleRows, try lowPoints(execution))
            }
            try execution.check()
            return BetweennessBlocks(
                directed: CompressedRows(distinctNeighboursOf: outgoing, keepingLoops: false),
                CompressedRows(distinctNeighboursOf: incoming, keepingLoops: false))
        }
    }
}
