internal import LinkChartModel

/// How a table is laid out: its delimiter, its header and where its rows begin.
struct TableOpening {
    /// What stands between fields.
    var delimiter: UInt8
    /// What the columns stand for.
    var header: TableHeader
    /// Whether the first row names the columns.
    var hasHeaderRow: Bool
    /// The fields of the header row; empty if there is none.
    var headerFields: [CSVField]
    /// Where the first row begins.
    var rowsStart: Int
    /// The first rows, for a diagnostic of a table that can't be understood.
    var sample: [[String]]
    /// Whether the fields themselves tell numbers from texts, as those of a workbook do.
    var isTyped = false
    /// Whether a map says what its columns are.
    var isMapped = false
    /// Whether numbers have a comma where others have a point: `1.234,56`.
    var hasDecimalCommas = false

    /// How much of the file is looked at.
    private static let sampleLength = 1 << 16
    private static let sampleRows = 50

    /// Looks at the first rows of a table.
    ///
    /// The delimiter is the one, of comma, semicolon, tab, bar and blank, that lets the header be understood, or else
    /// divides the most rows alike. The first row is the header unless the map gives columns by number only, or no name
    /// in it is known and it and all others have two or three columns that begin with two whole numbers.
    ///
    /// - Parameters:
    ///   - file: all bytes of the file.
    ///   - start: where its text begins, behind a byte order mark.
    ///   - prefersTab: whether the file is said to be separated by tabs.
    ///   - map: which column stands for what.
    ///   - layout: what is known of the table beside that.
    init(
        _ file: UnsafeRawBufferPointer, from start: Int, prefersTab: Bool, map: ColumnMap,
        layout: TableLayout = TableLayout()
    ) {
        var best: (opening: TableOpening, score: Int)?
        var start = start
        var candidates: [UInt8] =
            prefersTab ? [0x09, 0x2C, 0x3B, 0x7C, 0x20] : [0x2C, 0x3B, 0x09, 0x7C, 0x20]
        if layout.isTyped {
            candidates = [0x2C]
        } else if let line = TableLayout.separatorLine(file, from: start) {
            candidates = [line.delimiter]
            start = line.end
        }
        for delimiter in candidates {
            // A blank is the last resort: it stands around and inside fields of every other sort of table.
            if delimiter == 0x20, let best, best.opening.header.shape != .unknown { break }
            let candidate = Self.attempt(
                file, from: start, delimiter: delimiter, map: map, width: layout.width)
            if best.map({ candidate.score > $0.score }) ?? true { best = candidate }
        }
        // There is always a candidate.
        self = best.unsafelyUnwrapped.opening
        isTyped = layout.isTyped
        isMapped = !map.isEmpty
    }

    /// The same table with the header of each thing that is in its rows.
    func parts(_ map: ColumnMap) -> [TableOpening] {
        guard !map.links.isEmpty else { return [self] }
        return TableHeader.parts(header.names, map: map).map { header in
            var part = self
            part.header = header
            return part
        }
    }

    private static func attempt(
        _ file: UnsafeRawBufferPointer, from start: Int, delimiter: UInt8, map: ColumnMap,
        width least: Int
    ) -> (opening: TableOpening, score: Int) {
        let end = min(file.count, start + sampleLength)
        let head = UnsafeRawBufferPointer(rebasing: file[..<end])
        var tokenizer = CSVTokenizer(head, delimiter: delimiter, from: start)
        var records: [[CSVField]] = []
        var firstEnd = start
        var fields: [CSVField] = []
        while records.count < sampleRows, tokenizer.next(&fields) {
            if records.isEmpty { firstEnd = tokenizer.position }
            records.append(fields)
        }
        // The last record may be cut.
        if end < file.count, tokenizer.position >= end, records.count > 1 { records.removeLast() }
        let sample = records.map { $0.map { trimmed($0.string(in: head)) } }
        var first = sample.first ?? []
        // Columns of a sheet that the header does not name have cells below it all the same.
        if first.count < least { first += repeatElement("", count: least - first.count) }
        let numbered = (1...max(1, first.count)).map(String.init)

        var header = TableHeader(first, map: map)
        let mapped = ([map] + map.links).flatMap(\.columns.values)
        let isByNumber =
            !mapped.isEmpty && mapped.allSatisfy { numbered.contains($0) }
            && !mapped.contains { first.contains($0) }
        var hasHeaderRow = !isByNumber
        if hasHeaderRow, header.shape == .unknown, areNumbers(sample) {
            hasHeaderRow = false
            header = TableHeader(
                numbered, map: ColumnMap(first.count == 3 ? Self.threeColumns : Self.twoColumns))
        } else if isByNumber {
            header = TableHeader(numbered, map: map)
        }
        var opening = TableOpening(
            delimiter: delimiter, header: header, hasHeaderRow: hasHeaderRow,
            headerFields: hasHeaderRow ? records.first ?? [] : [], rowsStart: hasHeaderRow ? firstEnd : start,
            sample: Array(sample.prefix(3)))
        opening.hasDecimalCommas =
            delimiter != 0x2C && DecimalComma.isUsed(in: sample.dropFirst(hasHeaderRow ? 1 : 0))
        let width = first.count
        let alike = sample.count { $0.count == width }
        let isUnderstood = header.shape != .unknown && (width > 1 || delimiter == 0x2C)
        let isAllowed = width > 1 && (delimiter != 0x20 || (isUnderstood && alike == sample.count))
        let score =
            isAllowed
            ? (isUnderstood ? 1_000_000 : 0) + (alike == sample.count ? 100_000 : 0)
                + min(header.positions.count, 9) * 10_000 + min(width, 9_999)
            : (isUnderstood ? 1 : 0)
        return (opening, score)
    }

    private init(
        delimiter: UInt8, header: TableHeader, hasHeaderRow: Bool, headerFields: [CSVField], rowsStart: Int,
        sample: [[String]]
    ) {
        self.delimiter = delimiter
        self.header = header
        self.hasHeaderRow = hasHeaderRow
        self.headerFields = headerFields
        self.rowsStart = rowsStart
        self.sample = sample
    }

    private static let twoColumns: [TableColumn: String] = [.source: "1", .target: "2"]
    private static let threeColumns: [TableColumn: String] = [.source: "1", .target: "2", .weight: "3"]

    /// Whether all rows are two whole numbers, with or without a third number.
    private static func areNumbers(_ rows: [[String]]) -> Bool {
        guard let width = rows.first?.count, width == 2 || width == 3 else { return false }
        return rows.allSatisfy { row in
            row.count == width && Int(row[0]) != nil && Int(row[1]) != nil
                && (width == 2 || Double(row[2]) != nil)
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(start[...last])
    }
}
