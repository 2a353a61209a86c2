internal import LinkChartModel

/// Reads a table with a node a row.
struct NodesTable {
    private let columns: Columns
    private var rows: TableRows

    /// The positions of columns, -1 for those that the table does not have.
    private struct Columns {
        var id: Int
        var kind: Int
        var name: Int
        var aliases: Int
        var subtype: Int
        var isSource: Int
        var attributes: Int
        /// The columns that stand for nothing of this, with their names.
        var others: [(position: Int, name: String)]

        init(_ header: TableHeader) {
            let position = { (column: TableColumn) in header.positions[column] ?? -1 }
            // A table of names alone has them as identifiers.
            id = header.positions[.id] ?? position(.name)
            name = header.positions[.id] == nil ? -1 : position(.name)
            kind = position(.kind)
            aliases = position(.aliases)
            subtype = position(.subtype)
            isSource = position(.isSource)
            attributes = position(.attributes)
            others = header.others(used: [.id, .kind, .name, .aliases, .subtype, .isSource, .attributes])
        }
    }

    init(_ file: UnsafeRawBufferPointer, _ opening: TableOpening) {
        columns = Columns(opening.header)
        rows = TableRows(file, opening)
    }

    /// Adds the nodes to the graph.
    mutating func read(into builder: inout GraphBuilder) {
        guard let unstated = builder.untypedKind() else { return }
        while rows.next(&builder) {
            builder.count(nodes: 1)
            guard let id = rows.text(columns.id) else {
                builder.report(
                    .emptyIdentifier, "the node has no identifier", at: rows.range(columns.id),
                    suggestion: "every row needs one; leave the row out if it is no node")
                builder.reportSkipped("node without an identifier", "", at: rows.place)
                continue
            }
            var record = NodeRecord(id: id, kind: unstated, name: rows.text(columns.name))
            if let kind = rows.text(columns.kind) {
                if let known = builder.statedKind(kind, at: rows.range(columns.kind)) {
                    record.kind = known
                } else {
                    record.attributes["rawKind"] = .string(kind)
                }
            }
            if let aliases = rows.text(columns.aliases) {
                record.aliases = builder.names(inCell: aliases, at: rows.range(columns.aliases))
            }
            record.subtype = rows.text(columns.subtype)
            for (position, name) in columns.others {
                if let value = rows.attribute(at: position, to: &builder) { record.attributes[name] = value }
            }
            if let text = rows.text(columns.attributes) {
                record.attributes.merge(builder.attributes(inCell: text, at: rows.range(columns.attributes)))
            }
            var isNoSource = false
            if let text = rows.text(columns.isSource),
                let isSource = builder.truth(inCell: text, at: rows.range(columns.isSource))
            {
                record.isSource = isSource
                isNoSource = !isSource
            }
            let kindRange = columns.kind >= 0 ? rows.range(columns.kind) : nil
            let node = builder.addNode(record, at: rows.range(columns.id), kindAt: kindRange)
            if let node, isNoSource { builder.noSources.insert(node) }
        }
    }
}

extension GraphBuilder {
    /// The kind that a cell names; nil, with a warning, if none is so named: the node is then kept without it.
    mutating func statedKind(_ name: String, at range: SourceRange) -> KindID? {
        let ontology = graph.ontology
        guard let kind = ontology.kind(named: name) else {
            let nearest = ontology.nearestKindName(to: name)
            report(
                ontology.kinds(named: name) == nil ? .unknownKind : .abstractKind,
                ontology.kinds(named: name) == nil
                    ? "no kind `\(name)` in the ontology"
                    : "`\(name)` is abstract; a node needs a concrete kind",
                at: range,
                suggestion: (nearest.map { "did you mean `\($0)`? " } ?? "")
                    + "kept as Entity, with it as `rawKind`",
                severity: .warning)
            return nil
        }
        if ontology[kind].name != name { reportNormalised("kind", name, to: ontology[kind].name, at: range) }
        return kind
    }
}
