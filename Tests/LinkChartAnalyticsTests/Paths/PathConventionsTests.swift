import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

/// What all searches for paths have in common: cancellation, limits, bad input, encoding, repeated questions.
@Suite struct PathConventionsTests {
    private static func algorithms(costs: EdgeCosts? = nil) -> [any PathAlgorithm] {
        [
            ShortestPath(costs: costs), AllShortestPaths(costs: costs), AllSimplePaths(costs: costs),
            YenKShortestPaths(3, costs: costs), AStar(costs: costs) { _ in 0 },
        ]
    }

    /// Large enough that every search asks whether to stop.
    private static let large = PlainGraph.grid(rows: 150, columns: 150)

    @Test func whoCancelsGetsAnError() throws {
        let graph = Self.large.graph(weights: Self.large.links.map { _ in 1 })
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let costs = EdgeCosts.attribute("weight", of: graph)
        let (source, target) = (NodeIndex(0), NodeIndex(graph.nodeCount - 1))
        let cancelled = Execution(isCancelled: { true })
        for algorithm in Self.algorithms() + Self.algorithms(costs: costs) {
            let error = #expect(throws: AnalysisError.self, "\(algorithm)") {
                try algorithm.paths(
                    in: projection, from: source, to: target, limits: .none, execution: cancelled)
            }
            #expect(error?.code == .cancelled)
            let stopped = try algorithm.paths(
                in: projection, from: source, to: target, limits: SearchLimits(shouldStop: { true }),
                execution: .default)
            #expect(stopped.truncation == .stopped)
            #expect(stopped.noPathReason == nil)
            // Whatever a search left behind must not disturb the next.
            let whole = try ShortestPath().paths(in: projection, from: source, to: target)
            #expect(whole.first?.hops == 298)
        }
        #expect(throws: AnalysisError.cancelled) {
            try projection.dijkstra(from: source, costs: costs, execution: cancelled)
        }
        #expect(throws: AnalysisError.cancelled) {
            try projection.allSimplePaths(from: source, to: target, execution: cancelled)
        }
    }

    @Test func aCancelledTaskStopsItsSearch() async throws {
        let projection = PlainGraph.complete(40).projection(keepingEdges: true)
        let task = Task {
            try projection.allSimplePaths(from: NodeIndex(0), to: NodeIndex(39)).collected()
        }
        task.cancel()
        await #expect(throws: AnalysisError.cancelled) { try await task.value }
    }

    @Test func aDeadlineLeavesWhatWasFound() throws {
        let projection = PlainGraph.complete(40).projection(keepingEdges: true)
        let limits = SearchLimits.until(.now + .milliseconds(20))
        let some = try AllSimplePaths().paths(
            in: projection, from: NodeIndex(0), to: NodeIndex(39), limits: limits, execution: .default)
        #expect(some.truncation == .stopped && !some.paths.isEmpty)
        let few = try YenKShortestPaths(100).paths(
            in: projection, from: NodeIndex(0), to: NodeIndex(39), limits: SearchLimits(maxPaths: 7),
            execution: .default)
        #expect(few.truncation == .pathLimit(7) && few.paths.count == 7)
    }

    /// 38! e paths and more: the first comes at once, and a copy of the sequence begins anew.
    @Test func theFirstOfVeryManyPathsComesAtOnce() throws {
        let projection = PlainGraph.complete(400).projection(keepingEdges: true)
        let paths = try projection.allSimplePaths(from: NodeIndex(0), to: NodeIndex(399))
        let clock = ContinuousClock()
        let time = clock.measure { #expect(paths.first { _ in true } != nil) }
        #expect(time < .seconds(5))
        #expect(Array(paths.prefix(3)) == Array(paths.prefix(3)))
    }

    @Test func badQuestionsGetATypedAnswer() throws {
        let plain = PlainGraph.path(3)
        let without = plain.projection()
        let graph = plain.graph(weights: [1, 2])
        let projection = graph.projection(.facts, keepingEdges: true)
        let others = EdgeCosts([1], of: PlainGraph.path(2).graph())
        for algorithm in Self.algorithms() {
            let error = #expect(throws: AnalysisError.self) {
                try algorithm.paths(in: without, from: NodeIndex(0), to: NodeIndex(2))
            }
            #expect(error?.code == .badParameter)
            let far = try algorithm.paths(in: projection, from: NodeIndex(0), to: NodeIndex(99))
            #expect(far.noPathReason == .notSelected(NodeIndex(99)))
            let empty = PlainGraph(0).projection(keepingEdges: true)
            let none = try algorithm.paths(in: empty, from: NodeIndex(0), to: NodeIndex(0))
            #expect(none.noPathReason == .notSelected(NodeIndex(0)))
        }
        for algorithm in Self.algorithms(costs: others) {
            let error = #expect(throws: AnalysisError.self) {
                try algorithm.paths(in: projection, from: NodeIndex(0), to: NodeIndex(2))
            }
            #expect(error?.code == .badParameter)
        }
        let error = #expect(throws: AnalysisError.self) {
            try projection.yenKShortestPaths(-1, from: NodeIndex(0), to: NodeIndex(2))
        }
        #expect(error?.code == .badParameter)
        #expect(throws: AnalysisError.self) { try without.dijkstra(from: NodeIndex(0), costs: others) }
    }

    @Test func answersCanBeEncoded() throws {
        let projection = PlainGraph.path(3).projection(keepingEdges: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let found = try projection.shortestPath(from: NodeIndex(2), to: NodeIndex(1))
        #expect(
            String(decoding: try encoder.encode(found), as: UTF8.self) == """
                {"paths":[{"cost":1,"hops":1,"nodes":[2,1],"steps":[{"edge":1,"isForward":false}]}],\
                "projection":"facts, undirected, parallel edges counted"}
                """)
        let none = try projection.shortestPath(from: NodeIndex(2), to: NodeIndex(1), maxHops: 0)
        #expect(
            String(decoding: try encoder.encode(none), as: UTF8.self) == """
                {"noPathReason":"tooFar","paths":[],"projection":"facts, undirected, parallel edges counted"}
                """)
    }

    /// Many questions of one projection, from several threads: they share memory and must not share marks.
    @Test func questionsDoNotDisturbEachOther() async throws {
        var random = SplitMix64(seed: 7)
        let plain = PlainGraph.gnp(60, 0.06, isDirected: true, using: &random)
        let shared = plain.projection(keepingEdges: true)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for source in 0..<60 {
                group.addTask {
                    for target in 0..<60 {
                        let avoiding: Set = [NodeIndex((source + target) % 60)]
                        let alone = plain.projection(keepingEdges: true)
                        let (from, to) = (NodeIndex(source), NodeIndex(target))
                        let ours = try shared.shortestPath(from: from, to: to, avoiding: avoiding)
                        let theirs = try alone.shortestPath(from: from, to: to, avoiding: avoiding)
                        #expect(ours.paths == theirs.paths && ours.noPathReason == theirs.noPathReason)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
