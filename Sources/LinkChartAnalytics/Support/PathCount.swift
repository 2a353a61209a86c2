/// A number of paths: as a `Double`, which is fast, or as an ``ExtendedDouble``, which never overflows.
protocol PathCount {
    static var zero: Self { get }
    static var one: Self { get }
    /// - Precondition: the value is finite and not negative.
    init(_ value: Double)
    /// The nearest `Double`; infinite or 0 beyond its range.
    var doubleValue: Double { get }
    /// Whether a product of two such numbers, and what is divided by it, is surely within range.
    var isSafe: Bool { get }
    var isPositive: Bool { get }
    func isLess(than other: Self) -> Bool
    static func += (a: inout Self, b: Self)
    static func * (a: Self, b: Self) -> Self
    /// - Precondition: `b` is not 0.
    static func / (a: Self, b: Self) -> Self
}

extension Double: PathCount {
    static var one: Double { 1 }
    var doubleValue: Double { self }
    var isSafe: Bool { self < 1e140 }
    var isPositive: Bool { self > 0 }
}

extension ExtendedDouble: PathCount {
    var isSafe: Bool { true }
}
