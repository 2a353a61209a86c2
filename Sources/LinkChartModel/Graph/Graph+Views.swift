extension Graph {
    /// The nodes, in the order they were added.
    public var nodes: some RandomAccessCollection<Node> {
        let shared = SharedGraph(self)
        return (0..<nodeCount).lazy.map { Node(shared: shared, index: NodeIndex($0)) }
    }

    /// The edges, in the order they were added.
    public var edges: some RandomAccessCollection<Edge> {
        let shared = SharedGraph(self)
        return (0..<edgeCount).lazy.map { Edge(shared: shared, index: EdgeIndex($0)) }
    }

    /// The node at an index of this graph.
    public subscript(node: NodeIndex) -> Node {
        precondition(node.position < nodeCount, "a node of another graph")
        return Node(shared: SharedGraph(self), index: node)
    }

    /// The edge at an index of this graph.
    public subscript(edge: EdgeIndex) -> Edge {
        precondition(edge.position < edgeCount, "an edge of another graph")
        return Edge(shared: SharedGraph(self), index: edge)
    }

    /// The node behind a reference of this graph.
    public subscript(reference: some NodeReference) -> Node { self[reference.index] }

    /// The node with this identifier.
    ///
    /// - Complexity: expected constant. To find a node by its name, use ``NodeFinder``.
    public func node(id: some StringProtocol) -> NodeIndex? {
        nodeColumns.ids.number(of: id).map { NodeIndex($0) }
    }

    /// The node whose identifier has these UTF-8 bytes, found without making a string of them.
    ///
    /// - Complexity: expected constant.
    public func node(idBytes id: UnsafeBufferPointer<UInt8>) -> NodeIndex? {
        nodeColumns.ids.number(ofBytes: id).map { NodeIndex($0) }
    }

    /// The edge with this identifier, given or counted (`e1` is the first edge).
    public func edge(id: String) -> EdgeIndex? {
        if let edge = edgeColumns.edgeOfID[id] { return EdgeIndex(rawValue: edge) }
        guard id.first == "e", let number = Int(id.dropFirst().prefix { $0 != "'" }), number >= 1,
            number <= edgeCount
        else { return nil }
        let edge = EdgeIndex(number - 1)
        return self.id(of: edge) == id ? edge : nil
    }

    /// A node's identifier.
    public func id(of node: NodeIndex) -> String { nodeColumns.ids[node.position] }

    /// Calls `body` with the UTF-8 bytes of a node's identifier, without making a string of them.
    public func withID<Result>(
        of node: NodeIndex, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        nodeColumns.ids.withBytes(of: node.position, body)
    }

    /// A node's name; its identifier if it has no name of its own.
    public func name(of node: NodeIndex) -> String {
        let number = nodeColumns.nameNumbers[node.position]
        return number == NodeColumns.sameAsID ? id(of: node) : nodeColumns.names[Int(number)]
    }

    /// A node's kind.
    public func kind(of node: NodeIndex) -> KindID { nodeColumns.kinds[node.position] }

    /// An edge's identifier: the one it was given, or `e` and its number counted from 1.
    public func id(of edge: EdgeIndex) -> String {
        if let id = edgeColumns.ids[edge.rawValue] { return id }
        var counted = "e\(edge.position + 1)"
        // Another edge may have been given this very identifier.
        while edgeColumns.edgeOfID[counted] != nil { counted += "'" }
        return counted
    }

    /// Where an edge starts.
    public func source(of edge: EdgeIndex) -> NodeIndex {
        NodeIndex(rawValue: edgeColumns.sources[edge.position])
    }

    /// Where an edge leads.
    public func target(of edge: EdgeIndex) -> NodeIndex {
        NodeIndex(rawValue: edgeColumns.targets[edge.position])
    }

    /// An edge's relation.
    public func relation(of edge: EdgeIndex) -> RelationID { edgeColumns.relations[edge.position] }

    /// What else a node is called.
    public func aliases(of node: NodeIndex) -> [String] { nodeColumns.details[node.rawValue]?.aliases ?? [] }

    /// A finer kind of a node, such as `armedGroup`.
    public func subtype(of node: NodeIndex) -> String? { nodeColumns.details[node.rawValue]?.subtype }

    /// Whatever else is known of a node.
    public func attributes(of node: NodeIndex) -> Attributes {
        nodeColumns.details[node.rawValue]?.attributes ?? [:]
    }

    /// Whether a node is one of the graph's sources: a document that claims are found in.
    public func isSource(_ node: NodeIndex) -> Bool { nodeColumns.details[node.rawValue]?.isSource ?? false }

    /// When an edge holds, as far as that is known.
    public func validity(of edge: EdgeIndex) -> RecordedDate? { validity(ofEdge: edge.position) }

    /// Whatever else is known of an edge.
    public func attributes(of edge: EdgeIndex) -> Attributes { attributes(ofEdge: edge.position) }

    /// Whether an edge's identifier was given rather than counted.
    public func hasOwnID(_ edge: EdgeIndex) -> Bool { edgeColumns.ids[edge.rawValue] != nil }

    /// The kind of every node, by index.
    public var kinds: [KindID] { nodeColumns.kinds }

    /// The relation of every edge, by index.
    public var relations: [RelationID] { edgeColumns.relations }

    /// Whether some edge says itself when it holds.
    public var hasValidities: Bool { !edgeColumns.validities.isEmpty }

    /// The claims of an edge, in the order they were added.
    public func claims(of edge: EdgeIndex) -> ClaimSequence {
        let first = edge.position < claimLists.first.count ? claimLists.first[edge.position] : 0
        return ClaimSequence(lists: claimLists, nextNumber: first)
    }

    /// All claims with the edges they stand under: by edge, then in the order they were added.
    public var claims: some Sequence<(edge: EdgeIndex, claim: Claim)> {
        (0..<claimLists.first.count).lazy.flatMap { position in
            let edge = EdgeIndex(position)
            return self.claims(of: edge).lazy.map { (edge: edge, claim: $0) }
        }
    }

    /// Whether anybody claims an edge.
    package func isClaimed(_ edge: EdgeIndex) -> Bool {
        edge.position < claimLists.first.count && claimLists.first[edge.position] != 0
    }

    /// How many claims there are of each modality.
    package var claimsByModality: [Modality: Int] { claimLists.countModalities() }

    /// How many claims each claimant makes, nil standing for claims of nobody; in no order.
    package var claimsByClaimant: [(claimant: Party?, count: Int)] { claimLists.countClaimants() }

    /// What an edge's claims amount to.
    public func standing(of edge: EdgeIndex) -> EdgeStanding {
        claimLists.standing(ofEdge: edge.position)
    }

    /// The nodes that a node is linked to by a relation, as typed references.
    ///
    /// A node of a kind that the relation's type does not admit is left out; so is one of a client's own kind
    /// behind an existential end, if no node of that kind was added through its type.
    ///
    /// - Complexity: linear in the number of edges; freeze the graph for many such questions.
    public func targets<Source, Target>(
        of source: Source, via relation: Relation<Source, Target>
    ) -> [Target] {
        guard let id = relationID(relation.builtin, relation.name) else { return [] }
        let from = relation.source(source).rawValue
        var found: [Target] = []
        for edge in 0..<edgeCount where edgeColumns.sources[edge] == from && edgeColumns.relations[edge] == id
        {
            let target = NodeIndex(rawValue: edgeColumns.targets[edge])
            if let reference = reference(to: target, at: Target.self) { found.append(reference) }
        }
        return found
    }

    /// The nodes that are linked to a node by a relation, as typed references.
    ///
    /// What is left out is left out of ``targets(of:via:)`` too.
    ///
    /// - Complexity: linear in the number of edges; freeze the graph for many such questions.
    public func sources<Source, Target>(
        of target: Target, via relation: Relation<Source, Target>
    ) -> [Source] {
        guard let id = relationID(relation.builtin, relation.name) else { return [] }
        let to = relation.target(target).rawValue
        var found: [Source] = []
        for edge in 0..<edgeCount where edgeColumns.targets[edge] == to && edgeColumns.relations[edge] == id {
            let source = NodeIndex(rawValue: edgeColumns.sources[edge])
            if let reference = reference(to: source, at: Source.self) { found.append(reference) }
        }
        return found
    }

    /// A node as a value of its kind's Swift type; ``AnyNode`` for kinds that have none.
    ///
    /// A client's own type is known once a node was added through it.
    public func typedReference(to node: NodeIndex) -> any NodeReference {
        let kind = kind(of: node)
        if let type = nodeColumns.clientTypes[kind] { return type.init(index: node) }
        guard ontology.base != .replacement, Int(kind.rawValue) < Kinds.all.count else {
            let type = Kinds.all.first { ontology.kind(named: $0.kindName) == kind }
            return type?.init(index: node) ?? AnyNode(index: node)
        }
        return Kinds.all[Int(kind.rawValue)].init(index: node)
    }

    // MARK: - Inside

    /// A node as a relation's end, if it is of a kind that may stand there.
    private func reference<End>(to node: NodeIndex, at end: End.Type) -> End? {
        guard let type = end as? any ConcreteKind.Type else { return typedReference(to: node) as? End }
        return kindID(of: type) == kind(of: node) ? type.init(index: node) as? End : nil
    }

    func validity(ofEdge edge: Int) -> RecordedDate? {
        let number = edgeColumns.validityNumber(edge)
        return number == 0 ? nil : edgeColumns.validities[Int(number) - 1]
    }

    func attributes(ofEdge edge: Int) -> Attributes {
        var attributes = edgeColumns.attributes[UInt32(edge)] ?? [:]
        for column in edgeColumns.numeric where edge < column.values.count && !column.values[edge].isNaN {
            guard attributes[column.name] == nil else { continue }
            let value = column.values[edge]
            attributes[column.name] = Int64(exactly: value).map { .integer($0) } ?? .number(value)
        }
        return attributes
    }
}
