import ArgumentParser
import LinkChart

struct Resolve: ParsableCommand, Computation {
    static let configuration = CommandConfiguration(
        abstract:
            "Find nodes that are one under several names; merge them on evidence, and split them again.",
        discussion: """
            Candidates come of shared identifiers and ISO codes, equal names and aliases, acronyms, and names that may \
            be two spellings of one. Nothing is merged on a resemblance alone: --merge merges what is conclusive (an \
            identifier, an ISO code, an equal name or alias that nothing speaks against) and what a reviewer decided.

            To review, print the candidates with --format csv, write yes or no into the column decision, and read the \
            table with --decisions. With --write the graph is written: open candidates become sameAs links with a \
            proposed claim, which no measure counts, decisions become confirming or negating claims. A pair that is \
            denied once is never merged. Merged nodes keep what they were made of; --undo splits them exactly.

            EXAMPLES
              linkchart resolve graph.yaml
              linkchart resolve graph.yaml --format csv -o review.csv
              linkchart resolve graph.yaml --decisions review.csv --reviewer "A. Reviewer" --write decided.yaml
              linkchart resolve decided.yaml --merge --write merged.yaml
              linkchart resolve merged.yaml --undo ttp,taliban --write split.yaml
              linkchart resolve merged.yaml --undo all --write decided.yaml

            JSON: [{first, firstName, second, secondName, kind, score, evidence, conclusive, decision}]: evidence is a \
            list of identifier, isoCode, name, alias, acronym, similarName; decision is yes, no or null. With --undo: \
            [{node, restored: [id]}]
            """)

    @OptionGroup var input: GraphOptions

    @Option(help: ArgumentHelp("Leave out candidates below this score, 0 to 1.", valueName: "score"))
    var minScore = 0.75

