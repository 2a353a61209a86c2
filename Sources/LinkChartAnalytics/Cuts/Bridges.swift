public import LinkChartModel

/// A link without which its component falls apart.
public struct Bridge: Hashable, Sendable, Encodable {
    /// The end with the smaller index.
    public let first: NodeIndex
    /// The other end.
    public let second: NodeIndex
    /// The edge, if the projection keeps its edges.
    public let edge: EdgeIndex?

    private enum CodingKeys: String, CodingKey { case first, second, edge }

    /// Writes the ends and the edge by their indices in the graph.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(first.rawValue, forKey: .first)
        try container.encode(second.rawValue, forKey: .second)
        try container.encodeIfPresent(edge?.rawValue, forKey: .edge)
    }
}

/// The bridges of a projection, by their first and then their second end.
public struct Bridges: AnalysisResult, RandomAccessCollection {
    /// What was analysed.
    public let projection: Projection
    /// The bridges.
    public let links: [Bridge]

    /// The position of the first bridge.
    public var startIndex: Int { links.startIndex }
    /// The position after the last bridge.
    public var endIndex: Int { links.endIndex }
    /// The bridge at a position.
    public subscript(position: Int) -> Bridge { links[position] }

    private enum CodingKeys: String, CodingKey { case projection, links }

    /// Writes the projection in words and the bridges.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(links, forKey: .links)
    }
}

extension Projection {
    /// Bridges: the links without which a component falls apart, regardless of direction.
    ///
    /// Two edges between the same nodes hold each other's place, so neither is a bridge. For that the
    /// projection must have them both:
    /// - One that keeps its edges counts edges of the graph: arcs of one edge, as of an edge that flows both
    ///   ways or of several claims, count once. This is the one to ask for bridges.
    /// - One that counts parallel edges without keeping them counts every arc.
    /// - One that merges parallel edges counts every linked pair once, also if linked both ways. There a
    ///   bridge may stand for several edges that are no bridges each.
    ///
    /// - Parameter execution: how to run; the result does not depend on it.
    /// - Returns: the bridges by their first and then their second end.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*), and sorting for the number of bridges.
    /// - Source: R. Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2 (1974),
    ///   doi:10.1016/0020-0190(74)90003-9.
    public func bridges(execution: Execution = .default) throws(AnalysisError) -> Bridges {
        let tree = try lowPoints(execution)
        var bridges: [Bridge] = []
        for node in 0..<nodeCount {
            let above = Int(tree.parent[node])
            guard above != node, tree.low[node] > tree.found[above] else { continue }
            let links = links(between: min(node, above), and: max(node, above))
            guard links.isSingle else { continue }
            bridges.append(
                Bridge(
                    first: self.node(at: min(node, above)), second: self.node(at: max(node, above)),
                    edge: links.edge))
        }
        return Bridges(
            projection: self, links: bridges.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
    }

    /// Whether one edge alone links two nodes, and which.
    private func links(between first: Int, and second: Int) -> (isSingle: Bool, edge: EdgeIndex?) {
        guard recipe.parallelEdges == .kept else { return (true, nil) }
        var edge: UInt32?
        var count = 0
        // Of the two rows that have the arcs, a search along the shorter one is enough.
        let (near, far) =
            outgoing.count(first) + incoming.count(first) <= outgoing.count(second) + incoming.count(second)
            ? (first, second) : (second, first)
        for rows in isDirected ? [outgoing, incoming] : [outgoing] {
            for arc in rows.row(near) where rows.neighbours[arc] == UInt32(far) {
                if keepsEdges {
                    if let edge, edge == rows.edges[arc] { continue }
                    edge = rows.edges[arc]
                }
                count += 1
            }
        }
        return (count == 1, edge.map { EdgeIndex(rawValue: $0) })
    }
}
