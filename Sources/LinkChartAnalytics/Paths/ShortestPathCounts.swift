public import LinkChartModel

/// How many shortest paths lead from one node to every other.
///
/// Numbers of paths soon grow beyond those of a machine: a grid of 35 by 35 nodes has more than 2^64 from corner to
/// corner. Such a number is not given, and ``isBeyondCounting(_:)`` says so.
public struct ShortestPathCounts: AnalysisResult {
    /// How far the nodes are away.
    public let distances: HopDistances
    /// By the node's number in the projection; the greatest number where there are that many paths or more.
    private let counts: [UInt64]

    /// What was searched.
    public var projection: Projection { distances.projection }

    init(_ distances: HopDistances, _ counts: [UInt64]) {
        self.distances = distances
        self.counts = counts
    }

    /// How many shortest paths lead to a node: 1 to the source itself, 0 to those out of reach; nil if there are
    /// 2^64 - 1 or more.
    public subscript(node: NodeIndex) -> UInt64? {
        guard let position = projection.position(of: node) else { return 0 }
        return counts[position] == .max ? nil : counts[position]
    }

    /// Whether there are so many shortest paths to a node, 2^64 - 1 or more, that they were not counted.
    public func isBeyondCounting(_ node: NodeIndex) -> Bool { self[node] == nil }

    /// The nodes to which there are too many shortest paths to be counted.
    public var beyondCounting: [NodeIndex] {
        counts.indices.filter { counts[$0] == .max }.map { projection.node(at: $0) }
    }

    private enum CodingKeys: String, CodingKey { case distances, counts }

    /// Writes the distances, and the number of paths to every node, null where it was not counted.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(distances, forKey: .distances)
        try container.encode(counts.map { $0 == .max ? nil : $0 }, forKey: .counts)
    }
}

extension Projection {
    /// How many shortest paths lead from a node to every other, without listing them.
    ///
    /// It counts what ``allShortestPaths(from:to:maxHops:avoiding:costs:execution:)`` lists: two edges between the
    /// same nodes make two paths, two claims of one edge do not.
    ///
    /// - Parameters:
    ///   - source: where paths start; if the projection leaves it out, there are none.
    ///   - direction: whether to follow outgoing arcs, incoming ones (so that paths are those *to* the source),
    ///     or both regardless of direction.
    ///   - avoiding: nodes that are on no path.
    ///   - execution: how to run; the numbers do not depend on it.
    /// - Returns: the distances and the number of paths; of numbers beyond 2^64 - 2 only that they are.
    /// - Throws: ``AnalysisError`` if the projection does not keep its edges, or nobody wants the numbers any more.
    /// - Complexity: O(*n* + *m*).
    public func shortestPathCounts(
        from source: NodeIndex, _ direction: ArcDirection = .outgoing, avoiding: Set<NodeIndex> = [],
        execution: Execution = .default
    ) throws(AnalysisError) -> ShortestPathCounts {
        guard keepsEdges else {
            throw AnalysisError(
                .badParameter, "paths are made of edges, and this projection does not keep its own",
                suggestion: "project the graph with keepingEdges: true")
        }
        let distances = try breadthFirstSearch(
            from: source, direction, avoiding: avoiding, execution: execution)
        let hops = distances.hops
        var counts = [UInt64](repeating: 0, count: nodeCount)
        let order = Self.nearestFirst(hops)
        if let start = order.first { counts[start] = 1 }
        var meter = WorkMeter(execution, total: arcCount)
        let sets =
            switch direction {
            case .outgoing: [outgoing]
            case .incoming: [incoming]
            case .both: isDirected ? [outgoing, incoming] : [outgoing]
            }
        // An edge that is walked both ways has an arc in both sets, but makes one path.
        let isTwoSided = sets.count > 1
        var lastNode = [UInt32](
            repeating: .max, count: isTwoSided ? Int(outgoing.edges.max() ?? 0) + 1 : 0)
        for node in order {
            let (count, next) = (counts[node], hops[node] + 1)
            for (number, rows) in sets.enumerated() {
                let row = rows.row(node)
                try meter.advance(by: row.count)
                for arc in row {
                    let neighbour = Int(rows.neighbours[arc])
                    guard hops[neighbour] == next else { continue }
                    if rows.isRepeat(arc, inRowFrom: row.lowerBound) { continue }
                    if isTwoSided {
                        let edge = Int(rows.edges[arc])
                        if number == 1, lastNode[edge] == UInt32(truncatingIfNeeded: node) { continue }
                        lastNode[edge] = UInt32(truncatingIfNeeded: node)
                    }
                    let (sum, isBeyond) = counts[neighbour].addingReportingOverflow(count)
                    counts[neighbour] = isBeyond ? .max : sum
                }
            }
        }
        return ShortestPathCounts(distances, counts)
    }

    /// The nodes that were reached, by distance.
    private static func nearestFirst(_ hops: [Int32]) -> [Int] {
        var starts = [Int](repeating: 0, count: Int(hops.max() ?? -1) + 2)
        for hops in hops where hops >= 0 { starts[Int(hops) + 1] += 1 }
        for level in starts.indices.dropFirst() { starts[level] += starts[level - 1] }
        var order = [Int](repeating: 0, count: starts[starts.count - 1])
        for (node, hops) in hops.enumerated() where hops >= 0 {
            order[starts[Int(hops)]] = node
            starts[Int(hops)] += 1
        }
        return order
    }
}
