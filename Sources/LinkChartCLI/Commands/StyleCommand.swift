import ArgumentParser
import LinkChart

struct StyleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "style",
        abstract: "Print the built-in style as a file to start from, or check one.",
        discussion: """
            A style file says how pictures look, in YAML: rules for nodes and links, of which the last that applies \
            counts. `--print` prints the built-in style, which draws the same picture as no style file at all.

            EXAMPLES
              linkchart style --print > my.style.yaml
              linkchart style --list
              linkchart style my.style.yaml
              linkchart render graph.yaml -o map.svg --style my.style.yaml

            JSON of --list: {NAME: [VALUE, …]}; of a check: {name, theme, rules, measures, confusions}
            """)

    @Argument(help: ArgumentHelp("A style file to check.", valueName: "style"), completion: .file())
    var file: String?

    @Flag(help: "Print the built-in style as a file.")
    var print = false

    @Flag(help: "List the names that a style file may use.")
    var list = false

    @Option(
        help: ArgumentHelp(
            "The colours in which a check looks for what can't be told apart.",
            valueName: "light|dark|screen|contrast|print"))
    var theme: DrawingOptions.Theme?

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func validate() throws {
        guard [print, list, file != nil].count(where: { $0 }) == 1 else {
            throw ValidationError("Give a style file to check, or one of --print and --list.")
        }
    }

    func run() throws {
        if print {
            let bytes = Array(StyleSheet.builtin.yaml.utf8)
            return try output.output.map { try writeFile(bytes, to: $0) } ?? writeToOutput(bytes)
        }
        if list {
            let vocabulary = StyleSheet.vocabulary
            let table = TextTable(
                [.init(name: "name"), .init(name: "values")],
                rows: vocabulary.map { [.init($0.name), .init($0.values.joined(separator: ", "))] })
            let json = Attributes(vocabulary.map { ($0.name, .list($0.values.map { .string($0) })) })
            return try output.print(Report(json: .tree(.object(json)), table: table))
        }
        guard let file else { return }
        let style = try StyleLoading.style(at: file)
        let confusions = style.confusions(in: theme ?? style.theme ?? .light)
        let table = TextTable(
            [.init(name: "finding"), .init(name: "detail")],
            rows: [
                [.init("rules"), .init("\(style.ruleCount)")],
                [.init("theme"), .init(style.theme?.rawValue ?? "any")],
                [.init("measures"), .init(style.measures.joined(separator: ", "))],
            ] + confusions.map { [.init("hard to tell apart"), .init($0.description)] })
        let json: Attributes = [
            "name": .string(style.name), "theme": style.theme.map { .string($0.rawValue) } ?? .null,
            "rules": .integer(Int64(style.ruleCount)),
            "measures": .list(style.measures.map { .string($0) }),
            "confusions": .list(
                confusions.map {
                    [
                        "first": .string($0.first), "second": .string($0.second),
                        "vision": .string($0.vision),
                        "difference": .number($0.difference),
                    ]
                }),
        ]
        try output.print(Report(json: .tree(.object(json)), table: table))
    }
}

/// Reads style files for commands and computes what they ask for.
enum StyleLoading {
    /// The style of a file.
    ///
    /// - Throws: ``Failure`` of bad data with file, line and column, or for a file that can't be read.
    static func style(at path: String) throws -> StyleSheet {
        do {
            return try StyleSheet(GraphInput(path: path))
        } catch let error as FileError {
            throw Failure(error)
        } catch {
            throw Failure.badData("\(error)")
        }
    }

    /// The measures that a style asks for, by name, a value for each node of the graph.
    static func measures(
        _ style: StyleSheet, of graph: Graph, _ parts: SelectedParts
    ) throws -> [String: [Double]] {
        let names = style.measures
        guard !names.isEmpty else { return [:] }
        let projection = Projection(of: graph, Projection.Recipe(.facts), selection: parts)
        var measures: [String: [Double]] = [:]
        for name in names {
            guard let measure = CentralityMeasure(rawValue: name) else { continue }
            do {
                let scores = try projection.centrality(measure)
                measures[name] = (0..<graph.nodeCount).map { scores[NodeIndex($0)] ?? .nan }
            } catch {
                throw Failure.badData("the style asks for \(name): \(error)")
            }
        }
        return measures
    }
}
