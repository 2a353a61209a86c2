import LinkChart

/// A set of key players, set for people and for programs.
struct KeyPlayerReport {
    let found: KeyPlayers
    /// How many were asked for.
    let wanted: Int
    let graph: Graph

    func report(notes: [String]) -> Report {
        let ranked = found.ranked(in: graph)
        let form = ScoreForm(of: ranked.map(\.score))
        let table = TextTable(
            [
                .init(name: "rank", isNumeric: true), .init(name: "id"), .init(name: "name"),
                .init(name: "kind"), .init(name: "contribution", isNumeric: true),
            ],
            rows: ranked.map { player in
                let node = graph[player.node]
                return [
                    .init(player.rank), .init(player.id), .init(node.name), .init(node.kindName),
                    form.cell(player.score),
                ]
            })
        return Report(
            json: .written { json in write(ranked, to: &json) }, table: table, notes: remarks + notes,
            lines: .rows(count: ranked.count) { row, json in
                json.object { write(ranked[row], to: &$0) }
            })
    }

    /// Whether values are numbers of nodes.
    private var isWhole: Bool {
        if case .reach = found.measure { return true }
        return false
    }

    // MARK: - For programs

    private func write(_ ranked: [RankedNode], to json: inout JSONWriter) {
        json.object { json in
            json.member("measure", found.measure.name)
            if case .reach(let steps) = found.measure { json.member("within", steps) }
            json.member("projection", found.projection.description)
            write(found.before, as: "before", to: &json)
            write(found.after, as: "after", to: &json)
            json.member("exact", found.isExact)
            json.member("starts", found.starts)
            json.name("seed")
            json.value(found.seed)
            json.member("comparedSources", found.comparedSources)
            json.member("scoredSources", found.scoredSources)
            json.member("players") {
                $0.array { for player in ranked { $0.object { write(player, to: &$0) } } }
            }
        }
    }

    private func write(_ player: RankedNode, to json: inout JSONWriter) {
        let node = graph[player.node]
        json.member("rank", player.rank)
        json.member("id", player.id)
        json.member("name", node.name)
        json.member("kind", node.kindName)
        write(player.score, as: "contribution", to: &json)
    }

    private func write(_ value: Double, as name: String, to json: inout JSONWriter) {
        if isWhole { json.member(name, Int(value)) } else { json.member(name, value) }
    }

    // MARK: - For people

    private func shown(_ value: Double) -> String {
        isWhole ? grouped(Int(value)) : ScoreForm(decimals: 6).text(value)
    }

    private var remarks: [String] {
        let plain = found.projection
        var remarks = [
            "\(words), on \(plain.description): \(count(plain.nodeCount, "node"))"
        ]
        if !found.players.isEmpty {
            remarks.append(
                "\(found.measure.name): \(shown(found.before)) before, \(shown(found.after)) "
                    + (found.measure.isOfRemoval ? "without the set" : "with the set"))
            remarks.append(method)
        }
        if let sampled { remarks.append(sampled) }
        if let reason = shortReason { remarks.append(reason) }
        return remarks
    }

    private var words: String {
        switch found.measure {
        case .fragmentation: "fragmentation F without the set"
        case .distanceWeightedFragmentation: "distance-weighted fragmentation DF without the set"
        case .reach(let steps): "reach of the set within \(count(steps, "link"))"
        case .distanceWeightedReach: "distance-weighted reach of the set"
        }
    }

    private var method: String {
        found.isExact
            ? "exact: no other set of \(count(found.players.count, "node")) scores higher"
            : "sought greedily and by exchanging members from \(count(found.starts, "start")) (seed "
                + "\(found.seed)): there may be a better set"
    }

    private var sampled: String? {
        guard let scored = found.scoredSources else { return nil }
        let compared = found.comparedSources.map { "; candidates compared by \(grouped($0))" } ?? ""
        return "values estimated from the distances of \(grouped(scored)) random nodes\(compared)"
    }

    private var shortReason: String? {
        let there = found.projection.nodeCount
        if wanted == 0 { return "nobody to print: -k 0" }
        guard there < wanted else { return nil }
        if there > 0 { return "all \(count(there, "node")) there are: -k \(wanted) asks for more" }
        return graph.nodeCount == 0
            ? "nobody to choose: the graph has no nodes"
            : "nobody to choose: of \(count(graph.nodeCount, "node")) the selection keeps none"
    }
}
