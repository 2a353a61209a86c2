import LinkChart

/// A flat result: named columns, rows of cells.
struct TextTable {
    /// A column: its name, and how its cells are set.
    struct Column {
        var name: String
        var isNumeric = false
    }

    /// One value: as data, and as people read it. Either is made when it is printed, for only one of them is.
    struct Cell {
        private enum Value {
            case same(String)
            case different(data: String, text: String)
            case score(Double, ScoreForm)
        }

        private let value: Value

        init(_ text: String) { value = .same(text) }

        init(_ number: Int) { value = .same(String(number)) }

        /// A value that reads otherwise for people than as data.
        init(data: String, text: String) { value = .different(data: data, text: text) }

        /// A score: all digits that round-trip as data, the form's for people.
        fileprivate init(_ score: Double, _ form: ScoreForm) { value = .score(score, form) }

        /// For CSV and TSV: full precision.
        var data: String {
            switch value {
            case .same(let text): text
            case .different(let data, _): data
            case .score(let score, let form): form.data(score)
            }
        }

        /// For people: rounded. Control characters could drive the terminal: they become visible.
        var text: String {
            switch value {
            case .same(let text), .different(_, let text): TerminalText.visible(text)
            case .score(let score, let form): form.text(score)
            }
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
        try buffer.write(
            style.bold(String(decoding: line(columns.map(\.name), widths), as: UTF8.self)) + "\n")
        for number in 0..<rowCount {
            var line = line(row(number).map { $0.text }, widths)
            line.append(UInt8(ascii: "\n"))
            try buffer.write(line)
        }
        try buffer.flush()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> [UInt8] {
        let blank = UInt8(ascii: " ")
        var line: [UInt8] = []
        line.reserveCapacity(widths.reduce(2 * widths.count, +))
        for (column, cell) in cells.enumerated() {
            let gap = repeatElement(blank, count: widths[column] - TerminalText.width(of: cell))
            if column > 0 { line.append(contentsOf: repeatElement(blank, count: 2)) }
            if columns[column].isNumeric { line.append(contentsOf: gap) }
            line.append(contentsOf: cell.utf8)
            if !columns[column].isNumeric { line.append(contentsOf: gap) }
        }
        while line.last == blank { line.removeLast() }
        return line
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
    func cell(_ score: Double) -> TextTable.Cell { TextTable.Cell(score, self) }

    /// A score with all digits that round-trip.
    func data(_ score: Double) -> String { areWhole ? text(score) : jsonNumber(score) }

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
