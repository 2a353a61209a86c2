import ArgumentParser
import LinkChart

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report every problem of the input with file, line, column, code and suggestion.",
        discussion: """
            Exit code 0 if nothing is wrong, 65 if something is. With --strict a warning counts as wrong, and so does \
            whatever would be left out and a node that is named but not defined.

            EXAMPLES
              linkchart check graphs/afghanistan.linkchart.yaml
              linkchart check nodes.csv links.csv --strict
              linkchart check graph.json --format json

            JSON: [{severity, code, file, line, column, message, suggestion}]
            """)

    @OptionGroup var input: GraphOptions

    @Flag(help: "Let nothing be lost: see above.")
    var strict = false

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        let result = try GraphLoading.read(input.graphs, options: inputFormat.readOptions(isStrict: strict))
        var table = TextTable(
            ["severity", "code", "file", "line", "column", "message", "suggestion"].map { .init(name: $0) })
        for diagnostic in result.diagnostics.sorted {
            table.rows.append([
                .init(diagnostic.severity.rawValue), .init(diagnostic.code.rawValue),
                .init(diagnostic.file ?? ""), .init(diagnostic.line.map(String.init) ?? ""),
                .init(diagnostic.column.map(String.init) ?? ""), .init(diagnostic.message),
                .init(diagnostic.suggestion ?? ""),
            ])
        }
        let graph = result.graph
        let verdict =
            "\(count(graph.nodeCount, "node")), \(count(graph.edgeCount, "edge")), \(count(graph.claimCount, "claim")): "
            + DiagnosticRenderer.summary(of: result.diagnostics)
        try output.print(
            Report(
                json: .list(result.diagnostics.sorted), table: table, notes: [verdict],
                prose: { DiagnosticRenderer(usesColor: $0.hasColour).text(of: result.diagnostics) }))
        if result.hasErrors { throw ExitCode(Failure.Code.badData.rawValue) }
    }
}
