import Foundation
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

@Suite struct NullModelComparisonTests {
    /// How many links have their reverse: what chance seldom makes.
    private static let reciprocal: @Sendable (Projection) throws -> Double = { projection in
        var count = 0
        for node in 0..<projection.nodeCount {
            for other in projection.outgoing[node]
            where projection.outgoing[Int(other)].contains(UInt32(node)) {
                count += 1
            }
        }
        return Double(count)
    }

    private static let mutual: PlainGraph = {
        var random = SplitMix64(seed: 7)
        let graph = PlainGraph.gnp(30, 0.05, isDirected: true, using: &random)
        return PlainGraph(30, isDirected: true, links: graph.links + graph.links.map(\.reversed))
    }()

    @Test func findsWhatChanceDoesNotExplain() throws {
        let projection = Self.mutual.projection()
        for model in [DegreePreservingRewiring(), UniformLinks()] as [any NullModel] {
            let found = try compare(projection, model)
            #expect(found.distribution.pTwoSided == 2.0 / 101 && found.distribution.pLess == 1)
            #expect(found.distribution.zScore ?? 0 > 5 && found.model == model.name)
        }
        // Given how many pairs are mutual, all are as they must be.
        let given = try compare(projection, DyadCensusConditioned())
        #expect(given.distribution.zScore == nil && given.distribution.pTwoSided == 1)
        #expect(given.distribution.mean == given.distribution.observed)
    }

    private func compare(_ projection: Projection, _ model: some NullModel) throws -> NullModelComparison {
        try projection.compared(with: model, samples: 100, seed: 4, Self.reciprocal)
    }

    @Test func anyNumberOfThreads() throws {
        let projection = Self.mutual.projection()
        func values(_ threads: Int) throws -> [Double] {
            try projection.compared(
                with: .degreePreserving, samples: 20, seed: 4, execution: .threads(threads)
            ) { try $0.pageRank().values[3] }.distribution.samples
        }
        let one = try values(1)
        #expect(Set(one).count > 10)
        #expect(try values(2) == one && values(3) == one)
        // Each sample is the one of its number.
        let third = try DegreePreservingRewiring().sample(2, of: projection, seed: 4, .default)
        #expect(try third.pageRank().values[3] == one[2])
    }

    @Test func distributionsByHand() {
        let found = NullDistribution(observed: 3, samples: [1, 2, 3, 6])
        #expect(found.mean == 3 && abs(found.standardDeviation - (14.0 / 3).squareRoot()) < 1e-15)
        #expect(found.zScore == 0)
        #expect(found.pGreater == 3.0 / 5 && found.pLess == 4.0 / 5 && found.pTwoSided == 1)
        let above = NullDistribution(observed: 9, samples: [1, 2, 3, 6, 5, 4, 3, 2, 1])
        #expect(above.pGreater == 0.1 && above.pLess == 1 && above.pTwoSided == 0.2)
        // What differs by rounding only is equal.
        let equal = NullDistribution(observed: 0.3, samples: [0.1 + 0.2])
        #expect(equal.pGreater == 1 && equal.pLess == 1 && equal.zScore == nil)
        let rounded = NullDistribution(observed: 0.3, samples: [0.1 + 0.2, 0.3, 0.3])
        #expect(rounded.pTwoSided == 1 && rounded.standardDeviation == 0 && rounded.zScore == nil)
    }

    @Test func failuresAreTheFirst() {
        struct Failed: Error {}
        let projection = Self.mutual.projection()
        let errors = [
            #expect(throws: AnalysisError.self) {
                try projection.compared(with: .uniformLinks, samples: 0) { _ in 1 }
            },
            #expect(throws: AnalysisError.self) {
                try projection.compared(with: .uniformLinks, samples: 9) { _ in .nan }
            },
            #expect(throws: AnalysisError.self) {
                try projection.compared(with: .uniformLinks, samples: 9) { _ in throw Failed() }
            },
            #expect(throws: AnalysisError.self) {
                try projection.compared(with: DegreePreservingRewiring(stepsPerLink: -1)) { _ in 1 }
            },
        ]
        #expect(errors.map { $0?.code } == [.badParameter, .undefined, .undefined, .badParameter])
        for threads in 1...3 {
            let error = #expect(throws: AnalysisError.self) {
                try projection.compared(with: .uniformLinks, samples: 30, execution: .threads(threads)) {
                    $0.description.hasSuffix("sample 4") || $0.description.hasSuffix("sample 9")
                        ? .infinity : 1
                }
            }
            #expect(error?.message.contains("sample 4 ") == true)
        }
        let stopped = #expect(throws: AnalysisError.self) {
            try projection.compared(with: .uniformLinks, execution: Execution(isCancelled: { true })) { _ in 1
            }
        }
        #expect(stopped == .cancelled)
    }

    @Test func reportsAndEncodes() throws {
        let seen = Mutex<[Double]>([])
        let found = try Self.mutual.projection().compared(
            with: .uniformLinks, samples: 10, seed: 3,
            execution: Execution(threads: 2, progress: { done in seen.withLock { $0.append(done) } })
        ) { Double(try $0.weakComponents().count) }
        let fractions = seen.withLock { $0 }
        #expect(fractions == fractions.sorted() && fractions.last == 1)
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(found)) as? [String: Any]
        #expect(json?["model"] as? String == "uniformLinks" && json?["seed"] as? Int == 3)
        let values = try #require(json?["distribution"] as? [String: Any])
        #expect((values["samples"] as? [Double])?.count == 10 && values["pTwoSided"] is Double)
    }

    /// The smallest graphs have nothing to exchange.
    @Test func smallestGraphs() throws {
        for graph in [PlainGraph(0), PlainGraph(1, [(0, 0)]), PlainGraph(2, [(0, 1)])] {
            for model in NullModelTests.models {
                let found = try model.sample(0, of: graph.projection(), seed: 1, .default)
                #expect(found.arcCount == (graph.nodeCount == 2 ? 2 : 0))
            }
        }
    }
}
