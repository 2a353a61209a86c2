internal import CGraphvizShim

/// The process's only Graphviz context, created when it is first needed: loading the plugins takes 20 to 50 ms,
/// which a command that draws nothing must not pay.
@GraphvizActor
final class GraphvizSession {
    private static var opened: GraphvizSession?

    private let context: OpaquePointer
    let capabilities: GraphvizCapabilities

    /// The session, opened now if it was not yet.
    static func shared() throws(GraphvizError) -> GraphvizSession {
        if let opened { return opened }
        let session = try GraphvizSession()
        opened = session
        return session
    }

    private init() throws(GraphvizError) {
        guard let context = lcgv_context_create() else {
            throw GraphvizError(.unavailable, "Graphviz could not be started")
        }
        self.context = context
        capabilities = GraphvizCapabilities(
            version: lcgv_version(context).map { String(cString: $0) } ?? "",
            engines: Self.names(of: "layout", in: context),
            formats: Self.names(of: "device", in: context).filter(OutputFormat.safe.contains))
    }

    private static func names(of kind: String, in context: OpaquePointer) -> [String] {
        var count = 0
        guard let names = lcgv_plugin_names(context, kind, &count) else { return [] }
        defer { lcgv_names_free(names, count) }
        return (0..<count).compactMap { names[$0].map { String(cString: $0) } }.sorted()
    }

    /// Lays a graph out and renders it.
    ///
    /// - Throws: ``GraphvizError`` whenever Graphviz reports an error, even where it returned success and a
    ///   picture: bad HTML labels, record labels and the like are only told that way.
    func run(_ job: GraphvizJob) throws(GraphvizError) -> GraphvizOutput {
        try checkNames(of: job)
        var reports = Reports(engine: job.engine)
        let graph = try parse(job.dot, reports: &reports)
        defer { lcgv_graph_free(graph) }
        defer { lcgv_layout_free(context, graph) }
        try reports.collect(.layoutFailed) { lcgv_layout(context, graph, job.engine.rawValue) == 0 }
        let bounds = lcgv_bounds(graph)
        guard [bounds.low.x, bounds.low.y, bounds.high.x, bounds.high.y].allSatisfy(\.isFinite) else {
            throw reports.error(.layoutFailed, "the engine \(job.engine) gave the drawing no finite size")
        }
        var output = GraphvizOutput(renderings: [:], layout: nil, warnings: [])
        for format in job.formats where output.renderings[format] == nil {
            reports.format = format
            output.renderings[format] = try render(graph, to: format, for: job, reports: &reports)
        }
        if job.readsLayout { output.layout = GraphLayout(reading: graph) }
        output.warnings = reports.messages
        return output
    }

    private func checkNames(of job: GraphvizJob) throws(GraphvizError) {
        guard capabilities.engines.contains(job.engine.rawValue) else {
            let known = capabilities.engines.joined(separator: ", ")
            throw GraphvizError(
                .unknownEngine, "no layout engine \u{201C}\(job.engine)\u{201D}; there are \(known)",
                engine: job.engine)
        }
        for format in job.formats where !capabilities.formats.contains(format.rawValue) {
            let known = capabilities.formats.joined(separator: ", ")
            throw GraphvizError(
                .unknownFormat, "no format \u{201C}\(format)\u{201D}; there are \(known)", engine: job.engine,
                format: format)
        }
    }

    private func parse(_ dot: String, reports: inout Reports) throws(GraphvizError) -> OpaquePointer {
        var leftover = LCGV_NOTHING
        var graph: OpaquePointer?
        do throws(GraphvizError) {
            try reports.collect(.syntax) {
                var dot = dot
                graph = dot.withUTF8 { text in
                    text.withMemoryRebound(to: CChar.self) {
                        lcgv_graph_parse($0.baseAddress, $0.count, &leftover)
                    }
                }
                return true
            }
            if leftover == LCGV_UNCLOSED {
                throw reports.error(.syntax, "a comment or string has no end")
            }
            if leftover == LCGV_GRAPH {
                throw reports.error(.severalGraphs, "the text holds more than one graph")
            }
        } catch {
            if let graph { lcgv_graph_free(graph) }
            throw error
        }
        guard let graph else { throw reports.error(.emptyInput, "the text holds no graph") }
        return graph
    }

