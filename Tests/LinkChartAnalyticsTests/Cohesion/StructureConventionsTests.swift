import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

/// Cuts, dominators and cohesion can be watched, and stopped on the way.
@Suite struct StructureConventionsTests {
    enum Computation: String, CaseIterable {
        case triangles, triangleCount, transitivity, dyadCensus, triadCensus, coreNumbers, trussNumbers
        case minimumEdgeCut, minimumNodeCut, dominators, postdominators, weakComponents

        func run(_ projection: Projection, _ execution: Execution) throws {
            let (first, last) = (NodeIndex(0), NodeIndex(projection.nodeCount - 1))
            switch self {
            case .weakComponents: _ = try projection.weakComponents(execution: execution)
            case .triangles: _ = try projection.triangles(execution: execution)
            case .triangleCount: _ = try projection.triangleCount(execution: execution)
            case .transitivity: _ = try projection.transitivity(execution: execution)
            case .dyadCensus: _ = try projection.dyadCensus(execution: execution)
            case .triadCensus: _ = try projection.triadCensus(execution: execution)
            case .coreNumbers: _ = try projection.coreNumbers(execution: execution)
            case .trussNumbers: _ = try projection.trussNumbers(execution: execution)
            case .minimumEdgeCut:
                _ = try projection.minimumEdgeCut(from: first, to: last, execution: execution)
            case .minimumNodeCut:
                _ = try projection.minimumNodeCut(from: first, to: last, execution: execution)
            case .dominators: _ = try projection.dominators(from: first, execution: execution)
            case .postdominators: _ = try projection.postdominators(to: first, execution: execution)
            }
        }
    }

    /// Dense, and the first and the last node not linked.
    private static let projection: Projection = {
        var random = SplitMix64(seed: 4)
        var graph = PlainGraph.gnp(500, 0.4, using: &random)
        graph.links.removeAll { [$0.from, $0.to].sorted() == [0, 499] }
        return graph.projection()
    }()

    @Test(arguments: Computation.allCases, [1, 2])
    func progressAscends(computation: Computation, threads: Int) throws {
        let reports = Mutex<[Double]>([])
        try withExtendedLifetime(reports) {
            try computation.run(
                Self.projection,
                Execution(threads: threads) { fraction in reports.withLock { $0.append(fraction) } })
        }
        let all = reports.withLock { $0 }
        #expect(all.count > 1 && all == all.sorted())
        #expect(all.allSatisfy { $0 >= 0 && $0 <= 1 })
    }

    @Test(arguments: Computation.allCases, [1, 2])
    func whoAsksMayStopOnTheWay(computation: Computation, threads: Int) {
        let asked = Atomic<Int>(0)
        let error = #expect(throws: AnalysisError.self) {
            try withExtendedLifetime(asked) {
                try computation.run(
                    Self.projection,
                    Execution(
                        threads: threads,
                        isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 2 }))
            }
        }
        #expect(error == .cancelled)
        #expect(asked.load(ordering: .relaxed) < 3 + 4)
    }
}
