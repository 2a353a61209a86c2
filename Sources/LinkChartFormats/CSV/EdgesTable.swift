internal import LinkChartModel

/// Reads a table with an edge, or a claim of one, a row.
///
/// Rows with the same source, relation, target and validity are one edge with several claims. What they say of the edge
/// itself is gathered on it; a value that differs from row to row belongs to the claims.
struct EdgesTable {
    let columns: EdgesTableColumns
    var rows: TableRows
    private var relations: [String: RelationReading] = [:]
    /// The parties and the dates of earlier rows, for few texts are repeated as often.
    var parties: [String: Party] = [:]
    var dates: [String: RecordedDate] = [:]
    private var edgeOfID: [String: EdgeIndex] = [:]
    private var parallels: [ParallelKey: EdgeIndex] = [:]
    /// Nodes that only edges name, and where the first one does.
    private var missing: [String] = []
    private var missingCount = 0
    private var firstMissing: SourceRange?

    /// What the text of a relation's cell means.
    private enum RelationReading {
        /// The relation, and its name if it is written in another way.
        case known(RelationID, canonical: String?)
        /// No relation of the ontology.
        case unknown
        /// Whether an edge has a direction, as some programs call its type.
        case directedness
    }

    /// An edge beside another of the same ends, relation and validity.
    private struct ParallelKey: Hashable {
        var source: NodeIndex
        var relation: RelationID
        var target: NodeIndex
        var valid: String
        var number: String
    }

    init(_ file: UnsafeRawBufferPointer, _ opening: TableOpening) {
        columns = EdgesTableColumns(opening.header)
        rows = TableRows(file, opening)
    }

    // MARK: - Nodes

    /// Whether the table says anything of nodes but their identifiers.
    var describesNodes: Bool {
        columns.sourceKind >= 0 || columns.targetKind >= 0 || columns.sourceName >= 0
            || columns.targetName >= 0
    }

