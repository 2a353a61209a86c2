import LinkChartModel

/// Reads LinkChart's own format, as YAML or JSON, from a document tree.
struct NativeReader: GraphFormatReader {
    private let input: GraphInput
    private let isYAML: Bool
    private var document = NativeDocument()

    init(_ input: GraphInput, isYAML: Bool) {
        self.input = input
        self.isYAML = isYAML
    }

    mutating func readHeader(into builder: inout GraphBuilder) {
        let (tree, problems) = isYAML ? YAMLReader.parse(input.content) : JSONParser.parse(input.content)
        for problem in problems {
            builder.report(
                problem.code, problem.message, at: problem.range, suggestion: problem.suggestion)
        }
        // A document that can't be parsed is not empty as well.
        if tree.root == nil, !problems.isEmpty { return }
        document = NativeDocument(tree, into: &builder)
        document.readHeader(into: &builder)
    }

    mutating func readNodes(into builder: inout GraphBuilder) { document.readNodes(into: &builder) }

    mutating func readEdges(into builder: inout GraphBuilder) {
        document.readEdges(into: &builder)
        // The tree is as large as the file, and nobody needs it any more.
        document = NativeDocument()
    }
}

/// The parts of a native document.
struct NativeDocument {
    private var tree: DocumentTree?
    private var title: Int?
    private var attributes: Int?
    private var ontology: Int?
    private var sources: Int?
    private var nodes: Int?
    private var edges: Int?
    private var others: [(name: String, value: Int)] = []

    /// A document without anything.
    init() {}

    /// Finds the parts and checks the version.
    init(_ tree: DocumentTree, into builder: inout GraphBuilder) {
        guard let root = tree.root, tree.kind(root) != .null else {
            builder.report(
                .emptyFile, "the document is empty", suggestion: "begin with `linkchart: 1` and `nodes:`")
            return
        }
        guard tree.kind(root) == .mapping else {
            builder.report(
                .wrongType, "a graph is a mapping with the keys `linkchart`, `nodes` and `edges`",
                at: tree.range(root),
                suggestion: tree.kind(root) == .string ? "is it a table? tell the format with --from" : nil)
            return
        }
        self.tree = tree
        var version: Int?
        tree.forEachMember(root) { key, value in
            switch NativeKey(tree, key) {
            case .linkchart: version = value
            case .title: title = value
            case .attributes: attributes = value
            case .ontology: ontology = value
            case .sources: sources = value
            case .nodes: nodes = value
            case .edges: edges = value
            default:
                others.append((tree.text(key), value))
                builder.reportUnknownKey(tree, key, in: NativeKey.ofGraph, of: "a graph")
            }
        }
        check(version, root, builder: &builder)
        if nodes == nil && edges == nil && sources == nil {
            builder.report(
                .missingKey, "there are neither `nodes` nor `edges`", at: tree.range(root),
                suggestion: "a graph has at least `nodes:`")
        }
    }

    private func check(_ version: Int?, _ root: Int, builder: inout GraphBuilder) {
        guard let tree else { return }
        guard let version else {
            builder.report(
                .wrongVersion, "the version of the format is missing", at: tree.range(root),
                suggestion: "begin with `linkchart: 1`")
            return
        }
        if !tree.isText(version, "1") {
            builder.report(
                .wrongVersion, "version `\(tree.text(version))` of the format is not known",
                at: tree.range(version),
                suggestion: "this program reads `linkchart: 1`")
        }
    }

    func readHeader(into builder: inout GraphBuilder) {
        guard let tree else { return }
        if let ontology { builder.readOntology(tree, ontology) }
        if let title, let text = builder.text(tree, title, "title") {
            if builder.graph.title.isEmpty { builder.graph.title = text }
        }
        var attributes: Attributes = [:]
        if let item = self.attributes {
            attributes = builder.attributes(tree, item)
        }
        for (name, value) in others { builder.keep(tree, value, as: name, in: &attributes) }
        for name in builder.graph.attributes.merge(attributes) {
            builder.report(
                .conflictingValues,
                "`\(name)` of the graph has another value in an input before; that is kept")
        }
    }

    func readNodes(into builder: inout GraphBuilder) {
        guard let tree else { return }
        builder.forEachEntry(tree, sources, of: "sources") { $0.readNode(tree, $1, isSource: true) }
        builder.forEachEntry(tree, nodes, of: "nodes") { $0.readNode(tree, $1, isSource: false) }
    }

    func readEdges(into builder: inout GraphBuilder) {
        guard let tree, let edges else { return }
        let count = tree.kind(edges) == .sequence ? tree.items[tree.resolve(edges)].link : 0
        // About twelve items an edge; too much costs nothing, too little some copying.
        builder.graph.reserveCapacity(edges: Int(count) / 12)
        var unclaimed = (count: 0, first: 0, all: 0)
        builder.forEachEntry(tree, edges, of: "edges") { builder, item in
            unclaimed.all += 1
            if builder.readEdge(tree, item) == 0 {
                if unclaimed.count == 0 { unclaimed.first = item }
                unclaimed.count += 1
            }
        }
        if unclaimed.count > 0 {
            let what =
                unclaimed.all == 1
                ? "the edge has" : "\(unclaimed.count) of \(unclaimed.all) edges have"
            builder.report(
                .noClaims, "\(what) no claims: the file itself is taken as their word",
                at: tree.range(unclaimed.first))
        }
    }
}
