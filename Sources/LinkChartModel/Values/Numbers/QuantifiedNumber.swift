/// A number as its source qualifies it, with the interval in which it lies.
///
/// ```swift
/// let foreign = QuantifiedNumber.around(13_000)
/// let local = QuantifiedNumber.moreThan(6_000)
/// "\(foreign)"           // "around 13,000"
/// "\(foreign + local)"   // "more than 17,000": sums are sums of intervals
/// ```
///
/// The qualifier is part of the number: "around 13,000" is never 13000. What can be computed with is the interval from
/// ``lower`` to ``upper`` and, where the source has one, the ``best`` estimate.
///
/// Quantities are amounts: one that is bounded only from above is bounded by 0 from below, unless its bound is itself
/// negative.
///
/// **Around** n is taken as n ± 10 %. The sources don't say how wide their "around" is. Reports round to two digits, by
/// which they are off by 5 % at most; twice that leaves room for what they don't know, and is still narrower than the
/// step to the next round number that they could have named. **Nearly** n is the lower half of that.
public struct QuantifiedNumber: Hashable, Sendable {
    /// How the source qualifies it, or for a sum, what qualifier fits it.
    public let qualifier: NumberQualifier

    /// The least that it may be; minus infinity if it isn't bounded from below.
    public let lower: Double

    /// The most that it may be; nil if it isn't bounded from above.
    public let upper: Double?

    /// Whether it may be ``lower`` itself: no for "more than 6,000".
    public let includesLower: Bool

    /// Whether it may be ``upper`` itself: no for "less than 500" and for "hundreds".
    public let includesUpper: Bool

    /// The most likely value, if the source gives one: the number itself when exact, "around" or "nearly".
    public let best: Double?

    /// Whether a vague word had a part in it, so that the digits of its bounds say more than is known.
    let isVague: Bool

    init(
        _ qualifier: NumberQualifier, lower: Double, upper: Double?, includesLower: Bool = true,
        includesUpper: Bool = true, best: Double? = nil, isVague: Bool = false
    ) {
        self.qualifier = qualifier
        // One zero, so that equal numbers are equal.
        self.lower = lower + 0
        self.upper = upper.map { $0 + 0 }
        self.includesLower = includesLower
        self.includesUpper = upper != nil && includesUpper
        self.best = best.map { $0 + 0 }
        self.isVague = isVague
    }

    /// A number with a qualifier.
    ///
    /// - Parameters:
    ///   - qualifier: Any but `between`.
    ///   - value: The number; for `several` its unit (100 for "several hundred") or nil; nil for the magnitudes.
    /// - Throws: ``QuantifiedNumberError`` if a number is missing, needless or not finite.
    public init(_ qualifier: NumberQualifier, _ value: Double?) throws(QuantifiedNumberError) {
        if let (lower, upper) = qualifier.magnitude {
            guard value == nil else { throw .needlessValue(qualifier) }
            self.init(qualifier, lower: lower, upper: upper, includesUpper: false, isVague: true)
            return
        }
        if qualifier == .several {
            let unit = value ?? 1
            guard unit.isFinite, unit > 0 else { throw .notFinite }
            let upper: Double? = unit > 1 ? 20 * unit : nil
            self.init(.several, lower: 3 * unit, upper: upper, includesUpper: false, isVague: true)
            return
        }
        guard let value, qualifier != .between else { throw .missingValue(qualifier) }
        guard value.isFinite else { throw .notFinite }
        let floor = value < 0 ? -Double.infinity : 0
        let margin = abs(value) * Self.marginOfAround
        switch qualifier {
        case .around:
            self.init(.around, lower: value - margin, upper: value + margin, best: value, isVague: true)
        case .nearly:
            self.init(.nearly, lower: value - margin, upper: value, best: value, isVague: true)
        case .moreThan:
            self.init(.moreThan, lower: value, upper: nil, includesLower: false)
        case .atLeast:
            self.init(.atLeast, lower: value, upper: nil)
        case .lessThan:
            // Nothing is less than 0 by the rule of amounts, so below 0 the bound must move.
            let lower = value == 0 ? -Double.infinity : floor
            self.init(.lessThan, lower: lower, upper: value, includesUpper: false)
        case .atMost:
            self.init(.atMost, lower: floor, upper: value)
        default:
            self.init(.exactly, lower: value, upper: value, best: value)
        }
    }

    /// The share of a number by which "around" may be off.
    static let marginOfAround = 0.1

    /// A number from one bound to another, both included, as in "between 10 and 15" and in the fatalities of UCDP.
    ///
    /// - Parameters:
    ///   - low: The least that it may be.
    ///   - best: The best estimate, or nil.
    ///   - high: The most that it may be.
    /// - Throws: ``QuantifiedNumberError`` if a number isn't finite, or they are out of order. If all three are the same, the
    ///   number is exact.
    public init(low: Double, best: Double? = nil, high: Double) throws(QuantifiedNumberError) {
        guard low.isFinite, high.isFinite, best?.isFinite != false else { throw .notFinite }
        guard low <= high else { throw .emptyRange(low: low, high: high) }
        if let best, !(low...high ~= best) { throw .bestOutsideRange(low: low, best: best, high: high) }
        let isExact = low == high
        self.init(isExact ? .exactly : .between, lower: low, upper: high, best: isExact ? low : best)
    }

    /// Exactly a whole number.
    public static func exactly(_ value: Int) -> QuantifiedNumber {
        QuantifiedNumber(.exactly, lower: Double(value), upper: Double(value), best: Double(value))
    }

    /// Around a whole number.
    public static func around(_ value: Int) -> QuantifiedNumber {
        let margin = Double(value.magnitude) * marginOfAround
        return QuantifiedNumber(
            .around, lower: Double(value) - margin, upper: Double(value) + margin, best: Double(value),
            isVague: true)
    }

    /// More than a whole number.
    public static func moreThan(_ value: Int) -> QuantifiedNumber {
        QuantifiedNumber(.moreThan, lower: Double(value), upper: nil, includesLower: false)
    }

    /// At least a whole number.
    public static func atLeast(_ value: Int) -> QuantifiedNumber {
        QuantifiedNumber(.atLeast, lower: Double(value), upper: nil)
    }

    /// Whether the number is known: exact, and not by way of a vague one.
    public var isExact: Bool { lower == upper }

    /// Whether it may be a given value.
    public func contains(_ value: Double) -> Bool {
        if value < lower || value == lower && !includesLower { return false }
        if let upper, value > upper || value == upper && !includesUpper { return false }
        return true
    }

    /// The number that the qualifier goes with; nil for `between` and the magnitudes.
    public var value: Double? {
        switch qualifier {
        case .exactly, .around, .nearly: best
        case .moreThan, .atLeast: lower
        case .lessThan, .atMost: upper
        case .several: lower == 3 ? nil : lower / 3
        default: nil
        }
    }
}
