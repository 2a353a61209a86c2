public import LinkChartModel

extension Projection {
    /// Closeness: how near the nodes are from which a node can be reached.
    ///
    /// Where *r* of the other *n* - 1 nodes reach the node, and the sum of their distances to it is *s*, its
    /// closeness is (*r* / (*n* - 1)) (*r* / *s*): the improved form of Wasserman and Faust, which makes
    /// values of different components comparable, over incoming distances, as NetworkX has it. It is 0 where
    /// no other node reaches it. It lies in 0 ... 1 by definition, so there is no other normalised form.
    /// Distances are counted in arcs; parallel edges and loops change none.
    ///
    /// - Parameter execution: how to run; the scores do not depend on it.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* (*n* + *m*)).
    /// - Source: S. Wasserman, K. Faust, Social Network Analysis (1994), p. 201,
    ///   doi:10.1017/CBO9780511815478.
    public func closenessCentrality(
        execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        let others = Double(nodeCount - 1)
        let values = try distancesSummed(execution) { levels in
            var reached = 0
            var total = 0
            for (distance, count) in levels.enumerated().dropFirst() {
                reached += count
                total += count * distance
            }
            guard reached > 0 else { return 0 }
            return (Double(reached) / others) * (Double(reached) / Double(total))
        }
        return NodeScores(.closeness, of: self, isNormalized: true, values)
    }

    /// Harmonic centrality: the sum of 1 / distance over all nodes from which a node can be reached.
    ///
    /// Unreachable nodes add 0, so the measure needs no correction in a graph of several components.
    /// Distances are counted in arcs; parallel edges and loops change none.
    ///
    /// - Parameters:
    ///   - normalized: whether to divide by *n* - 1 (0 if there is only one node).
    ///   - execution: how to run; the scores do not depend on it.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* (*n* + *m*)).
    /// - Source: P. Boldi, S. Vigna, Axioms for centrality, Internet Mathematics 10 (2014),
    ///   doi:10.1080/15427951.2013.865686.
    public func harmonicCentrality(
        normalized: Bool = false, execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        let scale = normalized ? (nodeCount > 1 ? 1 / Double(nodeCount - 1) : 0) : 1
        let values = try distancesSummed(execution) { levels in
            var sum = 0.0
            for (distance, count) in levels.enumerated().dropFirst() {
                sum += Double(count) / Double(distance)
            }
            return sum * scale
        }
        return NodeScores(.harmonic, of: self, isNormalized: normalized, values)
    }

    /// What `sum` makes of the number of nodes at every distance to each node, `levels[0]` being 1.
    private func distancesSummed(
        _ execution: Execution, _ sum: ([Int]) -> Double
    ) throws(AnalysisError) -> [Double] {
        let count = nodeCount
        var values = [Double](repeating: 0, count: count)
        let blockSize = 16
        let order = HubFirstOrder(distinctIncoming)
        try order.rows.withUnsafeRows { rows throws(AnalysisError) in
            try values.withUnsafeMutableBufferPointer { values throws(AnalysisError) in
                try WorkQueue.run(blocks: (count + blockSize - 1) / blockSize, execution) { queue in
                    var search = LevelCounter(rows: rows)
                    while let block = queue.take() {
                        for node in (block * blockSize)..<min((block + 1) * blockSize, count) {
                            values[node] = sum(search.levels(from: node))
                        }
                    }
                }
            }
        }
        return order.restored(values)
    }
}

/// Breadth-first searches that only count how many nodes there are at every distance.
private struct LevelCounter: ~Copyable {
    private let rows: UnsafeRows
    /// The search in which a node was last seen; so nothing needs clearing between searches.
    private let seen: UnsafeMutableBufferPointer<UInt32>
    private let queue: UnsafeMutableBufferPointer<UInt32>
    private var search: UInt32 = 0
    private var counts: [Int] = []

    init(rows: UnsafeRows) {
        self.rows = rows
        seen = .allocate(capacity: rows.nodeCount)
        seen.initialize(repeating: 0)
        queue = .allocate(capacity: rows.nodeCount + 1)
        queue.initialize(repeating: 0)
    }

    deinit {
        seen.deallocate()
        queue.deallocate()
    }

    mutating func levels(from source: Int) -> [Int] {
        let (rows, seen, queue) = (rows, seen, queue)
        search += 1
        let search = search
        counts.removeAll(keepingCapacity: true)
        seen[source] = search
        queue[0] = UInt32(truncatingIfNeeded: source)
        var head = 0
        var tail = 1
        while head < tail {
            counts.append(tail - head)
            let end = tail
            while head < end {
                let node = Int(queue[head])
                head &+= 1
                for arc in rows.row(node) {
                    let neighbour = rows.neighbours[arc]
                    let isNew = seen[Int(neighbour)] != search
                    seen[Int(neighbour)] = search
                    // Without a branch: written always, kept if it is new.
                    queue[tail] = neighbour
                    tail &+= isNew ? 1 : 0
                }
            }
        }
        return counts
    }
}
