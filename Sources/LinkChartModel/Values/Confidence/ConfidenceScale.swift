/// A scale of words or grades for confidence, with its normative mapping to numbers.
///
/// ```swift
/// ConfidenceScale.wordsOfEstimativeProbability.term(for: try Confidence(72)).label   // "Likely/Probable"
/// ConfidenceScale.dni.term(named: "very-likely")?.confidence?.value   // 85
/// ```
///
/// The scales and their ranges are those of STIX 2.1, Appendix A (OASIS Standard, 10 June 2021). Words mean different
/// numbers on different scales ("almost certain" is 90 on one and 95 on another), so a word can only be read on a
/// scale.
public struct ConfidenceScale: Hashable, Sendable {
    /// The name that the standard gives the scale.
    public let name: String

    /// The terms, from the least confidence to the most, and last the term for "not specified" if the scale has one.
    public let terms: [ConfidenceTerm]

    /// The term for a number.
    ///
    /// - Complexity: O(number of terms).
    public func term(for confidence: Confidence) -> ConfidenceTerm {
        // The ranges cover 0 to 100 without gap, which the tests check for each scale.
        terms.first { $0.range?.contains(confidence.value) == true } ?? terms[0]
    }

    /// The term that a text names, without regard to case and punctuation; nil if the scale has no such term.
    ///
    /// Where the standard gives a term two names ("Likely / Probable"), either or both may be written.
    ///
    /// - Complexity: O(number of terms).
    public func term(named text: some StringProtocol) -> ConfidenceTerm? {
        let key = foldedKey(text)
        return terms.first { term in
            foldedKey(term.label) == key || term.names.contains { foldedKey($0) == key }
        }
    }

    /// The five scales of the appendix.
    public static let all = [
        noneLowMedHigh, zeroToTen, admiraltyCredibility, wordsOfEstimativeProbability, dni,
    ]

    /// None, Low, Med, High.
    public static let noneLowMedHigh = ConfidenceScale(
        name: "None / Low / Med / High",
        terms: [
            ConfidenceTerm("None", 0, 0...0),
            ConfidenceTerm("Low", 15, 1...29),
            ConfidenceTerm("Med", 50, 30...69, names: ["Medium", "Moderate"]),
            ConfidenceTerm("High", 85, 70...100),
            ConfidenceTerm(notSpecified: "Not Specified"),
        ])

    /// Grades from 0 to 10.
    public static let zeroToTen = ConfidenceScale(
        name: "0-10",
        terms: (0...10).map { grade in
            let value = UInt8(grade * 10)
            return ConfidenceTerm(String(grade), value, max(0, grade * 10 - 5)...min(100, grade * 10 + 4))
        })

    /// The credibility half of the Admiralty code. See ``Credibility``.
    public static let admiraltyCredibility = ConfidenceScale(
        name: "Admiralty Credibility",
        terms: [
            ConfidenceTerm("5 - Improbable", 10, 0...19, names: ["5", "Improbable"]),
            ConfidenceTerm("4 - Doubtful", 30, 20...39, names: ["4", "Doubtful"]),
            ConfidenceTerm("3 - Possibly True", 50, 40...59, names: ["3", "Possibly True"]),
            ConfidenceTerm("2 - Probably True", 70, 60...79, names: ["2", "Probably True"]),
            ConfidenceTerm(
                "1 - Confirmed by other sources", 90, 80...100, names: ["1", "Confirmed by other sources"]),
            ConfidenceTerm(
                notSpecified: "6 - Truth cannot be judged", names: ["6", "Truth cannot be judged"]),
        ])

    /// Words of estimative probability (S. Kent, Studies in Intelligence 8(4), 1964).
    public static let wordsOfEstimativeProbability = ConfidenceScale(
        name: "WEP",
        terms: [
            ConfidenceTerm("Impossible", 0, 0...0),
            ConfidenceTerm(
                "Highly Unlikely/Almost Certainly Not", 10, 1...19,
                names: ["Highly Unlikely", "Almost Certainly Not"]),
            ConfidenceTerm("Unlikely/Probably Not", 30, 20...39, names: ["Unlikely", "Probably Not"]),
            ConfidenceTerm("Even Chance", 50, 40...59),
            ConfidenceTerm("Likely/Probable", 70, 60...79, names: ["Likely", "Probable"]),
            ConfidenceTerm(
                "Highly likely/Almost Certain", 90, 80...99, names: ["Highly Likely", "Almost Certain"]),
            ConfidenceTerm("Certain", 100, 100...100),
            ConfidenceTerm(notSpecified: "Not Specified"),
        ])

    /// The scale of the United States Director of National Intelligence (Intelligence Community Directive 203).
    public static let dni = ConfidenceScale(
        name: "DNI",
        terms: [
            ConfidenceTerm("Almost No Chance / Remote", 5, 0...9, names: ["Almost No Chance", "Remote"]),
            ConfidenceTerm(
                "Very Unlikely / Highly Improbable", 15, 10...19,
                names: ["Very Unlikely", "Highly Improbable"]),
            ConfidenceTerm("Unlikely / Improbable", 30, 20...39, names: ["Unlikely", "Improbable"]),
            ConfidenceTerm(
                "Roughly Even Chance / Roughly Even Odds", 50, 40...59,
                names: ["Roughly Even Chance", "Roughly Even Odds"]),
            ConfidenceTerm("Likely / Probable", 70, 60...79, names: ["Likely", "Probable"]),
            ConfidenceTerm(
                "Very Likely / Highly Probable", 85, 80...89, names: ["Very Likely", "Highly Probable"]),
            ConfidenceTerm(
                "Almost Certain / Nearly Certain", 95, 90...100, names: ["Almost Certain", "Nearly Certain"]),
            ConfidenceTerm(notSpecified: "Not Specified"),
        ])
}

/// One term of a ``ConfidenceScale``.
public struct ConfidenceTerm: Hashable, Sendable {
    /// The term as the standard spells it.
    public let label: String

    /// The number that the term stands for, or nil for a term that specifies none.
    public let confidence: Confidence?

    /// The numbers for which the term stands, or nil for a term that specifies none.
    public let range: ClosedRange<Int>?

    /// Further spellings that are read as this term.
    let names: [String]

    fileprivate init(_ label: String, _ value: UInt8, _ range: ClosedRange<Int>, names: [String] = []) {
        self.label = label
        self.confidence = Confidence(percent: value)
        self.range = range
        self.names = names
    }

    fileprivate init(notSpecified label: String, names: [String] = []) {
        self.label = label
        self.confidence = nil
        self.range = nil
        self.names = names
    }
}
