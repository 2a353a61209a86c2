import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics

@Suite struct ExtendedDoubleTests {
    @Test func agreesWithDoubleWhereThatSuffices() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<2000 {
            let a = random.chance(0.1) ? 0 : random.unit() * Double(1 << random.below(60))
            let b = random.chance(0.1) ? 0 : random.unit() / Double(1 << random.below(60))
            var sum = ExtendedDouble(a)
            sum += ExtendedDouble(b)
            #expect(abs(sum.doubleValue - (a + b)) <= 1e-15 * (a + b))
            #expect((ExtendedDouble(a) * ExtendedDouble(b)).doubleValue == a * b)
            if b > 0 { #expect((ExtendedDouble(a) / ExtendedDouble(b)).doubleValue == a / b) }
        }
    }

    @Test func goesFarBeyondTheRangeOfDouble() {
        var value = ExtendedDouble.one
        for _ in 0..<5000 { value += value }
        #expect(value.doubleValue == .infinity)
        #expect((ExtendedDouble.one / value).doubleValue == 0)
        #expect((value / value).doubleValue == 1)
        var sum = value
        sum += .one
        #expect((sum / value).doubleValue == 1)
    }
}
