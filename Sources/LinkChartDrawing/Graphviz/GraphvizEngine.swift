/// Lays graphs out and draws them with Graphviz, in this process.
///
/// ```swift
/// let picture = try await GraphvizEngine.render(dot: "digraph { a -> b }", engine: .dot, format: .svg)
/// ```
///
/// Calls may come from any task or thread; they are served one after the other, because libgvc is not
/// thread-safe. The first one loads Graphviz's plugins, which takes 20 to 50 ms; a small graph then takes well
/// under a millisecond.
///
/// DOT text must be trusted or written by this package. Parsing is robust, but an engine can be made to run for
/// ever or to crash; a layout once begun can't be cancelled.
public enum GraphvizEngine {
    /// Lays a graph out once and renders it to every format asked for.
    ///
    /// - Throws: ``GraphvizError`` where the text is not one DOT graph, the engine or a format is unknown, a
    ///   bitmap would be too large, or Graphviz reports an error, even if it drew something.
    public static func run(_ job: GraphvizJob) async throws(GraphvizError) -> GraphvizOutput {
        try await perform(job)
    }

    /// Renders a graph.
    ///
    /// - Parameters:
    ///   - dot: The graph as DOT text, trusted or written by this package.
    ///   - engine: How to place it.
    ///   - format: What to render it to.
    /// - Returns: The file's bytes and Graphviz's warnings.
    /// - Throws: ``GraphvizError``; see ``run(_:)``.
    public static func render(
        dot: String, engine: LayoutEngine = .dot, format: OutputFormat
    ) async throws(GraphvizError) -> Rendering {
        let output = try await perform(GraphvizJob(dot: dot, engine: engine, formats: [format]))
        return Rendering(output, format: format)
    }

    /// Lays a graph out.
    ///
    /// - Parameters:
    ///   - dot: The graph as DOT text, trusted or written by this package.
    ///   - engine: How to place it.
    /// - Returns: Where everything lies, and Graphviz's warnings.
    /// - Throws: ``GraphvizError``; see ``run(_:)``.
    public static func layout(
        dot: String, engine: LayoutEngine = .dot
    ) async throws(GraphvizError) -> (layout: GraphLayout, warnings: [GraphvizMessage]) {
        let output = try await perform(GraphvizJob(dot: dot, engine: engine, readsLayout: true))
        return try output.requiredLayout()
    }

    /// Version, engines and formats of the Graphviz on this machine.
    ///
    /// - Throws: ``GraphvizError`` with ``GraphvizError/Code/unavailable``.
    public static func capabilities() async throws(GraphvizError) -> GraphvizCapabilities {
        try await sharedCapabilities()
    }

    @GraphvizActor
    static func perform(_ job: GraphvizJob) throws(GraphvizError) -> GraphvizOutput {
        try GraphvizSession.shared().run(job)
    }

    @GraphvizActor
    static func sharedCapabilities() throws(GraphvizError) -> GraphvizCapabilities {
        try GraphvizSession.shared().capabilities
    }
}

extension Rendering {
    /// Takes one picture out of a job's output, which holds every format asked for.
    init(_ output: GraphvizOutput, format: OutputFormat) {
        self.init(bytes: output.renderings[format] ?? [], warnings: output.warnings)
    }
}

extension GraphvizOutput {
    func requiredLayout() throws(GraphvizError) -> (layout: GraphLayout, warnings: [GraphvizMessage]) {
        guard let layout else { throw GraphvizError(.layoutFailed, "the job did not ask for a layout") }
        return (layout, warnings)
    }
}
