internal import LinkChartModel

/// Reads documents with entities and relations as DocRED and Re-DocRED have them: `title`, `sents`, `vertexSet`,
/// `labels`.
///
/// The mentions of a vertex are one node, as the data say; vertices of different documents stay apart. Relations
/// are properties of Wikidata, which the ontology does not know: they become `relatedTo` with the property as
/// `rawRelation`. A document is the source of its relations, their evidence sentences are the locator.
struct DocREDReader: GraphFormatReader {
    private let input: GraphInput

    init(_ input: GraphInput) { self.input = input }

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let entity = builder.untypedKind() else { return }
        let kind = builder.graph.ontology.kind(named: "Document") ?? entity
        forEachDocument(isFirstPass: true, &builder) { document, builder in
            document.addNodes(kind, to: &builder)
        }
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        forEachDocument(isFirstPass: false, &builder) { document, builder in document.addEdges(to: &builder) }
    }

    private func forEachDocument(
        isFirstPass: Bool, _ builder: inout GraphBuilder, _ body: (DocREDDocument, inout GraphBuilder) -> Void
    ) {
        var elements = JSONElements(input.content, from: input.contentStart)
        var titles: [String: Int] = [:]
        var number = 0
        while let (tree, problems) = elements.next() {
            if isFirstPass { builder.report(problems) }
            guard let tree, let root = tree.root else { continue }
            number += 1
            guard tree.kind(root) == .mapping else {
                if isFirstPass {
                    builder.reportWrongType(tree, root, "a document must be an object")
                    builder.reportSkipped("document that is no object", "", at: tree.range(root))
                }
                continue
            }
            var document = DocREDDocument(tree, root, number: number)
            let count = titles[document.id, default: 0] + 1
            titles[document.id] = count
            if count > 1 {
                let id = "\(document.id)-\(count)"
                if isFirstPass {
                    builder.report(
                        .duplicateNode, "a document `\(document.id)` is already there", at: tree.range(root),
                        suggestion: "this one is called `\(id)`", severity: .warning)
                }
                document.id = id
            }
            body(document, &builder)
        }
    }
}

/// A document of DocRED.
struct DocREDDocument {
    var id: String
    private let title: String?
    private let tree: DocumentTree
    private let root: Int
    /// The texts of the sentences, tokens between blanks.
    private let sentences: [String]

    init(_ tree: DocumentTree, _ root: Int, number: Int) {
        self.tree = tree
        self.root = root
        title = tree.value(root, "title").map { tree.text($0) }
        id = title.flatMap { $0.isEmpty ? nil : $0 } ?? "document \(number)"
        var sentences: [String] = []
        if let list = tree.value(root, "sents") {
            tree.forEachElement(list) { sentence in
                var tokens: [String] = []
                tree.forEachElement(sentence) { tokens.append(tree.text($0)) }
                sentences.append(tokens.joined(separator: " "))
            }
        }
        self.sentences = sentences
    }

    private func vertexID(_ number: Int) -> String { "\(id)#\(number)" }

    // MARK: - Nodes

    func addNodes(_ kind: KindID, to builder: inout GraphBuilder) {
        builder.count(nodes: 1)
        var record = NodeRecord(id: id, kind: kind, name: title)
        record.isSource = true
        var vertices: Int?
        tree.forEachMember(root) { key, value in
            switch tree.text(key) {
            case "title", "labels": return
            case "vertexSet": vertices = value
            case "sents":
                // Positions count tokens, and tokens have no blanks in them as a rule.
                let isPlain = !hasBlanks(value)
                record.attributes["sents"] =
                    isPlain ? .list(sentences.map { .string($0) }) : builder.value(tree, value)
            case let name: record.attributes[name] = builder.value(tree, value)
            }
        }
        builder.addNode(record, at: tree.range(root))
        guard let vertices else {
            builder.report(.missingKey, "the document `\(id)` has no `vertexSet`", at: tree.range(root))
            return
        }
        var number = 0
        builder.forEachEntry(tree, vertices, of: "vertexSet") { builder, vertex in
            addVertex(vertex, number, to: &builder)
            number += 1
        }
    }

    private func hasBlanks(_ sentences: Int) -> Bool {
        var found = false
        tree.forEachElement(sentences) { sentence in
            tree.forEachElement(sentence) { token in
                found = found || tree.withText(token) { $0.contains(0x20) }
            }
        }
        return found
    }

