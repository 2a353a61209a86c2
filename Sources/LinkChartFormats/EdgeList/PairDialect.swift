/// How a line names two nodes: what stands between the names, and which bytes end a name.
///
/// Edge lists and plain comma-separated tables differ in nothing else, so one scanner serves both.
struct PairDialect: Sendable, Equatable {
    /// What stands between names.
    var separator: UInt8
    /// What may also stand there; the same byte again where there is only one.
    var otherSeparator: UInt8
    /// Whether several separators in a row count as one, and separators at the ends of a line as none.
    var collapsesSeparators: Bool
    /// Bytes below this one end a name; whichever of them is no separator or line end needs a closer look.
    var stopsBelow: UInt8
    /// A byte that the scanner leaves to a full tokenizer; 0 for none.
    var quote: UInt8
    /// Whether `#` and `%` begin comments.
    var hasComments: Bool

    /// Names between blanks.
    static let blanks = PairDialect(
        separator: 0x20, otherSeparator: 0x09, collapsesSeparators: true, stopsBelow: 0x21, quote: 0,
        hasComments: true)

    /// Names between commas, with blanks around them or not: the lenient reading of an edge list.
    static let commas = PairDialect(
        separator: 0x2C, otherSeparator: 0x2C, collapsesSeparators: false, stopsBelow: 0x20, quote: 0,
        hasComments: true)

    /// A delimited table without quotes.
    static func table(delimiter: UInt8) -> PairDialect {
        PairDialect(
            separator: delimiter, otherSeparator: delimiter, collapsesSeparators: false, stopsBelow: 0x20,
            quote: 0x22, hasComments: false)
    }

    @inline(__always)
    func isSeparator(_ byte: UInt8) -> Bool { byte == separator || byte == otherSeparator }
}

/// Eight bytes at a time: comparisons of all bytes of a word at once (SWAR).
///
/// The high bit of a byte of a result says that the byte matches. Only the lowest match is exact: a borrow may
/// set bits above it. Bytes are little-endian, so the lowest is the first in memory.
enum Bytes8 {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Eight bytes as they lie in memory, the first in the lowest position.
    @inline(__always)
    static func load(_ pointer: UnsafeRawPointer) -> UInt64 {
        UInt64(littleEndian: pointer.loadUnaligned(as: UInt64.self))
    }

    /// Matches bytes below `bound`, given as ``repeated(_:)``, at most 0x80.
    @inline(__always)
    static func below(_ bound: UInt64, _ word: UInt64) -> UInt64 { (word &- bound) & ~word & highBits }

    /// Matches bytes equal to one that is given as ``repeated(_:)``.
    @inline(__always)
    static func equal(_ byte: UInt64, _ word: UInt64) -> UInt64 {
        let difference = word ^ byte
        return (difference &- ones) & ~difference & highBits
    }

    /// Matches zero bytes, exactly in every place.
    @inline(__always)
    static func zero(_ word: UInt64) -> UInt64 {
        ~(((word & ~highBits) &+ ~highBits) | word | ~highBits)
    }

    /// A byte in all eight places.
    @inline(__always)
    static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

    /// Matches bytes that are no decimal digits, exactly in every place; takes the word xor eight times `0`.
    @inline(__always)
    static func noDigit(_ digits: UInt64) -> UInt64 {
        (((digits & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | digits) & highBits
    }

    /// The number that the first `count` bytes write in decimal digits; takes the word xor eight times `0`.
    ///
    /// - Precondition: `count` is 1 to 8, and so many bytes are 0 to 9.
    @inline(__always)
    static func decimal(_ digits: UInt64, count: Int) -> UInt64 {
        // Digits move to the high end; zeros that count for nothing fill the low one. Then pairs, fours and
        // eights of digits are joined: three multiplications instead of eight.
        var value = digits &<< UInt64(truncatingIfNeeded: 64 &- count &* 8)
        value = (value &* 10) &+ (value &>> 8)
        let even = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let odd = ((value &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (even &+ odd) &>> 32
    }
}
