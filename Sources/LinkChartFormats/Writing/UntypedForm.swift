internal import LinkChartModel

/// A graph's nodes and edges as names with plain values, for formats that know neither kinds nor relations.
///
/// Aliases, claims and whatever a format's values can't hold stand as JSON under `aliases`, `claims` and `attributes`;
/// ``GraphBuilder/addUntypedNode(id:label:_:at:)`` and its counterpart for edges read all of it back.
struct UntypedForm {
    private let graph: Graph
    private let native: NativeForm
    private let holds: (_ name: String, _ value: AttributeValue) -> Bool

    /// The names that mean something by themselves.
    static let reservedOfNodes: Set<String> = [
        "id", "kind", "type", "label", "name", "aliases", "subtype", "isSource", "attributes",
    ]
    static let reservedOfEdges: Set<String> = [
        "id", "source", "target", "key", "relation", "type", "label", "valid", "claims", "attributes",
    ]

    /// - Parameters:
    ///   - graph: what is written.
    ///   - holds: whether the format can hold an attribute as it is, so that it reads back as the same value.
    init(_ graph: Graph, holding holds: @escaping (_ name: String, _ value: AttributeValue) -> Bool) {
        self.graph = graph
        native = NativeForm(graph)
        self.holds = holds
    }

    /// A node's kind, name where it is not the identifier, and so on.
    func attributes(of node: Node) -> Attributes {
        var found: Attributes = ["kind": .string(node.kindName)]
        if node.name != node.id { found["name"] = .string(node.name) }
        let aliases = node.aliases
        if !aliases.isEmpty { found["aliases"] = Self.json(.list(aliases.map { .string($0) })) }
        if let subtype = node.subtype { found["subtype"] = .string(subtype) }
        if node.isSource { found["isSource"] = .string("true") }
        add(node.attributes, reserved: Self.reservedOfNodes, to: &found)
        return found
    }

    /// An edge's relation, validity and so on.
    func attributes(of edge: Edge) -> Attributes {
        var found: Attributes = ["relation": .string(edge.definition.name)]
        if let valid = edge.valid { found["valid"] = .string(valid.raw ?? valid.date?.description ?? "") }
        add(edge.attributes, reserved: Self.reservedOfEdges, to: &found)
        let claims = edge.claims
        if !claims.isEmpty { found["claims"] = Self.json(.list(claims.map { .object(native.claim($0)) })) }
        return found
    }

    /// Attributes beside the others, from the first one that can't stand there on in one JSON object, so that their
    /// order stays.
    private func add(_ attributes: Attributes, reserved: Set<String>, to found: inout Attributes) {
        let free = attributes.prefix { !reserved.contains($0.name) && holds($0.name, $0.value) }
        for (name, value) in free { found[name] = value }
        guard free.count < attributes.count else { return }
        found["attributes"] = Self.json(
            .object(Attributes(attributes.dropFirst(free.count).map { ($0.name, $0.value) })))
    }

    private static func json(_ value: AttributeValue) -> AttributeValue {
        var json = JSONWriter(style: .compact)
        json.value(value)
        return .string(json.text)
    }
}
