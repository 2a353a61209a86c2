import LinkChartModel

extension STIXReader {
    mutating func readEdges(into builder: inout GraphBuilder) {
        // What our own writer lets stand for a relationship is meant for it.
        for (id, said) in statements.sorted(by: { $0.key < $1.key }) {
            if let edge = ownIDs[id], edgeIDs.contains(edge) { statements[edge, default: []] += said }
        }
        forEachObject(into: &builder) { reader, builder, object in
            guard object.id != STIXVocabulary.programID, !STIXVocabulary.metaTypes.contains(object.type),
                reader.isCurrent(object, into: &builder)
            else { return }
            switch object.type {
            case "relationship": reader.readRelationship(object, into: &builder)
            case "sighting": reader.readSighting(object, into: &builder)
            default: reader.readReferences(of: object, into: &builder)
            }
        }
        records.close()
    }

    // MARK: - Relationships

    private mutating func readRelationship(_ object: STIXObject, into builder: inout GraphBuilder) {
        builder.count(edges: 1)
        let tree = object.tree
        let places = EdgePlaces(
            edge: tree.range(object.item),
            source: tree.value(object.item, "source_ref").map { tree.range($0) },
            target: tree.value(object.item, "target_ref").map { tree.range($0) },
            id: tree.range(object.idItem))
        guard let sourceItem = tree.value(object.item, "source_ref"),
            let targetItem = tree.value(object.item, "target_ref")
        else {
            builder.report(
                .missingKey, "a relationship needs `source_ref` and `target_ref`", at: tree.range(object.item)
            )
            builder.reportSkipped("edge with an error", object.id, at: tree.range(object.item))
            return
        }
        guard let source = end(tree, sourceItem, into: &builder),
            let target = end(tree, targetItem, into: &builder)
        else {
            builder.reportSkipped("edge with an error", object.id, at: tree.range(object.item))
            return
        }
        if let own = object.ownExtension {
            return readOwnEdge(object, own, from: source, to: target, at: places, into: &builder)
        }
        let type = object.text("relationship_type") ?? "related-to"
        guard let relation = relation(type, from: source, to: target, object, into: &builder) else { return }
        var record = EdgeRecord(from: source, relation, to: target)
        record.id = object.id
        readDetails(of: object, without: ["source_ref", "target_ref"], into: &record, &builder)
        record.claims = claims(of: object, &builder)
        builder.count(claims: record.claims.count)
        builder.addEdge(record, at: places)
    }

    /// The relation that a type of relationship means between two nodes.
    private func relation(
        _ type: String, from source: NodeIndex, to target: NodeIndex, _ object: STIXObject,
        into builder: inout GraphBuilder
    ) -> RelationID? {
        let ontology = builder.graph.ontology
        let kinds = (builder.graph.kind(of: source), builder.graph.kind(of: target))
        let found =
            STIXVocabulary.relation(type, from: kinds.0, to: kinds.1, in: ontology)
            ?? ontology.relation(named: "relatedTo")
        guard let found else {
            builder.report(
                .unknownRelation, "the ontology has no relation for `\(type)`",
                at: object.tree.range(object.item))
            builder.reportSkipped("edge without a relation", object.id, at: object.tree.range(object.item))
            return nil
        }
        builder.reportRelation(type, found, at: object.tree.range(object.item))
        return found
    }

    /// The node at an end; one that no input defines is made, of the kind that its identifier tells.
    ///
    /// An end that is itself a relationship is stood for by a proposition: that the relationship holds.
    private mutating func end(_ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder)
        -> NodeIndex?
    {
        guard tree.kind(item) == .string else {
            builder.reportWrongType(tree, item, "a reference must be the identifier of an object")
            return nil
        }
        let id = tree.text(item)
        if let node = node(id, builder.graph) { return node }
        if builder.rejectedNodes.contains(id) { return nil }
        let ontology = builder.graph.ontology
        let isEdge = edgeIDs.contains(id)
        let type = STIXIdentifier.type(of: id)
        let name = isEdge ? "Proposition" : type.map { STIXVocabulary.kind(ofType: $0) } ?? "Entity"
        guard !id.isEmpty, let kind = ontology.kind(named: name) ?? ontology.kind(named: "Entity") else {
            return builder.node(id: id, at: tree.range(item))
        }
        var record = NodeRecord(id: id, kind: kind)
        record.subtype = type
        if isEdge {
            record.attributes["edge"] = .string(id)
        } else {
            builder.reportMissingNode(
                id, kind: ontology[kind].name, "among the objects", at: tree.range(item))
        }
        return builder.addNode(record, at: tree.range(item))
    }

