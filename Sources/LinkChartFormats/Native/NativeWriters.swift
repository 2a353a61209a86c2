public import LinkChartModel

/// Writes LinkChart's own format as YAML, for people: short parts on one line, long ones over several.
///
/// Sources come before the other nodes; within these groups, and for edges and claims, the order is the graph's.
/// The text depends on nothing but the graph.
public struct NativeYAMLWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        var form = NativeForm(graph)
        var emitter = YAMLEmitter()
        for (name, value) in form.header() { emitter.member(name, value, indent: 0) }
        let sources = graph.nodes.filter(\.isSource)
        if !sources.isEmpty {
            emitter.heading("sources")
            for node in sources { emitter.element(.object(form.source(node)), indent: 2) }
        }
        try Self.flush(&emitter, to: sink)
        if graph.nodeCount == sources.count {
            emitter.member("nodes", [], indent: 0)
        } else {
            emitter.heading("nodes")
            for node in graph.nodes where !node.isSource {
                emitter.element(.object(form.node(node)), indent: 2)
                if emitter.bytes.count >= 1 << 16 { try Self.flush(&emitter, to: sink) }
            }
        }
        if graph.edgeCount == 0 {
            emitter.member("edges", [], indent: 0)
        } else {
            emitter.heading("edges")
            for edge in graph.edges {
                emitter.element(.object(form.edge(edge)), indent: 2)
                if emitter.bytes.count >= 1 << 16 { try Self.flush(&emitter, to: sink) }
            }
        }
        try Self.flush(&emitter, to: sink)
    }

    private static func flush(_ emitter: inout YAMLEmitter, to sink: any OutputSink) throws(FileError) {
        if let failure = sink.failure(writing: emitter.bytes) { throw failure }
        emitter.removeAll()
    }
}

/// Writes LinkChart's own format as JSON, for programs: a line for each node and each edge.
///
/// It holds exactly what ``NativeYAMLWriter`` writes.
public struct NativeJSONWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        var form = NativeForm(graph)
        var json = JSONWriter(style: .rows(depth: 2), sink: sink)
        json.beginObject()
        for (name, value) in form.header() {
            json.name(name)
            json.value(value)
        }
        let sources = graph.nodes.filter(\.isSource)
        if !sources.isEmpty {
            json.name("sources")
            json.beginArray()
            for node in sources { json.value(form.source(node)) }
            json.endArray()
        }
        json.name("nodes")
        json.beginArray()
        for node in graph.nodes where !node.isSource { json.value(form.node(node)) }
        json.endArray()
        json.name("edges")
        json.beginArray()
        for edge in graph.edges { json.value(form.edge(edge)) }
        json.endArray()
        json.endObject()
        try json.finish()
    }
}
