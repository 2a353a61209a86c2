internal import LinkChartModel

/// The rows of a table one after another, cell by cell as they are asked for.
struct TableRows {
    private let file: UnsafeRawBufferPointer
    private var tokenizer: CSVTokenizer
    private var fields: [CSVField] = []
    private var scratch: [UInt8] = []
    private let width: Int
    private let rules: CellRules
    private let hasRules: Bool
    /// How many columns there are up to the last one that has a name; rows may end behind that.
    private let leastWidth: Int
    private let isTyped: Bool
    var hasDecimalCommas: Bool
    /// Whether `="001"` is what it is, and no way to write `001`.
    var keepsFormulas = false
    private var reportedIssues = 0
    /// How many rows had nothing but empty cells.
    private(set) var emptyRows = 0

    init(_ file: UnsafeRawBufferPointer, _ opening: TableOpening) {
        self.file = file
        tokenizer = CSVTokenizer(file, delimiter: opening.delimiter, from: opening.rowsStart)
        width = opening.header.names.count
        rules = opening.header.rules
        hasRules = !rules.isEmpty
        isTyped = opening.isTyped
        hasDecimalCommas = opening.hasDecimalCommas
        let named = opening.header.names.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        leastWidth = isTyped ? 0 : named
    }

    /// The rows of a table whose layout is known.
    ///
    /// - Parameters:
    ///   - width: how many columns it has.
    ///   - start: where the first row begins.
    ///   - hasQuotes: whether fields may be enclosed in quotes.
    ///   - isTyped: whether they are those of a workbook, whose rows end with their last cell.
    init(
        _ file: UnsafeRawBufferPointer, delimiter: UInt8, width: Int, from start: Int, hasQuotes: Bool = true,
        isTyped: Bool = false
    ) {
        self.file = file
        tokenizer = CSVTokenizer(file, delimiter: delimiter, from: start, hasQuotes: hasQuotes)
        self.width = width
        rules = CellRules()
        hasRules = false
        self.isTyped = isTyped
        hasDecimalCommas = false
        leastWidth = isTyped ? 0 : width
    }

    /// Goes to the next row that has a value and as many cells as the header.
    ///
    /// Rows with fewer cells are taken, with a warning; rows with more, where these have values, are left out.
    mutating func next(_ builder: inout GraphBuilder) -> Bool {
        while true {
            let isThere = tokenizer.next(&fields)
            if reportedIssues < tokenizer.issues.count { reportIssues(to: &builder) }
            guard isThere else { return false }
            if fields.allSatisfy(\.isMissing) {
                emptyRows += 1
                continue
            }
            if fields.count == width { return true }
            let range = place
            if fields.count < width {
                if fields.count >= leastWidth { return true }
                let count = fields.count
                builder.report(
                    .wrongFieldCount, "\(count) fields in a row of a table with \(width) columns", at: range,
                    suggestion: "the last \(width - count) are taken as empty", severity: .warning)
                return true
            }
            let extra = fields[width...].drop(while: \.isMissing)
            guard let first = extra.first else { return true }
            let count = fields.count
            builder.report(
                .wrongFieldCount, "\(count) fields in a row of a table with \(width) columns",
                at: SourceRange(offset: first.rawStart, length: first.rawEnd - first.rawStart),
                suggestion: "put values that hold the delimiter in quotes")
            builder.reportSkipped("row with too many fields", text(of: fields[0]), at: range)
        }
    }

    /// Goes to the next row that ``next(_:)`` would take, without a word about the others.
    mutating func nextSilently() -> Bool {
        while tokenizer.next(&fields) {
            if fields.allSatisfy(\.isMissing) { continue }
            if fields.count <= width || fields[width...].allSatisfy(\.isMissing) { return true }
        }
        return false
    }

    private mutating func reportIssues(to builder: inout GraphBuilder) {
        while reportedIssues < tokenizer.issues.count {
            let issue = tokenizer.issues[reportedIssues]
            reportedIssues += 1
            switch issue.kind {
            case .unclosedQuote:
                builder.report(
                    .unclosedQuote, "this quote is never closed",
                    at: SourceRange(offset: issue.offset, length: 1),
                    suggestion:
                        "a quote inside a quoted field is doubled; everything from here on was left out")
                builder.reportSkipped(
                    "row with a quote that is never closed", "", at: SourceRange(offset: issue.offset))
            case .strayQuote where isForcedText(quoteAt: issue.offset): break
            case .strayQuote:
                builder.report(
                    .strayQuote, "a quote that neither opens nor closes a field",
                    at: SourceRange(offset: issue.offset, length: 1),
                    suggestion: "put the whole field in quotes and double those inside it")
            }
        }
    }

    /// Where the row begins.
    var place: SourceRange { SourceRange(offset: tokenizer.recordStart) }

    // MARK: - Cells

    /// The cell of a column, without the blanks around it unless they are quoted; nil if it is empty or not there.
    @inline(__always)
    private func field(_ column: Int) -> CSVField? {
        guard column >= 0, column < fields.count else {
            return column < CellRules.firstAlias ? nil : rules.column(ofSecondReading: column).flatMap(field)
        }
        var field = fields[column]
        guard field.form == .plain else { return field.start == field.end ? nil : field }
        while field.start < field.end, isBlank(file[field.start]) { field.start += 1 }
        while field.start < field.end, isBlank(file[field.end - 1]) { field.end -= 1 }
        if field.start == field.end { return nil }
        return file[field.start] == 0x3D && !keepsFormulas ? withoutFormula(field) : field
    }

