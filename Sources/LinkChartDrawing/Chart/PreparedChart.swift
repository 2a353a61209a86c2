internal import LinkChartModel

/// A chart at the level of detail that its size allows, and the layout for it.
struct PreparedChart {
    private(set) var chart: Chart
    private(set) var engine: LayoutEngine
    /// What a reader must know of how the picture came about.
    private(set) var notes: [String] = []

    /// Up to these many nodes and links all is drawn in columns.
    static let columnLimits = (nodes: 150, links: 400)
    /// Up to these many nodes, and links between islands, each of those links is drawn by itself.
    static let singleLimits = (nodes: 600, links: 260)
    private static let mostIslands = 24
    /// Up to these many nodes each is at least a dot.
    static let dotLimit = 6000

    /// The lanes, of a timeline.
    private(set) var timeline: Timeline?

    /// - Parameter isPage: whether it is for an interactive page, which folds and names by itself.
    /// - Complexity: linear in nodes, edges and claims, but for sorting and finding communities.
    init(graph: Graph, options: DrawingOptions, isPage: Bool = false) {
        chart = ChartBuilder.chart(of: graph, options: options)
        if options.view == .timeline {
            let timeline = Timeline(chart, graph: graph, parts: options.parts)
            notes += timeline.notes
            chart = timeline.chart
            self.timeline = timeline
        }
        engine = options.engine ?? .columns
        if options.view != .network {
            engine = LayoutEngine(rawValue: options.view.rawValue)
        } else if options.multiples != nil {
            // Every link must be there by itself, to be sorted into panels.
            engine = options.engine ?? Self.graphvizEngine(for: chart)
            if options.engine == nil { explain(nodes: chart.nodes.count) }
        } else if isPage {
            fitPage(graph, options)
        } else {
            fit(graph, options)
        }
        if !isPage {
            chart.thinNames(engine: engine, limit: options.maximumLabels)
        } else if chart.nodes.count > InteractivePage.mostBoxes {
            // The page writes names itself, as many as there is room for at each scale.
            for node in chart.nodes.indices { chart.nodes[node].isDot = true }
        }
    }

    /// Whether all can be drawn in columns.
    static func isSmall(_ chart: Chart) -> Bool {
        chart.nodes.count <= columnLimits.nodes && chart.links.count <= columnLimits.links
    }

    private static func graphvizEngine(for chart: Chart) -> LayoutEngine {
        isSmall(chart) ? .columns : chart.nodes.count <= 500 && chart.links.count <= 2000 ? .fdp : .sfdp
    }

    /// Chooses the layout, and shows as much as can be read in it.
    private mutating func fit(_ graph: Graph, _ options: DrawingOptions) {
        let nodes = chart.nodes.count
        engine =
            options.engine ?? (Self.isSmall(chart) ? .columns : nodes <= Self.dotLimit ? .islands : .map)
        if engine == .islands || engine == .map || options.grouping == .community {
            group(graph, options)
        }
        if options.engine == nil { explain(nodes: nodes) }
        if engine == .cloud || engine == .sfdp && nodes > ChartBuilder.mostNodes {
            chart.keepStrongLinks(most: max(1500, 2 * nodes))
            if nodes > 400 { quietEverything() }
        }
    }

    /// Chooses the layout of a page, in which every link must be there by itself, to be filtered.
    private mutating func fitPage(_ graph: Graph, _ options: DrawingOptions) {
        let nodes = chart.nodes.count
        engine =
            options.engine ?? (Self.isSmall(chart) ? .columns : nodes <= Self.dotLimit ? .islands : .cloud)
        if engine == .islands {
            let groups = ChartGroups(of: chart, graph: graph, options: options, most: Self.mostIslands)
            if let note = groups.note { notes.append(note) }
            chart.regroup(groups)
        }
        if options.engine == nil { explain(nodes: nodes) }
    }

    private mutating func group(_ graph: Graph, _ options: DrawingOptions) {
        let groups = ChartGroups(
            of: chart, graph: graph, options: options,
            most: engine == .map ? 36 : engine == .islands ? Self.mostIslands : 30)
        if let note = groups.note { notes.append(note) }
        guard engine != .map else {
            chart = chart.map(groups, graph: graph)
            return
        }
        chart.regroup(groups)
        guard engine == .islands else { return }
        let crossing = chart.links.count { chart.nodes[$0.tail].box != chart.nodes[$0.head].box }
        if chart.nodes.count > Self.singleLimits.nodes || crossing > Self.singleLimits.links {
            chart.gatherIntoRibbons()
        }
        if chart.nodes.count > Chart.fewNodes { chart.quietInnerLinks() }
        chart.keepStrongLinks(most: max(600, 2 * chart.nodes.count))
    }

    private mutating func quietEverything() {
        for number in chart.links.indices where chart.links[number].emphasis == .normal {
            chart.links[number].isQuiet = true
            chart.links[number].words = ""
        }
    }

    private mutating func explain(nodes: Int) {
        switch engine {
        case .columns: break
        case .map:
            notes.append(
                "\(nodes) nodes are more than one picture can show: this is a map of their groups. The layout cloud "
                    + "draws every node as a dot, a focus the surroundings of one.")
        default: notes.append("\(nodes) nodes: laid out as \(engine).")
        }
    }
}
