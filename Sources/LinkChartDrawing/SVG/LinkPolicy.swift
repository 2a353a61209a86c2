/// Which addresses a drawing may link to.
///
/// Drawings are made from other people's reports and opened in browsers: an address may lead to a page or a mail
/// program, never run anything.
public enum LinkPolicy {
    /// The address fit for a link, or `nil` where it must be left out.
    ///
    /// Allowed are `http://…`, `https://…`, `mailto:…` and `#…`. What has no place in an address by RFC 3986
    /// (spaces, quotes, angle brackets, backslashes) is percent-encoded; control characters lead to `nil`, because
    /// browsers skip them when they look for the scheme.
    ///
    /// - Parameter address: As found, spaces about it allowed.
    /// - Complexity: O(n).
    public static func allowed(_ address: String) -> String? {
        guard address.unicodeScalars.allSatisfy(isLegal) else { return nil }
        var bytes = address.utf8.drop { $0 == 0x20 }
        while bytes.last == 0x20 { bytes.removeLast() }
        let isAllowed = prefixes.contains { prefix in
            bytes.count > prefix.count && zip(prefix, bytes).allSatisfy { $0 == lowercased($1) }
        }
        guard isAllowed else { return nil }
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count)
        for byte in bytes {
            if forbidden.contains(byte) {
                encoded += [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            } else {
                encoded.append(byte)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let prefixes = ["http://", "https://", "mailto:", "#"].map { Array($0.utf8) }
    private static let forbidden = Array(" \"<>\\^`{|}".utf8)

    /// No control character, and neither of the two that XML leaves out.
    private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{0}"..<" ", "\u{7F}", "\u{FFFE}", "\u{FFFF}": false
        default: true
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : 0x37 + digit
    }
}
