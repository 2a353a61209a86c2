internal import LinkChartModel

/// Which box each node is drawn in.
struct BoxPlan {
    /// What a box stands for.
    enum Key: Hashable, Comparable {
        case region(NodeIndex)
        case state(NodeIndex)
        case organisation(NodeIndex)
        case kind(KindID)

        /// The node that the box stands for.
        var node: NodeIndex? {
            switch self {
            case .region(let node), .state(let node), .organisation(let node): node
            case .kind: nil
            }
        }
    }

    /// The innermost box of each node that has one.
    var boxOf: [NodeIndex: Key] = [:]
    /// The region's box around a state's box.
    var parents: [Key: Key] = [:]

    init() {}

    init(_ builder: ChartBuilder) {
        let graph = builder.graph
        let drawn = (0..<graph.nodeCount).lazy.map { NodeIndex($0) }.filter { builder.isDrawn[$0.position] }
        switch builder.options.grouping {
        // Communities are found when the chart is made.
        case .none, .community: return
        case .kind: for node in drawn { boxOf[node] = .kind(graph.kind(of: node)) }
        case .territory:
            let established = Self.established(builder)
            placeByTerritory(builder, Array(drawn), established)
            attach(builder, Array(drawn), established)
            groupOrganisations(builder, Array(drawn), established)
            placeThings(builder, Array(drawn))
            nestRegions(builder, Array(drawn), established)
        }
        dissolveSmallBoxes()
    }

    /// The boxes around a node, innermost first.
    func boxes(around node: NodeIndex) -> [Key] {
        guard let key = boxOf[node] else { return [] }
        return [key] + (parents[key].map { [$0] } ?? [])
    }

    // MARK: - By territory

    /// The established edges of relations that bear on places, by source.
    private static func established(_ builder: ChartBuilder) -> [NodeIndex: [EdgeIndex]] {
        let roles = builder.roles
        let relevant = Set(roles.attachments.map(\.relation)).union(roles.placing).union(roles.withinRegion)
        var edges: [NodeIndex: [EdgeIndex]] = [:]
        let graph = builder.graph
        for position in 0..<graph.edgeCount {
            let edge = EdgeIndex(position)
            guard relevant.contains(graph.relation(of: edge)), graph.standing(of: edge).isEstablished else {
                continue
            }
            edges[graph.source(of: edge), default: []].append(edge)
        }
        return edges
    }

    /// A node's own state, if it has one only; else the region that it is placed in, if one only.
    private mutating func placeByTerritory(
        _ builder: ChartBuilder, _ drawn: [NodeIndex], _ established: [NodeIndex: [EdgeIndex]]
    ) {
        let graph = builder.graph
        let region = graph.ontology.kind(named: "Region")
        for node in drawn {
            let states = builder.territories.states(of: node)
            if let state = states.first {
                if states.count == 1 { boxOf[node] = .state(state) }
                continue
            }
            for relation in builder.roles.placing {
                let regions = Set(
                    (established[node] ?? []).filter { graph.relation(of: $0) == relation }
                        .map { graph.target(of: $0) }.filter { graph.kind(of: $0) == region })
                if let only = regions.first, regions.count == 1 { boxOf[node] = .region(only) }
                if !regions.isEmpty { break }
            }
        }
    }

    /// Nodes without territory join those that they govern, lead, represent, belong to or are hosted by.
    private mutating func attach(
        _ builder: ChartBuilder, _ drawn: [NodeIndex], _ established: [NodeIndex: [EdgeIndex]]
    ) {
        let graph = builder.graph
        var incoming: [NodeIndex: [EdgeIndex]] = [:]
        for edges in established.values {
            for edge in edges { incoming[graph.target(of: edge), default: []].append(edge) }
        }
        let territories = KindSet(["State", "Region"].compactMap { graph.ontology.kind(named: $0) })
        let free = drawn.filter { boxOf[$0] == nil && !territories.contains(graph.kind(of: $0)) }
        // Each round sees the boxes of the round before, so that the order of nodes plays no part.
        for _ in 0..<4 {
            var found: [NodeIndex: Key] = [:]
            for node in free where boxOf[node] == nil {
                for (relation, isOutgoing) in builder.roles.attachments {
                    let edges = (isOutgoing ? established[node] : incoming[node]) ?? []
                    let boxes = Set(
                        edges.filter { graph.relation(of: $0) == relation }
                            .compactMap { boxOf[isOutgoing ? graph.target(of: $0) : graph.source(of: $0)] })
                    if let only = boxes.first, boxes.count == 1 {
                        found[node] = only
                        break
                    }
                }
            }
            if found.isEmpty { break }
            boxOf.merge(found) { old, _ in old }
        }
    }