    /// The node of an identifier of STIX, which our own writer may have made of another one.
    func node(_ id: String, _ graph: Graph) -> NodeIndex? { graph.node(id: ownIDs[id] ?? id) }

    /// What a relationship or a sighting says beside its ends, its author and its sources.
    private mutating func readDetails(
        of object: STIXObject, without taken: Set<String>, into record: inout EdgeRecord,
        _ builder: inout GraphBuilder
    ) {
        let tree = object.tree
        tree.forEachMember(object.item) { key, value in
            let name = tree.text(key)
            switch name {
            case "id", "type": return
            case "description" where tree.kind(value) == .string && tree.text(value) != "": return
            case "external_references" where tree.kind(value) == .sequence: return
            case "spec_version" where tree.isText(value, "2.1"): return
            case "extensions" where tree.kind(value) == .mapping:
                keepForeignExtensions(tree, value, in: &record.attributes, &builder)
            case let name where taken.contains(name): return
            default: record.attributes[name] = builder.value(tree, value)
            }
        }
        let start = object.text("start_time") ?? object.text("first_seen")
        let stop = object.text("stop_time") ?? object.text("last_seen")
        record.valid = STIXVocabulary.validity(from: start, to: stop)
    }

    // MARK: - Sightings

    /// An edge from each place that saw something, or else from who says so; a node if there is nobody.
    private mutating func readSighting(_ object: STIXObject, into builder: inout GraphBuilder) {
        let tree = object.tree
        guard let sighted = tree.value(object.item, "sighting_of_ref") else {
            builder.report(.missingKey, "a sighting needs `sighting_of_ref`", at: tree.range(object.item))
            builder.reportSkipped("edge with an error", object.id, at: tree.range(object.item))
            return
        }
        guard let target = end(tree, sighted, into: &builder) else {
            builder.reportSkipped("edge with an error", object.id, at: tree.range(object.item))
            return
        }
        var witnesses: [Int] = []
        if let refs = tree.value(object.item, "where_sighted_refs") {
            tree.forEachElement(refs) { witnesses.append($0) }
        }
        if witnesses.isEmpty, let author = tree.value(object.item, "created_by_ref") { witnesses = [author] }
        if witnesses.isEmpty, let seen = tree.value(object.item, "observed_data_refs") {
            tree.forEachElement(seen) { witnesses.append($0) }
        }
        var isFirst = true
        for witness in witnesses {
            guard let source = end(tree, witness, into: &builder) else { continue }
            builder.count(edges: 1)
            guard let relation = reporting(from: source, to: target, in: builder.graph) else { continue }
            var record = EdgeRecord(from: source, relation, to: target)
            record.id = isFirst ? object.id : nil
            record.isParallel = true
            record.attributes["relationship_type"] = "sighting"
            if !isFirst { record.attributes["sighting"] = .string(object.id) }
            readDetails(of: object, without: ["sighting_of_ref"], into: &record, &builder)
            record.claims = claims(of: object, &builder)
            builder.count(claims: record.claims.count)
            builder.addEdge(
                record, at: EdgePlaces(edge: tree.range(object.item), id: tree.range(object.idItem)))
            isFirst = false
        }
        if isFirst {
            builder.reportSkipped(
                "sighting that names nobody who saw it", object.id, at: tree.range(object.item))
            builder.report(
                .missingKey, "the sighting names nobody who saw it", at: tree.range(object.item),
                suggestion: "give it `where_sighted_refs` or `created_by_ref`", severity: .warning)
        }
    }

