/// A graph behind one reference: a view of a node or an edge that held the graph itself would count the
/// references to all its columns whenever it is made.
final class SharedGraph: Sendable {
    let graph: Graph

    init(_ graph: Graph) { self.graph = graph }
}

/// A node as a view into its graph.
public struct Node: Sendable {
    let shared: SharedGraph
    /// Where it stands in the graph.
    public let index: NodeIndex

    /// Its identifier, unique in the graph.
    public var id: String { shared.graph.id(of: index) }
    /// What it is called; the identifier if it has no name of its own.
    public var name: String { shared.graph.name(of: index) }
    /// Its kind.
    public var kind: KindID { shared.graph.nodeColumns.kinds[index.position] }
    /// The name of its kind.
    public var kindName: String { shared.graph.ontology[kind].name }
    /// What else it is called.
    public var aliases: [String] { shared.graph.nodeColumns.details[index.rawValue]?.aliases ?? [] }
    /// A finer kind, such as `armedGroup`.
    public var subtype: String? { shared.graph.nodeColumns.details[index.rawValue]?.subtype }
    /// Whatever else is known of it.
    public var attributes: Attributes { shared.graph.nodeColumns.details[index.rawValue]?.attributes ?? [:] }
    /// Whether it is one of the graph's sources: a document that claims are found in.
    public var isSource: Bool { shared.graph.nodeColumns.details[index.rawValue]?.isSource ?? false }
}

/// An edge as a view into its graph.
public struct Edge: Sendable {
    let shared: SharedGraph
    /// Where it stands in the graph.
    public let index: EdgeIndex

    /// Its identifier: the one it was given, or `e` and its number counted from 1.
    public var id: String { shared.graph.id(of: index) }
    /// Where it starts.
    public var source: NodeIndex { NodeIndex(rawValue: shared.graph.edgeColumns.sources[index.position]) }
    /// Where it leads.
    public var target: NodeIndex { NodeIndex(rawValue: shared.graph.edgeColumns.targets[index.position]) }
    /// Its relation.
    public var relation: RelationID { shared.graph.edgeColumns.relations[index.position] }
    /// What its relation means.
    public var definition: RelationDefinition { shared.graph.ontology[relation] }
    /// When it holds, as far as that is known.
    public var valid: RecordedDate? { shared.graph.validity(ofEdge: index.position) }
    /// Whether its identifier was given rather than counted.
    public var hasOwnID: Bool { shared.graph.edgeColumns.ids[index.rawValue] != nil }
    /// Whatever else is known of it.
    public var attributes: Attributes { shared.graph.attributes(ofEdge: index.position) }
    /// Who says so, in the order the claims were added.
    public var claims: ClaimSequence { shared.graph.claims(of: index) }
    /// What its claims amount to.
    public var standing: EdgeStanding { shared.graph.standing(of: index) }
}

/// The claims of one edge, in the order they were added.
public struct ClaimSequence: Sequence, IteratorProtocol, Sendable {
    let lists: ClaimLists
    var nextNumber: UInt32

    public mutating func next() -> Claim? {
        guard nextNumber != 0 else { return nil }
        let position = Int(nextNumber) - 1
        nextNumber = lists.next[position]
        return lists[position]
    }

    /// Whether there are none.
    public var isEmpty: Bool { nextNumber == 0 }
    /// How many there are.
    public var count: Int { reduce(0) { count, _ in count + 1 } }
}
