/// A UUID made of a name, so that the same name always has the same one: version 5 of RFC 9562, by SHA-1.
struct NameBasedUUID {
    /// The UUID in the usual form, in small letters.
    let text: String

    /// The space of the names that this program makes up.
    static let space: [UInt8] = [
        0x1F, 0x8F, 0x00, 0x1E, 0x4D, 0xA1, 0x59, 0x0A, 0xA8, 0xF1, 0xB7, 0x2A, 0x1D, 0x8E, 0x26, 0x4B,
    ]

    /// The UUID of a name.
    init(_ name: String, in space: [UInt8] = Self.space) {
        var bytes = Array(Self.sha1(space + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        var digits: [UInt8] = []
        for (position, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(position) { digits.append(0x2D) }
            digits.append(Self.digit(byte >> 4))
            digits.append(Self.digit(byte & 0xF))
        }
        text = String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// The digest of FIPS 180-4, which names need and secrets must not use.
    static func sha1(_ message: [UInt8]) -> [UInt8] {
        var padded = message
        padded.append(0x80)
        while padded.count % 64 != 56 { padded.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
            0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
        )
        var words = [UInt32](repeating: 0, count: 80)
        for block in stride(from: 0, to: padded.count, by: 64) {
            for word in 0..<16 {
                let at = block + 4 * word
                words[word] =
                    UInt32(padded[at]) << 24 | UInt32(padded[at + 1]) << 16 | UInt32(padded[at + 2]) << 8
                    | UInt32(padded[at + 3])
            }
            for word in 16..<80 {
                words[word] = rotated(
                    words[word - 3] ^ words[word - 8] ^ words[word - 14] ^ words[word - 16], by: 1)
            }
            var (a, b, c, d, e) = state
            for round in 0..<80 {
                let (mixed, constant): (UInt32, UInt32) =
                    switch round {
                    case 0..<20: (b & c | ~b & d, 0x5A82_7999)
                    case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                    case 40..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                    default: (b ^ c ^ d, 0xCA62_C1D6)
                    }
                let next = rotated(a, by: 5) &+ mixed &+ e &+ constant &+ words[round]
                (e, d, c, b, a) = (d, c, rotated(b, by: 30), a, next)
            }
            state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
        }
        return [state.0, state.1, state.2, state.3, state.4].flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
    }

    private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
        word << count | word >> (32 - count)
    }

    /// The digest as forty hexadecimal digits, as FollowTheMoney names what it makes up.
    static func sha1Text(_ name: String) -> String {
        String(decoding: sha1(Array(name.utf8)).flatMap { [digit($0 >> 4), digit($0 & 0xF)] }, as: UTF8.self)
    }
}
