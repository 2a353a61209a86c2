internal import LinkChartModel

/// A graph's nodes and edges as names with plain values, for formats that know neither kinds nor relations.
///
/// Aliases, claims and whatever a format's values can't hold stand as JSON under `aliases`, `claims` and `attributes`;
/// an identifier, a name, a subtype or a validity with characters that the format can't hold stands, as JSON too, under
/// `native`. ``GraphBuilder/addUntypedNode(id:label:_:at:repetition:)`` and its counterparts read all of it back.
struct UntypedForm {
    private let graph: Graph
    private let native: NativeForm
    private let nests: Bool
    private let holds: (_ name: String, _ value: AttributeValue) -> Bool
    private let holdsNodeID: (_ id: String) -> Bool

    /// The names that mean something by themselves.
    static let reservedOfNodes: Set<String> = [
        "id", "kind", "type", "label", "name", "aliases", "subtype", "isSource", "attributes", ownForm,
    ]
    static let reservedOfEdges: Set<String> = [
        "id", "source", "target", "key", "relation", "type", "label", "interaction", "valid", "claims",
        "attributes",
        ownForm,
    ]
    static let reservedOfGraphs: Set<String> = [
        "id", "title", "name", "label", "ontology", "attributes", "directed", "multigraph", ownForm,
    ]
    /// What stands for the parts that the format can't hold where they belong, and which parts those are.
    static let ownForm = "native"
    static let ownParts: Set<String> = ["id", "name", "subtype", "valid", "title"]

    /// - Parameters:
    ///   - graph: what is written.
    ///   - nests: whether the format has lists and objects, so that nothing need stand as JSON in a text.
    ///   - holdsNodeID: whether the format can hold an identifier of a node; nil if it holds all texts alike.
    ///   - holds: whether the format can hold an attribute as it is, so that it reads back as the same value.
    init(
        _ graph: Graph, nests: Bool = false, holdingNodeIDs holdsNodeID: ((_ id: String) -> Bool)? = nil,
        holding holds: @escaping (_ name: String, _ value: AttributeValue) -> Bool
    ) {
        self.holdsNodeID = holdsNodeID ?? { holds("text", .string($0)) }
        self.graph = graph
        self.nests = nests
        native = NativeForm(graph)
        self.holds = holds
    }

    /// Whether the format can hold a text.
    func holds(_ text: String) -> Bool { holds("text", .string(text)) }

    /// Whether the format can hold an identifier of a node.
    func holds(nodeID id: String) -> Bool { holdsNodeID(id) }

    /// A node's kind, name where it is not the identifier, and so on.
    func attributes(of node: Node) -> Attributes {
        var found: Attributes = ["kind": .string(node.kindName)]
        var own: Attributes = [:]
        let (id, name) = (node.id, node.name)
        if !holdsNodeID(id) { own["id"] = .string(id) }
        if name != id { add("name", name, to: &found, or: &own) }
        let aliases = node.aliases
        if !aliases.isEmpty { found["aliases"] = nested(.list(aliases.map { .string($0) })) }
        if let subtype = node.subtype { add("subtype", subtype, to: &found, or: &own) }
        if node.isSource { found["isSource"] = nests ? true : "true" }
        add(node.attributes, reserved: Self.reservedOfNodes, to: &found)
        if !own.isEmpty { found[Self.ownForm] = nested(.object(own)) }
        return found
    }

    /// An edge's relation, validity and so on.
    func attributes(of edge: Edge) -> Attributes {
        var found: Attributes = ["relation": .string(edge.definition.name)]
        var own: Attributes = [:]
        if edge.hasOwnID, !holds(edge.id) { own["id"] = .string(edge.id) }
        if let valid = edge.valid {
            switch NativeForm.value(of: valid) {
            case .string(let text): add("valid", text, to: &found, or: &own)
            case let form: found["valid"] = nested(form)
            }
        }
        add(edge.attributes, reserved: Self.reservedOfEdges, to: &found)
        let claims = edge.claims
        if !claims.isEmpty { found["claims"] = nested(.list(claims.map { .object(native.claim($0)) })) }
        if !own.isEmpty { found[Self.ownForm] = nested(.object(own)) }
        return found
    }

    /// The graph's title, its ontology if it is not the built-in one, and its attributes.
    ///
    /// - Parameter hasTitle: whether the title has a place of its own in the format.
    func attributesOfGraph(hasTitle: Bool = false) -> Attributes {
        var found: Attributes = [:]
        var own: Attributes = [:]
        if !graph.title.isEmpty, !hasTitle || !holds(graph.title) {
            add("title", graph.title, to: &found, or: &own)
        }
        if graph.ontology.base != .builtin {
            found["ontology"] = nested(OntologyForm.value(of: graph.ontology))
        }
        var attributes = graph.attributes
        // Whether edges have directions is for the format to say.
        if attributes["directed"] == false { attributes["directed"] = nil }
        add(attributes, reserved: Self.reservedOfGraphs, to: &found)
        if !own.isEmpty { found[Self.ownForm] = nested(.object(own)) }
        return found
    }

    private func add(_ name: String, _ text: String, to found: inout Attributes, or own: inout Attributes) {
        if holds(name, .string(text)) { found[name] = .string(text) } else { own[name] = .string(text) }
    }

    /// Attributes beside the others; those that can't stand there in one JSON object.
    private func add(_ attributes: Attributes, reserved: Set<String>, to found: inout Attributes) {
        var rest: Attributes = [:]
        for (name, value) in attributes {
            if !reserved.contains(name), holds(name, value) {
                found[name] = value
            } else {
                rest[name] = value
            }
        }
        if !rest.isEmpty { found["attributes"] = nested(.object(rest)) }
    }

    private func nested(_ value: AttributeValue) -> AttributeValue {
        if nests { return value }
        var json = JSONWriter(style: .compact)
        json.value(value)
        return .string(json.text)
    }
}

extension Graph {
    /// Whether it was read from a format that says that its edges have no direction.
    var isUndirected: Bool { attributes["directed"] == false }
}

extension Attributes {
    /// Takes out whether an edge has a direction where that is not what holds for the whole graph.
    mutating func takeDirection(otherThan isDirected: Bool) -> Bool? {
        guard case .bool(let value)? = self["directed"], value != isDirected else { return nil }
        self["directed"] = nil
        return value
    }
}

/// How a format names nodes whose identifiers it can't hold: by a text that no node has.
struct FileIDs {
    private var others: [NodeIndex: String] = [:]

    init(_ graph: Graph, _ form: UntypedForm) {
        for position in 0..<graph.nodeCount {
            let node = NodeIndex(position)
            guard !form.holds(nodeID: graph.id(of: node)) else { continue }
            var name = "n\(position)"
            while graph.node(id: name) != nil { name += "_" }
            others[node] = name
        }
    }

    func id(of node: NodeIndex, in graph: Graph) -> String {
        if others.isEmpty { return graph.id(of: node) }
        return others[node] ?? graph.id(of: node)
    }
}
