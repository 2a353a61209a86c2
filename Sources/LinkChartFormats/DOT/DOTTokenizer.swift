/// The tokens of DOT, as the scanner of libcgraph has them, with their places.
struct DOTTokenizer {
    enum Kind: Equatable {
        case open, close, openBracket, closeBracket
        case equals, semicolon, comma, colon, plus
        /// `->`, `--`.
        case arrow, line
        /// `strict`, `graph`, `digraph`, `node`, `edge`, `subgraph`, in any case.
        case keyword(Keyword)
        /// A name or a number without quotes.
        case word
        case quoted, html
        /// A text or a comment that is never closed.
        case unclosed(Unclosed)
        /// A byte that can't stand here.
        case other
        case end
    }

    enum Unclosed: String {
        case comment, text
        case html = "HTML text"
    }

    enum Keyword: String, CaseIterable { case strict, graph, digraph, node, edge, subgraph }

    struct Token {
        var kind: Kind
        var start: Int
        var end: Int
        /// Of a name, a hash of the text that it stands for.
        var hash: UInt64 = 0

        var range: SourceRange { SourceRange(offset: start, length: end - start) }
        var isText: Bool { kind == .word || kind == .quoted || kind == .html }
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position: Int
    /// Where a name begins with a character that libcgraph keeps for itself, and the bytes of value 0.
    private(set) var marks: [Int] = []
    private(set) var zeroBytes: [Int] = []
    /// Numbers that run into what follows them.
    private(set) var badNumbers: [SourceRange] = []
    private var isAfterPlus = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        position = 0
    }

    mutating func next() -> Token {
        if let unclosed = skipBlanks() { return unclosed }
        guard position < bytes.count else { return Token(kind: .end, start: position, end: position) }
        let start = position
        let byte = bytes[position]
        if Self.isLetter(byte) { return word(start) }
        if Self.isDigit(byte) || byte == 0x2E || byte == 0x2D { return numberOrOperator(start) }
        let wasAfterPlus = isAfterPlus
        isAfterPlus = byte == 0x2B
        switch byte {
        case 0x22: return quoted(start, isFirstPiece: !wasAfterPlus)
        case 0x3C: return html(start)
        case 0x7B: return single(.open)
        case 0x7D: return single(.close)
        case 0x5B: return single(.openBracket)
        case 0x5D: return single(.closeBracket)
        case 0x3D: return single(.equals)
        case 0x3B: return single(.semicolon)
        case 0x2C: return single(.comma)
        case 0x3A: return single(.colon)
        case 0x2B: return single(.plus)
        default: return single(.other)
        }
    }

    private mutating func single(_ kind: Kind) -> Token {
        position += 1
        return Token(kind: kind, start: position - 1, end: position)
    }

    // MARK: - Blanks and comments

