/// A non-negative number with the precision of a `Double` and a practically unlimited exponent.
struct ExtendedDouble {
    /// In 1 ..< 2, or 0.
    private var significand: Double
    private var exponent: Int

    static let zero = ExtendedDouble(significand: 0, exponent: 0)
    static let one = ExtendedDouble(significand: 1, exponent: 0)

    /// - Precondition: the value is finite and not negative.
    init(_ value: Double) { self.init(significand: value, exponent: 0) }

    /// `significand` times two to the power of `exponent`, brought into form.
    private init(significand: Double, exponent: Int) {
        if significand == 0 {
            self.significand = 0
            self.exponent = 0
        } else {
            self.significand = significand.significand
            self.exponent = exponent + Int(significand.exponent)
        }
    }

    /// The nearest `Double`; infinite or 0 beyond its range.
    var doubleValue: Double {
        guard significand != 0 else { return 0 }
        return Double(sign: .plus, exponent: min(max(exponent, -2000), 2000), significand: significand)
    }

    /// Whether it is not 0.
    var isPositive: Bool { significand != 0 }

    /// Whether it is less than another.
    func isLess(than other: Self) -> Bool {
        guard significand != 0, other.significand != 0 else { return significand < other.significand }
        return (exponent, significand) < (other.exponent, other.significand)
    }

    static func += (a: inout Self, b: Self) {
        guard b.significand != 0 else { return }
        guard a.significand != 0 else {
            a = b
            return
        }
        let (large, small) = a.exponent >= b.exponent ? (a, b) : (b, a)
        let distance = large.exponent - small.exponent
        guard distance < 64 else {
            a = large
            return
        }
        let scaled = Double(sign: .plus, exponent: -distance, significand: small.significand)
        a = Self(significand: large.significand + scaled, exponent: large.exponent)
    }

    static func * (a: Self, b: Self) -> Self {
        Self(significand: a.significand * b.significand, exponent: a.exponent + b.exponent)
    }

    /// - Precondition: `b` is not 0.
    static func / (a: Self, b: Self) -> Self {
        Self(significand: a.significand / b.significand, exponent: a.exponent - b.exponent)
    }
}
