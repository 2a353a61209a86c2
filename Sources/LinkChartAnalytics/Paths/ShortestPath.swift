public import LinkChartModel

/// A path of the fewest hops, or of the least cost.
///
/// Without costs, a search from both ends at once: on graphs with hubs it sees a small part of what a search
/// from one end sees. Of several shortest paths it is the first that ``AllShortestPaths`` lists. With costs,
/// Dijkstra's algorithm; of several cheapest paths it is one with the fewest hops.
///
/// Source: I. Pohl, Bi-directional search, Machine Intelligence 6 (1971); E. Dijkstra, A note on two problems in
/// connexion with graphs, Numerische Mathematik 1 (1959), doi:10.1007/BF01386390.
public struct ShortestPath: PathAlgorithm {
    /// How many hops it has at most; nil for any number.
    public var maxHops: Int?
    /// Nodes that are not on it.
    public var avoiding: Set<NodeIndex>
    /// What each edge costs; nil for 1 each.
    public var costs: EdgeCosts?

    /// A question for one path.
    ///
    /// - Parameters:
    ///   - maxHops: how many hops it has at most; nil for any number.
    ///   - avoiding: nodes that are not on it.
    ///   - costs: what each edge costs; nil for 1 each.
    public init(maxHops: Int? = nil, avoiding: Set<NodeIndex> = [], costs: EdgeCosts? = nil) {
        self.maxHops = maxHops
        self.avoiding = avoiding
        self.costs = costs
    }

    public func paths(
        in projection: Projection, from source: NodeIndex, to target: NodeIndex, limits: SearchLimits,
        execution: Execution
    ) throws(AnalysisError) -> PathSet {
        let stop = SearchStop(limits, execution)
        let question: PathQuestion
        switch try PathQuestion.make(
            projection, from: source, to: target, avoiding: avoiding, costs: costs, stop: stop)
        {
        case .success(let made): question = made
        case .failure(let none): return PathSet(projection, noPathReason: none.reason)
        }
        var meter = StopMeter(stop)
        let arcs: [Int]?
        if costs == nil {
            arcs = TwoSidedHopSearch.arcs(question, maxHops: maxHops, &meter)
        } else {
            var search = CheapestPathSearch(question, maxHops: maxHops, meter)
            arcs = search.arcs(from: question.source)
            meter = search.meter
        }
        if meter.wasStopped { return PathSet(projection, truncation: try stop.truncation()) }
        guard let arcs else { return try question.noPath() }
        return PathSet(projection, [question.path(along: arcs)])
    }
}

extension Projection {
    /// A path of the fewest hops, or of the least cost; see ``ShortestPath``.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, the path has no steps.
    ///   - maxHops: how many hops it has at most; nil for any number.
    ///   - avoiding: nodes that are not on it.
    ///   - costs: what each edge costs; nil for 1 each.
    ///   - limits: when to stop.
    ///   - execution: how to run; the path does not depend on it.
    /// - Returns: one path, or none and the reason.
    /// - Throws: ``AnalysisError`` if an edge has no cost that can be, the projection does not keep its edges,
    ///   or nobody wants the path any more.
    /// - Complexity: O(*n* + *m*); with costs O((*n* + *m*) log *n*), and `maxHops` times as much with a bound.
    public func shortestPath(
        from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil, avoiding: Set<NodeIndex> = [],
        costs: EdgeCosts? = nil, limits: SearchLimits = .none, execution: Execution = .default
    ) throws(AnalysisError) -> PathSet {
        try ShortestPath(maxHops: maxHops, avoiding: avoiding, costs: costs)
            .paths(in: self, from: source, to: target, limits: limits, execution: execution)
    }
}
