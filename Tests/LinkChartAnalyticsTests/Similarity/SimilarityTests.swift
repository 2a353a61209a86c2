import Foundation
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

@Suite struct SimilarityTests {
    static let measures: [any LinkPredictor] = [
        CommonNeighbours(), JaccardCoefficient(), AdamicAdarIndex(), ResourceAllocationIndex(),
        PreferentialAttachment(), HubPromotedIndex(),
    ]

    /// A client's own measure, the one that the protocol's documentation shows.
    private struct HubPromotedIndex: SharedNeighbourMeasure {
        var name: String { "hubPromotedIndex" }
        func weight(ofDegree degree: Int) -> Double { 1 }
        func score(shared: Double, _ first: Int, _ second: Int) -> Double {
            shared / Double(max(min(first, second), 1))
        }
    }

    /// Every pair, the nodes most like each, and the missing links, against sets of neighbours.
    @Test func agreesWithTheDefinition() throws {
        try onRandomGraphs(400, upTo: 12) { graph, random, context in
            let oracle = BruteForce(graph)
            let projection = graph.projection()
            let all = (0..<graph.nodeCount).flatMap { one in (0..<graph.nodeCount).map { (one, $0) } }
            let candidates = oracle.pairsAtDistanceTwo
            for measure in Self.measures {
                let scores = try measure.scores(of: all.map(pair), in: projection, .threads(2))
                expectEqual(
                    scores.map(\.score), all.map { oracle.similarity(measure.name, $0.0, $0.1) },
                    "\(measure.name), \(context)")
                let known = Dictionary(uniqueKeysWithValues: zip(scores.map(pair), scores.map(\.score)))
                let best = ranked(candidates, known)
                for count in [0, 1, 3, 1000] {
                    let found = try measure.missingLinks(top: count, in: projection, .threads(2))
                    #expect(found.pairs == Array(best.prefix(count)), "\(measure.name), \(context)")
                }
                guard graph.nodeCount > 0 else { continue }
                let node = random.below(graph.nodeCount)
                let sets = oracle.neighbourSets
                let others = (0..<graph.nodeCount).filter {
                    $0 != node && !sets[node].isDisjoint(with: sets[$0])
                }
                let alike = ranked(others.map { (node, $0) }, known)
                let found = try measure.mostSimilar(to: NodeIndex(node), top: 4, in: projection, .default)
                #expect(found.pairs == Array(alike.prefix(4)), "\(measure.name), \(context)")
            }
        }
    }

    private func pair(_ ends: (Int, Int)) -> NodePair { NodePair(NodeIndex(ends.0), NodeIndex(ends.1)) }
    private func pair(_ scored: ScoredPair) -> NodePair { NodePair(scored.first, scored.second) }

    /// By score, then by pair.
    private func ranked(_ pairs: [(Int, Int)], _ known: [NodePair: Double]) -> [ScoredPair] {
        pairs.map(pair).map { ScoredPair(first: $0.first, second: $0.second, score: known[$0] ?? .nan) }
            .filter { $0.score > 0 }
            .sorted { a, b in
                a.score != b.score ? a.score > b.score : (a.first, a.second) < (b.first, b.second)
            }
    }

    @Test(arguments: MeasureReference.all)
    func agreesWithNetworkX(reference: MeasureReference) throws {
        let projection = try reference.graph.plain.projection()
        let pairs = reference.pairs.map { pair(($0[0], $0[1])) }
        let expected = [
            nil, reference.jaccard, reference.adamicAdar, reference.resourceAllocation,
            reference.preferentialAttachment,
        ]
        for (measure, values) in zip(Self.measures, expected) {
            guard let values else { continue }
            let scores = try measure.scores(of: pairs, in: projection, .default)
            expectEqual(scores.map(\.score), values, "\(measure.name) of \(reference.name)")
        }
    }

