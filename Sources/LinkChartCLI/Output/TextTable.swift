import LinkChart

/// A flat result: named columns, rows of cells.
struct TextTable {
    /// A column: its name, and how its cells are set.
    struct Column {
        var name: String
        var isNumeric = false
    }

    /// One value: as data, and as people read it.
    struct Cell {
        /// For CSV and TSV: full precision.
        var data: String
        /// For people: rounded.
        var text: String

        init(_ text: String) {
            self.init(data: text, text: text)
        }

        init(_ number: Int) {
            data = String(number)
            text = data
        }

        /// A value that reads otherwise for people than as data.
        init(data: String, text: String) {
            self.data = data
            // Control characters could drive the terminal: they become visible.
            self.text = TerminalText.visible(text)
        }

        /// A column of scores: all digits that round-trip as data; for people the same number of decimals in
        /// every row, such that the largest has six significant digits.
        static func scores(_ scores: [Double]) -> [Cell] {
            let form = ScoreForm(of: scores)
            return scores.map { form.cell($0) }
        }
    }

    var columns: [Column]
    var rows: [[Cell]] = []
    /// Makes the rows one by one in place of ``rows``, whenever they are printed.
    private var made: (count: Int, row: (Int) -> [Cell])?

    init(_ columns: [Column], rows: [[Cell]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// A table of rows that are not kept: for results of millions of them.
    ///
    /// - Parameters:
    ///   - columns: the columns.
    ///   - count: how many rows there are.
    ///   - row: makes one; called once or twice for each.
    init(_ columns: [Column], count: Int, row: @escaping (Int) -> [Cell]) {
        self.columns = columns
        made = (count, row)
    }

    private var rowCount: Int { made?.count ?? rows.count }
    private func row(_ number: Int) -> [Cell] { made?.row(number) ?? rows[number] }

    /// Columns set side by side for people; nothing at all if there are no rows.
    func aligned(_ style: TerminalStyle) -> String {
        let sink = MemorySink()
        // Memory takes everything.
        try? writeAligned(style, to: sink)
        return sink.text
    }

    /// Writes columns set side by side for people; nothing at all if there are no rows.
    func writeAligned(_ style: TerminalStyle, to sink: any OutputSink) throws(FileError) {
        guard rowCount > 0 else { return }
        var widths = columns.map { TerminalText.width(of: $0.name) }
        for number in 0..<rowCount {
            for (column, cell) in row(number).enumerated() {
                widths[column] = max(widths[column], TerminalText.width(of: cell.text))
            }
        }
        let buffer = BufferedSink(sink)
        try buffer.write(style.bold(line(columns.map(\.name), widths)) + "\n")
        for number in 0..<rowCount { try buffer.write(line(row(number).map { $0.text }, widths) + "\n") }
        try buffer.flush()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var text = ""
        // Blanks are due until something follows them: none end a line.
        var due = 0
        for (column, cell) in cells.enumerated() {
            let gap = widths[column] - TerminalText.width(of: cell)
            due += (column == 0 ? 0 : 2) + (columns[column].isNumeric ? gap : 0)
            if !cell.isEmpty {
                for _ in 0..<due { text.append(" ") }
                text += cell
                due = 0
            }
            if !columns[column].isNumeric { due += gap }
        }
        while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        return text
    }

    /// Writes columns separated by a character, quoted by RFC 4180, with a header line.
    func writeDelimited(_ separator: UInt8, to sink: any OutputSink) throws(FileError) {
        var records = CSVRecordWriter(delimiter: separator, sink: sink)
        for column in columns { records.field(column.name) }
        try records.endRecord()
        for number in 0..<rowCount {
            for cell in row(number) { records.field(cell.data) }
            try records.endRecord()
        }
        try records.flush()
    }
}

/// How a column of scores is set.
struct ScoreForm {
    private let areWhole: Bool
    private let decimals: Int

    /// Whole numbers as such; else as many decimals as give the largest six significant digits, the same in every
    /// row.
    init(of scores: some Collection<Double>) {
        areWhole = scores.allSatisfy { $0 == $0.rounded() && $0.magnitude < 1e15 }
        let largest = scores.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
        var decimals = areWhole ? 0 : 6
        var bound = 1.0
        while decimals > 0 && !areWhole && largest >= bound && decimals > 1 {
            decimals -= 1
            bound *= 10
        }
        self.decimals = decimals
    }

    /// Numbers with so many decimals.
    init(decimals: Int) {
        areWhole = false
        self.decimals = decimals
    }

    /// A score for people, and with all digits that round-trip as data.
    func cell(_ score: Double) -> TextTable.Cell {
        let text = text(score)
        return TextTable.Cell(data: areWhole ? text : jsonNumber(score), text: text)
    }

    /// A score for people.
    func text(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return jsonNumber(value) }
        var scale: Int64 = 1
        for _ in 0..<decimals { scale *= 10 }
        let whole = value.magnitude.rounded(.down)
        var fraction = Int64(((value.magnitude - whole) * Double(scale)).rounded())
        let carried = Int64(whole) + (fraction == scale ? 1 : 0)
        if fraction == scale { fraction = 0 }
        let sign = value < 0 && (carried > 0 || fraction > 0) ? "-" : ""
        guard decimals > 0 else { return sign + String(carried) }
        let digits = String(fraction)
        return sign + "\(carried)." + String(repeating: "0", count: decimals - digits.count) + digits
    }
}

extension ScoreForm {
    /// A whole number as such, another one with the digits it has.
    static func short(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : jsonNumber(value)
    }
}

/// A number with the shortest digits that round-trip, as JSON writes it.
func jsonNumber(_ value: Double) -> String {
    var writer = JSONWriter(style: .compact)
    writer.value(value)
    return writer.text
}
