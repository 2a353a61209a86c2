public import LinkChartModel

/// Writes GEXF 1.3, which Gephi and NetworkX read.
///
/// A graph whose edges have validities is dynamic: an edge is there from the first to the last day that its validity
/// may reach, and has the validity itself as a value. Labels are names; kind, subtype and relation are values of
/// these titles; aliases, claims and values that GEXF has no type for are JSON under `aliases`, `claims` and
/// `attributes`.
public struct GEXFWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = UntypedForm(graph, holding: XMLColumns.holds)
        let names = FileIDs(graph, form)
        let isDirected = !graph.isUndirected
        var columns = (node: XMLColumns(), edge: XMLColumns())
        for node in graph.nodes { columns.node.add(Self.values(of: node, form)) }
        for edge in graph.edges { columns.edge.add(Self.parts(of: edge, form, isDirected).values) }

        var out = OutputBuffer(sink)
        out.append(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
        )
        Self.writeMeta(form.attributesOfGraph(), to: &out)
        out.append("  <graph")
        out.appendAttribute("defaultedgetype", isDirected ? "directed" : "undirected")
        if graph.edges.contains(where: { Self.days(of: $0.valid) != nil }) {
            out.append(" mode=\"dynamic\" timeformat=\"date\"")
        }
        out.append(">\n")
        Self.declare(columns.node, "node", to: &out)
        Self.declare(columns.edge, "edge", to: &out)
        out.append("    <nodes>\n")
        for node in graph.nodes {
            out.append("      <node")
            out.appendAttribute("id", names.id(of: node.index, in: graph))
            out.appendAttribute("label", node.name)
            Self.write(Self.values(of: node, form), columns.node, "node", to: &out)
            try out.flushIfLarge()
        }
        out.append("    </nodes>\n    <edges>\n")
        for edge in graph.edges {
            let (values, direction, weight) = Self.parts(of: edge, form, isDirected)
            out.append("      <edge")
            if edge.hasOwnID, form.holds(edge.id) { out.appendAttribute("id", edge.id) }
            out.appendAttribute("source", names.id(of: edge.source, in: graph))
            out.appendAttribute("target", names.id(of: edge.target, in: graph))
            if let direction { out.appendAttribute("type", direction ? "directed" : "undirected") }
            if let weight { out.appendAttribute("weight", weight) }
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

    /// What the graph says of itself: GEXF has no values for graphs, but elements of any name in `<meta>`.
    private static func writeMeta(_ attributes: Attributes, to out: inout OutputBuffer) {
        out.append("  <meta>\n    <creator>\(GEXFReader.ownName)</creator>\n")
        for name in ["title", "description", "keywords"] {
            guard let text = attributes[name]?.string else { continue }
            out.append("    <\(name)>")
            XMLText.append(text, to: &out.bytes)
            out.append("</\(name)>\n")
        }
        var rest = attributes
        for name in ["title", "description", "keywords"] where rest[name]?.string != nil { rest[name] = nil }
        if !rest.isEmpty {
            var json = JSONWriter(style: .compact)
            json.value(rest)
            out.append("    <linkchart>")
            XMLText.append(json.text, to: &out.bytes)
            out.append("</linkchart>\n")
        }
        out.append("  </meta>\n")
    }

    /// The name is the label, unless a label can't hold it.
    private static func values(of node: Node, _ form: UntypedForm) -> Attributes {
        var values = form.attributes(of: node)
        if !node.name.isEmpty, form.holds(nodeID: node.id) { values["name"] = nil }
        return values
    }

    private static func parts(
        of edge: Edge, _ form: UntypedForm, _ isDirected: Bool
    ) -> (values: Attributes, direction: Bool?, weight: String?) {
        var values = form.attributes(of: edge)
        let direction = values.takeDirection(otherThan: isDirected)
        guard case .number(let weight)? = values["weight"] else { return (values, direction, nil) }
        values["weight"] = nil
        return (values, direction, XMLText.text(of: .number(weight)))
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
        _ values: Attributes, _ columns: XMLColumns, _ element: StaticString, to out: inout OutputBuffer
    ) {
        guard !values.isEmpty else {
            out.append("/>\n")
            return
        }
        out.append(">\n        <attvalues>\n")
        for (name, value) in values {
            guard let text = XMLText.text(of: value) else { continue }
            out.append("          <attvalue")
            out.appendAttribute("for", String(columns.number(name, value)))
            out.appendAttribute("value", text)
            out.append("/>\n")
        }
        out.append("        </attvalues>\n      </")
        out.append(element)
        out.append(">\n")
    }
}
