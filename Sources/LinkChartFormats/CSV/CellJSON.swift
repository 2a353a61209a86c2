internal import LinkChartModel

/// Reads a value of JSON (RFC 8259) from a cell.
struct CellJSON {
    private var bytes: ArraySlice<UInt8>
    private var depth = 0

    /// Cells are no place for deeper nesting.
    private static let depthLimit = 64

    /// The value that a text is; nil if it is no JSON, or something stands behind it.
    static func value(_ text: String) -> AttributeValue? {
        var reader = CellJSON(bytes: Array(text.utf8)[...])
        guard let value = reader.value() else { return nil }
        reader.skipSpace()
        return reader.bytes.isEmpty ? value : nil
    }

    private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    private mutating func skipSpace() {
        bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard bytes.first == byte else { return false }
        bytes.removeFirst()
        return true
    }

    private mutating func take(word: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes.starts(with: wanted) else { return false }
        bytes.removeFirst(wanted.count)
        return true
    }

    private mutating func value() -> AttributeValue? {
        skipSpace()
        switch bytes.first {
        case 0x7B: return object().map { .object($0) }
        case 0x5B: return list().map { .list($0) }
        case 0x22: return string().map { .string($0) }
        case 0x74: return take(word: "true") ? .bool(true) : nil
        case 0x66: return take(word: "false") ? .bool(false) : nil
        case 0x6E: return take(word: "null") ? .null : nil
        default: return number()
        }
    }

    private mutating func object() -> Attributes? {
        guard take(0x7B), depth < Self.depthLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        var object = Attributes()
        if take(0x7D) { return object }
        repeat {
            skipSpace()
            guard let name = string(), take(0x3A), let value = value() else { return nil }
            object[name] = value
        } while take(0x2C)
        return take(0x7D) ? object : nil
    }

    private mutating func list() -> [AttributeValue]? {
        guard take(0x5B), depth < Self.depthLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        var list: [AttributeValue] = []
        if take(0x5D) { return list }
        repeat {
            guard let value = value() else { return nil }
            list.append(value)
        } while take(0x2C)
        return take(0x5D) ? list : nil
    }

    private mutating func number() -> AttributeValue? {
        let isOfNumber = { (byte: UInt8) in
            (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
        }
        let digits = bytes.prefix(while: isOfNumber)
        guard let first = digits.first, first == 0x2D || (0x30...0x39).contains(first) else { return nil }
        bytes = bytes.dropFirst(digits.count)
        let text = String(decoding: digits, as: UTF8.self)
        if let integer = Int64(text) { return .integer(integer) }
        return Double(text).map { .number($0) }
    }

    private mutating func string() -> String? {
        guard bytes.first == 0x22 else { return nil }
        bytes.removeFirst()
        var text: [UInt8] = []
        while let byte = bytes.popFirst() {
            if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
            if byte < 0x20 { return nil }
            if byte != 0x5C {
                text.append(byte)
                continue
            }
            switch bytes.popFirst() {
            case 0x22: text.append(0x22)
            case 0x5C: text.append(0x5C)
            case 0x2F: text.append(0x2F)
            case 0x62: text.append(0x08)
            case 0x66: text.append(0x0C)
            case 0x6E: text.append(0x0A)
            case 0x72: text.append(0x0D)
            case 0x74: text.append(0x09)
            case 0x75:
                guard let scalar = escapedScalar() else { return nil }
                text.append(contentsOf: String(Character(scalar)).utf8)
            default: return nil
            }
        }
        return nil
    }

    /// The scalar of four hexadecimal digits, or of two such groups that are a surrogate pair.
    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let first = codeUnit() else { return nil }
        guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
        guard bytes.popFirst() == 0x5C, bytes.popFirst() == 0x75, let second = codeUnit(),
            UTF16.isTrailSurrogate(second)
        else { return nil }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private mutating func codeUnit() -> UInt16? {
        let digits = bytes.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            return nil
        }
        bytes = bytes.dropFirst(4)
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
