public import LinkChartModel

/// All simple paths: those that visit no node twice, of at most so many hops. See
/// ``LinkChartModel/Projection/allSimplePaths(from:to:maxHops:avoiding:costs:execution:)``, which finds them one by
/// one.
public struct AllSimplePaths: PathAlgorithm {
    /// How many hops a path has at most; nil for any number.
    public var maxHops: Int?
    /// Nodes that are on no path.
    public var avoiding: Set<NodeIndex>
    /// What each edge costs; nil for 1 each.
    public var costs: EdgeCosts?

    /// A question for all simple paths.
    ///
    /// - Parameters:
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
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
        try SimplePaths.collected(
            projection, from: source, to: target, maxHops: maxHops, onlyShortest: false, avoiding: avoiding,
            costs: costs, limits, execution)
    }
}

/// All paths of the fewest hops, or of the least cost. See
/// ``LinkChartModel/Projection/allShortestPaths(from:to:maxHops:avoiding:costs:execution:)``, which finds them one
/// by one.
public struct AllShortestPaths: PathAlgorithm {
    /// How many hops a path has at most; nil for any number.
    public var maxHops: Int?
    /// Nodes that are on no path.
    public var avoiding: Set<NodeIndex>
    /// What each edge costs; nil for 1 each.
    public var costs: EdgeCosts?

    /// A question for all shortest paths.
    ///
    /// - Parameters:
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
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
        try SimplePaths.collected(
            projection, from: source, to: target, maxHops: maxHops, onlyShortest: true, avoiding: avoiding,
            costs: costs, limits, execution)
    }
}

extension Projection {
    /// All simple paths: those that visit no node twice, of at most `maxHops` hops.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, there is one path, without steps.
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
    ///   - costs: what each edge costs; nil for 1 each. Paths are not found in the order of their costs.
    ///   - execution: how to run what comes before the first path.
    /// - Returns: the paths one by one, in the order of a depth-first search that takes arcs as they stand in
    ///   the projection's rows. Each is found when it is asked for.
    /// - Throws: ``AnalysisError`` if an edge has no cost that can be, the projection does not keep its edges,
    ///   or nobody wants the paths any more.
    /// - Complexity: O(*n* + *m*) before the first path, and O(`maxHops` (*n* + *m*)) at most between two; usually
    ///   far less. Memory O(*n*), however many paths there are.
    public func allSimplePaths(
        from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil, avoiding: Set<NodeIndex> = [],
        costs: EdgeCosts? = nil, execution: Execution = .default
    ) throws(AnalysisError) -> SimplePaths {
        try SimplePaths(
            self, from: source, to: target, maxHops: maxHops, onlyShortest: false, avoiding: avoiding,
            costs: costs, SearchStop(.none, execution))
    }

    /// All paths of the fewest hops, or of the least cost.
    ///
    /// Two edges between the same nodes make two paths. Costs that differ by less than 1e-12 of themselves, and
    /// 2^-51 more for each hop of the cheapest path, count as equal, because sums in another order differ by as much.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, there is one path, without steps.
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
    ///   - costs: what each edge costs; nil for 1 each.
    ///   - execution: how to run what comes before the first path.
    /// - Returns: the paths one by one, in the order of
    ///   ``allSimplePaths(from:to:maxHops:avoiding:costs:execution:)``.
    /// - Throws: ``AnalysisError`` if an edge has no cost that can be, the projection does not keep its edges,
    ///   or nobody wants the paths any more.
    /// - Complexity: O(*n* + *m*) before the first path, and for each path the sum of the degrees along it.
    ///   With costs O((*n* + *m*) log *n*) before the first path, `maxHops` times as much with a bound; between two
    ///   paths with both at most `maxHops` *m* times that, usually far less. Memory O(*n*), with both O(*m* `maxHops`),
    ///   however many paths there are.
    public func allShortestPaths(
        from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil, avoiding: Set<NodeIndex> = [],
        costs: EdgeCosts? = nil, execution: Execution = .default
    ) throws(AnalysisError) -> SimplePaths {
        try SimplePaths(
            self, from: source, to: target, maxHops: maxHops, onlyShortest: true, avoiding: avoiding,
            costs: costs, SearchStop(.none, execution))
    }
}
