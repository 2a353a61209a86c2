public import LinkChartModel

/// Draws graphs: chooses what to show, lays it out, and writes SVG, PNG, PDF, DOT or an HTML page to explore it in.
///
/// ```swift
/// let drawing = try await GraphDrawing.render(graph, format: .svg)
/// ```
public enum GraphDrawing {
    /// Draws a graph.
    ///
    /// - Parameters:
    ///   - graph: the graph.
    ///   - options: what to show and how.
    ///   - format: `svg`, `png`, `pdf`, `dot`, `html`, `json` (the layout, see ``GraphLayout/json()``), or another of
    ///     ``GraphvizCapabilities/formats``. An HTML page takes everything that is selected, unfolded.
    /// - Returns: the file's bytes and what is to be said about them.
    /// - Throws: ``DrawingError``.
    public static func render(
        _ graph: Graph, options: DrawingOptions = DrawingOptions(), format: OutputFormat = .svg
    ) async throws(DrawingError) -> Drawing {
        var session = DrawingSession(graph: graph, options: options, format: format)
        var output: GraphvizOutput
        do {
            while let job = session.nextJob() {
                do throws(GraphvizError) {
                    output = try await GraphvizEngine.run(
                        job, isolation: options.isolation, within: session.timeLimit)
                } catch {
                    try session.recover(from: error)
                    continue
                }
                try session.take(output)
            }
        } catch {
            throw DrawingError(error)
        }
        return Drawing(session, format: format)
    }

    /// Draws a graph, holding up the calling thread: for commands that have nothing else to do.
    ///
    /// - Parameters: as of ``render(_:options:format:)``.
    /// - Throws: ``DrawingError``.
    @available(*, noasync, message: "use render(_:options:format:)")
    public static func renderBlocking(
        _ graph: Graph, options: DrawingOptions = DrawingOptions(), format: OutputFormat = .svg
    ) throws(DrawingError) -> Drawing {
        var session = DrawingSession(graph: graph, options: options, format: format)
        var output: GraphvizOutput
        do {
            while let job = session.nextJob() {
                do throws(GraphvizError) {
                    output = try GraphvizEngine.runBlocking(
                        job, isolation: options.isolation, within: session.timeLimit)
                } catch {
                    try session.recover(from: error)
                    continue
                }
                try session.take(output)
            }
        } catch {
            throw DrawingError(error)
        }
        return Drawing(session, format: format)
    }
}

/// A picture of a graph.
public struct Drawing: Hashable, Sendable {
    /// The file's content.
    public var bytes: [UInt8]
    /// What it was rendered to.
    public var format: OutputFormat
    /// The layout that was taken, by choice or automatically.
    public var engine: LayoutEngine
    /// Where everything lies: nodes and boxes by the ids that the graph has for them, and each with the id that it
    /// has in the SVG.
    public var layout: GraphLayout
    /// What a reader should know: the automatic choice of engine, what was left out. Sentences for people.
    public var notes: [String]
    /// What Graphviz found odd.
    public var warnings: [GraphvizMessage]
    /// Where everything of it lies, for ``DrawingQuality``; without the legend.
    public var geometry: DrawingGeometry
}

extension Drawing {
    init(_ session: DrawingSession, format: OutputFormat) {
        self.init(
            bytes: session.bytes, format: format, engine: session.engine,
            layout: session.publishedLayout
                ?? GraphLayout(
                    size: .init(width: 0, height: 0), isDirected: true, nodes: [], edges: [], clusters: []),
            notes: session.notes + session.leftOut, warnings: session.warnings,
            geometry: session.geometry ?? DrawingGeometry(size: .init(width: 0, height: 0)))
    }
}

/// Why a picture could not be drawn.
public enum DrawingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Graphviz refused.
    case graphviz(GraphvizError)
    /// Graphviz wrote an SVG that can't be treated, which is a defect of ours or of Graphviz.
    case svg(SVGError)
    /// Something that was not expected.
    case other(String)

    init(_ error: any Error) {
        switch error {
        case let error as GraphvizError: self = .graphviz(error)
        case let error as SVGError: self = .svg(error)
        default: self = .other("\(error)")
        }
    }

    /// One sentence for people.
    public var description: String {
        switch self {
        case .graphviz(let error): error.description
        case .svg(let error): "Graphviz wrote an SVG that could not be read: \(error)"
        case .other(let text): text
        }
    }
}
