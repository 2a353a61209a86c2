public import LinkChartModel

/// Writes JSON-LD 1.1: the same statements as ``TurtleWriter``, as an object a node and an edge.
public struct JSONLDWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = RDFForm(graph: graph)
        var json = JSONWriter(style: .rows(depth: 2), sink: sink)
        json.beginObject()
        json.name("@context")
        json.beginObject()
        for prefix in RDFForm.prefixes { json.member(prefix.name, prefix.iri) }
        json.endObject()
        json.name("@graph")
        json.beginArray()
        if let header = form.header { Self.write(header, to: &json) }
        for node in graph.nodes { Self.write(form.resource(of: node), to: &json) }
        for edge in graph.edges { Self.write(form.resource(of: edge), to: &json) }
        json.endArray()
        json.endObject()
        try json.finish()
    }

    private static func write(_ resource: RDFResource, to json: inout JSONWriter) {
        json.beginObject()
        if let iri = resource.iri { json.member("@id", iri) }
        if !resource.types.isEmpty {
            json.name("@type")
            json.beginArray()
            for type in resource.types { json.value(AttributeValue.string(RDFForm.expanded(type))) }
            json.endArray()
        }
        for (name, values) in resource.properties {
            json.name(name)
            if values.count > 1 { json.beginArray() }
            for value in values { write(value, to: &json) }
            if values.count > 1 { json.endArray() }
        }
        json.endObject()
    }

    private static func write(_ term: RDFTerm, to json: inout JSONWriter) {
        switch term {
        case .resource(let iri):
            json.beginObject()
            json.member("@id", iri)
            json.endObject()
        case .text(let text): json.value(AttributeValue.string(text))
        case .integer(let number): json.value(AttributeValue.integer(number))
        case .truth(let isTrue): json.value(AttributeValue.bool(isTrue))
        case .json(let value):
            json.beginObject()
            json.member("@type", "@json")
            json.name("@value")
            json.value(value)
            json.endObject()
        case .nested(let resource): write(resource, to: &json)
        }
    }
}
