public import LinkChartModel

/// A link without which its component falls apart.
public struct Bridge: Hashable, Sendable {
    /// The end with the smaller index.
    public let first: NodeIndex
    /// The other end.
    public let second: NodeIndex
    /// The edge, if the projection keeps its edges.
    public let edge: EdgeIndex?
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
    /// - Returns: the bridges by their first and then their second end.
    /// - Complexity: O(*n* + *m*), and sorting for the number of bridges.
    /// - Source: R. Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2 (1974),
    ///   doi:10.1016/0020-0190(74)90003-9.
    public func bridges() -> [Bridge] {
        let tree = simpleUndirectedRows.withUnsafeRows { LowPoints($0) }
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
        return bridges.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
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
