/// A generator of random numbers that a seed determines, the same on any machine.
///
/// - Source: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014,
///   doi:10.1145/2660193.2660195.
package struct RandomNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts a sequence.
    package init(seed: UInt64) { state = seed }

    /// Starts the sequence of one of several samples: each is the same whoever draws it, in whatever order.
    init(seed: UInt64, sample: Int) {
        var outer = RandomNumbers(seed: seed &+ UInt64(truncatingIfNeeded: sample) &* 0xD134_2543_DE82_EF95)
        state = outer.next()
    }

    /// The next number of the sequence.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in 0 ..< 1, with 53 random bits.
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in 0 ..< `bound`, each equally likely (D. Lemire's multiplication without division).
    ///
    /// - Precondition: `bound` is positive.
    package mutating func below(_ bound: Int) -> Int {
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let threshold = (0 &- range) % range
            while product.low < threshold { product = next().multipliedFullWidth(by: range) }
        }
        return Int(truncatingIfNeeded: product.high)
    }

    /// Puts elements in an order of which all are equally likely (R. Durstenfeld 1964,
    /// doi:10.1145/364520.364540).
    mutating func shuffle<Element>(_ elements: inout [Element]) {
        elements.withUnsafeMutableBufferPointer { elements in
            var last = elements.count - 1
            while last > 0 {
                elements.swapAt(last, below(last + 1))
                last -= 1
            }
        }
    }

    /// Some of the numbers 0 ..< `count`, in ascending order; every choice is equally likely.
    mutating func choose(_ wanted: Int, of count: Int) -> [Int] {
        var chosen: [Int] = []
        chosen.reserveCapacity(wanted)
        var missing = wanted
        for number in 0..<count where missing > 0 {
            // Knuth's selection sampling (algorithm S).
            if below(count - number) < missing {
                chosen.append(number)
                missing -= 1
            }
        }
        return chosen
    }
}
