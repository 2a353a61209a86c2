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

        init(_ number: Int) { self.init(String(number)) }

        /// A value that reads otherwise for people than as data.
        init(data: String, text: String) {
            self.data = data
            // Control characters could drive the terminal: they become visible.
            self.text = TerminalText.visible(text)
        }

        /// A column of scores: all digits that round-trip as data; for people the same number of decimals in
        /// every row, such that the largest has six significant digits.
        static func scores(_ scores: [Double]) -> [Cell] {
            let areWhole = scores.allSatisfy { $0 == $0.rounded() && $0.magnitude < 1e15 }
            let largest = scores.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
            var decimals = areWhole ? 0 : 6
            var bound = 1.0
            while decimals > 0 && !areWhole && largest >= bound && decimals > 1 {
                decimals -= 1
                bound *= 10
            }
            return scores.map { score in
                let text = fixed(score, decimals: decimals)
                return Cell(data: areWhole ? text : jsonNumber(score), text: text)
            }
        }

        private static func fixed(_ value: Double, decimals: Int) -> String {
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

    var columns: [Column]
    var rows: [[Cell]] = []

    init(_ columns: [Column], rows: [[Cell]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// Columns set side by side for people; nothing at all if there are no rows.
    func aligned(_ style: TerminalStyle) -> String {
        guard !rows.isEmpty else { return "" }
        let widths = columns.indices.map { column in
            rows.reduce(TerminalText.width(of: columns[column].name)) {
                max($0, TerminalText.width(of: $1[column].text))
            }
        }
        func line(_ cells: [String]) -> String {
            var text = ""
            for (column, cell) in cells.enumerated() {
                let gap = String(repeating: " ", count: widths[column] - TerminalText.width(of: cell))
                text += column == 0 ? "" : "  "
                text += columns[column].isNumeric ? gap + cell : cell + gap
            }
            while text.last == " " { text.removeLast() }
            return text
        }
        var text = style.bold(line(columns.map(\.name))) + "\n"
        for row in rows { text += line(row.map { $0.text }) + "\n" }
        return text
    }

    /// Columns separated by a character, quoted by RFC 4180, with a header line.
    func delimited(_ separator: UInt8) throws(FileError) -> String {
        let sink = MemorySink()
        var records = CSVRecordWriter(delimiter: separator, sink: sink)
        for fields in [columns.map(\.name)] + rows.map({ $0.map(\.data) }) {
            for field in fields { records.field(field) }
            try records.endRecord()
        }
        try records.flush()
        return sink.text
    }
}

/// A number with the shortest digits that round-trip, as JSON writes it.
func jsonNumber(_ value: Double) -> String {
    var writer = JSONWriter(style: .compact)
    writer.value(value)
    return writer.text
}
