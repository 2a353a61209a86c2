internal import LinkChartModel

/// One picture in the making: hands out the jobs that Graphviz has to do and works on with what comes of them.
///
/// Measuring, laying out, measuring the legend and drawing are separate jobs, because where things go is decided
/// here and only text sizes and the drawing itself are Graphviz's. The same steps serve callers that wait and
/// callers that await.
struct DrawingSession {
    private enum Step {
        case measure, layOut, legend, draw, done
    }

    private let graph: Graph
    private let options: DrawingOptions
    private let format: OutputFormat
    private var step = Step.measure
    private(set) var engine: LayoutEngine
    private(set) var chart: Chart
    private var writer: DotWriter
    private var sizes = ChartSizes(nodes: [], titles: [], labels: [:], legend: nil)
    private(set) var layout: ChartLayout?
    private(set) var notes: [String] = []
    private(set) var warnings: [GraphvizMessage] = []
    private(set) var bytes: [UInt8] = []
    private(set) var dot = ""
    private let labelTexts: [[String]]

    init(graph: Graph, options: DrawingOptions, format: OutputFormat) {
        self.graph = graph
        self.options = options
        self.format = format
        let prepared = PreparedChart(graph: graph, options: options)
        let chart = prepared.chart
        self.chart = chart
        engine = prepared.engine
        notes = prepared.notes
        writer = DotWriter(
            chart: chart, ontology: graph.ontology, isDark: options.theme == .dark, legend: nil)
        writer.writesTooltips = format == .dot
        var texts: Set<[String]> = []
        // Sorted below, because sets have no order of their own.
        for link in chart.links { texts.formUnion(LabelPlacer.shapes(of: link)) }
        labelTexts = texts.filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
        if let highlight = options.highlight {
            let ends =
                "\(printable(graph.name(of: highlight.from))) to \(printable(graph.name(of: highlight.to)))"
            notes.append(
                chart.links.contains { $0.emphasis == .strong }
                    ? "Strong: every shortest chain along which threat or harm travels from \(ends)."
                    : "No chain along which threat or harm travels leads from \(ends).")
        }
        if let focus = options.focus {
            let hops = "\(focus.hops) link\(focus.hops == 1 ? "" : "s")"
            notes.append("Only what is at most \(hops) away from \(printable(graph.name(of: focus.node))).")
        }
    }

    /// The next job for Graphviz; nil when the picture is ready.
    mutating func nextJob() -> GraphvizJob? {
        switch step {
        case .measure:
            let texts = labelTexts.count > 2000 ? Array(labelTexts.prefix(2000)) : labelTexts
            return GraphvizJob(dot: writer.measuring(labels: texts), engine: .nop2, readsLayout: true)
        case .layOut:
            return GraphvizJob(dot: writer.unplaced(for: engine), engine: engine, readsLayout: true)
        case .legend:
            return GraphvizJob(dot: writer.head() + "}\n", engine: .nop2, readsLayout: true)
        case .draw:
            guard let layout else { return nil }
            dot = writer.placed(layout)
            if format == .dot {
                bytes = Array(dot.utf8)
                step = .done
                return nil
            }
            return GraphvizJob(
                dot: dot, engine: .nop2, formats: [format],
                resolution: format.isBitmap ? options.resolution ?? 144 : nil)
        case .done: return nil
        }
    }

    /// Works on with what came of the job.
    mutating func take(_ output: GraphvizOutput) throws(SVGError) {
        switch step {
        case .measure:
            takeSizes(output)
            guard engine.isOwn else {
                step = .layOut
                return
            }
            switch engine {
            case .islands, .map:
                layout = IslandPicture(chart: chart, sizes: sizes, writer: writer, options: options).layout()
            case .cloud:
                var cloud = CloudLayout(chart: chart, sizes: sizes).layout()
                cloud.courses =
                    BundleRouter(chart: chart, layout: cloud, writer: writer).straightCourses()
                layout = cloud
            default: layout = ColumnLayout(chart, sizes: sizes).layout()
            }
            addLinks()
            prepareLegend()
        case .layOut:
            warnings += output.warnings
            layout = output.layout.map { ChartLayout($0, chart: chart) }
            addLinks()
            prepareLegend()
        case .legend:
            placeLegend(output.layout?.label?.size)
            step = .draw
        case .draw:
            warnings += output.warnings
            let drawn = output.renderings[format] ?? []
            bytes = format == .svg ? try treated(orderClusters(drawn)) : drawn
            step = .done
        case .done: break
        }
    }

    /// What the picture consists of, to be judged; nil before it is laid out.
    var geometry: DrawingGeometry? {
        layout.map { DrawingGeometry($0, chart: chart, titleSizes: sizes.titles, writer: writer) }
    }

