import LinkChartModel
import Testing

@Suite struct NumberEnglishTests {
    @Test(arguments: [
        ("13,000", "13,000"), ("13000", "13,000"), ("around 13,000", "around 13,000"),
        ("More than 6,000", "more than 6,000"),
        ("tens of thousands", "tens of thousands"), ("Hundreds", "hundreds"), ("dozens", "dozens"),
        ("several", "several"),
        ("several hundred", "several hundred"), ("a few hundred", "hundreds"),
        ("hundreds of thousands", "hundreds of thousands"),
        ("over 6,000", "more than 6,000"), ("upwards of 40", "more than 40"), ("at least 12", "at least 12"),
        ("6,000+", "at least 6,000"), ("12 or more", "at least 12"), ("no fewer than 12", "at least 12"),
        ("fewer than 500", "less than 500"), ("up to 500", "at most 500"),
        ("no more than 500", "at most 500"),
        ("as many as 500", "at most 500"), ("nearly 3,000", "nearly 3,000"), ("almost 3000", "nearly 3,000"),
        ("some 1,200", "around 1,200"), ("an estimated 13,000", "around 13,000"), ("approx. 40", "around 40"),
        ("~40", "around 40"),
        ("c. 40", "around 40"), ("40 or so", "around 40"), (">40", "more than 40"), (">= 40", "at least 40"),
        ("≤40", "at most 40"),
        ("between 10 and 15", "between 10 and 15"), ("10-15", "between 10 and 15"),
        ("10–15", "between 10 and 15"),
        ("10 to 15", "between 10 and 15"), ("from 10 to 15", "between 10 and 15"),
        ("14 (between 10 and 20)", "14 (between 10 and 20)"),
        ("14 (10-20)", "14 (between 10 and 20)"), ("5-5", "5"), ("1.2 million", "1,200,000"),
        ("around 1.5 million", "around 1,500,000"),
        ("two dozen", "24"), ("a dozen", "12"), ("half a dozen", "6"), ("half a million", "500,000"),
        ("a hundred and ten", "110"),
        ("twenty-five", "25"), ("twenty-five to thirty", "between 25 and 30"),
        ("one thousand two hundred and six", "1,206"),
        ("two hundred thousand", "200,000"), ("three million four hundred thousand", "3,400,000"),
        ("zero", "0"), ("-5", "-5"),
        ("-5 to -3", "between -5 and -3"), ("0.5", "0.5"), ("1,234.5", "1,234.5"), ("1e-05", "1e-05"),
        ("1234567", "1,234,567"),
        ("more than a hundred", "more than 100"), ("exactly 7", "7"), ("several million", "several million"),
        ("a few dozen", "dozens"),
    ])
    func readsAndPrints(written: String, printed: String) throws {
        let number = try QuantifiedNumber(written)
        #expect(number.description == printed)
        #expect(try QuantifiedNumber(printed) == number)
    }

    @Test(arguments: [
        "", "many", "unknown", "1,5", "1,50,000", "13.", "1.2.3", "10 15", "ten twelve", "twenty twelve",
        "hundred", "a", "half",
        "half million", "and ten", "ten and", "13,000 fighters", "between 10", "between 10 and", "more than",
        "around hundreds",
        "million thousand", "a few", "twenty-", "twenty-hundred", "(10-15)",
        "14 (at least 10)",
        "1e", "99999999999999999999999999999999999999999999", "1e999", "one one", "-", "--5",
    ])
    func refusesOtherTexts(text: String) {
        #expect(throws: QuantifiedNumberError.unreadable(text)) { try QuantifiedNumber(text) }
    }

    @Test func refusesEmptyRanges() {
        #expect(throws: QuantifiedNumberError.emptyRange(low: 15, high: 10)) { try QuantifiedNumber("15-10") }
        #expect(throws: QuantifiedNumberError.bestOutsideRange(low: 10, best: 25, high: 20)) {
            try QuantifiedNumber("25 (10-20)")
        }
        let texts: [QuantifiedNumberError] = [
            .unknownQualifier("x", suggestion: nil), .unknownQualifier("x", suggestion: "y"),
            .missingValue(.around),
            .needlessValue(.tens), .notFinite, .emptyRange(low: 15, high: 10),
            .bestOutsideRange(low: 1_000, best: 0, high: 2_000), .unreadable("x"),
        ]
        #expect(Set(texts.map(\.description)).count == texts.count)
        #expect(texts[6].description == "the best estimate 0 is not between 1,000 and 2,000")
    }

    /// Every whole number below 10,000 and some beyond, as English says it, is read as itself.
    @Test func readsCardinals() throws {
        let small = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        func words(_ number: Int) -> String {
            if number < 20 { return small[number] }
            if number < 100 { return tens[number / 10] + (number % 10 == 0 ? "" : "-" + small[number % 10]) }
            if number < 1_000 {
                return words(number / 100) + " hundred"
                    + (number % 100 == 0 ? "" : " and " + words(number % 100))
            }
            let (unit, name) = number < 1_000_000 ? (1_000, "thousand") : (1_000_000, "million")
            let rest = number % unit
            return words(number / unit) + " " + name
                + (rest == 0 ? "" : (rest < 100 ? " and " : " ") + words(rest))
        }
        for number in Array(0..<10_000).filter({ $0 < 1_300 || $0.isMultiple(of: 97) }) + [
            123_456, 999_999, 1_000_001, 20_300_040,
        ] {
            #expect(try QuantifiedNumber(words(number)) == .exactly(number), "\(words(number))")
        }
    }
}
