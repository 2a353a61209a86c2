internal import LinkChartModel

/// A depth-first forest of the underlying simple graph with every node's low point: the earliest node that
/// its subtree reaches by one arc outside the tree.
///
/// The search keeps its own stack, so that a chain of a million nodes does not overflow the program's.
/// J. Hopcroft, R. Tarjan, Algorithm 447, Communications of the ACM 16 (1973), doi:10.1145/362248.362272.
struct LowPoints {
    /// The node from which each was found; itself for the root of a tree.
    private(set) var parent: [UInt32]
    /// When each node was found, from 1.
    private(set) var found: [UInt32]
    /// The least `found` that each subtree reaches.
    private(set) var low: [UInt32]

    /// - Parameter rows: simple and undirected.
    init(_ rows: UnsafeRows) {
        let count = rows.nodeCount
        var parent = [UInt32](repeating: 0, count: count)
        var found = [UInt32](repeating: 0, count: count)
        var low = found
        var next = [Int](repeating: 0, count: count)
        var time: UInt32 = 0
        for root in 0..<count where found[root] == 0 {
            var node = root
            parent[root] = UInt32(truncatingIfNeeded: root)
            time += 1
            found[root] = time
            low[root] = time
            next[root] = rows.offsets[root]
            search: while true {
                var down: Int?
                while next[node] < rows.offsets[node + 1] {
                    let neighbour = Int(rows.neighbours[next[node]])
                    next[node] &+= 1
                    if found[neighbour] == 0 {
                        down = neighbour
                        break
                    }
                    // Simple rows have the parent once, so that arc is the tree's.
                    if neighbour != Int(parent[node]) { low[node] = min(low[node], found[neighbour]) }
                }
                if let down {
                    parent[down] = UInt32(truncatingIfNeeded: node)
                    time += 1
                    found[down] = time
                    low[down] = time
                    next[down] = rows.offsets[down]
                    node = down
                } else {
                    if node == root { break search }
                    let above = Int(parent[node])
                    low[above] = min(low[above], low[node])
                    node = above
                }
            }
        }
        self.parent = parent
        self.found = found
        self.low = low
    }
}
