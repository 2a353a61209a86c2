import Foundation
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

@Suite struct KeyPlayerTests {
    /// S. Borgatti 2006: DF of the 9/11 network is 0.495276, without node 0 0.544129, and the best pair, 0 and
    /// 6, makes it 0.594991.
    @Test func september11() throws {
        struct Network: Decodable {
            var nodes: Int
            var edges: [[Int]]
        }
        let file = ReferenceGraph.folder.appending(path: "september-11.json")
        let network = try JSONDecoder().decode(Network.self, from: Data(contentsOf: file))
        let graph = PlainGraph(network.nodes, links: network.edges.map { .init($0[0], $0[1]) })
        let projection = graph.projection()
        let one = try projection.keyPlayers(1, by: .distanceWeightedFragmentation)
        #expect(digits(one.before) == "0.495276" && digits(one.after) == "0.544129")
        #expect(one.players.map(\.node.position) == [0] && one.isExact)
        let two = try projection.keyPlayers(2, by: .distanceWeightedFragmentation)
        #expect(digits(two.after) == "0.594991" && two.isExact)
        #expect(two.players.map(\.node.position) == [0, 6])
        let sought = try GreedySwapKeyPlayers().players(
            2, by: .distanceWeightedFragmentation, in: projection)
        #expect(sought.players == two.players && !sought.isExact)
        // Computed with NetworkX over all sets.
        let three = try projection.keyPlayers(3, by: .fragmentation)
        #expect(three.players.map(\.node.position).sorted() == [0, 2, 6])
        #expect(digits(three.after) == "0.333333" && three.before == 0)
    }

    private func digits(_ value: Double) -> String { String(format: "%.6f", value) }

    /// Each end of a bar bell's bar cuts it; which of the four is lowest in number decides.
    @Test func tiesGoToTheLowerNumber() throws {
        let projection = PlainGraph.cycle(6).projection()
        for measure in KeyPlayerOracleTests.measures {
            let found = try projection.keyPlayers(1, by: measure)
            #expect(found.players.map(\.node.position) == [0], "\(measure)")
        }
    }

    /// A chain and a ring, long enough for deep trees and long ways round.
    @Test func longWays() throws {
        for graph in [
            PlainGraph.path(60), .cycle(60), .tree(63), .grid(rows: 4, columns: 12), .diamonds(15),
        ] {
            let projection = graph.projection()
            let objective = DistanceFragmentationObjective(projection, seed: 0)
            for set in [[], [7], [20, 40]] {
                let best = (0..<graph.nodeCount).filter { !set.contains($0) }.map { node in
                    BruteForce(graph).distanceWeightedFragmentation(without: set + [node])
                }.max()
                let found = try objective.bestAddition(to: set, .threads(1))
                expectEqual([found?.score ?? 0], [best ?? -1], "\(graph)")
            }
        }
    }

    /// Removing the hub of a star leaves no pair linked; it reaches all in one step.
    @Test func star() throws {
        let projection = PlainGraph.star(9).projection()
        for measure in KeyPlayerOracleTests.measures {
            let found = try projection.keyPlayers(1, by: measure)
            #expect(found.players.map(\.node.position) == [0])
            #expect(found.after == (measure.name == "mReach" ? 9 : 1))
            #expect(found.players[0].contribution == found.after - found.before)
        }
    }

    @Test func reachFollowsDirections() throws {
        let graph = PlainGraph(4, isDirected: true, [(0, 1), (1, 2), (3, 2)])
        let projection = graph.projection()
        #expect(try projection.reach(of: [NodeIndex(0)], within: 9) == 3)
        #expect(try projection.reach(of: [NodeIndex(2)], within: 9) == 1)
        #expect(try projection.distanceWeightedReach(of: [NodeIndex(0)]) == 2.5 / 4)
        #expect(try projection.fragmentation() == 0)
        let two = try projection.keyPlayers(2, by: .distanceWeightedReach)
        #expect(two.players.map(\.node.position) == [0, 3])
    }

