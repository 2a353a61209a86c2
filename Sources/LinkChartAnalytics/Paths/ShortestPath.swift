public import LinkChartModel

extension Projection {
    /// A path of the fewest hops, or of the least cost.
    ///
    /// Without costs, a search from both ends at once: on graphs with hubs it sees a small part of what a
    /// search from one end sees. Of several shortest paths it is the first that
    /// ``allShortestPaths(from:to:maxHops:avoiding:)`` lists. With costs, Dijkstra's algorithm; of several
    /// cheapest paths it is one with the fewest hops.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, the path has no steps.
    ///   - maxHops: how many hops it has at most; nil for any number.
    ///   - avoiding: nodes that are not on it.
    ///   - costs: what each edge costs; nil for 1 each.
    ///   - shouldStop: ends the search when it returns true.
    /// - Returns: one path, or none and the reason.
    /// - Throws: ``AnalysisError`` if an edge has no cost that can be.
    /// - Complexity: O(*n* + *m*); with costs O((*n* + *m*) log *n*), and `maxHops` times as much with a bound.
    /// - Precondition: the projection keeps its edges.
    /// - Source: I. Pohl, Bi-directional search, Machine Intelligence 6 (1971); E. Dijkstra, A note on two
    ///   problems in connexion with graphs, Numerische Mathematik 1 (1959), doi:10.1007/BF01386390.
    public func shortestPath(
        from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil, avoiding: Set<NodeIndex> = [],
        costs: EdgeCosts? = nil, shouldStop: (@Sendable () -> Bool)? = nil
    ) throws(AnalysisError) -> PathSet {
        let question: PathQuestion
        switch try PathQuestion.make(self, from: source, to: target, avoiding: avoiding, costs: costs) {
        case .success(let made): question = made
        case .failure(let none): return PathSet(self, noPathReason: none.reason)
        }
        let arcs: [Int]?
        if costs == nil {
            arcs = question.fewestHops(maxHops: maxHops)
        } else {
            var search = CheapestPathSearch(question, maxHops: maxHops, shouldStop: shouldStop)
            arcs = search.arcs(from: question.source)
            if search.wasStopped { return PathSet(self, truncation: .stopped) }
        }
        guard let arcs else {
            return PathSet(self, noPathReason: question.noPathReason(maxHops: maxHops))
        }
        return PathSet(self, [Path(in: self, from: question.source, arcs: arcs, costs: costs)])
    }
}

extension PathQuestion {
    /// The arcs of a path of the fewest hops, found from both ends.
    fileprivate func fewestHops(maxHops: Int?) -> [Int]? {
        if source == target { return [] }
        var ahead = Wave(from: source, along: projection.outgoing)
        var behind = Wave(from: target, along: projection.incoming)
        while true {
            if let maxHops, ahead.depth + behind.depth >= maxHops { return nil }
            // A whole level at a time, on the side with less to look at. The waves are apart until they meet, so
            // the first meeting is at the least distance.
            let isMet =
                ahead.work <= behind.work
                ? ahead.advance(toMeet: behind, blocked: blocked)
                : behind.advance(toMeet: ahead, blocked: blocked)
            if isMet { break }
            if ahead.frontier.isEmpty || behind.frontier.isEmpty { return nil }
        }
        return path(through: ahead, behind)
    }

    /// Walks from the source along the first arc of each row that stays on shortest paths.
    private func path(through ahead: Wave, _ behind: Wave) -> [Int] {
        // Where the waves meet, and what of the wave ahead leads there.
        var isOnPath = [Bool](repeating: false, count: projection.nodeCount)
        var level = ahead.frontier.filter { behind.hops[Int($0)] == behind.depth }
        for node in level { isOnPath[Int(node)] = true }
        for depth in stride(from: ahead.depth - 1, to: 0, by: -1) {
            var previous: [UInt32] = []
            for node in level {
                for neighbour in projection.incoming[Int(node)]
                where ahead.hops[Int(neighbour)] == depth && !isOnPath[Int(neighbour)] {
                    isOnPath[Int(neighbour)] = true
                    previous.append(neighbour)
                }
            }
            level = previous
        }
        var arcs: [Int] = []
        var node = source
        while node != target {
            let depth = Int32(arcs.count + 1)
            let left = ahead.depth + behind.depth - depth
            let arc = projection.outgoing.row(node).first { arc in
                let next = Int(projection.outgoing.neighbours[arc])
                return depth <= ahead.depth
                    ? ahead.hops[next] == depth && isOnPath[next] : behind.hops[next] == left
            }
            // By construction some arc leads on from every node on a shortest path.
            guard let arc else { preconditionFailure("a shortest path ends early") }
            arcs.append(arc)
            node = Int(projection.outgoing.neighbours[arc])
        }
        return arcs
    }
}

/// One side of a search from both ends.
private struct Wave {
    let rows: CompressedRows
    var hops: [Int32]
    var frontier: [UInt32]
    var depth: Int32 = 0
    /// How many arcs the next level looks at.
    var work: Int

    init(from node: Int, along rows: CompressedRows) {
        self.rows = rows
        hops = [Int32](repeating: -1, count: rows.nodeCount)
        hops[node] = 0
        frontier = [UInt32(node)]
        work = rows.count(node)
    }

    /// Goes one level further.
    ///
    /// - Returns: whether the other wave was met.
    mutating func advance(toMeet other: Wave, blocked: [Bool]) -> Bool {
        depth += 1
        work = 0
        var isMet = false
        var next: [UInt32] = []
        for node in frontier {
            for neighbour in rows[Int(node)] where hops[Int(neighbour)] < 0 && !blocked[Int(neighbour)] {
                hops[Int(neighbour)] = depth
                next.append(neighbour)
                work += rows.count(Int(neighbour))
                if other.hops[Int(neighbour)] >= 0 { isMet = true }
            }
        }
        frontier = next
        return isMet
    }
}
