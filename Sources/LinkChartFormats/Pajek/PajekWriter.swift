public import LinkChartModel

/// Writes a network of Pajek, which NetworkX, igraph, Gephi and Pajek read.
///
/// Labels are identifiers. What else is known stands as parameters, which NetworkX reads and Pajek passes over: kind,
/// name, relation, validity and texts and numbers under their names; aliases, claims and all other values as
/// JSON under `aliases`, `claims` and `attributes`. A line without a weight has the value 1 that Pajek would give
/// it, and says so.
public struct PajekWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let isUndirected = graph.isUndirected
        let form = UntypedForm(graph, holdingNodeIDs: Self.isOneLine) { name, value in
            // Whether it is an arc or an edge says the section that it stands in.
            if case .bool(let isDirected) = value { return name == "directed" && isDirected == isUndirected }
            return Self.holds(name, value)
        }
        let names = FileIDs(graph, form)
        var out = OutputBuffer(sink)
        if Self.canHold(title: graph.title), !graph.title.isEmpty {
            out.append("*Network ")
            if Self.isTitle(graph.title) {
                out.append(graph.title)
            } else {
                Self.quote(graph.title, to: &out)
            }
            out.append("\n")
        }
        out.append("*Vertices \(graph.nodeCount)\n")
        for node in graph.nodes {
            out.append("\(node.index.position + 1) ")
            Self.quote(names.id(of: node.index, in: graph), to: &out)
            out.append(" 0.0 0.0 ellipse")
            Self.write(form.attributes(of: node), to: &out)
            try out.flushIfLarge()
        }
        let isDirected = !graph.isUndirected
        try Self.write(graph, form, direction: isDirected, isDefault: true, to: &out)
        try Self.write(graph, form, direction: !isDirected, isDefault: false, to: &out)
        try out.flush()
    }

    /// The arcs or the edges, if there are any; of those that deviate all stand at the end.
    private static func write(
        _ graph: Graph, _ form: UntypedForm, direction: Bool, isDefault: Bool, to out: inout OutputBuffer
    ) throws(FileError) {
        var isBegun = isDefault
        if isDefault { out.append(direction ? "*Arcs\n" : "*Edges\n") }
        for edge in graph.edges {
            var data = form.attributes(of: edge)
            let deviates = data.takeDirection(otherThan: !graph.isUndirected) != nil
            guard deviates != isDefault else { continue }
            if !isBegun { out.append(direction ? "*Arcs\n" : "*Edges\n") }
            isBegun = true
            out.append("\(edge.source.position + 1) \(edge.target.position + 1) ")
            switch data["weight"] {
            case .integer(let weight)?: out.append(String(weight))
            case .number(let weight)?: out.append(weight.description)
            default:
                data["weighted"] = "false"
                out.append("1")
            }
            data["weight"] = nil
            if edge.hasOwnID, form.holds(edge.id) { data["id"] = .string(edge.id) }
            write(data, to: &out)
            try out.flushIfLarge()
        }
    }

    /// Names without blanks, texts of one line, and numbers that read back as such.
    private static func holds(_ name: String, _ value: AttributeValue) -> Bool {
        guard isPlain(name), !reserved.contains(name) else { return false }
        if name == "weight" {
            switch value {
            case .integer: return true
            case .number(let number): return number.isFinite
            default: return false
            }
        }
        guard let text = CellValue.text(value) ?? (value == "" ? "" : nil) else { return false }
        return isOneLine(text)
    }

    private static func isOneLine(_ text: String) -> Bool { !text.utf8.contains { $0 < 0x20 || $0 == 0x7F } }

    /// Whether a title stands in one line.
    static func canHold(title: String) -> Bool { isOneLine(title) }

    /// A title that needs no quotes is words with single blanks between them.
    private static func isTitle(_ title: String) -> Bool {
        isOneLine(title) && !title.utf8.contains(0x22) && !title.utf8.contains(0x5B)
            && title.split(separator: " ").joined(separator: " ") == title
    }

    private static let reserved: Set<String> = ["l", "weighted", "x", "y", "z", "shape", "mode", "time"]

    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, first != 0x5B, first != 0x22 else { return false }
        let isWord = name.utf8.allSatisfy {
            $0 > 0x20 && $0 != 0x7F && $0 != 0x5C && $0 != 0x22 && $0 != 0x27
        }
        return isWord && DeclaredType.double.value(name) == nil
            && !PajekVertices.shapes.contains(name.lowercased())
    }

    private static func write(_ attributes: Attributes, to out: inout OutputBuffer) {
        for (name, value) in attributes {
            guard let text = CellValue.text(value) ?? value.string else { continue }
            out.append(" ")
            out.append(name)
            out.append(" ")
            quote(text, to: &out)
        }
        out.append("\n")
    }

    private static func quote(_ text: String, to out: inout OutputBuffer) {
        out.append("\"")
        for byte in text.utf8 {
            if byte == 0x22 || byte == 0x5C { out.bytes.append(0x5C) }
            out.bytes.append(byte)
        }
        out.append("\"")
    }
}