    @Test(arguments: KeyPlayerOracleTests.measures)
    func smallestGraphs(measure: KeyPlayerMeasure) throws {
        for count in 0...3 {
            let projection = PlainGraph(count).projection()
            for wanted in 0...5 {
                let found = try projection.keyPlayers(wanted, by: measure)
                #expect(found.players.count == min(wanted, count) && found.isExact)
                if measure.isOfRemoval { #expect(found.before == 1 && found.after == 1) }
            }
        }
        let all = try PlainGraph.complete(4).projection().keyPlayers(4, by: measure)
        #expect(all.players.count == 4 && all.isExact && all.starts == 0)
    }

    @Test func badQuestions() {
        let projection = PlainGraph.path(3).projection()
        let errors = [
            #expect(throws: AnalysisError.self) { try projection.keyPlayers(-1, by: .fragmentation) },
            #expect(throws: AnalysisError.self) { try projection.keyPlayers(1, by: .reach(within: -1)) },
            #expect(throws: AnalysisError.self) {
                try projection.keyPlayers(1, by: .fragmentation, restarts: -1)
            },
            #expect(throws: AnalysisError.self) { try projection.reach(of: [], within: -1) },
        ]
        #expect(errors.allSatisfy { $0?.code == .badParameter })
        let unknown = #expect(throws: AnalysisError.self) {
            try projection.fragmentation(without: [NodeIndex(3)])
        }
        #expect(unknown?.code == .unknownNode)
    }

    /// Large enough for samples, several blocks and random starts.
    @Test(arguments: KeyPlayerOracleTests.measures)
    func anyNumberOfThreads(measure: KeyPlayerMeasure) throws {
        var random = SplitMix64(seed: 5)
        let projection = PlainGraph.rmat(scale: 9, linksPerNode: 4, using: &random).projection()
        let search = GreedySwapKeyPlayers(seed: 9, restarts: 1)
        let one = try search.players(3, by: measure, in: projection, .threads(1))
        for threads in [2, 3, 7] {
            let other = try search.players(3, by: measure, in: projection, .threads(threads))
            #expect(other.players == one.players && other.after == one.after && other.before == one.before)
        }
        let small = PlainGraph.barabasiAlbert(40, attachments: 2, using: &random).projection()
        let exact = try small.keyPlayers(2, by: measure, execution: .threads(1))
        for threads in [2, 3, 7] {
            #expect(
                try small.keyPlayers(2, by: measure, execution: .threads(threads)).players == exact.players)
        }
    }

    @Test(arguments: KeyPlayerOracleTests.measures)
    func stopsWhenTold(measure: KeyPlayerMeasure) throws {
        var random = SplitMix64(seed: 5)
        let projection = PlainGraph.rmat(scale: 10, linksPerNode: 4, using: &random).projection()
        let asked = Atomic<Int>(0)
        let execution = Execution(isCancelled: { () -> Bool in asked.add(1, ordering: .relaxed).newValue > 5 }
        )
        let error = #expect(throws: AnalysisError.self) {
            try projection.keyPlayers(4, by: measure, execution: execution)
        }
        #expect(error?.code == .cancelled)
    }

    @Test func progressAscends() throws {
        var random = SplitMix64(seed: 5)
        let projection = PlainGraph.gnp(60, 0.1, using: &random).projection()
        for measure in KeyPlayerOracleTests.measures {
            let seen = Mutex<[Double]>([])
            let execution = Execution(
                threads: 2, progress: { fraction in seen.withLock { $0.append(fraction) } })
            _ = try GreedySwapKeyPlayers().players(3, by: measure, in: projection, execution)
            let fractions = seen.withLock { $0 }
            #expect(fractions == fractions.sorted() && fractions.last == 1, "\(measure)")
        }
    }

    /// An estimate from a sample of sources comes near the score, and its node near the best.
    @Test func samplesComeNear() throws {
        var random = SplitMix64(seed: 6)
        let projection = PlainGraph.barabasiAlbert(400, attachments: 2, using: &random).projection()
        let exact = DistanceFragmentationObjective(projection, seed: 1, isSampled: false)
        let sampled = DistanceFragmentationObjective(
            projection, seed: 1, comparisonLimit: 150_000)
        #expect(sampled.comparedSources.map { 64..<400 ~= $0 } == true)
        let best = try exact.bestAddition(to: [], .default)
        let near = try sampled.bestAddition(to: [], .default)
        let node = try #require(near?.node)
        #expect(abs((near?.score ?? 0) - (best?.score ?? 1)) < 0.01)
        #expect(try exact.score(of: [node], .default) > (best?.score ?? 1) - 0.005)

    }

    @Test func encodesWhatItKnows() throws {
        let found = try PlainGraph.star(4).projection().keyPlayers(1, by: .reach(within: 2))
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(found)) as? [String: Any]
        #expect(json?["measure"] as? String == "mReach" && json?["within"] as? Int == 2)
        #expect(json?["projection"] as? String == "facts, undirected, parallel edges merged")
        #expect((json?["players"] as? [[String: Any]])?.first?["node"] as? Int == 0)
        #expect(found.ranked(in: PlainGraph.star(4).graph()).map(\.id) == ["n0"])
    }
}
