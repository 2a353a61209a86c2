import ArgumentParser
import LinkChart

/// Which paths are asked for.
enum PathMode: String, CaseIterable, ExpressibleByArgument {
    case shortest, allShortest, simple, kShortest

    /// Also as others spell it: `all-shortest`.
    init?(argument: String) {
        guard let mode = Self.allCases.first(where: { foldedKey($0.rawValue) == foldedKey(argument) }) else {
            return nil
        }
        self = mode
    }
}

struct Paths: ParsableCommand, Computation {
    static let configuration = CommandConfiguration(
        abstract: "Print how one node reaches another: every hop with its relation, direction and claims.",
        discussion: """
            Modes: shortest (one path of the fewest hops or the least cost), allShortest (all \
            of them), simple (all that visit no node twice, within --max-hops), kShortest (the -k best). Two links \
            between the same nodes make two paths; the table shows them as one chain with both links.

            Paths run along the mechanism projection: established links without an author's conclusions, each \
            along the flow of threat or capability, so that `incident launchedFrom state` runs from the state to \
            the incident (shown as <-launchedFrom-). Where relations are named, they run as written.

            --via asks for all paths whose hops are of certain relations: given once a hop, in their order, with \
            commas between relations that will do and `any` for all. Links run as in the projection.

            EXAMPLES
              linkchart paths graph.yaml --from Afghanistan --to China
              linkchart paths graph.yaml --from A --to B --mode simple --max-hops 4
              linkchart paths graph.yaml --from A --to B --relation hosts --undirected
              linkchart paths graph.yaml --from A --to B --mode kShortest -k 5
              linkchart paths graph.yaml --from A --to B --avoid Taliban --format json
              linkchart paths graph.yaml --from A --to B --via hosts,funds --via any --via target

            JSON: [{hops, cost, nodes: [id], edges: [{id, from, relation, to, forward, claims}]}]; a list that a \
            limit cut short ends with {truncated: true, reason}, and the exit code is 75
            """)

    @OptionGroup var input: GraphOptions

    @Option(help: ArgumentHelp("Where paths start: an id, name or alias.", valueName: "node"))
    var from: String

    @Option(help: ArgumentHelp("Where paths end: an id, name or alias.", valueName: "node"))
    var to: String

    @Option(help: ArgumentHelp("Which paths.", valueName: "shortest|allShortest|simple|kShortest"))
    var mode: PathMode = .shortest

    @Option(name: .customShort("k"), help: ArgumentHelp("How many paths in mode kShortest.", valueName: "N"))
    var k: Int?

    @Option(help: ArgumentHelp("How many hops a path has at most (in mode simple: 4).", valueName: "N"))
    var maxHops: Int?

    @Option(
        help: ArgumentHelp(
            "What a hop costs: a numeric attribute of links, or confidence (the most reliable path is the "
                + "cheapest; cost -log(confidence/100), 50 where no claim states one).",
            valueName: "attribute|confidence"))
    var weight: String?

    @Option(help: ArgumentHelp("Nodes that no path may enter.", valueName: "node,…"))
    var avoid: [String] = []

    @Option(
        help: ArgumentHelp(
            "All paths whose hops are of these relations: one --via a hop, `any` for every relation.",
            valueName: "R,…"))
    var via: [String] = []

    @Option(help: ArgumentHelp("How many paths to print at most.", valueName: "N"))
    var limit = 10_000

    @OptionGroup(title: "Projection (default: mechanism; facts where relations are named)")
    var projection: ProjectionOptions

    @OptionGroup(title: "Computation (--timeout prints the paths found by then)")
    var execution: ExecutionOptions

    @Option(
        help: ArgumentHelp(
            "Read the input as this format; by default extension and content tell.", valueName: "format"))
    var inputFormat: String?

    @OptionGroup(title: "Input")
    var columns: ColumnOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func validate() throws {
        if k != nil && mode != .kShortest { throw ValidationError("-k goes with --mode kShortest.") }
        if let k, k < 0 { throw ValidationError("-k takes a whole number from 0 up.") }
        if let maxHops, maxHops < 0 { throw ValidationError("--max-hops takes a whole number from 0 up.") }
        if !via.isEmpty && (mode != .shortest || maxHops != nil) {
            throw ValidationError("--via says which paths: it goes with neither --mode nor --max-hops.")
        }
        if limit < 1 { throw ValidationError("--limit takes a whole number from 1 up.") }
    }

