import ArgumentParser
import LinkChart

struct Cuts: ParsableCommand, Computation {
    static let configuration = CommandConfiguration(
        abstract: "Print what holds the graph together: articulation points, bridges, minimum cuts.",
        discussion: """
            Without an articulation point, or without a bridge, a component falls apart. Directions do not count; \
            two links between the same nodes hold each other's place, so neither is a bridge.

            With --from and --to, the fewest nodes and the fewest links without which the one no longer reaches the \
            other, along the links' directions unless --undirected: of cuts that are equally good the one nearest to \
            --from. There are as many ways that share no node between them, or no link. --nodes and --edges print one \
            of the two. No node cut separates nodes that are linked directly.

            EXAMPLES
              linkchart cuts graphs/afghanistan.linkchart.yaml
              linkchart cuts graph.yaml --projection facts --format json
              linkchart cuts graph.yaml --from Afghanistan --to China
              linkchart cuts graph.yaml --from A --to B --edges --weight claims --undirected

            JSON: {articulationPoints: [{id, name, kind}], bridges: [{edge, from, relation, to}]}; with --from and \
            --to: {from, to, projection, nodeCut: {size, nodes: [{id, name, kind}], sourceSide, targetSide}, edgeCut: \
            {size, weights, capacity, edges: [{edge, from, relation, to, capacity}], sourceSide, targetSide}}, the \
            sides in numbers of nodes; nodeCut is null where there is none, a cut that was not asked for is left out
            """)

    @OptionGroup var input: GraphOptions

    @Option(help: ArgumentHelp("The node that shall not reach: an id, name or alias.", valueName: "node"))
    var from: String?

    @Option(help: ArgumentHelp("The node that shall not be reached.", valueName: "node"))
    var to: String?

    @Flag(help: "With --from and --to: only the minimum node cut.")
    var nodes = false

    @Flag(help: "With --from and --to: only the minimum edge cut.")
    var edges = false

    @Option(
        help: ArgumentHelp(
            "What a link of the edge cut counts: a numeric attribute, the number of claims that establish it, or "
                + "its confidence (as a fraction; 0.5 where no claim states one). By default each counts 1.",
            valueName: "attribute|claims|confidence"))
    var weight: String?

    @OptionGroup(title: "Projection (default: mechanism; facts where relations are named)")
    var projection: ProjectionOptions

    @OptionGroup(title: "Computation")
    var execution: ExecutionOptions

    @Option(
        help: ArgumentHelp(
            "Read the input as this format; by default extension and content tell.", valueName: "format"))
    var inputFormat: String?

    @OptionGroup(title: "Input")
    var columns: ColumnOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func validate() throws {
        if (from == nil) != (to == nil) {
            throw ValidationError("A cut separates two nodes: --from and --to go together.")
        }
        if from == nil && (nodes || edges || weight != nil) {
            throw ValidationError("--nodes, --edges and --weight go with --from and --to.")
        }
        if nodes && !edges && weight != nil {
            throw ValidationError(
                "--weight says what links count: it goes with the edge cut, not with --nodes.")
        }
    }

    func run() throws {
        let graph = try GraphLoading.load(
            input.graphs, GraphLoading.options(format: inputFormat, columns: columns))
        let parts = try projection.selection.parts(of: graph)
        var recipe = projection.recipe(default: projection.selection.relations.isEmpty ? .mechanism : .facts)
        let report: Report
        if let from, let to {
            let finder = NodeFinder(graph)
            let source = try finder.node(called: from, option: "--from")
            let target = try finder.node(called: to, option: "--to")
            let plain = Projection(of: graph, recipe, selection: parts, keepingEdges: true)
            report = try minimumCuts(from: source, to: target, plain, graph, parts)
        } else {
            recipe.isDirected = false
            let plain = Projection(of: graph, recipe, selection: parts, keepingEdges: true)
            report = try pointsAndBridges(plain, graph)
        }
        try output.print(report)
    }

