internal import LinkChartModel

/// Reads a table with an edge, or a claim of one, a row.
///
/// Rows with the same source, relation, target and validity are one edge with several claims. What they say of the edge
/// itself is gathered on it; a value that differs from row to row belongs to the claims.
struct EdgesTable {
    let columns: EdgesTableColumns
    var rows: TableRows
    /// Whether a map says that these are the ends, of a table that may be of more than links.
    private let isMapped: Bool
    var relations: [String: RelationReading] = [:]
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
    enum RelationReading {
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
        isMapped = opening.isMapped
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
                suggestion: "every row needs a source and a target", severity: isMapped ? .warning : nil)
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
        var claim = Self.nothing
        let isClaimed: Bool
        switch readClaim(into: &claim, &builder) {
        case .none: isClaimed = false
        case .something: isClaimed = true
        case .unreadable:
            builder.reportSkipped(
                "edge with an unknown modality", rows.text(columns.modality) ?? "", at: rows.place)
            return
        }
        record.valid = validity(&builder)
        readAttributes(into: &attributes, &builder)
        addEdge(&record, attributes: attributes, isClaimed: isClaimed, &claim, to: &builder)
    }

    // MARK: - Adding

    private mutating func addEdge(
        _ record: inout EdgeRecord, attributes: Attributes, isClaimed: Bool, _ claim: inout Claim,
        to builder: inout GraphBuilder
    ) {
        let places = EdgePlaces(
            edge: rows.place, source: rows.range(columns.source), target: rows.range(columns.target),
            id: columns.id >= 0 ? rows.range(columns.id) : nil)
        if isClaimed { builder.count(claims: 1) }
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
        if known == nil && (!isClaimed || record.id != nil || record.isParallel) {
            // Nothing to merge with but what the graph itself merges.
            record.attributes = attributes
            record.claims = isClaimed ? [claim] : []
            guard let edge = builder.addEdge(record, at: places) else { return }
            if let id = record.id { edgeOfID[id] = edge }
            if let key { parallels[key] = edge }
            return
        }
        guard let edge = known ?? builder.addEdge(record, at: places) else { return }
        if known != nil { builder.count(mergedEdges: 1) }
        let conflicts = builder.graph.mergeAttributes(attributes, into: edge)
        guard isClaimed else {
            if let first = conflicts.first {
                builder.report(
                    .conflictingValues, "`\(first.name)` of this edge has another value in an earlier row",
                    at: places.id ?? places.edge, suggestion: "that one is kept")
            }
            return
        }
        if !conflicts.isEmpty { claim.attributes.merge(conflicts) }
        builder.addClaim(claim, to: edge)
    }

    private func isSame(_ edge: EdgeIndex, as record: EdgeRecord, _ graph: Graph) -> Bool {
        record.hasEnds(of: edge, in: graph) && graph.validity(of: edge) == record.valid
    }
}
