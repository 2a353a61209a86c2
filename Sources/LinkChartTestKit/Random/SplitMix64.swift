/// A generator of random numbers whose sequence a printed seed brings back, on any machine.
///
/// ```swift
/// var random = SplitMix64(seed: 7)
/// let graph = PlainGraph.gnp(20, 0.2, using: &random)
/// ```
///
/// - Source: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014,
///   doi:10.1145/2660193.2660195.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts a sequence.
    public init(seed: UInt64) { state = seed }

    /// The next number of the sequence.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in 0 ..< 1, with 53 random bits.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in 0 ..< `bound`, each equally likely (D. Lemire's multiplication without division).
    ///
    /// - Precondition: `bound` is positive.
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "no number below \(bound)")
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        let threshold = (0 &- range) % range
        while product.low < threshold { product = next().multipliedFullWidth(by: range) }
        return Int(product.high)
    }

    /// True with the given probability.
    public mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// One of the elements, each equally likely.
    ///
    /// - Precondition: there is one.
    public mutating func element<Element>(of elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