    /// What a cell holds that spreadsheets are made to take for a text, as in `="001"`.
    private func withoutFormula(_ field: CSVField) -> CSVField? {
        guard field.end - field.start >= 3, file[field.start + 1] == 0x22, file[field.end - 1] == 0x22 else {
            return field
        }
        if field.end - field.start == 3 { return nil }
        return CSVField(start: field.start + 1, end: field.end, form: .escaped)
    }

    /// Whether a quote that is out of place belongs to such a cell.
    private func isForcedText(quoteAt offset: Int) -> Bool {
        guard let column = fields.firstIndex(where: { $0.start <= offset && offset < $0.end }) else {
            return false
        }
        let field = field(column)
        return fields[column].form == .plain && field?.form != .plain
    }

    @inline(__always)
    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The text that the cell at a position means; nil if it is empty or not there.
    ///
    /// - Parameter position: the column's, or -1 for a column that the table does not have.
    @inline(__always)
    func text(_ position: Int) -> String? {
        let text = writtenText(position)
        return hasRules && position >= 0 ? rules.meaning(of: text, at: position) : text
    }

    /// The text of the cell at a position as it stands there; nil if it is empty or not there.
    func writtenText(_ position: Int) -> String? { field(position).map { text(of: $0) } }

    private func text(of field: CSVField) -> String {
        let text = field.string(in: file)
        return field.form == .escaped ? Self.forcedText(text) ?? text : text
    }

    /// What `="001"` in quotes holds; nil for anything that is not so written to keep its digits.
    private static func forcedText(_ text: String) -> String? {
        guard text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 else { return nil }
        let inside = text.dropFirst(2).dropLast()
        return inside.utf8.allSatisfy { $0 &- 0x2B < 16 || $0 == 0x20 } ? String(inside) : nil
    }

    /// The text of the cell at a position with every blank that is in quotes; nil if it is not there.
    ///
    /// - Parameter orEmpty: whether two quotes with nothing between them are an empty text.
    func rawText(_ position: Int, orEmpty: Bool = false) -> String? {
        if let field = field(position) { return field.string(in: file) }
        guard orEmpty, position >= 0, position < fields.count, fields[position].form == .quoted else {
            return nil
        }
        return ""
    }

    /// Calls `body` with the bytes of the cell at a position; nil if it is empty or not there.
    @inline(__always)
    mutating func withBytes<Result>(
        _ position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result? {
        if hasRules {
            guard var text = text(position) else { return nil }
            return text.withUTF8(body)
        }
        guard let field = field(position) else { return nil }
        if field.form == .escaped {
            var text = text(of: field)
            return text.withUTF8(body)
        }
        return field.withBytes(in: file, scratch: &scratch, body)
    }

    /// The place of the cell at a position; where the row begins if there is none.
    func range(_ position: Int) -> SourceRange {
        let position = rules.column(ofSecondReading: position) ?? position
        guard position >= 0, position < fields.count else { return place }
        let field = field(position) ?? fields[position]
        return SourceRange(offset: field.rawStart, length: field.rawEnd - field.rawStart)
    }

    /// The value of an attribute's cell as it stands; nil if it is empty.
    ///
    /// It is a number only if it is written as a number is written here: `7`, `0.5`, `1e+20`, but not `007`, `+7`
    /// or `0.50`. Cells of workbooks are what they are there.
    func attribute(at position: Int) -> AttributeValue? {
        guard position < fields.count, !fields[position].isMissing else { return nil }
        let field = fields[position]
        if field.start == field.end { return nil }
        let text = text(of: field)
        if hasRules, rules.meaning(of: text, at: position) == nil { return nil }
        if isTyped {
            if field.form != .plain { return .string(text) }
            if text == "true" || text == "false" { return .bool(text == "true") }
        }
        let first = file[field.start]
        // A formula that keeps a text from being taken for a number.
        if first == 0x3D, let own = self.field(position), own.form == .escaped {
            return .string(self.text(of: own))
        }
        if field.form == .escaped, Self.forcedText(field.string(in: file)) != nil { return .string(text) }
        if hasDecimalCommas, let number = DecimalComma.value(text) { return number }
        return CellValue.attribute(text, first: first)
    }

    /// A number's text with a point where the table has commas, with a word in the report on it.
    func numberText(_ text: String, at position: Int, to builder: inout GraphBuilder) -> String {
        guard hasDecimalCommas, let number = DecimalComma.withPoint(text) else { return text }
        builder.reportNormalised("number with a decimal comma", text, to: number, at: range(position))
        return number
    }

    /// An attribute's value, with a word in the report on a number that was written with a comma.
    func attribute(at position: Int, to builder: inout GraphBuilder) -> AttributeValue? {
        guard let value = attribute(at: position) else { return nil }
        if hasDecimalCommas, let number = value.double, let text = writtenText(position),
            DecimalComma.withPoint(text) != nil
        {
            builder.reportNormalised(
                "number with a decimal comma", text, to: number.description, at: range(position))
        }
        return value
    }
}
