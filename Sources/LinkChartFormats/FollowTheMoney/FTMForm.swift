internal import LinkChartModel

/// What a graph's nodes and edges are in FollowTheMoney.
struct FTMForm {
    let graph: Graph
    let native: NativeForm
    let model = FTMModel.current
    /// The identifier and the schema of each node's entity.
    private(set) var ids: [String] = []
    private(set) var schemata: [String] = []
    /// Whether a node came from FollowTheMoney and goes back as it was.
    private(set) var isRaw: [Bool] = []
    /// The edges that stand for a property of their source.
    private(set) var properties: [NodeIndex: [EdgeIndex]] = [:]

    init(_ graph: Graph) {
        self.graph = graph
        native = NativeForm(graph)
        for node in graph.nodes {
            let isRaw = comesFromModel(node)
            self.isRaw.append(isRaw)
            ids.append(Self.isIdentifier(node.id) ? node.id : NameBasedUUID.sha1Text("node \(node.id)"))
            schemata.append(isRaw ? node.subtype ?? "" : schema(for: node))
        }
        for edge in graph.edges where isProperty(edge) {
            properties[edge.source, default: []].append(edge.index)
        }
        for (node, edges) in properties where isWholeEdge(node, edges) {
            isRaw[node.position] = false
            schemata[node.position] = schema(for: graph[node])
            properties[node] = nil
        }
    }

    /// Whether an entity of an edge schema would have both of its ends, and thus be read as an edge and no node.
    private func isWholeEdge(_ node: NodeIndex, _ edges: [EdgeIndex]) -> Bool {
        guard let ends = model[schemata[node.position]]?.edge else { return false }
        let names = edges.compactMap { graph[$0].attributes["property"]?.string }
        return names.contains(ends.source) && names.contains(ends.target)
    }

    /// Whether a text may name an entity.
    static func isIdentifier(_ text: String) -> Bool {
        let isWord = { (byte: UInt8) in byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
        guard let first = text.utf8.first, let last = text.utf8.last, isWord(first), isWord(last) else {
            return false
        }
        return text.utf8.count <= 200 && text.utf8.allSatisfy { isWord($0) || $0 == 0x2D || $0 == 0x2E }
    }
}
