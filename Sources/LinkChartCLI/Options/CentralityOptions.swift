import ArgumentParser
import LinkChart

/// What a centrality takes besides its name.
struct CentralityOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What a link costs on a shortest path: a numeric attribute of links, or confidence "
                + "(-log(confidence/100), 50 where no claim states one). For betweenness.",
            valueName: "attribute|confidence"))
    var weight: String?

    @Option(
        help: ArgumentHelp(
            "Estimate betweenness from random paths: normalised scores are off by this at most, with a "
                + "probability of 90 % (see --delta).", valueName: "E"))
    var epsilon: Double?

    @Option(
        help: ArgumentHelp(
            "The probability that a score is off by more than --epsilon (default: 0.1).", valueName: "D"))
    var delta: Double?

    @Option(
        help: ArgumentHelp(
            "Estimate betweenness from so many nodes, chosen at random; no bound on the error.",
            valueName: "N"))
    var pivots: Int?

    @Option(
        help: ArgumentHelp(
            "The seed of random numbers for --epsilon and --pivots (default: 0).", valueName: "N"))
    var seed: UInt64?

    @Option(
        help: ArgumentHelp(
            "What a walk counts for each of its links, for katz (default: half of what surely converges).",
            valueName: "A"))
    var alpha: Double?

    @Option(
        help: ArgumentHelp(
            "The probability of following a link, for pagerank (default: 0.85).", valueName: "P"))
    var damping: Double?

    @Option(
        help: ArgumentHelp(
            "PageRank seen from here: the surfer returns to these nodes (id, name or alias), in proportion to "
                + "weights if there are any. Repeat it for names with a comma.",
            valueName: "node[=weight],…"))
    var around: [String] = []

    /// Complains of what does not go with a measure, or with each other.
    func validate(for measure: CentralityMeasure) throws {
        func allow(_ option: String, _ isGiven: Bool, with wanted: CentralityMeasure) throws {
            guard isGiven, measure != wanted else { return }
            throw ValidationError("--\(option) goes with --by \(wanted.rawValue).")
        }
        try allow("weight", weight != nil, with: .betweenness)
        try allow("epsilon", epsilon != nil, with: .betweenness)
        try allow("pivots", pivots != nil, with: .betweenness)
        try allow("alpha", alpha != nil, with: .katz)
        try allow("damping", damping != nil, with: .pageRank)
        try allow("around", !around.isEmpty, with: .pageRank)
        if delta != nil && epsilon == nil { throw ValidationError("--delta goes with --epsilon.") }
        if seed != nil && epsilon == nil && pivots == nil {
            throw ValidationError("--seed goes with --epsilon or --pivots.")
        }
        if epsilon != nil && pivots != nil {
            throw ValidationError("--epsilon and --pivots are two ways to estimate: give one of them.")
        }
        if weight != nil && (epsilon != nil || pivots != nil) {
            throw ValidationError("--weight asks for exact betweenness: leave out --epsilon and --pivots.")
        }
        if let epsilon, !(epsilon >= SampledBetweenness.leastEpsilon && epsilon < 1) {
            throw ValidationError(
                "--epsilon takes a number from \(SampledBetweenness.leastEpsilon) up and below 1.")
        }
        if let delta, !(delta > 0 && delta < 1) {
            throw ValidationError("--delta takes a number between 0 and 1.")
        }
        if let pivots, pivots < 1 { throw ValidationError("--pivots takes a whole number from 1 up.") }
        if let alpha, !(alpha >= 0 && alpha < .infinity) {
            throw ValidationError("--alpha takes a number from 0 up.")
        }
        if let damping, !(damping >= 0 && damping < 1) {
            throw ValidationError("--damping takes a number from 0 up and below 1.")
        }
    }

    /// The scores of a measure with these options.
    func algorithm(
        for measure: CentralityMeasure, normalized: Bool, of graph: Graph, _ parts: SelectedParts
    ) throws -> any CentralityAlgorithm {
        switch measure {
        case .betweenness:
            if let epsilon {
                return SampledBetweenness(
                    epsilon: epsilon, delta: delta ?? 0.1, seed: seed ?? 0, normalized: normalized)
            }
            if let pivots { return PivotBetweenness(pivots, seed: seed ?? 0, normalized: normalized) }
            return BetweennessCentrality(normalized: normalized, costs: .named(weight, of: graph, parts))
        case .katz: return KatzCentrality(alpha: alpha, normalized: normalized)
        case .pageRank where !around.isEmpty:
            return PersonalizedPageRank(from: try homes(in: graph, parts), damping: damping ?? 0.85)
        case .pageRank: return PageRank(damping: damping ?? 0.85)
        default: return NamedCentrality(measure, normalized: normalized)
        }
    }

    /// The nodes of `--around` with their weights: each a whole name, which may have a comma in it, or a list.
    private func homes(in graph: Graph, _ parts: SelectedParts) throws -> [NodeIndex: Double] {
        let finder = NodeFinder(graph)
        var homes: [NodeIndex: Double] = [:]
        for text in around {
            if let node = try? finder.node(called: text) {
                homes[node, default: 0] += 1
                continue
            }
            for part in splitAtCommas(text) {
                guard let sign = part.lastIndex(of: "="), (try? finder.node(called: part)) == nil else {
                    homes[try finder.node(called: part, option: "--around"), default: 0] += 1
                    continue
                }
                let (name, weight) = (String(part[..<sign]), part[part.index(after: sign)...])
                guard let weight = Double(weight), weight > 0, weight < .infinity else {
                    throw Failure.usage("--around takes node=weight, with a weight above 0: \(part)")
                }
                homes[try finder.node(called: name, option: "--around"), default: 0] += weight
            }
        }
        if let chosen = parts.nodes,
            let left = homes.keys.sorted().first(where: { !chosen[Int($0.rawValue)] })
        {
            throw Failure.badData(
                "rank: \(graph.name(of: left)), as --around says, is not among what is selected")
        }
        return homes
    }

    /// What people should know of how the scores came about.
    func notes(on scores: NodeScores) -> [String] {
        var notes: [String] = []
        if let sampling = scores.sampling {
            switch (sampling.unit, sampling.epsilon, sampling.delta) {
            case (.paths, let epsilon?, let delta?):
                notes.append(
                    "estimated from \(grouped(sampling.samples)) random paths (seed \(sampling.seed)): "
                        + "normalised scores are off by at most \(epsilon), but for a probability of \(delta)"
                )
            default:
                notes.append(
                    "estimated from \(grouped(sampling.samples)) random nodes (seed \(sampling.seed)), without a bound on the "
                        + "error")
            }
        }
        if scores.measure == .katz && self.alpha == nil && scores.projection.nodeCount > 0,
            let alpha = try? KatzCentrality.defaultAlpha(of: scores.projection)
        {
            notes.append("alpha \(alpha); --alpha sets another")
        }
        let unscored = scores.values.count { $0.isNaN }
        if unscored > 0 {
            notes.append("\(count(unscored, "node")) left out: no contacts, so no \(scores.measure.rawValue)")
        }
        return notes
    }
}
