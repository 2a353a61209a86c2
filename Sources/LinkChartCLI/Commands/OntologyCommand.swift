import ArgumentParser
import LinkChart

struct OntologyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ontology",
        abstract: "Print the kinds and relations that graphs are made of.",
        discussion: """
            Without a graph, the built-in ontology; with one, the graph's own.

            EXAMPLES
              linkchart ontology
              linkchart ontology --kinds
              linkchart ontology --relation hosts,attacks
              linkchart ontology --format json -o ontology.json
              linkchart ontology my.linkchart.yaml --relations --format csv

            JSON: {name, abstractKinds, kinds, relations}; CSV and TSV: one row a relation, or a kind with --kinds
            """)

    @Argument(help: ArgumentHelp("Files whose ontology to print.", valueName: "graph"), completion: .file())
    var graphs: [String] = []

    @Flag(help: "Only the kinds.")
    var kinds = false

    @Flag(help: "Only the relations.")
    var relations = false

    @Option(name: .customLong("relation"), help: ArgumentHelp("Only these relations.", valueName: "R,…"))
    var names: [String] = []

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        var ontology = Ontology.builtin
        if !graphs.isEmpty { ontology = try GraphLoading.load(graphs, inputFormat.readOptions()).ontology }
        var chosen = ontology.relations
        let wanted = names.flatMap { splitAtCommas($0) }
        if !wanted.isEmpty {
            chosen = try wanted.map { name in
                guard let relation = ontology.relation(named: name) else {
                    let hint = ontology.nearestRelationName(to: name).map { "; did you mean `\($0)`?" } ?? ""
                    throw Failure.usage("no relation `\(name)` in the ontology\(hint)")
                }
                return ontology[relation]
            }
        }
        let isWhole = !kinds && !relations && wanted.isEmpty
        let withKinds = kinds || isWhole
        let withRelations = relations || !wanted.isEmpty || isWhole
        var report = Report(
            json: .tree(json(ontology, kinds: withKinds, relations: withRelations ? chosen : nil)),
            table: withRelations ? relationTable(chosen) : kindTable(ontology))
        if withKinds && withRelations {
            report.prose = { style in
                kindTable(ontology).aligned(style) + "\n" + relationTable(chosen).aligned(style)
                    + "\n\(count(ontology.kinds.count, "kind")), \(count(chosen.count, "relation"))\n"
            }
        }
        try output.print(report)
    }

    private func kindTable(_ ontology: Ontology) -> TextTable {
        TextTable(
            [.init(name: "kind"), .init(name: "abstract"), .init(name: "fields")],
            rows: ontology.kinds.map { kind in
                [.init(kind.name), .init(kind.abstract.joined(separator: ", ")), .init(kind.fields)]
            })
    }

    private func relationTable(_ relations: [RelationDefinition]) -> TextTable {
        TextTable(
            ["relation", "group", "domain", "range", "symmetric", "polarity", "flow", "summary", "inverse"]
                .map { .init(name: $0) },
            rows: relations.map { relation in
                [
                    .init(relation.name), .init(relation.group),
                    .init(relation.domain.joined(separator: ", ")),
                    .init(relation.range.joined(separator: ", ")), .init(relation.isSymmetric ? "yes" : ""),
                    .init(relation.polarity.rawValue), .init(relation.flow.rawValue),
                    .init(relation.isSummary ? "yes" : ""), .init(relation.inverse),
                ]
            })
    }

    private func json(
        _ ontology: Ontology, kinds: Bool, relations: [RelationDefinition]?
    ) -> AttributeValue {
        func strings(_ texts: [String]) -> AttributeValue { .list(texts.map { .string($0) }) }
        func mappings(_ mappings: [String: String]) -> AttributeValue {
            .object(Attributes(mappings.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
        }
        var object: Attributes = ["name": .string(ontology.name)]
        if kinds {
            object["abstractKinds"] = .list(
                ontology.abstractKinds.map { ["name": .string($0.name), "meaning": .string($0.meaning)] })
            object["kinds"] = .list(
                ontology.kinds.map { kind in
                    [
                        "name": .string(kind.name), "abstract": strings(kind.abstract),
                        "fields": .string(kind.fields), "mappings": mappings(kind.mappings),
                    ]
                })
        }
        if let relations {
            object["relations"] = .list(
                relations.map { relation in
                    [
                        "name": .string(relation.name), "group": .string(relation.group),
                        "domain": strings(relation.domain), "range": strings(relation.range),
                        "symmetric": .bool(relation.isSymmetric),
                        "polarity": .string(relation.polarity.rawValue),
                        "flow": .string(relation.flow.rawValue), "summary": .bool(relation.isSummary),
                        "inverse": .string(relation.inverse), "aliases": strings(relation.aliases),
                        "mappings": mappings(relation.mappings),
                    ]
                })
        }
        return .object(object)
    }
}
