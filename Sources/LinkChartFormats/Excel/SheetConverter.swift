/// Turns the XML of one sheet after another into rows of a table.
struct SheetConverter: ~Copyable {
    /// What cells refer to.
    struct Context {
        var strings = SharedStrings()
        /// The number formats of cells' styles.
        var formats: [NumberFormat] = []
        var is1904 = false
    }

    private let context: Context
    private let packedSize: Int
    private var spool: Spool
    private(set) var text = WorkbookText()
    /// The cells of the row that is being read, as stretches of `scratch`.
    private var cells: [(column: Int, bytes: Range<Int>)] = []
    private var scratch: [UInt8] = []
    private var merges = MergedCells()
    private var content = CellText()
    private var buffer: [UInt8] = []
    private var base = 0
    /// The number of the row that is being read.
    private var current = 0

    /// The last column and row that Excel has.
    static let lastColumn = 16_384
    static let lastRow = 1_048_576

    /// - Parameter packedSize: the size of the workbook, in proportion to which the text must stay.
    init(_ context: Context, path: String, packedSize: Int) {
        self.context = context
        self.packedSize = packedSize
        spool = Spool(path: path)
    }

    /// The text of all sheets.
    consuming func finish() throws(FileError) -> (text: WorkbookText, content: MappedFile) {
        try flush(always: true)
        return (text, try spool.content())
    }

    /// Adds a sheet that is not read.
    mutating func omit(_ name: String, _ omission: WorkbookText.Omission) {
        let end = base + buffer.count
        text.sheets.append(.init(name: name, range: end..<end, omission: omission))
    }

    /// Whether the text is more than can be meant, after which nothing more is read.
    var isTrap: Bool { Unpacked.isTrap(count, of: packedSize) }

    /// How long the text is so far.
    var count: Int { base + buffer.count + scratch.count }

    /// Adds a sheet.
    ///
    /// - Throws: ``FileError`` if there is no room for the text.
    mutating func add(_ name: String, _ document: MappedFile) throws(FileError) {
        let start = base + buffer.count
        text.sheets.append(.init(name: name, range: start..<start))
        let number = text.sheets.count - 1
        merges = MergedCells(document)
        let parser = XMLPullParser(document, from: XMLPullParser.documentStart(document))
        current = 0
        while parser.next() {
            guard parser.event.kind == .start else { continue }
            if parser.isNamed("row") {
                current = parser.attribute("r").flatMap { Int($0) } ?? current + 1
                readRow(parser)
                if isTrap { break }
                if !(1...Self.lastRow).contains(current) {
                    text.add(.damaged, row: current, column: 1)
                } else {
                    writeRow(current)
                }
                try flush()
            } else if parser.isNamed("sheetProtection") || parser.isNamed("conditionalFormatting") {
                parser.skipElement()
            }
        }
        text.sheets[number].range = start..<(base + buffer.count)
        if let problem = parser.problem {
            text.sheets[number].omission = .unreadable(problem.message)
        } else if text.sheets[number].range.isEmpty {
            text.sheets[number].omission = .empty
        }
    }

    private mutating func flush(always: Bool = false) throws(FileError) {
        guard buffer.count >= 1 << 16 || always else { return }
        // Taken out meanwhile, or it could not be read while the spool changes.
        var piece: [UInt8] = []
        swap(&piece, &buffer)
        try spool.append(piece)
        base += piece.count
        piece.removeAll(keepingCapacity: true)
        swap(&piece, &buffer)
    }

    // MARK: - Rows

    private mutating func readRow(_ parser: XMLPullParser) {
        cells.removeAll(keepingCapacity: true)
        scratch.removeAll(keepingCapacity: true)
        let own = parser.depth
        var column = 0
        while parser.next() {
            switch parser.event.kind {
            case .start:
                guard parser.isNamed("c") else { continue }
                column = parser.attribute("r").flatMap { WorkbookText.cell($0)?.column } ?? column + 1
                let start = scratch.count
                readCell(parser, column: column)
                if scratch.count == start { continue }
                if isTrap { return }
                guard column <= Self.lastColumn, cells.count < Self.lastColumn else {
                    text.add(.damaged, row: current, column: column)
                    continue
                }
                cells.append((column, start..<scratch.count))
            case .end: if parser.depth == own { return }
            case .text: break
            }
        }
    }

