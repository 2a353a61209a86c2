public import LinkChartModel

/// The *k* shortest simple paths: Yen's algorithm.
///
/// A path differs from those before it from some node on, where it leaves the way that they take. Such
/// departures are found for each path from the node on where it left its own model (Lawler), are aimed by
/// the exact costs to the target, and are only followed up when nothing cheaper is left.
///
/// Source: J. Yen, Finding the K shortest loopless paths in a network, Management Science 17 (1971),
/// doi:10.1287/mnsc.17.11.712; E. Lawler, A procedure for computing the K best solutions to discrete
/// optimization problems, Management Science 18 (1972), doi:10.1287/mnsc.18.7.401.
public struct YenKShortestPaths: PathAlgorithm {
    /// How many paths; fewer are found if there are no more.
    public var count: Int
    /// How many hops a path has at most; nil for any number.
    public var maxHops: Int?
    /// Nodes that are on no path.
    public var avoiding: Set<NodeIndex>
    /// What each edge costs; nil for 1 each.
    public var costs: EdgeCosts?

    /// A question for the best paths.
    ///
    /// - Parameters:
    ///   - count: how many paths, from 0 up; fewer are found if there are no more.
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
    ///   - costs: what each edge costs; nil for 1 each.
    public init(
        _ count: Int, maxHops: Int? = nil, avoiding: Set<NodeIndex> = [], costs: EdgeCosts? = nil
    ) {
        self.count = count
        self.maxHops = maxHops
        self.avoiding = avoiding
        self.costs = costs
    }

    public func paths(
        in projection: Projection, from source: NodeIndex, to target: NodeIndex, limits: SearchLimits,
        execution: Execution
    ) throws(AnalysisError) -> PathSet {
        guard count >= 0 else {
            throw AnalysisError(.badParameter, "\(count) paths can't be found: the number is 0 or more")
        }
        let stop = SearchStop(limits, execution)
        let question: PathQuestion
        switch try PathQuestion.make(
            projection, from: source, to: target, avoiding: avoiding, costs: costs, stop: stop)
        {
        case .success(let made): question = made
        case .failure(let none): return PathSet(projection, noPathReason: none.reason)
        }
        guard count > 0 else { return PathSet(projection) }
        var yen = YenSearch(question, maxHops: maxHops, StopMeter(stop))
        var paths: [Path] = []
        var truncation: Truncation?
        while paths.count < count, let arcs = yen.next() {
            if let limit = limits.maxPaths, paths.count >= limit {
                truncation = .pathLimit(limit)
                break
            }
            paths.append(question.path(along: arcs))
        }
        if yen.wasStopped { truncation = try stop.truncation() }
        if paths.isEmpty, truncation == nil { return try question.noPath() }
        return PathSet(projection, paths.sorted(by: Path.precedes), truncation: truncation)
    }
}

extension Projection {
    /// The *k* shortest simple paths; see ``YenKShortestPaths``.
    ///
    /// - Parameters:
    ///   - count: how many paths, from 0 up; fewer are found if there are no more.
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, there is one path, without steps.
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
    ///   - costs: what each edge costs; nil for 1 each.
    ///   - limits: when to stop; the paths found by then are the cheapest ones.
    ///   - execution: how to run; the paths do not depend on it.
    /// - Returns: the paths by cost, then by hops, then by the indices of nodes and edges.
    /// - Throws: ``AnalysisError`` if the number is negative, an edge has no cost that can be, the projection
    ///   does not keep its edges, or nobody wants the paths any more.
    /// - Complexity: O(*k* *n* (*n* + *m*) log *n*) at worst; usually little more than writing the paths down.
    public func yenKShortestPaths(
        _ count: Int, from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil,
        avoiding: Set<NodeIndex> = [], costs: EdgeCosts? = nil, limits: SearchLimits = .none,
        execution: Execution = .default
    ) throws(AnalysisError) -> PathSet {
        try YenKShortestPaths(count, maxHops: maxHops, avoiding: avoiding, costs: costs)
            .paths(in: self, from: source, to: target, limits: limits, execution: execution)
    }
}