    /// Adds the nodes of which the table tells kind or name.
    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let unstated = builder.untypedKind() else { return }
        var kinds: [String: KindID?] = [:]
        // What is wrong with rows is reported when the edges are read.
        while rows.nextSilently() {
            for (end, kindColumn, nameColumn) in [
                (columns.source, columns.sourceKind, columns.sourceName),
                (columns.target, columns.targetKind, columns.targetName),
            ] {
                let kindText = rows.text(kindColumn)
                let name = rows.text(nameColumn)
                guard kindText != nil || name != nil, let id = rows.text(end) else { continue }
                var record = NodeRecord(id: id, kind: unstated, name: name)
                if let text = kindText {
                    if kinds[text] == nil {
                        kinds[text] = .some(builder.statedKind(text, at: rows.range(kindColumn)))
                    }
                    if case .some(.some(let kind)) = kinds[text] {
                        record.kind = kind
                    } else {
                        record.attributes["rawKind"] = .string(text)
                    }
                }
                if let node = builder.graph.node(id: id) {
                    let saysNothingNew =
                        builder.graph.kind(of: node) == record.kind
                        && (name == nil || name == builder.graph.name(of: node))
                        && record.attributes.isEmpty
                    if saysNothingNew { continue }
                }
                builder.addNode(
                    record, at: rows.range(end), kindAt: kindText == nil ? nil : rows.range(kindColumn),
                    repetition: .isSameNode)
            }
        }
    }

    // MARK: - Edges

    /// Adds the edges to the graph, with their claims.
    mutating func readEdges(into builder: inout GraphBuilder) {
        guard let kind = builder.untypedKind(), let untyped = builder.untypedRelation() else { return }
        let definesNodes = builder.graph.nodeCount > 0
        while rows.next(&builder) {
            builder.count(edges: 1)
            guard let source = end(columns.source, "source", kind, definesNodes, &builder),
                let target = end(columns.target, "target", kind, definesNodes, &builder)
            else {
                builder.reportSkipped("edge without source or target", "", at: rows.place)
                continue
            }
            readEdge(from: source, to: target, untyped: untyped, into: &builder)
        }
        reportMissing(to: &builder)
    }

    /// The node at an end of the edge, a new one if need be; nil, with a diagnostic, if the cell is empty.
    private mutating func end(
        _ column: Int, _ name: String, _ kind: KindID, _ definesNodes: Bool, _ builder: inout GraphBuilder
    ) -> NodeIndex? {
        let known = rows.withBytes(column) { builder.graph.node(idBytes: $0) }
        switch known {
        case .some(.some(let node)): return node
        case .none:
            builder.report(
                .emptyCell, "the edge has no \(name)", at: rows.range(column),
                suggestion: "every row needs a source and a target")
            return nil
        case .some(.none):
            let id = rows.text(column) ?? ""
            let range = rows.range(column)
            if definesNodes { noteMissing(id, at: range, &builder) }
            return builder.addNode(NodeRecord(id: id, kind: kind), at: range)
        }
    }

    private mutating func noteMissing(_ id: String, at range: SourceRange, _ builder: inout GraphBuilder) {
        if builder.options.isStrict {
            builder.report(
                .missingNode, "no table of nodes has `\(id)`", at: range,
                suggestion: "add a row for it", severity: .error)
            return
        }
        missingCount += 1
        if firstMissing == nil { firstMissing = range }
        if missing.count < 5 { missing.append(id) }
    }

    private func reportMissing(to builder: inout GraphBuilder) {
        guard missingCount > 0 else { return }
        builder.reportGuessed(
            "node that is not defined", missing.joined(separator: ", "), to: "made", at: firstMissing,
            count: missingCount)
        let names =
            missing.map { "`\($0)`" }.joined(separator: ", ") + (missingCount > missing.count ? " …" : "")
        builder.report(
            .missingNode,
            missingCount == 1
                ? "a node is named only at the end of an edge: \(names)"
                : "\(missingCount) nodes are named only at the ends of edges: \(names)",
            at: firstMissing, suggestion: "made of kind Entity; a table of nodes can say more of them")
    }

    private mutating func readEdge(
        from source: NodeIndex, to target: NodeIndex, untyped: RelationID, into builder: inout GraphBuilder
    ) {
        var record = EdgeRecord(from: source, untyped, to: target)
        var attributes = Attributes()
        if let raw = rows.text(columns.relation) {
            switch relation(raw, &builder) {
            case .known(let relation, _):
                if isForUnstatedKinds(relation, source, target, raw, &builder) {
                    attributes["rawRelation"] = .string(raw)
                } else {
                    record.relation = relation
                }
            case .unknown: attributes["rawRelation"] = .string(raw)
            case .directedness: attributes[columns.relationName] = .string(raw)
            }
            // What a map makes of a word is kept beside it.
            if let written = rows.writtenText(columns.relation), written != raw {
                attributes["rawRelation"] = .string(written)
            }
        }
        let claim: Claim?
        switch self.claim(&builder) {
        case .none: claim = nil
        case .claim(let stated): claim = stated
        case .unreadable:
            builder.reportSkipped(
                "edge with an unknown modality", rows.text(columns.modality) ?? "", at: rows.place)
            return
        }
        record.valid = validity(&builder)
        readAttributes(into: &attributes, &builder)
        addEdge(record, attributes: attributes, claim: claim, to: &builder)
    }

    // MARK: - Parts of an edge

    private mutating func relation(_ name: String, _ builder: inout GraphBuilder) -> RelationReading {
        let reading: RelationReading
        if let known = relations[name] {
            reading = known
        } else {
            reading = read(relation: name, builder.graph.ontology)
            relations[name] = reading
        }
        switch reading {
        case .known(_, let canonical?):
            builder.reportNormalised("relation", name, to: canonical, at: rows.range(columns.relation))
        case .unknown: reportUnknown(name, at: rows.range(columns.relation), &builder)
        case .known, .directedness: break
        }
        return reading
    }

    private func read(relation name: String, _ ontology: Ontology) -> RelationReading {
        if let relation = ontology.relation(named: name) {
            let canonical = ontology[relation].name
            return .known(relation, canonical: canonical == name ? nil : canonical)
        }
        let isOfDirection = ["directed", "undirected", "mutual"].contains(foldedKey(name))
        return isOfDirection && foldedKey(columns.relationName) == "type" ? .directedness : .unknown
    }

    private func reportUnknown(_ name: String, at range: SourceRange, _ builder: inout GraphBuilder) {
        let ontology = builder.graph.ontology
        builder.report(
            .unknownRelation, "no relation `\(name)` in the ontology", at: range,
            suggestion: Self.suggestion(for: name, in: ontology)
                + "kept as relatedTo, with it as `rawRelation`",
            severity: .warning)
    }

    private static func suggestion(for name: String, in ontology: Ontology) -> String {
        if let inverse = ontology.relation(inverseNamed: name) {
            return "the other way round it is `\(ontology[inverse].name)`; "
        }
        guard let nearest = ontology.nearestRelationName(to: name),
            let relation = ontology.relation(named: nearest)
        else { return "" }
        return "did you mean `\(nearest)`? (\(ontology.signature(of: relation))) "
    }

    /// Whether the relation does not fit only because no table tells the kind of an end: the edge then stays, untyped.
    private func isForUnstatedKinds(
        _ relation: RelationID, _ source: NodeIndex, _ target: NodeIndex, _ raw: String,
        _ builder: inout GraphBuilder
    ) -> Bool {
        let kinds = (builder.graph.kind(of: source), builder.graph.kind(of: target))
        if builder.graph.ontology.allows(kinds.0, relation, kinds.1) { return false }
        let ontology = builder.graph.ontology
        let fits = (
            ontology.domain(of: relation).contains(kinds.0), ontology.range(of: relation).contains(kinds.1)
        )
        let isUnstated = { (kind: KindID) in ontology[kind].name == "Entity" }
        guard fits.0 || isUnstated(kinds.0), fits.1 || isUnstated(kinds.1) else { return false }
        let end = builder.graph.id(of: fits.0 ? target : source)
        builder.report(
            fits.0 ? .wrongTarget : .wrongSource,
            "`\(ontology[relation].name)` is \(ontology.signature(of: relation)), but the kind of "
                + "`\(end)` is not stated",
            at: rows.range(fits.0 ? columns.target : columns.source),
            suggestion: "kept as relatedTo, with `\(raw)` as `rawRelation`; a table of nodes can tell kinds",
            severity: .warning)
        return true
    }

    private mutating func validity(_ builder: inout GraphBuilder) -> RecordedDate? {
        if let text = rows.text(columns.valid) { return date(text, at: rows.range(columns.valid), &builder) }
        let start = rows.text(columns.validFrom)
        let end = rows.text(columns.validTo)
        guard start != nil || end != nil else { return nil }
        let range = rows.range(start == nil ? columns.validTo : columns.validFrom)
        if let start, start == end { return date(start, at: range, &builder) }
        // Each end is read in its own right: sources write them in all the ways of single dates.
        let text = "\(start ?? "")/\(end ?? "")"
        let ends = [start, end].map { text in
            text.map { RecordedDate(normalizing: $0).date?.description } ?? ""
        }
        if let first = ends[0], let last = ends[1],
            let interval = RecordedDate(normalizing: "\(first)/\(last)").date
        {
            return RecordedDate(raw: text, date: interval)
        }
        return date(text, at: range, &builder)
    }

    private func readAttributes(into attributes: inout Attributes, _ builder: inout GraphBuilder) {
        if let text = rows.text(columns.weight) {
            attributes["weight"] = builder.number(inCell: text, at: rows.range(columns.weight))
        }
        for (position, name) in columns.others {
            if let value = rows.attribute(at: position) { attributes[name] = value }
        }
        if let text = rows.text(columns.attributes) {
            attributes.merge(builder.attributes(inCell: text, at: rows.range(columns.attributes)))
        }
    }

    // MARK: - Adding

    private mutating func addEdge(
        _ record: EdgeRecord, attributes: Attributes, claim: Claim?, to builder: inout GraphBuilder
    ) {
        var record = record
        let places = EdgePlaces(
            edge: rows.place, source: rows.range(columns.source), target: rows.range(columns.target),
            id: columns.id >= 0 ? rows.range(columns.id) : nil)
        if claim != nil { builder.count(claims: 1) }
        record.id = rows.text(columns.id)
        let known: EdgeIndex?
        var key: ParallelKey?
        if let id = record.id {
            known = edgeOfID[id].flatMap { isSame($0, as: record, builder.graph) ? $0 : nil }
        } else if let number = rows.text(columns.parallel), number != "1" {
            record.isParallel = true
            let own = ParallelKey(
                source: record.source, relation: record.relation, target: record.target,
                valid: rows.text(columns.valid) ?? "", number: number)
            known = parallels[own]
            key = own
        } else {
            known = nil
        }
        if known == nil && (claim == nil || record.id != nil || record.isParallel) {
            // Nothing to merge with but what the graph itself merges.
            record.attributes = attributes
            record.claims = claim.map { [$0] } ?? []
            guard let edge = builder.addEdge(record, at: places) else { return }
            if let id = record.id { edgeOfID[id] = edge }
            if let key { parallels[key] = edge }
            return
        }
        guard let edge = known ?? builder.addEdge(record, at: places) else { return }
        if known != nil { builder.count(mergedEdges: 1) }
        let conflicts = builder.graph.mergeAttributes(attributes, into: edge)
        guard var claim else {
            if let first = conflicts.first {
                builder.report(
                    .conflictingValues, "`\(first.name)` of this edge has another value in an earlier row",
                    at: places.id ?? places.edge, suggestion: "that one is kept")
            }
            return
        }
        claim.attributes.merge(conflicts)
        builder.addClaims([claim], to: edge)
    }

    private func isSame(_ edge: EdgeIndex, as record: EdgeRecord, _ graph: Graph) -> Bool {
        record.hasEnds(of: edge, in: graph) && graph.validity(of: edge) == record.valid
    }
}
