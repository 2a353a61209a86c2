internal import LinkChartModel

/// F: found for every possible addition to a set in one depth-first search, because only articulation points
/// split what is left.
struct FragmentationObjective: PlayerObjective {
    private let rows: CompressedRows

    init(_ projection: Projection) { rows = projection.simpleRows }

    var nodeCount: Int { rows.nodeCount }
    var additionCost: Int { 2 * (rows.nodeCount + rows.arcCount) }

    /// 1 less the share of ordered pairs that reach each other.
    static func score(connected: Int, of count: Int) -> Double {
        count < 2 ? 1 : 1 - Double(connected) / (Double(count) * Double(count - 1))
    }

    func score(of set: [Int], _ execution: Execution) throws(AnalysisError) -> Double {
        try execution.check()
        var removed = [Bool](repeating: false, count: nodeCount)
        for node in set { removed[node] = true }
        let split = try SplitSearch(rows, without: removed, execution)
        return Self.score(connected: split.connectedPairs, of: nodeCount - set.count)
    }

    func bestAddition(
        to set: [Int], _ execution: Execution
    ) throws(AnalysisError) -> (node: Int, score: Double)? {
        try execution.check()
        var removed = [Bool](repeating: false, count: nodeCount)
        for node in set { removed[node] = true }
        let split = try SplitSearch(rows, without: removed, execution)
        var best: (node: Int, connected: Int)?
        for node in 0..<nodeCount where !removed[node] {
            if split.connectedWithout[node] < best?.connected ?? .max {
                best = (node, split.connectedWithout[node])
            }
        }
        execution.progress?(1)
        return best.map { ($0.node, Self.score(connected: $0.connected, of: nodeCount - set.count - 1)) }
    }
}

/// How many ordered pairs of nodes reach each other, and how many if one more node is gone: by a depth-first
/// search (R. Tarjan 1972, doi:10.1137/0201010) that sums up the parts which each node separates.
struct SplitSearch {
    private(set) var connectedPairs = 0
    /// By the node that is gone; 0 for those that were gone before.
    private(set) var connectedWithout: [Int]

    /// - Complexity: O(*n* + *m*).
    /// - Throws: ``AnalysisError/cancelled``.
    init(
        _ rows: CompressedRows, without removed: [Bool], _ execution: Execution = .threads(1)
    ) throws(AnalysisError) {
        let count = rows.nodeCount
        connectedWithout = [Int](repeating: 0, count: count)
        // Numbers in the order of the search, from 1; 0 where it has not been.
        var entered = [UInt32](repeating: 0, count: count)
        var low = entered
        var size = [UInt32](repeating: 1, count: count)
        var nextArc = rows.offsets
        var stack: [UInt32] = []
        var members: [UInt32] = []
        // What each node separates: how many nodes, and how many ordered pairs remain among them.
        var separated = [Int](repeating: 0, count: count)
        var separatedPairs = separated
        var time: UInt32 = 0

        var meter = WorkMeter(execution, total: rows.arcCount + count)
        try rows.withUnsafeRows { rows throws(AnalysisError) in
            for root in 0..<count where !removed[root] && entered[root] == 0 {
                members.removeAll(keepingCapacity: true)
                time += 1
                entered[root] = time
                low[root] = time
                stack.append(UInt32(root))
                while let top = stack.last {
                    let node = Int(top)
                    if nextArc[node] < rows.offsets[node &+ 1] {
                        let neighbour = Int(rows.neighbours[nextArc[node]])
                        nextArc[node] &+= 1
                        if removed[neighbour] { continue }
                        if entered[neighbour] == 0 {
                            time += 1
                            entered[neighbour] = time
                            low[neighbour] = time
                            stack.append(UInt32(neighbour))
                        } else {
                            // The arc back to the parent does no harm: it reaches no higher than the parent.
                            low[node] = min(low[node], entered[neighbour])
                        }
                        continue
                    }
                    stack.removeLast()
                    members.append(top)
                    try meter.advance(by: rows.count(node) &+ 1)
                    guard let parent = stack.last.map({ Int($0) }) else { continue }
                    size[parent] += size[node]
                    low[parent] = min(low[parent], low[node])
                    if low[node] >= entered[parent] {
                        let part = Int(size[node])
                        separated[parent] += part
                        separatedPairs[parent] += part * (part - 1)
                    }
                }
                let whole = members.count
                let pairs = whole * (whole - 1)
                connectedPairs += pairs
                for member in members {
                    let node = Int(member)
                    let rest = whole - 1 - separated[node]
                    connectedWithout[node] = separatedPairs[node] + rest * max(rest - 1, 0) - pairs
                }
            }
        }
        for node in 0..<count where !removed[node] { connectedWithout[node] += connectedPairs }
    }
}
