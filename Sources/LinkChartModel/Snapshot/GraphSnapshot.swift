/// A graph frozen for questions: every node's outgoing and incoming edges in compressed rows.
///
/// It holds the graph it was made of (sharing its storage), so that kinds, relations, claims and names stay
/// at hand by index. Rows list edges in the order they were added.
public struct GraphSnapshot: Sendable {
    /// The graph as it was.
    public let graph: Graph
    /// For every node its outgoing edges: neighbours are targets.
    public let outgoing: CompressedRows
    /// For every node its incoming edges: neighbours are sources.
    public let incoming: CompressedRows

    /// Freezes a graph.
    ///
    /// - Parameters:
    ///   - graph: the graph.
    ///   - keepingEdges: whether rows keep the edge behind every neighbour, which leads to relations, claims and
    ///     attributes. With it the rows take 16 bytes an edge, without it 8, and 16 a node either way.
    /// - Complexity: linear in nodes and edges.
    public init(_ graph: Graph, keepingEdges: Bool = true) {
        self.graph = graph
        let columns = graph.edgeColumns
        outgoing = CompressedRows(
            nodeCount: graph.nodeCount, from: columns.sources, to: columns.targets,
            keepingEdges: keepingEdges)
        incoming = CompressedRows(
            nodeCount: graph.nodeCount, from: columns.targets, to: columns.sources,
            keepingEdges: keepingEdges)
    }

    /// How many nodes it has.
    public var nodeCount: Int { graph.nodeCount }
    /// How many edges it has.
    public var edgeCount: Int { graph.edgeCount }

    /// The edges that start at a node.
    ///
    /// - Precondition: the snapshot keeps its edges.
    public func edges(from node: NodeIndex) -> some RandomAccessCollection<EdgeIndex> {
        outgoing.edges[outgoing.row(node.position)].lazy.map { EdgeIndex(rawValue: $0) }
    }

    /// The edges that lead to a node.
    ///
    /// - Precondition: the snapshot keeps its edges.
    public func edges(to node: NodeIndex) -> some RandomAccessCollection<EdgeIndex> {
        incoming.edges[incoming.row(node.position)].lazy.map { EdgeIndex(rawValue: $0) }
    }

    /// The kind of every node, by index.
    public var kinds: [KindID] { graph.nodeColumns.kinds }
    /// The relation of every edge, by index.
    public var relations: [RelationID] { graph.edgeColumns.relations }
}

extension Graph {
    /// The graph frozen for questions.
    ///
    /// - Parameter keepingEdges: whether rows keep the edge behind every neighbour: 16 bytes an edge, else 8.
    /// - Complexity: linear in nodes and edges.
    public func snapshot(keepingEdges: Bool = true) -> GraphSnapshot {
        GraphSnapshot(self, keepingEdges: keepingEdges)
    }
}
