/// Splits XML into tags and text without building anything from it.
struct XMLScanner {
    /// One piece of markup, or the text before the next one.
    enum Token {
        case text(UnsafeBufferPointer<UInt8>)
        case characterData(UnsafeBufferPointer<UInt8>)
        case startTag(name: UnsafeBufferPointer<UInt8>, isEmpty: Bool)
        case endTag(name: UnsafeBufferPointer<UInt8>)
        /// A comment, a DOCTYPE, a processing instruction or the XML declaration.
        case other
    }

    /// An attribute as written, references and all.
    struct Attribute {
        let name: UnsafeBufferPointer<UInt8>
        let value: UnsafeBufferPointer<UInt8>
    }

    private let source: UnsafeBufferPointer<UInt8>
    /// Where the next token begins, in bytes.
    private(set) var position = 0
    /// Those of the start tag read last.
    private(set) var attributes: [Attribute] = []

    init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The next token, or `nil` at the end.
    mutating func next() throws(SVGError) -> Token? {
        guard position < source.count else { return nil }
        if source[position] != UInt8(ascii: "<") {
            let start = position
            position = index(of: UInt8(ascii: "<"), from: start) ?? source.count
            return .text(slice(start, position))
        }
        if follows("<!--") {
            try skip(past: "-->", what: "comment")
            return .other
        }
        if follows("<![CDATA[") {
            let start = position + 9
            try skip(past: "]]>", what: "CDATA section")
            return .characterData(slice(start, max(start, position - 3)))
        }
        if follows("<?") {
            try skip(past: "?>", what: "processing instruction")
            return .other
        }
        if follows("<!") {
            try skipDeclaration()
            return .other
        }
        return follows("</") ? try endTag() : try startTag()
    }

    private mutating func endTag() throws(SVGError) -> Token {
        position += 2
        let name = scanName()
        skipSpace()
        guard !name.isEmpty, position < source.count, source[position] == UInt8(ascii: ">") else {
            throw malformed("an end tag has no end")
        }
        position += 1
        return .endTag(name: name)
    }

    private mutating func startTag() throws(SVGError) -> Token {
        position += 1
        let name = scanName()
        guard !name.isEmpty else { throw malformed("a tag has no name") }
        attributes.removeAll(keepingCapacity: true)
        while true {
            skipSpace()
            guard position < source.count else { throw malformed("a tag has no end") }
            if source[position] == UInt8(ascii: ">") {
                position += 1
                return .startTag(name: name, isEmpty: false)
            }
            if follows("/>") {
                position += 2
                return .startTag(name: name, isEmpty: true)
            }
            attributes.append(try attribute())
        }
    }

    private mutating func attribute() throws(SVGError) -> Attribute {
        let name = scanName()
        skipSpace()
        guard !name.isEmpty, position < source.count, source[position] == UInt8(ascii: "=") else {
            throw malformed("an attribute has no value")
        }
        position += 1
        skipSpace()
        guard position < source.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(source[position]),
            let end = index(of: source[position], from: position + 1)
        else { throw malformed("an attribute's value is not in quotes") }
        defer { position = end + 1 }
        return Attribute(name: name, value: slice(position + 1, end))
    }

    /// Skips a DOCTYPE, whose internal subset holds further declarations between square brackets.
    private mutating func skipDeclaration() throws(SVGError) {
        let start = position
        var depth = 0
        var quote: UInt8?
        while position < source.count {
            let byte = source[position]
            position += 1
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0: return
            default: break
            }
        }
        position = start
        throw malformed("a declaration has no end")
    }

    private mutating func skip(past mark: String, what: String) throws(SVGError) {
        let mark = Array(mark.utf8)
        var start = position
        while let found = index(of: mark[0], from: start) {
            if source[found...].starts(with: mark) {
                position = found + mark.count
                return
            }
            start = found + 1
        }
        throw malformed("a \(what) has no end")
    }

    private mutating func scanName() -> UnsafeBufferPointer<UInt8> {
        let start = position
        while position < source.count, !Self.endsName[Int(source[position])] { position += 1 }
        return slice(start, position)
    }

    private mutating func skipSpace() {
        while position < source.count, source[position] <= 0x20 { position += 1 }
    }

    private static let endsName: [Bool] = (0..<256).map { $0 <= 0x20 || "<>/=\"'".utf8.contains(UInt8($0)) }

    private func follows(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= source.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { source[position + $0] == text.utf8Start[$0] }
    }

    private func index(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index < source.count {
            if source[index] == byte { return index }
            index += 1
        }
        return nil
    }

    private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: source[start..<end])
    }

    func malformed(_ message: String) -> SVGError {
        SVGError(.malformed, message, offset: position)
    }
}
