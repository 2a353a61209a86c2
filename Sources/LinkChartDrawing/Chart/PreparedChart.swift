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
    /// Up to these many nodes each is at least a dot.
    static let dotLimit = 6000

    /// - Complexity: linear in nodes, edges and claims, but for sorting and finding communities.
    init(graph: Graph, options: DrawingOptions) {
        chart = ChartBuilder.chart(of: graph, options: options)
        let nodes = chart.nodes.count
        let isSmall = nodes <= Self.columnLimits.nodes && chart.links.count <= Self.columnLimits.links
        engine = options.engine ?? (isSmall ? .columns : nodes <= Self.dotLimit ? .islands : .map)
        if engine == .sfdp, nodes > ChartBuilder.mostNodes {
            engine = .cloud
            notes.append("\(nodes) nodes: laid out as cloud, which is faster than sfdp and of the same kind.")
        }
        if engine == .islands || engine == .map || options.grouping == .community {
            group(graph, options)
        }
        if options.engine == nil, engine != .columns { explain(nodes: nodes) }
        if engine == .cloud {
            chart.keepStrongLinks(most: max(1500, 2 * nodes))
            if nodes > 400 { quietEverything() }
        }
        chart.thinNames(engine: engine, limit: options.maximumLabels)
    }

    private mutating func group(_ graph: Graph, _ options: DrawingOptions) {
        let groups = ChartGroups(
            of: chart, graph: graph, options: options,
            most: engine == .map ? 36 : engine == .islands ? 24 : 30)
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
        case .map:
            notes.append(
                "\(nodes) nodes are more than one picture can show: this is a map of their groups. The layout cloud "
                    + "draws every node as a dot, a focus the surroundings of one.")
        default: notes.append("\(nodes) nodes: laid out as \(engine).")
        }
    }
}
