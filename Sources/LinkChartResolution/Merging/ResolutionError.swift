/// Why nodes can't be merged or split.
public struct ResolutionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong. More codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        /// Names a code.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// What a merged node or edge keeps of what it was made of was changed, and can't be read any more.
        public static let damagedRecord = Code(rawValue: "damagedRecord")
        /// A node that is to be split off is called as one that is there.
        public static let takenID = Code(rawValue: "takenID")
        /// A node that was to be split was not merged.
        public static let notMerged = Code(rawValue: "notMerged")
        /// The graph can't hold the result.
        public static let invalidGraph = Code(rawValue: "invalidGraph")
    }

    /// What is wrong.
    public var code: Code
    /// The same in a sentence without a full stop.
    public var message: String

    /// An error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
