internal import LinkChartModel

/// Costs in a unit in which sums are exact, so that ways that cost the same are known to.
///
/// 0.1 + 0.2 is not 0.3 in binary, and two ways of that cost would not count as equally short. But almost all costs
/// are decimal numbers, of which some power of ten times is whole, and costs of confidences are logarithms of whole
/// numbers, hence sums of logarithms of primes, for which whole numbers can stand. Only where neither is so, costs
/// count as equal within a tolerance.
struct CommensurableCosts {
    /// The cost of every arc, in the order that was given; infinite where an arc can't be walked.
    let values: [Double]
    /// Costs as near as this, relative to the smaller one, are equal.
    let tolerance: Double

    /// The most arcs of a way for which sums surely are exact; beyond, the tolerance is what rounding does.
    private static let longestWay = 10_000
    /// Whole numbers up to this are exact, with a digit to spare.
    private static let largestWhole = 0x1p52

    /// - Parameters:
    ///   - values: the cost of every arc.
    ///   - nodeCount: how many nodes there are, which bounds how many arcs a way has.
    init(_ values: [Double], nodeCount: Int) {
        let largest = values.reduce(0) { $1 < .infinity ? max($0, $1) : $0 }
        // What 3 * 0.1 is, 0.30000000000000004, is meant to be 0.3: costs may be off by a few last digits, but then
        // must not have so many that any number is near to a whole one.
        let limit = min(Self.largestWhole / Double(max(min(nodeCount, Self.longestWay), 1)), 0x1p40)
        var power = 1.0
        while largest * power <= limit && power <= 1e15 {
            if values.allSatisfy({
                $0 == .infinity || abs(($0 * power).rounded() / power - $0) <= $0 * 0x1p-50
            }) {
                self.values = values.map { $0 == .infinity ? $0 : ($0 * power).rounded() }
                tolerance = 0x1p-52
                return
            }
            power *= 10
        }
        self.values = values
        tolerance = 1e-12
    }

    /// - Parameters:
    ///   - confidences: the confidence of every arc, 0 to 100.
    ///   - nodeCount: how many nodes there are.
    init(confidences: [UInt8], nodeCount: Int) {
        // The costliest arc is one of confidence 1, of less than 5 units.
        let scale = (Self.largestWhole / Double(max(min(nodeCount, Self.longestWay), 1)) / 5).rounded(.down)
        func wholeLogarithm(_ number: Int) -> Double {
            var (rest, sum, divisor) = (number, 0.0, 2)
            while rest > 1 {
                while rest % divisor == 0 {
                    rest /= divisor
                    sum += (logarithm(Double(divisor)) * scale).rounded()
                }
                divisor += 1
            }
            return sum
        }
        let certain = wholeLogarithm(100)
        let costs = (0...100).map { $0 == 0 ? .infinity : certain - wholeLogarithm($0) }
        values = confidences.map { costs[Int($0)] }
        tolerance = 0x1p-52
    }
}
