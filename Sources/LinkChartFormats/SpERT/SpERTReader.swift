internal import LinkChartModel

/// Reads sentences with entities and relations in the JSON of SpERT, in which CoNLL04 and other corpora are passed on:
/// `tokens`, `entities` with `type`, `start` and `end`, `relations` with `type`, `head` and `tail`.
///
/// Each sentence is a Document and the source of its relations; its entities are nodes of their own, for the data say
/// nothing of which are the same.
struct SpERTReader: GraphFormatReader {
    private let input: GraphInput
    private let stem: String

    init(_ input: GraphInput) {
        self.input = input
        let file = String((input.path ?? input.name).split(separator: "/").last ?? "sentences")
        stem = String(file.prefix { $0 != "." })
    }

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let entity = builder.untypedKind() else { return }
        let kind = builder.graph.ontology.kind(named: "Document") ?? entity
        forEachSentence(isFirstPass: true, &builder) { sentence, builder in
            sentence.addNodes(kind, to: &builder)
        }
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        forEachSentence(isFirstPass: false, &builder) { sentence, builder in sentence.addEdges(to: &builder) }
    }

    private func forEachSentence(
        isFirstPass: Bool, _ builder: inout GraphBuilder, _ body: (SpERTSentence, inout GraphBuilder) -> Void
    ) {
        var elements = JSONElements(input.content, from: input.contentStart)
        var ids: Set<String> = []
        var number = 0
        while let (tree, problems) = elements.next() {
            if isFirstPass { builder.report(problems) }
            guard let tree, let root = tree.root else { continue }
            guard tree.kind(root) == .mapping else {
                if isFirstPass {
                    builder.reportWrongType(tree, root, "a sentence must be an object")
                    builder.reportSkipped("sentence that is no object", "", at: tree.range(root))
                }
                continue
            }
            var id = tree.value(root, "orig_id").map { "\(stem)-\(tree.text($0))" } ?? "\(stem)-\(number)"
            // Parts of one document may share its number.
            if !ids.insert(id).inserted {
                id += " sentence \(number)"
                ids.insert(id)
            }
            number += 1
            body(SpERTSentence(tree, root, id: id), &builder)
        }
    }
}

/// A sentence in the JSON of SpERT.
struct SpERTSentence {
    private let id: String
    private let tree: DocumentTree
    private let root: Int
    private let tokens: [String]

    /// An entity's tokens, from the first to before the last.
    private struct Span {
        var start: Int
        var end: Int
    }

    init(_ tree: DocumentTree, _ root: Int, id: String) {
        self.id = id
        self.tree = tree
        self.root = root
        var tokens: [String] = []
        if let list = tree.value(root, "tokens") {
            tree.forEachElement(list) { tokens.append(tree.text($0)) }
        }
        self.tokens = tokens
    }

    private func entityID(_ number: Int) -> String { "\(id)#\(number)" }

    private func text(_ span: Span) -> String { tokens[span.start..<span.end].joined(separator: " ") }

    /// The tokens of an entity; nil if it has none that the sentence has.
    private func span(_ entity: Int) -> Span? {
        guard let start = tree.value(entity, "start").flatMap({ Int(tree.text($0)) }),
            let end = tree.value(entity, "end").flatMap({ Int(tree.text($0)) }),
            start >= 0, start < end, end <= tokens.count
        else { return nil }
        return Span(start: start, end: end)
    }

    // MARK: - Nodes

    func addNodes(_ kind: KindID, to builder: inout GraphBuilder) {
        builder.count(nodes: 1)
        var record = NodeRecord(id: id, kind: kind)
        record.subtype = "sentence"
        record.isSource = true
        tree.forEachMember(root) { key, value in
            switch tree.text(key) {
            case "entities", "relations": return
            case "tokens" where !tokens.contains(where: { $0.contains(" ") }):
                record.attributes["text"] = .string(tokens.joined(separator: " "))
            case let name: record.attributes[name] = builder.value(tree, value)
            }
        }
        builder.addNode(record, at: tree.range(root))
        for key in ["tokens", "entities"] as [StaticString] where tree.value(root, key) == nil {
            builder.report(.missingKey, "the sentence has no `\(key)`", at: tree.range(root))
        }
        var number = 0
        builder.forEachEntry(tree, tree.value(root, "entities"), of: "entities") { builder, entity in
            addEntity(entity, number, to: &builder)
            number += 1
        }
    }

