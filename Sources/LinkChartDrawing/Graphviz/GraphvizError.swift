/// Why a graph could not be laid out or rendered.
public struct GraphvizError: Error, Hashable, Sendable, CustomStringConvertible {
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

        /// Graphviz could not be started.
        public static let unavailable = Self(rawValue: "unavailable")
        /// The text is not DOT; ``GraphvizError/line`` says where.
        public static let syntax = Self(rawValue: "syntax")
        /// The text holds no graph.
        public static let emptyInput = Self(rawValue: "emptyInput")
        /// The text holds more than one graph, and only one can be drawn.
        public static let severalGraphs = Self(rawValue: "severalGraphs")
        /// No plugin lays out under that name.
        public static let unknownEngine = Self(rawValue: "unknownEngine")
        /// No plugin renders that format to bytes.
        public static let unknownFormat = Self(rawValue: "unknownFormat")
        /// The engine reported an error, such as a malformed HTML-like label.
        public static let layoutFailed = Self(rawValue: "layoutFailed")
        /// The renderer reported an error or wrote nothing.
        public static let renderFailed = Self(rawValue: "renderFailed")
        /// The bitmap would exceed ``BitmapLimits``; ``GraphvizError/fittingResolution`` would not.
        public static let bitmapTooLarge = Self(rawValue: "bitmapTooLarge")
        /// The worker process could not be started, or speaks another language.
        public static let workerUnavailable = Self(rawValue: "workerUnavailable")
        /// Graphviz crashed; only its worker process ended.
        public static let crashed = Self(rawValue: "crashed")
        /// Graphviz took longer than ``GraphvizWorker/Limits/time``.
        public static let timedOut = Self(rawValue: "timedOut")
        /// Graphviz wanted more memory than ``GraphvizWorker/Limits/memory``, or wrote more than
        /// ``GraphvizWorker/Limits/output``.
        public static let outOfMemory = Self(rawValue: "outOfMemory")
    }

    /// The kind of failure.
    public var code: Code
    /// One sentence for people.
    public var message: String
    /// Line of the DOT text, counted from 1, where the failure has one.
    public var line: Int?
    /// The engine asked for.
    public var engine: LayoutEngine?
    /// The format asked for.
    public var format: OutputFormat?
    /// For ``Code/bitmapTooLarge``: the largest resolution, in dots per inch, that stays within the limits.
    public var fittingResolution: Double?
    /// Everything Graphviz said until then.
    public var reports: [GraphvizMessage]

    /// Creates an error.
    public init(
        _ code: Code, _ message: String, line: Int? = nil, engine: LayoutEngine? = nil,
        format: OutputFormat? = nil, fittingResolution: Double? = nil, reports: [GraphvizMessage] = []
    ) {
        self.code = code
        self.message = message
        self.line = line
        self.engine = engine
        self.format = format
        self.fittingResolution = fittingResolution
        self.reports = reports
    }

    /// The message, led by the line where there is one.
    public var description: String {
        line.map { "line \($0): \(message)" } ?? message
    }
}
