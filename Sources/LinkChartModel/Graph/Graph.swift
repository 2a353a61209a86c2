/// A typed graph in which every link can carry who claims it, where and when.
///
/// ```swift
/// var graph = Graph(title: "Afghanistan and its neighbours")
/// let afghanistan = graph.add(.state("Afghanistan", iso: "AF"))
/// let ttp = graph.add(.actor("Tehrik-i-Taliban Pakistan", aliases: ["TTP"]))
/// graph.link(afghanistan, .hosts, ttp)              // a wrong endpoint does not compile
/// ```
///
/// A graph is a value: copies are independent, and a copy costs little until one of the two is changed.
/// Nodes and edges are never reordered, so indices stay valid as it grows. It asserts nothing itself: an edge
/// is a fact candidate, under which stand its claims (``Claim``). Analytics run on a frozen
/// ``GraphSnapshot`` of it.
///
/// Two edges with the same source, relation, target and validity, however the date is written, are the same
/// edge to ``link(_:_:_:valid:attributes:claim:)``, which then adds the claim to the one that is there. Edges appended
/// in bulk from untyped tables (``appendEdges(from:relation:to:)``) stay apart, as they came.
public struct Graph: Sendable {
    /// What the graph is about, for people.
    public var title: String
    /// Whatever else is known of the graph as a whole.
    public var attributes: Attributes = [:]
    /// What its nodes and links can be.
    public let ontology: Ontology

    var nodeColumns = NodeColumns()
    var edgeColumns = EdgeColumns()
    var claimLists = ClaimLists()
    var edgeKeys = EdgeKeyIndex()

    /// An empty graph.
    public init(title: String = "", ontology: Ontology = .builtin) {
        self.title = title
        self.ontology = ontology
    }

    /// How many nodes it has.
    public var nodeCount: Int { nodeColumns.kinds.count }
    /// How many edges it has.
    public var edgeCount: Int { edgeColumns.sources.count }
    /// How many claims its edges carry together.
    public var claimCount: Int { claimLists.claims.count }

    /// Makes room for as many more nodes and edges, so that building does not copy as it grows.
    public mutating func reserveCapacity(nodes: Int = 0, edges: Int = 0) {
        nodeColumns.reserve(nodes)
        edgeColumns.reserve(edges)
    }
}

/// The nodes, one array a property; what few nodes have lies in `details`.
struct NodeColumns: Sendable {
    /// Identifiers; a node's number in this table is its index.
    var ids = StringTable()
    /// Names, shared between nodes that have the same.
    var names = StringTable()
    /// The name's number in `names`, or `sameAsID`.
    var nameNumbers: [UInt32] = []
    var kinds: [KindID] = []
    var details = SparseColumn<NodeDetails>()
    /// The number that the next identifier gets which is wanted, but taken by this node.
    var nextSuffixes: [UInt32: Int] = [:]
    /// The Swift types of kinds that a client's own types stand for.
    var clientTypes: [KindID: any ConcreteKind.Type] = [:]

    static let sameAsID = UInt32.max

    mutating func reserve(_ more: Int) {
        ids.reserve(strings: more, bytes: more * 8)
        nameNumbers.reserve(more)
        kinds.reserve(more)
    }
}

/// What only some nodes have.
struct NodeDetails: Sendable, Hashable {
    var aliases: [String] = []
    var subtype: String?
    var attributes: Attributes = [:]
    var isSource = false

    var isEmpty: Bool { aliases.isEmpty && subtype == nil && attributes.isEmpty && !isSource }
}

/// The edges, one array a property: ten bytes an edge; what few edges have lies aside.
struct EdgeColumns: Sendable {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var relations: [RelationID] = []
    /// Position in `validities` + 1, or 0; empty until the first edge with a validity.
    var validityNumbers: [UInt32] = []
    var validities: [RecordedDate] = []
    var validityNumberOf: [RecordedDate: UInt32] = [:]
    /// For every validity the number of the first that is the same date, in whatever words.
    var sameDates: [UInt32] = []
    var numberOfDate: [EDTFDate: UInt32] = [:]
    /// Numeric attributes that most edges have, such as the weight of a weighted edge list.
    var numeric: [NumericColumn] = []
    var attributes = SparseColumn<Attributes>()
    var ids = SparseColumn<String>()
    var edgeOfID: [String: UInt32] = [:]
    /// The edges that were made beside others of their key.
    var parallels: [ParallelEdge: UInt32] = [:]

    mutating func reserve(_ more: Int) {
        sources.reserve(more)
        targets.reserve(more)
        relations.reserve(more)
    }
}

/// A numeric attribute of all edges up to `values.count`; NaN where an edge has none.
struct NumericColumn: Sendable {
    var name: String
    var values: [Double]
}

/// The claims of all edges, as one linked list an edge in the order they were added.
struct ClaimLists: Sendable {
    var claims: [Claim] = []
    /// The claim after this one on the same edge + 1, or 0.
    var next: [UInt32] = []
    /// The first and last claim of an edge + 1, or 0; shorter than the edges until the last one is claimed.
    var first: [UInt32] = []
    var last: [UInt32] = []

    mutating func append(_ claim: Claim, to edge: Int) {
        if first.count <= edge {
            first.append(contentsOf: repeatElement(0, count: edge + 1 - first.count))
            last.append(contentsOf: repeatElement(0, count: edge + 1 - last.count))
        }
        claims.append(claim)
        next.append(0)
        let number = UInt32(claims.count)
        if last[edge] == 0 { first[edge] = number } else { next[Int(last[edge]) - 1] = number }
        last[edge] = number
    }
}
