public import LinkChartModel

/// Why paths can't be searched for.
public struct PathError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong. More codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        /// Names a code.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An edge has no number that could be its cost.
        public static let missingCost = Code(rawValue: "missingCost")
        /// An edge's cost is negative, infinite or not a number.
        public static let badCost = Code(rawValue: "badCost")
    }

    /// What is wrong.
    public var code: Code
    /// The edge that is at fault.
    public var edge: EdgeIndex?
    /// What is wrong, in a sentence that names the edge.
    public var message: String
    /// What would help.
    public var suggestion: String?

    /// Describes a failure.
    public init(_ code: Code, edge: EdgeIndex? = nil, _ message: String, suggestion: String? = nil) {
        self.code = code
        self.edge = edge
        self.message = message
        self.suggestion = suggestion
    }

    public var description: String { suggestion.map { "\(message); \($0)" } ?? message }
}
