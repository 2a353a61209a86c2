internal import LinkChartModel

extension PathQuestion {
    /// The number of hops from every node to the target, over nodes that are not blocked and edges that can be
    /// walked; paths do not run through the source. -1 where there is none within the bound.
    ///
    /// - Parameters:
    ///   - blocked: nodes that are not entered.
    ///   - maxHops: how far to look.
    ///   - meter: hears of the arcs looked at; where it says stop, what is known by then comes back.
    func hopsToTarget(
        around blocked: [Bool], maxHops: Int? = nil, _ meter: inout StopMeter
    ) -> [Int32] {
        hops(
            from: target, along: projection.incoming, walkable: costs?.meaning == .confidence,
            around: blocked, dead: source, maxHops: maxHops, &meter)
    }

    /// Hops from a node along one or two sets of rows.
    ///
    /// - Parameters:
    ///   - walkable: whether to leave out incoming arcs of infinite cost.
    ///   - dead: a node that is reached but not passed.
    private func hops(
        from start: Int, along first: CompressedRows, _ second: CompressedRows? = nil, walkable: Bool = false,
        around blocked: [Bool], dead: Int? = nil, maxHops: Int? = nil, _ meter: inout StopMeter
    ) -> [Int32] {
        var hops = [Int32](repeating: -1, count: first.nodeCount)
        // A path has fewer hops than there are nodes.
        let furthest = Int32(clamping: min(maxHops ?? .max, first.nodeCount))
        let costs = walkable ? arcCosts?.incoming : nil
        hops[start] = 0
        var queue: [UInt32] = [UInt32(start)]
        var head = 0
        while head < queue.count {
            let node = Int(queue[head])
            head += 1
            let depth = hops[node]
            guard depth < furthest else { break }
            if node == dead { continue }
            for rows in [first, second] {
                guard let rows else { continue }
                let row = rows.row(node)
                if meter.shouldStop(after: row.count) { return hops }
                for arc in row {
                    let next = Int(rows.neighbours[arc])
                    guard hops[next] < 0, !blocked[next], costs.map({ $0[arc] < .infinity }) ?? true else {
                        continue
                    }
                    hops[next] = depth + 1
                    queue.append(UInt32(truncatingIfNeeded: next))
                }
            }
        }
        return hops
    }

    /// The least cost from every node to the target; paths do not run through the source. Infinite where there is
    /// no way.
    ///
    /// - Parameters:
    ///   - blocked: nodes that are not entered; nil for those that the question avoids.
    ///   - meter: hears of the arcs looked at; where it says stop, what is known by then comes back.
    func costsToTarget(around blocked: [Bool]? = nil, _ meter: inout StopMeter) -> [Double] {
        let closed = blocked.map { marks in marks.indices.filter { marks[$0] } } ?? avoided
        return projection.leastCosts(
            from: target, arcCosts, .incoming, avoiding: closed, end: source, threads: 1
        ) { arcs in
            !meter.shouldStop(after: arcs)
        }
    }

    /// Why the target is out of reach.
    ///
    /// - Returns: the reason; or that the search for it was stopped.
    /// - Complexity: O(*n* + *m*).
    func noPathReason() -> (NoPathReason?, wasStopped: Bool) {
        var meter = StopMeter(stop)
        let rows = projection.outgoing
        let blocked = blocked
        let free = [Bool](repeating: false, count: projection.nodeCount)
        func reach(_ second: CompressedRows?, _ blocked: [Bool]) -> Int? {
            let found = hops(from: source, along: rows, second, around: blocked, &meter)[target]
            return found < 0 ? nil : Int(found)
        }
        func reason() -> NoPathReason {
            // Along arcs that can be walked; there may be shorter ways along others.
            let walked = hopsToTarget(around: blocked, maxHops: nil, &meter)[source]
            if walked >= 0 { return .tooFar(hops: Int(walked)) }
            if reach(nil, blocked) != nil { return .onlyThroughZeroConfidence }
            if !avoided.isEmpty, reach(nil, free) != nil { return .onlyThroughAvoided }
            let leavesNothing = rows[source].allSatisfy { Int($0) == source }
            if leavesNothing { return .nothingLeaves(projection.node(at: source)) }
            let reachesNothing = projection.incoming[target].allSatisfy { Int($0) == target }
            if reachesNothing { return .nothingReaches(projection.node(at: target)) }
            if projection.isDirected, reach(projection.incoming, free) != nil { return .againstDirection }
            return .differentComponents
        }
        let found = reason()
        return meter.wasStopped ? (nil, true) : (found, false)
    }
}