    private func render(
        _ graph: OpaquePointer, to format: OutputFormat, for job: GraphvizJob, reports: inout Reports
    ) throws(GraphvizError) -> [UInt8] {
        let original = lcgv_resolution(graph)
        defer { lcgv_set_resolution(graph, original) }
        if format.isBitmap {
            if let resolution = job.resolution { lcgv_set_resolution(graph, resolution) }
            try checkSize(of: graph, format: format, limits: job.limits, reports: reports)
        }
        var bytes: [UInt8] = []
        try reports.collect(.renderFailed) {
            var data: UnsafeMutablePointer<CChar>?
            var length = 0
            let result = lcgv_render(context, graph, format.renderer, &data, &length)
            defer { lcgv_data_free(data) }
            if let data { bytes = Array(UnsafeRawBufferPointer(start: data, count: length)) }
            return result == 0 && !bytes.isEmpty
        }
        if format == .pdf { removeCreationDate(from: &bytes) }
        if format.isPostScript { removeDateLine(from: &bytes) }
        return bytes
    }

    private func checkSize(
        of graph: OpaquePointer, format: OutputFormat, limits: BitmapLimits, reports: Reports
    ) throws(GraphvizError) {
        let bounds = lcgv_bounds(graph)
        let limit = lcgv_size_limit(graph)
        let padding = lcgv_padding(graph)
        let size = PrintedSize(
            layout: (bounds.high.x - bounds.low.x, bounds.high.y - bounds.low.y),
            padding: (padding.x, padding.y), limit: (limit.x, limit.y))
        let set = lcgv_resolution(graph)
        let resolution = set > 0 ? set : 96
        let pixels = size.pixels(at: resolution)
        guard
            pixels.width > Double(limits.side) || pixels.height > Double(limits.side)
                || pixels.width * pixels.height > Double(limits.area)
        else { return }
        let fitting = size.fittingResolution(limits)
        let scale = (fitting / resolution * 1000).rounded(.down) / 1000
        var error = reports.error(
            .bitmapTooLarge,
            "\(format) of \(integer(pixels.width)) x \(integer(pixels.height)) pixels; the limit is "
                + "\(limits.side) a side and \(limits.area) in all. \(fitting) dots per inch fit, "
                + "which is \(scale) of the present scale")
        error.fittingResolution = fitting
        throw error
    }

    private func integer(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }
}

/// Overwrites the second at which cairo made a PDF by spaces, so that the same picture is the same file. The date is
/// optional, and as nothing moves, the file's table of places stays right.
private func removeCreationDate(from pdf: inout [UInt8]) {
    let mark = Array("/CreationDate (D:".utf8)
    // It stands in the last part of the file, behind all pages.
    var start = pdf.count - mark.count
    while start >= 0 {
        if pdf[start] == mark[0], pdf[start...].starts(with: mark) {
            guard let end = pdf[start...].firstIndex(of: UInt8(ascii: ")")), end - start < 64 else { return }
            for place in start...end { pdf[place] = UInt8(ascii: " ") }
            return
        }
        start -= 1
    }
}

/// Blanks the comment with the date in a PostScript file's head.
private func removeDateLine(from script: inout [UInt8]) {
    let mark = Array("%%CreationDate:".utf8)
    let head = script.prefix(1024)
    guard let start = head.firstRange(of: mark)?.upperBound,
        let end = head[start...].firstIndex(of: UInt8(ascii: "\n"))
    else { return }
    for place in start..<end { script[place] = UInt8(ascii: " ") }
}

/// The messages of one job, stage by stage.
private struct Reports {
    var messages: [GraphvizMessage] = []
    var engine: LayoutEngine?
    var format: OutputFormat?

    init(engine: LayoutEngine) {
        self.engine = engine
    }

    /// Runs one stage, and throws where it fails or reports an error.
    /// - Parameters:
    ///   - code: The stage's failure.
    ///   - stage: Returns false on failure.
    mutating func collect(_ code: GraphvizError.Code, _ stage: () -> Bool) throws(GraphvizError) {
        lcgv_messages_begin()
        let succeeded = stage()
        var failed = false
        let text = lcgv_messages_end(&failed).map { String(cString: $0) } ?? ""
        messages += GraphvizMessage.messages(in: text)
        guard !succeeded || failed else { return }
        let first = messages.first { $0.severity == .error }
        throw error(code, first?.text ?? "Graphviz failed without a message", line: first?.line)
    }

    func error(_ code: GraphvizError.Code, _ message: String, line: Int? = nil) -> GraphvizError {
        GraphvizError(code, message, line: line, engine: engine, format: format, reports: messages)
    }
}
