internal import LinkChartModel

/// Reads the JSON Graph Format, version 1 with a list of nodes and version 2 with an object of them, one graph or
/// several (https://jsongraphformat.info).
///
/// A node's name is its `label`; what stands under `metadata` become attributes. A hyperedge becomes a node with an edge
/// to each of its ends. Several graphs become one, with the graph that an edge is of in its attribute `graph`.
struct JGFReader: GraphFormatReader {
    private let input: GraphInput
    private var tree: DocumentTree?
    private var graphs: [Graph] = []
    private var hyperedges = EdgeQueue()
    private var isDirected = true

    private struct Graph {
        var item: Int
        var isDirected: Bool
        /// What tells it from others.
        var name: String?
    }

    init(_ input: GraphInput) { self.input = input }

    mutating func readHeader(into builder: inout GraphBuilder) {
        guard let (tree, root) = builder.parseJSON(input) else { return }
        guard tree.kind(root) == .mapping else {
            builder.report(.wrongType, "a JSON graph is an object with a key `graph`", at: tree.range(root))
            return
        }
        self.tree = tree
        var others: Attributes = [:]
        var items: [Int] = []
        tree.forEachMember(root) { key, value in
            switch tree.text(key) {
            case "graph": items.append(value)
            case "graphs":
                builder.forEachEntry(tree, value, of: "graphs") { _, item in items.append(item) }
            default: others[tree.text(key)] = builder.value(tree, value)
            }
        }
        if items.isEmpty {
            builder.report(.missingKey, "there is neither `graph` nor `graphs`", at: tree.range(root))
        } else if items.count > 1 {
            builder.report(
                .severalGraphs, "\(items.count) graphs in the file; all become one", at: tree.range(items[1]))
        }
        for (number, item) in items.enumerated() {
            readGraph(tree, item, number: number, of: items.count, into: &builder)
        }
        builder.graph.attributes.merge(others)
    }

