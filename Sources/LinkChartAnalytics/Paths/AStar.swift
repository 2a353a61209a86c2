public import LinkChartModel

/// A*: a cheapest path, found by going first where an estimate says that the target is near.
///
/// If the estimate never exceeds what it really costs to get from a node to the target, the path is a cheapest one,
/// whatever else the estimate does; the nearer it comes to the truth, the less is searched. It need not be
/// consistent: a node that is reached more cheaply later on is followed up again. If it exceeds the truth somewhere,
/// the path is a path, but there may be cheaper ones. If it is 0 everywhere, this is Dijkstra's algorithm.
///
/// Source: P. Hart, N. Nilsson, B. Raphael, A formal basis for the heuristic determination of minimum cost paths,
/// IEEE Transactions on Systems Science and Cybernetics 4 (1968), doi:10.1109/TSSC.1968.300136.
public struct AStar: PathAlgorithm {
    /// What each edge costs; nil for 1 each.
    public var costs: EdgeCosts?
    /// Nodes that are not on the path.
    public var avoiding: Set<NodeIndex>
    /// At least what it costs, as far as is known, to get from a node to the target: a finite number from 0 up.
    public var estimate: @Sendable (_ node: NodeIndex) -> Double

    /// A question for a cheapest path.
    ///
    /// - Parameters:
    ///   - costs: what each edge costs; nil for 1 each.
    ///   - avoiding: nodes that are not on the path.
    ///   - estimate: what it costs at least to get from a node to the target, in the unit of the costs: finite and
    ///     not negative. It is asked once of every node that the search comes to, but the target.
    public init(
        costs: EdgeCosts? = nil, avoiding: Set<NodeIndex> = [],
        estimate: @escaping @Sendable (_ node: NodeIndex) -> Double
    ) {
        self.costs = costs
        self.avoiding = avoiding
        self.estimate = estimate
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
        var search = EstimateSearch(question, StopMeter(stop), estimate)
        let arcs = try search.arcs()
        if search.wasStopped { return PathSet(projection, truncation: try stop.truncation()) }
        guard let arcs else { return try question.noPath() }
        return PathSet(projection, [question.path(along: arcs)])
    }
}

extension Projection {
    /// A cheapest path, found by going first where an estimate says that the target is near; see ``AStar``.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, the path has no steps.
    ///   - costs: what each edge costs; nil for 1 each.
    ///   - avoiding: nodes that are not on it.
    ///   - limits: when to stop.
    ///   - execution: how to run; the path does not depend on it.
    ///   - estimate: what it costs at least to get from a node to the target, in the unit of the costs: finite and
    ///     not negative.
    /// - Returns: one path, or none and the reason.
    /// - Throws: ``AnalysisError`` if an estimate is negative, infinite or NaN, an edge has no cost that can be, the
    ///   projection does not keep its edges, or nobody wants the path any more.
    /// - Complexity: O((*n* + *m*) log *n*) if the estimate falls along no edge by more than the edge costs; with
    ///   others nodes may be followed up many times.
    public func aStar(
        from source: NodeIndex, to target: NodeIndex, costs: EdgeCosts? = nil, avoiding: Set<NodeIndex> = [],
        limits: SearchLimits = .none, execution: Execution = .default,
        estimate: @escaping @Sendable (_ node: NodeIndex) -> Double
    ) throws(AnalysisError) -> PathSet {
        try AStar(costs: costs, avoiding: avoiding, estimate: estimate)
            .paths(in: self, from: source, to: target, limits: limits, execution: execution)
    }
}

/// The search of ``AStar``, for one path.
private struct EstimateSearch {
    private struct Entry: Comparable {
        /// What the way costs, and what is estimated to come.
        var total: Double
        var cost: Double
        var node: UInt32

        /// Of equal totals the one first that is nearer to the target.
        static func < (a: Self, b: Self) -> Bool { (a.total, b.cost, a.node) < (b.total, a.cost, b.node) }
    }

    private let question: PathQuestion
    private let estimate: (NodeIndex) -> Double
    private var meter: StopMeter
    private var queue = BinaryHeap<Entry>()
    private var costs: [Double]
    /// The arc by which the cheapest way found comes to a node, and from which node.
    private var cameBy: [(arc: Int, from: Int)]
    /// NaN where it was not asked yet.
    private var estimates: [Double]
    private var isClosed: [Bool]

    var wasStopped: Bool { meter.wasStopped }

    init(_ question: PathQuestion, _ meter: StopMeter, _ estimate: @escaping (NodeIndex) -> Double) {
        let count = question.projection.nodeCount
        self.question = question
        self.meter = meter
        self.estimate = estimate
        costs = [Double](repeating: .infinity, count: count)
        cameBy = [(arc: Int, from: Int)](repeating: (-1, -1), count: count)
        estimates = [Double](repeating: .nan, count: count)
        estimates[question.target] = 0
        isClosed = question.blocked
    }

    /// The arcs of the path; nil if there is none, or the search was stopped.
    mutating func arcs() throws(AnalysisError) -> [Int]? {
        let rows = question.projection.outgoing
        try reach(question.source, cost: 0, by: (-1, -1))
        while let entry = queue.popLeast() {
            let node = Int(entry.node)
            // Later and dearer entries of a node that was reached more cheaply.
            if entry.cost > costs[node] { continue }
            if node == question.target { return way() }
            let row = rows.row(node)
            if meter.shouldStop(after: row.count) { return nil }
            for arc in row {
                try reach(
                    Int(rows.neighbours[arc]), cost: entry.cost + question.cost(of: arc), by: (arc, node))
            }
        }
        return nil
    }

    private mutating func reach(_ node: Int, cost: Double, by way: (arc: Int, from: Int))
        throws(AnalysisError)
    {
        guard cost < costs[node], !isClosed[node] else { return }
        if estimates[node].isNaN {
            let index = question.projection.node(at: node)
            let value = estimate(index)
            guard value >= 0, value < .infinity else {
                throw AnalysisError(
                    .badParameter,
                    "the estimate of node \(index.rawValue) is \(value): it must be finite and not negative")
            }
            estimates[node] = value
        }
        costs[node] = cost
        cameBy[node] = way
        queue.insert(Entry(total: cost + estimates[node], cost: cost, node: UInt32(truncatingIfNeeded: node)))
    }

    private func way() -> [Int] {
        var arcs: [Int] = []
        var node = question.target
        while cameBy[node].from >= 0 {
            arcs.append(cameBy[node].arc)
            node = cameBy[node].from
        }
        return arcs.reversed()
    }
}
