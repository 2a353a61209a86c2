internal import LinkChartModel

/// Reads a delimited table: nodes, or links, or links with their claims (RFC 4180).
///
/// A table whose columns name a source and a target has an edge, or a claim of one, a row; a table with an identifier
/// and no ends has a node a row. ``TableColumn`` tells what columns can stand for, and by which names they are known;
/// all others become attributes. A table of nothing but edges and perhaps weights is read as an edge list is: every row
/// is an edge of its own.
struct TableReader: GraphFormatReader {
    private let input: GraphInput
    private let prefersTab: Bool
    private let map: ColumnMap
    /// What is in each row: one node, one link, or what the map says.
    private var parts: [TableOpening] = []

    init(_ input: GraphInput, prefersTab: Bool, options: ReadOptions) {
        self.input = input
        self.prefersTab = prefersTab
        map = options.columnMap
    }

    private func withFile(_ body: (UnsafeRawBufferPointer) -> Void) {
        input.content.withBytes { body(UnsafeRawBufferPointer($0)) }
    }

    // MARK: - Header

    mutating func readHeader(into builder: inout GraphBuilder) {
        withFile { file in
            let opening = TableOpening(file, from: input.contentStart, prefersTab: prefersTab, map: map)
            parts = opening.parts(map)
            Self.report(opening, parts, to: &builder)
        }
    }

    private static func report(
        _ opening: TableOpening, _ parts: [TableOpening], to builder: inout GraphBuilder
    ) {
        let header = opening.header
        let range = { (position: Int) -> SourceRange? in
            guard position < opening.headerFields.count else { return nil }
            let field = opening.headerFields[position]
            return SourceRange(offset: field.rawStart, length: field.rawEnd - field.rawStart)
        }
        let names = header.names.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
        let tables = builder.report.inputs.count { $0.format == .csv || $0.format == .tsv }
        var told: Set<String> = []
        for (column, name) in parts.flatMap(\.header.missing)
        where (tables == 1 || header.shape == .unknown) && told.insert("\(column)=\(name)").inserted {
            builder.report(
                .unknownColumn, "the column map has `\(column.rawValue)=\(name)`, but no column is called so",
                at: range(0),
                suggestion: nearestName(to: name, in: header.names).map { "did you mean `\($0)`?" }
                    ?? "the columns are \(names)")
        }
        for position in header.repeated {
            builder.report(
                .duplicateColumn, "a second column `\(header.names[position])`", at: range(position),
                suggestion: "kept as an attribute with its number")
        }
        if !opening.hasHeaderRow {
            builder.report(
                .noHeader, "the table has no header row",
                suggestion: "its columns are read as source and target",
                severity: .note)
        }
        guard header.shape == .unknown else { return }
        let example =
            header.names.count == 2 && !header.names.contains("")
            ? "--map source=\(header.names[0]),target=\(header.names[1])"
            : "--map source=COLUMN,target=COLUMN"
        builder.report(
            .missingColumn,
            "no columns of this table are known as an edge's source and target, or as a node's id; they are \(names)",
            at: range(0), suggestion: "name them so, or say which they are: \(example)")
    }

    // MARK: - Rows

    mutating func readNodes(into builder: inout GraphBuilder) {
        withFile { file in
            for part in parts {
                if part.header.shape == .nodes {
                    var table = NodesTable(file, part)
                    table.read(into: &builder)
                } else if part.header.shape == .edges {
                    var table = EdgesTable(file, part)
                    if table.describesNodes { table.readNodes(into: &builder) }
                }
            }
        }
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        withFile { file in
            for part in parts where part.header.shape == .edges {
                if part.header.isPlain {
                    var table = PlainTable(file, part)
                    table.read(into: &builder)
                } else {
                    var table = EdgesTable(file, part)
                    table.readEdges(into: &builder)
                }
            }
        }
    }
}
