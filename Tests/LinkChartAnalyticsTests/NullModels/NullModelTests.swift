import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

@Suite struct NullModelTests {
    static let models: [any NullModel] = [
        DegreePreservingRewiring(stepsPerLink: 10), UniformLinks(), DyadCensusConditioned(),
    ]

    /// Simple, of the same nodes, and with what the model keeps.
    @Test func keepsWhatItPromises() throws {
        try onRandomGraphs(300, upTo: 12) { graph, random, context in
            let projection = graph.projection(parallelEdges: random.chance(0.5) ? .kept : .merged)
            let before = arcs(projection.simpleArcs)
            for model in Self.models {
                let sample = try model.sample(random.below(5), of: projection, seed: 3, .default)
                let after = arcs(sample.outgoing)
                #expect(sample.nodeCount == graph.nodeCount && sample.isDirected == graph.isDirected)
                #expect(after.allSatisfy { $0[0] != $0[1] } && Set(after).count == after.count, "\(context)")
                #expect(after == after.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }, "\(context)")
                #expect(after.count == before.count, "\(context)")
                #expect(Set(arcs(sample.incoming).map { [$0[1], $0[0]] }) == Set(after), "\(context)")
                if !graph.isDirected { #expect(Set(after) == Set(after.map { [$0[1], $0[0]] })) }
                switch model {
                case is DegreePreservingRewiring:
                    for end in 0...1 {
                        #expect(degrees(before, end, graph) == degrees(after, end, graph), "\(context)")
                    }
                case is DyadCensusConditioned: #expect(mutual(before) == mutual(after), "\(context)")
                default: break
                }
            }
        }
    }

    private func arcs(_ rows: CompressedRows) -> [[Int]] {
        (0..<rows.nodeCount).flatMap { node in rows[node].map { [node, Int($0)] } }
    }

    private func degrees(_ arcs: [[Int]], _ end: Int, _ graph: PlainGraph) -> [Int] {
        arcs.reduce(into: [Int](repeating: 0, count: graph.nodeCount)) { $0[$1[end]] += 1 }
    }

    private func mutual(_ arcs: [[Int]]) -> Int {
        let all = Set(arcs)
        return arcs.count { all.contains([$0[1], $0[0]]) }
    }

    /// Small graphs of which all that have the same degrees can be counted. The directed circle of three and the last
    /// one need triangles turned round; the star has no other form.
    private static let tiny: [(graph: PlainGraph, realizations: Int)] = [
        (PlainGraph(6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]), 0),
        (PlainGraph(6, [(0, 1), (0, 2), (0, 3), (1, 2), (4, 5), (3, 4)]), 0),
        (PlainGraph(5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]), 12),
        (PlainGraph(4, [(0, 1), (0, 2), (0, 3)]), 1),
        (PlainGraph(3, isDirected: true, [(0, 1), (1, 2), (2, 0)]), 2),
        (PlainGraph(4, isDirected: true, [(0, 1), (1, 2), (2, 3), (3, 0)]), 9),
        (PlainGraph(4, isDirected: true, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 0)]), 0),
        (PlainGraph(4, isDirected: true, [(0, 1), (1, 2), (2, 0), (0, 3), (3, 1), (1, 0)]), 0),
    ]

    /// All graphs of the same degrees, by trying every set of links.
    private func realizations(_ graph: PlainGraph) -> Set<[[Int]]> {
        let count = graph.nodeCount
        let pairs = (0..<count).flatMap { a in
            (0..<count).filter { graph.isDirected ? $0 != a : $0 > a }.map { [a, $0] }
        }
        func degrees(_ links: [[Int]]) -> [Int] {
            links.reduce(into: [Int](repeating: 0, count: 2 * count)) {
                $0[$1[0]] += 1
                $0[$1[1] + (graph.isDirected ? count : 0)] += 1
            }
        }
        let wanted = degrees(graph.links.map { [$0.from, $0.to] })
        var found: Set<[[Int]]> = []
        for choice in 0..<(1 << pairs.count) where choice.nonzeroBitCount == graph.links.count {
            let links = pairs.indices.filter { choice >> $0 & 1 == 1 }.map { pairs[$0] }
            if degrees(links) == wanted { found.insert(links) }
        }
        return found
    }

    @Test(arguments: tiny.indices)
    func rewiringIsUniform(number: Int) throws {
        let (graph, known) = Self.tiny[number]
        let all = realizations(graph)
        if known > 0 { #expect(all.count == known) }
        let model = DegreePreservingRewiring(stepsPerLink: 40)
        try expectUniform(over: all, of: graph, model, rounds: 30 * all.count + 200)
    }

    @Test(arguments: [false, true])
    func otherModelsAreUniform(isDirected: Bool) throws {
        let graph = PlainGraph(
            4, isDirected: isDirected, [(0, 1), (1, 0), (1, 2), (2, 3)].filter { isDirected || $0 != (1, 0) })
        let pairs = (0..<4).flatMap { a in (0..<4).filter { isDirected ? $0 != a : $0 > a }.map { [a, $0] } }
        let all = (0..<(1 << pairs.count)).filter { $0.nonzeroBitCount == graph.links.count }
            .map { choice in pairs.indices.filter { choice >> $0 & 1 == 1 }.map { pairs[$0] } }
        try expectUniform(over: Set(all), of: graph, UniformLinks(), rounds: 20 * all.count)
        let wanted = mutual(graph.links.map { [$0.from, $0.to] })
        let alike = all.filter { mutual($0) == wanted }
        #expect(isDirected ? alike.count < all.count : alike.count == all.count)
        try expectUniform(over: Set(alike), of: graph, DyadCensusConditioned(), rounds: 20 * alike.count)
    }

    /// Pearson's chi-square of samples over all graphs that there are.
    private func expectUniform(
        over all: Set<[[Int]]>, of graph: PlainGraph, _ model: some NullModel, rounds: Int
    ) throws {
        let projection = graph.projection()
        var counts: [[[Int]]: Int] = [:]
        for number in 0..<rounds {
            let sample = try model.sample(number, of: projection, seed: 11, .threads(1))
            let links = arcs(sample.outgoing).filter { graph.isDirected || $0[0] < $0[1] }
            counts[links, default: 0] += 1
        }
        #expect(Set(counts.keys) == all, "\(graph): \(counts.count) of \(all.count)")
        let expected = Double(rounds) / Double(all.count)
        let chiSquare = all.reduce(0.0) { sum, links in
            let difference = Double(counts[links] ?? 0) - expected
            return sum + difference * difference / expected
        }
        // About five standard deviations above the mean of the distribution.
        let freedom = Double(all.count - 1)
        #expect(chiSquare <= freedom + 5 * (2 * freedom).squareRoot(), "\(graph): \(chiSquare) of \(freedom)")
    }

    @Test func noStepChangesNothing() throws {
        var random = SplitMix64(seed: 1)
        for isDirected in [false, true] {
            let graph = PlainGraph.gnp(20, 0.2, isDirected: isDirected, using: &random)
            let projection = graph.projection()
            let same = try projection.randomized(by: DegreePreservingRewiring(stepsPerLink: 0))
            #expect(same.outgoing.neighbours == projection.outgoing.neighbours)
            let other = try projection.randomized(by: .degreePreserving, seed: 2)
            #expect(other.outgoing.neighbours != projection.outgoing.neighbours)
            #expect(other.description.hasSuffix("rewired at random, degrees kept, seed 2, sample 0"))
            let again = try projection.randomized(by: .degreePreserving, seed: 2)
            #expect(other.outgoing.neighbours == again.outgoing.neighbours)
        }
    }

    /// Exchanges alone do their work in a larger graph: links go where chance would have them.
    @Test func mixes() throws {
        var random = SplitMix64(seed: 2)
        let graph = PlainGraph.stochasticBlock([100, 100], within: 0.1, between: 0, using: &random)
        let sample = try graph.projection().randomized(by: .degreePreserving)
        let between = arcs(sample.outgoing).count { ($0[0] < 100) != ($0[1] < 100) }
        #expect(abs(Double(between) / Double(sample.arcCount) - 0.5) < 0.06)
    }

    @Test func badQuestions() {
        let projection = PlainGraph.cycle(8).projection()
        for steps in [-1, .max] {
            let error = #expect(throws: AnalysisError.self) {
                try projection.randomized(by: DegreePreservingRewiring(stepsPerLink: steps))
            }
            #expect(error?.code == .badParameter)
        }
        for model in Self.models {
            let stopped = #expect(throws: AnalysisError.self) {
                try model.sample(0, of: projection, seed: 1, Execution(isCancelled: { true }))
            }
            #expect(stopped == .cancelled, "\(model.name)")
        }
    }

    @Test func pairsOfANumber() {
        for count in 0...9 {
            for isDirected in [false, true] {
                let total = DyadChoice.pairCount(count, isDirected: isDirected)
                let pairs = (0..<total).map { DyadChoice.pair($0, count, isDirected: isDirected) }
                #expect(Set(pairs.map { [$0.0, $0.1] }).count == total)
                #expect(pairs.allSatisfy { $0.0 != $0.1 && $0.0 < count && $0.1 < count })
                if !isDirected { #expect(pairs.allSatisfy { $0.0 < $0.1 }) }
            }
        }
        let last = DyadChoice.pairCount(3_000_000_000, isDirected: false) - 1
        #expect(DyadChoice.pair(last, 3_000_000_000, isDirected: false) == (2_999_999_998, 2_999_999_999))
    }

    /// Pairs come and go as in a set.
    @Test func pairSets() {
        var random = SplitMix64(seed: testSeed())
        let pairs = PairSet(capacity: 40)
        var known: Set<UInt64> = []
        for _ in 0..<20_000 {
            let key = PairSet.key(from: UInt32(random.below(8)), to: UInt32(random.below(8)))
            if known.count < 40 && random.chance(0.5) {
                #expect(pairs.insert(key) == known.insert(key).inserted)
            } else {
                pairs.remove(key)
                known.remove(key)
            }
            let other = PairSet.key(from: UInt32(random.below(8)), to: UInt32(random.below(8)))
            #expect(pairs.contains(other) == known.contains(other))
        }
    }
}
