/// Why a node or an edge can't be added.
public struct GraphError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong. More codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        /// Names a code.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A kind that the ontology does not have.
        public static let unknownKind = Code(rawValue: "unknownKind")
        /// A relation that the ontology does not have.
        public static let unknownRelation = Code(rawValue: "unknownRelation")
        /// A source that the relation does not allow.
        public static let wrongSource = Code(rawValue: "wrongSource")
        /// A target that the relation does not allow.
        public static let wrongTarget = Code(rawValue: "wrongTarget")
        /// An identifier that is taken.
        public static let duplicateID = Code(rawValue: "duplicateID")
        /// An empty identifier.
        public static let emptyID = Code(rawValue: "emptyID")
        /// A reference to a node that is not in this graph.
        public static let noSuchNode = Code(rawValue: "noSuchNode")
        /// Lists that belong together, item by item, but have different lengths.
        public static let unequalCounts = Code(rawValue: "unequalCounts")
        /// More nodes or edges than indices can number.
        public static let tooLarge = Code(rawValue: "tooLarge")
    }

    /// What is wrong.
    public var code: Code
    /// What is wrong, in a sentence.
    public var message: String
    /// What would be right, if that can be told.
    public var suggestion: String?

    /// Describes a failure.
    public init(_ code: Code, _ message: String, suggestion: String? = nil) {
        self.code = code
        self.message = message
        self.suggestion = suggestion
    }

    public var description: String { suggestion.map { "\(message); \($0)" } ?? message }
}
