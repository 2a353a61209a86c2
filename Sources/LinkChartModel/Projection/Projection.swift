/// A plain graph made of a typed one, as an algorithm needs it, which knows how it was made.
///
/// Rule 8 of the ontology: a result is only meaningful with the projection it was computed on, so every
/// result carries ``description``. Nodes are numbered 0 ..< ``nodeCount``; ``node(at:)`` leads back to the
/// graph.
public struct Projection: Sendable {
    /// Which edges of the typed graph take part, and in which direction.
    public enum Name: String, Sendable, CaseIterable {
        /// Established edges as written.
        case facts
        /// Established edges without summary relations, each along its flow; both ways where the flow goes
        /// both ways, left out where nothing flows.
        case mechanism
        /// One edge a claim that establishes its edge, as written.
        case claims
        /// All edges as written, also those that are not established.
        case all
    }

    /// What becomes of several edges from one node to another.
    public enum ParallelEdges: String, Sendable {
        /// They count once: the plain graph of distances and neighbours.
        case merged
        /// Each counts.
        case kept
    }

    /// How the projection was made.
    public struct Recipe: Sendable, Hashable {
        /// Which edges take part.
        public var name: Name
        /// Whether directions count.
        public var isDirected: Bool
        /// What becomes of parallel edges.
        public var parallelEdges: ParallelEdges

        /// A recipe.
        ///
        /// - Parameters:
        ///   - name: which edges take part.
        ///   - isDirected: whether directions count.
        ///   - parallelEdges: nil for the projection's own default: kept in `claims`, where their number is the
        ///     point, merged in the others.
        public init(_ name: Name, isDirected: Bool = true, parallelEdges: ParallelEdges? = nil) {
            self.name = name
            self.isDirected = isDirected
            self.parallelEdges = parallelEdges ?? (name == .claims ? .kept : .merged)
        }
    }

    /// What the typed graph has and the projection has not.
    public struct Omissions: Sendable, Hashable {
        /// Edges that no claim establishes.
        public var unestablished = 0
        /// Edges of summary relations.
        public var summary = 0
        /// Edges along which nothing flows.
        public var flowless = 0
        /// Edges that the selection leaves out.
        public var unselected = 0
        /// Nodes that the selection leaves out.
        public var nodes = 0
    }

    /// How it was made.
    public let recipe: Recipe
    /// What was left out.
    public let omissions: Omissions
    /// What became of the arcs after they were projected, in words, as of a backbone or a randomised graph; nil if
    /// they are as projected.
    public let alteration: String?
    /// For every node the arcs that leave it; of an undirected projection all its arcs.
    public let outgoing: CompressedRows
    /// For every node the arcs that reach it; of an undirected projection all its arcs.
    public let incoming: CompressedRows
    /// Whether an outgoing arc runs the way its edge is written; empty unless edges are kept.
    let isForward: [Bool]
    /// The graph's index of every node; nil if all nodes take part.
    let selectedNodes: [UInt32]?
    /// The position of every node of the graph here, `UInt32.max` if it does not take part; nil if all do.
    let positions: [UInt32]?

    /// What algorithms worked out of it for later questions.
    package let derived = DerivedValues()

    /// How many nodes it has.
    public var nodeCount: Int { outgoing.nodeCount }
    /// How many arcs it has; of an undirected projection two for each edge between two nodes.
    public var arcCount: Int { outgoing.arcCount }
    /// Whether directions count.
    public var isDirected: Bool { recipe.isDirected }
    /// Whether ``edge(ofArc:)`` can be asked.
    public var keepsEdges: Bool { !isForward.isEmpty || arcCount == 0 }

    /// The graph's node behind a number of the projection.
    public func node(at position: Int) -> NodeIndex {
        selectedNodes.map { NodeIndex(rawValue: $0[position]) } ?? NodeIndex(position)
    }

    /// The projection's number of a node, or nil if the selection leaves it out.
    public func position(of node: NodeIndex) -> Int? {
        guard let positions else { return node.position < nodeCount ? node.position : nil }
        guard node.position < positions.count else { return nil }
        let position = positions[node.position]
        return position == .max ? nil : Int(position)
    }

    /// The edge behind an outgoing arc, and whether the arc runs the way the edge is written.
    ///
    /// - Parameter arc: a position in `outgoing.neighbours`.
    /// - Precondition: the projection keeps its edges.
    public func edge(ofArc arc: Int) -> (edge: EdgeIndex, isForward: Bool) {
        (EdgeIndex(rawValue: outgoing.edges[arc]), isForward[arc])
    }

    /// The projection in words, as results state it.
    public var description: String {
        var parts = [recipe.name.rawValue, isDirected ? "directed" : "undirected"]
        parts.append(recipe.parallelEdges == .merged ? "parallel edges merged" : "parallel edges counted")
        if let alteration { parts.append(alteration) }
        return parts.joined(separator: ", ")
    }

    /// What was left out and why, in sentences for people; empty if nothing was.
    public var notes: [String] {
        func edges(_ count: Int, _ why: String) -> String? {
            count == 0 ? nil : "\(count) edge\(count == 1 ? "" : "s") left out: \(why)"
        }
        return [
            edges(omissions.unselected, "not selected"),
            edges(omissions.unestablished, "not established by any claim"),
            edges(omissions.summary, "a summary, no mechanism"),
            edges(omissions.flowless, "nothing flows along them"),
        ].compactMap { $0 }
    }
}
