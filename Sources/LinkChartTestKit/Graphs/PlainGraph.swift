public import LinkChartModel

/// A graph as a test writes it down: nodes 0 ..< ``nodeCount`` and a list of links.
public struct PlainGraph: Sendable, Hashable {
    /// A link between two nodes, from the first to the second if directions count.
    public struct Link: Sendable, Hashable {
        /// Where it starts.
        public var from: Int
        /// Where it leads.
        public var to: Int

        /// A link.
        public init(_ from: Int, _ to: Int) {
            self.from = from
            self.to = to
        }

        /// The same link the other way round.
        public var reversed: Link { Link(to, from) }
    }

    /// How many nodes there are.
    public var nodeCount: Int
    /// Whether directions count.
    public var isDirected: Bool
    /// The links; loops and parallel links are allowed.
    public var links: [Link]

    /// A graph.
    ///
    /// - Precondition: the ends of all links are nodes.
    public init(_ nodeCount: Int, isDirected: Bool = false, links: [Link] = []) {
        precondition(
            links.allSatisfy { $0.from < nodeCount && $0.to < nodeCount && $0.from >= 0 && $0.to >= 0 })
        self.nodeCount = nodeCount
        self.isDirected = isDirected
        self.links = links
    }

    /// A graph of links given as pairs.
    public init(_ nodeCount: Int, isDirected: Bool = false, _ pairs: [(Int, Int)]) {
        self.init(nodeCount, isDirected: isDirected, links: pairs.map { Link($0.0, $0.1) })
    }

    /// The same links, with or without directions.
    public func directed(_ isDirected: Bool = true) -> PlainGraph {
        PlainGraph(nodeCount, isDirected: isDirected, links: links)
    }

    /// The links that can be walked from each node: its successors with the number of the link. Without
    /// directions, a link stands at both its ends, a loop once.
    public var adjacency: [[(node: Int, link: Int)]] {
        var adjacency = [[(node: Int, link: Int)]](repeating: [], count: nodeCount)
        for (number, link) in links.enumerated() {
            adjacency[link.from].append((link.to, number))
            if !isDirected && link.from != link.to { adjacency[link.to].append((link.from, number)) }
        }
        return adjacency
    }

    /// The graph as a ``/LinkChartModel/Graph``: nodes `n0`, `n1` … of kind Entity and edges `relatedTo`, both
    /// in the same order, so that indices are the same.
    ///
    /// - Parameter weights: the numeric attribute `weight` of every edge, if there is to be one.
    public func graph(weights: [Double]? = nil) -> Graph {
        var graph = Graph(title: "a plain graph")
        graph.reserveCapacity(nodes: nodeCount, edges: links.count)
        for node in 0..<nodeCount {
            var id = "n\(node)"
            id.withUTF8 { _ = graph.findOrAddNode(id: $0, kind: .entity) }
        }
        guard let relation = graph.ontology.relation(named: "relatedTo") else {
            preconditionFailure("the built-in ontology has `relatedTo`")
        }
        do {
            let first = try graph.appendEdges(
                from: links.map { UInt32($0.from) }, relation: relation, to: links.map { UInt32($0.to) })
            if let weights { graph.setNumbers("weight", weights, from: first) }
        } catch {
            preconditionFailure("every link has two nodes, and any kind of node can be related: \(error)")
        }
        return graph
    }

    /// The graph as a projection, with or without directions as it is; node numbers stay the same.
    ///
    /// - Parameters:
    ///   - parallelEdges: what becomes of parallel links.
    ///   - keepingEdges: whether arcs remember the links; the edge numbers are those of ``links``.
    public func projection(
        parallelEdges: Projection.ParallelEdges = .merged, keepingEdges: Bool = false
    ) -> Projection {
        graph().projection(
            .facts, isDirected: isDirected, parallelEdges: parallelEdges, keepingEdges: keepingEdges)
    }
}

extension PlainGraph: CustomStringConvertible {
    /// The graph in a line that Swift and Python can read: `7 nodes, directed: [(0, 1), (2, 2)]`.
    public var description: String {
        let pairs = links.map { "(\($0.from), \($0.to))" }.joined(separator: ", ")
        return "\(nodeCount) nodes, \(isDirected ? "directed" : "undirected"): [\(pairs)]"
    }
}
