internal import LinkChartModel

/// Finds the triples in a JSON value, in whatever shape a language model or a system for open information extraction
/// has them.
struct TripleParser {
    let tree: DocumentTree
    private let vocabulary: TripleVocabulary
    /// Whether only what triples are about is wanted; what is wrong is told when all is read.
    private let findsThingsOnly: Bool
    /// The triples that were found.
    private(set) var triples: [Triple] = []
    /// Things that are listed apart from triples, with their types.
    private(set) var entities: [TripleEnd] = []

    init(
        _ tree: DocumentTree, _ root: Int, _ vocabulary: TripleVocabulary, findsThingsOnly: Bool,
        _ builder: inout GraphBuilder
    ) {
        self.tree = tree
        self.vocabulary = vocabulary
        self.findsThingsOnly = findsThingsOnly
        visit(root, TripleContext(), &builder)
    }

    private mutating func visit(_ item: Int, _ context: TripleContext, _ builder: inout GraphBuilder) {
        switch tree.kind(item) {
        case .sequence: visitList(item, context, &builder)
        case .mapping: visitObject(item, context, &builder)
        default:
            guard !findsThingsOnly else { return }
            builder.reportWrongType(tree, item, "a triple must be an object or a list of three")
            builder.reportSkipped("value that is no triple", tree.text(item), at: tree.range(item))
        }
    }

    private func isScalar(_ item: Int) -> Bool { tree.kind(item) != .sequence && tree.kind(item) != .mapping }

    private mutating func visitList(_ list: Int, _ context: TripleContext, _ builder: inout GraphBuilder) {
        var elements: [Int] = []
        tree.forEachElement(list) { elements.append($0) }
        guard let first = elements.first else { return }
        guard isScalar(first) || (elements.count == 3 && isScalar(elements[1])) else {
            for element in elements { visit(element, context, &builder) }
            return
        }
        guard elements.count >= 3 else {
            guard !findsThingsOnly else { return }
            builder.report(
                .missingKey, "a list of \(elements.count) is no triple", at: tree.range(list),
                suggestion: "a triple is [subject, relation, object]")
            builder.reportSkipped("value that is no triple", tree.text(first), at: tree.range(list))
            return
        }
        var context = context
        if elements.count > 3, !findsThingsOnly {
            context.attributes["further"] = .list(elements[3...].map { builder.value(tree, $0) })
        }
        add(elements[0], elements[1], [elements[2]], context, at: list, &builder)
    }

    private mutating func visitObject(_ object: Int, _ context: TripleContext, _ builder: inout GraphBuilder)
    {
        var subject: (rank: Int, item: Int)?
        var target: (rank: Int, item: Int)?
        // Of the words for a relation `type` and `label` are the last: they may be the triple's own.
        var relation: (rank: Int, item: Int)?
        tree.forEachMember(object) { key, value in
            let role = vocabulary.role(tree, key)
            if let rank = role.subject, rank < subject?.rank ?? .max { subject = (rank, value) }
            if let rank = role.object, rank < target?.rank ?? .max { target = (rank, value) }
            if let rank = role.relation, rank < relation?.rank ?? .max { relation = (rank, value) }
        }
        guard subject != nil || target != nil else {
            visitContainer(object, context, &builder)
            return
        }
        guard let subject, let target, let relation else {
            guard !findsThingsOnly else { return }
            let missing = subject == nil ? "subject" : target == nil ? "object" : "relation"
            builder.report(.missingKey, "the triple has no \(missing)", at: tree.range(object))
            builder.reportSkipped("triple without its three parts", "", at: tree.range(object))
            return
        }
        var context = context
        var types: (subject: String?, object: String?) = (nil, nil)
        tree.forEachMember(object) { key, value in
            if value == subject.item || value == target.item || value == relation.item { return }
            let role = vocabulary.role(tree, key)
            if role.isSubjectType, isScalar(value) {
                types.subject = tree.text(value)
            } else if role.isObjectType, isScalar(value) {
                types.object = tree.text(value)
            } else if !findsThingsOnly, !context.take(role, tree, value, &builder) {
                context.attributes[role.name] = builder.value(tree, value)
            }
        }
        var objects = [target.item]
        if tree.kind(target.item) == .sequence {
            objects = []
            tree.forEachElement(target.item) { objects.append($0) }
        }
        add(subject.item, relation.item, objects, context, types, at: object, &builder)
    }

