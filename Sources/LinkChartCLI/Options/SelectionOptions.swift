import ArgumentParser
import LinkChart

/// The options that choose a part of the graph, the same in every command.
struct SelectionOptions: ParsableArguments {
    @Option(
        name: .customLong("relation"),
        help: ArgumentHelp("Keep to these relations.", valueName: "R,…"))
    var relations: [String] = []

    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp(
            "Keep to nodes of these kinds, concrete or abstract (Agent, Territory).", valueName: "K,…"))
    var kinds: [String] = []

    @Option(
        help: ArgumentHelp(
            "Keep to links that may hold on a date (EDTF, such as 2021-08).", valueName: "date"))
    var at: String?

    @Option(
        help: ArgumentHelp(
            "Keep to links that may hold at some time of a period (such as 2019/2021).",
            valueName: "date/date"))
    var during: String?

    @Flag(help: "With --at or --during: keep only links that certainly hold then.")
    var certain = false

    @Option(help: ArgumentHelp("Count only claims of at least this confidence, 0 to 100.", valueName: "N"))
    var minConfidence: Int?

    @Option(help: ArgumentHelp("Count only what this node claims.", valueName: "node"))
    var claimant: String?

    func validate() throws {
        if at != nil && during != nil { throw ValidationError("Give --at or --during, not both.") }
        if certain && at == nil && during == nil {
            throw ValidationError("--certain goes with --at or --during.")
        }
    }

    /// Whether any option is given.
    var isGiven: Bool {
        !relations.isEmpty || !kinds.isEmpty || at != nil || during != nil || minConfidence != nil
            || claimant != nil
    }

    /// The part of a graph that the options choose.
    ///
    /// - Throws: ``Failure`` of usage for a name that the graph or its ontology does not know.
    func parts(of graph: Graph) throws -> SelectedParts {
        guard isGiven else { return .everything }
        var selection = Selection()
        if !relations.isEmpty { selection.relations = try relationIDs(in: graph.ontology) }
        if !kinds.isEmpty { selection.kinds = try Self.kindSet(named: kinds, in: graph.ontology) }
        if let text = at ?? during {
            do { selection.period = try EDTFDate(text) } catch {
                throw Failure.usage("\(at == nil ? "--during" : "--at") \(text): \(error)")
            }
        }
        selection.mode = certain ? .certain : .possible
        if let minConfidence {
            do { selection.minimumConfidence = try Confidence(minConfidence) } catch {
                throw Failure.usage("--min-confidence \(minConfidence): \(error)")
            }
        }
        if let claimant {
            selection.claimant = try NodeFinder(graph).node(called: claimant, option: "--claimant")
        }
        return graph.parts(of: selection)
    }

    /// What a reader should know of the selection on this graph.
    func remarks(on graph: Graph) -> [String] {
        guard minConfidence != nil else { return [] }
        let silent = graph.claims.count {
            $0.claim.confidence == nil && $0.claim.credibility?.confidence == nil
        }
        guard silent > 0 else { return [] }
        return [
            "\(grouped(silent)) of \(count(graph.claimCount, "claim")) state no confidence and so do not reach "
                + "--min-confidence: not specified is not 0, but no number either"
        ]
    }

    private func relationIDs(in ontology: Ontology) throws -> Set<RelationID> {
        try Self.relationIDs(named: relations, in: ontology)
    }

    /// The relations of these names, of which each may be a list with commas between.
    static func relationIDs(named names: [String], in ontology: Ontology) throws -> Set<RelationID> {
        var found: Set<RelationID> = []
        for name in names.flatMap({ splitAtCommas($0) }) {
            guard let relation = ontology.relation(named: name) else {
                let hint =
                    ontology.nearestRelationName(to: name).map { "did you mean `\($0)`?" }
                    ?? "`linkchart ontology --relations` lists them."
                throw Failure.usage("no relation `\(name)` in the ontology; \(hint)")
            }
            found.insert(relation)
        }
        return found
    }

    /// The kinds of these names, of which each may be a list with commas between.
    static func kindSet(named names: [String], in ontology: Ontology) throws -> KindSet {
        var found = KindSet()
        for name in names.flatMap({ splitAtCommas($0) }) {
            guard let kinds = ontology.kinds(named: name) else {
                let hint =
                    ontology.nearestKindName(to: name).map { "did you mean `\($0)`?" }
                    ?? "`linkchart ontology --kinds` lists them."
                throw Failure.usage("no kind `\(name)` in the ontology; \(hint)")
            }
            found = found.union(kinds)
        }
        return found
    }
}

/// The items of a comma-separated list, without blanks around them.
func splitAtCommas(_ list: String) -> [String] {
    list.split(separator: ",").map { item in
        var item = item
        while item.first == " " { item.removeFirst() }
        while item.last == " " { item.removeLast() }
        return String(item)
    }.filter { !$0.isEmpty }
}

extension NodeFinder {
    /// The node that a person calls this, or a failure of usage that lists the nearest.
    func node(called name: String, option: String) throws -> NodeIndex {
        do { return try node(called: name) } catch { throw LinkChartCLI.Failure.usage("\(option): \(error)") }
    }
}
