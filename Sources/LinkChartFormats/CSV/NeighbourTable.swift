internal import LinkChartModel

/// Reads tables that name nodes in their first column and no columns in their first row: adjacency matrices, whose first
/// row and column name the nodes, and lists of neighbours, whose rows are a node and those that it leads to.
///
/// Every cell of a matrix that is not 0 or empty is an edge from the row's node to the column's, of that weight; a cell
/// and its mirror image are two edges. A row of a list with nothing but a name is a node without edges.
struct NeighbourTable {
    /// Whether it is a matrix.
    let isMatrix: Bool
    private let opening: TableOpening
    private let start: Int
    /// The names of a matrix's columns; the first one stands over the names of the rows.
    private var names: [String] = []

    private static let sampleRows = 50

    /// Looks at a table's first rows.
    ///
    /// - Parameters:
    ///   - file: all bytes of the file.
    ///   - opening: the table's delimiter, and where its rows begin.
    ///   - path: the file's name, if it may hold lists of neighbours: these are told from other texts with care.
    /// - Returns: nil if it is neither.
    init?(_ file: UnsafeRawBufferPointer, _ opening: TableOpening, path: String?) {
        guard opening.hasHeaderRow, opening.header.names.count > 1 || path != nil,
            opening.delimiter != 0x20
        else { return nil }
        self.opening = opening
        start = opening.headerFields.first?.rawStart ?? opening.rowsStart
        let sample = Self.sample(file, opening, from: start)
        if let names = Self.matrix(sample, hasCommas: opening.hasDecimalCommas) {
            isMatrix = true
            self.names = names
        } else if let path, Self.isList(path), Self.areLists(sample) {
            isMatrix = false
        } else {
            return nil
        }
    }

    private static func sample(
        _ file: UnsafeRawBufferPointer, _ opening: TableOpening, from start: Int
    ) -> [[String]] {
        var tokenizer = CSVTokenizer(file, delimiter: opening.delimiter, from: start)
        var fields: [CSVField] = []
        var rows: [[String]] = []
        while rows.count < sampleRows, tokenizer.next(&fields) {
            rows.append(fields.map { CellValue.trimmed($0.string(in: file)) })
        }
        return rows
    }

    // MARK: - Matrices

    /// The names of the columns if the rows are those of a matrix: all cells but the first are numbers or empty, and
    /// at least half of the rows' names are columns' names as well.
    private static func matrix(_ rows: [[String]], hasCommas: Bool) -> [String]? {
        guard var names = rows.first, rows.count > 1 else { return nil }
        let width = rows.dropFirst().map(\.count).max() ?? 0
        // R leaves the corner out.
        if names.count == width - 1 { names.insert("", at: 0) }
        while names.count > 2, names.last == "" { names.removeLast() }
        guard names.count > 2, names.dropFirst().contains(where: { Double($0) == nil && !$0.isEmpty }) else {
            return nil
        }
        let known = Set(names.dropFirst()).subtracting([""])
        guard known.count >= names.count - 2 else { return nil }
        var found = 0
        for row in rows.dropFirst() {
            guard row.count <= names.count || row[names.count...].allSatisfy(\.isEmpty) else { return nil }
            let areNumbers = row.dropFirst().allSatisfy {
                $0.isEmpty || Double($0) != nil || (hasCommas && DecimalComma.withPoint($0) != nil)
            }
            guard areNumbers else { return nil }
            if known.contains(row[0]) { found += 1 }
        }
        return found * 2 >= rows.count - 1 ? names : nil
    }

    // MARK: - Lists

