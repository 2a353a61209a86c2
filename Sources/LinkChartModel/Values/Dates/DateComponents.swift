/// Two digits of a month or a day, each of which may be unspecified.
struct DigitPair: Hashable, Sendable {
    /// Tens in the upper four bits and ones in the lower; 10 stands for `X`, and all bits set for no component.
    private let code: UInt8

    static let absent = DigitPair(code: 0xFF)
    static let unspecified = DigitPair(tens: 10, ones: 10)

    private init(code: UInt8) { self.code = code }

    init(tens: UInt8, ones: UInt8) { code = tens << 4 | ones }

    init(_ value: Int) {
        assert(0...99 ~= value)
        self.init(tens: UInt8(truncatingIfNeeded: value / 10), ones: UInt8(truncatingIfNeeded: value % 10))
    }

    var isPresent: Bool { code != 0xFF }
    var tens: UInt8 { code >> 4 }
    var ones: UInt8 { code & 0xF }
    var hasUnspecifiedDigit: Bool { isPresent && (tens == 10 || ones == 10) }

    /// The number, if both digits are specified.
    var value: Int? { isPresent && !hasUnspecifiedDigit ? Int(tens) * 10 + Int(ones) : nil }

    /// The numbers of a range that agree with the digits, as bits.
    func candidates(in range: ClosedRange<Int>) -> UInt32 {
        var bits: UInt32 = 0
        for number in range where (tens == 10 || tens == number / 10) && (ones == 10 || ones == number % 10) {
            bits |= 1 << UInt32(number)
        }
        return bits
    }
}

/// The year of a date: four digits, some perhaps unspecified, or a longer number.
struct YearComponent: Hashable, Sendable {
    /// The number without sign and exponent, with 0 for an unspecified digit.
    var magnitude: Int64
    /// The power of ten to multiply with, after `E`.
    var exponent: UInt8 = 0
    /// The number of significant digits, after `S`; 0 if all are.
    var significantDigits: UInt8 = 0
    /// Which of four digits are `X`, the thousands in bit 3.
    var unspecified: UInt8 = 0
    var isNegative = false
    /// Whether it is written with `Y`.
    var isLong = false

    init(_ year: Int) {
        magnitude = Int64(year.magnitude)
        isNegative = year < 0
        isLong = year.magnitude > 9_999
    }

    init(magnitude: Int64, unspecified: UInt8 = 0, isNegative: Bool = false, isLong: Bool = false) {
        self.magnitude = magnitude
        self.unspecified = unspecified
        self.isNegative = isNegative
        self.isLong = isLong
    }

    /// Whether nothing is known of the year, so that the date recurs every year.
    var isAny: Bool { unspecified == 0b1111 }

    /// The power of ten of a mask's bit.
    private static let weights: [Int] = [1, 10, 100, 1_000]

    /// The first and the last year that it may be, clamped far beyond the reach of ``Day``.
    var range: ClosedRange<Int> {
        let far = Int64(1_000_000_000_000)
        var value = magnitude
        for _ in 0..<exponent where value < far { value *= 10 }
        var low = min(value, far)
        var high = low
        if unspecified != 0 {
            for (bit, weight) in Self.weights.enumerated() where unspecified & (1 << UInt8(bit)) != 0 {
                high += 9 * Int64(weight)
            }
        }
        if significantDigits > 0 {
            var unit: Int64 = 1
            var digits = low
            while digits >= 10 {
                digits /= 10
                unit *= 10
            }
            for _ in 1..<max(1, significantDigits) where unit > 1 { unit /= 10 }
            low = low / unit * unit
            high = low + unit - 1
        }
        return isNegative ? Int(-high)...Int(-low) : Int(low)...Int(high)
    }

    /// Whether the year may be a given one.
    func mayBe(_ year: Int) -> Bool {
        guard range.contains(year) else { return isAny }
        guard unspecified != 0 else { return true }
        var left = Int(year.magnitude)
        var right = Int(magnitude)
        for bit in 0..<4 {
            if unspecified & (1 << UInt8(bit)) == 0, left % 10 != right % 10 { return false }
            left /= 10
            right /= 10
        }
        return true
    }
}

/// How sure the source is of a part of a date.
public struct DateQualifier: OptionSet, Hashable, Sendable {
    /// The bits: 1 for uncertain, 2 for approximate.
    public let rawValue: UInt8

    /// A qualifier of given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `?`: possibly, but not definitely so.
    public static let uncertain = DateQualifier(rawValue: 1)

    /// `~`: thereabouts.
    public static let approximate = DateQualifier(rawValue: 2)
}
