public import LinkChartModel

/// Writes node-link JSON, which NetworkX (`node_link_graph`) and D3 read: a directed multigraph with `nodes` and
/// `edges`.
///
/// A node has `id`, `kind`, `name` and, where it has them, `aliases`, `subtype` and its attributes; an edge has
/// `source`, `target`, `key`, `relation`, `valid`, its attributes and `claims` in the form of the native format. Attributes
/// whose names mean something else stand under `attributes`, so that nothing is lost.
public struct NodeLinkWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = NativeForm(graph)
        var json = JSONWriter(style: .rows(depth: 2), sink: sink)
        json.beginObject()
        json.member("directed", true)
        json.member("multigraph", true)
        json.name("graph")
        json.beginObject()
        if !graph.title.isEmpty { json.member("title", graph.title) }
        if graph.ontology.base != .builtin {
            json.name("ontology")
            json.value(OntologyForm.value(of: graph.ontology))
        }
        Self.write(graph.attributes, reserved: NodeLinkKeys.graph, to: &json)
        json.endObject()
        json.name("nodes")
        json.beginArray()
        for node in graph.nodes { Self.write(node, to: &json) }
        json.endArray()
        json.name("edges")
        json.beginArray()
        for edge in graph.edges { Self.write(edge, of: graph, form: form, to: &json) }
        json.endArray()
        json.endObject()
        try json.finish()
    }

    private static func write(_ node: Node, to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", node.id)
        json.member("kind", node.kindName)
        if node.name != node.id { json.member("name", node.name) }
        let aliases = node.aliases
        if !aliases.isEmpty { json.member("aliases") { $0.strings(aliases) } }
        if let subtype = node.subtype { json.member("subtype", subtype) }
        if node.isSource { json.member("isSource", true) }
        write(node.attributes, reserved: NodeLinkKeys.node, to: &json)
        json.endObject()
    }

    private static func write(_ edge: Edge, of graph: Graph, form: NativeForm, to json: inout JSONWriter) {
        json.beginObject()
        json.member("source", graph.id(of: edge.source))
        json.member("target", graph.id(of: edge.target))
        // A key tells parallel edges apart; counted ones are numbers, so that they are not taken for given ones.
        if edge.hasOwnID { json.member("key", edge.id) } else { json.member("key", edge.index.position) }
        json.member("relation", edge.definition.name)
        if let valid = edge.valid {
            json.name("valid")
            json.value(NativeForm.value(of: valid))
        }
        write(edge.attributes, reserved: NodeLinkKeys.edge, to: &json)
        let claims = edge.claims
        if !claims.isEmpty {
            json.name("claims")
            json.beginArray()
            for claim in claims { json.value(form.claim(claim)) }
            json.endArray()
        }
        json.endObject()
    }

    /// Attributes beside the other members, from the first one with a reserved name on under `attributes`.
    private static func write(_ attributes: Attributes, reserved: Set<String>, to json: inout JSONWriter) {
        let free = attributes.prefix { !reserved.contains($0.name) }
        for (name, value) in free {
            json.name(name)
            json.value(value)
        }
        guard free.count < attributes.count else { return }
        json.name("attributes")
        json.value(Attributes(attributes.dropFirst(free.count).map { ($0.name, $0.value) }))
    }
}

/// The names that mean something in node-link JSON.
enum NodeLinkKeys {
    static let graph: Set<String> = ["title", "ontology", "attributes"]
    static let node: Set<String> = [
        "id", "kind", "type", "label", "name", "aliases", "subtype", "isSource", "attributes",
    ]
    static let edge: Set<String> = [
        "source", "target", "key", "relation", "type", "label", "valid", "claims", "attributes",
    ]
}
