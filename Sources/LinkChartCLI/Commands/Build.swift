import ArgumentParser
import LinkChart

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read extracted data, merge it into one graph, check it and write it.",
        discussion: """
            The report says what was read, merged, normalised (written otherwise than it is kept), guessed (the input \
            does not say it; what it says is kept beside) and skipped. Nothing is written if anything is wrong.

            With --strict these count as errors too: a warning, whatever was skipped, a node that is named but not \
            defined, and parts of the graph that the format of the output has no place for.

            EXAMPLES
              linkchart build nodes.csv links.csv -o graph.linkchart.yaml
              linkchart build t.csv --map source=actor1,target=actor2 -o t.linkchart.json
              linkchart build a.yaml b.yaml -o both.linkchart.yaml --strict
              cat links.tsv | linkchart build - --from tsv -o graph.linkchart.yaml
              linkchart build events.csv --suggest-map -o map.yaml
              linkchart build events.csv --map map.yaml -o events.linkchart.yaml

            JSON (--format json, on standard output): {nodes, edges, claims, inputs: [{name, format, bytes, nodes, \
            edges, claims, normalised, guessed, skipped}]}
            """)

    @Argument(
        help: ArgumentHelp("Files of any format known; - is standard input.", valueName: "input"),
        completion: .file())
    var inputs: [String]

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("The graph to write; its extension tells the format.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Propose a --map for a table, from its header and its values, instead of building.")
    var suggestMap = false

    @Option(help: ArgumentHelp("What the graph is about.", valueName: "text"))
    var title: String?

    @Flag(help: "Let nothing be lost: see above.")
    var strict = false

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    @Option(help: ArgumentHelp("How to print the report.", valueName: "table|json|jsonl|csv|tsv"))
    var format: ResultFormat = .table

    func validate() throws {
        if suggestMap, inputs.count != 1 { throw ValidationError("--suggest-map takes one table.") }
        if !suggestMap, output == nil {
            throw ValidationError("Say which graph to write: -o graph.linkchart.yaml.")
        }
    }

    func run() throws {
        if suggestMap { return try suggest() }
        guard let output else { return }
        let target = try GraphWriting.format(of: output, named: nil)
        let result = try GraphLoading.read(inputs, options: inputFormat.readOptions(isStrict: strict))
        GraphLoading.report(result.diagnostics)
        if result.hasErrors { throw Failure.badData("\(output) was not written: \(verdict(result))") }
        var graph = result.graph
        if let title { graph.title = title }
        try GraphWriting.write(graph, to: output, as: target, isStrict: strict)
        let report = BuildOutput(report: result.report, output: output).report
        do throws(FileError) {
            try report.write(as: format, style: .output, to: DescriptorSink.standardOutput)
        } catch {
            throw Failure(error)
        }
    }

    /// Writes a map for the one table.
    private func suggest() throws {
        do {
            let input = try GraphInput(path: inputs[0])
            guard let suggestion = MapSuggestion(for: input) else {
                throw Failure.badData(
                    "\(TerminalText.visible(inputs[0])): no rows, so nothing to propose a map from")
            }
            let bytes = Array(suggestion.yaml.utf8)
            if let output, output != "-" {
                try writeFile(bytes, to: output)
            } else {
                try DescriptorSink.standardOutput.write(suggestion.yaml)
            }
        } catch let error as FileError {
            throw Failure(error)
        }
    }

    private func verdict(_ result: ReadResult) -> String {
        let summary = DiagnosticRenderer.summary(of: result.diagnostics)
        return strict && !result.diagnostics.hasErrors ? summary + " (--strict)" : summary
    }
}

/// The report of a build, set for people and for programs.
private struct BuildOutput {
    let report: Report

    init(report: BuildReport, output: String) {
        var table = TextTable([
            .init(name: "input"), .init(name: "format"), .init(name: "nodes", isNumeric: true),
            .init(name: "edges", isNumeric: true), .init(name: "claims", isNumeric: true),
            .init(name: "merged", isNumeric: true), .init(name: "normalised", isNumeric: true),
            .init(name: "guessed", isNumeric: true), .init(name: "skipped", isNumeric: true),
        ])
        var details = ""
        for input in report.inputs {
            table.rows.append([
                .init(input.name), .init(input.format?.rawValue ?? "?"), .init(input.nodesRead),
                .init(input.edgesRead), .init(input.claimsRead), .init(input.nodesMerged + input.edgesMerged),
                .init(input.normalised.reduce(0) { $0 + $1.count }),
                .init(input.guessed.reduce(0) { $0 + $1.count }),
                .init(input.skipped.reduce(0) { $0 + $1.count }),
            ])
            for (verb, tallies) in [
                ("normalised", input.normalised), ("guessed", input.guessed), ("skipped", input.skipped),
            ] {
                for tally in tallies {
                    let examples = tally.examples.prefix(3).map { example in
                        let place = example.line.map { "line \($0): " } ?? ""
                        return place + example.raw + (example.value.map { " -> \($0)" } ?? "")
                    }
                    let line = "\(input.name): \(verb) \(tally.what), \(grouped(tally.count)) times"
                    details += TerminalText.visible(line + " (\(examples.joined(separator: "; ")))") + "\n"
                }
            }
        }
        let sum =
            "\(count(report.nodes, "node")), \(count(report.edges, "edge")), \(count(report.claims, "claim")) "
            + "written to \(output)"
        self.report = Report(
            json: .object(report), table: table,
            prose: { table.aligned($0) + details + TerminalText.visible(sum) + "\n" })
    }
}
