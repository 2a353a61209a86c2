import LinkChartModel

/// Reads MISP: events, alone or in an answer of a server, galaxies and their clusters, and object templates.
///
/// Events, objects and attributes become nodes, and so do the clusters of galaxies; references between objects, galaxies
/// on events and the relations of clusters become edges. The organisation that created an event is the claimant of what
/// it says, the event the source; tags for likelihood and the Admiralty code grade the claims.
struct MISPReader: GraphFormatReader {
    private var records: JSONRecords

    init(_ input: GraphInput) { records = JSONRecords(input) }

    mutating func readNodes(into builder: inout GraphBuilder) {
        records.forEach(into: &builder) { builder, tree, item in
            var walk = MISPWalk(tree, phase: .nodes)
            walk.read(item, into: &builder)
        }
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        records.forEach(into: &builder) { builder, tree, item in
            var walk = MISPWalk(tree, phase: .edges)
            walk.read(item, into: &builder)
        }
        records.close()
    }
}

/// One way through a document of MISP, which is gone twice: for the nodes, then for the edges between them.
struct MISPWalk {
    enum Phase { case nodes, edges }

    let tree: DocumentTree
    let phase: Phase
    /// The identifier of the event that is being read.
    var event: String?
    /// What everything in it is claimed by, unless it says otherwise.
    var claim = Claim()

    init(_ tree: DocumentTree, phase: Phase) {
        self.tree = tree
        self.phase = phase
    }

    mutating func read(_ item: Int, into builder: inout GraphBuilder) {
        guard tree.kind(item) == .mapping else {
            if phase == .nodes {
                builder.reportWrongType(tree, item, "a document of MISP must be an object of JSON")
            }
            return
        }
        if let event = tree.value(item, "Event") {
            readEvent(event, into: &builder)
        } else if let response = tree.value(item, "response") {
            tree.kind(response) == .sequence
                ? tree.forEachElement(response) { read($0, into: &builder) } : read(response, into: &builder)
        } else if tree.value(item, "info") != nil {
            readEvent(item, into: &builder)
        } else if let values = tree.value(item, "values") {
            readClusters(item, values, into: &builder)
        } else if tree.value(item, "meta-category") != nil, tree.value(item, "attributes") != nil {
            readDefinition(item, subtype: "object-template", into: &builder)
        } else if tree.value(item, "namespace") != nil || tree.value(item, "GalaxyCluster") != nil {
            readDefinition(item, subtype: "galaxy", into: &builder)
            readGalaxy(item, of: nil, into: &builder)
        } else if phase == .nodes {
            builder.report(
                .missingKey, "this is no event, galaxy or template of MISP", at: tree.range(item),
                suggestion: "an event has `Event` or `info`, a list of clusters `values`")
            builder.reportSkipped("object of another kind", "", at: tree.range(item))
        }
    }

    // MARK: - Nodes and edges

    /// Adds a node, in the first phase.
    mutating func add(_ record: NodeRecord, at item: Int, into builder: inout GraphBuilder) {
        guard phase == .nodes else { return }
        builder.count(nodes: 1)
        builder.addNode(record, at: tree.range(item), repetition: .isSameNode)
    }

    /// Adds an edge of the relation that a word means, in the second phase; an end that nothing defines is made.
    mutating func link(
        _ source: String, _ word: String, _ target: String, _ attributes: Attributes = [:], id: String? = nil,
        valid: RecordedDate? = nil, claims: [Claim], otherwise kind: String = "Entity", at item: Int,
        into builder: inout GraphBuilder
    ) {
        guard phase == .edges else { return }
        builder.count(edges: 1)
        let range = tree.range(item)
        guard let from = node(source, kind: kind, at: range, into: &builder),
            let to = node(target, kind: kind, at: range, into: &builder)
        else {
            builder.reportSkipped("edge with an error", "\(source) \(word) \(target)", at: range)
            return
        }
        let ontology = builder.graph.ontology
        let found =
            MISPVocabulary.relation(
                word, from: builder.graph.kind(of: from), to: builder.graph.kind(of: to), in: ontology)
            ?? ontology.relation(named: "relatedTo")
        guard let found else {
            builder.report(.unknownRelation, "the ontology has no relation for `\(word)`", at: range)
            builder.reportSkipped("edge without a relation", word, at: range)
            return
        }
        var record = EdgeRecord(from: from, found, to: to)
        record.attributes["relationship_type"] = .string(word)
        for (name, value) in attributes { record.attributes[name] = value }
        builder.reportRelation(word, found, at: range)
        if let id, builder.graph.edge(id: id) == nil { record.id = id }
        record.valid = valid
        record.claims = claims
        builder.count(claims: claims.count)
        builder.addEdge(record, at: EdgePlaces(edge: range))
    }

