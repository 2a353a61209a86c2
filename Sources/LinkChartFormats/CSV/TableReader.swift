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
    private let layout: TableLayout
    /// What is in each row: one node, one link, or what the map says.
    private var parts: [TableOpening] = []

    /// Whether it is a sheet beside others, so that a map may name columns that it does not have.
    var isOneOfSeveral = false

    /// A table without a header that is known: a matrix, or lists of neighbours.
    private var neighbours: NeighbourTable?

    init(
        _ input: GraphInput, prefersTab: Bool, options: ReadOptions, layout: TableLayout = TableLayout()
    ) {
        self.input = input
        self.prefersTab = prefersTab
        self.layout = layout
        map = options.columnMap
    }

    private func withFile(_ body: (UnsafeRawBufferPointer) -> Void) {
        let end = layout.range?.upperBound
        input.content.withBytes { bytes in
            body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<(end ?? bytes.count)]))
        }
    }

    private var start: Int { layout.range?.lowerBound ?? input.contentStart }

    /// What the table is found to be.
    enum Finding { case nodes, edges, matrix, lists, nothing }

    /// Looks at the first rows, without a word about them.
    func finding() -> Finding {
        var finding = Finding.nothing
        withFile { file in
            let opening = TableOpening(
                file, from: start, prefersTab: prefersTab, map: map, layout: layout)
            let shapes = opening.parts(map).map(\.header.shape)
            if shapes.contains(.edges) {
                finding = .edges
            } else if shapes.contains(.nodes) {
                finding = .nodes
            } else if map.isEmpty, let table = NeighbourTable(file, opening, path: listsPath) {
                finding = table.isMatrix ? .matrix : .lists
            }
        }
        return finding
    }

    /// Entries of the column map that name no column here.
    func missingColumns() -> [(column: TableColumn, name: String)] {
        var missing: [(column: TableColumn, name: String)] = []
        withFile { file in
            let opening = TableOpening(
                file, from: start, prefersTab: prefersTab, map: map, layout: layout)
            missing = opening.parts(map).flatMap(\.header.missing)
        }
        return missing
    }

    /// The name of a file that may hold lists of neighbours.
    private var listsPath: String? { layout.isTyped ? nil : input.path ?? input.name }

    // MARK: - Header

    mutating func readHeader(into builder: inout GraphBuilder) {
        withFile { file in
            let opening = TableOpening(
                file, from: start, prefersTab: prefersTab, map: map, layout: layout)
            parts = opening.parts(map)
            if map.isEmpty, opening.header.shape == .unknown {
                neighbours = NeighbourTable(file, opening, path: listsPath)
            }
            if let neighbours {
                neighbours.reportShape(to: &builder, at: SourceRange(offset: start))
            } else {
                report(opening, parts, to: &builder)
            }
        }
    }

    private func report(
        _ opening: TableOpening, _ parts: [TableOpening], to builder: inout GraphBuilder
    ) {
        let header = opening.header
        let range = { (position: Int) -> SourceRange? in
            guard position < opening.headerFields.count else { return nil }
            let field = opening.headerFields[position]
            return SourceRange(offset: field.rawStart, length: field.rawEnd - field.rawStart)
        }
        let names = header.names.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
        let tables = builder.report.inputs.count { [.csv, .tsv, .excel].contains($0.format) }
        let isAlone = tables == 1 && !isOneOfSeveral
        var told: Set<String> = []
        for (column, name) in parts.flatMap(\.header.missing)
        where (isAlone || header.shape == .unknown) && told.insert("\(column)=\(name)").inserted {
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
            neighbours?.read(file, into: &builder)
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
