import ArgumentParser
import LinkChart

struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a graph, or a selected part of it, in another format.",
        discussion: """
            CSV and TSV come as a pair of tables, NAME-nodes.csv and NAME-links.csv, one row of the second a claim. \
            With --projection the written graph holds only the edges of that projection, as they are written.

            What the format has no place for is said on standard error; with --strict nothing is then written, nor if \
            reading lost something.

            EXAMPLES
              linkchart convert graph.yaml graph.linkchart.json
              linkchart convert graph.yaml graph.csv
              linkchart convert graph.yaml graph.nodelink.json --projection facts
              linkchart convert graph.yaml - --to dot | dot -Tsvg > plain.svg
              linkchart convert graph.yaml hosts.csv --relation hosts
            """)

    @Argument(help: "The graph to read; - is standard input.", completion: .file())
    var input: String

    @Argument(help: "The file to write; - is standard output.", completion: .file())
    var output: String

    @Option(
        help: ArgumentHelp("The format to write, where the extension does not tell.", valueName: "format"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            "Keep only the edges of this projection.", valueName: "facts|mechanism|claims|all"))
    var projection: Projection.Name?

    @Flag(help: "Let nothing be lost: see above.")
    var strict = false

    @OptionGroup(title: "Selection")
    var selection: SelectionOptions

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    func run() throws {
        let target = try GraphWriting.format(of: output, named: to)
        let graph = try GraphLoading.load([input], inputFormat.readOptions(isStrict: strict))
        var parts = try selection.parts(of: graph)
        if let projection {
            // What a projection takes part of is known by the edges that its arcs remember.
            let plain = Projection(of: graph, .init(projection), selection: parts, keepingEdges: true)
            let taken = Set(plain.outgoing.edges)
            parts.restrictEdges(count: graph.edgeCount) { taken.contains(UInt32($0)) }
        }
        let part = graph.subgraph(parts)
        if part.nodeCount == 0 && graph.nodeCount > 0 {
            complain("the selection keeps none of \(count(graph.nodeCount, "node"))")
        }
        try GraphWriting.write(part, to: output, as: target, isStrict: strict)
    }
}
