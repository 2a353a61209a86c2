public import LinkChartModel

/// Writes the structure of a graph in the language of Graphviz: identifiers, names, kinds and relations, without
/// any style.
///
/// Layout and style belong to the drawing module; this is for other programs that read DOT. An edge that no claim
/// establishes has `established=false`.
public struct DOTWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        var out = OutputBuffer(sink)
        out.append("digraph ")
        Self.append(graph.title.isEmpty ? "graph" : graph.title, to: &out.bytes)
        out.append(" {\n")
        for node in graph.nodes {
            out.append("  ")
            Self.append(node.id, to: &out.bytes)
            out.append(" [label=")
            Self.append(node.name, to: &out.bytes)
            out.append(", kind=")
            Self.append(node.kindName, to: &out.bytes)
            out.append("];\n")
            try out.flushIfLarge()
        }
        for edge in graph.edges {
            out.append("  ")
            graph.withID(of: edge.source) { Self.append($0, to: &out.bytes) }
            out.append(" -> ")
            graph.withID(of: edge.target) { Self.append($0, to: &out.bytes) }
            out.append(" [label=")
            let definition = edge.definition
            Self.append(definition.name, to: &out.bytes)
            if definition.isSymmetric { out.append(", dir=none") }
            if !edge.standing.isEstablished { out.append(", established=false") }
            out.append("];\n")
            try out.flushIfLarge()
        }
        out.append("}\n")
        try out.flush()
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &bytes) }
    }

    /// A quoted identifier of DOT. A backslash is doubled, for Graphviz takes it for an escape in labels; line
    /// ends become `\n`, and a zero byte, which ends every text of Graphviz, becomes `�`.
    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        for byte in text {
            switch byte {
            case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
            case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
            case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
            case 0x0D: break
            case 0x00: bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
