import LinkChartModel

/// What the native format has for the parts of a graph, as values that YAML and JSON write alike.
struct NativeForm {
    private let graph: Graph
    /// Keys of the edges written so far that have no identifier of their own.
    private var written: Set<Key> = []

    private struct Key: Hashable {
        var source: NodeIndex
        var target: NodeIndex
        var relation: RelationID
        var valid: RecordedDate?
    }

    init(_ graph: Graph) { self.graph = graph }

    // MARK: - Graph

    /// The members before the nodes.
    func header() -> [(name: String, value: AttributeValue)] {
        var members: [(name: String, value: AttributeValue)] = [("linkchart", 1)]
        if !graph.title.isEmpty { members.append(("title", .string(graph.title))) }
        members.append(("ontology", OntologyForm.value(of: graph.ontology)))
        if !graph.attributes.isEmpty { members.append(("attributes", .object(graph.attributes))) }
        return members
    }

    /// A node.
    func node(_ node: Node) -> Attributes {
        var form = Form()
        form.add("id", node.id)
        form.add("kind", node.kindName)
        let name = node.name
        if name != node.id { form.add("name", name) }
        addDetails(of: node, attributes: node.attributes, to: &form)
        return form.attributes
    }

    /// A node that is a source: what is usually known of a document stands beside the other keys.
    func source(_ node: Node) -> Attributes {
        var form = Form()
        form.add("id", node.id)
        form.add("kind", node.kindName)
        let name = node.name
        if name != node.id { form.add("title", name) }
        // Only a beginning of the attributes, so that their order stays.
        let attributes = node.attributes
        let metadata = attributes.prefix { NativeKey.metadata.contains($0.name) }
        var rest = attributes
        for (name, _) in metadata { rest[name] = nil }
        addNames(of: node, to: &form)
        for (name, value) in metadata { form.add(name, value) }
        if !rest.isEmpty { form.add("attributes", .object(rest)) }
        return form.attributes
    }

    private func addNames(of node: Node, to form: inout Form) {
        let aliases = node.aliases
        if !aliases.isEmpty { form.add("aliases", .list(aliases.map { .string($0) })) }
        if let subtype = node.subtype { form.add("subtype", subtype) }
    }

    private func addDetails(of node: Node, attributes: Attributes, to form: inout Form) {
        addNames(of: node, to: &form)
        if !attributes.isEmpty { form.add("attributes", .object(attributes)) }
    }

    // MARK: - Edges

    /// An edge with its claims.
    mutating func edge(_ edge: Edge) -> Attributes {
        var form = Form()
        if edge.hasOwnID { form.add("id", edge.id) }
        form.add("from", graph.id(of: edge.source))
        form.add("relation", edge.definition.name)
        form.add("to", graph.id(of: edge.target))
        let valid = edge.valid
        if let valid { form.add("valid", Self.value(of: valid)) }
        if !edge.hasOwnID, isParallel(edge, valid) { form.add("parallel", true) }
        let attributes = edge.attributes
        if !attributes.isEmpty { form.add("attributes", .object(attributes)) }
        let claims = edge.claims
        if !claims.isEmpty { form.add("claims", .list(claims.map { .object(claim($0)) })) }
        return form.attributes
    }

    /// Whether a reader would merge the edge with one before it, although the graph keeps them apart.
    private mutating func isParallel(_ edge: Edge, _ valid: RecordedDate?) -> Bool {
        let isSwapped = edge.definition.isSymmetric && edge.source > edge.target
        let key = Key(
            source: isSwapped ? edge.target : edge.source, target: isSwapped ? edge.source : edge.target,
            relation: edge.relation, valid: valid)
        return !written.insert(key).inserted
    }

    /// A claim.
    func claim(_ claim: Claim) -> Attributes {
        var form = Form()
        if let claimant = claim.claimant { form.add("claimant", value(of: claimant)) }
        if let via = claim.via { form.add("via", value(of: via)) }
        if let source = claim.source { form.add("source", value(of: source)) }
        if let locator = claim.locator { form.add("locator", locator.text) }
        if let date = claim.date { form.add("date", Self.value(of: date)) }
        form.add("modality", claim.modality.rawValue)
        if let confidence = claim.confidence { form.add("confidence", .integer(Int64(confidence.value))) }
        if let reliability = claim.reliability { form.add("reliability", reliability.rawValue) }
        if let credibility = claim.credibility { form.add("credibility", credibility.rawValue) }
        // A statement that is a quotation is written as one.
        var attributes = claim.attributes
        if let statement = claim.statement {
            let isLast = attributes.last?.name == "quote"
            if isLast, attributes["quote"] == .string(statement) {
                attributes["quote"] = nil
                form.add("quote", statement)
            } else {
                form.add("statement", statement)
            }
        }
        if !attributes.isEmpty { form.add("attributes", .object(attributes)) }
        return form.attributes
    }

    private func value(of party: Party) -> AttributeValue {
        switch party {
        case .node(let node): .string(graph.id(of: node))
        case .named(let name): ["name": .string(name)]
        }
    }

    /// A date: its text, or the text and what it means where that can't be read from the text alone.
    static func value(of date: RecordedDate) -> AttributeValue {
        let text = date.raw ?? date.date?.description ?? ""
        let read = RecordedDate(normalizing: text)
        if !text.isEmpty, read.raw == date.raw, read.date == date.date { return .string(text) }
        var form = Form()
        if let known = date.date { form.add("date", known.description) }
        if let raw = date.raw { form.add("raw", raw) }
        return .object(form.attributes)
    }
}

/// Members under construction, in their order.
struct Form {
    private(set) var attributes: Attributes = [:]

    mutating func add(_ name: String, _ value: AttributeValue) { attributes[name] = value }
    mutating func add(_ name: String, _ text: String) { attributes[name] = .string(text) }
}
