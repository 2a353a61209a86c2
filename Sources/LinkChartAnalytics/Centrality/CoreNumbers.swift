public import LinkChartModel

extension Projection {
    /// Core number: the largest *k* such that the node belongs to a part of the graph in which everyone has at
    /// least *k* neighbours.
    ///
    /// It is taken on the underlying simple graph: without directions, a pair of nodes linked or not however
    /// many arcs there are between them, self-loops left out.
    ///
    /// - Returns: a whole number for every node.
    /// - Complexity: O(*n* + *m*).
    /// - Source: V. Batagelj, M. Zaveršnik, An O(m) algorithm for cores decomposition of networks (2003),
    ///   arXiv:cs/0310049.
    public func coreNumbers() -> NodeScores {
        let cores = simpleUndirectedRows.withUnsafeRows { Self.cores($0) }
        return NodeScores(.core, of: self, cores.map { Double($0) })
    }

    /// Removes nodes in the order of their degree in what is left; the degree then is the core number.
    private static func cores(_ rows: UnsafeRows) -> [Int] {
        let count = rows.nodeCount
        var degree = (0..<count).map { rows.count($0) }
        // Nodes sorted by degree, with where each degree begins and where each node stands.
        var starts = [Int](repeating: 0, count: (degree.max() ?? 0) + 2)
        for node in 0..<count { starts[degree[node] + 1] += 1 }
        for value in 1..<starts.count { starts[value] += starts[value - 1] }
        var next = starts
        var sorted = [Int](repeating: 0, count: count)
        var position = [Int](repeating: 0, count: count)
        for node in 0..<count {
            position[node] = next[degree[node]]
            sorted[position[node]] = node
            next[degree[node]] += 1
        }
        for place in 0..<count {
            let node = sorted[place]
            for arc in rows.row(node) {
                let neighbour = Int(rows.neighbours[arc])
                guard degree[neighbour] > degree[node] else { continue }
                // To the front of its degree, whose range then begins one later.
                let front = max(starts[degree[neighbour]], place + 1)
                let first = sorted[front]
                sorted[position[neighbour]] = first
                position[first] = position[neighbour]
                sorted[front] = neighbour
                position[neighbour] = front
                starts[degree[neighbour]] = front + 1
                degree[neighbour] -= 1
            }
        }
        return degree
    }
}
