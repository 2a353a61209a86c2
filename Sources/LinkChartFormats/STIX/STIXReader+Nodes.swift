import LinkChartModel

extension STIXReader {
    mutating func readNodes(into builder: inout GraphBuilder) {
        forEachObject(into: &builder) { reader, builder, object in
            guard !object.isEdge, !STIXVocabulary.metaTypes.contains(object.type),
                reader.isCurrent(object, into: &builder)
            else { return }
            reader.readNode(object, into: &builder)
        }
        for id in versions.keys { versions[id]?.isRead = false }
    }

    private mutating func readNode(_ object: STIXObject, into builder: inout GraphBuilder) {
        builder.count(nodes: 1)
        let tree = object.tree
        let own = object.ownExtension
        var record = NodeRecord(id: object.id, kind: KindID(rawValue: 0))
        record.subtype = object.type
        if let own { readOwn(tree, own, into: &record, &builder) }
        let stated = own.flatMap { tree.value($0, "kind") }.flatMap {
            builder.graph.ontology.kind(named: tree.text($0))
        }
        guard let kind = stated ?? kind(of: object, in: builder.graph.ontology) else {
            builder.rejectedNodes.insert(object.id)
            builder.report(
                .unknownKind, "the ontology has no kind for a \(object.type)", at: tree.range(object.item))
            builder.reportSkipped("node without a kind", object.id, at: tree.range(object.item))
            return
        }
        record.kind = kind
        readProperties(of: object, isOwn: own != nil, into: &record, &builder)
        guard let node = builder.addNode(record, at: tree.range(object.idItem), repetition: .isSameNode)
        else {
            return
        }
        if record.id != object.id { ownIDs[object.id] = record.id }
        if record.id == object.id, STIXVocabulary.statements.contains(object.type) {
            note(object, node, &builder)
        }
    }

    // MARK: - Kinds

    /// The kind of an object, by its type and by what it says of itself.
    private func kind(of object: STIXObject, in ontology: Ontology) -> KindID? {
        let name = STIXVocabulary.kind(ofType: object.type) { name in
            object.tree.value(object.item, name).map { object.tree.text($0) }
        }
        return ontology.kind(named: name) ?? ontology.kind(named: "Entity")
    }

    // MARK: - Properties

    /// What our own writer could not say otherwise.
    private func readOwn(
        _ tree: DocumentTree, _ own: Int, into record: inout NodeRecord, _ builder: inout GraphBuilder
    ) {
        // Our node has no subtype unless it says so: the type was made for STIX.
        record.subtype = nil
        tree.forEachMember(own) { key, value in
            switch tree.text(key) {
            case "id": record.id = tree.text(value)
            case "name": record.name = tree.text(value)
            case "aliases": record.aliases = builder.texts(tree, value, "aliases")
            case "subtype": record.subtype = tree.text(value)
            case "isSource": record.isSource = builder.flag(tree, value, "isSource") ?? false
            case "attributes": record.attributes = builder.attributes(tree, value)
            default: break
            }
        }
    }

    private mutating func readProperties(
        of object: STIXObject, isOwn: Bool, into record: inout NodeRecord, _ builder: inout GraphBuilder
    ) {
        let tree = object.tree
        let isRaw = !isOwn || object.ownExtension.flatMap { tree.value($0, "isRaw") } != nil
        if !isRaw { return nameOwn(object, &record) }
        if record.id != object.id { return nameOwn(object, &record) }
        var unknown: [String] = []
        if let own = object.ownExtension, let names = tree.value(own, "unknown") {
            tree.forEachElement(names) { unknown.append(tree.text($0)) }
        }
        tree.forEachMember(object.item) { key, value in
            let name = tree.text(key)
            switch name {
            case "id", "type": return
            case let name where unknown.contains(name): return
            case "name" where record.name == nil && tree.kind(value) == .string:
                record.name = tree.text(value)
                return
            case "spec_version" where tree.isText(value, "2.1"): return
            case "extensions" where tree.kind(value) == .mapping:
                keepForeignExtensions(tree, value, in: &record.attributes, &builder)
                return
            case let name where STIXVocabulary.aliasProperties.contains(name):
                readAliases(tree, value, of: object, named: name, into: &record, &builder)
                return
            // What our writer wrote otherwise than it was, it says beside it.
            case let name where isOwn && record.attributes[name] != nil: return
            default: record.attributes[name] = builder.value(tree, value)
            }
        }
        if isOwn, let subtype = STIXIdentifier(object.id)?.type, record.subtype == nil {
            record.subtype = subtype
        }
        if record.name == nil { record.name = Self.name(of: object) }
    }

