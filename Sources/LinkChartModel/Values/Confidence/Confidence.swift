/// How far a claim can be trusted, as a whole number from 0 (none) to 100 (certain).
///
/// This is the `confidence` property of STIX 2.1. A claim whose confidence nobody gave has no `Confidence` (nil):
/// "not specified" is not 0.
public struct Confidence: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let percent: UInt8

    /// No confidence at all, which is a statement, unlike a missing confidence.
    public static let none = Confidence(percent: 0)

    /// Full confidence.
    public static let certain = Confidence(percent: 100)

    /// A confidence of a given number.
    ///
    /// - Parameter value: A number from 0 to 100.
    /// - Throws: ``ConfidenceError`` for a number outside that range: STIX 2.1 has no meaning for it, and clamping it
    ///   would pass a mistake on as certainty.
    public init(_ value: Int) throws(ConfidenceError) {
        guard let percent = UInt8(exactly: value), percent <= 100 else {
            throw ConfidenceError(value: value)
        }
        self.percent = percent
    }

    /// For the tables of this module, whose numbers are known to be in range.
    init(percent: UInt8) {
        assert(percent <= 100)
        self.percent = percent
    }

    /// The number from 0 to 100.
    public var value: Int { Int(percent) }

    /// The number in decimal digits.
    public var description: String { String(percent) }

    /// Orders by the number.
    public static func < (left: Confidence, right: Confidence) -> Bool { left.percent < right.percent }
}

/// A number that is no confidence because it lies outside 0 to 100.
public struct ConfidenceError: Error, Hashable, CustomStringConvertible {
    /// The number that was given.
    public let value: Int

    /// What is wrong, for people.
    public var description: String { "confidence \(value) is outside 0 to 100" }
}
