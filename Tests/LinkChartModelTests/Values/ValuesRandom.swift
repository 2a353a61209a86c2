import LinkChartTestKit

/// A generator whose sequence a printed seed brings back (G. Steele, D. Lea, C. Flood, OOPSLA 2014,
/// doi:10.1145/2660193.2660195).
struct ValuesRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The seed of this run; failures print it, so that `LINKCHART_SEED` can repeat it.
func freshSeed() -> UInt64 { testSeed() }
