internal import LinkChartModel

extension ChartBuilder {
    /// More nodes than these are thinned to those with most links, by engines that lay out node by node.
    static let mostNodes = 1500
    /// The same for layouts made for large graphs.
    static let mostNodesOfAll = 120_000

    private var mostNodes: Int {
        if let most = options.mostNodes { return most }
        guard options.view == .network, options.multiples == nil else { return Self.mostNodes }
        return switch options.engine {
        case nil, .islands, .map, .cloud, .sfdp: Self.mostNodesOfAll
        default: Self.mostNodes
        }
    }

    /// Decides which nodes and edges take part at all.
    mutating func select() {
        omissions.unselectedNodes = isDrawn.count { !$0 }
        takeEdges()
        if !options.showsDiscourse { leaveOutDiscourse() }
        if let focus = options.focus { keepSurroundings(of: focus) }
        if !options.showsScattered { leaveOutScattered() }
        keepWithinLimit()
    }

    private mutating func takeEdges() {
        edges.reserveCapacity(graph.edgeCount)
        for position in 0..<graph.edgeCount {
            let edge = EdgeIndex(position)
            guard options.parts.includes(edge, of: graph) else { continue }
            if !protectedEdges.contains(edge) {
                if !options.showsUnestablished, !standing(of: edge).isEstablished {
                    omissions.unestablished += 1
                    continue
                }
                if !options.showsSummaries, family(of: edge) == .summary {
                    omissions.summaries += 1
                    continue
                }
            }
            edges.append(DrawnEdge(edge: edge, from: graph.source(of: edge), to: graph.target(of: edge)))
        }
    }

    /// Leaves out documents and propositions; what a document says, its only publisher says.
    private mutating func leaveOutDiscourse() {
        let kinds = KindSet(["Document", "Proposition"].compactMap { graph.ontology.kind(named: $0) })
        func isDiscourse(_ node: NodeIndex) -> Bool {
            kinds.contains(graph.kind(of: node)) && !protectedNodes.contains(node)
        }
        // A graph of documents alone is drawn as it is.
        guard edges.contains(where: { !isDiscourse($0.from) && !isDiscourse($0.to) }) else { return }

        var publishers: [NodeIndex: Set<NodeIndex>] = [:]
        for edge in edges where roles.publishing.contains(graph.relation(of: edge.edge)) {
            if isDiscourse(edge.to) { publishers[edge.to, default: []].insert(edge.from) }
        }
        var speakers: [NodeIndex: NodeIndex] = [:]
        for (document, by) in publishers where by.count == 1 && !graph[document].isSource {
            if let publisher = by.first, !isDiscourse(publisher) { speakers[document] = publisher }
        }
        var spoken: Set<NodeIndex> = []
        edges = edges.compactMap { edge in
            var edge = edge
            if let publisher = speakers[edge.from] {
                spoken.insert(edge.from)
                edge.from = publisher
            }
            if let publisher = speakers[edge.to] {
                guard !roles.publishing.contains(graph.relation(of: edge.edge)) else { return nil }
                spoken.insert(edge.to)
                edge.to = publisher
            }
            guard !isDiscourse(edge.from), !isDiscourse(edge.to) else { return nil }
            let isWrittenAsLoop = graph.source(of: edge.edge) == graph.target(of: edge.edge)
            return edge.from == edge.to && !isWrittenAsLoop ? nil : edge
        }
        omissions.foldedDocuments = spoken.count
        for position in 0..<graph.nodeCount where isDrawn[position] && isDiscourse(NodeIndex(position)) {
            isDrawn[position] = false
            if !spoken.contains(NodeIndex(position)) { omissions.discourseNodes += 1 }
        }
    }

    private mutating func keepSurroundings(of focus: DrawingOptions.Focus) {
        var neighbours: [NodeIndex: [NodeIndex]] = [:]
        for edge in edges {
            neighbours[edge.from, default: []].append(edge.to)
            neighbours[edge.to, default: []].append(edge.from)
        }
        var near: Set<NodeIndex> = [focus.node]
        var rim = near
        for _ in 0..<focus.hops where !rim.isEmpty {
            rim = Set(rim.lazy.flatMap { neighbours[$0] ?? [] }).subtracting(near)
            near.formUnion(rim)
        }
        for position in 0..<isDrawn.count where isDrawn[position] && !near.contains(NodeIndex(position)) {
            isDrawn[position] = false
            omissions.beyondFocus += 1
        }
        dropEdgesOfUndrawnNodes()
    }

    /// Leaves out nodes without a link, and groups of up to three that have no link to the rest, where the
    /// rest is at least ten times as large.
    private mutating func leaveOutScattered() {
        var parents = Array(0..<isDrawn.count)
        func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[parents[node]]
                node = parents[node]
            }
            return node
        }
        for edge in edges { parents[root(edge.from.position)] = root(edge.to.position) }
        var sizes = [Int](repeating: 0, count: isDrawn.count)
        for node in 0..<isDrawn.count where isDrawn[node] { sizes[root(node)] += 1 }
        let largest = sizes.max() ?? 0
        for node in 0..<isDrawn.count where isDrawn[node] && !protectedNodes.contains(NodeIndex(node)) {
            let size = sizes[root(node)]
            guard size == 1 ? largest > 1 : size < 4 && size * 10 < largest else { continue }
            isDrawn[node] = false
            omissions.scattered += 1
        }
        dropEdgesOfUndrawnNodes()
    }

    private mutating func keepWithinLimit() {
        let count = isDrawn.count { $0 }
        let mostNodes = mostNodes
        guard count > mostNodes else { return }
        var degrees = [Int](repeating: 0, count: isDrawn.count)
        for edge in edges {
            degrees[edge.from.position] += 1
            degrees[edge.to.position] += 1
        }
        for node in protectedNodes { degrees[node.position] = .max }
        let ranked = (0..<isDrawn.count).filter { isDrawn[$0] }.sorted {
            (degrees[$1], $0) < (degrees[$0], $1)
        }
        for node in ranked.dropFirst(mostNodes) { isDrawn[node] = false }
        omissions.beyondLimit = count - mostNodes
        dropEdgesOfUndrawnNodes()
    }

    private mutating func dropEdgesOfUndrawnNodes() {
        let isDrawn = isDrawn
        edges.removeAll { !isDrawn[$0.from.position] || !isDrawn[$0.to.position] }
    }
}
