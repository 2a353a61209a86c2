internal import LinkChartModel

/// Draws a shortest path between two nodes, each equally likely, by searching from both ends until they meet.
///
/// The side with fewer arcs ahead takes the next step, so that in networks with hubs a search looks at about the
/// square root of all arcs.
///
/// M. Borassi, E. Natale, KADABRA is an adaptive algorithm for betweenness via random approximation, ACM Journal of
/// Experimental Algorithmics 24 (2019), doi:10.1145/3284359.
final class PathSampler<Count: PathCount> {
    /// One of the two searches.
    private struct Side {
        /// How many arcs from where this side began; -1 for nodes it has not reached.
        let hops: UnsafeMutablePointer<Int32>
        /// How many shortest paths there are from there.
        let counts: UnsafeMutablePointer<Count>
        /// The nodes reached, step by step.
        let order: UnsafeMutablePointer<UInt32>
        var reached = 0
        /// Where the nodes of the last step begin in `order`.
        var front = 0
        /// How many arcs lead on from them.
        var arcsAhead = 0

        init(_ count: Int) {
            hops = .allocate(capacity: count)
            hops.initialize(repeating: -1, count: count)
            counts = .allocate(capacity: count)
            counts.initialize(repeating: .zero, count: count)
            order = .allocate(capacity: count)
            order.initialize(repeating: 0, count: count)
        }

        func deallocate() {
            hops.deallocate()
            counts.deallocate()
            order.deallocate()
        }

        mutating func start(at node: Int, _ rows: UnsafeRows) {
            order[0] = UInt32(truncatingIfNeeded: node)
            hops[node] = 0
            counts[node] = .one
            reached = 1
            front = 0
            arcsAhead = rows.count(node)
        }

        /// Takes a step.
        ///
        /// - Returns: whether all counts that were passed on are within range.
        mutating func advance(_ rows: UnsafeRows) -> Bool {
            let (hops, counts, order, end) = (hops, counts, order, reached)
            var (reached, arcsAhead, isSafe) = (end, 0, true)
            var position = front
            while position < end {
                let node = Int(order[position])
                position &+= 1
                let (next, paths) = (hops[node] &+ 1, counts[node])
                if !paths.isSafe { isSafe = false }
                for arc in rows.row(node) {
                    let neighbour = Int(rows.neighbours[arc])
                    if hops[neighbour] < 0 {
                        hops[neighbour] = next
                        counts[neighbour] = paths
                        order[reached] = rows.neighbours[arc]
                        reached &+= 1
                        arcsAhead &+= rows.count(neighbour)
                    } else if hops[neighbour] == next {
                        counts[neighbour] += paths
                    }
                }
            }
            (self.reached, self.arcsAhead, front) = (reached, arcsAhead, end)
            return isSafe
        }

        func clear() {
            for position in 0..<reached {
                hops[Int(order[position])] = -1
                counts[Int(order[position])] = .zero
            }
        }
    }

    private var near: Side
    private var far: Side
    /// Where the two searches met, and how many shortest paths run through each of these nodes.
    private var meetings: [(node: Int, paths: Count)] = []

    init(nodeCount: Int) {
        near = Side(nodeCount)
        far = Side(nodeCount)
    }

    deinit {
        near.deallocate()
        far.deallocate()
    }

    /// Adds the inner nodes of a random shortest path to a list; none if there is no path, or one of one arc.
    ///
    /// - Returns: false if a count of paths went beyond its range; then the list is as it was.
    func sample(
        from source: Int, to target: Int, _ outgoing: UnsafeRows, _ incoming: UnsafeRows,
        _ random: inout RandomNumbers, addingTo nodes: inout [UInt32]
    ) -> Bool {
        near.start(at: source, outgoing)
        far.start(at: target, incoming)
        defer {
            near.clear()
            far.clear()
        }
        meetings.removeAll(keepingCapacity: true)
        while meetings.isEmpty {
            let isNear = near.arcsAhead <= far.arcsAhead
            let isSafe = isNear ? near.advance(outgoing) : far.advance(incoming)
            guard isSafe else { return false }
            let side = isNear ? near : far
            // Nothing more is reached: there is no path.
            if side.front == side.reached { return true }
            // The circles did not touch before this step, so what is in both lies on the rim of both.
            let other = isNear ? far : near
            for position in side.front..<side.reached {
                let node = Int(side.order[position])
                guard other.hops[node] >= 0 else { continue }
                guard side.counts[node].isSafe else { return false }
                meetings.append((node, side.counts[node] * other.counts[node]))
            }
        }
        var all = Count.zero
        for meeting in meetings { all += meeting.paths }
        let middle = pick(meetings.count, of: all, &random) { meetings[$0].paths }
        let node = meetings[middle].node
        if node != source && node != target { nodes.append(UInt32(truncatingIfNeeded: node)) }
        walk(back: near, from: node, incoming, &random, &nodes)
        walk(back: far, from: node, outgoing, &random, &nodes)
        return true
    }

    /// Goes back from a node to where a side began, and adds the nodes between.
    private func walk(
        back side: Side, from node: Int, _ rows: UnsafeRows, _ random: inout RandomNumbers,
        _ nodes: inout [UInt32]
    ) {
        var node = node
        while side.hops[node] > 1 {
            let wanted = side.hops[node] &- 1
            let row = rows.row(node)
            let place = pick(row.count, of: side.counts[node], &random) { number in
                let neighbour = Int(rows.neighbours[row.lowerBound &+ number])
                return side.hops[neighbour] == wanted ? side.counts[neighbour] : .zero
            }
            node = Int(rows.neighbours[row.lowerBound &+ place])
            nodes.append(UInt32(truncatingIfNeeded: node))
        }
    }

    /// One of several, each as likely as its part of all.
    @inline(__always)
    private func pick(
        _ count: Int, of all: Count, _ random: inout RandomNumbers, _ part: (Int) -> Count
    ) -> Int {
        let wanted = Count(random.unit()) * all
        var sum = Count.zero
        var last = 0
        for number in 0..<count {
            let share = part(number)
            guard share.isPositive else { continue }
            sum += share
            last = number
            if wanted.isLess(than: sum) { return number }
        }
        // Rounding may leave a trace of nothing at the end.
        return last
    }
}