    /// - Returns: a comment that is never closed, if there is one.
    private mutating func skipBlanks() -> Token? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case 0x00:
                zeroBytes.append(position)
                position += 1
            case 0xEF where position == 0 && follows(0xBB, at: 1) && follows(0xBF, at: 2): position = 3
            case 0x23: skipLine()
            case 0x2F where follows(0x2F, at: 1): skipLine()
            case 0x2F where follows(0x2A, at: 1):
                let start = position
                position += 2
                while position < bytes.count, !(bytes[position] == 0x2A && follows(0x2F, at: 1)) {
                    noteZero()
                    position += 1
                }
                guard position < bytes.count else {
                    return Token(kind: .unclosed(.comment), start: start, end: bytes.count)
                }
                position += 2
            default: return nil
            }
        }
        return nil
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != 0x0A {
            noteZero()
            position += 1
        }
    }

    private func follows(_ byte: UInt8, at distance: Int) -> Bool {
        position + distance < bytes.count && bytes[position + distance] == byte
    }

    @inline(__always)
    private mutating func noteZero() { if bytes[position] == 0 { zeroBytes.append(position) } }

    // MARK: - Names

    private mutating func word(_ start: Int) -> Token {
        isAfterPlus = false
        var hash = Hash()
        while position < bytes.count, Self.isLetter(bytes[position]) || Self.isDigit(bytes[position]) {
            hash.add(bytes[position])
            position += 1
        }
        let length = position - start
        if length >= 4, length <= 8, bytes[start] < 0x80 {
            for keyword in Keyword.allCases where keyword.rawValue.utf8.count == length {
                if zip(bytes[start..<position], keyword.rawValue.utf8).allSatisfy({ $0 | 0x20 == $1 }) {
                    return Token(kind: .keyword(keyword), start: start, end: position)
                }
            }
        }
        return Token(kind: .word, start: start, end: position, hash: hash.value)
    }

    private mutating func numberOrOperator(_ start: Int) -> Token {
        isAfterPlus = false
        if bytes[position] == 0x2D {
            position += 1
            if follows(0x3E, at: 0) || follows(0x2D, at: 0) {
                position += 1
                return Token(kind: bytes[position - 1] == 0x3E ? .arrow : .line, start: start, end: position)
            }
        }
        let firstDigit = position
        skipDigits()
        let hasWhole = position > firstDigit
        if follows(0x2E, at: 0) {
            position += 1
            let fraction = position
            skipDigits()
            if !hasWhole, position == fraction {
                position = start + 1
                return Token(kind: .other, start: start, end: position)
            }
        } else if !hasWhole {
            position = start + 1
            return Token(kind: .other, start: start, end: position)
        }
        if position < bytes.count, Self.isLetter(bytes[position]) || bytes[position] == 0x2E {
            badNumbers.append(SourceRange(offset: start, length: position - start + 1))
        }
        var hash = Hash()
        for byte in bytes[start..<position] { hash.add(byte) }
        return Token(kind: .word, start: start, end: position, hash: hash.value)
    }

    private mutating func skipDigits() {
        while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
    }

    private mutating func quoted(_ start: Int, isFirstPiece: Bool) -> Token {
        position += 1
        if isFirstPiece { noteName() }
        var hash = Hash()
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22 {
                position += 1
                return Token(kind: .quoted, start: start, end: position, hash: hash.value)
            }
            if byte == 0x5C, position + 1 < bytes.count {
                position += 1
                switch bytes[position] {
                case 0x22: hash.add(0x22)
                case 0x0A: break
                case 0x5C:
                    hash.add(0x5C)
                    hash.add(0x5C)
                default:
                    hash.add(0x5C)
                    continue
                }
            } else if byte == 0 {
                zeroBytes.append(position)
            } else {
                hash.add(byte)
            }
            position += 1
        }
        return Token(kind: .unclosed(.text), start: start, end: bytes.count)
    }

    private mutating func html(_ start: Int) -> Token {
        position += 1
        noteName()
        var hash = Hash()
        var depth = 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x3C { depth += 1 }
            if byte == 0x3E {
                depth -= 1
                if depth == 0 {
                    position += 1
                    return Token(kind: .html, start: start, end: position, hash: hash.value)
                }
            }
            if byte == 0 { zeroBytes.append(position) } else { hash.add(byte) }
            position += 1
        }
        return Token(kind: .unclosed(.html), start: start, end: bytes.count)
    }

    private mutating func noteName() {
        if position < bytes.count, bytes[position] == 0x25 || bytes[position] == 0x01 {
            marks.append(position)
        }
    }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte >= 0x80
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// FNV-1a, of names while they are read and of those that libcgraph gives back.
    struct Hash {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

        @inline(__always)
        mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

        static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
            var hash = Hash()
            for byte in bytes { hash.add(byte) }
            return hash.value
        }

        static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
            (first &* 0x9E37_79B9_7F4A_7C15).byteSwapped ^ second
        }
    }
}
