import LinkChartModel

/// Reads entities of FollowTheMoney, one a line or as an array: the `.jsonl` and `.ijson` of Aleph, OpenSanctions and
/// others.
///
/// Entities of edge schemata become edges between what their source and target properties name, other entities nodes;
/// properties that refer to entities become edges too. The datasets of an entity are the claimants of its edges. A
/// property of one value becomes that value, one of several a list; what several lines say of one entity is joined,
/// even where each lacks one end of an edge.
struct FTMReader: GraphFormatReader {
    private var records: JSONRecords
    let model = FTMModel.current
    /// What nodes are called whose identifiers our own writer had to change.
    var ids: [String: String] = [:]
    var fragments = FTMFragments()

    init(_ input: GraphInput) { records = JSONRecords(input) }

    mutating func readNodes(into builder: inout GraphBuilder) {
        var records = self.records
        records.forEach(into: &builder) { readNode($1, $2, into: &$0) }
        self.records = records
        for entity in fragments.takeLone() {
            reportMissingEnd(of: entity, into: &builder)
            addNode(entity, into: &builder)
        }
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        var records = self.records
        records.forEach(into: &builder) { readEdges($1, $2, into: &$0) }
        records.close()
        self.records = records
        for edge in fragments.takeCollected() {
            builder.count(edges: edge.lines - 1, mergedEdges: edge.lines - 1)
            readEdge(edge.entity, edge.claims, into: &builder)
        }
    }

    // MARK: - Nodes

    private mutating func readNode(_ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder) {
        let scope: FTMEntity.Scope = isEdge(tree, item) ? .references : .everything
        guard let entity = entity(tree, item, scope, into: &builder, isReporting: true) else { return }
        for nested in entity.nested { readNode(tree, nested, into: &builder) }
        guard entity.ends == nil else {
            if entity.own != nil { return }
            // What lacks an end may have to become a node.
            let whole =
                entity.isWholeEdge
                ? entity : self.entity(tree, item, .everything, into: &builder, isReporting: false)
            if let whole { fragments.note(whole, in: model) }
            return
        }
        addNode(entity, into: &builder)
    }

    private func reportMissingEnd(of entity: FTMEntity, into builder: inout GraphBuilder) {
        guard let edge = model[entity.schema]?.edge, let ends = entity.ends else { return }
        let missing = ends.source.isEmpty ? edge.source : edge.target
        builder.report(
            .missingKey, "the \(entity.schema) `\(entity.id)` has no `\(missing)`; it is kept as a node",
            at: entity.range, severity: .warning)
    }

    private mutating func addNode(_ entity: FTMEntity, into builder: inout GraphBuilder) {
        builder.count(nodes: 1)
        let ontology = builder.graph.ontology
        let name = model.kind(of: entity.schema, topics: entity.values("topics"))
        guard let kind = ontology.kind(named: name) ?? ontology.kind(named: "Entity") else {
            builder.rejectedNodes.insert(entity.id)
            builder.report(
                .unknownKind, "the ontology has no kind for a \(entity.schema)", at: entity.range)
            builder.reportSkipped("node without a kind", entity.id, at: entity.range)
            return
        }
        var record = NodeRecord(id: entity.id, kind: kind)
        record.subtype = entity.schema
        entity.describe(&record, in: model)
        if let own = entity.own { readOwn(entity.tree, own, into: &record, &builder) }
        if record.id != entity.id { ids[entity.id] = record.id }
        guard let known = builder.graph.node(id: record.id),
            join(record, isOwn: entity.own != nil, with: known, into: &builder)
        else {
            builder.addNode(record, at: entity.range, repetition: .isSameNode)
            return
        }
    }

    /// What our own writer could not say otherwise.
    private func readOwn(
        _ tree: DocumentTree, _ own: Int, into record: inout NodeRecord, _ builder: inout GraphBuilder
    ) {
        record.subtype = nil
        record.name = nil
        record.aliases = []
        record.attributes = [:]
        tree.forEachMember(own) { key, value in
            switch tree.text(key) {
            case "kind":
                if let kind = builder.kind(named: tree.text(value), at: tree.range(value)) {
                    record.kind = kind
                }
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

    /// Adds to a node what another line says of it: values are joined, and it is of the schema that is both of theirs.
    ///
    /// - Returns: false, with nothing added, if there is none, or the kind that it has can't be had.
    private func join(
        _ record: NodeRecord, isOwn: Bool, with known: NodeIndex, into builder: inout GraphBuilder
    ) -> Bool {
        // The graph is asked for each part: a view of the node would hold the graph, so that it had to be copied.
        let (oldName, oldSubtype) = (builder.graph.name(of: known), builder.graph.subtype(of: known))
        var attributes = builder.graph.attributes(of: known)
        for (name, value) in record.attributes { attributes.join(value, as: name) }
        let schemata = [oldSubtype, record.subtype].compactMap(\.self)
        let common = schemata.count == 2 ? model.common(schemata[0], schemata[1]) : schemata.first
        if isOwn || common == nil || model[common ?? ""] == nil {
            guard builder.graph.kind(of: known) == record.kind else { return false }
        } else if let common {
            guard takeKind(of: common, topics: attributes["topics"], known, into: &builder) else {
                return false
            }
        }
        var aliases = builder.graph.aliases(of: known)
        var name: String?
        if let other = record.name, other != oldName {
            if oldName == builder.graph.id(of: known) {
                name = other
            } else if !aliases.contains(other) {
                aliases.append(other)
            }
        }
        aliases += record.aliases.filter { $0 != oldName && !aliases.contains($0) }
        builder.graph.updateNode(
            known, name: name, aliases: aliases, subtype: common ?? schemata.first, attributes: attributes,
            isSource: builder.graph.isSource(known) || record.isSource)
        builder.count(mergedNodes: 1)
        return true
    }

    /// Gives a node the kind that an entity of a schema has; false if it can't be of that kind.
    private func takeKind(
        of schema: String, topics: AttributeValue?, _ node: NodeIndex, into builder: inout GraphBuilder
    ) -> Bool {
        var texts: [String] = []
        if case .list(let values)? = topics { texts = values.compactMap(\.string) }
        if let text = topics?.string { texts = [text] }
        let ontology = builder.graph.ontology
        guard
            let kind = ontology.kind(named: model.kind(of: schema, topics: texts))
                ?? ontology.kind(named: "Entity")
        else { return false }
        return (try? builder.graph.changeKind(of: node, to: kind)) != nil
    }

    // MARK: - Entities

    /// Whether an item is of a schema of edges.
    func isEdge(_ tree: DocumentTree, _ item: Int) -> Bool {
        tree.value(item, "schema").map { model[tree.text($0)]?.edge != nil } ?? false
    }

    func entity(
        _ tree: DocumentTree, _ item: Int, _ scope: FTMEntity.Scope, into builder: inout GraphBuilder,
        isReporting: Bool
    ) -> FTMEntity? {
        guard tree.kind(item) == .mapping else {
            if isReporting {
                builder.reportWrongType(tree, item, "an entity must be an object of JSON")
                builder.reportSkipped("entity that is none", tree.text(item), at: tree.range(item))
            }
            return nil
        }
        let entity = FTMEntity(tree, item, model, scope, into: &builder, isReporting: isReporting)
        if entity == nil, isReporting {
            let name = tree.value(item, "id") == nil ? "id" : "schema"
            builder.report(.missingKey, "an entity needs a text under `\(name)`", at: tree.range(item))
            builder.reportSkipped("entity without an identifier or a schema", "", at: tree.range(item))
        }
        return entity
    }
}
