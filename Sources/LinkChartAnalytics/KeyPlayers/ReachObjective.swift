internal import LinkChartModel

/// mReach and dR. What a node adds to a set never grows with the set, so what it reaches alone bounds it.
struct ReachObjective: PlayerObjective {
    private let rows: CompressedRows
    /// How many steps count; nil for all, each node then counting 1 / distance.
    private let limit: Int?
    /// No less than what each node adds to any set.
    private let bounds: [Double]
    /// Nodes by bound, the greatest first.
    private let order: [UInt32]
    private let inverses: [Double]

    /// Up to how many arcs bounds are found by searching from every node.
    private static let searchLimit = 50_000_000

    init(_ projection: Projection, limit: Int?, _ execution: Execution) throws(AnalysisError) {
        let rows = projection.derived.value { ReachRows(rows: projection.distinctOutgoing) }.rows
        let count = rows.nodeCount
        let inverses = [1] + (1..<(count + 1)).map { 1 / Double($0) }
        self.rows = rows
        self.limit = limit
        self.inverses = inverses
        var bounds: [Double]
        let (cost, isTooLarge) = count.multipliedReportingOverflow(by: count + rows.arcCount)
        if isTooLarge || cost > Self.searchLimit {
            bounds = Self.walkBounds(rows, limit)
        } else {
            bounds = []
            try rows.withUnsafeRows { rows throws(AnalysisError) in
                var search = ReachSearch(rows: rows, limit: limit, inverses: inverses)
                var meter = WorkMeter(Execution(isCancelled: execution.isCancelled), total: cost)
                for node in 0..<count {
                    bounds.append(search.gain(of: node))
                    try meter.advance(by: search.looked + 1)
                }
            }
        }
        try execution.check()
        self.bounds = bounds
        var order = (0..<count).map { UInt32($0) }
        order.sort { a, b in
            let (x, y) = (bounds[Int(a)], bounds[Int(b)])
            return x != y ? x > y : a < b
        }
        self.order = order
    }

    /// Bounds from the number of walks, of which there are no fewer than nodes reached.
    private static func walkBounds(_ rows: CompressedRows, _ limit: Int?) -> [Double] {
        let count = rows.nodeCount
        let all = Double(count)
        // By one step to the degree, by two to as many as the neighbours' degrees add up to, and so on.
        let steps = min(limit ?? 2, 4)
        var within = [Double](repeating: 1, count: count)
        var bounds = within
        var walks = within
        for step in 0..<steps {
            let previous = walks
            for node in 0..<count {
                var sum = 0.0
                for neighbour in rows[node] { sum += previous[Int(neighbour)] }
                walks[node] = sum
                let more = min(sum, all - within[node])
                within[node] += more
                bounds[node] += limit == nil ? more / Double(step + 1) : more
            }
        }
        let isPartial = limit.map { $0 > steps } ?? true
        if isPartial {
            for node in 0..<count where rows.count(node) > 0 {
                let rest = all - within[node]
                bounds[node] += limit == nil ? rest / Double(steps + 1) : rest
            }
        }
        return bounds
    }

    var nodeCount: Int { rows.nodeCount }
    var additionCost: Int {
        let (cost, isTooLarge) = nodeCount.multipliedReportingOverflow(by: nodeCount + rows.arcCount)
        return isTooLarge ? .max : cost
    }

    private func score(_ reached: Double) -> Double {
        limit == nil && nodeCount > 0 ? reached / Double(nodeCount) : reached
    }

    func score(of set: [Int], _ execution: Execution) throws(AnalysisError) -> Double {
        try rows.withUnsafeRows { rows throws(AnalysisError) in
            var search = ReachSearch(rows: rows, limit: limit, inverses: inverses)
            return score(try search.reach(set, execution))
        }
    }