    /// Large enough for pruning, hubs, several threads and rows looked up in others; the default of the protocol scores
    /// every pair.
    @Test(arguments: [1, 2, 3])
    func leavesNothingOut(threads: Int) throws {
        struct Unpruned: LinkPredictor {
            let measure: any LinkPredictor
            var name: String { measure.name }
            func scores(
                of pairs: [NodePair], in projection: Projection, _ execution: Execution
            ) throws(AnalysisError) -> PairScores {
                try measure.scores(of: pairs, in: projection, execution)
            }
        }
        var random = SplitMix64(seed: 8)
        let rmat = PlainGraph.rmat(scale: 9, linksPerNode: 4, using: &random)
        let graphs = [
            rmat, .barabasiAlbert(300, attachments: 2, using: &random), .grid(rows: 12, columns: 20),
        ]
        for graph in graphs {
            let projection = graph.projection()
            for measure in Self.measures {
                for count in [1, 10, 500] {
                    let pruned = try measure.missingLinks(top: count, in: projection, .threads(threads))
                    let whole = try Unpruned(measure: measure).missingLinks(
                        top: count, in: projection, .threads(threads))
                    #expect(pruned.pairs == whole.pairs, "\(measure.name), \(count)")
                    #expect(pruned.count == count)
                }
                let pruned = try measure.mostSimilar(to: NodeIndex(1), top: 20, in: projection, .default)
                let whole = try Unpruned(measure: measure).mostSimilar(
                    to: NodeIndex(1), top: 20, in: projection, .default)
                #expect(pruned.pairs == whole.pairs)
            }
        }
    }

    /// All pairs of leaves tie: nothing may look at each of them.
    @Test func aMillionLeaves() throws {
        let projection = PlainGraph.star(200_001).projection()
        for measure in Self.measures {
            let found = try measure.missingLinks(top: 3, in: projection, .threads(2))
            #expect(found.map { [$0.first.position, $0.second.position] } == [[1, 2], [1, 3], [1, 4]])
        }
        let alike = try projection.mostSimilar(to: NodeIndex(7), by: .jaccard, top: 2)
        #expect(alike.map(\.second.position) == [1, 2] && alike.allSatisfy { $0.score == 1 })
    }

    /// Equal summands in another order are equal sums, so that ties go by the pair.
    @Test func tiesAreTies() throws {
        var random = SplitMix64(seed: 4)
        let graph = PlainGraph.stochasticBlock([12, 12], within: 0.6, between: 0.1, using: &random)
        // The same graph a second time beside it, with its nodes in the opposite order.
        let mirrored = graph.links.map { PlainGraph.Link(47 - $0.from, 47 - $0.to) }
        let projection = PlainGraph(48, links: graph.links + mirrored).projection()
        for measure in Self.measures {
            let all = try measure.missingLinks(top: 10_000, in: projection, .default)
            let scores = Dictionary(
                uniqueKeysWithValues: all.map { ([$0.first.position, $0.second.position], $0.score) })
            for (pair, score) in scores {
                #expect(scores[[47 - pair[1], 47 - pair[0]]] == score, "\(measure.name)")
            }
        }
    }

