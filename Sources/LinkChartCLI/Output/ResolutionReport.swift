import LinkChart

/// Candidates for one node, set for people, for programs and for a reviewer who fills in the last column.
struct ResolutionReport {
    let graph: Graph
    let found: ResolutionCandidates
    /// How many candidates there are, also those that are not printed.
    let all: Int
    let minimumScore: Double
    let decisions: ResolutionDecisions

    func report(notes: [String]) -> Report {
        Report(
            json: .rows(count: found.candidates.count) { row, json in
                write(found.candidates[row], to: &json)
            }, table: table, notes: notes, prose: { people.aligned($0) })
    }

    private func decision(_ candidate: ResolutionCandidate) -> String? {
        decisions[candidate.first, candidate.second]?.rawValue
    }

    private func kind(_ candidate: ResolutionCandidate) -> String {
        let kinds = (graph[candidate.first].kindName, graph[candidate.second].kindName)
        return kinds.0 == kinds.1 ? kinds.0 : "\(kinds.0)/\(kinds.1)"
    }

    /// Two digits tell scores apart as far as they are meant.
    private func rounded(_ score: Double) -> Double { (score * 1000).rounded() / 1000 }

    // MARK: - For programs and reviewers

    private func write(_ candidate: ResolutionCandidate, to json: inout JSONWriter) {
        json.object {
            $0.member("first", graph.id(of: candidate.first))
            $0.member("firstName", graph.name(of: candidate.first))
            $0.member("second", graph.id(of: candidate.second))
            $0.member("secondName", graph.name(of: candidate.second))
            $0.member("kind", kind(candidate))
            $0.member("score", rounded(candidate.score))
            $0.member("evidence") { $0.strings(candidate.evidence.map(\.rawValue)) }
            $0.member("conclusive", candidate.isConclusive)
            $0.member("decision", decision(candidate))
        }
    }

    private var table: TextTable {
        let columns = [
            "first", "firstName", "second", "secondName", "kind", "score", "evidence", "conclusive",
            "decision",
        ]
        return TextTable(columns.map { .init(name: $0) }, count: found.candidates.count) { row in
            let candidate = found.candidates[row]
            return [
                .init(graph.id(of: candidate.first)), .init(graph.name(of: candidate.first)),
                .init(graph.id(of: candidate.second)), .init(graph.name(of: candidate.second)),
                .init(kind(candidate)), .init(jsonNumber(rounded(candidate.score))),
                .init(candidate.evidence.map(\.rawValue).joined(separator: " ")),
                .init(candidate.isConclusive ? "true" : "false"), .init(decision(candidate) ?? ""),
            ]
        }
    }

    // MARK: - For people

    private var people: TextTable {
        let form = ScoreForm(decimals: 2)
        return TextTable(
            [
                .init(name: "score", isNumeric: true), .init(name: "first"), .init(name: "second"),
                .init(name: "kind"), .init(name: "evidence"), .init(name: "decision"),
            ],
            count: found.candidates.count
        ) { row in
            let candidate = found.candidates[row]
            return [
                form.cell(candidate.score), .init(shown(candidate.first)), .init(shown(candidate.second)),
                .init(kind(candidate)), .init(candidate.evidence.map(\.rawValue).joined(separator: ", ")),
                .init(decision(candidate) ?? (candidate.isConclusive ? "conclusive" : "open")),
            ]
        }
    }

    private func shown(_ node: NodeIndex) -> String {
        let (id, name) = (graph.id(of: node), graph.name(of: node))
        return id == name ? id : "\(name) (\(id))"
    }

    /// What was found, where nobody looked, and why nothing was found.
    var remarks: [String] {
        let candidates = found.candidates
        var remarks: [String] = []
        if all == 0 {
            remarks.append(
                graph.nodeCount == 0
                    ? "no candidates: the graph has no nodes"
                    : "no candidates of score \(ScoreForm.short(minimumScore)) or more among "
                        + "\(count(graph.nodeCount, "node")); --min-score lowers the bar")
        } else {
            let conclusive = candidates.count(where: \.isConclusive)
            let yes = candidates.count { decisions[$0.first, $0.second] == .yes }
            let no = candidates.count { decisions[$0.first, $0.second] == .no }
            remarks.append(
                "\(count(all, "candidate")) among \(count(graph.nodeCount, "node"))"
                    + (all > candidates.count ? ", the best \(grouped(candidates.count)) kept" : "")
                    + ": \(grouped(conclusive)) conclusive, \(grouped(yes)) decided yes, \(grouped(no)) no")
        }
        let merged = graph.mergedNodes.count
        if merged > 0 { remarks.append("\(count(merged, "node")) merged before; --undo splits them") }
        if found.contradicted > 0 {
            remarks.append(
                "\(count(found.contradicted, "pair")) of like names left out: identifiers, codes or dates differ"
            )
        }
        if found.cappedBlocks > 0 {
            remarks.append(
                "\(count(found.cappedBlocks, "group")) of names with common words too large to compare each with each"
            )
        }
        return remarks
    }
}
