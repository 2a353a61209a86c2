/// The texts that the cells of a workbook share, as fields of a table: in quotes.
struct SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    /// Those that had blanks around them, as they were.
    private(set) var untrimmed: [Int: String] = [:]

    /// No texts.
    init() {}

    /// Reads the texts out of `sharedStrings.xml`.
    init(_ document: MappedFile) {
        let parser = XMLPullParser(document, from: XMLPullParser.documentStart(document))
        var text = CellText()
        while parser.next() {
            guard parser.event.kind == .start, parser.isNamed("si") else { continue }
            text.read(parser)
            if text.appendField(to: &bytes) { untrimmed[count] = text.text }
            ends.append(bytes.count)
        }
    }

    /// How many there are.
    var count: Int { ends.count - 1 }

    /// The text of a number as a field; nil if there is none of that number.
    subscript(number: Int) -> ArraySlice<UInt8>? {
        guard number >= 0, number < count else { return nil }
        return bytes[ends[number]..<ends[number + 1]]
    }
}

/// The text of an element that has one, or several in different type faces.
struct CellText {
    private(set) var text = ""

    /// Reads to the end of the element that has just begun; what tells how to pronounce a text is left out.
    mutating func read(_ parser: XMLPullParser) {
        text = ""
        let own = parser.depth
        while parser.next() {
            switch parser.event.kind {
            case .start:
                if parser.isNamed("rPh") {
                    parser.skipElement()
                } else if parser.isNamed("t") {
                    readPart(parser)
                }
            case .end: if parser.depth == own { return }
            case .text: break
            }
        }
    }

    private mutating func readPart(_ parser: XMLPullParser) {
        let own = parser.depth
        while parser.next() {
            switch parser.event.kind {
            case .text: text += parser.text
            case .end: if parser.depth == own { return }
            case .start: break
            }
        }
    }

    /// Appends the text as a field in quotes, without the blanks around it; nothing if it is blank.
    ///
    /// - Returns: whether something is left that had blanks around it.
    func appendField(to bytes: inout [UInt8]) -> Bool { Self.appendField(text, to: &bytes) }

    static func appendField(_ text: String, to bytes: inout [UInt8]) -> Bool {
        let isEscaped = text.utf8.contains(0x5F)
        var text = isEscaped ? unescaped(text) : text
        return text.withUTF8 { source in
            var rest = source[...]
            while let first = rest.first, isBlank(first) { rest.removeFirst() }
            while let last = rest.last, isBlank(last) { rest.removeLast() }
            if rest.isEmpty { return false }
            bytes.append(0x22)
            for byte in rest {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            bytes.append(0x22)
            return rest.count < source.count
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// The text with `_x000D_` and its like as the characters they stand for (ECMA-376, part 1, 22.9.2.19).
    private static func unescaped(_ text: String) -> String {
        let units = Array(text.utf16)
        var result: [UInt16] = []
        var position = 0
        while position < units.count {
            if units[position] == 0x5F, position + 6 < units.count, units[position + 1] == 0x78,
                units[position + 6] == 0x5F,
                let code = UInt16(
                    String(decoding: units[(position + 2)..<(position + 6)], as: UTF16.self), radix: 16)
            {
                result.append(code)
                position += 7
            } else {
                result.append(units[position])
                position += 1
            }
        }
        return String(decoding: result, as: UTF16.self)
    }
}

extension XMLPullParser {
    /// Where a document begins, behind a byte order mark.
    static func documentStart(_ document: MappedFile) -> Int {
        document.withBytes { $0.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
    }
}