    /// The name of a node of our own: its identifier where neither STIX nor the extension has another.
    private func nameOwn(_ object: STIXObject, _ record: inout NodeRecord) {
        if record.name == nil { record.name = object.text("name") }
        guard let aliases = object.tree.value(object.item, "aliases"), record.aliases.isEmpty else { return }
        object.tree.forEachElement(aliases) { record.aliases.append(object.tree.text($0)) }
    }

    /// Keeps the extensions that are not ours.
    func keepForeignExtensions(
        _ tree: DocumentTree, _ item: Int, in attributes: inout Attributes, _ builder: inout GraphBuilder
    ) {
        var rest: Attributes = [:]
        tree.forEachMember(item) { key, value in
            let id = tree.text(key)
            guard id != STIXVocabulary.extensionID, id != STIXVocabulary.foreignExtensionID else { return }
            rest[id] = builder.value(tree, value)
        }
        if !rest.isEmpty { attributes["extensions"] = .object(rest) }
    }

    /// Takes a list of other names. Where it is not the same once it is one of ours, it is kept as it was too.
    private func readAliases(
        _ tree: DocumentTree, _ item: Int, of object: STIXObject, named property: String,
        into record: inout NodeRecord, _ builder: inout GraphBuilder
    ) {
        guard tree.kind(item) == .sequence else {
            record.attributes[property] = builder.value(tree, item)
            return
        }
        let name = object.text("name")
        var isSame = property == "aliases" && record.aliases.isEmpty
        tree.forEachElement(item) { element in
            let alias = tree.text(element)
            if tree.kind(element) == .string, !alias.isEmpty, alias != name, !record.aliases.contains(alias) {
                record.aliases.append(alias)
            } else {
                isSame = false
            }
        }
        if !isSame { record.attributes[property] = builder.value(tree, item) }
    }

    /// What an object without a name may be called; nil if nothing in it will do.
    private static func name(of object: STIXObject) -> String? {
        var best: (rank: Int, text: String)?
        object.tree.forEachMember(object.item) { key, value in
            guard object.tree.kind(value) == .string,
                let rank = STIXVocabulary.nameProperties.firstIndex(of: object.tree.text(key)),
                rank < best?.rank ?? .max
            else { return }
            best = (rank, object.tree.text(value))
        }
        guard let text = best?.text else { return nil }
        return text.isEmpty ? nil : text
    }

    // MARK: - Statements

    /// Remembers which relationships an object speaks of, for their claims.
    private mutating func note(_ object: STIXObject, _ node: NodeIndex, _ builder: inout GraphBuilder) {
        guard object.type != "note", let refs = object.tree.value(object.item, "object_refs") else { return }
        var statement = Statement(node: node)
        statement.claimant = object.text("created_by_ref").map { .named($0) }
        if let authors = object.tree.value(object.item, "authors"), statement.claimant == nil {
            object.tree.forEachElement(authors) {
                if statement.claimant == nil { statement.claimant = .named(object.tree.text($0)) }
            }
        }
        statement.opinion = object.type == "opinion" ? object.text("opinion") : nil
        statement.text = object.text("explanation")
        let stated = object.text("published") ?? object.text("created")
        statement.date = stated.map { date($0, &builder, at: object.tree.range(object.item)) }
        object.tree.forEachElement(refs) { element in
            let id = object.tree.text(element)
            // A note may stand for a relationship in a bundle of our own; which one is known once all are read.
            if edgeIDs.contains(id) || id.hasPrefix("note--") {
                statements[id, default: []].append(statement)
            }
        }
    }

    /// The day of a timestamp, with its text.
    mutating func date(_ text: String, _ builder: inout GraphBuilder, at range: SourceRange?) -> RecordedDate
    {
        if let known = dates[text] { return RecordedDate(raw: text, date: known) }
        let recorded = RecordedDate(normalizing: text)
        if recorded.date == nil { builder.check(recorded, text, at: range) }
        if dates.count < 1 << 16 { dates[text] = .some(recorded.date) }
        return recorded
    }
}
