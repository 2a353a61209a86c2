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
        var values = [Double](repeating: 0, count: count)
        // The blocks must not depend on the number of threads. Two hundred are enough to balance the load, and
        // their sums cost nothing beside the searches.
        let blockSize = max(1, (count + 199) / 200)
        let blocks = (count + blockSize - 1) / blockSize
        let order = HubFirstOrder(distinctOutgoing)
        try order.rows.withUnsafeRows { rows throws(AnalysisError) in
            try values.withUnsafeMutableBufferPointer { values throws(AnalysisError) in
                try WorkQueue.run(blocks: blocks, execution) { queue in
                    var kernel = BrandesKernel(rows: rows)
                    while let block = queue.take() {
                        for source in (block * blockSize)..<min((block + 1) * blockSize, count) {
                            kernel.accumulate(from: source)
                        }
                        queue.commit(block) { kernel.moveSums(to: values) }
                    }
                }
            }
        }
        values = order.restored(values)
        let pairs = Double(max(count - 1, 0)) * Double(max(count - 2, 0))
        // An undirected graph meets every pair from both ends.
        let scale = normalized ? (pairs > 0 ? 1 / pairs : 0) : (isDirected ? 1 : 0.5)
        if scale != 1 { for node in values.indices { values[node] *= scale } }
        return NodeScores(.betweenness, of: self, isNormalized: normalized, values)
    }
}
