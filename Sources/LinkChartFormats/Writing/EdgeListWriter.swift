public import LinkChartModel

/// Writes a plain list of edges: source, target and, where the edges have an attribute `weight`, that, with tabs
/// between.
///
/// Kinds, relations, claims and nodes without edges are not in it. An edge list knows no quotes, so identifiers
/// with blanks can't be written.
public struct EdgeListWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        for node in 0..<graph.nodeCount {
            let node = NodeIndex(node)
            guard graph.withID(of: node, Self.isWritable) else {
                throw FileError(
                    .cannotWrite, path: graph.id(of: node),
                    action: "write as an edge list, where names have no blanks, the node")
            }
        }
        let weights = graph.numbers("weight")
        var out = OutputBuffer(sink)
        for position in 0..<graph.edgeCount {
            let edge = EdgeIndex(position)
            graph.withID(of: graph.source(of: edge)) { out.bytes.append(contentsOf: $0) }
            out.bytes.append(0x09)
            graph.withID(of: graph.target(of: edge)) { out.bytes.append(contentsOf: $0) }
            if let weights, !weights[position].isNaN {
                out.bytes.append(0x09)
                if let whole = Int64(exactly: weights[position]) {
                    out.append(String(whole))
                } else {
                    out.append(weights[position].description)
                }
            }
            out.bytes.append(0x0A)
            try out.flushIfLarge()
        }
        try out.flush()
    }

    private static func isWritable(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = id.first, first != 0x23, first != 0x25 else { return false }
        return id.allSatisfy { $0 > 0x20 && $0 != 0x2C }
    }
}