    @Option(help: ArgumentHelp("Keep to the best candidates (0: all).", valueName: "N"))
    var top = 0

    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp("Keep to nodes of these kinds, concrete or abstract.", valueName: "K,…"))
    var kinds: [String] = []

    @Option(
        help: ArgumentHelp(
            "Read what a reviewer decided: a table with first, second, decision.", valueName: "file"),
        completion: .file())
    var decisions: String?

    @Option(help: ArgumentHelp("Who decided, with --decisions (default: reviewer).", valueName: "name"))
    var reviewer: String?

    @Flag(help: "Merge what is conclusive or decided; goes with --write.")
    var merge = false

    @Option(
        help: ArgumentHelp(
            "Split merged nodes again, or nodes off from them; goes with --write.", valueName: "all|node,…"))
    var undo: [String] = []

    @Option(
        help: ArgumentHelp("Write the graph with proposals, decisions and mergers.", valueName: "file"),
        completion: .file())
    var write: String?

    @Option(
        help: ArgumentHelp("The format to write, where the extension does not tell.", valueName: "format"))
    var to: String?

    @OptionGroup(title: "Computation")
    var execution: ExecutionOptions

    @OptionGroup(title: "Input")
    var inputFormat: InputFormatOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func validate() throws {
        if !(minScore >= 0 && minScore <= 1) {
            throw ValidationError("--min-score takes a number from 0 to 1.")
        }
        if top < 0 { throw ValidationError("--top takes a whole number from 0 up.") }
        if merge && write == nil { throw ValidationError("--merge goes with --write FILE.") }
        if !undo.isEmpty && write == nil { throw ValidationError("--undo goes with --write FILE.") }
        if !undo.isEmpty && (merge || decisions != nil) {
            throw ValidationError("Give --undo alone, without --merge and --decisions.")
        }
        if reviewer != nil && decisions == nil { throw ValidationError("--reviewer goes with --decisions.") }
        if write == "-" {
            throw ValidationError("--write takes a file: standard output is for the candidates.")
        }
    }

    func run() throws {
        let target = try write.map { (path: $0, format: try GraphWriting.format(of: $0, named: to)) }
        var graph = try input.load(inputFormat)
        if !undo.isEmpty { return try split(graph, target) }
        var notes: [String] = []
        if let decisions { graph = try decide(graph, decisions, &notes) }
        var options = ResolutionOptions(minimumScore: minScore)
        if !kinds.isEmpty { options.kinds = try SelectionOptions.kindSet(named: kinds, in: graph.ontology) }
        var found = try execution.run("looking for nodes that are one", subject: "resolve") {
            (execution) throws(AnalysisError) in
            try graph.resolutionCandidates(options, execution: execution)
        }
        let all = found.candidates.count
        if top > 0 { found.candidates = Array(found.candidates.prefix(top)) }
        let decided = ResolutionDecisions(of: graph)
        let report = ResolutionReport(
            graph: graph, found: found, all: all, minimumScore: minScore, decisions: decided)
        notes = report.remarks + notes
        if let target {
            let written = try changed(graph, found.candidates, decided, &notes)
            try GraphWriting.write(written, to: target.path, as: target.format)
            notes.append("written to \(target.path)")
        }
        try output.print(report.report(notes: notes))
    }

    // MARK: - Decisions

    private func decide(_ graph: Graph, _ path: String, _ notes: inout [String]) throws -> Graph {
        let input: GraphInput
        do { input = try GraphInput(path: path) } catch { throw Failure(error) }
        let (reviews, diagnostics) = ResolutionReview.reviews(of: DelimitedTable(input), on: graph)
        GraphLoading.report(diagnostics)
        if diagnostics.hasErrors {
            throw Failure.badData(
                "the decisions have \(count(diagnostics.count(of: .error), "error")); nothing was written")
        }
        do {
            let (decided, new) = try graph.deciding(reviews, reviewer: reviewer ?? "reviewer")
            let yes = reviews.count { $0.decision == .yes }
            notes.append(
                "\(count(reviews.count, "decision")) read: \(grouped(yes)) yes, \(grouped(reviews.count - yes)) no"
                    + (new < reviews.count ? "; \(grouped(reviews.count - new)) known before" : ""))
            return decided
        } catch { throw Failure.badData("resolve: \(error)") }
    }

    // MARK: - Merging

    /// The graph with what was merged and what is proposed.
    private func changed(
        _ graph: Graph, _ candidates: [ResolutionCandidate], _ decisions: ResolutionDecisions,
        _ notes: inout [String]
    ) throws -> Graph {
        var graph = graph
        var open = candidates
        if merge {
            let groups = ResolutionGroups(candidates, decisions: decisions)
            let result: MergedGraph
            do { result = try graph.merging(groups.groups) } catch {
                throw Failure.badData("resolve: \(error)")
            }
            notes += Self.remarks(on: result, groups, graph)
            open = candidates.compactMap { Self.translated($0, from: graph, to: result.graph) }
            graph = result.graph
        }
        do {
            let (proposed, new) = try graph.proposing(open)
            notes.append(
                new == 0
                    ? "no new proposals" : "\(count(new, "proposal")) added as sameAs links, none established"
            )
            return proposed
        } catch { throw Failure.badData("resolve: \(error)") }
    }

    /// A candidate between the nodes that its nodes were merged into; nil if they are one now.
    private static func translated(
        _ candidate: ResolutionCandidate, from old: Graph, to new: Graph
    ) -> ResolutionCandidate? {
        guard let first = new.node(id: old.id(of: candidate.first)),
            let second = new.node(id: old.id(of: candidate.second))
        else { return nil }
        var candidate = candidate
        (candidate.first, candidate.second) = (first, second)
        return candidate
    }

    private static func remarks(on result: MergedGraph, _ groups: ResolutionGroups, _ graph: Graph)
        -> [String]
    {
        var remarks: [String] = []
        if result.merged.isEmpty {
            remarks.append("nothing merged: nothing is conclusive or decided that is not one already")
        } else {
            let gone = result.merged.reduce(0) { $0 + $1.others.count }
            remarks.append("\(count(gone, "node")) merged into \(grouped(result.merged.count))")
            for (kept, others) in result.merged.prefix(10) {
                remarks.append("  \(kept) <- \(others.joined(separator: ", "))")
            }
            if result.merged.count > 10 { remarks.append("  … \(grouped(result.merged.count - 10)) more") }
        }
        if result.conflicts > 0 {
            remarks.append(
                "\(count(result.conflicts, "attribute")) differ; the kept node's values count, all are in mergedNodes"
            )
        }
        for (ids, reason) in result.refused {
            remarks.append("not merged: \(ids.joined(separator: ", ")): \(reason)")
        }
        for pair in groups.vetoed {
            remarks.append(
                "not merged: \(graph.id(of: pair.first)), \(graph.id(of: pair.second)): decided to be two, "
                    + "or each one with one of two that are")
        }
        return remarks
    }

    // MARK: - Splitting

    private func split(_ graph: Graph, _ target: (path: String, format: GraphFormat)?) throws {
        let names = undo.flatMap { splitAtCommas($0) }
        let isAll = names.map { $0.lowercased() } == ["all"] && graph.node(id: names[0]) == nil
        let members = Set(graph.mergedNodes.flatMap(\.members))
        let finder = NodeFinder(graph)
        let ids =
            isAll
            ? nil
            : try names.map { name in
                members.contains(name) ? name : graph.id(of: try finder.node(called: name, option: "--undo"))
            }
        let result: MergedGraph
        do { result = try graph.splitting(ids) } catch { throw Failure.badData("resolve: \(error)") }
        var notes: [String] = []
        if result.split.isEmpty {
            notes.append("nothing to split: no node of the graph was merged")
        } else {
            let restored = result.split.reduce(0) { $0 + $1.others.count }
            notes.append("\(count(restored, "node")) split off from \(grouped(result.split.count))")
            notes.append("to keep them apart for good, decide no on them with --decisions")
        }
        if let target {
            try GraphWriting.write(result.graph, to: target.path, as: target.format)
            notes.append("written to \(target.path)")
        }
        let table = TextTable(
            [.init(name: "node"), .init(name: "restored")],
            rows: result.split.map {
                [
                    .init($0.kept),
                    .init(data: $0.others.joined(separator: " "), text: $0.others.joined(separator: ", ")),
                ]
            })
        let json = ResultJSON.rows(count: result.split.count) { row, json in
            json.object {
                $0.member("node", result.split[row].kept)
                $0.member("restored") { $0.strings(result.split[row].others) }
            }
        }
        try output.print(Report(json: json, table: table, notes: notes))
    }
}
