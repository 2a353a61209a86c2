/// A field of a table, as a stretch of the file's bytes.
struct CSVField {
    /// How the field is written.
    enum Form: UInt8 {
        /// Without quotes: the bytes are the value.
        case plain
        /// In quotes that hold no quote: the bytes between them are the value.
        case quoted
        /// With doubled quotes inside, or text after the closing one: the bytes, the opening quote first, must be
        /// decoded.
        case escaped
    }

    /// Where the bytes begin, counted from the start of the file.
    var start: Int
    /// Where they end.
    var end: Int
    /// How they are to be read.
    var form: Form
    /// Where the field begins in the file, its opening quote included.
    var rawStart: Int { form == .quoted ? start - 1 : start }
    /// Where the field ends in the file.
    var rawEnd: Int { form == .quoted ? end + 1 : end }
    /// Whether it has no bytes at all, not even quotes.
    var isMissing: Bool { form == .plain && start == end }
}

/// Cuts a table into records and fields (RFC 4180) without making strings.
///
/// Where real files leave the standard it does what Python's `csv` module does: any delimiter, line ends of all
/// three sorts, a quote inside an unquoted field stands for itself, text after a closing quote belongs to the
/// field. Both are noted, as is a quote that is never closed.
struct CSVTokenizer {
    /// Something that RFC 4180 does not allow.
    struct Issue: Equatable {
        enum Kind { case unclosedQuote, strayQuote }
        var kind: Kind
        /// Where the quote is.
        var offset: Int
    }

    let file: UnsafeRawBufferPointer
    let delimiter: UInt8
    /// Where the next record begins.
    private(set) var position: Int
    /// Where the record that was read last begins.
    private(set) var recordStart = 0
    /// What was met so far, in the order of the file.
    private(set) var issues: [Issue] = []

    private let delimiters: UInt64
    private let hasQuotes: Bool

    /// - Parameter hasQuotes: whether a quote at the beginning of a field encloses it; otherwise quotes stand for
    ///   themselves everywhere.
    init(_ file: UnsafeRawBufferPointer, delimiter: UInt8, from start: Int = 0, hasQuotes: Bool = true) {
        self.file = file
        self.delimiter = delimiter
        self.hasQuotes = hasQuotes
        delimiters = Bytes8.repeated(delimiter)
        position = start
    }

    /// Reads the next record that is no blank line.
    ///
    /// - Parameter fields: receives the fields; at least one.
    /// - Returns: false at the end of the file, and for a record whose quote is never closed.
    /// - Complexity: linear in the number of bytes.
    mutating func next(_ fields: inout [CSVField]) -> Bool {
        fields.removeAll(keepingCapacity: true)
        guard let base = file.baseAddress else { return false }
        let end = file.count
        while position < end, isLineEnd(base.load(fromByteOffset: position, as: UInt8.self)) {
            position &+= 1
        }
        if position >= end { return false }
        recordStart = position
        while true {
            let start = position
            if hasQuotes, start < end, base.load(fromByteOffset: start, as: UInt8.self) == 0x22 {
                guard let field = quotedField(base) else { return false }
                fields.append(field)
            } else {
                let stop = unquotedEnd(base, from: start, notingQuotes: hasQuotes)
                fields.append(CSVField(start: start, end: stop, form: .plain))
                position = stop
            }
            if position >= end { return true }
            let stop = base.load(fromByteOffset: position, as: UInt8.self)
            position &+= 1
            if stop == delimiter { continue }
            if stop == 0x0D, position < end, base.load(fromByteOffset: position, as: UInt8.self) == 0x0A {
                position &+= 1
            }
            return true
        }
    }

