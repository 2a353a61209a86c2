import LinkChartModel

/// Entities of edge schemata, and properties that refer to entities.
extension FTMReader {
    mutating func readEdges(_ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder) {
        let scope: FTMEntity.Scope = isEdge(tree, item) ? .everything : .references
        guard let entity = entity(tree, item, scope, into: &builder, isReporting: false) else { return }
        for nested in entity.nested { readEdges(tree, nested, into: &builder) }
        guard let ends = entity.ends else { return readReferences(of: entity, into: &builder) }
        if let own = entity.own {
            readOwnEdge(entity, own, ends, into: &builder)
            return
        }
        let claims = claims(of: entity, into: &builder)
        if fragments.collect(entity, claims, in: model) { return }
        if entity.isWholeEdge {
            readEdge(entity, claims, into: &builder)
        } else {
            readReferences(of: entity, into: &builder)
        }
    }

    func readEdge(_ entity: FTMEntity, _ claims: [Claim], into builder: inout GraphBuilder) {
        guard let ends = entity.ends else { return }
        let range = entity.range
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
                        at: range, into: &builder)
                else { continue }
                var record = EdgeRecord(from: from, relation, to: to)
                record.attributes["schema"] = .string(entity.schema)
                for (name, value) in entity.edgeAttributes(in: model) { record.attributes[name] = value }
                if isOne {
                    // What several files say of one edge is joined.
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

    func readOwnEdge(
        _ entity: FTMEntity, _ own: Int,
        _ ends: (source: [FTMEntity.Reference], target: [FTMEntity.Reference]),
        into builder: inout GraphBuilder
    ) {
        builder.count(edges: 1)
        let (tree, range) = (entity.tree, entity.range)
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
    func join(
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
    func readReferences(of entity: FTMEntity, into builder: inout GraphBuilder) {
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
    func node(_ reference: FTMEntity.Reference, into builder: inout GraphBuilder) -> NodeIndex? {
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
    func relation(
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
    func validity(of entity: FTMEntity, into builder: inout GraphBuilder) -> RecordedDate? {
        let (start, end) = (entity.values("startDate").first, entity.values("endDate").first)
        guard start != nil || end != nil else {
            return entity.values("date").first.map { builder.date($0, at: entity.range) }
        }
        let day = { (text: String?) in
            text.map { RecordedDate(normalizing: $0).date?.description ?? "" } ?? ".."
        }
        guard let date = try? EDTFDate("\(day(start))/\(day(end))") else {
            return builder.date("\(start ?? "..")/\(end ?? "..")", at: entity.range)
        }
        return RecordedDate(date: date)
    }

    /// One claim by each dataset; one by nobody if there is only a source.
    func claims(of entity: FTMEntity, into builder: inout GraphBuilder) -> [Claim] {
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
}
