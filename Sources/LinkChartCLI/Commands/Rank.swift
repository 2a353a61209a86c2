public import ArgumentParser
public import LinkChart

extension CentralityMeasure: ExpressibleByArgument {
    /// Also as others spell it: `in-degree`, `PageRank`, `coreness`.
    public init?(argument: String) {
        let key = foldedKey(argument)
        let others: [String: CentralityMeasure] = [
            "indegreecentrality": .inDegree, "coreness": .core, "kcore": .core,
            "harmoniccloseness": .harmonic, "hits": .authority, "authorities": .authority, "hubs": .hub,
            "burtconstraint": .constraint, "structuralholes": .constraint,
        ]
        guard let measure = Self.allCases.first(where: { foldedKey($0.rawValue) == key }) ?? others[key]
        else {
            return nil
        }
        self = measure
    }
}

struct Rank: ParsableCommand, Computation {
    static let configuration = CommandConfiguration(
        abstract: "Rank nodes, or links, by a centrality.",
        discussion: """
            Scores are unnormalised unless --normalized: betweenness counts ordered pairs of a directed projection \
            and unordered pairs of an undirected one; closeness is Wasserman and Faust's; harmonic sums 1/distance \
            over incoming paths; PageRank sums to 1 with dangling mass spread evenly (damping 0.85); katz counts walks \
            to a node, each link of them for --alpha; hits ranks authorities, hub the hubs, each sums to 1; constraint \
            is Burt's: who has least of it brokers between others (--ascending). \
            Nodes of equal score stand in the order of their ids.

            EXAMPLES
              linkchart rank graphs/afghanistan.linkchart.yaml --by betweenness --top 10
              linkchart rank links.csv --by pagerank --format json
              linkchart rank graph.yaml --by degree --relation hosts,funds --kind Agent
              linkchart rank graph.yaml --by inDegree --projection claims
              linkchart rank graph.yaml --by pagerank --around Taliban=2,ISKP --undirected
              linkchart rank graph.yaml --by betweenness --weight confidence
              linkchart rank large.csv --by betweenness --epsilon 0.01 --seed 7 --top 20
              linkchart rank graph.yaml --by constraint --ascending --undirected --top 10
              linkchart rank graph.yaml --by betweenness --links --top 10

            JSON: [{rank, id, name, kind, score}]; with --links [{rank, edge, from, relation, to, score}]
            """)

    @OptionGroup var input: GraphOptions

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "degree, inDegree, outDegree, betweenness, closeness, harmonic, pagerank, eigenvector, katz, hits, hub, "
                + "core, constraint, effectiveSize, triangles or clustering.",
            valueName: "measure"))
    var measure: CentralityMeasure

    @Option(help: ArgumentHelp("Print only the first N.", valueName: "N"))
    var top: Int?

    @Flag(
        help: "Divide scores by the greatest value that a graph of this size allows, where a measure has one."
    )
    var normalized = false

    @Flag(help: "The least score first.")
    var ascending = false

    @Flag(help: "Rank links instead of nodes, by betweenness.")
    var links = false

    @OptionGroup(title: "Measure")
    var options: CentralityOptions

    @OptionGroup(title: "Projection (default: facts)")
    var projection: ProjectionOptions

    @OptionGroup(title: "Computation")
    var execution: ExecutionOptions

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func validate() throws {
        if let top, top < 0 { throw ValidationError("--top takes a whole number from 0 up.") }
        try options.validate(for: measure)
        if links { try validateLinks() }
    }

    func run() throws {
        let graph = try input.load(inputFormat)
        let parts = try projection.selection.parts(of: graph)
        if links { return try runLinks(graph, parts) }
        let algorithm = try options.algorithm(for: measure, normalized: normalized, of: graph, parts)
        let plain = Projection(
            of: graph, projection.recipe(default: .facts), selection: parts,
            keepingEdges: options.weight != nil)
        let scores = try execution.run("ranking by \(measure.rawValue)", subject: measure.rawValue) {
            (execution) throws(AnalysisError) in
            try algorithm.scores(of: plain, execution)
        }
        let ranked = scores.ranked(in: graph, top: top, ascending ? .leastFirst : .greatestFirst)
        try output.print(report(ranked, of: scores, in: graph))
    }

    private func report(_ ranked: [RankedNode], of scores: NodeScores, in graph: Graph) -> Report {
        let form = ScoreForm(of: ranked.lazy.map(\.score))
        let kindNames = graph.ontology.kinds.map(\.name)
        func kindName(of node: NodeIndex) -> String { kindNames[Int(graph.kind(of: node).rawValue)] }
        // Rows are made when it is their turn: there may be millions.
        let table = TextTable(
            [
                .init(name: "rank", isNumeric: true), .init(name: "id"), .init(name: "name"),
                .init(name: "kind"), .init(name: "score", isNumeric: true),
            ],
            count: ranked.count
        ) { row in
            let node = ranked[row]
            return [
                .init(node.rank), .init(node.id), .init(graph.name(of: node.node)),
                .init(kindName(of: node.node)), form.cell(node.score),
            ]
        }
        let isWhole = scores.isWhole
        let json = ResultJSON.rows(count: ranked.count) { row, json in
            let node = ranked[row]
            json.object {
                $0.member("rank", node.rank)
                $0.member("id", node.id)
                $0.member("name", graph.name(of: node.node))
                $0.member("kind", kindName(of: node.node))
                if isWhole { $0.member("score", Int(node.score)) } else { $0.member("score", node.score) }
            }
        }
        let plain = scores.projection
        var notes = [
            "\(measure.rawValue)\(normalized && scores.isNormalized ? ", normalised" : "") on \(plain.description): "
                + "\(count(plain.nodeCount, "node")), \(count(plain.arcCount, "arc"))"
        ]
        if normalized && !scores.isNormalized {
            notes.append("\(measure.rawValue) has no normalised form: --normalized changes nothing")
        }
        notes += options.notes(on: scores)
        notes += plain.notes + projection.selection.remarks(on: graph)
        if ranked.isEmpty { notes.append(emptyReason(plain, graph)) }
        return Report(json: json, table: table, notes: notes)
    }

    private func emptyReason(_ plain: Projection, _ graph: Graph) -> String {
        if top == 0 { return "nothing to print: --top 0" }
        if graph.nodeCount == 0 { return "nothing to rank: the graph has no nodes" }
        return plain.nodeCount > 0
            ? "nothing to rank: no node has a contact"
            : "nothing to rank: of \(count(graph.nodeCount, "node")) the selection keeps none"
    }
}
