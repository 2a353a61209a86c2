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

    let graph: Graph
    private let options: DrawingOptions
    private let format: OutputFormat
    private var step = Step.measure
    private(set) var engine: LayoutEngine
    private(set) var chart: Chart
    private(set) var writer: DotWriter
    private var sizes = ChartSizes(nodes: [], titles: [], labels: [:], legend: nil)
    private(set) var layout: ChartLayout?
    private(set) var notes: [String] = []
    private(set) var warnings: [GraphvizMessage] = []
    private(set) var bytes: [UInt8] = []
    private(set) var dot = ""
    private let labelTexts: [[String]]
    private var timeline: Timeline?
    private var backdrop: Backdrop?
    /// Engines that did not finish in time.
    private var tried: Set<LayoutEngine> = []

    init(graph: Graph, options: DrawingOptions, format: OutputFormat) {
        self.graph = graph
        self.format = format
        var options = format == .html ? InteractivePage.options(options) : options
        options.prepareForView()
        let isMultiple = options.view == .network && options.multiples != nil
        var resolver: StyleResolver?
        if options.style != nil || options.showsIcons || isMultiple {
            var sheet = options.style ?? .builtin
            if options.showsIcons { sheet = sheet.withIcons }
            if isMultiple { sheet = sheet.scaled(by: MultiplesLayout.scale) }
            resolver = StyleResolver(
                sheet, graph: graph, parts: options.parts,
                measures: options.measures)
            notes += resolver?.hide(from: &options) ?? []
        }
        let prepared = PreparedChart(graph: graph, options: options, isPage: format == .html)
        var chart = prepared.chart
        engine = prepared.engine
        timeline = prepared.timeline
        notes += prepared.notes
        let looks = resolver?.looks(of: &chart) ?? ChartLooks()
        self.chart = chart
        self.options = options
        writer = DotWriter(chart: chart, ontology: graph.ontology, theme: options.theme, looks: looks)
        writer.writesTooltips = format == .dot
        var texts: Set<[String]> = []
        // Sorted below, because sets have no order of their own.
        // The page writes words on links as they come near; only columns keep room for them.
        let links = format != .html || engine == .columns ? chart.links : []
        for link in links { texts.formUnion(LabelPlacer.shapes(of: link)) }
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
            if format == .html {
                bytes = page(layout)
                step = .done
                return nil
            }
            writer.background = backdrop?.drawing(writer.palette, height: layout.size.height)
            dot = writer.placed(layout)
            if format == .dot || format == .json {
                bytes = format == .dot ? Array(dot.utf8) : publishedLayout?.json() ?? []
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
            if options.view != .network {
                layOutView()
            } else if engine.isOwn {
                layOutByOurselves()
            } else {
                step = .layOut
                return
            }
        case .layOut:
            warnings += output.warnings
            layout = output.layout.map { ChartLayout($0, chart: chart) }
            addLinks()
            multiply()
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

    /// How long the next job may take; nil where nothing could be done instead.
    var timeLimit: Duration? { step == .layOut && nextEngine != nil ? options.layoutTime : nil }

    /// Goes on with another layout where one was not done in time, and says so.
    ///
    /// - Throws: the error where there is no other layout, or where it is another error.
    mutating func recover(from error: GraphvizError) throws(GraphvizError) {
        guard step == .layOut, error.code == .timedOut, let next = nextEngine else { throw error }
        notes.append("\(error.message): laid out by \(next) instead.")
        tried.insert(engine)
        engine = next
        if next.isOwn { layOutByOurselves() }
    }

    /// What is tried when the layout takes too long: our own for small graphs, then what is faster and rougher.
    private var nextEngine: LayoutEngine? {
        let order: [LayoutEngine] =
            PreparedChart.isSmall(chart)
            ? [.columns] : chart.nodes.count <= 2000 ? [.fdp, .sfdp, .cloud] : [.sfdp, .cloud]
        return order.first { $0 != engine && !tried.contains($0) }
    }

    private mutating func layOutByOurselves() {
        var sizes = sizes
        // Panels have no words on links and keep no room for them.
        if options.multiples != nil { sizes.labels = [:] }
        switch engine {
        case .islands, .map:
            var options = options
            // A page of so many nodes draws its links straight.
            let isLargePage = format == .html && chart.nodes.count > PreparedChart.singleLimits.nodes
            if isLargePage { options.bundlesLinks = false }
            layout = IslandPicture(chart: chart, sizes: sizes, writer: writer, options: options).layout()
        case .cloud:
            var cloud = CloudLayout(chart: chart, sizes: sizes).layout()
            cloud.courses = BundleRouter(chart: chart, layout: cloud, writer: writer).straightCourses()
            layout = cloud
        default: layout = ColumnLayout(chart, sizes: sizes).layout()
        }
        addLinks()
        multiply()
        prepareLegend()
    }

    /// The layout in public terms, once there is one.
    var publishedLayout: GraphLayout? {
        layout?.published(
            chart: chart, writer: writer,
            nodeName: { node in
                // A community is not its most linked member.
                let isNamed = !node.isGroup || node.classes.contains("group-state")
                return node.members.first.flatMap { isNamed ? graph.id(of: $0) : nil } ?? node.id
            },
            boxName: { $0.node.map { graph.id(of: $0) } ?? $0.title })
    }

    private mutating func takeSizes(_ output: GraphvizOutput) {
        guard let measured = output.layout?.nodes else { return }
        let written = chart.nodes.count { !$0.isDot }
        let titles = written..<(written + chart.boxes.count)
        guard measured.count >= titles.upperBound else { return }
        var next = measured.makeIterator()
        sizes.nodes = chart.nodes.map { node in
            let side = writer.dotSize(of: node)
            let dot = GraphLayout.Size(width: side, height: side)
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
        if engine == .columns, options.view == .network {
            var router = LinkRouter(chart: chart, layout: layout, titles: titles, writer: writer)
            layout.courses = router.courses()
        }
        if engine.isOwn { layout.includeEverything() }
        let retitled = zip(layout.titles, sizes.titles).enumerated().compactMap { number, title in
            layout.boxes[number] == nil ? nil : Rectangle(centre: title.0, size: title.1)
        }
        let placer = LabelPlacer(chart: chart, layout: layout, titles: retitled)
        let (labels, missing) = placer.place(
            sizes: sizes.labels,
            limit: options.maximumLabels ?? mostLabels)
        layout.labels = labels
        chart.omissions.unlabelled = missing
        self.layout = layout
    }

    /// Lays out a map or a timeline.
    private mutating func layOutView() {
        if var timeline {
            timeline.take(chart)
            let lanes = TimelineLayout(timeline, sizes: sizes, graph: graph, writer: writer)
            layout = lanes.layout()
            backdrop = .timeline(lanes)
        } else {
            let map = GeographicLayout(chart, sizes: sizes, graph: graph)
            var placed = map.layout()
            placed.courses = GeographicRouter(
                chart: chart, layout: placed, titles: sizes.titles, writer: writer
            ).courses()
            layout = placed
            backdrop = .map(map)
            notes += map.notes
        }
        addLinks()
        prepareLegend()
    }

    /// Makes panels of the layout.
    private mutating func multiply() {
        guard let facet = options.multiples, let placed = layout else { return }
        let facets = Facets(
            facet, edges: chart.links.flatMap(\.edges), graph: graph, parts: options.parts)
        let panels = MultiplesLayout(
            chart, layout: placed, looks: writer.looks, facets: facets.facets, writer: writer)
        notes += facets.notes
        let omissions = chart.omissions
        chart = panels.chart
        chart.omissions = omissions
        sizes.titles = facets.facets.flatMap { _ in sizes.titles }
        // In panels it is the colours that tell relations.
        chart.omissions.unlabelled = 0
        writer.chart = chart
        writer.looks = panels.looks
        layout = panels.layout
        backdrop = .panels(panels)
    }

    /// More words than these on links can't be read.
    private var mostLabels: Int {
        // The ribbons of a map have numbers, which are short.
        format == .html ? .max : engine == .map ? 150 : 60
    }

    private mutating func prepareLegend() {
        guard options.showsLegend, format != .html else {
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

    // MARK: - HTML

    private func page(_ layout: ChartLayout) -> [UInt8] {
        var data = PageData(
            graph: graph, options: options, chart: chart, layout: layout, engine: engine,
            omissions: notes + chart.omissions.leftOut)
        return InteractivePage.html(
            title: chart.title.isEmpty ? "Link chart" : chart.title, data: data.bytes())
    }
}
