/// A number as data files write it: `12`, `-0.5`, `1e-3`, `.5`, `5.`.
enum DecimalNumber {
    /// What a text says.
    enum Reading: Equatable {
        /// A finite number, correctly rounded.
        case number(Double)
        /// A number too large for a double, or a spelling of infinity or not-a-number.
        case notFinite
        /// No number.
        case none
    }

    /// Reads a text that holds a number and nothing else.
    ///
    /// Where mantissa and power of ten are both exact doubles one operation rounds correctly (W. D. Clinger, PLDI
    /// 1990, doi:10.1145/93542.93557); the few other numbers go to the standard library.
    ///
    /// - Complexity: linear in the length of the text.
    static func read(_ text: UnsafeRawBufferPointer) -> Reading {
        var position = 0
        var isNegative = false
        if let sign = text.first, sign == 0x2D || sign == 0x2B {
            isNegative = sign == 0x2D
            position = 1
        }
        var mantissa: UInt64 = 0
        var significant = 0
        var digits = 0
        var exponent = 0
        while position < text.count, let digit = digit(text[position]) {
            append(digit, to: &mantissa, &significant)
            digits += 1
            position += 1
        }
        if position < text.count, text[position] == 0x2E {
            position += 1
            while position < text.count, let digit = digit(text[position]) {
                append(digit, to: &mantissa, &significant)
                digits += 1
                exponent -= 1
                position += 1
            }
        }
        guard digits > 0 else { return special(text, from: position) }
        if position < text.count, text[position] | 0x20 == 0x65 {
            guard let power = readExponent(text, from: position + 1) else { return .none }
            exponent += power
            position = text.count
        }
        guard position == text.count else { return .none }
        if significant <= 19, mantissa <= 1 << 53, (-22...22).contains(exponent) {
            let value = Double(mantissa)
            let scaled = exponent < 0 ? value / powersOfTen[-exponent] : value * powersOfTen[exponent]
            return .number(isNegative ? -scaled : scaled)
        }
        // The standard library wants a digit on both sides of the point.
        guard let value = Double(spelledOut(text)) else { return .none }
        return value.isFinite ? .number(value) : .notFinite
    }

    @inline(__always)
    private static func digit(_ byte: UInt8) -> UInt64? {
        let value = byte &- 0x30
        return value <= 9 ? UInt64(value) : nil
    }

    @inline(__always)
    private static func append(_ digit: UInt64, to mantissa: inout UInt64, _ significant: inout Int) {
        // Leading zeros say nothing; beyond nineteen digits the slow way is taken, whatever this holds.
        if significant > 0 || digit > 0 { significant += 1 }
        mantissa = mantissa &* 10 &+ digit
    }

    private static func readExponent(_ text: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        var isNegative = false
        if position < text.count, text[position] == 0x2D || text[position] == 0x2B {
            isNegative = text[position] == 0x2D
            position += 1
        }
        guard position < text.count else { return nil }
        var value = 0
        while position < text.count {
            guard let digit = digit(text[position]) else { return nil }
            value = min(value * 10 + Int(digit), 1_000_000)
            position += 1
        }
        return isNegative ? -value : value
    }

    private static func spelledOut(_ text: UnsafeRawBufferPointer) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + 2)
        for (position, byte) in text.enumerated() {
            if byte == 0x2E, position == 0 || digit(text[position - 1]) == nil { bytes.append(0x30) }
            bytes.append(byte)
            if byte == 0x2E, position + 1 == text.count || digit(text[position + 1]) == nil {
                bytes.append(0x30)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The spellings that programs give to numbers that are none.
    private static func special(_ text: UnsafeRawBufferPointer, from start: Int) -> Reading {
        guard text.count - start <= 8 else { return .none }
        let word = String(decoding: UnsafeRawBufferPointer(rebasing: text[start...]), as: UTF8.self)
        return ["nan", "inf", "infinity"].contains(word.lowercased()) ? .notFinite : .none
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18,
        1e19, 1e20, 1e21, 1e22,
    ]
}
