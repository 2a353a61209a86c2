import ArgumentParser
import LinkChart

struct Components: ParsableCommand, Computation {
    static let configuration = CommandConfiguration(
        abstract: "Print the connected components.",
        discussion: """
            Weak components ignore direction; within a strong one every node reaches every other along the links. \
            The largest comes first.

            EXAMPLES
              linkchart components graphs/afghanistan.linkchart.yaml
              linkchart components links.csv --strong --min-size 2
              linkchart components graph.yaml --relation hosts,funds --format json

            JSON: [{component, size, nodes: [id]}]
            """)

    @OptionGroup var input: GraphOptions

    @Flag(help: "Strong components instead of weak ones.")
    var strong = false

    @Option(help: ArgumentHelp("Leave out components of fewer nodes.", valueName: "N"))
    var minSize = 1

    @OptionGroup(title: "Projection (default: facts)")
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
        let plain = Projection(of: graph, projection.recipe(default: .facts), selection: parts)
        let partition = try execution.run("finding components", subject: "components") {
            (execution) throws(AnalysisError) in
            strong
                ? try plain.strongComponents(execution: execution)
                : try plain.weakComponents(execution: execution)
        }
        let components = partition.members.filter { $0.count >= minSize }
        let table = TextTable(
            [
                .init(name: "component", isNumeric: true), .init(name: "size", isNumeric: true),
                .init(name: "nodes"),
            ],
            count: components.count
        ) { row in
            let members = components[row]
            let names = members.prefix(6).map { graph.name(of: $0) }.joined(separator: ", ")
            let more = members.count > 6 ? ", … \(grouped(members.count - 6)) more" : ""
            return [
                .init(row + 1), .init(members.count),
                .init(
                    data: members.lazy.map { graph.id(of: $0) }.joined(separator: " "), text: names + more),
            ]
        }
        let json = ResultJSON.rows(count: components.count) { row, json in
            json.object {
                $0.member("component", row + 1)
                $0.member("size", components[row].count)
                $0.member("nodes") { $0.strings(components[row].lazy.map { graph.id(of: $0) }) }
            }
        }
        var notes = [
            "\(count(partition.count, strong ? "strong component" : "weak component")) on \(plain.description)"
        ]
        let hidden = partition.count - components.count
        if hidden > 0 {
            notes.append("\(count(hidden, "component")) of fewer than \(count(minSize, "node")) left out")
        }
        if graph.nodeCount == 0 { notes.append("the graph has no nodes") }
        try output.print(
            Report(
                json: json, table: table,
                notes: notes + plain.notes + projection.selection.remarks(on: graph)))
    }
}
