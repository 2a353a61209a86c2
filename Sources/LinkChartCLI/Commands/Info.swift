import ArgumentParser
import LinkChart

struct Info: ParsableCommand, Computation {
    static let configuration = CommandConfiguration(
        abstract: "Say what a graph holds: counts, dates, components, cross-border share.",
        discussion: """
            EXAMPLES
              linkchart info graphs/afghanistan.linkchart.yaml
              linkchart info nodes.csv links.csv --format json
              linkchart info graph.yaml --claimant "United Nations"
              linkchart info graph.yaml --structure --undirected

            JSON: {title, nodes, edges, claims, byKind, byRelation, byModality, byClaimant, dates, components, \
            crossBorder, notes}; with --structure also structure: {triangles, transitivity, averageClustering, \
            deepestCore, reciprocity}
            """)

    @OptionGroup var input: GraphOptions

    @Flag(
        help: ArgumentHelp(
            "Also say how close-knit it is: triangles, transitivity, mean clustering coefficient, deepest core, and "
                + "the share of links that are answered."))
    var structure = false

    @OptionGroup(title: "Projection of the components and the structure (default: facts)")
    var projection: ProjectionOptions

    @OptionGroup(title: "Computation")
    var execution: ExecutionOptions

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        let whole = try input.load(inputFormat)
        let graph = whole.subgraph(try projection.selection.parts(of: whole))
        let summary = Progress.showing("counting") { GraphSummary(of: graph) }
        var recipe = projection.recipe(default: .facts)
        // Parallel edges change no component, and to merge them costs a sort.
        if !structure { recipe.parallelEdges = .kept }
        let plain = Projection(of: graph, recipe)
        let components = try execution.run("finding components", subject: "info") {
            (execution) throws(AnalysisError) in try plain.weakComponents(execution: execution)
        }
        let structure =
            structure
            ? try execution.run("finding triangles and cores", subject: "info") {
                (execution) throws(AnalysisError) in try Structure(of: plain, execution)
            } : nil
        try output.print(
            InfoReport(summary: summary, components: components, structure: structure, whole: whole).report)
    }

    /// How close-knit a projection is.
    fileprivate struct Structure {
        let triangles: Triangles
        let deepestCore: Int
        /// Nil without links.
        let reciprocity: Double?

        init(of plain: Projection, _ execution: Execution) throws(AnalysisError) {
            triangles = try plain.triangles(execution: execution.part(0, 0.8))
            deepestCore = Int(try plain.coreNumbers(execution: execution.part(0.8, 0.9)).values.max() ?? 0)
            reciprocity = try plain.reciprocity(execution: execution.part(0.9, 1))
        }
    }
}

/// A summary, set for people and for programs.
private struct InfoReport {
    let summary: GraphSummary
    let components: Partition
    let structure: Info.Structure?
    let whole: Graph

    var report: Report {
        Report(json: .tree(json), table: table, notes: [], prose: prose)
    }

    private var notes: [String] {
        var notes: [String] = []
        if summary.nodes < whole.nodeCount || summary.edges < whole.edgeCount {
            notes.append(
                "selected: \(count(summary.nodes, "node")) of \(grouped(whole.nodeCount)), "
                    + "\(count(summary.edges, "edge")) of \(grouped(whole.edgeCount))")
        }
        if summary.nodes == 0 { notes.append("the graph is empty") }
        if summary.unestablished > 0 {
            notes.append("\(count(summary.unestablished, "edge")) not established by any claim")
        }
        if summary.contested > 0 { notes.append("\(count(summary.contested, "edge")) contested") }
        if summary.unclaimed > 0 && summary.claims > 0 {
            notes.append("\(count(summary.unclaimed, "edge")) without any claim")
        }
        return notes
    }

    private var sections: [(name: String, key: String, tally: GraphSummary.Tally)] {
        [
            ("Nodes by kind", "byKind", summary.byKind),
            ("Edges by relation", "byRelation", summary.byRelation),
            ("Claims by modality", "byModality", summary.byModality),
            ("Claims by claimant", "byClaimant", summary.byClaimant),
        ]
    }

