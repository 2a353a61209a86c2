extension QuantifiedNumber {
    /// Nothing, exactly.
    public static let zero = exactly(0)

    /// The sum of two numbers: of their least, of their most, and of their best estimates if both have one.
    ///
    /// The bounds are those of interval arithmetic (R. E. Moore, Interval Analysis, 1966): the sum may be any value that
    /// some value of the one and some value of the other give. They are not rounded outwards in binary, so sums of
    /// fractions are as exact as `Double` is.
    public static func + (left: QuantifiedNumber, right: QuantifiedNumber) -> QuantifiedNumber {
        if left == zero { return right }
        if right == zero { return left }
        let lower = left.lower + right.lower
        var upper: Double?
        if let one = left.upper, let other = right.upper { upper = one + other }
        var best: Double?
        if let one = left.best, let other = right.best { best = one + other }
        let includesLower = left.includesLower && right.includesLower
        let includesUpper = left.includesUpper && right.includesUpper
        let isVague = left.isVague || right.isVague

        let qualifier: NumberQualifier
        switch upper {
        case nil: qualifier = includesLower ? .atLeast : .moreThan
        case lower?: qualifier = .exactly
        case _ where lower == -.infinity || lower == 0 && includesLower && best == nil:
            qualifier = includesUpper ? .atMost : .lessThan
        case _ where isVague && best != nil: qualifier = .around
        default: qualifier = .between
        }
        return QuantifiedNumber(
            qualifier, lower: lower, upper: upper, includesLower: includesLower, includesUpper: includesUpper,
            best: best, isVague: isVague)
    }

    /// Adds a number.
    public static func += (left: inout QuantifiedNumber, right: QuantifiedNumber) {
        left = left + right
    }

    /// Whether this number is greater than another, in every reading, in none, or in some.
    public func isGreater(than other: QuantifiedNumber) -> ThreeValued {
        if let most = other.upper {
            if lower > most || lower == most && !(includesLower && other.includesUpper) { return .yes }
        }
        if let upper, upper <= other.lower { return .no }
        return .unknown
    }

    /// Whether this number is less than another, in every reading, in none, or in some.
    public func isLess(than other: QuantifiedNumber) -> ThreeValued { other.isGreater(than: self) }
}

extension Sequence<QuantifiedNumber> {
    /// The sum of all numbers, 0 if there are none.
    ///
    /// - Complexity: O(n).
    public func sum() -> QuantifiedNumber { reduce(.zero, +) }
}
