import Foundation
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

@Suite struct LinkPredictionTests {
    private static let groups: PlainGraph = {
        var random = SplitMix64(seed: 6)
        return PlainGraph.stochasticBlock([15, 15, 15], within: 0.5, between: 0.03, using: &random)
    }()

    @Test func splitsLeaveTheRest() throws {
        try onRandomGraphs(300, upTo: 14) { graph, random, context in
            let projection = graph.projection(parallelEdges: random.chance(0.5) ? .kept : .merged)
            let links = BruteForce(graph).neighbourSets.enumerated().flatMap { one, others in
                others.filter { $0 > one }.map { [one, $0] }
            }
            guard !links.isEmpty else { return }
            let isWhole = random.chance(0.5)
            var numbers = RandomNumbers(seed: random.next())
            let parts = try projection.weakComponents()
            let needed = graph.nodeCount - parts.count
            let spare = isWhole ? links.count - needed : links.count
            guard spare > 0 else {
                let error = #expect(throws: AnalysisError.self, "\(context)") {
                    try LinkSplit(projection, share: 0.3, keepingComponents: true, &numbers, .default)
                }
                #expect(error?.code == .undefined)
                return
            }
            let split = try LinkSplit(
                projection, share: 0.3, keepingComponents: isWhole, &numbers, .default)
            let wanted = max(Int((0.3 * Double(links.count)).rounded()), 1)
            #expect(split.heldOut.count == min(wanted, spare), "\(context)")
            let held = Set(split.heldOut.map { [$0.first.position, $0.second.position] })
            #expect(held.count == split.heldOut.count && held.isSubset(of: links), "\(context)")
            // All arcs of what is held out are gone, and no other.
            func arcs(_ projection: Projection) -> [[Int]] {
                (0..<projection.nodeCount).flatMap { node in
                    projection.outgoing[node].map { [node, Int($0)] }
                }
            }
            let kept = arcs(projection).filter { !held.contains($0) && !held.contains($0.reversed()) }
            #expect(arcs(split.training) == kept, "\(context)")
            if isWhole { #expect(try split.training.weakComponents().parts == parts.parts, "\(context)") }
        }
    }

    @Test func nonLinksAreAllOrSome() throws {
        try onRandomGraphs(300, upTo: 12) { graph, random, context in
            let sets = BruteForce(graph).neighbourSets
            let expected = sets.indices.flatMap { one in
                sets.indices.filter { $0 > one && !sets[one].contains($0) }.map { [one, $0] }
            }
            let nonLinks = NonLinks(of: graph.projection())
            var all: [[Int]] = []
            try nonLinks.forEachBatch(.default) { pairs in
                all += pairs.map { [$0.first.position, $0.second.position] }
            }
            #expect(all == expected && nonLinks.count == expected.count, "\(context)")
            guard !expected.isEmpty else { return }
            let wanted = random.below(expected.count + 1)
            var numbers = RandomNumbers(seed: random.next())
            let some = nonLinks.sample(wanted, &numbers).map { [$0.first.position, $0.second.position] }
            #expect(Set(some).count == wanted && Set(some).isSubset(of: expected), "\(context)")
        }
    }

