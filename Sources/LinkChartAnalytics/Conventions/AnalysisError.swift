public import LinkChartModel

/// Why an analysis has no result.
public struct AnalysisError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong. More codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        /// Names a code.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// What was asked for does not exist on such a graph.
        public static let undefined = Code(rawValue: "undefined")
        /// An iteration did not settle within its limit.
        public static let notConverged = Code(rawValue: "notConverged")
        /// A parameter is outside its range.
        public static let badParameter = Code(rawValue: "badParameter")
        /// An edge has no number that could be its cost or weight.
        public static let missingCost = Code(rawValue: "missingCost")
        /// An edge's cost or weight is negative, infinite or not a number.
        public static let badCost = Code(rawValue: "badCost")
        /// A node that was asked about is not in the projection.
        public static let unknownNode = Code(rawValue: "unknownNode")
        /// Whoever asked no longer wants the result.
        public static let cancelled = Code(rawValue: "cancelled")
    }

    /// What is wrong.
    public var code: Code
    /// The edge that is at fault, if one is.
    public var edge: EdgeIndex?
    /// What is wrong, in a sentence; it names the edge or node at fault.
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

    /// What a computation throws once it was told to stop.
    public static let cancelled = AnalysisError(.cancelled, "the computation was stopped before its end")

    public var description: String { suggestion.map { "\(message); \($0)" } ?? message }
}