    private func minimumCuts(
        from source: NodeIndex, to target: NodeIndex, _ plain: Projection, _ graph: Graph,
        _ parts: SelectedParts
    ) throws -> Report {
        for (node, option) in [(source, "--from"), (target, "--to")] where plain.position(of: node) == nil {
            throw Failure.badData(
                "cuts: \(graph.name(of: node)), as \(option) says, is not among what is selected")
        }
        guard source != target else {
            throw Failure.badData(
                "cuts: --from and --to are the same node, \(graph.name(of: source)): no cut separates a node from itself"
            )
        }
        let both = nodes == edges
        let isLinked = plain.outgoing[plain.position(of: source) ?? 0]
            .contains { plain.node(at: Int($0)) == target }
        if isLinked && nodes && !edges {
            throw Failure.badData(
                "cuts: \(graph.name(of: source)) is linked with \(graph.name(of: target)) directly, so taking other "
                    + "nodes away does not separate them; ask for --edges")
        }
        let (nodeCut, edgeCut) = try execution.run("looking for minimum cuts", subject: "cuts") {
            (execution) throws(AnalysisError) -> (NodeCut?, EdgeCut?) in
            (
                (both || nodes) && !isLinked
                    ? try plain.minimumNodeCut(
                        from: source, to: target, execution: execution.part(0, 0.5)) : nil,
                both || edges
                    ? try plain.minimumEdgeCut(
                        from: source, to: target, weights: EdgeWeights.named(weight, of: graph, parts),
                        execution: execution.part(0.5, 1)) : nil
            )
        }
        return MinimumCutReport(
            source: source, target: target, projection: plain, graph: graph, isNodeCutAsked: both || nodes,
            nodeCut: nodeCut, edgeCut: edgeCut
        ).report(notes: plain.notes + projection.selection.remarks(on: graph))
    }

    private func pointsAndBridges(_ plain: Projection, _ graph: Graph) throws -> Report {
        let (points, bridges) = try execution.run("looking for cuts", subject: "cuts") {
            (execution) throws(AnalysisError) in
            (
                try plain.articulationPoints(execution: execution),
                try plain.bridges(execution: execution)
            )
        }
        var table = TextTable([
            .init(name: "cut"), .init(name: "id"), .init(name: "what"), .init(name: "kind"),
        ])
        for point in points {
            let node = graph[point]
            table.rows.append([.init("point"), .init(node.id), .init(node.name), .init(node.kindName)])
        }
        var objects: [AttributeValue] = []
        for bridge in bridges.compactMap(\.edge) {
            let edge = graph[bridge]
            let ends = (graph[edge.source], graph[edge.target])
            table.rows.append([
                .init("bridge"), .init(edge.id),
                .init("\(ends.0.name) \(edge.definition.name) \(ends.1.name)"),
                .init("\(ends.0.kindName) -> \(ends.1.kindName)"),
            ])
            objects.append([
                "edge": .string(edge.id), "from": .string(ends.0.id),
                "relation": .string(edge.definition.name),
                "to": .string(ends.1.id),
            ])
        }
        let json: AttributeValue = [
            "articulationPoints": .list(
                points.map { point in
                    let node = graph[point]
                    return [
                        "id": .string(node.id), "name": .string(node.name), "kind": .string(node.kindName),
                    ]
                }),
            "bridges": .list(objects),
        ]
        var notes = [
            "\(count(points.count, "articulation point")), \(count(bridges.count, "bridge")) on "
                + plain.description
        ]
        if points.isEmpty && bridges.isEmpty {
            notes.append(
                plain.arcCount == 0
                    ? "nothing to cut: the projection has no links"
                    : "nothing to cut: every link has a way round it")
        }
        return Report(
            json: .tree(json), table: table,
            notes: notes + plain.notes + projection.selection.remarks(on: graph))
    }
}
