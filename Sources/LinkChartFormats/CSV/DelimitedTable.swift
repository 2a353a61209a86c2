/// A small table as texts: its header, its rows, and where they stand. For tables that people fill in.
///
/// The delimiter is the one of comma, semicolon and tab that the header has most of. Rows are read as the readers
/// of graphs read them (RFC 4180, and what real files do beside it).
public struct DelimitedTable: Sendable {
    /// A row.
    public struct Row: Sendable {
        /// Its cells, without blanks around them; as many as the header has.
        public var cells: [String]
        /// Its line in the file, from 1.
        public var line: Int
    }

    /// The name of the file.
    public let name: String
    /// The names of the columns; empty if the table is.
    public private(set) var header: [String] = []
    /// The rows with at least one value.
    public private(set) var rows: [Row] = []
    /// What is wrong with the table as such.
    public private(set) var diagnostics = Diagnostics()

    /// Reads a table.
    public init(_ input: GraphInput) {
        name = input.name
        // What spreadsheets save as "Unicode text" is UTF-16.
        let input = input.readable() ?? input
        let start = input.contentStart
        input.content.withBytes { bytes in
            let file = UnsafeRawBufferPointer(bytes)
            let first = input.workbook?.sheets.first { !$0.range.isEmpty }?.range
            read(
                UnsafeRawBufferPointer(rebasing: file[..<(first?.upperBound ?? file.count)]),
                from: first?.lowerBound ?? start)
        }
        if header.isEmpty { report(.emptyFile, "the table is empty") }
    }

    /// The position of the column that is called this, however it is spelt.
    public func column(where isWanted: (String) -> Bool) -> Int? { header.firstIndex(where: isWanted) }

    private mutating func report(_ code: DiagnosticCode, _ message: String, line: Int? = nil) {
        diagnostics.report(Diagnostic(code, message, file: name, line: line))
    }

    private mutating func read(_ file: UnsafeRawBufferPointer, from start: Int) {
        let firstLine = file[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        let delimiters: [UInt8] = [0x2C, 0x3B, 0x09]
        let counts = delimiters.map { delimiter in firstLine.count { $0 == delimiter } }
        let most = counts.max() ?? 0
        let delimiter = delimiters[counts.firstIndex(of: most) ?? 0]
        var tokenizer = CSVTokenizer(file, delimiter: delimiter, from: start)
        var fields: [CSVField] = []
        var (line, counted) = (1, start)
        while tokenizer.next(&fields) {
            // Lines are counted once from row to row.
            line += file[counted..<tokenizer.recordStart].count { $0 == 0x0A }
            counted = tokenizer.recordStart
            let cells = fields.map { Self.trimmed($0.string(in: file)) }
            if header.isEmpty {
                header = cells
            } else if cells.contains(where: { !$0.isEmpty }) {
                if cells.count > header.count, cells[header.count...].contains(where: { !$0.isEmpty }) {
                    report(
                        .wrongFieldCount,
                        "\(cells.count) fields in a row of a table with \(header.count) columns", line: line)
                }
                var cells = Array(cells.prefix(header.count))
                cells += repeatElement("", count: header.count - cells.count)
                rows.append(Row(cells: cells, line: line))
            }
        }
        for issue in tokenizer.issues where issue.kind == .unclosedQuote {
            let line = 1 + file[start..<issue.offset].count { $0 == 0x0A }
            report(.unclosedQuote, "this quote is never closed", line: line)
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
