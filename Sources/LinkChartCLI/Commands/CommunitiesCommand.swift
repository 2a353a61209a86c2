public import ArgumentParser
public import LinkChart

extension CommunityMethod: ExpressibleByArgument {
    /// Also as others spell it: `label-propagation`, `LPA`.
    public init?(argument: String) {
        let key = foldedKey(argument)
        let others: [String: CommunityMethod] = ["lpa": .labelPropagation, "multilevel": .louvain]
        guard let method = Self.allCases.first(where: { foldedKey($0.rawValue) == key }) ?? others[key] else {
            return nil
        }
        self = method
    }
}

extension CommunityObjective: ExpressibleByArgument {
    /// Also as others spell it: `CPM`, `constant-potts`.
    public init?(argument: String) {
        let key = foldedKey(argument)
        let others: [String: CommunityObjective] = ["cpm": .constantPotts, "potts": .constantPotts]
        guard let objective = Self.allCases.first(where: { foldedKey($0.rawValue) == key }) ?? others[key]
        else {
            return nil
        }
        self = objective
    }
}

struct CommunitiesCommand: ParsableCommand, Computation {
    static let configuration = CommandConfiguration(
        commandName: "communities",
        abstract: "Divide the graph into communities: many links inside, few between them.",
        discussion: """
            Leiden finds connected communities that maximise modularity (or, with --objective constantPotts, \
            density); louvain does nearly the same as others published it; labelPropagation gives a quick first \
            look. A larger --resolution finds smaller communities. Directions do not count. The same --seed finds \
            the same communities.

            The table shows each community with the members that have most links inside it (`links`: \
            inside + across its border), its conductance (the share of its links' ends that lead out: 0 stands \
            apart, 1 is none), and the kind and state that most members are of.

            EXAMPLES
              linkchart communities graphs/afghanistan.linkchart.yaml --min-size 2
              linkchart communities graph.yaml --weight claims --top 5
              linkchart communities graph.yaml --objective constantPotts --resolution 0.1
              linkchart communities links.csv --method louvain --format csv -o members.csv

            JSON: {method, objective, resolution, weights, seed, projection, quality: {modularity, coverage, \
            conductance, crossingLinks}, count, communities: [{community, size, internalLinks, externalLinks, \
            conductance, commonestKind: {kind, members}, commonestState: {id, members}, members: [{id, name, \
            kind, internalLinks}]}]}, null where a number is undefined; count and quality are of all communities, also of those not printed; \
            quality's conductance is their mean. JSON Lines, CSV and TSV: one row a node
            """)

    @OptionGroup var input: GraphOptions

    @Option(help: ArgumentHelp("How to look for them.", valueName: "leiden|louvain|labelPropagation"))
    var method: CommunityMethod = .leiden

    @Option(
        help: ArgumentHelp(
            "What is maximised (default: modularity).", valueName: "modularity|constantPotts"))
    var objective: CommunityObjective?

    @Option(
        help: ArgumentHelp(
            "The larger, the smaller the communities (default: 1); with constantPotts, the density that "
                + "divides what is inside from what is between.", valueName: "R"))
    var resolution: Double?

    @Option(
        help: ArgumentHelp(
            "How strong a link is: a numeric attribute, the number of claims that establish it, or its "
                + "confidence (as a fraction; 0.5 where no claim states one). By default all count alike.",
            valueName: "attribute|claims|confidence"))
    var weight: String?

    @Option(help: ArgumentHelp("Where random choices come from.", valueName: "N"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How many rounds to improve what was found, at most.", valueName: "N"))
    var iterations: Int?

    @Option(help: ArgumentHelp("Print only the N largest.", valueName: "N"))
    var top: Int?

    @Option(help: ArgumentHelp("Leave out communities of fewer nodes.", valueName: "N"))
    var minSize = 1

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
        if let iterations, iterations < 1 {
            throw ValidationError("--iterations takes a whole number from 1 up.")
        }
        if let resolution, !(resolution >= 0 && resolution < .infinity) {
            throw ValidationError("--resolution takes a number from 0 up.")
        }
        guard method == .labelPropagation else { return }
        if objective != nil || resolution != nil {
            throw ValidationError(
                "labelPropagation maximises nothing: --objective and --resolution go with leiden and louvain."
            )
        }
    }

    func run() throws {
        let graph = try input.load(inputFormat)
        let parts = try projection.selection.parts(of: graph)
        var recipe = projection.recipe(default: .facts)
        recipe.isDirected = false
        let plain = Projection(of: graph, recipe, selection: parts, keepingEdges: weight != nil)
        let weights = EdgeWeights.named(weight, of: graph, parts)
        let answer = try execution.run("finding communities by \(method.rawValue)", subject: "communities") {
            (execution) throws(AnalysisError) in
            let found = try algorithm(weights).communities(of: plain, execution.part(0, 0.9))
            let quality = try found.partition.quality(
                weights: weights, resolution: found.resolution, execution: execution.part(0.9, 0.95))
            let profiles = try found.partition.profiles(
                in: graph, quality: quality, of: 0..<shownCount(found.partition.sizes),
                execution: execution.part(0.95, 1))
            return CommunityReport(found: found, quality: quality, profiles: profiles, graph: graph)
        }
        try output.print(
            answer.report(
                minSize: minSize, top: top, notes: plain.notes + projection.selection.remarks(on: graph)))
    }

    /// How many communities to print; the largest come first.
    private func shownCount(_ sizes: [Int]) -> Int {
        min(sizes.firstIndex { $0 < minSize } ?? sizes.count, top ?? .max)
    }

    private func algorithm(_ weights: EdgeWeights) -> any CommunityAlgorithm {
        let objective = objective ?? .modularity
        let resolution = resolution ?? 1
        switch method {
        case .leiden:
            var leiden = Leiden(weights: weights, objective: objective, resolution: resolution, seed: seed)
            if let iterations { leiden.iterationLimit = iterations }
            return leiden
        case .louvain:
            var louvain = Louvain(weights: weights, objective: objective, resolution: resolution, seed: seed)
            if let iterations { louvain.iterationLimit = iterations }
            return louvain
        case .labelPropagation:
            return LabelPropagation(weights: weights, seed: seed, iterationLimit: iterations)
        }
    }
}
