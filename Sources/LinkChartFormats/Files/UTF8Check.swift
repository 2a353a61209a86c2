/// Whether bytes are text in UTF-8.
struct UTF8Check {
    /// The first offsets at which the bytes are no UTF-8.
    private(set) var invalid: [Int] = []
    /// Whether there is nothing but white space.
    private(set) var isBlank = true

    /// Checks bytes.
    ///
    /// - Parameter limit: how many invalid offsets to note.
    /// - Complexity: linear; ASCII goes by eight bytes a step.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int = 50) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start]) { start += 1 }
        isBlank = start == bytes.count

        let raw = UnsafeRawBufferPointer(bytes)
        var position = 0
        while position < raw.count {
            if position + 8 <= raw.count,
                raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                position += 8
                continue
            }
            if raw[position] < 0x80 {
                position += 1
                continue
            }
            let length = Self.sequenceLength(raw, at: position)
            if length == 0 {
                invalid.append(position)
                if invalid.count == limit { return }
                position += 1
            } else {
                position += length
            }
        }
    }

    /// The length of the well-formed sequence that begins here (The Unicode Standard, table 3-7), or 0.
    private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
        let first = bytes[start]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return 0
        }
        guard start + length <= bytes.count, second.contains(bytes[start + 1]) else { return 0 }
        for offset in 2..<max(2, length) where bytes[start + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
