public import LinkChartModel

/// Some nodes of a projection, as an analysis singles them out: articulation points, a core, those whom every
/// way must pass.
public struct NodeSubset: AnalysisResult, RandomAccessCollection {
    /// What was analysed.
    public let projection: Projection
    /// The nodes, in the order that the analysis promises.
    public let nodes: [NodeIndex]

    init(of projection: Projection, _ nodes: [NodeIndex]) {
        self.projection = projection
        self.nodes = nodes
    }

    /// The position of the first node.
    public var startIndex: Int { nodes.startIndex }
    /// The position after the last node.
    public var endIndex: Int { nodes.endIndex }
    /// The node at a position.
    public subscript(position: Int) -> NodeIndex { nodes[position] }

    /// The identifiers of the nodes, in the same order.
    ///
    /// - Parameter graph: the graph that was projected; it has the identifiers.
    public func ids(in graph: Graph) -> [String] { nodes.map { graph.id(of: $0) } }

    private enum CodingKeys: String, CodingKey { case projection, nodes }

    /// Writes the projection in words and the nodes by their indices in the graph.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(nodes.map(\.rawValue), forKey: .nodes)
    }
}
