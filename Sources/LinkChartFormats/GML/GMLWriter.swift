public import LinkChartModel

/// Writes GML in ASCII, which NetworkX, igraph, Gephi and yEd read: a directed multigraph whose nodes have numbers, and
/// identifiers as their labels.
///
/// Aliases, claims and values that GML can't hold are JSON under `aliases`, `claims` and `attributes`.
public struct GMLWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = UntypedForm(graph, holding: Self.holds)
        var out = OutputBuffer(sink)
        out.append(
            "Creator \"LinkChart\"\ngraph [\n  directed \(graph.isUndirected ? 0 : 1)\n  multigraph 1\n")
        out.append("  \(GMLReader.identifiersKey) \"label\"\n")
        Self.write(form.attributesOfGraph(), "  ", to: &out)
        for node in graph.nodes {
            out.append("  node [\n    id \(node.index.position)\n    label ")
            GMLText.append(node.id, to: &out.bytes)
            out.append("\n")
            Self.write(form.attributes(of: node), "    ", to: &out)
            out.append("  ]\n")
            try out.flushIfLarge()
        }
        for edge in graph.edges {
            out.append("  edge [\n    source \(edge.source.position)\n    target \(edge.target.position)\n")
            if edge.hasOwnID {
                out.append("    key ")
                GMLText.append(edge.id, to: &out.bytes)
                out.append("\n")
            }
            Self.write(form.attributes(of: edge), "    ", to: &out)
            out.append("  ]\n")
            try out.flushIfLarge()
        }
        out.append("]\n")
        try out.flush()
    }

    /// Letters and digits for keys, whole numbers of 32 bits, other numbers and texts.
    private static func holds(_ name: String, _ value: AttributeValue) -> Bool {
        guard let first = name.utf8.first, isLetter(first),
            name.utf8.allSatisfy({ isLetter($0) || $0 &- 0x30 < 10 }),
            name != GMLReader.identifiersKey, name != "Creator"
        else { return false }
        switch value {
        case .integer(let number): return Int32(exactly: number) != nil
        // igraph refuses numbers that are too small to be exact.
        case .number(let number): return number.isNormal || number.isZero
        case .string(let text): return text != "_networkx_list_start"
        case .null, .bool, .list, .object: return false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func write(_ attributes: Attributes, _ indent: String, to out: inout OutputBuffer) {
        for (name, value) in attributes {
            out.append(indent)
            out.append(name)
            out.append(" ")
            switch value {
            case .integer(let number): out.append(String(number))
            case .number(let number): out.append(Self.number(number))
            case .string(let text): GMLText.append(text, to: &out.bytes)
            case .null, .bool, .list, .object: break
            }
            out.append("\n")
        }
    }

    /// A number of GML has a point, also before an exponent.
    private static func number(_ number: Double) -> String {
        let text = number.description
        guard !text.contains("."), let exponent = text.firstIndex(of: "e") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }
}
