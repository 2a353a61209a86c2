/// Why something is no number with a qualifier.
public enum QuantifiedNumberError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No qualifier has this name; with the nearest one that exists.
    case unknownQualifier(String, suggestion: String?)
    /// The qualifier says nothing without a number.
    case missingValue(NumberQualifier)
    /// The qualifier is a magnitude by itself and takes no number.
    case needlessValue(NumberQualifier)
    /// The number is infinite or not a number.
    case notFinite
    /// The range ends below its beginning.
    case emptyRange(low: Double, high: Double)
    /// The best estimate lies outside of its own range.
    case bestOutsideRange(low: Double, best: Double, high: Double)
    /// The text is no number in English.
    case unreadable(String)

    /// The problem in a sentence for people.
    public var description: String {
        switch self {
        case .unknownQualifier(let name, nil): "no qualifier `\(name)` of numbers"
        case .unknownQualifier(let name, let suggestion?):
            "no qualifier `\(name)` of numbers; did you mean `\(suggestion)`?"
        case .missingValue(let qualifier): "`\(qualifier)` needs a number"
        case .needlessValue(let qualifier): "`\(qualifier)` takes no number"
        case .notFinite: "the number is not finite"
        case .emptyRange(let low, let high): "the range from \(low.inEnglish) to \(high.inEnglish) is empty"
        case .bestOutsideRange(let low, let best, let high):
            "the best estimate \(best.inEnglish) is not between \(low.inEnglish) and \(high.inEnglish)"
        case .unreadable(let text): "`\(text)` can't be read as a number"
        }
    }
}