    /// `reportsOn` where it fits, otherwise `relatedTo`.
    private func reporting(from source: NodeIndex, to target: NodeIndex, in graph: Graph) -> RelationID? {
        let ontology = graph.ontology
        if let reports = ontology.relation(named: "reportsOn"),
            ontology.allows(graph.kind(of: source), reports, graph.kind(of: target))
        {
            return reports
        }
        return ontology.relation(named: "relatedTo")
    }

    // MARK: - References

    /// The references that an object embeds, as edges.
    private mutating func readReferences(of object: STIXObject, into builder: inout GraphBuilder) {
        guard let source = node(object.id, builder.graph), builder.graph.node(id: object.id) != nil else {
            return
        }
        readReferences(object.tree, object.item, path: "", of: object, source, into: &builder)
    }

    private mutating func readReferences(
        _ tree: DocumentTree, _ mapping: Int, path: String, of object: STIXObject, _ source: NodeIndex,
        into builder: inout GraphBuilder
    ) {
        tree.forEachMember(mapping) { key, value in
            let name = tree.text(key)
            guard !STIXVocabulary.isHousekeeping(name), name != STIXVocabulary.extensionID else { return }
            // Observed data of STIX 2.0 number their objects among themselves.
            if name == "objects" && object.type == "observed-data" { return }
            // Our own writer makes relationships of what custom properties refer to.
            if path.isEmpty, object.isRewritten, STIXProperties.table[object.type]?[name] == nil { return }
            let place = path.isEmpty ? name : path + "." + name
            let isReference = name.hasSuffix("_ref") || name.hasSuffix("_refs")
            switch tree.kind(value) {
            case .string where isReference:
                readReference(tree, value, named: place, of: object, source, into: &builder)
            case .sequence:
                tree.forEachElement(value) { element in
                    if tree.kind(element) == .mapping {
                        readReferences(tree, element, path: place, of: object, source, into: &builder)
                    } else if isReference {
                        readReference(tree, element, named: place, of: object, source, into: &builder)
                    }
                }
            case .mapping: readReferences(tree, value, path: place, of: object, source, into: &builder)
            default: break
            }
        }
    }

    private mutating func readReference(
        _ tree: DocumentTree, _ item: Int, named property: String, of object: STIXObject, _ source: NodeIndex,
        into builder: inout GraphBuilder
    ) {
        let id = tree.text(item)
        guard STIXIdentifier.type(of: id) != nil else {
            builder.report(
                .badIdentifier, "`\(property)` must hold identifiers of STIX, not `\(id)`",
                at: tree.range(item))
            return
        }
        // A statement on a relationship is a claim of it.
        if property == "object_refs", edgeIDs.contains(ownIDs[id] ?? id), object.type != "note",
            STIXVocabulary.statements.contains(object.type)
        {
            return
        }
        builder.count(edges: 1)
        guard let target = end(tree, item, into: &builder) else {
            builder.reportSkipped(
                "edge with an error", "\(object.id) \(property) \(id)", at: tree.range(item))
            return
        }
        let ontology = builder.graph.ontology
        let isStatement = STIXVocabulary.statements.contains(object.type) && property == "object_refs"
        let found =
            isStatement
            ? reporting(from: source, to: target, in: builder.graph) : ontology.relation(named: "relatedTo")
        guard let found else {
            builder.reportSkipped(
                "edge without a relation", "\(object.id) \(property) \(id)", at: tree.range(item))
            return
        }
        var record = EdgeRecord(from: source, found, to: target)
        record.attributes["property"] = .string(property)
        if let author = object.text("created_by_ref") {
            var claim = Claim(claimant: party(author, builder.graph))
            if isStatement { claim.source = .node(source) }
            record.claims = [claim]
            builder.count(claims: 1)
        }
        builder.reportNormalised("reference", property, to: ontology[found].name, at: tree.range(item))
        builder.addEdge(record, at: EdgePlaces(edge: tree.range(item), target: tree.range(item)))
    }
}