    private static func isList(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".csv", ".tsv", ".tab", ".csv.gz", ".tsv.gz"].contains { name.hasSuffix($0) }
    }

    /// Whether rows are lists of neighbours: of different lengths, short names, and some that begin a row are named in
    /// another one.
    private static func areLists(_ rows: [[String]]) -> Bool {
        let rows = rows.map { row in Array(row.prefix(1 + (row.lastIndex { !$0.isEmpty } ?? 0))) }
        let counts = Set(rows.map(\.count))
        guard rows.count > 1, counts.count > 1, counts.contains(where: { $0 > 1 }),
            rows.joined().allSatisfy({ !$0.isEmpty && $0.utf8.count <= 80 })
        else { return false }
        let sources = Set(rows.map { $0[0] })
        return rows.contains { row in row.dropFirst().contains { sources.contains($0) } }
    }

    // MARK: - Reading

    /// Says what the table is taken for.
    func reportShape(to builder: inout GraphBuilder, at range: SourceRange) {
        builder.report(
            .guessedShape,
            isMatrix
                ? "the table is read as an adjacency matrix"
                : "the table is read as lists of neighbours: a node and those it leads to in each row",
            at: range,
            suggestion: isMatrix
                ? nil : "if it has a header, say what its columns are: --map source=COLUMN,target=COLUMN")
    }

    /// Adds the nodes and edges to the graph.
    func read(_ file: UnsafeRawBufferPointer, into builder: inout GraphBuilder) {
        var columns = PairColumns(
            names: StringTable(), sources: [], targets: [], weights: [], issues: [], skippedLines: 0)
        if isMatrix {
            readMatrix(file, &columns, &builder)
        } else {
            readLists(file, &columns, &builder)
        }
        do throws(GraphError) {
            if columns.sources.isEmpty {
                try addNodes(columns.names, to: &builder)
            } else {
                try builder.append(columns)
            }
        } catch {
            builder.report(.tooLarge, error.message, suggestion: error.suggestion)
        }
    }

    private func addNodes(_ names: StringTable, to builder: inout GraphBuilder) throws(GraphError) {
        guard let kind = builder.untypedKind() else { return }
        _ = try builder.graph.addNodes(names, kind: kind)
        builder.count(nodes: names.count)
    }

    private func readMatrix(
        _ file: UnsafeRawBufferPointer, _ columns: inout PairColumns, _ builder: inout GraphBuilder
    ) {
        let targets = names.dropFirst().enumerated().map { position, name -> UInt32? in
            if name.isEmpty {
                builder.report(
                    .emptyIdentifier, "column \(position + 2) of the matrix has no name",
                    at: SourceRange(offset: start), suggestion: "it is left out", severity: .warning)
                builder.reportSkipped(
                    "column of a matrix without a name", "\(position + 2)", at: SourceRange(offset: start))
                return nil
            }
            return Self.insert(name, &columns)
        }
        var rows = rows(file, from: opening.rowsStart, width: names.count)
        var rowNames: [String] = []
        while rows.next(&builder) {
            // As those of the columns; blanks around a name are hardly part of it.
            guard let name = rows.text(0).map(CellValue.trimmed), !name.isEmpty else {
                builder.report(
                    .emptyIdentifier, "a row of the matrix has no name", at: rows.range(0),
                    suggestion: "it is left out", severity: .warning)
                builder.reportSkipped("row of a matrix without a name", "", at: rows.place)
                continue
            }
            rowNames.append(name)
            let source = Self.insert(name, &columns)
            for position in targets.indices {
                guard let text = rows.text(position + 1), text != "0" else { continue }
                guard
                    let weight = Double(
                        opening.hasDecimalCommas ? DecimalComma.withPoint(text) ?? text : text),
                    weight.isFinite
                else {
                    builder.report(
                        .badNumber, "`\(text)` in the matrix is no finite number",
                        at: rows.range(position + 1),
                        suggestion: "it is left out", severity: .warning)
                    builder.reportSkipped(
                        "cell of a matrix that is no number", text, at: rows.range(position + 1))
                    continue
                }
                guard weight != 0, let target = targets[position] else { continue }
                columns.sources.append(source)
                columns.targets.append(target)
                columns.weights.append(weight)
            }
        }
        if rowNames != names.dropFirst().filter({ !$0.isEmpty }) {
            builder.report(
                .wrongCount, "the rows of the matrix are not named as its columns are",
                at: SourceRange(offset: start), suggestion: "they are matched by name", severity: .note)
        }
    }

    private func readLists(
        _ file: UnsafeRawBufferPointer, _ columns: inout PairColumns, _ builder: inout GraphBuilder
    ) {
        var tokenizer = CSVTokenizer(file, delimiter: opening.delimiter, from: start)
        var fields: [CSVField] = []
        while tokenizer.next(&fields) {
            let names = fields.map { CellValue.trimmed($0.string(in: file)) }
            let place = SourceRange(offset: tokenizer.recordStart)
            guard names.contains(where: { !$0.isEmpty }) else { continue }
            guard !names[0].isEmpty else {
                builder.report(
                    .emptyCell, "the row begins with no node", at: place,
                    suggestion: "a list of neighbours begins with the node that leads to them")
                builder.reportSkipped(
                    "list of neighbours without a node", names.joined(separator: " "), at: place)
                continue
            }
            let source = Self.insert(names[0], &columns)
            for name in names.dropFirst() where !name.isEmpty {
                columns.sources.append(source)
                columns.targets.append(Self.insert(name, &columns))
            }
        }
        for issue in tokenizer.issues where issue.kind == .unclosedQuote {
            builder.report(
                .unclosedQuote, "this quote is never closed",
                at: SourceRange(offset: issue.offset, length: 1),
                suggestion: "a quote inside a quoted field is doubled; everything from here on was left out")
        }
    }

    private func rows(_ file: UnsafeRawBufferPointer, from start: Int, width: Int) -> TableRows {
        var rows = TableRows(
            file, delimiter: opening.delimiter, width: width, from: start, isTyped: opening.isTyped)
        rows.hasDecimalCommas = opening.hasDecimalCommas
        return rows
    }

    private static func insert(_ name: String, _ columns: inout PairColumns) -> UInt32 {
        var name = name
        return name.withUTF8 { UInt32(columns.names.insert(bytes: $0).number) }
    }
}
