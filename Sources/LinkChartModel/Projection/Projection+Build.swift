extension Projection {
    /// Projects a graph.
    ///
    /// - Parameters:
    ///   - graph: the typed graph.
    ///   - recipe: which edges take part, and how.
    ///   - selection: a part of the graph to keep to.
    ///   - keepingEdges: whether arcs remember the edge behind them. Merged parallel edges can't, so this
    ///     keeps parallel edges apart.
    /// - Complexity: linear in nodes, edges and claims.
    public init(
        of graph: Graph, _ recipe: Recipe, selection: SelectedParts = .everything, keepingEdges: Bool = false
    ) {
        var recipe = recipe
        if keepingEdges { recipe.parallelEdges = .kept }
        var omissions = Omissions()
        let numbering = Numbering(graph: graph, selection: selection)
        omissions.nodes = graph.nodeCount - numbering.count

        let arcs: Arcs
        if Self.takesAllEdgesAsWritten(graph, recipe, selection), !keepingEdges {
            arcs = Arcs(sources: graph.edgeColumns.sources, targets: graph.edgeColumns.targets)
        } else {
            arcs = Arcs(
                of: graph, recipe, selection: selection, numbering: numbering, omissions: &omissions,
                keepingEdges: keepingEdges)
        }
        self.init(
            recipe: recipe, omissions: omissions, arcs: arcs, numbering: numbering,
            keepingEdges: keepingEdges)
    }

    private init(
        recipe: Recipe, omissions: Omissions, arcs: Arcs, numbering: Numbering, keepingEdges: Bool
    ) {
        self.recipe = recipe
        self.omissions = omissions
        alteration = nil
        self.selectedNodes = numbering.selected
        self.positions = numbering.positions
        if recipe.parallelEdges == .merged {
            let build = recipe.isDirected ? CompressedRows.mergedOneWay : CompressedRows.mergedBothWays
            outgoing = build(numbering.count, arcs.sources, arcs.targets)
            isForward = []
        } else {
            var arcs = arcs
            if !recipe.isDirected { arcs.addReverses() }
            outgoing = CompressedRows(
                nodeCount: numbering.count, from: arcs.sources, to: arcs.targets,
                edges: keepingEdges ? arcs.edges : nil, keepingEdges: keepingEdges, marks: &arcs.isForward)
            isForward = arcs.isForward
        }
        incoming = recipe.isDirected ? outgoing.transposed() : outgoing
    }

    private static func takesAllEdgesAsWritten(
        _ graph: Graph, _ recipe: Recipe, _ selection: SelectedParts
    ) -> Bool {
        guard graph.claimCount == 0, selection.isEverything else { return false }
        guard recipe.name == .mechanism else { return true }
        guard let only = graph.edgeColumns.relations.first else { return true }
        let definition = graph.ontology[only]
        return definition.flow == .forward && !definition.isSummary
            && graph.edgeColumns.relations.allSatisfy { $0 == only }
    }
}

/// The numbers that the selected nodes get in a projection.
private struct Numbering {
    var count: Int
    var selected: [UInt32]?
    var positions: [UInt32]?

    init(graph: Graph, selection: SelectedParts) {
        guard let chosen = selection.nodes else {
            count = graph.nodeCount
            return
        }
        var selected: [UInt32] = []
        var positions = [UInt32](repeating: .max, count: graph.nodeCount)
        for node in 0..<graph.nodeCount where chosen[node] {
            positions[node] = UInt32(selected.count)
            selected.append(UInt32(node))
        }
        count = selected.count
        self.selected = selected
        self.positions = positions
    }
}

/// The arcs of a projection before they are sorted into rows.
private struct Arcs {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var edges: [UInt32] = []
    var isForward: [Bool] = []
    private var keepsEdges = false

    init(sources: [UInt32], targets: [UInt32]) {
        self.sources = sources
        self.targets = targets
    }

    init(
        of graph: Graph, _ recipe: Projection.Recipe, selection: SelectedParts, numbering: Numbering,
        omissions: inout Projection.Omissions, keepingEdges: Bool
    ) {
        keepsEdges = keepingEdges
        let columns = graph.edgeColumns
        let relations = graph.ontology.relations.map { (flow: $0.flow, isSummary: $0.isSummary) }
        for edge in 0..<columns.sources.count {
            let ends = (columns.sources[edge], columns.targets[edge])
            guard selection.includes(edge: edge, from: ends.0, to: ends.1) else {
                omissions.unselected += 1
                continue
            }
            // Where no claim is left out, the modalities themselves are only needed to be counted.
            let isWhole = selection.claims == nil
            let modalities =
                isWhole && recipe.name != .claims ? [] : selection.modalities(of: edge, in: graph)
            if !isWhole && modalities.isEmpty {
                omissions.unselected += 1
                continue
            }
            let standing =
                isWhole
                ? graph.claimLists.standing(ofEdge: edge) : EdgeStanding(ofModalities: modalities)
            if recipe.name != .all && !standing.isEstablished {
                omissions.unestablished += 1
                continue
            }
            let source = numbering.positions.map { $0[Int(ends.0)] } ?? ends.0
            let target = numbering.positions.map { $0[Int(ends.1)] } ?? ends.1
            switch recipe.name {
            case .facts, .all:
                append(source, target, edge, isForward: true)
            case .claims:
                let count = modalities.count(where: \.isEstablishing)
                for _ in 0..<max(count, 1) { append(source, target, edge, isForward: true) }
            case .mechanism:
                let relation = relations[Int(columns.relations[edge].rawValue)]
                if relation.isSummary {
                    omissions.summary += 1
                } else if relation.flow == .none {
                    omissions.flowless += 1
                } else {
                    if relation.flow != .reverse { append(source, target, edge, isForward: true) }
                    // Without directions, and of a loop, both ways are the same way.
                    let isTwoWay = relation.flow == .both && recipe.isDirected && source != target
                    if relation.flow == .reverse || isTwoWay {
                        append(target, source, edge, isForward: false)
                    }
                }
            }
        }
    }

    private mutating func append(_ source: UInt32, _ target: UInt32, _ edge: Int, isForward: Bool) {
        sources.append(source)
        targets.append(target)
        guard keepsEdges else { return }
        edges.append(UInt32(edge))
        self.isForward.append(isForward)
    }

    /// Adds every arc the other way round, but for loops.
    mutating func addReverses() {
        let count = sources.count
        sources.reserveCapacity(count * 2)
        targets.reserveCapacity(count * 2)
        for arc in 0..<count where sources[arc] != targets[arc] {
            let ends = (sources[arc], targets[arc])
            sources.append(ends.1)
            targets.append(ends.0)
            if keepsEdges {
                edges.append(edges[arc])
                isForward.append(!isForward[arc])
            }
        }
    }
}

extension Graph {
    /// The plain graph that an algorithm needs; see ``Projection``.
    public func projection(
        _ name: Projection.Name, isDirected: Bool = true, parallelEdges: Projection.ParallelEdges? = nil,
        selection: SelectedParts = .everything, keepingEdges: Bool = false
    ) -> Projection {
        Projection(
            of: self, .init(name, isDirected: isDirected, parallelEdges: parallelEdges),
            selection: selection, keepingEdges: keepingEdges)
    }
}
