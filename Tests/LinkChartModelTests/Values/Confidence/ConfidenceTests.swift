import LinkChartModel
import Testing

@Suite struct ConfidenceTests {
    @Test func acceptsZeroToHundredOnly() throws {
        for value in 0...100 {
            #expect(try Confidence(value).value == value)
            #expect(try Confidence(value).description == "\(value)")
        }
        for value in [-1, 101, 256, 356, -256, Int.max, Int.min] {
            let error = #expect(throws: ConfidenceError.self) { try Confidence(value) }
            #expect(error?.value == value)
        }
        #expect(try Confidence(59) < Confidence(60))
        #expect(Confidence.none.value == 0 && Confidence.certain.value == 100)
    }

    /// The tables of STIX 2.1, Appendix A, row by row: term, number, range; number and range are nil where the
    /// standard has "not specified" or "not applicable".
    static let appendix: [(ConfidenceScale, [(String, Int?, ClosedRange<Int>?)])] = [
        (
            .noneLowMedHigh,
            [
                ("Not Specified", nil, nil), ("None", 0, 0...0), ("Low", 15, 1...29), ("Med", 50, 30...69),
                ("High", 85, 70...100),
            ]
        ),
        (
            .zeroToTen,
            [
                ("0", 0, 0...4), ("1", 10, 5...14), ("2", 20, 15...24), ("3", 30, 25...34),
                ("4", 40, 35...44),
                ("5", 50, 45...54), ("6", 60, 55...64), ("7", 70, 65...74), ("8", 80, 75...84),
                ("9", 90, 85...94),
                ("10", 100, 95...100),
            ]
        ),
        (
            .admiraltyCredibility,
            [
                ("6 - Truth cannot be judged", nil, nil), ("5 - Improbable", 10, 0...19),
                ("4 - Doubtful", 30, 20...39), ("3 - Possibly True", 50, 40...59),
                ("2 - Probably True", 70, 60...79), ("1 - Confirmed by other sources", 90, 80...100),
            ]
        ),
        (
            .wordsOfEstimativeProbability,
            [
                ("Not Specified", nil, nil), ("Impossible", 0, 0...0),
                ("Highly Unlikely/Almost Certainly Not", 10, 1...19), ("Unlikely/Probably Not", 30, 20...39),
                ("Even Chance", 50, 40...59), ("Likely/Probable", 70, 60...79),
                ("Highly likely/Almost Certain", 90, 80...99), ("Certain", 100, 100...100),
            ]
        ),
        (
            .dni,
            [
                ("Not Specified", nil, nil), ("Almost No Chance / Remote", 5, 0...9),
                ("Very Unlikely / Highly Improbable", 15, 10...19), ("Unlikely / Improbable", 30, 20...39),
                ("Roughly Even Chance / Roughly Even Odds", 50, 40...59), ("Likely / Probable", 70, 60...79),
                ("Very Likely / Highly Probable", 85, 80...89),
                ("Almost Certain / Nearly Certain", 95, 90...100),
            ]
        ),
    ]

    @Test func scalesFollowTheAppendixRowByRow() throws {
        #expect(ConfidenceScale.all == Self.appendix.map(\.0))
        for (scale, rows) in Self.appendix {
            #expect(Set(scale.terms.map(\.label)) == Set(rows.map(\.0)), "\(scale.name)")
            var covered: [Int] = []
            for (label, value, range) in rows {
                let term = try #require(scale.term(named: label))
                #expect(term.label == label)
                #expect(term.confidence?.value == value)
                #expect(term.range == range)
                for number in range.map(Array.init) ?? [] {
                    #expect(scale.term(for: try Confidence(number)) == term, "\(scale.name) \(number)")
                    covered.append(number)
                }
            }
            #expect(covered.sorted() == Array(0...100), "\(scale.name)")
        }
    }

    @Test func termsAreReadByEitherOfTheirNames() {
        #expect(ConfidenceScale.dni.term(named: "very-likely")?.confidence?.value == 85)
        #expect(ConfidenceScale.dni.term(named: "ALMOST CERTAIN")?.confidence?.value == 95)
        #expect(
            ConfidenceScale.wordsOfEstimativeProbability.term(named: "almost certain")?.confidence?.value
                == 90)
        #expect(ConfidenceScale.noneLowMedHigh.term(named: "moderate")?.confidence?.value == 50)
        #expect(ConfidenceScale.noneLowMedHigh.term(named: "sky-high") == nil)
        // A term that specifies nothing is known, unlike the one above, and still has no number.
        let unspecified = ConfidenceScale.noneLowMedHigh.term(named: "not specified")
        #expect(unspecified != nil && unspecified?.confidence == nil)
    }

    @Test func credibilityAgreesWithItsScale() throws {
        for grade in Credibility.allCases {
            let term = ConfidenceScale.admiraltyCredibility.term(named: grade.rawValue)
            #expect(term != nil && term?.confidence == grade.confidence)
        }
        for value in 0...100 {
            let confidence = try Confidence(value)
            let label = ConfidenceScale.admiraltyCredibility.term(for: confidence).label
            #expect(label.hasPrefix(Credibility(confidence).rawValue))
        }
        #expect(Credibility(nil) == .cannotBeJudged)
    }

    @Test func admiraltyCodesRoundTrip() {
        for reliability in Reliability.allCases {
            for credibility in Credibility.allCases {
                let code = AdmiraltyCode(reliability: reliability, credibility: credibility)
                #expect(AdmiraltyCode(code.description) == code)
                #expect(AdmiraltyCode("\(reliability)-\(credibility)".lowercased()) == code)
                #expect((code.confidence == nil) == (credibility == .cannotBeJudged))
            }
        }
        #expect(AdmiraltyCode("B2")?.confidence?.value == 70)
        #expect(AdmiraltyCode("F6")?.confidence == nil)
        #expect(AdmiraltyCode("F2")?.confidence?.value == 70)
        #expect(Reliability(named: "usually-reliable") == .usuallyReliable)
        #expect(!Reliability.cannotBeJudged.isSpecified && Reliability.unreliable.isSpecified)
    }

    @Test(arguments: ["", "B", "2", "2B", "G1", "A7", "A0", "AB", "B22", "ÀÀ", "B2?x"])
    func otherTextsAreNoAdmiraltyCodes(text: String) {
        #expect(AdmiraltyCode(text) == nil)
    }
}
