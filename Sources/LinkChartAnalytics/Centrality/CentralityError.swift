/// Why a centrality has no value on a projection, or could not be computed.
public struct CentralityError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong. More codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        /// Names a code.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The measure does not exist on such a graph.
        public static let undefined = Code(rawValue: "undefined")
        /// An iteration did not settle within its limit.
        public static let notConverged = Code(rawValue: "notConverged")
        /// A parameter is outside its range.
        public static let badParameter = Code(rawValue: "badParameter")
    }

    /// What is wrong.
    public var code: Code
    /// What is wrong, in a sentence.
    public var message: String
    /// What would help.
    public var suggestion: String?

    /// Describes a failure.
    public init(_ code: Code, _ message: String, suggestion: String? = nil) {
        self.code = code
        self.message = message
        self.suggestion = suggestion
    }

    public var description: String { suggestion.map { "\(message); \($0)" } ?? message }
}
