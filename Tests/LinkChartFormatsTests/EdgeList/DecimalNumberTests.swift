import LinkChartTestKit
import Testing

@testable import LinkChartFormats

@Suite("Numbers as data files write them")
struct DecimalNumberTests {
    private func read(_ text: String) -> DecimalNumber.Reading {
        var text = text
        return text.withUTF8 { DecimalNumber.read(UnsafeRawBufferPointer($0)) }
    }

    @Test("every spelling of a random double reads as the standard library reads it", arguments: 0..<20)
    func randomDoubles(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2000 {
            let bits = Double(bitPattern: random.next())
            let value = random.chance(0.5) ? bits : (random.unit() - 0.5) * 1e6
            guard value.isFinite else { continue }
            #expect(read(value.description) == .number(value), "seed \(seed), \(value)")
        }
    }

    @Test(
        "digits at random, with point and exponent, round as the standard library rounds", arguments: 0..<20)
    func randomDigits(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2000 {
            var text = random.chance(0.3) ? "-" : ""
            for _ in 0...random.below(22) { text += String(random.below(10)) }
            if random.chance(0.7) {
                text += "."
                for _ in 0...random.below(22) { text += String(random.below(10)) }
            }
            if random.chance(0.5) {
                text += ["e", "E", "e+", "e-"][random.below(4)] + String(random.below(330))
            }
            let expected = Double(text)
            switch read(text) {
            case .number(let value):
                #expect(value.bitPattern == expected?.bitPattern, "seed \(seed), \(text)")
            case .notFinite: #expect(expected?.isInfinite == true, "seed \(seed), \(text)")
            case .none: Issue.record("seed \(seed), \(text) is a number")
            }
        }
    }

    @Test("halfway cases and the ends of the range")
    func edges() {
        for text in [
            "9007199254740993", "9007199254740992", "9007199254740991", "0.1", "1e22", "1e23",
            "123456789e-22",
            "2.2250738585072011e-308", "4.9e-324", "2.4e-324", "1.7976931348623157e308", "0e999",
            "00000000000000000001",
            "0.000000000000000000000000000001", "179769313486231580793728971405301e276",
        ] {
            #expect(read(text) == Double(text).map { .number($0) }, "\(text)")
        }
        #expect(read("1e309") == .notFinite)
        #expect(read("-1e99999999999999999999") == .notFinite)
        #expect(read("-0") == .number(-0.0))
    }

    @Test("a digit on one side of the point is enough")
    func barePoint() {
        #expect(read(".5") == .number(0.5))
        #expect(read("5.") == .number(5))
        #expect(read("-.5e1") == .number(-5))
        #expect(read("+7") == .number(7))
        #expect(read("12345678901234567890.") == .number(1.2345678901234567e19))
        #expect(read(".12345678901234567890") == .number(0.12345678901234568))
    }

    @Test(
        "what is no number is none",
        arguments: [
            "", "-", "+", ".", "-.", "e5", ".e5", "1e", "1e+", "1x", "x1", "1 ", " 1", "0x10", "1,5", "1_000",
            "--1",
            "1e5.0", "1.2.3", "nano", "infinit", "١",
        ])
    func noNumber(text: String) { #expect(read(text) == .none, "\(text)") }

    @Test(
        "infinity and not-a-number are recognised, and refused",
        arguments: ["nan", "NaN", "-nan", "inf", "Inf", "-INF", "+Infinity"])
    func notFinite(text: String) { #expect(read(text) == .notFinite, "\(text)") }
}