    func run() throws {
        let graph = try GraphLoading.load(
            input.graphs, GraphLoading.options(format: inputFormat, columns: columns))
        let finder = NodeFinder(graph)
        let ends = (
            try finder.node(called: from, option: "--from"), try finder.node(called: to, option: "--to")
        )
        let avoided = try avoidedNodes(finder)
        let parts = try projection.selection.parts(of: graph)
        let isTyped = !projection.selection.relations.isEmpty
        let plain = Projection(
            of: graph, projection.recipe(default: isTyped ? .facts : .mechanism), selection: parts,
            keepingEdges: true)
        let question = try question(of: graph, parts, avoiding: avoided)
        let found: PathSet
        do {
            let limits = SearchLimits(maxPaths: limit, shouldStop: { Deadline.isOver })
            found = try Progress.showing("searching paths") { (report) throws(AnalysisError) in
                try question.paths(
                    in: plain, from: ends.0, to: ends.1, limits: limits,
                    execution: Execution(threads: execution.threads, progress: report))
            }
        } catch {
            throw Failure.badData("\(error)")
        }
        // What was found by then is the result, and is printed whole.
        Deadline.lift()
        let kind = via.isEmpty ? mode.rawValue : "all \(via.joined(separator: " / "))"
        var notes = ["\(kind) paths on \(projectionWords(plain))"] + plain.notes
        notes += projection.selection.remarks(on: graph)
        if mode == .simple && maxHops == nil {
            notes.append("paths of at most 4 hops; --max-hops sets another bound")
        }
        if let reason = found.noPathReason {
            notes.append("no path: " + reason.description(in: graph))
        } else if found.paths.isEmpty && found.truncation == nil {
            notes.append("no path: none was asked for (-k 0)")
        }
        if let truncation = found.truncation { notes.append("\(truncation)") }
        let report = PathReport(
            paths: sorted(found.paths), truncation: found.truncation, graph: graph,
            parts: parts, isWeighted: weight != nil)
        try output.print(report.report(notes: notes))
    }

    private func question(
        of graph: Graph, _ parts: SelectedParts, avoiding: Set<NodeIndex>
    ) throws -> any PathAlgorithm {
        let costs = EdgeCosts.named(weight, of: graph, parts)
        guard via.isEmpty else {
            let hops = try via.map { list -> Set<RelationID>? in
                let names = splitAtCommas(list)
                guard !names.isEmpty else {
                    throw Failure.usage("--via names no relation; `any` stands for every one")
                }
                if names.contains(where: { foldedKey($0) == "any" }) { return nil }
                return try SelectionOptions.relationIDs(named: names, in: graph.ontology)
            }
            return PathsByRelations(hops, in: graph, avoiding: avoiding, costs: costs)
        }
        return switch mode {
        case .shortest: ShortestPath(maxHops: maxHops, avoiding: avoiding, costs: costs)
        case .allShortest: AllShortestPaths(maxHops: maxHops, avoiding: avoiding, costs: costs)
        case .simple: AllSimplePaths(maxHops: maxHops ?? 4, avoiding: avoiding, costs: costs)
        case .kShortest: YenKShortestPaths(k ?? 3, maxHops: maxHops, avoiding: avoiding, costs: costs)
        }
    }

    /// Paths are sequences of links, so parallel ones are neither merged nor counted.
    private func projectionWords(_ plain: Projection) -> String {
        "\(plain.recipe.name.rawValue), \(plain.isDirected ? "directed" : "undirected"), link by link"
    }

    /// The paths in the order of cost; a search for all lists them in the order it finds them.
    private func sorted(_ paths: [Path]) -> [Path] {
        mode == .simple || mode == .allShortest || !via.isEmpty ? paths.sorted(by: Path.precedes) : paths
    }

    /// The nodes of `--avoid`: each a whole name, which may have a comma in it, or a list of names.
    private func avoidedNodes(_ finder: NodeFinder) throws -> Set<NodeIndex> {
        var nodes: Set<NodeIndex> = []
        for text in avoid {
            if let node = try? finder.node(called: text) {
                nodes.insert(node)
                continue
            }
            for name in splitAtCommas(text) { nodes.insert(try finder.node(called: name, option: "--avoid")) }
        }
        return nodes
    }
}
