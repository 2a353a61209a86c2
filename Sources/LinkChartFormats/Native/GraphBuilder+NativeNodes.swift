import LinkChartModel

extension GraphBuilder {
    /// Reads a node or a source of the native format.
    mutating func readNode(_ tree: DocumentTree, _ item: Int, isSource: Bool) {
        let what = isSource ? "a source" : "a node"
        guard tree.kind(item) == .mapping else {
            reportWrongType(
                tree, item, "\(what) must be a mapping", suggestion: "write `{id: …, kind: …, name: …}`")
            return
        }
        count(nodes: 1)
        var id: Int?
        var kind: Int?
        var name: Int?
        var aliases: Int?
        var subtype: Int?
        var own: Int?
        var others: [Int] = []
        tree.forEachMember(item) { key, _ in
            let value = key + 1
            switch NativeKey(tree, key) {
            case .id: id = value
            case .kind: kind = value
            case .name: name = value
            case .title where isSource: name = value
            case .aliases: aliases = value
            case .subtype: subtype = value
            case .attributes: own = key
            default: others.append(key)
            }
        }
        var attributes: Attributes = [:]
        // In the order of the file: a source's metadata and its `attributes` may alternate.
        for key in (others + (own.map { [$0] } ?? [])).sorted() {
            let value = key + 1
            if key == own {
                let members = self.attributes(tree, value)
                for (name, value) in members where attributes[name] == nil { attributes[name] = value }
                continue
            }
            let isMetadata = isSource && NativeKey.metadata.contains(tree.text(key))
            if !isMetadata {
                reportUnknownKey(
                    tree, key, in: isSource ? NativeKey.ofSource : NativeKey.ofNode,
                    and: isSource ? NativeKey.metadata : [], of: what)
            }
            keep(tree, value, as: tree.text(key), in: &attributes)
        }
        guard let id, let identifier = text(tree, id, "id") else {
            if id == nil || id.map({ tree.kind($0) == .null }) == true {
                report(
                    .missingKey, "\(what) needs a key `id`", at: tree.range(item),
                    suggestion: Self.suggestedID(tree, name))
            }
            return
        }
        guard let kindID = readKind(tree, kind, of: item, isSource: isSource) else {
            rejectedNodes.insert(identifier)
            reportSkipped("node without a kind of the ontology", identifier, at: tree.range(id))
            return
        }
        var record = NodeRecord(id: identifier, kind: kindID, name: name.flatMap { text(tree, $0, "name") })
        if let aliases { record.aliases = texts(tree, aliases, "aliases") }
        if let subtype { record.subtype = text(tree, subtype, "subtype") }
        record.attributes = attributes
        record.isSource = isSource
        checkDate(of: record, tree, item)
        addNode(record, at: tree.range(id), kindAt: kind.map { tree.range($0) })
    }

    private static func suggestedID(_ tree: DocumentTree, _ name: Int?) -> String? {
        guard let name else { return nil }
        let slug = Graph.slug(tree.text(name))
        return slug.isEmpty ? nil : "such as `id: \(slug)`"
    }

    private mutating func readKind(
        _ tree: DocumentTree, _ kind: Int?, of item: Int, isSource: Bool
    ) -> KindID? {
        if let kind, tree.kind(kind) != .null {
            return text(tree, kind, "kind").flatMap { self.kind(named: $0, at: tree.range(kind)) }
        }
        if isSource, let document = graph.ontology.kind(named: "Document") { return document }
        let hasEntity = graph.ontology.kind(named: "Entity") != nil
        report(
            .missingKey, "a node needs a key `kind`", at: tree.range(item),
            suggestion: hasEntity ? "write `kind: Entity` if it is not known" : nil)
        return nil
    }

    /// Events and documents keep their date as an attribute, which slices in time read.
    private mutating func checkDate(of record: NodeRecord, _ tree: DocumentTree, _ item: Int) {
        guard let text = record.attributes["date"]?.string else { return }
        let date = RecordedDate(normalizing: text)
        guard let remark = date.remark, remark.isWarning else { return }
        var range: SourceRange?
        tree.forEachMember(item) { key, value in
            if tree.isText(key, "date") { range = tree.range(value) }
            if tree.isText(key, "attributes"), let date = tree.value(value, "date") {
                range = tree.range(date)
            }
        }
        check(date, text, at: range)
    }
}
