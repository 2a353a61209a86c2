public import LinkChartModel

/// Writes a flowchart of Mermaid, which Markdown pages show: a box a node, coloured by kind, an arrow an edge; what no
/// claim establishes is dotted, and what flows both ways has two heads.
public struct MermaidWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    /// The fills and strokes of kinds (M. Okabe and K. Ito's colours, which are told apart with any colour vision).
    private static let colours: [(kind: String, fill: String, stroke: String)] = [
        ("State", "#d9e8f5", "#0072b2"), ("Actor", "#f9e0d2", "#d55e00"), ("Person", "#f0dfe9", "#a8447d"),
        ("Organisation", "#d6ece5", "#00795a"), ("Place", "#fbf6d9", "#8a7d00"),
        ("Incident", "#fbecd0", "#b87400"),
    ]

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        var out = OutputBuffer(sink)
        if !graph.title.isEmpty {
            // Front matter is YAML, of which every JSON text is a part.
            var json = JSONWriter(style: .compact)
            json.value(AttributeValue.string(graph.title))
            out.append("---\ntitle: \(json.text)\n---\n")
        }
        out.append("flowchart LR\n")
        for node in graph.nodes {
            out.append("    n\(node.index.position)[\"\(Self.escaped(node.name))\"]\n")
            try out.flushIfLarge()
        }
        for edge in graph.edges {
            let arrow =
                switch (graph.standing(of: edge.index).isEstablished, edge.definition.isSymmetric) {
                case (true, false): "-->"
                case (true, true): "<-->"
                case (false, false): "-.->"
                case (false, true): "<-.->"
                }
            out.append(
                "    n\(edge.source.position) \(arrow)|\"\(Self.escaped(Self.words(edge.definition.name)))\"| n\(edge.target.position)\n"
            )
            try out.flushIfLarge()
        }
        for colour in Self.colours {
            let members = graph.nodes.filter { $0.kindName == colour.kind }.map { "n\($0.index.position)" }
            guard !members.isEmpty else { continue }
            out.append("    classDef \(colour.kind) fill:\(colour.fill),stroke:\(colour.stroke),color:#000\n")
            // A line a hundred, as renderers read line by line.
            for start in stride(from: 0, to: members.count, by: 100) {
                let some = members[start..<min(start + 100, members.count)]
                out.append("    class \(some.joined(separator: ",")) \(colour.kind)\n")
            }
        }
        try out.flush()
    }

    /// A relation in words: `alliedWith` is "allied with".
    private static func words(_ relation: String) -> String {
        relation.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
    }

    /// A label: what Mermaid, Markdown and HTML would take for more than text is an entity.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "#", "<", ">", "&", "`", "\\", "*", "_", "[", "]", ";":
                escaped += "#\(scalar.value);"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped.isEmpty ? " " : escaped
    }
}

extension FormatTraits {
    static let mermaid = FormatTraits(
        extensions: ["mmd", "mermaid"], makeWriter: { MermaidWriter() },
        lacks: [
            .graphAttributes, .ontology, .nodeIdentifiers, .kinds, .aliases, .subtypes, .sources,
            .nodeAttributes, .edgeIdentifiers, .validity, .edgeAttributes, .claims,
        ])
}
