public import LinkChartModel

/// Paths that are found as they are asked for; see ``LinkChartModel/Projection/allSimplePaths(from:to:maxHops:avoiding:costs:execution:)``.
public struct SimplePaths: Sequence, Sendable {
    /// What is searched.
    public let projection: Projection
    /// Why there is no path; nil if there is one.
    public let noPathReason: NoPathReason?
    /// How many hops the shortest path has, whatever it costs; nil if there is none.
    public let fewestHops: Int?
    private let search: SimplePathSearch?

    /// Makes ready for the first path.
    ///
    /// - Throws: ``AnalysisError``; also `cancelled` where `stop` says so by its limits.
    init(
        _ projection: Projection, from source: NodeIndex, to target: NodeIndex, maxHops: Int?,
        onlyShortest: Bool, avoiding: Set<NodeIndex>, costs: EdgeCosts?, _ stop: SearchStop
    ) throws(AnalysisError) {
        self.projection = projection
        let question: PathQuestion
        switch try PathQuestion.make(
            projection, from: source, to: target, avoiding: avoiding, costs: costs, stop: stop)
        {
        case .success(let made): question = made
        case .failure(let none):
            (noPathReason, fewestHops, search) = (none.reason, nil, nil)
            return
        }
        var meter = StopMeter(stop)
        let bound = Swift.min(maxHops ?? .max, projection.nodeCount)
        let hops = question.hopsToTarget(around: question.blocked, maxHops: bound, &meter)
        let fewest = Int(hops[question.source])
        if meter.wasStopped { throw .cancelled }
        guard bound >= 0, fewest >= 0 else {
            let (reason, wasStopped) = question.noPathReason()
            if wasStopped { throw .cancelled }
            (noPathReason, fewestHops, search) = (reason, nil, nil)
            return
        }
        var maxCost = Double.infinity
        if onlyShortest, costs != nil {
            var cheapest = CheapestPathSearch(question, maxHops: bound, meter)
            let arcs = cheapest.arcs(from: question.source)
            meter = cheapest.meter
            if meter.wasStopped { throw .cancelled }
            guard let arcs else {
                let (reason, wasStopped) = question.noPathReason()
                if wasStopped { throw .cancelled }
                (noPathReason, fewestHops, search) = (reason, nil, nil)
                return
            }
            let cost = arcs.reduce(0) { $0 + question.cost(of: $1) }
            // A sum in another order may differ by half a unit in the last place for each hop.
            maxCost = cost + cost * (1e-12 + Double(arcs.count) * 0x1p-51)
        }
        let search = SimplePathSearch(
            question, hopsToTarget: hops, maxHops: onlyShortest && costs == nil ? fewest : bound,
            maxCost: maxCost, meter)
        if search.wasStopped { throw .cancelled }
        (noPathReason, fewestHops, self.search) = (nil, fewest, search)
    }

    /// The paths as a set, where limits count from the beginning.
    static func collected(
        _ projection: Projection, from source: NodeIndex, to target: NodeIndex, maxHops: Int?,
        onlyShortest: Bool, avoiding: Set<NodeIndex>, costs: EdgeCosts?, _ limits: SearchLimits,
        _ execution: Execution
    ) throws(AnalysisError) -> PathSet {
        let stop = SearchStop(limits, execution)
        let paths: SimplePaths
        do throws(AnalysisError) {
            paths = try SimplePaths(
                projection, from: source, to: target, maxHops: maxHops, onlyShortest: onlyShortest,
                avoiding: avoiding, costs: costs, stop)
        } catch {
            guard error.code == .cancelled else { throw error }
            return PathSet(projection, truncation: try stop.truncation())
        }
        return try paths.collected(limits, execution: execution)
    }

    /// Finds the paths one after the other.
    public struct Iterator: IteratorProtocol {
        fileprivate var search: SimplePathSearch?

        /// Whether the search was stopped by ``SimplePaths/makeIterator(shouldStop:)``'s check, or with its task.
        public var wasStopped: Bool { search?.wasStopped ?? false }

        public mutating func next() -> Path? { search?.next() }
    }

    /// An iterator from the first path on, that ends before the last only if its task is cancelled.
    public func makeIterator() -> Iterator { makeIterator(SearchStop(.none, .default)) }

    /// An iterator that ends when the check returns true, which it asks now and then.
    ///
    /// - Parameter shouldStop: whether to end; ``Iterator/wasStopped`` tells that it did.
    public func makeIterator(shouldStop: (@Sendable () -> Bool)?) -> Iterator {
        makeIterator(SearchStop(SearchLimits(shouldStop: shouldStop)))
    }

    private func makeIterator(_ stop: SearchStop) -> Iterator {
        var iterator = Iterator(search: search)
        iterator.search?.meter = StopMeter(stop)
        return iterator
    }

    /// The paths as a set, within limits.
    ///
    /// - Parameters:
    ///   - limits: how many paths at most, and when to stop; reaching either is reported.
    ///   - execution: how to run; the paths do not depend on it.
    /// - Returns: the paths in the order of the sequence.
    /// - Throws: ``AnalysisError/cancelled`` if nobody wants them any more.
    public func collected(
        _ limits: SearchLimits = .none, execution: Execution = .default
    ) throws(AnalysisError) -> PathSet {
        let stop = SearchStop(limits, execution)
        var paths: [Path] = []
        var iterator = makeIterator(stop)
        while let path = iterator.next() {
            if let limit = limits.maxPaths, paths.count >= limit {
                return PathSet(projection, paths, truncation: .pathLimit(limit))
            }
            paths.append(path)
        }
        guard iterator.wasStopped else { return PathSet(projection, paths, noPathReason: noPathReason) }
        return PathSet(projection, paths, truncation: try stop.truncation())
    }
}
