internal import LinkChartModel

/// Reads the JSON of Cytoscape and Cytoscape.js: `elements` with `nodes` and `edges`, or one list of both.
///
/// What stands under `data` become attributes; the place and the state of an element on the screen are kept beside them.
struct CytoscapeReader: GraphFormatReader {
    private let input: GraphInput
    private var tree: DocumentTree?
    private var nodes: [Int] = []
    private var edges: [Int] = []
    private var isMultigraph = false

    init(_ input: GraphInput) { self.input = input }

    mutating func readHeader(into builder: inout GraphBuilder) {
        guard let (tree, root) = builder.parseJSON(input) else { return }
        self.tree = tree
        switch tree.kind(root) {
        case .sequence: sort(tree, root, into: &builder)
        case .mapping: readOutermost(tree, root, into: &builder)
        default:
            builder.report(
                .wrongType, "the JSON of Cytoscape is an object with a key `elements`", at: tree.range(root))
        }
    }

    private mutating func readOutermost(_ tree: DocumentTree, _ root: Int, into builder: inout GraphBuilder) {
        var attributes: Attributes = [:]
        var elements: Int?
        tree.forEachMember(root) { key, value in
            switch tree.text(key) {
            case "elements": elements = value
            case "data": readData(tree, value, into: &attributes, &builder)
            case "directed":
                if builder.flag(tree, value, "directed") == false {
                    builder.graph.attributes["directed"] = false
                }
            case "multigraph": isMultigraph = builder.flag(tree, value, "multigraph") ?? false
            case "generated_by" where tree.isText(value, "LinkChart"): return
            case "format_version" where tree.isText(value, "1.0"): return
            default: attributes[tree.text(key)] = builder.value(tree, value)
            }
        }
        builder.addUntypedGraph(attributes, at: tree.range(root))
        guard let elements else {
            builder.report(.missingKey, "there is no key `elements`", at: tree.range(root))
            return
        }
        guard tree.kind(elements) == .mapping else {
            sort(tree, elements, into: &builder)
            return
        }
        tree.forEachMember(elements) { key, value in
            switch tree.text(key) {
            case "nodes": tree.forEachElement(value) { nodes.append($0) }
            case "edges": tree.forEachElement(value) { edges.append($0) }
            default:
                builder.report(
                    .unknownKey, "`elements` has no key `\(tree.text(key))`", at: tree.range(key),
                    suggestion: "`nodes` and `edges`")
                builder.reportSkipped("elements of another sort", tree.text(key), at: tree.range(key))
            }
        }
    }

    /// What the graph says of itself; NetworkX writes a list of pairs.
    private func readData(
        _ tree: DocumentTree, _ item: Int, into attributes: inout Attributes, _ builder: inout GraphBuilder
    ) {
        guard tree.kind(item) == .sequence else {
            builder.merge(tree, item, named: "data", into: &attributes)
            return
        }
        tree.forEachElement(item) { pair in
            guard case .list(let parts) = builder.value(tree, pair), parts.count == 2,
                let name = parts[0].string
            else {
                return builder.reportWrongType(tree, pair, "an attribute of the graph is a name and a value")
            }
            attributes[name] = parts[1]
        }
    }

    /// Tells the nodes and edges of one list apart.
    private mutating func sort(_ tree: DocumentTree, _ list: Int, into builder: inout GraphBuilder) {
        builder.forEachEntry(tree, list, of: "elements") { _, item in
            let group = tree.value(item, "group")
            let data = tree.value(item, "data")
            let hasEnds =
                data.map { tree.value($0, "source") != nil && tree.value($0, "target") != nil } ?? false
            if group.map({ tree.isText($0, "edges") }) ?? hasEnds {
                edges.append(item)
            } else {
                nodes.append(item)
            }
        }
    }

    // MARK: - Elements

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let tree else { return }
        for item in nodes {
            guard let data = data(tree, item, of: "node", &builder) else { continue }
            guard let idItem = tree.value(data, "id") ?? tree.value(data, "value"),
                let id = builder.identifier(tree, idItem)
            else {
                builder.report(.missingKey, "the data of a node need a key `id`", at: tree.range(data))
                builder.reportSkipped("node without an identifier", "", at: tree.range(data))
                continue
            }
            var attributes = Self.members(tree, data, item, but: ["id"], &builder)
            // NetworkX gives the identifier twice.
            if let value = tree.value(data, "value"), tree.text(value) == id { attributes["value"] = nil }
            builder.addUntypedNode(id: id, attributes, at: tree.range(idItem))
        }
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        guard let tree else { return }
        for item in edges {
            guard let data = data(tree, item, of: "edge", &builder) else { continue }
            let ends = (tree.value(data, "source"), tree.value(data, "target"))
            guard let source = builder.identifier(tree, ends.0), let target = builder.identifier(tree, ends.1)
            else {
                if ends.0 == nil || ends.1 == nil {
                    builder.report(
                        .missingKey, "the data of an edge need the keys `source` and `target`",
                        at: tree.range(data))
                }
                builder.reportSkipped("edge without its ends", "", at: tree.range(data))
                continue
            }
            var attributes = Self.members(tree, data, item, but: ["id", "source", "target"], &builder)
            if isMultigraph, case .integer? = attributes["key"] { attributes["key"] = nil }
            let id = tree.value(data, "id").flatMap { builder.identifier(tree, $0) }
            builder.addUntypedEdge(
                id: id, from: (source, target), attributes,
                at: EdgePlaces(
                    edge: tree.range(item), source: ends.0.map { tree.range($0) },
                    target: ends.1.map { tree.range($0) }))
        }
        self.tree = nil
    }

    private func data(
        _ tree: DocumentTree, _ item: Int, of what: String, _ builder: inout GraphBuilder
    ) -> Int? {
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "an element must be an object")
            return nil
        }
        guard let data = tree.value(item, "data"), tree.kind(data) == .mapping else {
            builder.report(
                .missingKey, "\(what == "edge" ? "an edge" : "a node") needs `data`", at: tree.range(item))
            builder.reportSkipped("\(what) without data", "", at: tree.range(item))
            return nil
        }
        return data
    }

    /// The data, and what stands beside them.
    private static func members(
        _ tree: DocumentTree, _ data: Int, _ item: Int, but own: Set<String>, _ builder: inout GraphBuilder
    ) -> Attributes {
        var attributes: Attributes = [:]
        tree.forEachMember(data) { key, value in
            let name = tree.text(key)
            if !own.contains(name) { attributes[name] = builder.value(tree, value) }
        }
        tree.forEachMember(item) { key, value in
            var name = tree.text(key)
            if name == "data" || name == "group" { return }
            while attributes[name] != nil { name += "_" }
            attributes[name] = builder.value(tree, value)
        }
        return attributes
    }
}
