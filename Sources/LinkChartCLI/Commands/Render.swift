public import ArgumentParser
public import LinkChart

extension DrawingOptions.Theme: ExpressibleByArgument {}
extension DrawingOptions.Grouping: ExpressibleByArgument {}
extension DrawingOptions.View: ExpressibleByArgument {}
extension DrawingOptions.Facet: ExpressibleByArgument {}

struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw a graph as SVG, PNG, PDF, DOT, the layout as JSON, or a page to explore it in.",
        discussion: """
            The default picture shows established facts between actors, states and incidents, boxed by territory; \
            its legend says what was left out or folded. Dashed is not established, thick crosses a border. \
            Hovering over a node or link of an SVG shows who claims what.

            An .html file is one page to explore the graph in, without the network: search, filter by kind, relation, \
            claimant, modality, confidence and time, read every claim with its source, find paths, save what is seen. \
            It holds everything that was selected, also what is not established, unless --projection says less.

            EXAMPLES
              linkchart render graphs/afghanistan.linkchart.yaml -o map.svg
              linkchart render graphs/afghanistan.linkchart.yaml -o map.html
              linkchart render graph.yaml -o pakistan.png --focus Pakistan --hops 2
              linkchart render graph.yaml -o chains.svg --highlight Afghanistan..China
              linkchart render graph.yaml -o all.pdf --projection all --no-legend
              linkchart render big.jsonl -o map.svg                     # 100,000 nodes: a map of their groups
              linkchart render big.jsonl -o dots.png --engine cloud     # every node a dot
              linkchart render graph.yaml -o map.svg --quality text     # overlaps, crossings … in figures
              linkchart render graph.yaml -o map.svg --view geo
              linkchart render graph.yaml -o lanes.svg --view timeline
              linkchart render graph.yaml -o panels.svg --multiples claimant
              linkchart render graph.yaml -o places.json --engine dot --timeout 30
              linkchart render graph.yaml -o - --format dot | dot -Tsvg > plain.svg
            """)

    @OptionGroup var input: GraphOptions

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "The picture to write: .svg, .png, .pdf, .dot, .html, .json (where everything lies), and "
                + ".ps, .eps, .jpg, .gif, .webp where Graphviz has them; - is standard output.",
            valueName: "file"),
        completion: .file())
    var output: String

    @Option(
        help: ArgumentHelp(
            "The format, where the extension does not tell.", valueName: "svg|png|pdf|dot|html|json|…"))
    var format: String?

    @Option(
        help: ArgumentHelp(
            "How to place nodes; auto chooses by size.",
            valueName: "auto|columns|islands|map|cloud|dot|neato|fdp|sfdp|twopi|circo|osage|patchwork"))
    var engine = "auto"

    @Option(
        help: ArgumentHelp(
            "What the page's dimensions mean: nothing, the globe, or time, with one lane a group.",
            valueName: "network|geo|timeline"))
    var view: DrawingOptions.View = .network

    @Option(
        help: ArgumentHelp(
            "A grid of the same layout with what holds in each year, or of each relation, claimant or territory.",
            valueName: "year|relation|claimant|territory"))
    var multiples: DrawingOptions.Facet?

    @Option(
        help: ArgumentHelp("What boxes around nodes stand for.", valueName: "territory|kind|community|none"))
    var group: DrawingOptions.Grouping = .territory

    @Option(help: ArgumentHelp("Draw only a node and its surroundings.", valueName: "node"))
    var focus: String?

    @Option(help: ArgumentHelp("With --focus: how many links away nodes may be.", valueName: "N"))
    var hops: Int?

    @Option(help: ArgumentHelp("Make the shortest chains between two nodes stand out.", valueName: "A..B"))
    var highlight: String?

    @Option(
        help: ArgumentHelp(
            "Colours; with auto (default) and screen an SVG or a page follows its reader's preference; "
                + "print is for paper, contrast for weak eyes.",
            valueName: "auto|light|dark|screen|print|contrast"))
    var theme: DrawingOptions.Theme?

    @Option(
        help: ArgumentHelp(
            "Rules for colours, shapes, widths and words; `linkchart style --print` prints one to start from.",
            valueName: "file"), completion: .file())
    var style: String?

    @Flag(help: "Give nodes small pictures of what they are, in SVG.")
    var icons = false

    @Option(help: ArgumentHelp("How many links to label at most.", valueName: "N"))
    var maxLabels: Int?

    @Flag(
        inversion: .prefixedNo,
        help: "Lead links between two islands side by side; by default where that makes fewer crossings.")
    var bundle: Bool?

    @Option(
        help: ArgumentHelp(
            "Say how well the picture can be read, in figures: overlaps, crossings, lines through nodes, distance of "
                + "labels and others.", valueName: "text|json"))
    var quality: QualityReport.Format?

    @Flag(inversion: .prefixedNo, help: "Write title, key and what was left out under the picture.")
    var legend = true

    @Flag(
        help:
            "Draw every node and link by itself; by default what a box tells is not drawn and twins are stacked."
    )
    var full = false

    @Option(
        help: ArgumentHelp(
            "mechanism (default; all for .html), facts (also summaries such as spillsOverTo), all (also what is not established, "
                + "documents and propositions).",
            valueName: "facts|mechanism|claims|all"))
    var projection: Projection.Name?

    @Option(
        help: ArgumentHelp(
            "Give up after this many seconds. Without it, a layout that takes 10 s is replaced by a faster one, and "
                + "any step ends after 60 s.",
            valueName: "seconds"))
    var timeout: Double?

    @OptionGroup(title: "Selection")
    var selection: SelectionOptions

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    @Flag(name: .shortAndLong, help: "Leave out the notes about how the picture came about.")
    var quiet = false

    func validate() throws {
        if hops != nil && focus == nil { throw ValidationError("--hops goes with --focus.") }
        if multiples != nil && view != .network {
            throw ValidationError("--multiples goes with --view network.")
        }
        if view != .network && engine != "auto" {
            throw ValidationError("--engine goes with --view network.")
        }
        if let hops, hops < 0 { throw ValidationError("--hops takes a whole number from 0 up.") }
        if let maxLabels, maxLabels < 0 {
            throw ValidationError("--max-labels takes a whole number from 0 up.")
        }
        if let timeout, !(timeout > 0) { throw ValidationError("--timeout takes seconds, more than 0.") }
    }

    func run() throws {
        let target = try outputFormat()
        if target == .html, view != .network || multiples != nil {
            throw Failure.usage(
                "an interactive page has a layout and filters of its own: leave out --view and --multiples")
        }
        Deadline.begin(timeout)
        let isolation = GraphvizIsolation.worker(
            timeout == nil ? Self.worker : GraphvizWorker(limits: .init(time: stepTime)))
        GraphDrawing.prepare(isolation: isolation)
        let graph = try input.load(inputFormat)
        let finder = NodeFinder(graph)
        var options = DrawingOptions(parts: try selection.parts(of: graph))
        // A page can hide what a picture has to leave out.
        if let projection = projection ?? (target == .html ? .all : nil) { options.show(projection) }
        options.grouping = group
        options.view = view
        options.multiples = multiples
        if let style {
            let sheet = try StyleLoading.style(at: style)
            options.style = sheet
            options.measures = try StyleLoading.measures(sheet, of: graph, options.parts)
        }
        options.theme = theme ?? options.style?.theme ?? .auto
        options.showsIcons = icons
        options.showsLegend = legend
        options.maximumLabels = maxLabels
        options.bundlesLinks = bundle
        options.detail = full ? .full : .folded
        options.engine = try layoutEngine()
        options.isolation = isolation
        if let timeout { options.layoutTime = .seconds(min(10, timeout / 2)) }
        if let focus {
            options.focus = .init(node: try finder.node(called: focus, option: "--focus"), hops: hops ?? 1)
        }
        if let highlight { options.highlight = try ends(of: highlight, finder) }

        // Asked while the worker draws and this process waits.
        let fontWarnings = Eventually { Self.fontWarnings(for: target, graph) }
        let drawing: Drawing
        do {
            drawing = try Progress.showing("drawing") { () throws(DrawingError) in
                try GraphDrawing.renderBlocking(graph, options: options, format: target)
            }
        } catch {
            throw Failure(error)
        }
        Deadline.lift()
        if output == "-" {
            try writeToOutput(drawing.bytes)
        } else {
            try writeFile(drawing.bytes, to: output)
        }
        if let quality {
            let report = QualityReport(DrawingQuality(of: drawing.geometry))
            try report.write(as: quality, toOutput: output != "-")
        }
        guard !quiet else { return }
        for warning in fontWarnings.value {
            complain(TerminalStyle.errors.yellow(TerminalText.visible(warning)))
        }
        for note in drawing.notes + drawing.warnings.map(\.description) {
            complain(TerminalStyle.errors.dim(TerminalText.visible(note)))
        }
    }

    /// The format asked for, else the one that the output's extension tells.
    private func outputFormat() throws -> OutputFormat {
        let known = "svg, png, pdf, dot, html or json"
        if let format { return OutputFormat(rawValue: format.lowercased()) }
        guard output != "-", let dot = output.lastIndex(of: "."), !output[dot...].contains("/") else {
            throw Failure.usage("the name `\(output)` tells no format; give --format \(known)")
        }
        let ending = output[output.index(after: dot)...].lowercased()
        return OutputFormat(rawValue: ["gv": "dot", "htm": "html"][ending] ?? ending)
    }

    /// The longest that one step of Graphviz may take.
    private var stepTime: Duration { .seconds(min(timeout ?? 60, 1e6)) }

    private func layoutEngine() throws -> LayoutEngine? {
        guard engine != "auto" else { return nil }
        let names = [
            "columns", "islands", "map", "cloud", "dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage",
            "patchwork",
        ]
        guard names.contains(engine) else {
            let hint =
                nearestName(to: engine, in: names).map { "did you mean `\($0)`?" }
                ?? "there is auto, \(names.joined(separator: ", "))"
            throw Failure.usage("--engine \(engine): no such engine; \(hint)")
        }
        return LayoutEngine(rawValue: engine)
    }

    /// `A..B` as two nodes. A name may have dots of its own, so every place to divide is tried.
    private func ends(of text: String, _ finder: NodeFinder) throws -> DrawingOptions.Highlight {
        var position = text.startIndex
        var parts: (String, String)?
        while let dots = text[position...].firstRange(of: "..") {
            let pair = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
            if parts == nil { parts = pair }
            if let from = try? finder.node(called: pair.0), let to = try? finder.node(called: pair.1) {
                return .init(from: from, to: to)
            }
            position = text.index(after: dots.lowerBound)
        }
        guard let parts else { throw Failure.usage("--highlight \(text): write two nodes as A..B") }
        return .init(
            from: try finder.node(called: parts.0, option: "--highlight"),
            to: try finder.node(called: parts.1, option: "--highlight"))
    }
}

extension Failure {
    /// A picture that could not be drawn, with the exit code for it.
    fileprivate init(_ error: DrawingError) {
        let code: Code =
            switch error {
            case .graphviz(let error) where error.code == .unknownFormat || error.code == .unknownEngine:
                .usage
            case .graphviz(let error) where error.code == .unavailable || error.code == .workerUnavailable:
                .missingPart
            case .graphviz(let error) where error.code == .timedOut || error.code == .outOfMemory: .limit
            case .graphviz(let error) where error.code == .crashed: .bug
            case .graphviz(let error) where error.code == .bitmapTooLarge: .usage
            case .graphviz: .badData
            case .svg, .other: .bug
            }
        var message = "\(error)"
        if case .graphviz(let error) = error,
            [.timedOut, .outOfMemory, .crashed].contains(error.code)
        {
            message += "; draw less of the graph (--focus, --relation, --kind) or try another --engine"
        }
        self.init(code: code, message: message)
    }
}
