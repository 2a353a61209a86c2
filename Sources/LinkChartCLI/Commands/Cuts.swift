import ArgumentParser
import LinkChart

struct Cuts: ParsableCommand, Computation {
    static let configuration = CommandConfiguration(
        abstract: "Print articulation points and bridges: what holds the graph together.",
        discussion: """
            Without an articulation point, or without a bridge, a component falls apart. Directions do not count; \
            two links between the same nodes hold each other's place, so neither is a bridge.

            EXAMPLES
              linkchart cuts graphs/afghanistan.linkchart.yaml
              linkchart cuts graph.yaml --projection facts --format json

            JSON: {articulationPoints: [{id, name, kind}], bridges: [{edge, from, relation, to}]}
            """)

    @OptionGroup var input: GraphOptions

    @OptionGroup(title: "Projection (default: mechanism; facts where relations are named)")
    var projection: ProjectionOptions

    @OptionGroup(title: "Computation")
    var execution: ExecutionOptions

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        let graph = try input.load(inputFormat)
        let parts = try projection.selection.parts(of: graph)
        var recipe = projection.recipe(default: projection.selection.relations.isEmpty ? .mechanism : .facts)
        recipe.isDirected = false
        let plain = Projection(of: graph, recipe, selection: parts, keepingEdges: true)
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
        try output.print(
            Report(
                json: .tree(json), table: table,
                notes: notes + plain.notes + projection.selection.remarks(on: graph)))
    }
}
