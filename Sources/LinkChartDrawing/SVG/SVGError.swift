/// Why bytes could not be treated as SVG.
public struct SVGError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure. Open: later versions may add codes, so switch with a default.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// Stable name, fit for logs and JSON.
        public let rawValue: String

        /// Creates a code from its name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The name.
        public var description: String { rawValue }

        /// The bytes are not well-formed XML in a way that can't be mended.
        public static let malformed = Self(rawValue: "malformed")
        /// The outermost element is not `svg`.
        public static let notSVG = Self(rawValue: "notSVG")
    }

    /// The kind of failure.
    public var code: Code
    /// One sentence for people.
    public var message: String
    /// Where in the input, in bytes from its beginning.
    public var offset: Int

    /// Creates an error.
    public init(_ code: Code, _ message: String, offset: Int) {
        self.code = code
        self.message = message
        self.offset = offset
    }

    /// The message with its place.
    public var description: String { "byte \(offset): \(message)" }
}
