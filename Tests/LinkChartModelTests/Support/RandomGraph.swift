import LinkChartTestKit
@testable import LinkChartModel

/// Small random graphs of all kinds and relations, with validities, claims and parallel edges.
enum RandomGraph {
    static let dates = [
        "2019", "2021/..", "../2004", "2020-06", "2020-06-15", "2021?", "2003/2005", "XXXX-06-15",
        "[2019,2021]",
    ].map { RecordedDate(normalizing: $0) }

    static func make(
        _ random: inout SplitMix64, nodes: Int, edges: Int, hasClaims: Bool = true,
        onlyRelation: String? = nil
    ) throws -> Graph {
        var graph = Graph(title: "random")
        for node in 0..<nodes {
            let kind = KindID(rawValue: UInt8.random(in: 0..<15, using: &random))
            var attributes = Attributes()
            if Bool.random(using: &random) {
                attributes["date"] = [.string("2020-06"), .integer(2019), .string("no date")].pick(&random)
                if Bool.random(using: &random) { attributes["end"] = .string("2021-02") }
            }
            try graph.addNode(
                id: "n\(node)", kind: kind, aliases: Bool.random(using: &random) ? ["x\(node)"] : [],
                attributes: attributes)
        }
        for _ in 0..<edges {
            let from = NodeIndex(Int.random(in: 0..<nodes, using: &random))
            // Loops and repeated pairs are what a projection may get wrong.
            let isLoop = Int.random(in: 0..<8, using: &random) == 0
            let to = isLoop ? from : NodeIndex(Int.random(in: 0..<nodes, using: &random))
            var relation = graph.ontology.relations(from: graph.kind(of: from), to: graph.kind(of: to)).pick(
                &random)
            if let onlyRelation { relation = graph.ontology.relation(named: onlyRelation) ?? relation }
            let claims =
                hasClaims
                ? (0..<Int.random(in: 0...3, using: &random)).map { _ in claim(of: graph, &random) } : []
            let isOwn = Int.random(in: 0..<4, using: &random) == 0
            try graph.link(
                from: from, relation, to: to, id: isOwn ? "own\(graph.edgeCount)" : nil,
                valid: Bool.random(using: &random) ? dates.pick(&random) : nil,
                attributes: isOwn ? ["n": .integer(Int64(graph.edgeCount))] : [:], claims: claims)
        }
        return graph
    }

    private static func claim(of graph: Graph, _ random: inout SplitMix64) -> Claim {
        let node = NodeIndex(Int.random(in: 0..<graph.nodeCount, using: &random))
        let parties: [Party?] = [.node(node), .named("somebody"), nil]
        return Claim(
            claimant: parties.pick(&random), via: parties.pick(&random), source: parties.pick(&random),
            statement: "\(Int.random(in: 0..<99, using: &random))", modality: Modality.allCases.pick(&random),
            confidence: [nil, Confidence.none, .certain, try? Confidence(50)].pick(&random),
            credibility: ([nil] + Credibility.allCases).pick(&random))
    }
}
