public import LinkChartModel

/// Some edges of a projection, as an analysis singles them out: a backbone.
public struct EdgeSubset: AnalysisResult, RandomAccessCollection {
    /// What was analysed.
    public let projection: Projection
    /// The edges, in the order that the analysis promises.
    public let edges: [EdgeIndex]

    init(of projection: Projection, _ edges: [EdgeIndex]) {
        self.projection = projection
        self.edges = edges
    }

    /// The position of the first edge.
    public var startIndex: Int { edges.startIndex }
    /// The position after the last edge.
    public var endIndex: Int { edges.endIndex }
    /// The edge at a position.
    public subscript(position: Int) -> EdgeIndex { edges[position] }

    /// The identifiers of the edges, in the same order.
    ///
    /// - Parameter graph: the graph that was projected; it has the identifiers.
    public func ids(in graph: Graph) -> [String] { edges.map { graph.id(of: $0) } }

    /// The part of a graph that has these edges and all nodes: for a projection of them alone, or a new graph.
    ///
    /// ```swift
    /// let strong = graph.subgraph(backbone.keptEdges.parts(of: graph))
    /// ```
    ///
    /// - Parameter graph: the graph that was projected.
    public func parts(of graph: Graph) -> SelectedParts {
        var isKept = [Bool](repeating: false, count: graph.edgeCount)
        for edge in edges { isKept[edge.position] = true }
        return SelectedParts(edges: isKept)
    }

    private enum CodingKeys: String, CodingKey { case projection, edges }

    /// Writes the projection in words and the edges by their indices in the graph.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(edges.map(\.rawValue), forKey: .edges)
    }
}
