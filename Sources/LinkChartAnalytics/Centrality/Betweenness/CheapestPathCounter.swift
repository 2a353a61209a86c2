internal import LinkChartModel

/// Brandes' algorithm where arcs have costs: Dijkstra's search from one source, shortest paths counted in the order
/// in which it settles nodes, dependencies added on the way back.
///
/// An arc that costs nothing counts as infinitely cheap but not as nothing: of two ways that cost the same the one of
/// fewer such arcs is shorter. Without that, nodes joined by free arcs would be between each other without end; where
/// every arc costs something it changes nothing.
///
/// U. Brandes, On variants of shortest-path betweenness centrality and their generic computation, Social Networks 30
/// (2008), doi:10.1016/j.socnet.2007.11.001.
final class CheapestPathCounter<Count: PathCount> {
    private struct Entry: Comparable {
        var cost: Double
        var freeArcs: UInt32
        var node: UInt32

        static func < (a: Self, b: Self) -> Bool {
            a.cost < b.cost || a.cost == b.cost && a.freeArcs < b.freeArcs
        }
    }

    private let arcs: DistinctArcs
    private var queue = BinaryHeap<Entry>()
    private var found: [Double]
    private var freeArcs: [UInt32]
    /// When a node was settled; the greatest number before.
    private var place: [Int]
    private var order: [Int] = []
    /// On the way out the number of shortest paths, on the way back (1 + δ)/σ.
    private var counts: [Count]
    /// The arcs of shortest paths, in the order in which their first ends were settled.
    private var tight: [Int] = []
    private var tightStarts: [Int] = []

    init(_ arcs: DistinctArcs) {
        self.arcs = arcs
        let count = arcs.rows.nodeCount
        found = [Double](repeating: .infinity, count: count)
        freeArcs = [UInt32](repeating: 0, count: count)
        place = [Int](repeating: .max, count: count)
        counts = [Count](repeating: .zero, count: count)
    }

    /// Adds the dependencies of a source on all nodes and arcs.
    ///
    /// - Parameters:
    ///   - nodeSums: by node.
    ///   - arcSums: by arc of the rows; nil if nobody asks.
    /// - Returns: false if a count of paths went beyond its range; then the sums are as they were.
    func accumulate(
        from source: Int, nodeSums: UnsafeMutablePointer<Double>, arcSums: UnsafeMutablePointer<Double>?
    ) -> Bool {
        arcs.rows.withUnsafeRows { rows in
            if let costs = arcs.costs {
                costs.withUnsafeBufferPointer { settle(from: source, rows, $0) }
            } else {
                settle(from: source, rows)
            }
            let isSafe = count(from: source, rows)
            if isSafe { collect(from: source, rows, nodeSums, arcSums) }
            for node in order {
                found[node] = .infinity
                freeArcs[node] = 0
                place[node] = .max
                counts[node] = .zero
            }
            return isSafe
        }
    }

    private func settle(from source: Int, _ rows: UnsafeRows, _ costs: UnsafeBufferPointer<Double>) {
        order.removeAll(keepingCapacity: true)
        queue.removeAll()
        found[source] = 0
        queue.insert(Entry(cost: 0, freeArcs: 0, node: UInt32(truncatingIfNeeded: source)))
        while let entry = queue.popLeast() {
            let node = Int(entry.node)
            guard place[node] == .max else { continue }
            place[node] = order.count
            order.append(node)
            for arc in rows.row(node) {
                let next = Int(rows.neighbours[arc])
                guard place[next] == .max else { continue }
                let cost = entry.cost + costs[arc]
                let free = entry.freeArcs + (costs[arc] == 0 ? 1 : 0)
                guard cost < found[next] || cost == found[next] && free < freeArcs[next] else { continue }
                found[next] = cost
                freeArcs[next] = free
                queue.insert(
                    Entry(cost: cost, freeArcs: free, node: UInt32(truncatingIfNeeded: next)))
            }
        }
    }

    /// The same where every arc costs 1.
    private func settle(from source: Int, _ rows: UnsafeRows) {
        order.removeAll(keepingCapacity: true)
        order.append(source)
        found[source] = 0
        place[source] = 0
        var head = 0
        while head < order.count {
            let node = order[head]
            head += 1
            for arc in rows.row(node) {
                let next = Int(rows.neighbours[arc])
                guard place[next] == .max else { continue }
                place[next] = order.count
                found[next] = found[node] + 1
                order.append(next)
            }
        }
    }

    /// Counts shortest paths, and lists their arcs.
    private func count(from source: Int, _ rows: UnsafeRows) -> Bool {
        tight.removeAll(keepingCapacity: true)
        tightStarts.removeAll(keepingCapacity: true)
        counts[source] = .one
        let (tolerance, hasFreeArcs) = (1 + arcs.tolerance, arcs.hasFreeArcs)
        if hasFreeArcs && arcs.tolerance > 0 { recountFreeArcs(rows, tolerance) }
        for node in order {
            tightStarts.append(tight.count)
            let (cost, paths) = (found[node], counts[node])
            guard paths.isSafe else { return false }
            for arc in rows.row(node) {
                let next = Int(rows.neighbours[arc])
                let step = arcs.costs.map { $0[arc] } ?? 1
                guard cost + step <= found[next] * tolerance, place[next] > place[node] else { continue }
                if hasFreeArcs, freeArcs[next] != freeArcs[node] + (step == 0 ? 1 : 0) { continue }
                counts[next] += paths
                tight.append(arc)
            }
        }
        tightStarts.append(tight.count)
        return true
    }

    /// The fewest free arcs over all ways that cost the same within the tolerance: the search took the way that
    /// rounding made the cheapest.
    private func recountFreeArcs(_ rows: UnsafeRows, _ tolerance: Double) {
        for node in order {
            for arc in rows.row(node) {
                let next = Int(rows.neighbours[arc])
                let step = arcs.costs.map { $0[arc] } ?? 1
                guard found[node] + step <= found[next] * tolerance, place[next] > place[node] else {
                    continue
                }
                freeArcs[next] = min(freeArcs[next], freeArcs[node] + (step == 0 ? 1 : 0))
            }
        }
    }

    private func collect(
        from source: Int, _ rows: UnsafeRows, _ nodeSums: UnsafeMutablePointer<Double>,
        _ arcSums: UnsafeMutablePointer<Double>?
    ) {
        for position in order.indices.reversed() {
            let node = order[position]
            let paths = counts[node]
            var sum = Count.zero
            for number in tightStarts[position]..<tightStarts[position + 1] {
                let arc = tight[number]
                let share = counts[Int(rows.neighbours[arc])]
                sum += share
                if let arcSums { arcSums[arc] += (paths * share).doubleValue }
            }
            guard node != source else { continue }
            let dependency = (paths * sum).doubleValue
            nodeSums[node] += dependency
            counts[node] = Count(1 + dependency) / paths
        }
    }
}