    /// Organisations without a state are boxed with the whole that they are part of.
    private mutating func groupOrganisations(
        _ builder: ChartBuilder, _ drawn: [NodeIndex], _ established: [NodeIndex: [EdgeIndex]]
    ) {
        let graph = builder.graph
        guard let kind = graph.ontology.kind(named: "Organisation"), let partOf = builder.roles.partOf else {
            return
        }
        func root(_ node: NodeIndex) -> NodeIndex {
            var node = node
            // A cycle of parts ends the climb wherever it is then.
            for _ in 0..<8 {
                guard
                    let edge = established[node]?.first(where: {
                        graph.relation(of: $0) == partOf && graph.kind(of: graph.target(of: $0)) == kind
                    })
                else { break }
                node = graph.target(of: edge)
            }
            return node
        }
        for node in drawn where boxOf[node] == nil && graph.kind(of: node) == kind {
            boxOf[node] = .organisation(root(node))
        }
    }

    /// Means, documents, pledges and proposals go where all their neighbours are.
    private mutating func placeThings(_ builder: ChartBuilder, _ drawn: [NodeIndex]) {
        let graph = builder.graph
        let things = KindSet(["Means", "Pledge", "Proposal"].compactMap { graph.ontology.kind(named: $0) })
        var neighbours: [NodeIndex: Set<NodeIndex>] = [:]
        for edge in builder.edges {
            if things.contains(graph.kind(of: edge.from)) {
                neighbours[edge.from, default: []].insert(edge.to)
            }
            if things.contains(graph.kind(of: edge.to)) { neighbours[edge.to, default: []].insert(edge.from) }
        }
        for _ in 0..<2 {
            var found: [NodeIndex: Key] = [:]
            for node in drawn where boxOf[node] == nil && things.contains(graph.kind(of: node)) {
                let boxes = Set((neighbours[node] ?? []).compactMap { boxOf[$0] })
                if let only = boxes.first, boxes.count == 1 { found[node] = only }
            }
            if found.isEmpty { break }
            boxOf.merge(found) { old, _ in old }
        }
    }

    /// States that belong to one region only are drawn within its box.
    private mutating func nestRegions(
        _ builder: ChartBuilder, _ drawn: [NodeIndex], _ established: [NodeIndex: [EdgeIndex]]
    ) {
        let graph = builder.graph
        let region = graph.ontology.kind(named: "Region")
        var nested: Set<NodeIndex> = []
        for node in drawn where boxOf[node] == .state(node) {
            let regions = Set(
                (established[node] ?? []).filter {
                    builder.roles.withinRegion.contains(graph.relation(of: $0))
                }
                .map { graph.target(of: $0) }.filter { graph.kind(of: $0) == region })
            if let only = regions.first, regions.count == 1 {
                parents[.state(node)] = .region(only)
                nested.insert(only)
            }
        }
        let others = Set(
            boxOf.values.compactMap { key in if case .region(let node) = key { node } else { nil } })
        for node in drawn where graph.kind(of: node) == region && nested.union(others).contains(node) {
            boxOf[node] = .region(node)
        }
    }

    /// A box around a single node says nothing: the node then goes to the box around that one.
    private mutating func dissolveSmallBoxes() {
        for isInner in [true, false] {
            var counts: [Key: Int] = [:]
            for (_, key) in boxOf { counts[key, default: 0] += 1 }
            if !isInner {
                for (child, parent) in parents where counts[child] != nil { counts[parent, default: 0] += 1 }
            }
            let small = counts.filter { key, count in count < 2 && (parents[key] != nil) == isInner }
            for (node, key) in boxOf where small[key] != nil { boxOf[node] = parents[key] }
            for key in small.keys { parents[key] = nil }
        }
        let used = Set(boxOf.values)
        parents = parents.filter { used.contains($0.key) }
    }
}
