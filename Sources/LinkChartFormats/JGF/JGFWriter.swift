public import LinkChartModel

/// Writes the JSON Graph Format, version 2: an object of nodes with labels, a list of edges with relations, and
/// everything else as metadata. Nothing is lost.
public struct JGFWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = UntypedForm(graph, nests: true) { _, _ in true }
        let isDirected = !graph.isUndirected
        var json = JSONWriter(style: .rows(depth: 3), sink: sink)
        json.beginObject()
        json.name("graph")
        json.beginObject()
        if let id = graph.attributes["id"]?.string { json.member("id", id) }
        if !graph.title.isEmpty { json.member("label", graph.title) }
        json.member("directed", isDirected)
        Self.writeMetadata(form.attributesOfGraph(hasTitle: true), to: &json)
        json.name("nodes")
        json.beginObject()
        for node in graph.nodes {
            json.name(node.id)
            json.beginObject()
            json.member("label", node.name)
            var metadata = form.attributes(of: node)
            metadata["name"] = nil
            Self.writeMetadata(metadata, to: &json)
            json.endObject()
        }
        json.endObject()
        json.name("edges")
        json.beginArray()
        for edge in graph.edges { Self.write(edge, of: graph, form, isDirected, to: &json) }
        json.endArray()
        json.endObject()
        json.endObject()
        try json.finish()
    }

    private static func write(
        _ edge: Edge, of graph: Graph, _ form: UntypedForm, _ isDirected: Bool, to json: inout JSONWriter
    ) {
        var metadata = form.attributes(of: edge)
        let direction = metadata.takeDirection(otherThan: isDirected)
        metadata["relation"] = nil
        json.beginObject()
        if edge.hasOwnID { json.member("id", edge.id) }
        json.member("source", graph.id(of: edge.source))
        json.member("relation", edge.definition.name)
        json.member("target", graph.id(of: edge.target))
        if let direction { json.member("directed", direction) }
        writeMetadata(metadata, to: &json)
        json.endObject()
    }

    private static func writeMetadata(_ attributes: Attributes, to json: inout JSONWriter) {
        guard !attributes.isEmpty else { return }
        json.name("metadata")
        json.value(attributes)
    }
}
