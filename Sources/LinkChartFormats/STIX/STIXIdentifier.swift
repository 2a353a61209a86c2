/// An identifier of STIX: a type, two hyphens and a UUID.
struct STIXIdentifier {
    /// The type, such as `threat-actor`.
    let type: String
    /// Whether the UUID is of the variant that RFC 9562 describes, which the standard demands.
    let isStandard: Bool

    /// Reads an identifier; nil if the text is none.
    init?(_ text: some StringProtocol) {
        let bytes = text.utf8
        guard bytes.count > 38 else { return nil }
        let start = bytes.index(bytes.endIndex, offsetBy: -38)
        var position = 0
        for byte in bytes[start...] {
            switch position {
            case 0, 1, 10, 15, 20, 25: if byte != 0x2D { return nil }
            default: if !Self.isHexDigit(byte) { return nil }
            }
            position += 1
        }
        let type = Array(bytes[..<start])
        guard let first = type.first, first &- 0x61 < 26, type.last != 0x2D,
            type.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D })
        else { return nil }
        self.type = String(decoding: type, as: UTF8.self)
        isStandard = [0x38, 0x39, 0x61, 0x62, 0x41, 0x42].contains(bytes[bytes.index(start, offsetBy: 21)])
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
    }

    /// The type that an identifier begins with, however it goes on; nil without two hyphens.
    static func type(of text: String) -> String? {
        var previous: UInt8 = 0
        var length = 0
        for byte in text.utf8 {
            if byte == 0x2D, previous == 0x2D, length > 1 {
                return String(decoding: text.utf8.prefix(length - 1), as: UTF8.self)
            }
            previous = byte
            length += 1
        }
        return nil
    }
}