    /// What a set reaches, as a sum over the nodes.
    static func reach(
        of set: [Int], limit: Int?, _ projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> Double {
        let inverses = [1] + (1..<(projection.nodeCount + 1)).map { 1 / Double($0) }
        return try projection.outgoing.withUnsafeRows { rows throws(AnalysisError) in
            var search = ReachSearch(rows: rows, limit: limit, inverses: inverses)
            return try search.reach(set, execution)
        }
    }

    func bestAddition(
        to set: [Int], _ execution: Execution
    ) throws(AnalysisError) -> (node: Int, score: Double)? {
        try rows.withUnsafeRows { rows throws(AnalysisError) in
            var search = ReachSearch(rows: rows, limit: limit, inverses: inverses)
            let reached = try search.reach(set, execution.part(0, 0))
            var best: (node: Int, gain: Double)?
            var meter = WorkMeter(execution, total: nodeCount &* 64)
            for next in order {
                let node = Int(next)
                if let best, bounds[node] < best.gain { break }
                if search.isMember(node) { continue }
                let gain = search.gain(of: node)
                try meter.advance(by: 64 + search.looked)
                let known = best?.gain ?? -.infinity
                // Bounds are not in the order of numbers, so ties are decided here.
                if gain > known + Self.tolerance
                    || (gain >= known - Self.tolerance && node < best?.node ?? .max)
                {
                    best = (node, gain)
                }
            }
            return best.map { ($0.node, score(reached + $0.gain)) }
        }
    }
}

/// The rows that reach is counted along.
private struct ReachRows: Sendable {
    let rows: CompressedRows
}

/// Breadth-first searches that stop wherever the set is no farther.
private struct ReachSearch: ~Copyable {
    private let rows: UnsafeRows
    private let limit: UInt32
    private let isWeighted: Bool
    private let inverses: [Double]
    /// Distances from the set; the greatest number where it does not lead.
    private let fromSet: UnsafeMutableBufferPointer<UInt32>
    private let queue: UnsafeMutableBufferPointer<UInt32>
    private let seen: UnsafeMutableBufferPointer<UInt32>
    private var search: UInt32 = 0
    /// How many arcs the last search looked at.
    private(set) var looked = 0

    init(rows: UnsafeRows, limit: Int?, inverses: [Double]) {
        self.rows = rows
        self.limit = UInt32(clamping: limit ?? Int(UInt32.max) - 1)
        isWeighted = limit == nil
        self.inverses = inverses
        fromSet = .allocate(capacity: rows.nodeCount)
        fromSet.initialize(repeating: .max)
        queue = .allocate(capacity: rows.nodeCount)
        queue.initialize(repeating: 0)
        seen = .allocate(capacity: rows.nodeCount)
        seen.initialize(repeating: 0)
    }

    deinit {
        fromSet.deallocate()
        queue.deallocate()
        seen.deallocate()
    }

    func isMember(_ node: Int) -> Bool { fromSet[node] == 0 }

    private func worth(_ distance: UInt32) -> Double {
        guard distance <= limit else { return 0 }
        return isWeighted ? inverses[Int(distance)] : 1
    }

    /// Measures distances from a set, and says what it reaches.
    mutating func reach(_ set: [Int], _ execution: Execution) throws(AnalysisError) -> Double {
        try execution.check()
        var sum = 0.0
        var meter = WorkMeter(execution, total: set.count &* rows.neighbours.count)
        for member in set {
            sum += gain(of: member, isKept: true)
            try meter.advance(by: looked + 1)
        }
        return sum
    }

    /// What a node would reach beyond what the set does.
    mutating func gain(of node: Int) -> Double { gain(of: node, isKept: false) }

    private mutating func gain(of source: Int, isKept: Bool) -> Double {
        guard fromSet[source] > 0 else { return 0 }
        search += 1
        seen[source] = search
        queue[0] = UInt32(truncatingIfNeeded: source)
        var head = 0
        var tail = 1
        var distance: UInt32 = 0
        var sum = 0.0
        looked = 0
        while head < tail {
            let end = tail
            let worth = worth(distance)
            while head < end {
                let node = Int(queue[head])
                head &+= 1
                sum += worth - (fromSet[node] == .max ? 0 : self.worth(fromSet[node]))
                if isKept { fromSet[node] = distance }
                guard distance < limit else { continue }
                looked &+= rows.count(node)
                for arc in rows.row(node) {
                    let neighbour = Int(rows.neighbours[arc])
                    // Whoever the set reaches as soon leads to nobody sooner.
                    if seen[neighbour] != search, fromSet[neighbour] > distance &+ 1 {
                        seen[neighbour] = search
                        queue[tail] = UInt32(truncatingIfNeeded: neighbour)
                        tail &+= 1
                    }
                }
            }
            distance &+= 1
        }
        return sum
    }
}
