import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

/// Iterations tell how far they are, and stop when told on the way.
@Suite struct WalkProgressTests {
    private static let measures: [any CentralityAlgorithm] = [
        PageRank(), PersonalizedPageRank(from: [NodeIndex(0): 1]), HITS(), KatzCentrality(),
        NamedCentrality(.eigenvector),
    ]
    private static let projections: [Projection] = [false, true].map { isDirected in
        var random = SplitMix64(seed: 3)
        return PlainGraph.gnp(60, 0.2, isDirected: isDirected, using: &random).projection()
    }

    @Test(arguments: measures.indices, projections.indices)
    func progressAscendsToOne(measure: Int, projection: Int) throws {
        let reports = Mutex<[Double]>([])
        try withExtendedLifetime(reports) {
            _ = try Self.measures[measure].scores(
                of: Self.projections[projection],
                Execution { fraction in reports.withLock { $0.append(fraction) } })
        }
        let all = reports.withLock { $0 }
        #expect(all.count > 3 && all == all.sorted() && all.last == 1, "\(all)")
        #expect(all.contains { $0 > 0.2 && $0 < 0.8 }, "\(all)")
    }

    @Test(arguments: measures.indices)
    func stopsOnTheWay(measure: Int) {
        let asked = Atomic<Int>(0)
        #expect(throws: AnalysisError.cancelled) {
            try withExtendedLifetime(asked) {
                _ = try Self.measures[measure].scores(
                    of: Self.projections[1],
                    Execution(isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 3 }))
            }
        }
        #expect(asked.load(ordering: .relaxed) < 6)
    }
}
