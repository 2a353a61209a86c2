public import LinkChartModel

/// Writes the JSON that Cytoscape, Cytoscape.js and NetworkX read: `elements` with `nodes` and `edges`, each with its
/// `data`. Nothing is lost.
///
/// A node has `id`, `value`, which NetworkX takes for its identifier, `name`, `kind` and its attributes; an edge
/// `source`, `target`, `relation` and, for NetworkX, a `key` that tells parallel ones apart.
public struct CytoscapeWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = UntypedForm(graph, nests: true) { name, _ in name != "value" }
        var json = JSONWriter(style: .rows(depth: 3), sink: sink)
        json.beginObject()
        json.member("format_version", "1.0")
        json.member("generated_by", "LinkChart")
        json.member("directed", !graph.isUndirected)
        json.member("multigraph", true)
        json.name("data")
        json.value(form.attributesOfGraph())
        json.name("elements")
        json.beginObject()
        json.name("nodes")
        json.beginArray()
        for node in graph.nodes {
            var data: Attributes = [
                "id": .string(node.id), "value": .string(node.id), "name": .string(node.name),
            ]
            data.merge(form.attributes(of: node))
            Self.write(data, to: &json)
        }
        json.endArray()
        json.name("edges")
        json.beginArray()
        for edge in graph.edges {
            var data: Attributes = edge.hasOwnID ? ["id": .string(edge.id)] : [:]
            data["source"] = .string(graph.id(of: edge.source))
            data["target"] = .string(graph.id(of: edge.target))
            data["key"] = .integer(Int64(edge.index.position))
            data.merge(form.attributes(of: edge))
            Self.write(data, to: &json)
        }
        json.endArray()
        json.endObject()
        json.endObject()
        try json.finish()
    }

    private static func write(_ data: Attributes, to json: inout JSONWriter) {
        json.beginObject()
        json.name("data")
        json.value(data)
        json.endObject()
    }
}