    private var json: AttributeValue {
        var object: Attributes = [
            "title": .string(summary.title), "nodes": .integer(Int64(summary.nodes)),
            "edges": .integer(Int64(summary.edges)), "claims": .integer(Int64(summary.claims)),
        ]
        for section in sections {
            object[section.key] = .object(
                Attributes(section.tally.map { ($0.name, AttributeValue.integer(Int64($0.count))) }))
        }
        let dates = summary.dates
        object["dates"] = [
            "datedEdges": .integer(Int64(dates.datedEdges)),
            "earliest": dates.earliest.map { .string($0.description) } ?? .null,
            "latest": dates.latest.map { .string($0.description) } ?? .null,
        ]
        object["components"] = [
            "count": .integer(Int64(components.count)),
            "largest": .integer(Int64(components.sizes.first ?? 0)),
            "isolated": .integer(Int64(components.sizes.count { $0 == 1 })),
        ]
        let border = summary.crossBorder
        object["crossBorder"] = [
            "crossing": .integer(Int64(border.crossing)), "within": .integer(Int64(border.within)),
            "unknown": .integer(Int64(border.unknown)), "share": border.share.map { .number($0) } ?? .null,
        ]
        if let structure {
            object["structure"] = [
                "triangles": .integer(Int64(structure.triangles.total)),
                "transitivity": .number(structure.triangles.transitivity),
                "averageClustering": .number(structure.triangles.averageClustering),
                "deepestCore": .integer(Int64(structure.deepestCore)),
                "reciprocity": structure.reciprocity.map { .number($0) } ?? .null,
            ]
        }
        object["notes"] = .list(notes.map { .string($0) })
        return .object(object)
    }

    private var table: TextTable {
        var table = TextTable([
            .init(name: "what"), .init(name: "name"), .init(name: "count", isNumeric: true),
        ])
        for (name, number) in [
            ("nodes", summary.nodes), ("edges", summary.edges), ("claims", summary.claims),
            ("components", components.count), ("crossBorderEdges", summary.crossBorder.crossing),
        ] {
            table.rows.append([.init("total"), .init(name), .init(number)])
        }
        if let structure {
            let triangles = structure.triangles
            let shares = TextTable.Cell.scores([triangles.transitivity, triangles.averageClustering])
            table.rows += [
                [.init("structure"), .init("triangles"), .init(triangles.total)],
                [.init("structure"), .init("transitivity"), shares[0]],
                [.init("structure"), .init("averageClustering"), shares[1]],
                [.init("structure"), .init("deepestCore"), .init(structure.deepestCore)],
            ]
            if let reciprocity = structure.reciprocity {
                table.rows.append(
                    [.init("structure"), .init("reciprocity"), TextTable.Cell.scores([reciprocity])[0]])
            }
        }
        for section in sections {
            for entry in section.tally {
                table.rows.append([.init(section.key), .init(entry.name), .init(entry.count)])
            }
        }
        return table
    }

    private func prose(_ style: TerminalStyle) -> String {
        var text = summary.title.isEmpty ? "" : style.bold(TerminalText.visible(summary.title)) + "\n"
        text += "\(count(summary.nodes, "node")), \(count(summary.edges, "edge")), "
        text += "\(count(summary.claims, "claim"))\n"
        let isolated = components.sizes.count { $0 == 1 }
        text += "\(count(components.count, "component")) of established links"
        if let largest = components.sizes.first, components.count > 1 {
            text += ", the largest of \(count(largest, "node"))"
            if isolated > 0 { text += ", \(grouped(isolated)) of one node" }
        }
        text += "\n"
        let border = summary.crossBorder
        if let share = border.share {
            text +=
                "\(grouped(border.crossing)) of \(count(border.crossing + border.within, "established edge")) "
            text += "between known territories cross a border (\(Int((share * 100).rounded())) %); "
            text += "of \(grouped(border.unknown)) more a territory is unknown\n"
        }
        if summary.dates.datedEdges > 0 {
            text += "\(count(summary.dates.datedEdges, "edge")) dated"
            if let earliest = summary.dates.earliest { text += ", from \(earliest)" }
            if let latest = summary.dates.latest { text += ", to \(latest)" }
            text += "\n"
        }
        if let structure { text += words(structure) }
        for note in notes { text += note + "\n" }
        for section in sections where !section.tally.isEmpty {
            text += "\n" + style.bold(section.name) + "\n"
            let width = section.tally.map { grouped($0.count).count }.max() ?? 0
            for entry in section.tally.prefix(30) {
                let number = grouped(entry.count)
                text += String(repeating: " ", count: 2 + width - number.count) + number
                text += "  \(TerminalText.visible(entry.name))\n"
            }
            if section.tally.count > 30 { text += "  … and \(section.tally.count - 30) more\n" }
        }
        return text
    }

    private func words(_ structure: Info.Structure) -> String {
        let triangles = structure.triangles
        let shares = TextTable.Cell.scores(
            [triangles.transitivity, triangles.averageClustering, structure.reciprocity ?? 0])
        var text = "\(count(triangles.total, "triangle")), transitivity \(shares[0].text), "
        text += "mean clustering coefficient \(shares[1].text), deepest core \(structure.deepestCore)"
        if structure.reciprocity != nil { text += ", share of links answered \(shares[2].text)" }
        return text + "\n"
    }
}