    private mutating func readGraph(
        _ tree: DocumentTree, _ item: Int, number: Int, of count: Int, into builder: inout GraphBuilder
    ) {
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "a graph must be an object")
            return
        }
        let directed = tree.value(item, "directed").flatMap { builder.flag(tree, $0, "directed") } ?? true
        var attributes: Attributes = [:]
        tree.forEachMember(item) { key, value in
            switch tree.text(key) {
            case "nodes", "edges", "hyperedges", "directed", "metadata": return
            default: attributes[tree.text(key)] = builder.value(tree, value)
            }
        }
        var name: String?
        if count > 1 {
            name = attributes["id"]?.string ?? attributes["label"]?.string ?? "graph \(number + 1)"
        }
        if number == 0 {
            isDirected = directed
            if !directed { builder.graph.attributes["directed"] = false }
            if let metadata = tree.value(item, "metadata") {
                builder.merge(tree, metadata, named: "metadata", into: &attributes)
            }
            builder.addUntypedGraph(attributes, at: tree.range(item))
        } else {
            if let metadata = tree.value(item, "metadata") {
                attributes["metadata"] = builder.value(tree, metadata)
            }
            if !attributes.isEmpty { builder.graph.attributes["graph \(number + 1)"] = .object(attributes) }
        }
        graphs.append(Graph(item: item, isDirected: directed, name: name))
    }

    // MARK: - Nodes

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let tree else { return }
        for graph in graphs {
            if let nodes = tree.value(graph.item, "nodes") {
                readNodes(tree, nodes, isOnly: graphs.count == 1, into: &builder)
            }
            let edges = tree.value(graph.item, "hyperedges")
            builder.forEachEntry(tree, edges, of: "hyperedges") { builder, item in
                readHyperedge(tree, item, of: graph, into: &builder)
            }
        }
    }

    private func readNodes(_ tree: DocumentTree, _ nodes: Int, isOnly: Bool, into builder: inout GraphBuilder)
    {
        let repetition: GraphBuilder.Repetition = isOnly ? .isError : .isSameNode
        if tree.kind(nodes) == .mapping {
            tree.forEachMember(nodes) { key, value in
                Self.add(tree, value, id: tree.text(key), at: tree.range(key), repetition, into: &builder)
            }
            return
        }
        builder.forEachEntry(tree, nodes, of: "nodes") { builder, item in
            guard tree.kind(item) == .mapping else {
                builder.reportWrongType(tree, item, "a node must be an object")
                return
            }
            guard let id = tree.value(item, "id"), let text = builder.identifier(tree, id) else {
                builder.report(.missingKey, "a node needs a key `id`", at: tree.range(item))
                builder.reportSkipped("node without an identifier", "", at: tree.range(item))
                return
            }
            Self.add(tree, item, id: text, at: tree.range(id), repetition, into: &builder)
        }
    }

    private static func add(
        _ tree: DocumentTree, _ item: Int, id: String, at range: SourceRange,
        _ repetition: GraphBuilder.Repetition, into builder: inout GraphBuilder
    ) {
        var attributes: Attributes = [:]
        if tree.kind(item) == .mapping {
            attributes = members(tree, item, but: ["id", "label", "metadata"], into: &builder)
        } else if tree.kind(item) != .null {
            builder.reportWrongType(tree, item, "a node must be an object")
        }
        let label = tree.value(item, "label").flatMap { builder.text(tree, $0, "label") }
        builder.addUntypedNode(id: id, label: label, attributes, at: range, repetition: repetition)
    }

    /// The members that have no place of their own, and those of the metadata.
    private static func members(
        _ tree: DocumentTree, _ item: Int, but own: Set<String>, into builder: inout GraphBuilder
    ) -> Attributes {
        var attributes: Attributes = [:]
        tree.forEachMember(item) { key, value in
            let name = tree.text(key)
            if !own.contains(name) { attributes[name] = builder.value(tree, value) }
        }
        if let metadata = tree.value(item, "metadata") {
            builder.merge(tree, metadata, named: "metadata", into: &attributes)
        }
        return attributes
    }

    // MARK: - Edges

    mutating func readEdges(into builder: inout GraphBuilder) {
        guard let tree else { return }
        for graph in graphs {
            builder.forEachEntry(tree, tree.value(graph.item, "edges"), of: "edges") { builder, item in
                readEdge(tree, item, of: graph, into: &builder)
            }
        }
        hyperedges.flush(into: &builder)
        self.tree = nil
    }

    private func readEdge(
        _ tree: DocumentTree, _ item: Int, of graph: Graph, into builder: inout GraphBuilder
    ) {
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "an edge must be an object")
            return
        }
        let ends = (tree.value(item, "source"), tree.value(item, "target"))
        guard let sourceItem = ends.0, let targetItem = ends.1,
            let source = builder.identifier(tree, sourceItem),
            let target = builder.identifier(tree, targetItem)
        else {
            if ends.0 == nil || ends.1 == nil {
                builder.report(
                    .missingKey, "an edge needs the keys `source` and `target`", at: tree.range(item))
            }
            builder.reportSkipped("edge without its ends", "", at: tree.range(item))
            return
        }
        var attributes = Self.members(
            tree, item, but: ["id", "source", "target", "label", "directed", "metadata"], into: &builder)
        let directed = tree.value(item, "directed").flatMap { builder.flag(tree, $0, "directed") }
        if (directed ?? graph.isDirected) != isDirected {
            attributes["directed"] = .bool(directed ?? graph.isDirected)
        }
        if let name = graph.name, attributes["graph"] == nil { attributes["graph"] = .string(name) }
        let id = tree.value(item, "id").flatMap { builder.identifier(tree, $0) }
        let label = tree.value(item, "label").flatMap { builder.text(tree, $0, "label") }
        builder.addUntypedEdge(
            id: id, from: (source, target), label: label, attributes,
            at: EdgePlaces(
                edge: tree.range(item), source: tree.range(sourceItem), target: tree.range(targetItem)))
    }

    private mutating func readHyperedge(
        _ tree: DocumentTree, _ item: Int, of graph: Graph, into builder: inout GraphBuilder
    ) {
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "a hyperedge must be an object")
            return
        }
        var ends: [Hyperedge.End] = []
        for (name, role) in [("source", "in"), ("target", "out"), ("nodes", "undir")] {
            tree.forEachMember(item) { key, list in
                guard tree.text(key) == name else { return }
                tree.forEachElement(list) { element in
                    guard let node = builder.identifier(tree, element) else { return }
                    ends.append(Hyperedge.End(node: node, role: role))
                }
            }
        }
        var draft = ElementDraft(at: tree.range(item))
        draft.id = tree.value(item, "id").flatMap { builder.identifier(tree, $0) }
        draft.label = tree.value(item, "label").flatMap { builder.text(tree, $0, "label") }
        draft.attributes = Self.members(
            tree, item, but: ["id", "source", "target", "nodes", "label", "metadata"], into: &builder)
        if let name = graph.name, draft.attributes["graph"] == nil {
            draft.attributes["graph"] = .string(name)
        }
        for edge in builder.addHyperedge(draft, ends: ends) { hyperedges.append(edge) }
    }
}
