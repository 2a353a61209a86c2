import ArgumentParser
import LinkChart

/// `rank --links`.
extension Rank {
    /// Complains of what links can't be ranked by.
    func validateLinks() throws {
        guard measure == .betweenness else { throw ValidationError("--links goes with --by betweenness.") }
        guard options.epsilon == nil, options.pivots == nil else {
            throw ValidationError("--links is exact: leave out --epsilon and --pivots.")
        }
        guard !ascending else { throw ValidationError("--ascending ranks nodes: leave out --links.") }
    }

    /// Prints the links that most shortest paths run along.
    func runLinks(_ graph: Graph, _ parts: SelectedParts) throws {
        let plain = Projection(
            of: graph, projection.recipe(default: .facts), selection: parts, keepingEdges: true)
        let costs = EdgeCosts.named(options.weight, of: graph, parts)
        let scores = try execution.run("ranking links by betweenness", subject: "betweenness") {
            (execution) throws(AnalysisError) in
            try plain.edgeBetweenness(normalized: normalized, costs: costs, execution: execution)
        }
        try output.print(report(scores.ranked(in: graph, top: top), of: plain, in: graph))
    }

    private func report(_ ranked: [RankedEdge], of plain: Projection, in graph: Graph) -> Report {
        let form = ScoreForm(of: ranked.lazy.map(\.score))
        func relation(_ place: RankedEdge) -> String {
            place.link.edge.map { graph[$0].definition.name } ?? ""
        }
        let table = TextTable(
            [
                .init(name: "rank", isNumeric: true), .init(name: "edge"), .init(name: "from"),
                .init(name: "relation"), .init(name: "to"), .init(name: "score", isNumeric: true),
            ],
            count: ranked.count
        ) { row in
            let place = ranked[row]
            return [
                .init(place.rank), .init(place.id ?? ""), .init(place.from), .init(relation(place)),
                .init(place.to), form.cell(place.score),
            ]
        }
        let json = ResultJSON.rows(count: ranked.count) { row, json in
            let place = ranked[row]
            json.object {
                $0.member("rank", place.rank)
                $0.member("edge", place.id ?? "")
                $0.member("from", place.from)
                $0.member("relation", relation(place))
                $0.member("to", place.to)
                $0.member("score", place.score)
            }
        }
        var notes = [
            "betweenness of links\(normalized ? ", normalised" : "") on \(plain.description): "
                + "\(count(plain.nodeCount, "node")), \(count(plain.arcCount, "arc"))"
        ]
        notes += plain.notes + projection.selection.remarks(on: graph)
        if ranked.isEmpty {
            notes.append(
                top == 0
                    ? "nothing to print: --top 0"
                    : "nothing to rank: of \(count(graph.edgeCount, "link")) the projection has none")
        }
        return Report(json: json, table: table, notes: notes)
    }
}
