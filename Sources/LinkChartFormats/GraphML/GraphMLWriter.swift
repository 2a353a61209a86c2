public import LinkChartModel

/// Writes GraphML, which NetworkX, igraph, Gephi, yEd and Cytoscape read.
///
/// Every attribute is declared with its type. Kind, name, subtype, relation and validity are data of these names;
/// aliases, claims and values that GraphML has no type for are JSON under `aliases`, `claims` and `attributes`.
public struct GraphMLWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = UntypedForm(graph, holding: XMLTypes(graph).holds)
        let names = FileIDs(graph, form)
        let isDirected = !graph.isUndirected
        let own = form.attributesOfGraph()
        var columns = (graph: XMLColumns(), node: XMLColumns(), edge: XMLColumns())
        columns.graph.add(own)
        for node in graph.nodes { columns.node.add(form.attributes(of: node)) }
        for edge in graph.edges { columns.edge.add(Self.attributes(of: edge, form, isDirected).data) }

        var out = OutputBuffer(sink)
        out.append(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
        )
        out.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"")
        out.append(
            "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
        )
        Self.declare(columns.graph, "graph", "g", to: &out)
        Self.declare(columns.node, "node", "n", to: &out)
        Self.declare(columns.edge, "edge", "e", to: &out)
        out.append("  <graph")
        if let id = graph.attributes["id"]?.string, form.holds(id) { out.appendAttribute("id", id) }
        out.appendAttribute("edgedefault", isDirected ? "directed" : "undirected")
        out.append(">\n")
        Self.write(own, columns.graph, "g", "    ", to: &out)
        for node in graph.nodes {
            out.append("    <node")
            out.appendAttribute("id", names.id(of: node.index, in: graph))
            out.append(">\n")
            Self.write(form.attributes(of: node), columns.node, "n", "      ", to: &out)
            out.append("    </node>\n")
            try out.flushIfLarge()
        }
        for edge in graph.edges {
            let (data, direction) = Self.attributes(of: edge, form, isDirected)
            out.append("    <edge")
            if edge.hasOwnID, form.holds(edge.id) { out.appendAttribute("id", edge.id) }
            out.appendAttribute("source", names.id(of: edge.source, in: graph))
            out.appendAttribute("target", names.id(of: edge.target, in: graph))
            if let direction { out.appendAttribute("directed", direction ? "true" : "false") }
            out.append(">\n")
            Self.write(data, columns.edge, "e", "      ", to: &out)
            out.append("    </edge>\n")
            try out.flushIfLarge()
        }
        out.append("  </graph>\n</graphml>\n")
        try out.flush()
    }

    private static func attributes(
        of edge: Edge, _ form: UntypedForm, _ isDirected: Bool
    ) -> (data: Attributes, direction: Bool?) {
        var data = form.attributes(of: edge)
        let direction = data.takeDirection(otherThan: isDirected)
        return (data, direction)
    }

    private static func declare(
        _ columns: XMLColumns, _ element: String, _ prefix: String, to out: inout OutputBuffer
    ) {
        for (number, column) in columns.columns.enumerated() {
            out.append("  <key")
            out.appendAttribute("id", "\(prefix)\(number)")
            out.appendAttribute("for", element)
            out.appendAttribute("attr.name", column.name)
            out.appendAttribute("attr.type", column.type.rawValue)
            out.append("/>\n")
        }
    }

    private static func write(
        _ data: Attributes, _ columns: XMLColumns, _ prefix: String, _ indent: String,
        to out: inout OutputBuffer
    ) {
        for (name, value) in data {
            guard let text = XMLText.text(of: value) else { continue }
            out.append(indent)
            out.append("<data")
            out.appendAttribute("key", "\(prefix)\(columns.number(name, value))")
            out.append(">")
            XMLText.append(text, to: &out.bytes)
            out.append("</data>\n")
        }
    }
}