    @Test func smallestGraphsAndBadQuestions() throws {
        let measures = Self.measures + [SimRank()]
        for measure in measures {
            for count in 0...2 {
                let projection = PlainGraph(count).projection()
                #expect(try measure.missingLinks(top: 5, in: projection, .default).isEmpty)
                for node in 0..<count {
                    let node = NodeIndex(node)
                    #expect(try measure.mostSimilar(to: node, top: 5, in: projection, .default).isEmpty)
                    let own = try measure.scores(of: [NodePair(node, node)], in: projection, .default)
                    #expect(own.map(\.score) == [measure.name == "simRank" ? 1 : 0])
                }
            }
            let projection = PlainGraph.path(3).projection()
            let errors = [
                #expect(throws: AnalysisError.self) {
                    try measure.scores(of: [pair((0, 3))], in: projection, .default)
                },
                #expect(throws: AnalysisError.self) {
                    try measure.mostSimilar(to: NodeIndex(9), top: 1, in: projection, .default)
                },
                #expect(throws: AnalysisError.self) {
                    try measure.missingLinks(top: -1, in: projection, .default)
                },
                #expect(throws: AnalysisError.self) {
                    try measure.mostSimilar(to: NodeIndex(0), top: -1, in: projection, .default)
                },
            ]
            #expect(
                errors.map { $0?.code }
                    == [.unknownNode, .unknownNode, .badParameter, .badParameter], "\(measure.name)")
            #expect(try measure.missingLinks(top: 0, in: projection, .default).isEmpty)
        }
    }

    @Test func stopsWhenToldAndReportsAscending() throws {
        var random = SplitMix64(seed: 3)
        let projection = PlainGraph.rmat(scale: 8, linksPerNode: 6, using: &random).projection()
        for measure in Self.measures + [SimRank()] {
            let error = #expect(throws: AnalysisError.self) {
                try measure.missingLinks(top: 5, in: projection, Execution(isCancelled: { true }))
            }
            #expect(error == .cancelled, "\(measure.name)")
            let seen = Mutex<[Double]>([])
            let execution = Execution(threads: 2, progress: { done in seen.withLock { $0.append(done) } })
            _ = try measure.missingLinks(top: 5, in: projection, execution)
            let fractions = seen.withLock { $0 }
            #expect(fractions == fractions.sorted() && fractions.last == 1, "\(measure.name)")
        }
    }

    @Test func ranksAndEncodes() throws {
        let plain = PlainGraph(5, [(0, 2), (1, 2), (1, 3), (0, 3), (3, 4)])
        let graph = plain.graph()
        let scores = try plain.projection().missingLinks(by: .commonNeighbours, top: 10)
        #expect(
            scores.map { [$0.first.position, $0.second.position] } == [[0, 1], [2, 3], [0, 4], [1, 4]])
        let ranked = scores.ranked(in: graph)
        #expect(ranked.map(\.rank) == [1, 2, 3, 4])
        #expect(ranked.map(\.first) == ["n0", "n2", "n0", "n1"] && ranked[0].second == "n1")
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(scores)) as? [String: Any]
        #expect(json?["measure"] as? String == "commonNeighbours")
        let pairs = try #require(json?["pairs"] as? [[String: Any]])
        #expect(pairs.count == 4 && pairs[0]["second"] as? Int == 1 && pairs[0]["score"] as? Double == 2)
    }

    /// A measure that lets some shared neighbours count nothing would meet the same nodes again and again.
    @Test(arguments: [0, -1, Double.nan, .infinity])
    func aWeightThatIsNotPositiveIsRefused(weight: Double) throws {
        let projection = PlainGraph.completeBipartite(60, 60).projection()
        let measure = Weighing(weight: weight)
        for ask in [
            { _ = try measure.mostSimilar(to: NodeIndex(0), top: 3, in: projection, .default) },
            { _ = try measure.missingLinks(top: 3, in: projection, .default) },
            { _ = try measure.scores(of: [NodePair(NodeIndex(0), NodeIndex(1))], in: projection, .default) },
        ] as [() throws -> Void] {
            let error = #expect(throws: AnalysisError.self) { try ask() }
            #expect(error?.code == .badParameter)
        }
        // A neighbour of one node alone is shared by nobody.
        let star = PlainGraph.star(5).projection()
        #expect(try Weighing(weight: 1).missingLinks(top: 20, in: star, .default).count == 6)
    }
}

/// Every shared neighbour counts the same.
private struct Weighing: SharedNeighbourMeasure {
    let weight: Double
    var name: String { "weighing" }
    func weight(ofDegree degree: Int) -> Double { weight }
    func score(shared: Double, _ first: Int, _ second: Int) -> Double { shared }
}