    private mutating func takeSizes(_ output: GraphvizOutput) {
        guard let measured = output.layout?.nodes else { return }
        let written = chart.nodes.count { !$0.isDot }
        let titles = written..<(written + chart.boxes.count)
        guard measured.count >= titles.upperBound else { return }
        var next = measured.makeIterator()
        sizes.nodes = chart.nodes.map { node in
            let dot = GraphLayout.Size(width: node.dotSize, height: node.dotSize)
            return node.isDot ? dot : next.next()?.size ?? dot
        }
        sizes.titles = measured[titles].map(\.size)
        for (text, node) in zip(labelTexts, measured[titles.upperBound...]) { sizes.labels[text] = node.size }
    }

    /// Leads the links, where the engine has not, and puts words on them.
    private mutating func addLinks() {
        guard var layout else { return }
        let titles = zip(layout.titles, sizes.titles).enumerated().compactMap { number, title in
            layout.boxes[number] == nil ? nil : Rectangle(centre: title.0, size: title.1)
        }
        if engine == .columns {
            var router = LinkRouter(chart: chart, layout: layout, titles: titles, writer: writer)
            layout.courses = router.courses()
        }
        if engine.isOwn { layout.includeEverything() }
        let retitled = zip(layout.titles, sizes.titles).enumerated().compactMap { number, title in
            layout.boxes[number] == nil ? nil : Rectangle(centre: title.0, size: title.1)
        }
        let placer = LabelPlacer(chart: chart, layout: layout, titles: retitled)
        let (labels, missing) = placer.place(
            sizes: sizes.labels, limit: options.maximumLabels ?? DrawingSession.mostLabels)
        layout.labels = labels
        chart.omissions.unlabelled = missing
        self.layout = layout
    }

    /// More words than these on links can't be read.
    static let mostLabels = 60

    private mutating func prepareLegend() {
        guard options.showsLegend else {
            step = .draw
            return
        }
        writer.chart.omissions = chart.omissions
        var legend = Legend(writer: writer)
        legend.notes = notes
        writer.legend = legend.markup(width: layout?.size.width ?? 800)
        step = .legend
    }

    private mutating func placeLegend(_ size: GraphLayout.Size?) {
        guard let size, var layout else { return }
        let gap = layout.size.height > 0 ? 14.0 : 0
        layout.drawingSize = layout.size
        layout.legend = GraphLayout.Point(x: size.width / 2, y: layout.size.height + gap + size.height / 2)
        layout.size.height += gap + size.height
        layout.size.width = max(layout.size.width, size.width)
        self.layout = layout
    }

    /// What was left out, in one sentence, or none.
    var leftOut: [String] {
        let texts = chart.omissions.leftOut
        return texts.isEmpty ? [] : ["Left out: \(texts.joined(separator: "; "))."]
    }

    // MARK: - SVG

    private func treated(_ svg: [UInt8]) throws(SVGError) -> [UInt8] {
        var texts: [String: String] = [:]
        for node in chart.nodes { texts[node.id] = node.tooltip }
        for link in chart.links { texts[link.id] = link.tooltip }
        for box in chart.boxes { texts[box.id] = box.tooltip }
        let mode: SVGTheme.Mode =
            switch options.theme {
            case .auto: .auto
            case .light: .light
            case .dark: .dark
            }
        let pairs =
            options.theme == .dark
            ? []
            : Inks.all.compactMap { ink in
                SVGColor(ink.light).flatMap { light in SVGColor(ink.dark).map { ColorPair(light, $0) } }
            }
        let canvas = Inks.canvas
        let background = SVGColor(canvas.light).flatMap { light in
            SVGColor(canvas.dark).map { ColorPair(light, $0) }
        }
        let treatment = SVGTreatment(
            title: chart.title.isEmpty ? "Link chart" : chart.title, description: description, texts: texts,
            theme: SVGTheme(mode: mode, pairs: pairs, background: background))
        return try treatment.apply(to: svg)
    }

    /// The picture in a few sentences, for those who can't see it.
    private var description: String {
        let kinds = Dictionary(grouping: chart.nodes, by: \.kind).sorted { $0.key < $1.key }
            .map { "\(words(ofName: graph.ontology[$0.key].name)): \($0.value.count)" }
        let territories = chart.boxes.filter { $0.sort != .kind }.map(\.title)
        var text = "A link chart of \(chart.nodes.count) nodes (\(kinds.joined(separator: ", "))) "
        text += "and \(chart.links.count) links"
        if !territories.isEmpty { text += ", boxed by territory: \(territories.joined(separator: ", "))" }
        text += "."
        let leftOut = chart.omissions.leftOut
        if !leftOut.isEmpty { text += " Left out: \(leftOut.joined(separator: "; "))." }
        return text
    }
}