    private mutating func writeRow(_ number: Int) {
        var isInOrder = true
        for position in cells.indices.dropFirst() where cells[position].column <= cells[position - 1].column {
            isInOrder = false
        }
        if !isInOrder {
            // Of two cells in one place the first counts.
            var seen: Set<Int> = []
            cells = cells.filter { seen.insert($0.column).inserted }.sorted { $0.column < $1.column }
        }
        text.filledCells += merges.fill(&cells, &scratch, row: number)
        guard let last = cells.last else { return }
        text.startRow(number, at: base + buffer.count)
        let sheet = text.sheets.count - 1
        text.sheets[sheet].width = max(text.sheets[sheet].width, last.column)
        var column = 1
        for cell in cells {
            if cell.column > column {
                buffer.append(contentsOf: repeatElement(0x2C, count: cell.column - column))
            }
            buffer.append(contentsOf: scratch[cell.bytes])
            column = cell.column
        }
        buffer.append(0x0A)
    }

    // MARK: - Cells

    private enum CellType { case number, shared, inline, formulaText, truth, error, date }

    private static func type(_ name: String?) -> CellType {
        switch name {
        case "s": .shared
        case "inlineStr": .inline
        case "str": .formulaText
        case "b": .truth
        case "e": .error
        case "d": .date
        default: .number
        }
    }

    /// Appends the cell's field to `scratch`; nothing if it is empty.
    private mutating func readCell(_ parser: XMLPullParser, column: Int) {
        let type = Self.type(parser.attribute("t"))
        let style = parser.attribute("s").flatMap { Int($0) } ?? 0
        let own = parser.depth
        var value = ""
        var hasValue = false
        var hasFormula = false
        var isOfValue = false
        while parser.next() {
            switch parser.event.kind {
            case .start:
                if parser.isNamed("is") {
                    content.read(parser)
                    value = content.text
                    hasValue = true
                } else if parser.isNamed("f") {
                    hasFormula = true
                } else if parser.isNamed("v") {
                    isOfValue = true
                }
            case .text: if isOfValue { value += parser.text }
            case .end:
                if isOfValue {
                    isOfValue = false
                    hasValue = hasValue || !value.isEmpty
                }
                guard parser.depth == own else { continue }
                if hasValue {
                    append(value, type, style: style, column: column)
                } else if hasFormula, type != .formulaText {
                    text.add(.noValue, row: current, column: column)
                }
                return
            }
        }
    }

    private mutating func append(_ value: String, _ type: CellType, style: Int, column: Int) {
        switch type {
        case .shared:
            guard let number = Int(CellValue.trimmed(value)), let field = context.strings[number] else {
                return text.add(.damaged, row: current, column: column)
            }
            scratch.append(contentsOf: field)
            if let raw = context.strings.untrimmed[number] { text.addTrimmed(raw) }
        case .inline, .formulaText:
            if CellText.appendField(value, to: &scratch) { text.addTrimmed(value) }
        case .truth: scratch.append(contentsOf: (value == "1" || value == "true" ? "true" : "false").utf8)
        case .error: text.add(.error(value), row: current, column: column)
        case .date: scratch.append(contentsOf: Self.date(value).utf8)
        case .number: appendNumber(CellValue.trimmed(value), style: style)
        }
    }

    /// A date as workbooks may also have it, ISO 8601; without the time of day if it has none.
    private static func date(_ value: String) -> String {
        let text = CellValue.trimmed(value).filter { $0 != "," && $0 != "\"" && !$0.isNewline }
        return text.hasSuffix("T00:00:00") || text.hasSuffix("T00:00:00Z")
            ? String(text.prefix { $0 != "T" }) : text
    }

    private mutating func appendNumber(_ value: String, style: Int) {
        guard let number = Double(value) else {
            _ = CellText.appendField(value, to: &scratch)
            return
        }
        let format = context.formats.indices.contains(style) ? context.formats[style] : NumberFormat(code: "")
        if format.isOfTime, let date = SerialDate.text(number, format, is1904: context.is1904) {
            scratch.append(contentsOf: date.utf8)
        } else if let integer = Int64(value) {
            scratch.append(contentsOf: String(integer).utf8)
        } else if number.magnitude < 1e15, let integer = Int64(exactly: number) {
            scratch.append(contentsOf: String(integer).utf8)
        } else {
            // The shortest digits that give the number, not those that a program happened to write.
            scratch.append(contentsOf: number.description.utf8)
        }
    }
}