    /// What holds triples, and says what they have in common.
    private mutating func visitContainer(
        _ object: Int, _ context: TripleContext, _ builder: inout GraphBuilder
    ) {
        var context = context
        var inner: [Int] = []
        var others: [(key: Int, value: Int)] = []
        tree.forEachMember(object) { key, value in
            let role = vocabulary.role(tree, key)
            if role.isListOfEntities, tree.kind(value) == .sequence {
                tree.forEachElement(value) {
                    if let end = self.end($0, nil, &builder) { entities.append(end) }
                }
            } else if role.isContainer, !isScalar(value) {
                inner.append(value)
            } else if !findsThingsOnly, !context.take(role, tree, value, &builder) {
                others.append((key, value))
            }
        }
        guard !inner.isEmpty else {
            guard !findsThingsOnly, others.count > 0 || entities.isEmpty else { return }
            builder.report(
                .missingKey, "the object is no triple and holds none", at: tree.range(object),
                suggestion: "a triple has `subject`, `predicate` and `object`, or such keys")
            builder.reportSkipped("value that is no triple", "", at: tree.range(object))
            return
        }
        for (key, value) in others {
            if isScalar(value) {
                context.claim.attributes[tree.text(key)] = builder.value(tree, value)
                context.hasClaim = true
            } else {
                builder.reportSkipped("what stands beside triples", tree.text(key), at: tree.range(key))
            }
        }
        for item in inner { visit(item, context, &builder) }
    }

    // MARK: - Parts

    private mutating func add(
        _ subject: Int, _ relation: Int, _ objects: [Int], _ context: TripleContext,
        _ types: (subject: String?, object: String?) = (nil, nil), at item: Int, _ builder: inout GraphBuilder
    ) {
        let word = self.word(relation)
        for object in objects {
            guard let first = self.end(subject, types.subject, &builder),
                let last = self.end(object, types.object, &builder),
                let word
            else {
                guard !findsThingsOnly else { continue }
                builder.report(.missingKey, "a part of the triple is empty", at: tree.range(item))
                builder.reportSkipped("triple without its three parts", word ?? "", at: tree.range(item))
                continue
            }
            triples.append(
                Triple(
                    subject: first, relation: word, object: last, attributes: context.attributes,
                    valid: context.valid, claim: context.hasClaim ? context.claim : nil,
                    range: tree.range(item)))
        }
    }

    /// The relation's text, which may stand in an object.
    private func word(_ item: Int) -> String? {
        var item = item
        if tree.kind(item) == .mapping {
            guard
                let inner = tree.value(item, "text") ?? tree.value(item, "name") ?? tree.value(item, "label")
            else { return nil }
            item = inner
        }
        guard isScalar(item), tree.kind(item) != .null else { return nil }
        let text = CellValue.trimmed(tree.text(item))
        return text.isEmpty ? nil : text
    }

    /// A thing: a text, or an object with its name and perhaps its type.
    private func end(_ item: Int, _ type: String?, _ builder: inout GraphBuilder) -> TripleEnd? {
        let range = tree.range(item)
        guard tree.kind(item) == .mapping else {
            guard isScalar(item), tree.kind(item) != .null else { return nil }
            let text = CellValue.trimmed(tree.text(item))
            return text.isEmpty ? nil : TripleEnd(id: text, type: type, range: range)
        }
        var end = TripleEnd(id: "", type: type, range: range)
        tree.forEachMember(item) { key, value in
            let name = tree.text(key)
            let text = isScalar(value) && tree.kind(value) != .null ? CellValue.trimmed(tree.text(value)) : ""
            switch name {
            case "id" where !text.isEmpty: end.id = text
            case "name" where !text.isEmpty, "text" where !text.isEmpty, "mention" where !text.isEmpty:
                if end.name == nil {
                    end.name = text
                } else {
                    end.attributes[name] = builder.value(tree, value)
                }
            case "type" where !text.isEmpty, "kind" where !text.isEmpty, "label" where !text.isEmpty,
                "category" where !text.isEmpty:
                if end.type == nil {
                    end.type = text
                } else {
                    end.attributes[name] = builder.value(tree, value)
                }
            default: end.attributes[name] = builder.value(tree, value)
            }
        }
        if end.id.isEmpty {
            // A label alone is what the thing is called.
            guard let name = end.name ?? end.type else { return nil }
            if end.name == nil { end.type = type }
            end.id = name
        }
        return end
    }
}
