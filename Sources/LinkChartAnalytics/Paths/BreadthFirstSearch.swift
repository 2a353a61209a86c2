public import LinkChartModel

/// How many hops every node of a projection is away from one node.
public struct HopDistances: Sendable {
    /// What was searched.
    public let projection: Projection
    /// The number of hops by the node's number in the projection; -1 for nodes that were not reached.
    public let hops: [Int32]

    /// How many hops a node is away, or nil if it was not reached.
    public subscript(node: NodeIndex) -> Int? {
        guard let position = projection.position(of: node), hops[position] >= 0 else { return nil }
        return Int(hops[position])
    }

    /// The nodes that were reached, the nearest first, of equal distance in ascending order.
    public var reached: [NodeIndex] {
        hops.indices.filter { hops[$0] >= 0 }.sorted { (hops[$0], $0) < (hops[$1], $1) }
            .map { projection.node(at: $0) }
    }
}

extension Projection {
    /// Breadth-first search: how many hops every node is away.
    ///
    /// - Parameters:
    ///   - source: where the search starts; if the projection leaves it out, nothing is reached.
    ///   - direction: whether to follow outgoing arcs, incoming ones (so that distances are those *to* the
    ///     source), or both regardless of direction.
    ///   - avoiding: nodes that the search does not enter.
    ///   - maxHops: how far it goes; nil for as far as it gets.
    /// - Complexity: O(*n* + *m*).
    public func breadthFirstSearch(
        from source: NodeIndex, _ direction: ArcDirection = .outgoing, avoiding: Set<NodeIndex> = [],
        maxHops: Int? = nil
    ) -> HopDistances {
        guard let start = position(of: source), !avoiding.contains(source) else {
            return HopDistances(projection: self, hops: [Int32](repeating: -1, count: nodeCount))
        }
        let first = direction == .incoming ? incoming : outgoing
        let second = direction == .both && isDirected ? incoming : nil
        return HopDistances(
            projection: self,
            hops: Self.hops(
                from: start, along: first, second, blocked: marks(of: avoiding), maxHops: maxHops))
    }

    /// Marks nodes of the graph by their numbers here; those that are left out have none.
    func marks(of nodes: Set<NodeIndex>) -> [Bool] {
        var marks = [Bool](repeating: false, count: nodeCount)
        for node in nodes { if let position = position(of: node) { marks[position] = true } }
        return marks
    }

    /// Distances along one or two sets of rows.
    ///
    /// - Parameters:
    ///   - blocked: nodes that are not entered.
    ///   - dead: a node that is reached but not passed.
    static func hops(
        from source: Int, along first: CompressedRows, _ second: CompressedRows? = nil, blocked: [Bool],
        dead: Int? = nil, maxHops: Int? = nil
    ) -> [Int32] {
        var hops = [Int32](repeating: -1, count: first.nodeCount)
        // A path has fewer hops than there are nodes.
        let furthest = Int32(clamping: min(maxHops ?? .max, first.nodeCount))
        var queue = [UInt32](repeating: 0, count: first.nodeCount)
        var tail = 1
        hops[source] = 0
        queue[0] = UInt32(source)
        first.withUnsafeRows { first in
            blocked.withUnsafeBufferPointer { blocked in
                hops.withUnsafeMutableBufferPointer { hops in
                    queue.withUnsafeMutableBufferPointer { queue in
                        func visit(_ node: Int, _ rows: UnsafeRows, _ distance: Int32) {
                            for arc in rows.row(node) {
                                let neighbour = Int(rows.neighbours[arc])
                                guard hops[neighbour] < 0, !blocked[neighbour] else { continue }
                                hops[neighbour] = distance
                                queue[tail] = UInt32(truncatingIfNeeded: neighbour)
                                tail &+= 1
                            }
                        }
                        var head = 0
                        while head < tail {
                            let node = Int(queue[head])
                            head &+= 1
                            guard hops[node] < furthest else { break }
                            if node == dead { continue }
                            visit(node, first, hops[node] + 1)
                            second?.withUnsafeRows { visit(node, $0, hops[node] + 1) }
                        }
                    }
                }
            }
        }
        return hops
    }
}
