public import LinkChartModel

/// How many hops every node of a projection is away from one node.
public struct HopDistances: AnalysisResult {
    /// What was searched.
    public let projection: Projection
    /// Where the search started; the projection may leave it out.
    public let source: NodeIndex
    /// Along which arcs it went.
    public let direction: ArcDirection
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

    /// How many nodes were reached, the source among them.
    public var reachedCount: Int { hops.count { $0 >= 0 } }

    private enum CodingKeys: String, CodingKey { case projection, source, direction, hops }

    /// Writes the projection in words, where and how the search went, and the hops of every node, -1 for those
    /// not reached.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(source.rawValue, forKey: .source)
        try container.encode(direction.rawValue, forKey: .direction)
        try container.encode(hops, forKey: .hops)
    }
}

extension Projection {
    /// Breadth-first search: how many hops every node is away. It runs to its end on all cores; to choose their
    /// number or to stop it, say how to run:
    /// ``breadthFirstSearch(from:_:avoiding:maxHops:execution:)``.
    ///
    /// - Parameters:
    ///   - source: where the search starts; if the projection leaves it out, nothing is reached.
    ///   - direction: whether to follow outgoing arcs, incoming ones (so that distances are those *to* the
    ///     source), or both regardless of direction.
    ///   - avoiding: nodes that the search does not enter.
    ///   - maxHops: how far it goes; nil for as far as it gets.
    /// - Returns: the distance of every node that is reached.
    /// - Complexity: O(*n* + *m*).
    public func breadthFirstSearch(
        from source: NodeIndex, _ direction: ArcDirection = .outgoing, avoiding: Set<NodeIndex> = [],
        maxHops: Int? = nil
    ) -> HopDistances {
        do throws(AnalysisError) {
            return try hopDistances(from: source, direction, avoiding: avoiding, maxHops: maxHops, nil)
        } catch {
            // A search that nobody can stop does not throw.
            return nothingReached(from: source, direction)
        }
    }

    /// Breadth-first search: how many hops every node is away.
    ///
    /// Each level of the search is taken from the side that costs less, and large ones by several threads. From
    /// the second search of a projection on, its arcs are kept once more in an order that makes searches faster.
    ///
    /// - Parameters:
    ///   - source: where the search starts; if the projection leaves it out, nothing is reached.
    ///   - direction: whether to follow outgoing arcs, incoming ones (so that distances are those *to* the
    ///     source), or both regardless of direction.
    ///   - avoiding: nodes that the search does not enter.
    ///   - maxHops: how far it goes; nil for as far as it gets.
    ///   - execution: how to run; the distances do not depend on it.
    /// - Returns: the distance of every node that is reached.
    /// - Throws: ``AnalysisError/cancelled``.
    /// - Complexity: O(*n* + *m*); on graphs with hubs a small part of it.
    /// - Source: S. Beamer, K. Asanović, D. Patterson, Direction-optimizing breadth-first search, SC 2012,
    ///   doi:10.1109/SC.2012.50.
    public func breadthFirstSearch(
        from source: NodeIndex, _ direction: ArcDirection = .outgoing, avoiding: Set<NodeIndex> = [],
        maxHops: Int? = nil, execution: Execution
    ) throws(AnalysisError) -> HopDistances {
        try execution.check()
        return try hopDistances(from: source, direction, avoiding: avoiding, maxHops: maxHops, execution)
    }

    private func hopDistances(
        from source: NodeIndex, _ direction: ArcDirection, avoiding: Set<NodeIndex>, maxHops: Int?,
        _ execution: Execution?
    ) throws(AnalysisError) -> HopDistances {
        guard let start = position(of: source), !avoiding.contains(source), maxHops ?? 0 >= 0 else {
            return nothingReached(from: source, direction)
        }
        let hops = try levels(
            from: start, direction, avoiding: avoiding.compactMap { position(of: $0) }, maxHops: maxHops,
            execution)
        return HopDistances(projection: self, source: source, direction: direction, hops: hops)
    }

    private func nothingReached(from source: NodeIndex, _ direction: ArcDirection) -> HopDistances {
        HopDistances(
            projection: self, source: source, direction: direction,
            hops: [Int32](repeating: -1, count: nodeCount))
    }
}
