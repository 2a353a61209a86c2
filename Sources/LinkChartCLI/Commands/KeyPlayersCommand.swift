import ArgumentParser
import LinkChart

/// What a set of key players is to achieve, as the command line names it.
enum KeyPlayerChoice: String, CaseIterable, ExpressibleByArgument {
    case fragmentation = "F"
    case distanceWeightedFragmentation = "DF"
    case reach = "mReach"
    case distanceWeightedReach = "dReach"

    /// Also as others spell it: `fragmentation`, `KPP-Neg`, `KPP-Pos`, `dR`.
    init?(argument: String) {
        let key = foldedKey(argument)
        let others: [String: KeyPlayerChoice] = [
            "fragmentation": .fragmentation, "kppneg": .fragmentation,
            "distanceweightedfragmentation": .distanceWeightedFragmentation,
            "reach": .reach, "kpppos": .distanceWeightedReach, "dr": .distanceWeightedReach,
            "distanceweightedreach": .distanceWeightedReach,
        ]
        guard let choice = Self.allCases.first(where: { foldedKey($0.rawValue) == key }) ?? others[key] else {
            return nil
        }
        self = choice
    }
}

struct KeyPlayersCommand: ParsableCommand, Computation {
    static let configuration = CommandConfiguration(
        commandName: "keyplayers",
        abstract: "Find the set of nodes whose removal fragments the graph most, or that reaches most of it.",
        discussion: """
            The best set is seldom made of the nodes that rank highest one by one: two brokers between the same \
            parts do each other's work. Measures (S. Borgatti 2006, doi:10.1007/s10588-006-7084-x):

              F       share of pairs that do not reach each other once the set is gone (KPP-Neg)
              DF      1 less the mean of 1/distance once the set is gone (KPP-Neg, weighted by distance)
              mReach  nodes within --within links of the set, itself included (KPP-Pos)
              dReach  mean of 1/distance from the set over all nodes (KPP-Pos, weighted by distance)

            F and DF disregard directions, reach follows them. All sets are compared where that takes seconds \
            (exact); else the set is sought greedily and by exchanging members from several starts, and there may be \
            a better one. In a large graph DF is estimated from a random sample of nodes.

            EXAMPLES
              linkchart keyplayers graphs/afghanistan.linkchart.yaml -k 3
              linkchart keyplayers graph.yaml -k 2 --measure DF --kind Agent
              linkchart keyplayers graph.yaml -k 5 --measure mReach --within 2
              linkchart keyplayers links.csv -k 10 --measure KPP-Pos --format json

            JSON: {measure, within (for mReach), projection, before, after, exact, starts, seed, comparedSources, \
            scoredSources, players: [{rank, id, name, kind, contribution}]}: before is the value of no set, after \
            that of the set, contribution what it would lose without the member; starts is 0 if exact; \
            comparedSources and scoredSources are sizes of samples, null if there was none
            """)

    @OptionGroup var input: GraphOptions

    @Option(name: .customShort("k"), help: ArgumentHelp("How many nodes.", valueName: "N"))
    var k = 3

    @Option(help: ArgumentHelp("What the set is to achieve.", valueName: "F|DF|mReach|dReach"))
    var measure: KeyPlayerChoice = .fragmentation

    @Option(help: ArgumentHelp("With mReach: within how many links (default: 1).", valueName: "N"))
    var within: Int?

    @Option(help: ArgumentHelp("Where random starts and samples come from.", valueName: "N"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How many random starts follow the greedy one.", valueName: "N"))
    var restarts = 2

    @OptionGroup(title: "Projection (default: facts)")
    var projection: ProjectionOptions

    @OptionGroup(title: "Computation")
    var execution: ExecutionOptions

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func validate() throws {
        if k < 0 { throw ValidationError("-k takes a whole number from 0 up.") }
        if restarts < 0 { throw ValidationError("--restarts takes a whole number from 0 up.") }
        guard let within else { return }
        if within < 0 { throw ValidationError("--within takes a whole number from 0 up.") }
        if measure != .reach { throw ValidationError("--within goes with --measure mReach.") }
    }

    private var wanted: KeyPlayerMeasure {
        switch measure {
        case .fragmentation: .fragmentation
        case .distanceWeightedFragmentation: .distanceWeightedFragmentation
        case .reach: .reach(within: within ?? 1)
        case .distanceWeightedReach: .distanceWeightedReach
        }
    }

    func run() throws {
        let graph = try input.load(inputFormat)
        let parts = try projection.selection.parts(of: graph)
        var recipe = projection.recipe(default: .facts)
        if wanted.isOfRemoval { recipe.isDirected = false }
        let plain = Projection(of: graph, recipe, selection: parts)
        let found = try execution.run("looking for key players by \(measure.rawValue)", subject: "keyplayers")
        {
            (execution) throws(AnalysisError) in
            try plain.keyPlayers(k, by: wanted, seed: seed, restarts: restarts, execution: execution)
        }
        try output.print(
            KeyPlayerReport(found: found, wanted: k, graph: graph)
                .report(notes: plain.notes + projection.selection.remarks(on: graph)))
    }
}
