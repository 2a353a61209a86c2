import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct NumberArithmeticTests {
    @Test(arguments: [
        (["around 13,000", "more than 6,000"], "more than 17,000"),
        (["around 13,000", "around 6,000"], "around 19,000"),
        (["around 13,000", "5"], "around 13,000"), (["13,000", "5"], "13,005"),
        (["at least 5", "at least 7"], "at least 12"),
        (["at least 5", "more than 7"], "more than 12"), (["less than 5", "less than 7"], "less than 12"),
        (["at most 5", "less than 7"], "less than 12"), (["between 10 and 15", "3"], "between 13 and 18"),
        (["14 (between 10 and 20)", "3 (between 2 and 5)"], "17 (between 12 and 25)"),
        (["tens of thousands", "5"], "between 20,000 and 210,000"),
        (["dozens", "dozens"], "between 40 and 400"),
        (["hundreds", "at least 3"], "at least 200"), (["nearly 3,000", "nearly 1,000"], "around 4,000"),
        (["10 (between 0 and 1,000)", "around 10"], "20 (between 0 and 1,100)"), ([], "0"),
        (["around 13,000"], "around 13,000"),
        (["less than 5", "3"], "between 3 and 8"), (["less than 500", "around 100"], "between 90 and 610"),
    ])
    func sumsInEnglish(numbers: [String], sum: String) throws {
        #expect(try numbers.map { try QuantifiedNumber($0) }.sum().description == sum)
    }

    @Test func sumsKeepTheirBounds() {
        let sum = QuantifiedNumber.around(13_000) + .moreThan(6_000)
        #expect(sum.lower == 17_700 && sum.upper == nil && !sum.includesLower && sum.best == nil)
        var fatalities = QuantifiedNumber.zero
        fatalities += .exactly(3)
        fatalities += .around(100)
        #expect(fatalities.lower == 93 && fatalities.upper == 113 && fatalities.best == 103)
        #expect(fatalities.fields.map(\.name) == ["low", "best", "high"])
    }

    /// A number of the brute force: every quarter from 0 to a limit that its qualifier allows, by the qualifier's meaning.
    struct Sample {
        let number: QuantifiedNumber
        let members: [Double]
        static let limit = 40.0

        init(using random: inout SplitMix64) throws {
            // Often small, so that bounds often meet.
            let first = Double(Int.random(in: 0...(Bool.random(using: &random) ? 3 : 20), using: &random))
            let second = first + Double(Int.random(in: 0...10, using: &random))
            let kinds: [NumberQualifier] = [
                .exactly, .around, .nearly, .moreThan, .atLeast, .lessThan, .atMost, .between, .several,
                .tens, .dozens,
            ]
            let kind = kinds.randomElement(using: &random) ?? .exactly
            let allows: (Double) -> Bool
            switch kind {
            case .exactly: allows = { $0 == first }
            case .around: allows = { abs($0 - first) * 10 <= first }
            case .nearly: allows = { $0 <= first && (first - $0) * 10 <= first }
            case .moreThan: allows = { $0 > first }
            case .atLeast: allows = { $0 >= first }
            case .lessThan: allows = { $0 < first + 1 }
            case .atMost: allows = { $0 <= first }
            case .between: allows = { first <= $0 && $0 <= second }
            case .several: allows = { $0 >= 3 }
            case .tens: allows = { 20 <= $0 && $0 < 200 }
            default: allows = { 24 <= $0 && $0 < 200 }
            }
            members = (0...Int(Self.limit * 4)).map { Double($0) / 4 }.filter(allows)
            number =
                switch kind {
                case .between: try QuantifiedNumber(low: first, high: second)
                case .several, .tens, .dozens: try QuantifiedNumber(kind, nil)
                case .lessThan: try QuantifiedNumber(kind, first + 1)
                default: try QuantifiedNumber(kind, first)
                }
        }
    }

    @Test func sumsAndOrderAgreeWithAllMembers() throws {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let left = try Sample(using: &random)
            let right = try Sample(using: &random)
            let sum = left.number + right.number
            let label: Comment = "seed \(seed): \(left.number) and \(right.number)"
            var sums = Set<Double>()
            var greater = Set<Bool>()
            var less = Set<Bool>()
            for one in left.members {
                for other in right.members {
                    sums.insert(one + other)
                    greater.insert(one > other)
                    less.insert(one < other)
                }
            }
            #expect(sums.allSatisfy(sum.contains), label)
            // No wider than it must be: the bounds are members if included, and a step or two from one if not.
            let least = try #require(sums.min())
            let most = try #require(sums.max())
            #expect(least - sum.lower <= 0.5, label)
            let isCut = [left.number, right.number].contains { $0.upper ?? .infinity > Sample.limit }
            if !isCut, let upper = sum.upper { #expect(upper - most <= 0.5, label) }
            let isOnGrid = [left.number, right.number].allSatisfy { number in
                [number.lower, number.upper ?? 0].allSatisfy { ($0 * 4).rounded() == $0 * 4 }
            }
            if isOnGrid { #expect(sum.includesLower == (least == sum.lower), label) }
            if isOnGrid, !isCut { #expect(sum.includesUpper == (most == sum.upper), label) }
            #expect((sum.upper == nil) == (left.number.upper == nil || right.number.upper == nil), label)
            #expect(sum == right.number + left.number, label)

            let answers: [(ThreeValued, Set<Bool>)] = [
                (left.number.isGreater(than: right.number), greater),
                (left.number.isLess(than: right.number), less),
            ]
            for (answer, seen) in answers {
                #expect(answer != .yes || seen == [true], label)
                #expect(answer != .no || seen == [false], label)
                // What is unknown is so for a reason, but for what the grid hides or its limit.
                let isWhole =
                    isOnGrid && [left.number, right.number].allSatisfy { $0.upper ?? 0 <= Sample.limit }
                if isWhole { #expect(answer != .unknown || seen.count == 2, label) }
            }
        }
    }

    /// What is printed of a sum says no more than the sum: its interval holds the sum's, but for the best estimate.
    @Test func sumsNeverPrintMoreThanIsKnown() throws {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        let phrases = [
            "around 13,000", "around 170", "more than 6,000", "at least 12", "tens of thousands", "dozens",
            "several hundred", "17",
            "between 10 and 15", "less than 500", "1,234", "nearly 900",
        ]
        for _ in 0..<500 {
            let numbers = try (0..<Int.random(in: 1...4, using: &random)).map { _ in
                try QuantifiedNumber(phrases.randomElement(using: &random) ?? "0")
            }
            let sum = numbers.sum()
            let printed = try QuantifiedNumber(sum.description)
            if sum.qualifier == .around {
                // One step of rounding at either end.
                #expect(
                    printed.lower <= sum.lower * 1.1 && (printed.upper ?? 0) >= (sum.upper ?? 0) / 1.1,
                    "seed \(seed): \(sum)")
            } else {
                #expect(printed.lower <= sum.lower, "seed \(seed): \(sum)")
                if let upper = printed.upper {
                    #expect(upper >= sum.upper ?? .infinity, "seed \(seed): \(sum)")
                }
            }
            #expect(try QuantifiedNumber(fields: sum.fields).lower == sum.lower, "seed \(seed): \(sum)")
        }
    }
}
