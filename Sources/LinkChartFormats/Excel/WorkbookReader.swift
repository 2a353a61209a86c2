internal import LinkChartModel

/// Reads the sheets of a workbook, each as a table of its own.
///
/// A sheet is what a table of that header is: nodes, links, a matrix, or events of a data set. Rows above the header, such
/// as titles, are left out, as are sheets that are hidden or are no tables; the report names them.
struct WorkbookReader: GraphFormatReader {
    private let input: GraphInput
    private let options: ReadOptions
    private var tables: [any GraphFormatReader] = []

    /// How many rows may stand above a header.
    private static let titleRows = 10

    init(_ input: GraphInput, _ options: ReadOptions) {
        self.input = input
        self.options = options
    }

    // MARK: - Header

    mutating func readHeader(into builder: inout GraphBuilder) {
        guard let workbook = input.workbook else {
            builder.report(
                .foreignWorkbook, "the file is named as a workbook, but is none",
                suggestion: "if it is a table as text, say so with --from csv or tsv")
            return
        }
        report(workbook.issues, of: workbook, to: &builder)
        var leftOut: [(sheet: WorkbookText.Sheet, why: String)] = []
        for sheet in workbook.sheets {
            if case .unreadable(let why) = sheet.omission {
                builder.report(.damagedFile, "the sheet `\(sheet.name)` is damaged: \(why)")
            }
            if let omission = sheet.omission, sheet.range.isEmpty {
                if omission != .empty { leftOut.append((sheet, Self.reason(omission))) }
            } else if let table = table(sheet, &builder) {
                tables.append(table)
            } else {
                leftOut.append((sheet, "has no header that is known"))
            }
        }
        if tables.isEmpty, let sheet = leftOut.first(where: { !$0.sheet.range.isEmpty })?.sheet {
            // What is missing is told of the first sheet as of any table.
            leftOut.removeAll { $0.sheet.range == sheet.range }
            var table = TableReader(
                input, prefersTab: false, options: options,
                layout: TableLayout(range: sheet.range, isTyped: true))
            table.readHeader(into: &builder)
        } else if tables.isEmpty, !builder.diagnostics.hasErrors {
            builder.report(.emptyFile, "no sheet of the workbook has anything in it that can be read")
        }
        for (sheet, why) in leftOut {
            builder.report(
                .sheetNotRead, "the sheet `\(sheet.name)` \(why); it is not read",
                suggestion: sheet.omission == .hidden
                    ? "show it in a spreadsheet program to have it read" : nil)
            builder.reportSkipped("sheet", sheet.name, at: nil)
        }
        if workbook.trimmed.count > 0 {
            let raw = workbook.trimmed.example
            builder.reportNormalised(
                "cell with blanks around its text", raw, to: CellValue.trimmed(raw), at: nil,
                count: workbook.trimmed.count)
        }
        if workbook.filledCells > 0 {
            builder.report(
                .guessedShape,
                "\(workbook.filledCells) empty cells got the value of the merged cell that they are part of")
        }
        heedMap(reportingTo: &builder)
        for position in tables.indices { tables[position].readHeader(into: &builder) }
    }

    /// Of several sheets each may lack columns that the map names, but not all of them the same.
    private mutating func heedMap(reportingTo builder: inout GraphBuilder) {
        guard tables.count > 1 else { return }
        var missing: [String: Int] = [:]
        for position in tables.indices {
            guard var table = tables[position] as? TableReader else { continue }
            let entries = table.missingColumns().map { "\($0.column.rawValue)=\($0.name)" }
            for entry in Set(entries) { missing[entry, default: 0] += 1 }
            table.isOneOfSeveral = true
            tables[position] = table
        }
        for entry in missing.filter({ $0.value == tables.count }).keys.sorted() {
            builder.report(
                .unknownColumn, "the column map has `\(entry)`, but no column of any sheet is called so")
        }
    }

    private static func reason(_ omission: WorkbookText.Omission) -> String {
        switch omission {
        case .hidden: "is hidden"
        case .other(let type): "is a \(type)"
        case .empty: "is empty"
        case .unreadable(let why): "is damaged: \(why)"
        }
    }

    private func report(
        _ issues: [WorkbookText.Issue], of workbook: WorkbookText, to builder: inout GraphBuilder
    ) {
        for issue in issues {
            let place = workbook.place(issue.sheet, row: issue.row, column: issue.column)
            switch issue.kind {
            case .error(let text):
                builder.report(
                    .badCell, "the cell shows the error `\(text)`", in: place,
                    suggestion: "it is read as empty")
                builder.reportSkipped("cell with an error", "\(place.name) \(text)", at: nil)
            case .noValue:
                builder.report(
                    .badCell, "the formula has no value", in: place,
                    suggestion: "open the workbook in a spreadsheet program, which computes it, and save it")
                builder.reportSkipped("formula without a value", place.name, at: nil)
            case .damaged:
                builder.report(
                    .damagedFile, "the cell refers to a text or a place that is not there", in: place)
                builder.reportSkipped("damaged cell", place.name, at: nil)
            }
        }
        let more = workbook.issueCount - issues.count
        if more > 0 {
            builder.report(
                .badCell, "\(more) more cells show an error, have no value or are damaged", severity: .warning
            )
        }
    }

    // MARK: - Tables

    /// What reads a sheet; nil if it is no table.
    private func table(
        _ sheet: WorkbookText.Sheet, _ builder: inout GraphBuilder
    ) -> (any GraphFormatReader)? {
        let width = sheet.width <= 1_024 ? sheet.width : 0
        for (number, row) in sheet.rows.prefix(Self.titleRows).enumerated() {
            let range = row.offset..<sheet.range.upperBound
            let place = TableLayout(range: range, isTyped: true, width: width)
            let reader: any GraphFormatReader
            if let events = FormatTraits.eventReader(input, place, options) {
                reader = events
            } else {
                let table = TableReader(input, prefersTab: false, options: options, layout: place)
                if table.finding() == .nothing { continue }
                reader = table
            }
            for title in sheet.rows.prefix(number) {
                let end = sheet.rows[number].offset
                let text = input.content.withBytes {
                    String(decoding: $0[title.offset..<min(end, title.offset + 80)], as: UTF8.self)
                }
                let line = text.prefix { !$0.isNewline }
                builder.reportSkipped(
                    "row above the header", String(line), at: SourceRange(offset: title.offset))
            }
            return reader
        }
        return nil
    }

    // MARK: - Rows

    mutating func readNodes(into builder: inout GraphBuilder) {
        for position in tables.indices { tables[position].readNodes(into: &builder) }
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        for position in tables.indices { tables[position].readEdges(into: &builder) }
    }
}

extension FormatTraits {
    static let excel = FormatTraits(
        extensions: ["xlsx", "xlsm", "xltx"], synonyms: ["excel"],
        makeReader: { input, options in WorkbookReader(input, options) })
}
