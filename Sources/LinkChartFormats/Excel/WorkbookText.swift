/// What stands in a workbook's sheets, as one text: tables with commas, texts always in quotes, numbers and truth values
/// never, dates as in ISO 8601. The readers of tables read it as they read any other.
struct WorkbookText: Sendable {
    /// A sheet.
    struct Sheet: Sendable {
        /// What it is called.
        var name: String
        /// Where its rows stand in the text.
        var range: Range<Int>
        /// How many columns it has up to the last one that is used.
        var width = 0
        /// Why it is not read; nil if it is.
        var omission: Omission?
        /// Where the rows of the text begin, and which of the sheet's they are.
        fileprivate(set) var rows: [RowStart] = []
    }

    /// Why a sheet is not read.
    enum Omission: Sendable, Equatable {
        case hidden
        /// It holds a chart or a macro.
        case other(String)
        case empty
        /// Its part of the file is missing or damaged.
        case unreadable(String)
    }

    /// Something about a cell that is worth saying.
    struct Issue: Sendable {
        enum Kind: Sendable, Equatable {
            /// It shows an error, such as `#REF!`.
            case error(String)
            /// A formula that no program has computed.
            case noValue
            /// It refers to a text that is not there, or is outside of every sheet.
            case damaged
        }
        var kind: Kind
        var sheet: Int
        var row: Int
        var column: Int
    }

    /// Where a row begins in the text, and its number in the sheet, from 1; in eight bytes.
    struct RowStart: Sendable {
        private var packed: UInt64
        init(offset: Int, row: Int) { packed = UInt64(offset) << 24 | UInt64(row & 0xFF_FFFF) }
        var offset: Int { Int(packed >> 24) }
        var row: Int { Int(packed & 0xFF_FFFF) }
    }

    var sheets: [Sheet] = []
    /// The first issues of each kind, in order.
    private(set) var issues: [Issue] = []
    private(set) var issueCount = 0
    /// How many cells got the value of the merged cell they belong to.
    var filledCells = 0
    /// How many cells had blanks around their text, which are left out, and the first such text.
    private(set) var trimmed = (count: 0, example: "")

    private static let issueLimit = 500

    mutating func add(_ kind: Issue.Kind, row: Int, column: Int) {
        issueCount += 1
        guard issues.count < Self.issueLimit else { return }
        issues.append(Issue(kind: kind, sheet: sheets.count - 1, row: row, column: column))
    }

    mutating func addTrimmed(_ raw: String) {
        if trimmed.count == 0 { trimmed.example = raw }
        trimmed.count += 1
    }

    mutating func startRow(_ row: Int, at offset: Int) {
        sheets[sheets.count - 1].rows.append(RowStart(offset: offset, row: row))
    }

    // MARK: - Places

    /// A cell of a sheet.
    struct Place {
        var sheet: Int
        var row: Int
        var column: Int
        /// As people write it: `Sheet1!C12`, `'My sheet'!A1`.
        var name: String
    }

    /// The cell in which an offset of the text lies; nil if there is none.
    ///
    /// - Complexity: logarithmic in the rows, linear in the row's length.
    func place(of offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Place? {
        guard
            let sheet = sheets.lastIndex(where: { $0.range.lowerBound <= offset && !$0.rows.isEmpty })
        else { return nil }
        let rows = sheets[sheet].rows
        var (low, high) = (0, rows.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if rows[middle].offset <= offset { low = middle } else { high = middle }
        }
        var column = 1
        var isQuoted = false
        var position = rows[low].offset
        while position < min(offset, text.count) {
            let byte = text[position]
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x2C, !isQuoted { column += 1 }
            position += 1
        }
        return place(sheet, row: rows[low].row, column: column)
    }

    func place(_ sheet: Int, row: Int, column: Int) -> Place {
        Place(
            sheet: sheet, row: row, column: column,
            name: Self.quoted(sheets[sheet].name) + "!" + Self.letters(of: column) + String(row))
    }

    /// The letters of a column, counted from 1: `A`, `Z`, `AA`.
    static func letters(of column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            rest -= 1
            letters.append(UInt8(0x41 + rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// The column, from 1, and the row of a cell's name such as `C12`; nil for what is none.
    static func cell(_ name: some StringProtocol) -> (column: Int, row: Int)? {
        var column = 0
        var row = 0
        for byte in name.utf8 where byte != 0x24 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A:
                guard row == 0, column < 1 << 16 else { return nil }
                column = column * 26 + Int(byte & 0x1F)
            case 0x30...0x39:
                guard column > 0, row < 1 << 24 else { return nil }
                row = row * 10 + Int(byte & 0xF)
            default: return nil
            }
        }
        return column > 0 && row > 0 ? (column, row) : nil
    }

    private static func quoted(_ name: String) -> String {
        let isPlain =
            name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
            && !(name.first?.isNumber ?? true)
        return isPlain
            ? name
            : "'"
                + name.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "''") + "'"
    }
}
