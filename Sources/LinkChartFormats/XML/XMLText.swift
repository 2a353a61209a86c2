internal import LinkChartModel

/// How texts are written in XML 1.0.
enum XMLText {
    /// Whether every character is one that XML can hold: no control characters, no U+FFFE and U+FFFF.
    static func canHold(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for (position, byte) in bytes.enumerated() {
                if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
                if byte == 0xEF, position + 2 < bytes.count, bytes[position + 1] == 0xBF,
                    bytes[position + 2] & 0xFE == 0xBE
                {
                    return false
                }
            }
            return true
        }
    }

    /// Appends a text between tags or in an attribute's double quotes; what XML can't hold becomes `�`.
    ///
    /// Line ends and tabs are written so that no reader turns them into something else.
    static func append(_ text: String, isAttribute: Bool = false, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var position = 0
            while position < source.count {
                let byte = source[position]
                switch byte {
                case 0x26: bytes.append(contentsOf: "&amp;".utf8)
                case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
                case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
                case 0x22 where isAttribute: bytes.append(contentsOf: "&quot;".utf8)
                case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
                case 0x09 where isAttribute: bytes.append(contentsOf: "&#9;".utf8)
                case 0x0A where isAttribute: bytes.append(contentsOf: "&#10;".utf8)
                case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20: bytes.append(contentsOf: "\u{FFFD}".utf8)
                case 0xEF
                where position + 2 < source.count && source[position + 1] == 0xBF
                    && source[position + 2] & 0xFE == 0xBE:
                    bytes.append(contentsOf: "\u{FFFD}".utf8)
                    position += 2
                default: bytes.append(byte)
                }
                position += 1
            }
        }
    }

    /// A plain value as XML Schema writes it; nil for one that has no such text.
    static func text(of value: AttributeValue) -> String? {
        switch value {
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value):
            value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-INF" : "INF") : value.description
        case .string(let text): canHold(text) ? text : nil
        case .null, .list, .object: nil
        }
    }

    /// The type of a value in the words that GraphML and GEXF share.
    static func type(of value: AttributeValue) -> DeclaredType {
        switch value {
        case .bool: .boolean
        case .integer: .long
        case .number: .double
        default: .string
        }
    }
}

/// A type that a format declares for an attribute.
enum DeclaredType: String {
    case boolean, int, integer, long, short, byte, biginteger, float, double, bigdecimal, string, char, anyURI

    /// The type of a word, in any spelling; nil for one that is not known, whose values stay texts.
    init?(word: String) {
        let key = word.split(separator: ":").last.map { $0.lowercased() } ?? ""
        switch key {
        case "bool": self = .boolean
        case "real", "decimal": self = .double
        case "anyuri": self = .anyURI
        default:
            guard let type = DeclaredType(rawValue: key) else { return nil }
            self = type
        }
    }

    /// The value of a text; nil if it is none of this type.
    func value(_ text: String) -> AttributeValue? {
        switch self {
        case .string, .char, .anyURI: return .string(text)
        case .boolean:
            switch CellValue.trimmed(text).lowercased() {
            case "true", "1", "yes": return .bool(true)
            case "false", "0", "no": return .bool(false)
            default: return nil
            }
        case .int, .integer, .long, .short, .byte, .biginteger:
            let digits = CellValue.trimmed(text)
            if let value = Int64(digits) { return .integer(value) }
            // A whole number that some programs write as 12.0.
            guard let number = Self.number(digits), let whole = Int64(exactly: number) else { return nil }
            return .integer(whole)
        case .float, .double, .bigdecimal: return Self.number(CellValue.trimmed(text)).map { .number($0) }
        }
    }

    private static func number(_ text: String) -> Double? {
        let first = text.utf8.first ?? 0
        let isWord =
            first > 0x39 || (first == 0x2B || first == 0x2D) && (text.utf8.dropFirst().first ?? 0) > 0x39
        switch isWord ? text.lowercased() : "" {
        case "inf", "+inf", "infinity", "+infinity": return .infinity
        case "-inf", "-infinity": return -.infinity
        case "nan": return .nan
        default: break
        }
        var text = text
        guard case .number(let value) = text.withUTF8({ DecimalNumber.read(UnsafeRawBufferPointer($0)) })
        else {
            return nil
        }
        return value
    }
}
