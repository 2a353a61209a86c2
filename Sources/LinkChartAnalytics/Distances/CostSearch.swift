internal import LinkChartModel

/// Dijkstra's algorithm from one node over the whole of a graph, for costs of any kind.
///
/// E. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959),
/// doi:10.1007/BF01386390.
struct CostSearch {
    /// Rows, and what each of their arcs costs; nil for 1 each.
    typealias Arcs = (rows: CompressedRows, costs: [Double]?)

    var arcs: Arcs
    /// A second set of arcs from the same nodes; nil if there is none.
    var also: Arcs?
    /// Nodes that are not entered.
    var avoided: [Int] = []
    /// A node that is reached but not passed.
    var end: Int?

    /// The least cost of a way from a node to every other; infinite where there is none.
    ///
    /// Sums are taken from the source on, so that costs are the same to the last bit however the search runs.
    ///
    /// - Parameters:
    ///   - source: where ways start.
    ///   - goOn: told how many arcs were looked at; the search ends when it says false.
    /// - Returns: the costs, those found by then if the search ended early.
    func costs(from source: Int, goOn: (_ arcs: Int) -> Bool) -> [Double] {
        var found = [Double](repeating: .infinity, count: arcs.rows.nodeCount)
        // No cost is less than that of those not to be entered.
        for node in avoided { found[node] = -1 }
        found.withUnsafeMutableBufferPointer { found in
            arcs.rows.withUnsafeRows { rows in
                (also?.rows ?? arcs.rows).withUnsafeRows { alsoRows in
                    Self.search(
                        found, (rows, arcs.costs), also.map { (alsoRows, $0.costs) }, from: source, end: end,
                        goOn)
                }
            }
        }
        for node in avoided { found[node] = .infinity }
        return found
    }

    private static func search(
        _ found: UnsafeMutableBufferPointer<Double>, _ arcs: (rows: UnsafeRows, costs: [Double]?),
        _ also: (rows: UnsafeRows, costs: [Double]?)?, from source: Int, end: Int?, _ goOn: (Int) -> Bool
    ) {
        var queue = RadixHeap()
        @inline(__always)
        func relax(_ node: Int, _ cost: Double, _ rows: UnsafeRows, _ costs: [Double]?) {
            let row = rows.row(node)
            guard let costs else {
                for arc in row { reach(Int(rows.neighbours[arc]), cost + 1) }
                return
            }
            costs.withUnsafeBufferPointer { costs in
                for arc in row { reach(Int(rows.neighbours[arc]), cost + costs[arc]) }
            }
        }
        @inline(__always)
        func reach(_ node: Int, _ cost: Double) {
            guard cost < found[node] else { return }
            found[node] = cost
            queue.insert(UInt32(truncatingIfNeeded: node), cost: cost)
        }
        found[source] = 0
        queue.insert(UInt32(truncatingIfNeeded: source), cost: 0)
        while let (cost, number) = queue.popLeast() {
            let node = Int(number)
            // Later and dearer entries of a node that was reached more cheaply.
            if cost > found[node] || node == end { continue }
            guard goOn(arcs.rows.count(node) &+ (also?.rows.count(node) ?? 0)) else { return }
            relax(node, cost, arcs.rows, arcs.costs)
            if let also { relax(node, cost, also.rows, also.costs) }
        }
    }
}
