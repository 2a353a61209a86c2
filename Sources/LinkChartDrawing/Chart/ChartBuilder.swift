internal import LinkChartModel

/// Makes a ``Chart`` of a graph: chooses what to draw, boxes it, folds what can be told shorter, words it.
struct ChartBuilder {
    /// An edge that takes part, with its ends after folding.
    struct DrawnEdge {
        var edge: EdgeIndex
        var from: NodeIndex
        var to: NodeIndex
    }

    let graph: Graph
    let options: DrawingOptions
    let roles: RelationRoles
    let tooltips: TooltipWriter
    /// Families by relation.
    let families: [LinkFamily]
    /// The states of every node, by all that is known, whatever part of it is drawn.
    let territories: TerritoryMap

    var omissions = Omissions()
    /// The edges that take part, in the graph's order.
    var edges: [DrawnEdge] = []
    /// Whether each node takes part.
    var isDrawn: [Bool]
    /// What is highlighted or focused, which nothing folds away.
    var protectedNodes: Set<NodeIndex> = []
    var protectedEdges: Set<EdgeIndex> = []
    /// The box of each node and the boxes, once planned.
    var boxes = BoxPlan()
    /// What the tooltip of a node says of edges that are not drawn by themselves.
    var foldedEdges: [NodeIndex: [EdgeIndex]] = [:]
    /// Leaves, each with the node that it is written into.
    var absorbedInto: [NodeIndex: NodeIndex] = [:]
    /// Nodes that are stacked, each with the first of its stack.
    var stackedOn: [NodeIndex: NodeIndex] = [:]
    /// Numbers that edges state of a node.
    var quantities: [NodeIndex: [String]] = [:]

    init(graph: Graph, options: DrawingOptions) {
        self.graph = graph
        self.options = options
        roles = RelationRoles(graph.ontology)
        tooltips = TooltipWriter(graph: graph, parts: options.parts)
        families = graph.ontology.relations.map(LinkFamily.init)
        territories = TerritoryMap(of: graph)
        isDrawn = (0..<graph.nodeCount).map { options.parts.includes(NodeIndex($0)) }
    }

    /// Makes the chart.
    ///
    /// - Complexity: linear in nodes, edges and claims, but for sorting.
    static func chart(of graph: Graph, options: DrawingOptions) -> Chart {
        var builder = ChartBuilder(graph: graph, options: options)
        builder.highlight()
        builder.select()
        builder.boxes = BoxPlan(builder)
        builder.countQuantities()
        var links = LinkTable(builder)
        if options.detail == .folded {
            links.foldBoxLinks(&builder)
            links.absorbLeaves(&builder)
            // States with the same links lie at different places, and hold in different panels.
            if options.view == .network, options.multiples == nil { links.stackTwins(&builder) }
        }
        return builder.chart(links)
    }

    func family(of edge: EdgeIndex) -> LinkFamily { families[Int(graph.relation(of: edge).rawValue)] }

    func standing(of edge: EdgeIndex) -> EdgeStanding {
        options.parts.claims == nil
            ? graph.standing(of: edge) : EdgeStanding(of: options.parts.claims(of: edge, in: graph))
    }

    /// Protects every shortest chain of the highlight.
    private mutating func highlight() {
        if let focus = options.focus { protectedNodes.insert(focus.node) }
        guard let highlight = options.highlight else { return }
        let chains = HighlightedChains(highlight, in: graph, parts: options.parts)
        protectedNodes.formUnion(chains.nodes)
        protectedEdges.formUnion(chains.edges)
    }

    private mutating func countQuantities() {
        for drawn in edges {
            for (text, node) in graph.quantities(of: drawn.edge)
            where !quantities[node, default: []].contains(text) {
                quantities[node, default: []].append(text)
            }
        }
    }
}

/// Every shortest chain of the mechanism projection from one node to another.
struct HighlightedChains {
    private(set) var nodes: Set<NodeIndex> = []
    private(set) var edges: Set<EdgeIndex> = []

    /// - Complexity: linear in nodes and edges.
    init(_ highlight: DrawingOptions.Highlight, in graph: Graph, parts: SelectedParts) {
        let projection = Projection(
            of: graph, Projection.Recipe(.mechanism), selection: parts, keepingEdges: true)
        nodes = [highlight.from, highlight.to]
        guard let start = projection.position(of: highlight.from),
            let end = projection.position(of: highlight.to)
        else { return }
        let toEnd = Self.distances(from: end, along: projection.incoming)
        guard toEnd[start] != .max else { return }
        // Every arc that leads one step nearer to the end lies on a shortest chain.
        var seen: Set<Int> = [start]
        var stack = [start]
        while let node = stack.popLast() {
            nodes.insert(projection.node(at: node))
            for arc in projection.outgoing.row(node) {
                let next = Int(projection.outgoing.neighbours[arc])
                guard toEnd[node] > 0, toEnd[next] == toEnd[node] - 1 else { continue }
                edges.insert(projection.edge(ofArc: arc).edge)
                if seen.insert(next).inserted { stack.append(next) }
            }
        }
    }

    private static func distances(from start: Int, along rows: CompressedRows) -> [Int] {
        var distances = [Int](repeating: .max, count: rows.nodeCount)
        distances[start] = 0
        var queue = [start]
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            for neighbour in rows[node] where distances[Int(neighbour)] == .max {
                distances[Int(neighbour)] = distances[node] + 1
                queue.append(Int(neighbour))
            }
        }
        return distances
    }
}
