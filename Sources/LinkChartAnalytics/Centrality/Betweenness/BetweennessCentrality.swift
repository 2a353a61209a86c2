public import LinkChartModel

/// Betweenness as a value; see
/// ``LinkChartModel/Projection/betweennessCentrality(normalized:costs:execution:)``.
public struct BetweennessCentrality: CentralityAlgorithm {
    /// Whether to divide by the number of pairs of other nodes.
    public var normalized: Bool
    /// What each edge costs; nil if all cost the same.
    public var costs: EdgeCosts?

    /// Betweenness with these parameters.
    ///
    /// - Parameters:
    ///   - normalized: whether to divide by the number of pairs of other nodes.
    ///   - costs: what each edge costs; nil if all cost the same.
    public init(normalized: Bool = false, costs: EdgeCosts? = nil) {
        self.normalized = normalized
        self.costs = costs
    }

    public var measure: CentralityMeasure { .betweenness }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        var values: [Double]
        if let costs {
            let arcs = try DistinctArcs(projection, costs)
            values = try CheapestPathSums(arcs, countingArcs: false, execution).nodes
        } else {
            let blocks = try projection.betweennessBlocks(execution.part(0, 0.05))
            values = try blocks.sums(execution.part(0.05, 1))
        }
        let pairs = projection.pairsOfOthers
        // An undirected graph meets every pair from both ends.
        let scale = normalized ? (pairs > 0 ? 1 / pairs : 0) : (projection.isDirected ? 1 : 0.5)
        if scale != 1 { for node in values.indices { values[node] *= scale } }
        return NodeScores(.betweenness, of: projection, isNormalized: normalized, values)
    }
}

extension Projection {
    /// Betweenness: over all pairs of other nodes, the share of their shortest paths that run through a node,
    /// summed.
    ///
    /// A directed projection counts ordered pairs, an undirected one unordered pairs; ends of a path do not
    /// count. Paths are counted over distinct neighbours, as NetworkX does in a multigraph: parallel edges
    /// make no more paths. Self-loops are on no shortest path.
    ///
    /// With costs the shortest paths are the cheapest. Of parallel edges the cheapest counts; edges of confidence 0 are
    /// on no path. Paths count as equally cheap where they are so in exact arithmetic: decimal costs (up to some 10^11
    /// times their last decimal) and confidences are summed as whole numbers, of others sums within 1e-12 of each other
    /// are equal. An edge of cost 0 counts as infinitely cheap: of two paths of the same cost the one with fewer such
    /// edges is shorter. (NetworkX counts paths around and around there; igraph refuses.)
    ///
    /// - Parameters:
    ///   - normalized: whether to divide by the number of pairs of other nodes, (*n* - 1)(*n* - 2), or half of
    ///     it in an undirected projection.
    ///   - costs: what each edge costs; nil if all cost the same. With costs, the projection must keep its edges.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node; 0 for all in a graph of fewer than three nodes.
    /// - Throws: ``AnalysisError`` `badCost` or `missingCost` for the first edge of a cost that is negative, infinite
    ///   or not a number, `badParameter` if costs are asked of a projection that does not keep its edges, `cancelled`
    ///   if it was stopped.
    /// - Complexity: O(*n* (*n* + *m*)) time, with costs O(*n* (*n* + *m*) log *n*), and O(*n* + *m*) memory a thread.
    /// - Source: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology
    ///   25 (2001), doi:10.1080/0022250X.2001.9990249.
    public func betweennessCentrality(
        normalized: Bool = false, costs: EdgeCosts? = nil, execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        try BetweennessCentrality(normalized: normalized, costs: costs).scores(of: self, execution)
    }

    /// How many ordered pairs there are of nodes other than one.
    var pairsOfOthers: Double { Double(max(nodeCount - 1, 0)) * Double(max(nodeCount - 2, 0)) }

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
