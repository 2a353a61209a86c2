internal import LinkChartModel

/// A depth-first forest of a projection without directions, with every node's low point: the earliest node that
/// its subtree reaches by one arc outside the tree.
///
/// Parallel arcs and loops are looked at and make no difference: an arc to the parent never counts, however
/// often it is there. The search keeps its own stack, so that a chain of a million nodes does not overflow the
/// program's. J. Hopcroft, R. Tarjan, Algorithm 447, Communications of the ACM 16 (1973),
/// doi:10.1145/362248.362272.
struct LowPoints: Sendable {
    /// The node from which each was found; itself for the root of a tree.
    let parent: [UInt32]
    /// The nodes in the order in which they were found.
    let order: [UInt32]
    /// When each node was found: its place in ``order``, plus 1.
    let found: [UInt32]
    /// The least `found` that each subtree reaches.
    let low: [UInt32]

    init(_ projection: Projection, _ execution: Execution) throws(AnalysisError) {
        let count = projection.nodeCount
        let parent = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
        let order = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
        let found = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
        let low = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
        defer { for buffer in [parent, order, found, low] { buffer.deallocate() } }
        for buffer in [parent, order, found, low] { buffer.initialize(repeating: 0) }
        let search = Search(parent: parent, order: order, found: found, low: low)
        let outgoing = projection.outgoing
        try outgoing.withUnsafeRows { outgoing throws(AnalysisError) in
            guard projection.isDirected else { return try search.run(outgoing, nil, execution) }
            try projection.incoming.withUnsafeRows { incoming throws(AnalysisError) in
                try search.run(outgoing, incoming, execution)
            }
        }
        self.parent = Array(parent)
        self.order = Array(order)
        self.found = Array(found)
        self.low = Array(low)
    }

    private struct Search {
        let parent: UnsafeMutableBufferPointer<UInt32>
        let order: UnsafeMutableBufferPointer<UInt32>
        let found: UnsafeMutableBufferPointer<UInt32>
        let low: UnsafeMutableBufferPointer<UInt32>

        /// - Parameters:
        ///   - outgoing: the arcs that leave each node.
        ///   - incoming: those that reach it, or nil if the first are all its arcs.
        func run(
            _ outgoing: UnsafeRows, _ incoming: UnsafeRows?, _ execution: Execution
        ) throws(AnalysisError) {
            let count = outgoing.nodeCount
            // The arc that each node on the way goes on with, in either set of rows.
            let next = UnsafeMutableBufferPointer<Int>.allocate(capacity: count)
            let nextIncoming = UnsafeMutableBufferPointer<Int>.allocate(capacity: incoming == nil ? 0 : count)
            defer {
                next.deallocate()
                nextIncoming.deallocate()
            }
            let (parent, order, found, low) = (parent, order, found, low)
            let total = outgoing.neighbours.count + (incoming?.neighbours.count ?? 0) + count
            var meter = WorkMeter(execution, total: total)
            var time = 0
            for root in 0..<count where found[root] == 0 {
                var node = root
                var above = root
                var lowest: UInt32 = 0
                var isNew = true
                while true {
                    if isNew {
                        parent[node] = UInt32(truncatingIfNeeded: above)
                        order[time] = UInt32(truncatingIfNeeded: node)
                        time &+= 1
                        lowest = UInt32(truncatingIfNeeded: time)
                        found[node] = lowest
                        next[node] = outgoing.offsets[node]
                        if let incoming { nextIncoming[node] = incoming.offsets[node] }
                    }
                    var down = Self.scan(outgoing, node, &next[node], found, above, &lowest)
                    if down < 0, let incoming {
                        down = Self.scan(incoming, node, &nextIncoming[node], found, above, &lowest)
                    }
                    low[node] = lowest
                    if down >= 0 {
                        above = node
                        node = down
                        isNew = true
                        continue
                    }
                    try meter.advance(by: outgoing.count(node) &+ (incoming?.count(node) ?? 0) &+ 1)
                    if node == root { break }
                    let reached = lowest
                    node = above
                    above = Int(parent[node])
                    lowest = min(low[node], reached)
                    isNew = false
                }
            }
        }

        /// Looks at a node's arcs until one leads to a node that was not found before: that node, or -1.
        @inline(__always)
        private static func scan(
            _ rows: UnsafeRows, _ node: Int, _ next: inout Int, _ found: UnsafeMutableBufferPointer<UInt32>,
            _ above: Int, _ lowest: inout UInt32
        ) -> Int {
            var arc = next
            let end = rows.offsets[node &+ 1]
            var least = lowest
            while arc < end {
                let neighbour = Int(rows.neighbours[arc])
                arc &+= 1
                let time = found[neighbour]
                if time == 0 {
                    next = arc
                    lowest = least
                    return neighbour
                }
                if time < least && neighbour != above { least = time }
            }
            next = arc
            lowest = least
            return -1
        }
    }
}

extension Projection {
    /// Worked out once: articulation points, bridges and blocks all follow from it.
    func lowPoints(_ execution: Execution) throws(AnalysisError) -> LowPoints {
        try execution.check()
        return try derived.value { () throws(AnalysisError) in try LowPoints(self, execution) }
    }
}
