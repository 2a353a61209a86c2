public import LinkChartModel

/// Writes entities of FollowTheMoney, one a line, that are valid under its model.
///
/// What came from FollowTheMoney goes back as it was. Other nodes become entities of the nearest schema, other edges
/// entities of an edge schema: memberships, directorships, payments, links of unknown kind. What the model has no property
/// for, kinds, relations and claims above all, stands under the key `linkchart` beside the properties, which
/// FollowTheMoney passes on and the reader restores.
///
/// A graph's title, its own attributes and an ontology of its own are not in it: there is no place for them.
public struct FTMWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = FTMForm(graph)
        var out = OutputBuffer(sink)
        for node in graph.nodes {
            Self.append(form.entity(for: node), to: &out)
            try out.flushIfLarge()
        }
        for edge in graph.edges {
            guard let entity = form.entity(for: edge) else { continue }
            Self.append(entity, to: &out)
            try out.flushIfLarge()
        }
        try out.flush()
    }

    private static func append(_ entity: Attributes, to out: inout OutputBuffer) {
        var json = JSONWriter(style: .compact)
        json.value(entity)
        out.bytes.append(contentsOf: json.bytes)
        out.bytes.append(0x0A)
    }
}