    private func addVertex(_ vertex: Int, _ number: Int, to builder: inout GraphBuilder) {
        var names: [String] = []
        var types: [String] = []
        var mentions: [AttributeValue] = []
        tree.forEachElement(vertex) { mention in
            if let item = tree.value(mention, "name") {
                let name = tree.text(item)
                if !name.isEmpty, !names.contains(name) { names.append(name) }
            }
            if let item = tree.value(mention, "type") {
                let type = tree.text(item)
                if !types.contains(type) { types.append(type) }
            }
            mentions.append(builder.value(tree, mention))
        }
        guard !mentions.isEmpty else {
            builder.report(
                .wrongType, "vertex \(number) of `\(id)` has no mentions", at: tree.range(vertex),
                suggestion: "a vertex is a list of mentions")
            builder.reportSkipped("entity without mentions", vertexID(number), at: tree.range(vertex))
            builder.rejectedNodes.insert(vertexID(number))
            return
        }
        builder.count(nodes: 1)
        let (kind, isOwnName) = builder.kind(ofType: types.first ?? "Entity")
        guard let kind else { return }
        var record = NodeRecord(id: vertexID(number), kind: kind, name: names.first)
        record.aliases = Array(names.dropFirst())
        if let type = types.first, !isOwnName {
            record.attributes["rawKind"] = types.count == 1 ? .string(type) : .list(types.map { .string($0) })
            builder.reportKind(type, kind, at: tree.range(vertex))
        }
        record.attributes["mentions"] = .list(mentions)
        builder.addNode(record, at: tree.range(vertex))
    }

    // MARK: - Edges

    func addEdges(to builder: inout GraphBuilder) {
        guard let labels = tree.value(root, "labels") else { return }
        let source = builder.graph.node(id: id)
        builder.forEachEntry(tree, labels, of: "labels") { builder, label in
            addLabel(label, source, to: &builder)
        }
    }

    private func addLabel(_ label: Int, _ source: NodeIndex?, to builder: inout GraphBuilder) {
        let range = tree.range(label)
        guard tree.kind(label) == .mapping else {
            builder.reportWrongType(tree, label, "a relation must be an object")
            return
        }
        guard let head = end(label, "h", &builder), let tail = end(label, "t", &builder),
            let relation = tree.value(label, "r").map({ tree.text($0) }), !relation.isEmpty
        else {
            if tree.value(label, "r") == nil {
                builder.report(.missingKey, "the relation has no key `r`", at: range)
            }
            builder.reportSkipped("relation with an error", "", at: range)
            return
        }
        var claim = Claim(source: source.map { .node($0) })
        var attributes: Attributes = [:]
        tree.forEachMember(label) { key, value in
            switch tree.text(key) {
            case "h", "t", "r": return
            case "evidence":
                var numbers: [Int] = []
                tree.forEachElement(value) { if let number = Int(tree.text($0)) { numbers.append(number) } }
                guard !numbers.isEmpty else { return }
                claim.locator = Locator("sents " + numbers.map(String.init).joined(separator: ", "))
                let texts = numbers.compactMap { sentences.indices.contains($0) ? sentences[$0] : nil }
                if !texts.isEmpty { claim.statement = texts.joined(separator: " ") }
            case let name: attributes[name] = builder.value(tree, value)
            }
        }
        builder.addStatedEdge(
            relation, from: head, to: tail, attributes: attributes, claims: [claim], at: range)
    }

    /// The node of one end; nil, with a diagnostic, if there is none.
    private func end(_ label: Int, _ key: StaticString, _ builder: inout GraphBuilder) -> NodeIndex? {
        guard let item = tree.value(label, key) else {
            builder.report(.missingKey, "the relation has no key `\(key)`", at: tree.range(label))
            return nil
        }
        guard tree.kind(item) == .integer, let number = Int(tree.text(item)) else {
            builder.reportWrongType(tree, item, "`\(key)` must be the number of a vertex")
            return nil
        }
        let vertex = vertexID(number)
        if let node = builder.graph.node(id: vertex) { return node }
        if !builder.rejectedNodes.contains(vertex) {
            builder.report(
                .noSuchNode, "`\(id)` has no vertex \(number)", at: tree.range(item),
                suggestion: "vertices count from 0")
        }
        return nil
    }
}
