/// Decodes a JSON text that has escapes or other peculiarities.
struct JSONStringDecoder {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The first byte after the opening quote; in the end the first after the closing one.
    var position: Int
    private(set) var isClosed = false
    private var decoded: [UInt8] = []

    init(bytes: UnsafeBufferPointer<UInt8>, position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// What the text says.
    var text: String { String(decoding: decoded, as: UTF8.self) }

    /// Decodes up to the closing quote, or stops at the end of the line.
    mutating func decode(_ tape: inout DocumentTape) {
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x22:
                position += 1
                isClosed = true
                return
            case 0x0A, 0x0D: return
            case 0x5C: escape(&tape)
            case 0..<0x20:
                tape.report(
                    .syntaxError, "a control character must be escaped in JSON", at: position,
                    suggestion: "write it as \\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
                decoded.append(byte)
                position += 1
            default:
                decoded.append(byte)
                position += 1
            }
        }
    }

    private mutating func escape(_ tape: inout DocumentTape) {
        let start = position
        position += 2
        guard start + 1 < bytes.count else {
            position = bytes.count
            return
        }
        switch bytes[start + 1] {
        case 0x22: decoded.append(0x22)
        case 0x5C: decoded.append(0x5C)
        case 0x2F: decoded.append(0x2F)
        case 0x62: decoded.append(0x08)
        case 0x66: decoded.append(0x0C)
        case 0x6E: decoded.append(0x0A)
        case 0x72: decoded.append(0x0D)
        case 0x74: decoded.append(0x09)
        case 0x75: unicodeEscape(at: start, &tape)
        default:
            tape.report(
                .badEscape, "`\\\(Unicode.Scalar(bytes[start + 1]))` is no escape of JSON", at: start,
                length: 2,
                suggestion: "write `\\\\` for a backslash")
            decoded.append(0x5C)
            position = start + 1
        }
    }

    private mutating func unicodeEscape(at start: Int, _ tape: inout DocumentTape) {
        guard let unit = hexUnit(at: start + 2) else {
            tape.report(.badEscape, "`\\u` needs four hexadecimal digits", at: start, length: 2)
            decoded.append(contentsOf: [0x5C, 0x75])
            return
        }
        position = start + 6
        if UTF16.isLeadSurrogate(unit), position + 6 <= bytes.count, bytes[position] == 0x5C,
            bytes[position + 1] == 0x75, let trail = hexUnit(at: position + 2), UTF16.isTrailSurrogate(trail)
        {
            position += 6
            let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
            append(value)
        } else if UTF16.isSurrogate(unit) {
            tape.report(
                .badEscape, "half of a surrogate pair stands alone", at: start, length: 6,
                suggestion: "it is read as �")
            append(0xFFFD)
        } else {
            append(UInt32(unit))
        }
    }

    private mutating func append(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
    }

    private func hexUnit(at start: Int) -> UInt16? {
        guard start + 4 <= bytes.count else { return nil }
        var value: UInt16 = 0
        for byte in bytes[start..<start + 4] {
            guard let digit = hexDigitValue(byte) else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}

extension UTF16 {
    static func isSurrogate(_ unit: UInt16) -> Bool { unit & 0xF800 == 0xD800 }
}

/// The value of a hexadecimal digit.
func hexDigitValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
}
