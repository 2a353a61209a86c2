/// What a laid out graph is rendered to, by the name Graphviz has for it.
public struct OutputFormat: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name on Graphviz's command line, such as `svg`.
    public let rawValue: String

    /// Creates a format from its name. Whether it can be had shows when it is used: see
    /// ``GraphvizError/Code/unknownFormat`` and ``GraphvizCapabilities/formats``.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name.
    public var description: String { rawValue }

    /// Scalable Vector Graphics.
    public static let svg = Self(rawValue: "svg")
    /// Portable Network Graphics, drawn by cairo at 96 dots per inch unless another resolution is asked for.
    public static let png = Self(rawValue: "png")
    /// Portable Document Format, one page of the size of the drawing.
    public static let pdf = Self(rawValue: "pdf")
    /// A page to explore the graph in, made by ``GraphDrawing`` and not by Graphviz.
    public static let html = Self(rawValue: "html")
    /// DOT with the layout as attributes (`pos`, `width`, `bb`).
    public static let dot = Self(rawValue: "dot")
    /// JSON with the layout and the drawing operations.
    public static let json = Self(rawValue: "json")
    /// One line a node and edge, as `dot -Tplain` writes it.
    public static let plain = Self(rawValue: "plain")

    /// Formats that are written as bytes. Graphviz has others that open a window or need a display, and some of
    /// those end the process; they are never handed on.
    static let safe: Set<String> = [
        "svg", "png", "pdf", "dot", "gv", "canon", "xdot", "json", "json0", "dot_json", "xdot_json", "plain",
        "plain-ext", "ps", "eps", "jpg", "jpeg", "gif", "webp", "cmapx", "imap",
    ]

    var isPostScript: Bool { rawValue == "ps" || rawValue == "eps" }

    /// What Graphviz is asked for. Its own PostScript has Latin letters only; cairo's has the fonts in it.
    var renderer: String { isPostScript ? "\(rawValue):cairo" : rawValue }

    /// True where the picture is a raster, whose size has a limit.
    var isBitmap: Bool { ["png", "jpg", "jpeg", "gif", "webp"].contains(rawValue) }
}
