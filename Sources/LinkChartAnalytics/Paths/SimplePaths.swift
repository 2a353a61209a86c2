public import LinkChartModel

extension Projection {
    /// All simple paths: those that visit no node twice, of at most `maxHops` hops.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, there is one path, without steps.
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
    /// - Returns: the paths one by one, in the order of a depth-first search that takes arcs as they stand in
    ///   the projection's rows.
    /// - Complexity: O(*n* + *m*) before the first path, and O(`maxHops` (*n* + *m*)) at most between two; usually
    ///   far less. Memory O(*n*), however many paths there are.
    /// - Precondition: the projection keeps its edges.
    public func allSimplePaths(
        from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil, avoiding: Set<NodeIndex> = []
    ) -> SimplePaths {
        SimplePaths.make(
            self, from: source, to: target, maxHops: maxHops, onlyShortest: false, avoiding: avoiding)
    }

    /// All simple paths of at most `maxHops` hops, with what they cost; see
    /// ``allSimplePaths(from:to:maxHops:avoiding:)``.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node.
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
    ///   - costs: what each edge costs. Paths are not found in the order of their costs.
    /// - Throws: ``AnalysisError`` if an edge has no cost that can be.
    /// - Precondition: the projection keeps its edges.
    public func allSimplePaths(
        from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil, avoiding: Set<NodeIndex> = [],
        costs: EdgeCosts
    ) throws(AnalysisError) -> SimplePaths {
        try SimplePaths.make(
            self, from: source, to: target, maxHops: maxHops, onlyShortest: false, avoiding: avoiding,
            costs: costs)
    }

    /// All paths of the fewest hops.
    ///
    /// Two edges between the same nodes make two paths.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, there is one path, without steps.
    ///   - maxHops: how many hops that may be at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
    /// - Returns: the paths one by one, in the order of ``allSimplePaths(from:to:maxHops:avoiding:)``.
    /// - Complexity: O(*n* + *m*) before the first path, and for each path the sum of the degrees along it.
    ///   Memory O(*n*), however many paths there are.
    /// - Precondition: the projection keeps its edges.
    public func allShortestPaths(
        from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil, avoiding: Set<NodeIndex> = []
    ) -> SimplePaths {
        SimplePaths.make(
            self, from: source, to: target, maxHops: maxHops, onlyShortest: true, avoiding: avoiding)
    }

    /// All paths of the least cost. Costs that differ by less than 1e-12 of themselves count as equal, because
    /// sums in another order differ by as much.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, there is one path, without steps.
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
    ///   - costs: what each edge costs.
    /// - Returns: the paths one by one, in the order of ``allSimplePaths(from:to:maxHops:avoiding:)``.
    /// - Throws: ``AnalysisError`` if an edge has no cost that can be.
    /// - Complexity: O((*n* + *m*) log *n*) before the first path, `maxHops` times as much with a bound. Memory
    ///   O(*n*), however many paths there are.
    /// - Precondition: the projection keeps its edges.
    public func allShortestPaths(
        from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil, avoiding: Set<NodeIndex> = [],
        costs: EdgeCosts
    ) throws(AnalysisError) -> SimplePaths {
        try SimplePaths.make(
            self, from: source, to: target, maxHops: maxHops, onlyShortest: true, avoiding: avoiding,
            costs: costs)
    }
}

/// Paths that are found as they are asked for; see ``LinkChartModel/Projection/allSimplePaths(from:to:maxHops:avoiding:)``.
public struct SimplePaths: Sequence, Sendable {
    /// What is searched.
    public let projection: Projection
    /// Why there is no path; nil if there is one.
    public let noPathReason: NoPathReason?
    /// How many hops the shortest path has, whatever it costs; nil if there is none.
    public let fewestHops: Int?
    private let search: SimplePathSearch?

    private init(
        _ projection: Projection, noPathReason: NoPathReason?, fewestHops: Int?, search: SimplePathSearch?
    ) {
        self.projection = projection
        self.noPathReason = noPathReason
        self.fewestHops = fewestHops
        self.search = search
    }

    /// - Throws: ``AnalysisError`` if there are costs and one can't be.
    fileprivate static func make(
        _ projection: Projection, from source: NodeIndex, to target: NodeIndex, maxHops: Int?,
        onlyShortest: Bool, avoiding: Set<NodeIndex>, costs: EdgeCosts?
    ) throws(AnalysisError) -> SimplePaths {
        let question: PathQuestion
        switch try PathQuestion.make(
            projection, from: source, to: target, avoiding: avoiding, costs: costs)
        {
        case .success(let made): question = made
        case .failure(let none):
            return SimplePaths(projection, noPathReason: none.reason, fewestHops: nil, search: nil)
        }
        let bound = Swift.min(maxHops ?? .max, projection.nodeCount)
        let hops = question.hopsToTarget(maxHops: bound)
        let fewest = Int(hops[question.source])
        guard bound >= 0, fewest >= 0 else {
            let reason = question.noPathReason(maxHops: maxHops)
            return SimplePaths(projection, noPathReason: reason, fewestHops: nil, search: nil)
        }
        var maxCost = Double.infinity
        if onlyShortest, costs != nil {
            var cheapest = CheapestPathSearch(question, maxHops: bound, shouldStop: nil)
            let arcs = cheapest.arcs(from: question.source) ?? []
            let cost = arcs.reduce(0) { $0 + question.cost(of: $1) }
            maxCost = cost + cost * 1e-12
        }
        let search = SimplePathSearch(
            question, hopsToTarget: hops, maxHops: onlyShortest && costs == nil ? fewest : bound,
            maxCost: maxCost)
        return SimplePaths(projection, noPathReason: nil, fewestHops: fewest, search: search)
    }

    /// Without costs nothing throws.
    fileprivate static func make(
        _ projection: Projection, from source: NodeIndex, to target: NodeIndex, maxHops: Int?,
        onlyShortest: Bool, avoiding: Set<NodeIndex>
    ) -> SimplePaths {
        do throws(AnalysisError) {
            return try make(
                projection, from: source, to: target, maxHops: maxHops, onlyShortest: onlyShortest,
                avoiding: avoiding, costs: nil)
        } catch { preconditionFailure("only costs can be wrong: \(error)") }
    }

    /// Finds the paths one after the other.
    public struct Iterator: IteratorProtocol {
        fileprivate var search: SimplePathSearch?

        /// Whether the search was stopped by ``SimplePaths/makeIterator(shouldStop:)``'s check.
        public var wasStopped: Bool { search?.wasStopped ?? false }

        public mutating func next() -> Path? { search?.next() }
    }

    public func makeIterator() -> Iterator { Iterator(search: search) }

    /// An iterator that ends when the check returns true, which it asks now and then.
    public func makeIterator(shouldStop: (@Sendable () -> Bool)?) -> Iterator {
        var iterator = makeIterator()
        iterator.search?.shouldStop = shouldStop
        return iterator
    }

    /// The paths as a set, within limits.
    ///
    /// - Parameter limits: how many paths at most, and when to stop; reaching either is reported.
    /// - Returns: the paths in the order of the sequence.
    public func collected(_ limits: SearchLimits = .none) -> PathSet {
        var paths: [Path] = []
        var iterator = makeIterator(shouldStop: limits.shouldStop)
        while let path = iterator.next() {
            if let limit = limits.maxPaths, paths.count == limit {
                return PathSet(projection, paths, truncation: .pathLimit(limit))
            }
            paths.append(path)
        }
        return PathSet(
            projection, paths, noPathReason: noPathReason, truncation: iterator.wasStopped ? .stopped : nil)
    }
}
