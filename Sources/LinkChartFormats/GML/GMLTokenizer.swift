/// Cuts a GML text into keys, values and brackets.
struct GMLTokenizer {
    enum Kind {
        case word, integer, real, string, open, close
        /// A text whose quote is never closed.
        case unclosed
    }

    struct Token {
        var kind: Kind
        var range: SourceRange
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the next token is looked for.
    private(set) var position: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// The next token; nil at the end.
    mutating func next() -> Token? {
        skipSpace()
        guard position < bytes.count else { return nil }
        let start = position
        switch bytes[position] {
        case 0x5B: return single(.open)
        case 0x5D: return single(.close)
        case 0x22:
            position += 1
            while position < bytes.count, bytes[position] != 0x22 { position += 1 }
            guard position < bytes.count else {
                // It most likely should have ended on its line.
                position = start
                while position < bytes.count, bytes[position] != 0x0A { position += 1 }
                return Token(kind: .unclosed, range: SourceRange(offset: start, length: position - start))
            }
            position += 1
            return Token(kind: .string, range: SourceRange(offset: start, length: position - start))
        default:
            while position < bytes.count, !Self.endsWord(bytes[position]) { position += 1 }
            let word = UnsafeBufferPointer(rebasing: bytes[start..<position])
            return Token(
                kind: Self.kind(of: word), range: SourceRange(offset: start, length: position - start))
        }
    }

    private mutating func single(_ kind: Kind) -> Token {
        position += 1
        return Token(kind: kind, range: SourceRange(offset: position - 1, length: 1))
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte <= 0x20 {
                position += 1
            } else if byte == 0x23 {
                while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            } else {
                return
            }
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x5B || byte == 0x5D || byte == 0x22
    }

    private static func kind(of word: UnsafeBufferPointer<UInt8>) -> Kind {
        guard let first = word.first, first == 0x2B || first == 0x2D || first == 0x2E || first &- 0x30 < 10
        else {
            return .word
        }
        let digits = first == 0x2B || first == 0x2D ? word.dropFirst() : word[...]
        if !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) { return .integer }
        if case .none = DecimalNumber.read(UnsafeRawBufferPointer(word)) { return .word }
        return .real
    }
}

/// The characters that a text of GML can't have, and how it writes them: as references such as `&#233;`.
enum GMLText {
    private static let names: [String: String] = [
        "quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": "\u{A0}",
    ]

    /// The text that is meant by one with references.
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(0x26) else { return text }
        var decoded = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            decoded += rest[..<start]
            let after = rest[rest.index(after: start)...]
            guard let end = after.prefix(12).firstIndex(of: ";"), let meant = meaning(after[..<end]) else {
                decoded += "&"
                rest = after
                continue
            }
            decoded += meant
            rest = after[after.index(after: end)...]
        }
        return decoded + rest
    }

    private static func meaning(_ reference: Substring) -> String? {
        guard reference.hasPrefix("#") else { return names[String(reference)] }
        let digits = reference.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap { Unicode.Scalar($0) }.map { String($0) }
    }

    /// Appends a text in quotes, in ASCII as the format demands.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: bytes.append(contentsOf: "&quot;".utf8)
            case 0x26: bytes.append(contentsOf: "&amp;".utf8)
            case 0x20...0x7E: bytes.append(UInt8(scalar.value))
            default: bytes.append(contentsOf: "&#\(scalar.value);".utf8)
            }
        }
        bytes.append(0x22)
    }
}