    @inline(__always)
    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// The delimiter, line end or end of file that ends an unquoted stretch.
    @inline(__always)
    private mutating func unquotedEnd(
        _ base: UnsafeRawPointer, from start: Int, notingQuotes: Bool
    ) -> Int {
        var next = start
        let end = file.count
        while next &+ 8 <= end {
            let word = Bytes8.load(base + next)
            let stops =
                Bytes8.equal(delimiters, word) | Bytes8.equal(Bytes8.repeated(0x0A), word)
                | Bytes8.equal(Bytes8.repeated(0x0D), word) | Bytes8.equal(Bytes8.repeated(0x22), word)
            if stops == 0 {
                next &+= 8
                continue
            }
            next &+= stops.trailingZeroBitCount &>> 3
            if base.load(fromByteOffset: next, as: UInt8.self) != 0x22 { return next }
            if notingQuotes { issues.append(Issue(kind: .strayQuote, offset: next)) }
            next &+= 1
        }
        while next < end {
            let byte = base.load(fromByteOffset: next, as: UInt8.self)
            if byte == delimiter || isLineEnd(byte) { return next }
            if byte == 0x22, notingQuotes { issues.append(Issue(kind: .strayQuote, offset: next)) }
            next &+= 1
        }
        return end
    }

    /// The field whose opening quote is at `position`, which moves behind the field; nil if it is never closed.
    private mutating func quotedField(_ base: UnsafeRawPointer) -> CSVField? {
        let quote = position
        let end = file.count
        var next = quote &+ 1
        var form = CSVField.Form.quoted
        while true {
            next = quoteOffset(base, from: next)
            if next >= end {
                issues.append(Issue(kind: .unclosedQuote, offset: quote))
                position = end
                return nil
            }
            let after = next &+ 1
            guard after < end else { break }
            let byte = base.load(fromByteOffset: after, as: UInt8.self)
            if byte == 0x22 {
                form = .escaped
                next = after &+ 1
                continue
            }
            if byte == delimiter || isLineEnd(byte) { break }
            issues.append(Issue(kind: .strayQuote, offset: next))
            position = unquotedEnd(base, from: after, notingQuotes: false)
            return CSVField(start: quote, end: position, form: .escaped)
        }
        position = next &+ 1
        return form == .quoted
            ? CSVField(start: quote &+ 1, end: next, form: .quoted)
            : CSVField(start: quote, end: position, form: .escaped)
    }

    @inline(__always)
    private func quoteOffset(_ base: UnsafeRawPointer, from start: Int) -> Int {
        var next = start
        let end = file.count
        while next &+ 8 <= end {
            let stops = Bytes8.equal(Bytes8.repeated(0x22), Bytes8.load(base + next))
            if stops != 0 { return next &+ stops.trailingZeroBitCount &>> 3 }
            next &+= 8
        }
        while next < end, base.load(fromByteOffset: next, as: UInt8.self) != 0x22 { next &+= 1 }
        return next
    }
}

extension CSVField {
    /// The value's bytes; those of an escaped field are gathered in `scratch`.
    @inline(__always)
    func withBytes<Result>(
        in file: UnsafeRawBufferPointer, scratch: inout [UInt8],
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let raw = UnsafeRawBufferPointer(rebasing: file[start..<end])
        if form != .escaped { return raw.withMemoryRebound(to: UInt8.self, body) }
        scratch.removeAll(keepingCapacity: true)
        Self.decode(raw, into: &scratch)
        return scratch.withUnsafeBufferPointer(body)
    }

    /// The value.
    func string(in file: UnsafeRawBufferPointer) -> String {
        if form != .escaped { return String(decoding: file[start..<end], as: UTF8.self) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end - start)
        Self.decode(UnsafeRawBufferPointer(rebasing: file[start..<end]), into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the value of a field that begins with a quote: two quotes stand for one until a single one closes it,
    /// and what follows that stands for itself.
    private static func decode(_ raw: UnsafeRawBufferPointer, into bytes: inout [UInt8]) {
        var position = 1
        while position < raw.count {
            if raw[position] == 0x22 {
                guard position + 1 < raw.count, raw[position + 1] == 0x22 else {
                    bytes.append(contentsOf: raw[(position + 1)...])
                    return
                }
                position += 1
            }
            bytes.append(raw[position])
            position += 1
        }
    }
}
