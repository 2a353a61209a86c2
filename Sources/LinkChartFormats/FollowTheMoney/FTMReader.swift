import LinkChartModel

/// Reads entities of FollowTheMoney, one a line or as an array: the `.jsonl` and `.ijson` of Aleph, OpenSanctions and
/// others.
///
/// Entities of edge schemata become edges between what their source and target properties name, other entities nodes;
/// properties that refer to entities become edges too. The datasets of an entity are the claimants of its edges. A
/// property of one value becomes that value, one of several a list; what several lines say of one entity is joined.
struct FTMReader: GraphFormatReader {
    private var records: JSONRecords
    private let model = FTMModel.current
    /// What nodes are called whose identifiers our own writer had to change.
    private var ids: [String: String] = [:]

    init(_ input: GraphInput) { records = JSONRecords(input) }

    mutating func readNodes(into builder: inout GraphBuilder) {
        var records = self.records
        records.forEach(into: &builder) { readNode($1, $2, into: &$0) }
        self.records = records
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        let reader = self
        records.forEach(into: &builder) { reader.readEdges($1, $2, into: &$0) }
        records.close()
    }

    // MARK: - Nodes

    private mutating func readNode(_ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder) {
        guard let entity = entity(tree, item, into: &builder, isReporting: true) else { return }
        for nested in entity.nested { readNode(tree, nested, into: &builder) }
        guard entity.ends == nil else { return }
        builder.count(nodes: 1)
        let ontology = builder.graph.ontology
        let name = model.kind(of: entity.schema, topics: entity.values("topics"))
        guard let kind = ontology.kind(named: name) ?? ontology.kind(named: "Entity") else {
            builder.rejectedNodes.insert(entity.id)
            builder.report(
                .unknownKind, "the ontology has no kind for a \(entity.schema)", at: tree.range(item))
            builder.reportSkipped("node without a kind", entity.id, at: tree.range(item))
            return
        }
        var record = NodeRecord(id: entity.id, kind: kind)
        record.subtype = entity.schema
        entity.describe(&record, in: model)
        if let own = entity.own { readOwn(tree, own, into: &record, &builder) }
        if record.id != entity.id { ids[entity.id] = record.id }
        guard let known = builder.graph.node(id: record.id), builder.graph.kind(of: known) == record.kind
        else {
            builder.addNode(record, at: tree.range(item), repetition: .isSameNode)
            return
        }
        join(record, with: known, into: &builder)
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

    /// Adds to a node what another line says of it: values are joined, and of two schemata the narrower one counts.
    private func join(_ record: NodeRecord, with known: NodeIndex, into builder: inout GraphBuilder) {
        // The graph is asked for each part: a view of the node would hold the graph, so that it had to be copied.
        let (oldName, oldSubtype) = (builder.graph.name(of: known), builder.graph.subtype(of: known))
        let isSource = builder.graph.isSource(known) || record.isSource
        var attributes = builder.graph.attributes(of: known)
        for (name, value) in record.attributes {
            guard let own = attributes[name], own != value else {
                attributes[name] = value
                continue
            }
            var values = FTMEntity.list(own)
            values += FTMEntity.list(value).filter { !values.contains($0) }
            attributes[name] = .list(values)
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
        let subtype = [oldSubtype, record.subtype].compactMap(\.self)
        let narrower = subtype.count == 2 ? model.narrower(subtype[0], subtype[1]) : nil
        builder.graph.updateNode(
            known, name: name, aliases: aliases, subtype: narrower ?? subtype.first, attributes: attributes,
            isSource: isSource)
        builder.count(mergedNodes: 1)
    }

    // MARK: - Edges

    private func readEdges(_ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder) {
        guard let entity = entity(tree, item, into: &builder, isReporting: false) else { return }
        for nested in entity.nested { readEdges(tree, nested, into: &builder) }
        if let ends = entity.ends {
            readEdge(entity, ends, at: tree.range(item), into: &builder)
        } else {
            readReferences(of: entity, into: &builder)
        }
    }

    private func readEdge(
        _ entity: FTMEntity, _ ends: (source: [FTMEntity.Reference], target: [FTMEntity.Reference]),
        at range: SourceRange, into builder: inout GraphBuilder
    ) {
        if let own = entity.own { return readOwnEdge(entity, own, ends, at: range, into: &builder) }
        let claims = claims(of: entity, into: &builder)
        let isOne = ends.source.count == 1 && ends.target.count == 1
        for source in ends.source {
            for target in ends.target {
                builder.count(edges: 1)
                guard let from = node(source, into: &builder), let to = node(target, into: &builder) else {
                    builder.reportSkipped("edge with an error", entity.id, at: range)
                    continue
                }
                guard
                    let relation = relation(
                        FTMModel.relations[entity.schema] ?? [], from: from, to: to, raw: entity.schema,
                        at: range,
                        into: &builder)
                else { continue }
                var record = EdgeRecord(from: from, relation, to: to)
                record.attributes["schema"] = .string(entity.schema)
                for (name, value) in entity.edgeAttributes(in: model) { record.attributes[name] = value }
                if isOne {
                    // What several lines say of one edge is joined, as with nodes.
                    if join(record, claims, entity.id, into: &builder) { continue }
                    record.id = entity.id
                } else {
                    record.attributes["id"] = .string(entity.id)
                    record.isParallel = true
                }
                record.valid = validity(of: entity, into: &builder)
                record.claims = claims
                builder.count(claims: claims.count)
                builder.addEdge(
                    record, at: EdgePlaces(edge: range, source: source.range, target: target.range))
            }
        }
    }

    private func readOwnEdge(
        _ entity: FTMEntity, _ own: Int,
        _ ends: (source: [FTMEntity.Reference], target: [FTMEntity.Reference]),
        at range: SourceRange, into builder: inout GraphBuilder
    ) {
        builder.count(edges: 1)
        let tree = entity.tree
        guard let first = ends.source.first, let last = ends.target.first,
            let source = node(first, into: &builder), let target = node(last, into: &builder),
            let item = tree.value(own, "relation"),
            let relation = builder.relation(named: tree.text(item), at: tree.range(item))
        else {
            builder.reportSkipped("edge with an error", entity.id, at: range)
            return
        }
        let isReversed = tree.value(own, "reversed") != nil
        var record =
            isReversed
            ? EdgeRecord(from: target, relation, to: source) : EdgeRecord(from: source, relation, to: target)
        record.isParallel = true
        builder.readOwnDetails(tree, own, into: &record)
        builder.addEdge(record, at: EdgePlaces(edge: range))
    }

    /// Adds attributes and claims to the edge that is there under an identifier, if its ends are the same.
    private func join(
        _ record: EdgeRecord, _ claims: [Claim], _ id: String, into builder: inout GraphBuilder
    ) -> Bool {
        guard let edge = builder.graph.edge(id: id) else { return false }
        guard builder.graph.hasOwnID(edge), record.hasEnds(of: edge, in: builder.graph) else { return false }
        let old = Set(builder.graph.claims(of: edge))
        let new = claims.filter { !old.contains($0) }
        builder.graph.mergeAttributes(record.attributes, into: edge)
        for claim in new { builder.graph.addClaim(claim, to: edge) }
        builder.count(claims: claims.count, mergedEdges: 1)
        return true
    }

    /// Properties that refer to entities.
    private func readReferences(of entity: FTMEntity, into builder: inout GraphBuilder) {
        guard !entity.references.isEmpty,
            let source = builder.graph.node(id: ids[entity.id] ?? entity.id)
        else { return }
        let claims = claims(of: entity, into: &builder)
        for reference in entity.references {
            builder.count(edges: 1)
            guard let target = node(reference, into: &builder),
                let relation = relation(
                    FTMModel.propertyRelations[reference.property] ?? [], from: source, to: target,
                    raw: reference.property, at: reference.range, into: &builder)
            else {
                builder.reportSkipped(
                    "edge with an error", "\(entity.id) \(reference.property) \(reference.id)",
                    at: reference.range)
                continue
            }
            var record = EdgeRecord(from: source, relation, to: target)
            record.attributes["property"] = .string(reference.property)
            record.claims = claims
            builder.count(claims: claims.count)
            builder.addEdge(record, at: EdgePlaces(edge: reference.range, target: reference.range))
        }
    }

    /// The node that a reference means; one that no line defines is made, of the kind that the property demands.
    private func node(_ reference: FTMEntity.Reference, into builder: inout GraphBuilder) -> NodeIndex? {
        if let node = builder.graph.node(id: ids[reference.id] ?? reference.id) { return node }
        if builder.rejectedNodes.contains(reference.id) { return nil }
        let ontology = builder.graph.ontology
        let name = reference.schema.map { model.kind(of: $0) } ?? "Entity"
        guard !reference.id.isEmpty, let kind = ontology.kind(named: name) ?? ontology.kind(named: "Entity")
        else {
            return builder.node(id: reference.id, at: reference.range)
        }
        builder.reportMissingNode(
            reference.id, kind: ontology[kind].name, "among the entities", at: reference.range)
        return builder.addNode(NodeRecord(id: reference.id, kind: kind), at: reference.range)
    }

    /// The first of the relations that fits, or `relatedTo`.
    private func relation(
        _ names: [String], from source: NodeIndex, to target: NodeIndex, raw: String, at range: SourceRange,
        into builder: inout GraphBuilder
    ) -> RelationID? {
        let ontology = builder.graph.ontology
        let kinds = (builder.graph.kind(of: source), builder.graph.kind(of: target))
        let fitting = names.lazy.compactMap { ontology.relation(named: $0) }
            .first { ontology.allows(kinds.0, $0, kinds.1) }
        guard let found = fitting ?? ontology.relation(named: "relatedTo") else {
            builder.report(.unknownRelation, "the ontology has no relation for `\(raw)`", at: range)
            builder.reportSkipped("edge without a relation", raw, at: range)
            return nil
        }
        builder.reportRelation(raw, found, at: range)
        return found
    }

    /// When an edge holds: from its start to its end, or at its date.
    private func validity(of entity: FTMEntity, into builder: inout GraphBuilder) -> RecordedDate? {
        let (start, end) = (entity.values("startDate").first, entity.values("endDate").first)
        guard start != nil || end != nil else {
            return entity.values("date").first.map { builder.date($0, at: entity.tree.range(entity.item)) }
        }
        let day = { (text: String?) in
            text.map { RecordedDate(normalizing: $0).date?.description ?? "" } ?? ".."
        }
        guard let date = try? EDTFDate("\(day(start))/\(day(end))") else {
            return builder.date("\(start ?? "..")/\(end ?? "..")", at: entity.tree.range(entity.item))
        }
        return RecordedDate(date: date)
    }

    /// One claim by each dataset; one by nobody if there is only a source.
    private func claims(of entity: FTMEntity, into builder: inout GraphBuilder) -> [Claim] {
        var base = Claim()
        if let proof = entity.values("proof").first {
            base.source = builder.graph.node(id: proof).map { .node($0) } ?? .named(proof)
        } else if let url = entity.values("sourceUrl").first {
            base.source = .named(url)
        }
        base.locator = entity.values("recordId").first.map { Locator($0) }
        if let day = entity.values("retrievedAt").first ?? entity.values("modifiedAt").first {
            base.date = RecordedDate(normalizing: day)
        }
        guard !entity.datasets.isEmpty else { return base.source == nil ? [] : [base] }
        return entity.datasets.map { dataset in
            var claim = base
            claim.claimant = .named(dataset)
            return claim
        }
    }

    // MARK: - Entities

    private func entity(
        _ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder, isReporting: Bool
    ) -> FTMEntity? {
        guard tree.kind(item) == .mapping else {
            if isReporting {
                builder.reportWrongType(tree, item, "an entity must be an object of JSON")
                builder.reportSkipped("entity that is none", tree.text(item), at: tree.range(item))
            }
            return nil
        }
        let entity = FTMEntity(tree, item, model, into: &builder, isReporting: isReporting)
        if entity == nil, isReporting {
            let name = tree.value(item, "id") == nil ? "id" : "schema"
            builder.report(.missingKey, "an entity needs a text under `\(name)`", at: tree.range(item))
            builder.reportSkipped("entity without an identifier or a schema", "", at: tree.range(item))
        }
        return entity
    }
}
