public import LinkChartModel

extension Projection {
    /// Core number: the largest *k* such that the node belongs to a part of the graph in which everyone has at
    /// least *k* neighbours.
    ///
    /// It is taken on the underlying simple graph: without directions, a pair of nodes linked or not however
    /// many arcs there are between them, self-loops left out.
    ///
    /// - Parameter execution: how to run; the numbers do not depend on it.
    /// - Returns: a whole number for every node.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*).
    /// - Source: V. Batagelj, M. Zaveršnik, An O(m) algorithm for cores decomposition of networks (2003),
    ///   arXiv:cs/0310049; level by level as in H. Kabir, K. Madduri, Parallel k-core decomposition on multicore
    ///   platforms, IPDPSW 2017, doi:10.1109/IPDPSW.2017.151.
    public func coreNumbers(execution: Execution = .default) throws(AnalysisError) -> NodeScores {
        NodeScores(.core, of: self, try cores(execution).map { Double($0) })
    }

    /// The core number of every node.
    func cores(_ execution: Execution) throws(AnalysisError) -> [UInt32] {
        try execution.check()
        // Merged rows without directions are simple but for loops.
        let isSimple = !isDirected && recipe.parallelEdges == .merged
        let rows = isSimple ? outgoing : simpleUndirectedRows
        return try rows.withUnsafeRows { rows throws(AnalysisError) in
            try CorePeeling.coreNumbers(of: rows, execution)
        }
    }
}

private enum CorePeeling {
    /// Removes nodes, those of the least degree in what is left first; the degree then is the core number.
    ///
    /// Degrees are lowered in place and nothing is kept sorted by them: the nodes left are looked through once for
    /// every core number that occurs, all nodes together at most as often as the sum of the core numbers, which
    /// the arcs outnumber.
    static func coreNumbers(
        of rows: UnsafeRows, _ execution: Execution
    ) throws(AnalysisError) -> [UInt32] {
        let count = rows.nodeCount
        let degrees = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
        // The nodes left, each with its degree at least that of the level; behind them, room.
        let left = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
        // The nodes to remove on this level: a node is put there once, when its degree comes down to it.
        let removable = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
        defer { for buffer in [degrees, left, removable] { buffer.deallocate() } }
        for node in 0..<count {
            let loops = hasLoop(node, rows) ? 1 : 0
            degrees[node] = UInt32(truncatingIfNeeded: rows.count(node) &- loops)
            left[node] = UInt32(truncatingIfNeeded: node)
        }
        var leftCount = count
        var removed: UInt32?
        var meter = WorkMeter(execution, total: rows.neighbours.count + count)
        while leftCount > 0 {
            // Drops what the last level removed, and finds the next level with those who are on it already.
            var level = UInt32.max
            var waiting = 0
            var kept = 0
            for place in 0..<leftCount {
                let node = left[place]
                let degree = degrees[Int(node)]
                if let removed, degree <= removed { continue }
                left[kept] = node
                kept &+= 1
                if degree < level {
                    level = degree
                    waiting = 0
                }
                guard degree == level else { continue }
                removable[waiting] = node
                waiting &+= 1
            }
            try meter.advance(by: leftCount &>> 3)
            leftCount = kept
            while waiting > 0 {
                waiting &-= 1
                let node = Int(removable[waiting])
                let row = rows.row(node)
                for arc in row {
                    let neighbour = rows.neighbours[arc]
                    let degree = degrees[Int(neighbour)]
                    guard degree > level else { continue }
                    degrees[Int(neighbour)] = degree &- 1
                    guard degree &- 1 == level else { continue }
                    removable[waiting] = neighbour
                    waiting &+= 1
                }
                try meter.advance(by: row.count)
            }
            removed = level
        }
        return Array(degrees)
    }

    /// Whether a node is its own neighbour; rows ascend where there are loops.
    private static func hasLoop(_ node: Int, _ rows: UnsafeRows) -> Bool {
        var low = rows.offsets[node]
        var high = rows.offsets[node &+ 1]
        while low < high {
            let middle = (low &+ high) / 2
            let neighbour = Int(rows.neighbours[middle])
            if neighbour == node { return true }
            if neighbour < node { low = middle &+ 1 } else { high = middle }
        }
        return false
    }
}