    /// Every unlinked pair is drawn equally often, in a sparse and in a dense graph.
    @Test(arguments: [0.2, 0.85])
    func samplesAreUniform(density: Double) {
        var random = SplitMix64(seed: 12)
        let graph = PlainGraph.gnp(9, density, using: &random)
        let nonLinks = NonLinks(of: graph.projection())
        var numbers = RandomNumbers(seed: testSeed())
        var counts: [NodePair: Int] = [:]
        let rounds = 3000
        let wanted = max(nonLinks.count / 3, 1)
        for _ in 0..<rounds {
            for pair in nonLinks.sample(wanted, &numbers) { counts[pair, default: 0] += 1 }
        }
        let expected = Double(rounds * wanted) / Double(nonLinks.count)
        #expect(counts.count == nonLinks.count)
        for count in counts.values { #expect(abs(Double(count) - expected) < 5 * expected.squareRoot()) }
    }

    /// Against all unlinked pairs, every measure's value follows from scores that the test computes on its own.
    @Test func evaluatesAsByHand() throws {
        let projection = Self.groups.projection()
        let test = try projection.evaluateLinkPrediction(
            by: .resourceAllocation, holdingOut: 0.2, against: .all, trials: 2, seed: 5)
        for (trial, quality) in test.trials.enumerated() {
            var random = RandomNumbers(seed: 5, sample: trial)
            let split = try LinkSplit(
                projection, share: 0.2, keepingComponents: false, &random, .default)
            let held = Set(split.heldOut.map { [$0.first.position, $0.second.position] })
            let training = PlainGraph(
                45,
                links: Self.groups.links.filter {
                    !held.contains([min($0.from, $0.to), max($0.from, $0.to)])
                })
            let oracle = BruteForce(training)
            let linked = BruteForce(Self.groups).neighbourSets
            var (positives, negatives): ([Double], [Double]) = ([], [])
            for one in 0..<45 {
                for other in (one + 1)..<45 {
                    let score = oracle.similarity("resourceAllocationIndex", one, other)
                    if held.contains([one, other]) { positives.append(score) }
                    if !linked[one].contains(other) { negatives.append(score) }
                }
            }
            // The area by comparing every pair; sums in another order may differ in their last digits.
            var wins = 0.0
            for a in positives {
                for b in negatives { wins += abs(a - b) < 1e-12 ? 0.5 : a > b ? 1 : 0 }
            }
            #expect(quality.positives == positives.count && quality.negatives == negatives.count)
            expectEqual(
                [quality.rocAUC], [wins / Double(positives.count * negatives.count)], "trial \(trial)")
        }
        #expect(test.trials[0] != test.trials[1])
        #expect(test.rocAUC.mean > 0.65)
        #expect(test.averagePrecision.mean > 1.5 * test.chancePrecision)
    }

    /// Where links are placed at random there is nothing to predict.
    @Test func chanceIsChance() throws {
        var random = SplitMix64(seed: 9)
        let projection = PlainGraph.gnp(60, 0.2, using: &random).projection()
        let test = try projection.evaluateLinkPrediction(by: .adamicAdar, trials: 30, seed: 2)
        #expect(abs(test.rocAUC.mean - 0.5) < 0.06)
        #expect(test.rocAUC.low < 0.5 && test.rocAUC.high > 0.45 && test.rocAUC.trials == 30)
        let groups = try Self.groups.projection().evaluateLinkPrediction(by: .adamicAdar, seed: 2)
        #expect(groups.rocAUC.low > 0.65 && groups.rocAUC.mean < 1)
        #expect(groups.precision(at: 10).mean > 0.7)
    }

    @Test func anyNumberOfThreads() throws {
        let projection = Self.groups.directed().projection()
        for predictor in [AdamicAdarIndex(), SimRank()] as [any LinkPredictor] {
            func trials(_ threads: Int) throws -> [RankingQuality] {
                try projection.evaluateLinkPrediction(
                    by: predictor, keepingComponents: true, against: .sampled(perHeldOut: 3), trials: 3,
                    execution: .threads(threads)
                ).trials
            }
            let one = try trials(1)
            #expect(try trials(2) == one && trials(3) == one)
        }
    }

    /// What all pairs share is computed once a trial, however many batches of pairs there are.
    @Test func preparesOnceATrial() throws {
        final class Count: Sendable {
            let prepared = Mutex(0)
            let scored = Mutex(0)
        }
        struct Counted: LinkPredictor {
            let count: Count
            let name = "counted"
            func scores(
                of pairs: [NodePair], in projection: Projection, _ execution: Execution
            ) throws(AnalysisError) -> PairScores {
                try AdamicAdarIndex().scores(of: pairs, in: projection, execution)
            }
            func scorer(
                in projection: Projection, _ execution: Execution
            ) throws(AnalysisError) -> PairScorer {
                count.prepared.withLock { $0 += 1 }
                let scorer = try AdamicAdarIndex().scorer(in: projection, execution)
                return { pairs, execution throws(AnalysisError) in
                    count.scored.withLock { $0 += pairs.count }
                    return try scorer(pairs, execution)
                }
            }
        }
        let projection = Self.groups.projection()
        let count = Count()
        let counted = try projection.evaluateLinkPrediction(
            by: Counted(count: count), against: .all, trials: 3)
        let plain = try projection.evaluateLinkPrediction(by: .adamicAdar, against: .all, trials: 3)
        #expect(counted.trials == plain.trials)
        #expect(count.prepared.withLock { $0 } == 3)
        #expect(count.scored.withLock { $0 } == plain.trials.map { $0.positives + $0.negatives }.reduce(0, +))
        _ = try Counted(count: count).missingLinks(top: 3, in: projection, .default)
        #expect(count.prepared.withLock { $0 } == 4)
    }

    @Test func badQuestions() {
        let projection = Self.groups.projection()
        for share in [0, 1, -1, Double.nan] {
            let error = #expect(throws: AnalysisError.self) {
                try projection.evaluateLinkPrediction(by: .jaccard, holdingOut: share)
            }
            #expect(error?.code == .badParameter)
        }
        let errors = [
            #expect(throws: AnalysisError.self) {
                try projection.evaluateLinkPrediction(by: .jaccard, trials: 0)
            },
            #expect(throws: AnalysisError.self) {
                try projection.evaluateLinkPrediction(by: .jaccard, against: .sampled(perHeldOut: 0))
            },
            #expect(throws: AnalysisError.self) {
                try PlainGraph(4).projection().evaluateLinkPrediction(by: .jaccard)
            },
            #expect(throws: AnalysisError.self) {
                try PlainGraph(0).projection().evaluateLinkPrediction(by: .jaccard)
            },
            #expect(throws: AnalysisError.self) {
                try PlainGraph.complete(5).projection().evaluateLinkPrediction(by: .jaccard)
            },
            #expect(throws: AnalysisError.self) {
                try PlainGraph.path(5).projection().evaluateLinkPrediction(
                    by: .jaccard, keepingComponents: true)
            },
        ]
        #expect(
            errors.map { $0?.code }
                == [.badParameter, .badParameter, .undefined, .undefined, .undefined, .undefined])
        let stopped = #expect(throws: AnalysisError.self) {
            try projection.evaluateLinkPrediction(
                by: .jaccard, execution: Execution(isCancelled: { true }))
        }
        #expect(stopped == .cancelled)
    }

    @Test func reportsAndEncodes() throws {
        let seen = Mutex<[Double]>([])
        let test = try Self.groups.projection().evaluateLinkPrediction(
            by: .jaccard, trials: 4,
            execution: Execution(progress: { done in seen.withLock { $0.append(done) } }))
        #expect(seen.withLock { $0 } == [0.25, 0.5, 0.75, 1])
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(test)) as? [String: Any]
        #expect(json?["predictor"] as? String == "jaccardCoefficient" && json?["seed"] as? Int == 1)
        #expect(json?["nonLinks"] as? String == "1 for each link held out")
        let area = (json?["rocAUC"] as? [String: Any])?["mean"] as? Double
        #expect(abs((area ?? 2) - test.rocAUC.mean) < 1e-15)
        #expect((json?["trials"] as? [[String: Any]])?.count == 4)
    }
}
