import LinkChartModel
import Testing

@Suite struct QuantifiedNumberTests {
    @Test(
        arguments: [
            (NumberQualifier.exactly, 13_000, 13_000, 13_000, true, true, 13_000),
            (.around, 13_000, 11_700, 14_300, true, true, 13_000),
            (.nearly, 3_000, 2_700, 3_000, true, true, 3_000),
            (.moreThan, 6_000, 6_000, nil, false, false, nil),
            (.atLeast, 6_000, 6_000, nil, true, false, nil), (.lessThan, 500, 0, 500, true, false, nil),
            (.atMost, 500, 0, 500, true, true, nil), (.lessThan, -5, -.infinity, -5, true, false, nil),
            (.lessThan, 0, -.infinity, 0, true, false, nil), (.around, -100, -110, -90, true, true, -100),
            (.several, nil, 3, nil, true, false, nil), (.several, 100, 300, 2_000, true, false, nil),
            (.tens, nil, 20, 200, true, false, nil), (.dozens, nil, 24, 200, true, false, nil),
            (.hundreds, nil, 200, 2_000, true, false, nil),
            (.thousands, nil, 2_000, 20_000, true, false, nil),
            (.tensOfThousands, nil, 20_000, 200_000, true, false, nil),
            (.hundredsOfThousands, nil, 200_000, 2_000_000, true, false, nil),
            (.millions, nil, 2_000_000, nil, true, false, nil),
        ] as [(NumberQualifier, Double?, Double, Double?, Bool, Bool, Double?)])
    func intervals(
        qualifier: NumberQualifier, value: Double?, lower: Double, upper: Double?, includesLower: Bool,
        includesUpper: Bool,
        best: Double?
    ) throws {
        let number = try QuantifiedNumber(qualifier, value)
        #expect(number.qualifier == qualifier && number.value == value)
        #expect(number.lower == lower && number.upper == upper && number.best == best)
        #expect(number.includesLower == includesLower && number.includesUpper == includesUpper)
        if lower.isFinite { #expect(number.contains(lower) == includesLower) }
        if let upper { #expect(number.contains(upper) == includesUpper && !number.contains(upper + 1)) }
        #expect(number.isExact == (qualifier == .exactly))
    }

    @Test func rangesAndRefusals() throws {
        let deaths = try QuantifiedNumber(low: 10, best: 14, high: 20)
        #expect(deaths.qualifier == .between && deaths.lower == 10 && deaths.best == 14 && deaths.upper == 20)
        #expect(try QuantifiedNumber(low: 2, best: 2, high: 2) == .exactly(2))
        #expect(try QuantifiedNumber(low: 2, high: 2) == .exactly(2))
        #expect(try QuantifiedNumber(.exactly, -0.0) == .exactly(0))
        #expect(throws: QuantifiedNumberError.emptyRange(low: 2, high: 1)) {
            try QuantifiedNumber(low: 2, high: 1)
        }
        #expect(throws: QuantifiedNumberError.bestOutsideRange(low: 1, best: 3, high: 2)) {
            try QuantifiedNumber(low: 1, best: 3, high: 2)
        }
        #expect(throws: QuantifiedNumberError.notFinite) { try QuantifiedNumber(low: 1, high: .infinity) }
        #expect(throws: QuantifiedNumberError.notFinite) { try QuantifiedNumber(.around, .nan) }
        #expect(throws: QuantifiedNumberError.missingValue(.atLeast)) { try QuantifiedNumber(.atLeast, nil) }
        #expect(throws: QuantifiedNumberError.missingValue(.between)) { try QuantifiedNumber(.between, 5) }
        #expect(throws: QuantifiedNumberError.needlessValue(.dozens)) { try QuantifiedNumber(.dozens, 5) }
        #expect(try QuantifiedNumber(.moreThan, 5) == .moreThan(5))
        #expect(
            try QuantifiedNumber(.around, 5) == .around(5) && QuantifiedNumber(.atLeast, 5) == .atLeast(5))
    }

    @Test(
        arguments: [
            ([("atLeast", 6_000)], "at least 6,000"), ([("around", 13_000)], "around 13,000"),
            ([("more-than", 5)], "more than 5"),
            ([("Up To", 5)], "at most 5"), ([("hundreds", nil)], "hundreds"),
            ([("several", 100)], "several hundred"),
            ([("low", 10), ("best", 14), ("high", 20)], "14 (between 10 and 20)"),
            ([("high", 20), ("low", 10)], "between 10 and 20"),
            ([("low", 2), ("best", 2), ("high", 2)], "2"), ([("exactly", 1.5)], "1.5"),
        ] as [([(String, Double?)], String)])
    func readsAndWritesFields(fields: [(String, Double?)], text: String) throws {
        let number = try QuantifiedNumber(fields: fields.map { (name: $0.0, value: $0.1) })
        #expect(number.description == text)
        #expect(try QuantifiedNumber(fields: number.fields) == number)
    }

    @Test func refusesOtherFields() {
        func error(_ fields: [(name: String, value: Double?)]) -> QuantifiedNumberError? {
            #expect(throws: QuantifiedNumberError.self) { try QuantifiedNumber(fields: fields) }
        }
        #expect(error([("arund", 5)]) == .unknownQualifier("arund", suggestion: "around"))
        #expect(error([("low", 5), ("hihg", 6)]) == .unknownQualifier("hihg", suggestion: "high"))
        #expect(error([("low", 5), ("best", 6)]) == .missingValue(.between))
        #expect(error([("low", 5), ("high", nil)]) == .missingValue(.between))
        #expect(error([("low", 5), ("low", 6)]) == .missingValue(.between))
        #expect(error([("best", 5)]) == .missingValue(.between))
        #expect(error([("low", 5)]) != nil && error([]) == .missingValue(.between))
        #expect(error([("low", 7), ("high", 6)]) == .emptyRange(low: 7, high: 6))
    }
}