    private func addEntity(_ entity: Int, _ number: Int, to builder: inout GraphBuilder) {
        let range = tree.range(entity)
        guard tree.kind(entity) == .mapping, let span = span(entity) else {
            builder.report(
                .badValue, "the entity has no `start` and `end` within the \(tokens.count) tokens", at: range,
                suggestion: "they count tokens from 0, and `end` is the one after the last", severity: .error)
            builder.reportSkipped("entity without tokens", entityID(number), at: range)
            builder.rejectedNodes.insert(entityID(number))
            return
        }
        builder.count(nodes: 1)
        let type = tree.value(entity, "type").map { tree.text($0) }
        let (kind, isOwnName) = builder.kind(ofType: type ?? "Entity")
        guard let kind else { return }
        var record = NodeRecord(id: entityID(number), kind: kind, name: text(span))
        if let type, !isOwnName {
            record.attributes["rawKind"] = .string(type)
            builder.reportKind(type, kind, at: range)
        }
        tree.forEachMember(entity) { key, value in
            if !tree.isText(key, "type") { record.attributes[tree.text(key)] = builder.value(tree, value) }
        }
        builder.addNode(record, at: range)
    }

    // MARK: - Edges

    func addEdges(to builder: inout GraphBuilder) {
        var spans: [Span?] = []
        if let entities = tree.value(root, "entities") {
            tree.forEachElement(entities) { spans.append(tree.kind($0) == .mapping ? span($0) : nil) }
        }
        let source = builder.graph.node(id: id)
        builder.forEachEntry(tree, tree.value(root, "relations"), of: "relations") { builder, relation in
            addRelation(relation, spans, source, to: &builder)
        }
    }

    private func addRelation(
        _ relation: Int, _ spans: [Span?], _ source: NodeIndex?, to builder: inout GraphBuilder
    ) {
        let range = tree.range(relation)
        guard tree.kind(relation) == .mapping else {
            builder.reportWrongType(tree, relation, "a relation must be an object")
            return
        }
        guard let head = end(relation, "head", spans, &builder),
            let tail = end(relation, "tail", spans, &builder), let first = spans[head],
            let last = spans[tail],
            let from = builder.graph.node(id: entityID(head)), let to = builder.graph.node(id: entityID(tail))
        else {
            builder.reportSkipped("relation with an error", "", at: range)
            return
        }
        let type = tree.value(relation, "type").map { tree.text($0) } ?? ""
        if type.isEmpty {
            builder.report(.missingKey, "the relation has no `type`", at: range, severity: .warning)
        }
        let whole = Span(start: min(first.start, last.start), end: max(first.end, last.end))
        let claim = Claim(
            source: source.map { .node($0) }, locator: Locator("tokens \(whole.start)-\(whole.end - 1)"),
            statement: tokens.joined(separator: " "))
        var attributes: Attributes = [:]
        tree.forEachMember(relation) { key, value in
            if !["type", "head", "tail"].contains(tree.text(key)) {
                attributes[tree.text(key)] = builder.value(tree, value)
            }
        }
        builder.addStatedEdge(
            type.isEmpty ? "relatedTo" : type, from: from, to: to, attributes: attributes, claims: [claim],
            at: range)
    }

    /// The number of the entity at one end; nil, with a diagnostic, if there is none.
    private func end(
        _ relation: Int, _ key: StaticString, _ spans: [Span?], _ builder: inout GraphBuilder
    ) -> Int? {
        guard let item = tree.value(relation, key) else {
            builder.report(.missingKey, "the relation has no `\(key)`", at: tree.range(relation))
            return nil
        }
        guard tree.kind(item) == .integer, let number = Int(tree.text(item)) else {
            builder.reportWrongType(tree, item, "`\(key)` must be the number of an entity")
            return nil
        }
        guard spans.indices.contains(number) else {
            builder.report(
                .noSuchNode, "the sentence has no entity \(number)", at: tree.range(item),
                suggestion: "entities count from 0")
            return nil
        }
        // One that is there but wrong has been told.
        return spans[number] == nil ? nil : number
    }
}
