public import LinkChartModel

/// Writes GEXF 1.3, which Gephi and NetworkX read.
///
/// A graph whose edges have validities is dynamic: an edge is there from the first to the last day that its validity
/// may reach, and has the validity itself as a value. Labels are names; kind, subtype and relation are values of
/// these titles; what was read as `viz` is drawn again; aliases, claims and values that GEXF has no type for are JSON
/// under `aliases`, `claims` and `attributes`.
public struct GEXFWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let parts = Parts(graph)
        var columns = (node: XMLColumns(), edge: XMLColumns())
        for node in graph.nodes { columns.node.add(parts.values(of: node).values) }
        for edge in graph.edges { columns.edge.add(parts.values(of: edge).values) }

        var out = OutputBuffer(sink)
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\"")
        out.append(" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n")
        Self.writeMeta(parts.form.attributesOfGraph(), to: &out)
        out.append("  <graph")
        out.appendAttribute("defaultedgetype", parts.isDirected ? "directed" : "undirected")
        if graph.edges.contains(where: { Self.days(of: $0.valid) != nil }) {
            out.append(" mode=\"dynamic\" timeformat=\"date\"")
        }
        out.append(">\n")
        Self.declare(columns.node, "node", to: &out)
        Self.declare(columns.edge, "edge", to: &out)
        out.append("    <nodes>\n")
        for node in graph.nodes {
            out.append("      <node")
            out.appendAttribute("id", parts.names.id(of: node.index, in: graph))
            out.appendAttribute("label", node.name)
            Self.write(parts.values(of: node), columns.node, "node", to: &out)
            try out.flushIfLarge()
        }
        out.append("    </nodes>\n    <edges>\n")
        for edge in graph.edges {
            let values = parts.values(of: edge)
            out.append("      <edge")
            if edge.hasOwnID, parts.form.holds(edge.id) { out.appendAttribute("id", edge.id) }
            out.appendAttribute("source", parts.names.id(of: edge.source, in: graph))
            out.appendAttribute("target", parts.names.id(of: edge.target, in: graph))
            if let type = values.type { out.appendAttribute("type", type) }
            if let weight = values.weight { out.appendAttribute("weight", weight) }
            if let days = Self.days(of: edge.valid) {
                if let start = days.start { out.appendAttribute("start", start) }
                if let end = days.end { out.appendAttribute("end", end) }
            }
            Self.write(values, columns.edge, "edge", to: &out)
            try out.flushIfLarge()
        }
        out.append("    </edges>\n  </graph>\n</gexf>\n")
        try out.flush()
    }

    /// What a graph's nodes and edges have in GEXF.
    private struct Parts {
        let form: UntypedForm
        let names: FileIDs
        let isDirected: Bool

        struct Values {
            var values: Attributes
            var drawing: AttributeValue?
            var type: String?
            var weight: String?
        }

        init(_ graph: Graph) {
            let types = XMLTypes(graph)
            form = UntypedForm(graph) { name, value in
                name == GEXFDrawing.name ? GEXFDrawing.holds(value) : types.holds(name, value)
            }
            names = FileIDs(graph, form)
            isDirected = !graph.isUndirected
        }

        func values(of node: Node) -> Values {
            var values = form.attributes(of: node)
            // The name is the label, unless that stands for an identifier that can't be written.
            if !node.name.isEmpty, form.holds(nodeID: node.id) { values["name"] = nil }
            let drawing = Self.takeDrawing(from: &values)
            return Values(values: values, drawing: drawing)
        }

        func values(of edge: Edge) -> Values {
            var values = form.attributes(of: edge)
            let drawing = Self.takeDrawing(from: &values)
            let direction = values.takeDirection(otherThan: isDirected)
            var type = direction.map { $0 ? "directed" : "undirected" }
            if values["edgetype"] == "mutual", !(direction ?? isDirected) {
                values["edgetype"] = nil
                type = "mutual"
            }
            var weight: String?
            if case .number? = values["weight"] { weight = values["weight"].flatMap { XMLText.text(of: $0) } }
            if weight != nil { values["weight"] = nil }
            return Values(values: values, drawing: drawing, type: type, weight: weight)
        }

        private static func takeDrawing(from values: inout Attributes) -> AttributeValue? {
            guard let drawing = values[GEXFDrawing.name] else { return nil }
            values[GEXFDrawing.name] = nil
            return drawing
        }
    }

    /// What the graph says of itself: GEXF has no values for graphs, but elements of any name in `<meta>`.
    private static func writeMeta(_ attributes: Attributes, to out: inout OutputBuffer) {
        out.append("  <meta>\n    <creator>\(GEXFReader.ownName)</creator>\n")
        var rest = attributes
        for name in ["title", "description", "keywords"] {
            guard let text = rest.takeText(name) else { continue }
            out.append("    <\(name)>")
            XMLText.append(text, to: &out.bytes)
            out.append("</\(name)>\n")
        }
        if !rest.isEmpty {
            var json = JSONWriter(style: .compact)
            json.value(rest)
            out.append("    <linkchart>")
            XMLText.append(json.text, to: &out.bytes)
            out.append("</linkchart>\n")
        }
        out.append("  </meta>\n")
    }

    /// The first and the last day of a validity, as far as XML Schema can write them.
    private static func days(of valid: RecordedDate?) -> (start: String?, end: String?)? {
        guard let date = valid?.date else { return nil }
        func text(_ day: Day?) -> String? {
            day.flatMap { (1...9_999).contains($0.year) ? $0.description : nil }
        }
        let days = (start: text(date.earliestStart), end: text(date.latestEnd))
        return days.start == nil && days.end == nil ? nil : days
    }

    private static func declare(_ columns: XMLColumns, _ element: StaticString, to out: inout OutputBuffer) {
        guard !columns.columns.isEmpty else { return }
        out.append("    <attributes class=\"")
        out.append(element)
        out.append("\">\n")
        for (number, column) in columns.columns.enumerated() {
            out.append("      <attribute")
            out.appendAttribute("id", String(number))
            out.appendAttribute("title", column.name)
            out.appendAttribute("type", column.type.rawValue)
            out.append("/>\n")
        }
        out.append("    </attributes>\n")
    }

    private static func write(
        _ values: Parts.Values, _ columns: XMLColumns, _ element: StaticString, to out: inout OutputBuffer
    ) {
        guard !values.values.isEmpty || values.drawing != nil else {
            out.append("/>\n")
            return
        }
        out.append(">\n        <attvalues>\n")
        for (name, value) in values.values {
            guard let text = XMLText.text(of: value) else { continue }
            out.append("          <attvalue")
            out.appendAttribute("for", String(columns.number(name, value)))
            out.appendAttribute("value", text)
            out.append("/>\n")
        }
        out.append("        </attvalues>\n")
        if let drawing = values.drawing { GEXFDrawing.write(drawing, to: &out) }
        out.append("      </")
        out.append(element)
        out.append(">\n")
    }
}
