/// A node as a view into its graph.
public struct Node: Sendable {
    let graph: Graph
    /// Where it stands in the graph.
    public let index: NodeIndex

    /// Its identifier, unique in the graph.
    public var id: String { graph.id(of: index) }
    /// What it is called; the identifier if it has no name of its own.
    public var name: String { graph.name(of: index) }
    /// Its kind.
    public var kind: KindID { graph.nodeColumns.kinds[index.position] }
    /// The name of its kind.
    public var kindName: String { graph.ontology[kind].name }
    /// What else it is called.
    public var aliases: [String] { graph.nodeColumns.details[index.rawValue]?.aliases ?? [] }
    /// A finer kind, such as `armedGroup`.
    public var subtype: String? { graph.nodeColumns.details[index.rawValue]?.subtype }
    /// Whatever else is known of it.
    public var attributes: Attributes { graph.nodeColumns.details[index.rawValue]?.attributes ?? [:] }
    /// Whether it is one of the graph's sources: a document that claims are found in.
    public var isSource: Bool { graph.nodeColumns.details[index.rawValue]?.isSource ?? false }
}

/// An edge as a view into its graph.
public struct Edge: Sendable {
    let graph: Graph
    /// Where it stands in the graph.
    public let index: EdgeIndex

    /// Its identifier: the one it was given, or `e` and its number counted from 1.
    public var id: String { graph.id(of: index) }
    /// Where it starts.
    public var source: NodeIndex { NodeIndex(rawValue: graph.edgeColumns.sources[index.position]) }
    /// Where it leads.
    public var target: NodeIndex { NodeIndex(rawValue: graph.edgeColumns.targets[index.position]) }
    /// Its relation.
    public var relation: RelationID { graph.edgeColumns.relations[index.position] }
    /// What its relation means.
    public var definition: RelationDefinition { graph.ontology[relation] }
    /// When it holds, as far as that is known.
    public var valid: RecordedDate? { graph.validity(ofEdge: index.position) }
    /// Whether its identifier was given rather than counted.
    public var hasOwnID: Bool { graph.edgeColumns.ids[index.rawValue] != nil }
    /// Whatever else is known of it.
    public var attributes: Attributes { graph.attributes(ofEdge: index.position) }
    /// Who says so, in the order the claims were added.
    public var claims: ClaimSequence { graph.claims(of: index) }
    /// What its claims amount to.
    public var standing: EdgeStanding { EdgeStanding(of: claims) }
}

/// The claims of one edge, in the order they were added.
public struct ClaimSequence: Sequence, IteratorProtocol, Sendable {
    let lists: ClaimLists
    var nextNumber: UInt32

    public mutating func next() -> Claim? {
        guard nextNumber != 0 else { return nil }
        let position = Int(nextNumber) - 1
        nextNumber = lists.next[position]
        return lists.claims[position]
    }

    /// Whether there are none.
    public var isEmpty: Bool { nextNumber == 0 }
    /// How many there are.
    public var count: Int { reduce(0) { count, _ in count + 1 } }
}
