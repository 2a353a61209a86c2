/// Bytes of XML 1.0 in the making: whatever is appended, the characters are legal and the markup is intact.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends markup of our own.
    mutating func markup(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends bytes that are known to need no escape.
    mutating func verbatim(_ source: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: source)
    }

    /// Appends `#rrggbb`, digit by digit: drawings hold tens of thousands of colours.
    mutating func color(_ color: SVGColor) {
        bytes.append(UInt8(ascii: "#"))
        for shift in stride(from: UInt32(20), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: color.rgb >> shift & 15)
            bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }

    /// Appends plain text, escaped for content as well as for attributes in double quotes.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { plain($0) }
    }

    /// Appends plain text from the inside of a CDATA section.
    mutating func plain(_ source: UnsafeBufferPointer<UInt8>) {
        append(source) { _, _ in nil }
    }

    /// Appends text that is XML already: references are kept where they are legal, and lone ampersands become
    /// references.
    mutating func parsed(_ source: UnsafeBufferPointer<UInt8>) {
        append(source, reference: XMLReference.init)
    }

    private mutating func append(
        _ source: UnsafeBufferPointer<UInt8>,
        reference: (UnsafeBufferPointer<UInt8>, Int) -> XMLReference?
    ) {
        var position = 0
        var run = 0
        func rest() -> UnsafeBufferPointer<UInt8> { .init(rebasing: source[run..<position]) }
        while position < source.count {
            let byte = source[position]
            guard Self.isSpecial[Int(byte)] else {
                position += 1
                continue
            }
            if byte == 0xEF, !Self.isNoncharacter(source, position) {
                position += 3
                continue
            }
            bytes.append(contentsOf: rest())
            var length = 1
            switch byte {
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            case UInt8(ascii: "\""): markup("&quot;")
            case UInt8(ascii: "&"):
                if let found = reference(source, position) {
                    length = found.length
                    if found.isLegal { verbatim(.init(rebasing: source[position..<(position + length)])) }
                } else {
                    markup("&amp;")
                }
            case 0xEF: length = 3
            default: break  // a control character
            }
            position += length
            run = position
        }
        position = source.count
        run = min(run, position)
        bytes.append(contentsOf: rest())
    }

    /// U+FFFE and U+FFFF, which XML leaves out.
    private static func isNoncharacter(_ source: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
        position + 2 < source.count && source[position + 1] == 0xBF && source[position + 2] >= 0xBE
    }

    /// Bytes to look at: markup, quotes, controls other than tab and line breaks, and what may begin U+FFFE.
    private static let isSpecial: [Bool] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0xEF: true
        default: "<>&\"".utf8.contains(UInt8(byte))
        }
    }
}

/// A reference such as `&amp;` or `&#233;`.
struct XMLReference {
    /// Bytes from the ampersand to the semicolon.
    let length: Int
    /// What it stands for; `nil` for a character that XML does not allow.
    let scalar: Unicode.Scalar?

    var isLegal: Bool { scalar != nil }

    /// Reads the reference at an ampersand. `nil` where there is none, or one of a name that XML does not define.
    init?(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) {
        let end = min(start + 12, source.count)
        guard let semicolon = source[start..<end].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        length = semicolon + 1 - start
        let body = source[(start + 1)..<semicolon]
        guard body.first == UInt8(ascii: "#") else {
            guard let known = Self.names.first(where: { body.elementsEqual($0.name.utf8) }) else {
                return nil
            }
            scalar = known.scalar
            return
        }
        let isHexadecimal = body.dropFirst().first == UInt8(ascii: "x")
        let digits = String(decoding: body.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
        guard digits.utf8.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) == true,
            let value = UInt32(digits, radix: isHexadecimal ? 16 : 10)
        else { return nil }
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x1_0000...0x10_FFFF: scalar = Unicode.Scalar(value)
        default: scalar = nil
        }
    }

    private static let names: [(name: String, scalar: Unicode.Scalar)] = [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ]

    /// The plain text of bytes with references.
    static func decoded(_ source: UnsafeBufferPointer<UInt8>) -> String {
        guard source.contains(UInt8(ascii: "&")) else { return String(decoding: source, as: UTF8.self) }
        var plain: [UInt8] = []
        var position = 0
        while position < source.count {
            if source[position] == UInt8(ascii: "&"), let reference = XMLReference(source, position) {
                if let scalar = reference.scalar { plain.append(contentsOf: String(scalar).utf8) }
                position += reference.length
            } else {
                plain.append(source[position])
                position += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
