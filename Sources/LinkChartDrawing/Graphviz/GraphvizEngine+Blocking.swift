// A command that only draws one picture has nothing else to do meanwhile, and needs no task machinery.

extension GraphvizEngine {
    /// Lays a graph out once and renders it, holding up the calling thread.
    ///
    /// Goes through the same gate as ``run(_:)``.
    /// - Throws: ``GraphvizError``; see ``run(_:)``.
    @available(*, noasync, message: "use run(_:)")
    public static func runBlocking(_ job: GraphvizJob) throws(GraphvizError) -> GraphvizOutput {
        try waiting { () throws(GraphvizError) in try perform(job) }
    }

    /// Renders a graph, holding up the calling thread.
    ///
    /// - Parameters:
    ///   - dot: The graph as DOT text, trusted or written by this package.
    ///   - engine: How to place it.
    ///   - format: What to render it to.
    /// - Returns: The file's bytes and Graphviz's warnings.
    /// - Throws: ``GraphvizError``; see ``run(_:)``.
    @available(*, noasync, message: "use render(dot:engine:format:)")
    public static func renderBlocking(
        dot: String, engine: LayoutEngine = .dot, format: OutputFormat
    ) throws(GraphvizError) -> Rendering {
        Rendering(try runBlocking(GraphvizJob(dot: dot, engine: engine, formats: [format])), format: format)
    }

    /// Lays a graph out, holding up the calling thread.
    ///
    /// - Parameters:
    ///   - dot: The graph as DOT text, trusted or written by this package.
    ///   - engine: How to place it.
    /// - Returns: Where everything lies, and Graphviz's warnings.
    /// - Throws: ``GraphvizError``; see ``run(_:)``.
    @available(*, noasync, message: "use layout(dot:engine:)")
    public static func layoutBlocking(
        dot: String, engine: LayoutEngine = .dot
    ) throws(GraphvizError) -> (layout: GraphLayout, warnings: [GraphvizMessage]) {
        try runBlocking(GraphvizJob(dot: dot, engine: engine, readsLayout: true)).requiredLayout()
    }

    /// Version, engines and formats of the Graphviz on this machine, holding up the calling thread.
    ///
    /// - Throws: ``GraphvizError`` with ``GraphvizError/Code/unavailable``.
    @available(*, noasync, message: "use capabilities()")
    public static func capabilitiesBlocking() throws(GraphvizError) -> GraphvizCapabilities {
        try waiting { () throws(GraphvizError) in try sharedCapabilities() }
    }

    /// Runs work behind the gate and waits for it.
    ///
    /// Nothing isolated to the gate is public, so that no caller can be on the gate's own thread and wait for
    /// itself.
    private static func waiting<Value: Sendable>(
        _ work: @escaping @GraphvizActor () throws(GraphvizError) -> Value
    ) throws(GraphvizError) -> Value {
        let outcome = Monitor<Result<Value, GraphvizError>?>(nil)
        Task { @GraphvizActor in
            let result: Result<Value, GraphvizError>
            do throws(GraphvizError) {
                result = .success(try work())
            } catch {
                result = .failure(error)
            }
            outcome.update { $0 = result }
        }
        return try outcome.wait { $0 }.get()
    }
}
