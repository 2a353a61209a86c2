/// A part of one graph: which nodes, edges and claims of it count.
///
/// Made by ``Graph/parts(of:)`` from a ``Selection``, or by hand for a part that no selection describes.
public struct SelectedParts: Sendable {
    /// Whether each node counts; nil if all do.
    public var nodes: [Bool]?
    /// Whether each edge counts; nil if all do. An edge also needs both its ends to count.
    public var edges: [Bool]?
    /// Which claims count; nil if all do. With a filter, an edge without claims does not count.
    public var claims: (@Sendable (Claim) -> Bool)?

    /// A part.
    public init(
        nodes: [Bool]? = nil, edges: [Bool]? = nil, claims: (@Sendable (Claim) -> Bool)? = nil
    ) {
        self.nodes = nodes
        self.edges = edges
        self.claims = claims
    }

    /// The whole graph.
    public static let everything = SelectedParts()

    /// Whether nothing is left out.
    public var isEverything: Bool { nodes == nil && edges == nil && claims == nil }

    /// Whether an edge with these ends counts as far as nodes and edges are chosen; claims may still rule it out.
    func includes(edge: Int, from source: UInt32, to target: UInt32) -> Bool {
        if let edges, !edges[edge] { return false }
        guard let nodes else { return true }
        return nodes[Int(source)] && nodes[Int(target)]
    }

    /// Whether the edge counts.
    ///
    /// - Complexity: linear in the number of its claims.
    public func includes(_ edge: EdgeIndex, of graph: Graph) -> Bool {
        let isChosen = includes(
            edge: edge.position, from: graph.edgeColumns.sources[edge.position],
            to: graph.edgeColumns.targets[edge.position])
        guard isChosen, let claims else { return isChosen }
        return graph.claims(of: edge).contains(where: claims)
    }

    /// Whether the node counts.
    public func includes(_ node: NodeIndex) -> Bool { nodes.map { $0[node.position] } ?? true }

    /// The modalities of an edge's claims that count, for which the claims themselves are only made if they are filtered.
    func modalities(of edge: Int, in graph: Graph) -> [Modality] {
        guard graph.claimCount > 0 else { return [] }
        guard let claims else { return Array(graph.claimLists.modalities(ofEdge: edge)) }
        return graph.claims(of: EdgeIndex(edge)).filter(claims).map(\.modality)
    }

    /// The claims of an edge that count, in the order they were added.
    public func claims(of edge: EdgeIndex, in graph: Graph) -> [Claim] {
        guard graph.claimCount > 0 else { return [] }
        guard let claims else { return Array(graph.claims(of: edge)) }
        return graph.claims(of: edge).filter(claims)
    }
}