    private func node(
        _ id: String, kind: String, at range: SourceRange, into builder: inout GraphBuilder
    ) -> NodeIndex? {
        if let node = builder.graph.node(id: id) { return node }
        if builder.rejectedNodes.contains(id) { return nil }
        guard !id.isEmpty, let kind = kindID(kind, in: builder.graph.ontology) else {
            return builder.node(id: id, at: range)
        }
        let name = builder.graph.ontology[kind].name
        builder.reportMissingNode(id, kind: name, "in the inputs", at: range)
        return builder.addNode(NodeRecord(id: id, kind: kind), at: range)
    }

    /// A new record of a kind by name; nil, with a diagnostic, if the ontology has neither that kind nor Entity.
    func record(_ id: String, _ kind: String, at item: Int, into builder: inout GraphBuilder) -> NodeRecord? {
        guard let kind = kindID(kind, in: builder.graph.ontology) else {
            guard phase == .nodes else { return nil }
            builder.rejectedNodes.insert(id)
            builder.report(.unknownKind, "the ontology has no kind \(kind)", at: tree.range(item))
            builder.reportSkipped("node without a kind", id, at: tree.range(item))
            return nil
        }
        return NodeRecord(id: id, kind: kind)
    }

    private func kindID(_ name: String, in ontology: Ontology) -> KindID? {
        ontology.kind(named: name) ?? ontology.kind(named: "Entity")
    }

    // MARK: - Values

    /// The text of a member; nil if it is missing, empty or no scalar.
    func text(_ item: Int, _ name: StaticString) -> String? {
        guard let value = tree.value(item, name) else { return nil }
        switch tree.kind(value) {
        case .string, .integer, .number:
            let text = tree.text(value)
            return text.isEmpty ? nil : text
        default: return nil
        }
    }

    /// The texts of a member that is one text or a list of them.
    func texts(_ item: Int, _ name: StaticString) -> [String] {
        guard let value = tree.value(item, name) else { return [] }
        guard tree.kind(value) == .sequence else { return text(item, name).map { [$0] } ?? [] }
        var texts: [String] = []
        tree.forEachElement(value) { element in
            let text = tree.text(element)
            if !text.isEmpty { texts.append(text) }
        }
        return texts
    }

    /// The identifier of an object: its UUID, or else one made of what it stands in.
    func identifier(_ item: Int, in parent: String, _ what: String, into builder: inout GraphBuilder)
        -> String
    {
        if let uuid = text(item, "uuid") { return uuid }
        if phase == .nodes {
            builder.report(
                .missingKey, "the \(what) has no `uuid`; it can't be linked to from elsewhere",
                at: tree.range(item),
                severity: .warning)
        }
        let local = text(item, "id") ?? text(item, "value") ?? String(tree.range(item).offset)
        return parent.isEmpty ? "\(what) \(local)" : "\(parent) \(what) \(local)"
    }

    /// The members of an object that are not taken already.
    func rest(_ item: Int, without taken: Set<String>, into builder: inout GraphBuilder) -> Attributes {
        var attributes: Attributes = [:]
        tree.forEachMember(item) { key, value in
            let name = tree.text(key)
            if !taken.contains(name) { attributes[name] = builder.value(tree, value) }
        }
        return attributes
    }

    /// The names of the tags on an object.
    func tags(_ item: Int) -> [String] {
        guard let tags = tree.value(item, "Tag") ?? tree.value(item, "EventTag") else { return [] }
        var names: [String] = []
        tree.forEachElement(tags) { tag in
            if let name = text(tag, "name") {
                names.append(name)
            } else if let inner = tree.value(tag, "Tag"), let name = text(inner, "name") {
                names.append(name)
            }
        }
        return names
    }

    /// The day of a number of seconds since 1970, which keeps its text; nil if it is none.
    static func date(seconds text: String) -> RecordedDate? {
        guard let seconds = Int(text), seconds > 0, let day = Day(unixSeconds: seconds) else { return nil }
        return RecordedDate(raw: text, date: EDTFDate(day))
    }
}
