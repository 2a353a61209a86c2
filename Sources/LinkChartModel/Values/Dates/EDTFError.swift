/// Why a text is no date in the Extended Date/Time Format.
public struct EDTFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where the text stops making sense, in bytes of UTF-8 from its start.
    public let position: Int

    /// What was expected there, as the end of a sentence: "a month from 01 to 12".
    public let expected: String

    /// The nearest text that is right, if there is one.
    public let suggestion: String?

    /// An error with its place and what would have been right.
    public init(position: Int, expected: String, suggestion: String? = nil) {
        self.position = position
        self.expected = expected
        self.suggestion = suggestion
    }

    /// The error in a sentence for people.
    public var description: String {
        let problem = "expected \(expected) at byte \(position)"
        return suggestion.map { "\(problem); did you mean `\($0)`?" } ?? problem
    }
}
