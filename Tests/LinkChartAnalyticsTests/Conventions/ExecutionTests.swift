import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

/// Watching and stopping a computation.
@Suite struct ExecutionTests {
    private final class Reports: Sendable {
        let fractions = Mutex<[Double]>([])
        var all: [Double] { fractions.withLock { $0 } }
        func add(_ fraction: Double) { fractions.withLock { $0.append(fraction) } }
    }

    private static let graph: PlainGraph = {
        var random = SplitMix64(seed: 5)
        return PlainGraph.barabasiAlbert(1500, attachments: 3, using: &random)
    }()

    @Test(arguments: [1, 2, 5])
    func progressAscendsToOne(threads: Int) throws {
        let reports = Reports()
        _ = try Self.graph.projection().betweennessCentrality(
            execution: Execution(threads: threads) { reports.add($0) })
        let all = reports.all
        #expect(all.count > 3 && all.last == 1)
        #expect(all == all.sorted() && all.allSatisfy { $0 > 0 && $0 <= 1 })
    }

    @Test(arguments: [1, 2])
    func whoAsksMayStop(threads: Int) {
        let asked = Atomic<Int>(0)
        let error = #expect(throws: AnalysisError.self) {
            try withExtendedLifetime(asked) {
                try Self.graph.projection().betweennessCentrality(
                    execution: Execution(
                        threads: threads,
                        isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 4 }))
            }
        }
        #expect(error == .cancelled)
        // Each thread asks once more at most after the first was told.
        #expect(asked.load(ordering: .relaxed) < 5 + 4)
    }

    @Test func aCancelledTaskStops() async {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try Self.graph.projection().closenessCentrality().values
        }
        task.cancel()
        await #expect(throws: AnalysisError.cancelled) { try await task.value }
    }

    @Test func partsReportTheirShare() {
        let reports = Reports()
        let execution = Execution { reports.add($0) }
        execution.part(0.25, 0.75).progress?(0.5)
        execution.part(0.5, 1).part(0, 0.5).progress?(1)
        #expect(reports.all == [0.5, 0.75])
        #expect(Execution.threads(3).part(0, 1).threads == 3)
    }

    @Test func aMeterThrowsOnceStopped() throws {
        let stop = Atomic<Bool>(false)
        try withExtendedLifetime(stop) {
            var meter = WorkMeter(
                Execution(isCancelled: { stop.load(ordering: .relaxed) }), total: 1_000_000)
            for _ in 0..<100_000 { try meter.advance() }
            stop.store(true, ordering: .relaxed)
            #expect(throws: AnalysisError.cancelled) { for _ in 0..<100_000 { try meter.advance() } }
        }
    }

    @Test func derivedValuesAreMadeOnce() {
        struct Derived: Sendable { var number: Int }
        let projection = PlainGraph.path(3).projection()
        let copy = projection
        #expect(projection.derived.value { Derived(number: 1) }.number == 1)
        #expect(copy.derived.value { Derived(number: 2) }.number == 1)
        #expect(PlainGraph.path(3).projection().derived.value { Derived(number: 2) }.number == 2)
    }
}
