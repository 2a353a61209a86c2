/// A graph to lay out once, and everything wanted of it.
public struct GraphvizJob: Hashable, Sendable {
    /// The graph as DOT text. It must be trusted or written by this package: hostile DOT can make an engine run
    /// for ever or crash, and what crashes it takes the process along.
    public var dot: String
    /// How to place it.
    public var engine: LayoutEngine
    /// What to render it to.
    public var formats: [OutputFormat]
    /// Whether to hand back where everything lies.
    public var readsLayout: Bool
    /// Dots per inch of bitmaps; `nil` is what the graph says (`dpi`), else 96.
    public var resolution: Double?
    /// How large bitmaps may become.
    public var limits: BitmapLimits

    /// Creates a job.
    /// - Parameters:
    ///   - dot: The graph as DOT text, trusted or written by this package.
    ///   - engine: How to place it.
    ///   - formats: What to render it to.
    ///   - readsLayout: Whether to hand back where everything lies.
    ///   - resolution: Dots per inch of bitmaps; `nil` is what the graph says, else 96.
    ///   - limits: How large bitmaps may become.
    public init(
        dot: String, engine: LayoutEngine = .dot, formats: [OutputFormat] = [], readsLayout: Bool = false,
        resolution: Double? = nil, limits: BitmapLimits = .cairo
    ) {
        self.dot = dot
        self.engine = engine
        self.formats = formats
        self.readsLayout = readsLayout
        self.resolution = resolution
        self.limits = limits
    }
}

/// What came of a ``GraphvizJob``.
public struct GraphvizOutput: Hashable, Sendable {
    /// The pictures by format.
    public var renderings: [OutputFormat: [UInt8]]
    /// Where everything lies, if it was asked for.
    public var layout: GraphLayout?
    /// What Graphviz found odd but drew nevertheless.
    public var warnings: [GraphvizMessage]
}

/// A picture.
public struct Rendering: Hashable, Sendable {
    /// The file's content.
    public var bytes: [UInt8]
    /// What Graphviz found odd but drew nevertheless.
    public var warnings: [GraphvizMessage]
}
