/// How reliable a source has been, A to F: the first half of the Admiralty code (NATO AJP-2.1).
///
/// No standard maps reliability to a number: it grades the source, not what it says this time.
public enum Reliability: String, NamedCase {
    /// A: no doubt about the source.
    case completelyReliable = "A"
    /// B: minor doubt.
    case usuallyReliable = "B"
    /// C: doubt, but has been right before.
    case fairlyReliable = "C"
    /// D: significant doubt.
    case notUsuallyReliable = "D"
    /// E: has been wrong before.
    case unreliable = "E"
    /// F: nothing to judge the source by, which is no grade below E.
    case cannotBeJudged = "F"

    /// Whether the source was graded at all.
    public var isSpecified: Bool { self != .cannotBeJudged }

    /// The grades in words.
    public static var synonyms: [(name: String, value: Reliability)] {
        [
            ("Completely reliable", .completelyReliable), ("Usually reliable", .usuallyReliable),
            ("Fairly reliable", .fairlyReliable), ("Not usually reliable", .notUsuallyReliable),
            ("Unreliable", .unreliable), ("Reliability cannot be judged", .cannotBeJudged),
        ]
    }
}

/// How credible a piece of information is, 1 to 6: the second half of the Admiralty code (NATO AJP-2.1).
public enum Credibility: String, NamedCase {
    /// 1: other, independent sources say the same.
    case confirmed = "1"
    /// 2: consistent with what else is known.
    case probablyTrue = "2"
    /// 3: reasonable, and partly consistent with what else is known.
    case possiblyTrue = "3"
    /// 4: possible, with nothing else to support it.
    case doubtful = "4"
    /// 5: contradicted by what else is known.
    case improbable = "5"
    /// 6: nothing to judge it by, which is no grade below 5.
    case cannotBeJudged = "6"

    /// The number for the grade, or nil for 6.
    ///
    /// STIX 2.1, Appendix A: 90, 70, 50, 30, 10, not specified.
    public var confidence: Confidence? {
        switch self {
        case .confirmed: Confidence(percent: 90)
        case .probablyTrue: Confidence(percent: 70)
        case .possiblyTrue: Confidence(percent: 50)
        case .doubtful: Confidence(percent: 30)
        case .improbable: Confidence(percent: 10)
        case .cannotBeJudged: nil
        }
    }

    /// The grade for a number by the ranges of STIX 2.1, Appendix A; 6 for none.
    public init(_ confidence: Confidence?) {
        switch confidence?.value {
        case .some(80...): self = .confirmed
        case .some(60...): self = .probablyTrue
        case .some(40...): self = .possiblyTrue
        case .some(20...): self = .doubtful
        case .some: self = .improbable
        case .none: self = .cannotBeJudged
        }
    }

    /// The grades in words.
    public static var synonyms: [(name: String, value: Credibility)] {
        [
            ("Confirmed by other sources", .confirmed), ("Confirmed", .confirmed),
            ("Probably true", .probablyTrue), ("Possibly true", .possiblyTrue), ("Doubtful", .doubtful),
            ("Improbable", .improbable), ("Truth cannot be judged", .cannotBeJudged),
        ]
    }
}

/// A grade of the Admiralty code: a letter for the source and a digit for the information, as in `B2`.
public struct AdmiraltyCode: Hashable, Sendable, CustomStringConvertible {
    /// The grade of the source.
    public var reliability: Reliability

    /// The grade of the information.
    public var credibility: Credibility

    /// A code from its two grades.
    public init(reliability: Reliability, credibility: Credibility) {
        self.reliability = reliability
        self.credibility = credibility
    }

    /// Reads `B2`, also `b2`, `B-2` and `B 2`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        // Most cells that may hold one hold a number.
        if let first = text.utf8.first, first &- 0x30 < 10 { return nil }
        let key = foldedKey(text).uppercased()
        guard key.count == 2, let reliability = Reliability(rawValue: String(key.prefix(1))),
            let credibility = Credibility(rawValue: String(key.suffix(1)))
        else { return nil }
        self.init(reliability: reliability, credibility: credibility)
    }

    /// The number for the information's grade; nil if that is 6, however reliable the source.
    public var confidence: Confidence? { credibility.confidence }

    /// The letter and the digit.
    public var description: String { reliability.rawValue + credibility.rawValue }
}
