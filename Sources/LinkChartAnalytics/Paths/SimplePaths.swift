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
        SimplePaths(self, from: source, to: target, maxHops: maxHops, avoiding: avoiding)
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
        SimplePaths(self, from: source, to: target, maxHops: maxHops, onlyShortest: true, avoiding: avoiding)
    }
}

/// Paths that are found as they are asked for; see ``LinkChartModel/Projection/allSimplePaths(from:to:maxHops:avoiding:)``.
public struct SimplePaths: Sequence, Sendable {
    /// What is searched.
    public let projection: Projection
    /// Why there is no path; nil if there is one.
    public let noPathReason: NoPathReason?
    /// How many hops the shortest path has; nil if there is none.
    public let fewestHops: Int?
    private let search: SimplePathSearch?

    init(
        _ projection: Projection, from source: NodeIndex, to target: NodeIndex, maxHops: Int?,
        onlyShortest: Bool = false, avoiding: Set<NodeIndex>
    ) {
        self.projection = projection
        // Without costs, making the question does not throw.
        switch try? PathQuestion.make(projection, from: source, to: target, avoiding: avoiding) {
        case .success(let question):
            let bound = Swift.min(maxHops ?? .max, projection.nodeCount)
            let hops = question.hopsToTarget(maxHops: bound)
            let fewest = Int(hops[question.source])
            guard bound >= 0, fewest >= 0 else {
                noPathReason = question.noPathReason(maxHops: maxHops)
                fewestHops = nil
                search = nil
                return
            }
            noPathReason = nil
            fewestHops = fewest
            search = SimplePathSearch(
                question, hopsToTarget: hops, maxHops: onlyShortest ? fewest : bound)
        case .failure(let none):
            noPathReason = none.reason
            fewestHops = nil
            search = nil
        case nil: preconditionFailure("no costs, so nothing to throw")
        }
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
