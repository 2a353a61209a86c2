internal import LinkChartModel

/// A value of DOT: a text, or an HTML-like one, which stands between `<` and `>`.
enum DOTValue: Hashable {
    case text(String)
    case html(String)

    /// The key of an object that stands for an HTML-like text among attributes.
    static let htmlKey = "html"

    /// The value as an attribute: a number or a truth value if it is written as this library writes it.
    var attribute: AttributeValue {
        switch self {
        case .html(let text): return .object([Self.htmlKey: .string(text)])
        case .text("true"): return true
        case .text("false"): return false
        case .text(let text):
            guard let first = text.utf8.first else { return "" }
            return CellValue.attribute(text, first: first)
        }
    }

    /// The value that reads back as an attribute; nil if DOT has none.
    init?(_ attribute: AttributeValue) {
        switch attribute {
        case .bool(let flag): self = .text(flag ? "true" : "false")
        case .integer(let number): self = .text(String(number))
        case .number(let number): self = .text(number.description)
        case .string(let text): self = .text(text)
        case .object(let members):
            guard members.count == 1, let text = members[Self.htmlKey]?.string else { return nil }
            self = .html(text)
        case .null, .list: return nil
        }
        guard self.isWritable, self.attribute == attribute else { return nil }
    }

    /// Whether DOT can hold it as it is.
    var isWritable: Bool {
        switch self {
        case .text(let text): return Self.canQuote(text)
        case .html(let text):
            var depth = 0
            for byte in text.utf8 {
                if byte == 0x3C { depth += 1 }
                if byte == 0x3E { depth -= 1 }
                if depth < 0 || byte == 0 { return false }
            }
            return depth == 0
        }
    }

    /// Whether a text can stand in quotes: a backslash before a quote, before a line's end or at the end would be taken
    /// for an escape, and a pair of them stays a pair; and libcgraph drops a line's end that has nothing but quotes,
    /// backslashes and the ends of the text beside it.
    static func canQuote(_ text: String) -> Bool {
        var backslashes = 0
        // How many bytes there are since the last quote or backslash, and whether the last one is a line's end.
        var run = 0
        var isAfterLine = false
        for byte in text.utf8 {
            if byte == 0 { return false }
            if byte == 0x22 || byte == 0x5C {
                if run == 1, isAfterLine { return false }
                run = 0
            } else {
                run += 1
                isAfterLine = byte == 0x0A
            }
            if byte == 0x5C {
                backslashes += 1
                continue
            }
            if byte == 0x22 || byte == 0x0A, !backslashes.isMultiple(of: 2) { return false }
            backslashes = 0
        }
        return backslashes.isMultiple(of: 2) && !(run == 1 && isAfterLine)
    }

    /// Whether a text can be the name of a node or a graph: libcgraph keeps those with `%` for itself.
    static func canName(_ text: String) -> Bool {
        canQuote(text) && text.utf8.first != 0x25 && text.utf8.first != 0x01
    }
}

extension OutputBuffer {
    /// A name or a value of DOT, in quotes where it needs them.
    mutating func append(dot value: DOTValue) {
        switch value {
        case .html(let text):
            bytes.append(0x3C)
            append(text)
            bytes.append(0x3E)
        case .text(let text): append(dotName: text)
        }
    }

    mutating func append(dotName text: String) {
        if Self.isWord(text) { append(text) } else { appendQuoted(text) }
    }

    private static func isWord(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count < 100 else { return false }
        if DOTTokenizer.isDigit(first) {
            // A number with one point at most, and no letter after it.
            return text.utf8.allSatisfy { DOTTokenizer.isDigit($0) || $0 == 0x2E }
                && text.utf8.count { $0 == 0x2E } < 2
        }
        return first < 0x80 && DOTTokenizer.isLetter(first)
            && text.utf8.allSatisfy { $0 < 0x80 && (DOTTokenizer.isLetter($0) || DOTTokenizer.isDigit($0)) }
            && DOTTokenizer.Keyword(rawValue: text.lowercased()) == nil
    }

    /// Graphviz up to 2.42 takes no text of 16 kB from a file, so that a longer one is written in pieces.
    private mutating func appendQuoted(_ text: String) {
        bytes.append(0x22)
        var room = 8_000
        // What must stay with what follows it: a backslash, and a line's end, which is lost where it stands alone.
        var isHeld = false
        for byte in text.utf8 {
            if room <= 0, !isHeld, byte != 0x0A, byte & 0xC0 != 0x80 {
                append("\" + \"")
                room = 8_000
            }
            if byte == 0x22 { bytes.append(0x5C) }
            bytes.append(byte)
            isHeld = byte == 0x5C || byte == 0x0A
            room -= 1
        }
        bytes.append(0x22)
    }
}
