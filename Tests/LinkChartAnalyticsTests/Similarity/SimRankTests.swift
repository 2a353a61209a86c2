import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics

@Suite struct SimRankTests {
    @Test func agreesWithTheDefinition() throws {
        try onRandomGraphs(200, upTo: 9) { graph, random, context in
            let decay = [0, 0.5, 0.8][random.below(3)]
            let exact = BruteForce(graph).simRank(decay: decay, iterations: 60)
            let projection = graph.projection()
            let measure = SimRank(decay: decay, tolerance: 1e-4)
            expectEqual(
                try scores(measure, projection), exact.flatMap { $0 }, digits: 1.1e-4, context)
            let best = try measure.missingLinks(top: 3, in: projection, .default)
            let candidates = BruteForce(graph).pairsAtDistanceTwo.map { exact[$0.0][$0.1] }
                .filter { $0 > 1e-3 }.sorted(by: >)
            #expect(
                best.count { $0.score > 1.1e-3 } >= candidates.prefix(3).count { $0 > 1.3e-3 }, "\(context)")
            expectEqual(
                best.map(\.score).filter { $0 > 1.1e-3 },
                Array(candidates.prefix(3).prefix(best.count { $0.score > 1.1e-3 })), digits: 2e-4, context)
        }
    }

    @Test(arguments: ReferenceGraph.all.filter { PredictionReference.all.graphs[$0.name]?.simRank != nil })
    func agreesWithNetworkX(reference: ReferenceGraph) throws {
        let theirs = try #require(PredictionReference.all.graphs[reference.name]?.simRank)
        let ours = try scores(SimRank(tolerance: 1e-11), reference.plain.projection())
        expectEqual(ours, theirs.flatMap { $0 }, digits: 1e-9, reference.name)
    }

    @Test func anyNumberOfThreads() throws {
        var random = SplitMix64(seed: 5)
        let graph = PlainGraph.rmat(scale: 7, linksPerNode: 3, isDirected: true, using: &random)
        let projection = graph.projection()
        let one = try SimRank().mostSimilar(to: NodeIndex(0), top: 50, in: projection, .threads(1))
        #expect(!one.isEmpty)
        for threads in [2, 3] {
            let other = try SimRank().mostSimilar(
                to: NodeIndex(0), top: 50, in: projection, .threads(threads))
            #expect(other.pairs == one.pairs)
        }
    }

    @Test func badParameters() {
        let projection = PlainGraph.path(3).projection()
        for measure in [
            SimRank(decay: 1), SimRank(decay: -0.1), SimRank(decay: .nan), SimRank(tolerance: 0),
            SimRank(tolerance: .nan),
        ] {
            let error = #expect(throws: AnalysisError.self) {
                try projection.missingLinks(by: measure)
            }
            #expect(error?.code == .badParameter)
        }
        let large = PlainGraph(SimRank.nodeLimit + 1).projection()
        let error = #expect(throws: AnalysisError.self) { try large.missingLinks(by: .simRank) }
        #expect(error?.code == .badParameter && error?.suggestion != nil)
    }

    private func scores(_ measure: SimRank, _ projection: Projection) throws -> [Double] {
        let nodes = (0..<projection.nodeCount).map { NodeIndex($0) }
        let pairs = nodes.flatMap { one in nodes.map { NodePair(one, $0) } }
        return try measure.scores(of: pairs, in: projection, .default).map(\.score)
    }
}
