import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Betweenness estimated from samples, against the exact one.
@Suite struct SampledBetweennessTests {
    @Test(arguments: [0.1, 0.03])
    func errorsAreWithinTheBound(epsilon: Double) throws {
        var failures = 0
        var runs = 0
        var largest = 0.0
        try onRandomGraphs(epsilon < 0.05 ? 60 : 200, upTo: 24) { plain, random, context in
            let projection = plain.projection(parallelEdges: random.chance(0.5) ? .merged : .kept)
            let exact = try projection.betweennessCentrality(normalized: true).values
            let seed = random.next()
            let scores = try projection.sampledBetweenness(epsilon: epsilon, seed: seed, normalized: true)
            let error = zip(scores.values, exact).map { abs($0 - $1) }.max() ?? 0
            runs += 1
            largest = max(largest, error)
            if error > epsilon { failures += 1 }
            // The same sample on the other scale.
            let counted = try projection.sampledBetweenness(epsilon: epsilon, seed: seed)
            let pairs =
                Double(max((plain.nodeCount - 1) * (plain.nodeCount - 2), 1)) / (plain.isDirected ? 1 : 2)
            expectEqual(counted.values.map { $0 / pairs }, scores.values, context)
        }
        // One in ten may be further off; in fact hardly any is, since every step of the proof has some slack.
        #expect(failures * 50 <= runs, "\(failures) of \(runs) beyond \(epsilon)")
        #expect(largest > epsilon / 20, "so exact that far too many were drawn: \(largest)")
    }

    @Test(arguments: 0..<8)
    func errorsOnMediumGraphs(number: Int) throws {
        var random = SplitMix64(seed: testSeed() &+ UInt64(number))
        let plain: PlainGraph =
            switch number % 4 {
            case 0: .barabasiAlbert(400, attachments: 2, using: &random)
            case 1: .rmat(scale: 8, linksPerNode: 4, isDirected: true, using: &random)
            case 2: .grid(rows: 12, columns: 15)
            default: .barbell(bell: 30, path: 20)
            }
        let projection = plain.projection()
        let exact = try projection.betweennessCentrality(normalized: true).values
        let scores = try projection.sampledBetweenness(epsilon: 0.04, seed: 3, normalized: true)
        let error = zip(scores.values, exact).map { abs($0 - $1) }.max() ?? 0
        #expect(error <= 0.04, "\(number): \(error)")
        let sampling = try #require(scores.sampling)
        #expect(sampling.epsilon == 0.04 && sampling.delta == 0.1 && sampling.unit == .paths)
        // Not more than what is needed of a coin that no one knows anything of.
        #expect(sampling.samples > 300 && sampling.samples < 8000, "\(number): \(sampling.samples)")
    }

    /// All shortest paths of a pair are equally likely to be drawn: a layered graph in which they are very unevenly
    /// spread over the first step, and in which counts of paths go beyond what a `Double` holds.
    @Test func pathsAreDrawnUniformly() throws {
        // Behind node 1 there are 8 ways on, behind node 2 one.
        var links = [(0, 1), (0, 2), (2, 11), (11, 12)]
        for middle in 3..<11 { links += [(1, middle), (middle, 12)] }
        let plain = PlainGraph(13, isDirected: true, links)
        let exact = BruteForce(plain).betweenness
        let projection = plain.projection()
        let scores = try projection.sampledBetweenness(epsilon: 0.002, seed: 5)
        let allowed = 0.002 * 12 * 11
        for node in 0..<13 { #expect(abs(scores.values[node] - exact[node]) <= allowed, "\(node)") }

        let long = PlainGraph.diamonds(1200).projection()
        let exactly = try long.betweennessCentrality(normalized: true).values
        let sampled = try long.sampledBetweenness(epsilon: 0.1, delta: 0.2, seed: 1, normalized: true).values
        #expect(zip(exactly, sampled).allSatisfy { abs($0 - $1) <= 0.1 })
        // Each side of a diamond has half of what crosses it.
        let sides = (sampled[1801], sampled[1802])
        #expect(sides.0 > 0.15 && sides.1 > 0.15, "\(sides)")
    }

    @Test func theOrderOfTheFirst() throws {
        var fewer = 0
        for number in 0..<12 {
            var random = SplitMix64(seed: testSeed() &+ UInt64(number))
            let plain =
                number % 2 == 0
                ? PlainGraph.barabasiAlbert(150, attachments: 1, using: &random)
                : PlainGraph.lollipop(head: 20, tail: 15)
            let projection = plain.projection()
            let exact = try projection.betweennessCentrality(normalized: true).values
            let (epsilon, top) = (0.02, 4)
            let scores = try projection.sampledBetweenness(
                epsilon: epsilon, top: top, seed: UInt64(number), normalized: true)
            let order = exact.indices.sorted { scores.values[$0] > scores.values[$1] }
            // Whoever stands before another and should not is nearly as good.
            for place in 0..<top {
                for behind in order[(place + 1)...] where exact[behind] > exact[order[place]] {
                    #expect(exact[behind] - exact[order[place]] <= 2 * epsilon, "\(number), place \(place)")
                }
            }
            let all = try projection.sampledBetweenness(
                epsilon: epsilon, seed: UInt64(number), normalized: true)
            #expect(scores.sampling?.top == top && all.sampling?.top == nil)
            if (scores.sampling?.samples ?? 0) < (all.sampling?.samples ?? 0) { fewer += 1 }
        }
        #expect(fewer > 3, "the order alone should often take fewer samples: \(fewer)")
    }

    @Test func pivots() throws {
        var random = SplitMix64(seed: 8)
        for isDirected in [false, true] {
            let plain = PlainGraph.rmat(scale: 7, linksPerNode: 4, isDirected: isDirected, using: &random)
            let projection = plain.projection()
            let exact = try projection.betweennessCentrality().values
            let all = try projection.sampledBetweenness(pivots: 10_000)
            expectEqual(all.values, exact, "all nodes as pivots")
            #expect(all.sampling == nil)
            expectEqual(
                try projection.sampledBetweenness(pivots: 128, normalized: true).values,
                try projection.betweennessCentrality(normalized: true).values, "normalised")
            // Over many choices the mean is the exact value.
            var mean = [Double](repeating: 0, count: exact.count)
            for seed in 0..<60 {
                let scores = try projection.sampledBetweenness(pivots: 20, seed: UInt64(seed))
                #expect(scores.sampling?.samples == 20 && scores.sampling?.unit == .sources)
                for node in mean.indices { mean[node] += scores.values[node] / 60 }
            }
            let (sum, expected) = (mean.reduce(0, +), exact.reduce(0, +))
            #expect(abs(sum - expected) < 0.1 * expected)
            let hub = exact.indices.max { exact[$0] < exact[$1] } ?? 0
            #expect(abs(mean[hub] - exact[hub]) < 0.15 * exact[hub])
        }
        // More paths than can be counted.
        let count = 1000
        let diamonds = try PlainGraph.diamonds(count, isDirected: true).projection()
            .sampledBetweenness(pivots: 3 * count, seed: 1).values
        let nodes = Double(3 * count + 1)
        for tip in stride(from: 0, through: count, by: 100) {
            let exact = Double(3 * tip) * (nodes - 1 - Double(3 * tip))
            #expect(abs(diamonds[3 * tip] - exact) < 0.01 * max(exact, nodes))
        }
    }

    @Test func theSameForAnyNumberOfThreads() throws {
        var random = SplitMix64(seed: 2)
        let projection = PlainGraph.rmat(scale: 9, linksPerNode: 6, using: &random).projection()
        let paths = try projection.sampledBetweenness(epsilon: 0.03, seed: 4, execution: .threads(1))
        let pivots = try projection.sampledBetweenness(pivots: 40, seed: 4, execution: .threads(1))
        for threads in [2, 3, 7] {
            let execution = Execution.threads(threads)
            let again = try projection.sampledBetweenness(epsilon: 0.03, seed: 4, execution: execution)
            #expect(again.values == paths.values && again.sampling == paths.sampling)
            #expect(
                try projection.sampledBetweenness(pivots: 40, seed: 4, execution: execution).values
                    == pivots.values)
        }
        #expect(try projection.sampledBetweenness(epsilon: 0.03, seed: 5).values != paths.values)
        #expect(try projection.sampledBetweenness(pivots: 40, seed: 5).values != pivots.values)
    }

    @Test func smallestGraphsAndBadParameters() throws {
        for count in 0...3 {
            let projection = PlainGraph.path(count).projection()
            #expect(
                try projection.sampledBetweenness(pivots: 5).values
                    == (count == 3 ? [0, 1, 0] : Array(repeating: 0, count: count)))
            let values = try projection.sampledBetweenness(epsilon: 0.05, normalized: true).values
            #expect(values.count == count)
            if count == 3 { #expect(abs(values[1] - 1) <= 0.05) }
        }
        #expect(
            try PlainGraph(40).projection().sampledBetweenness(epsilon: 0.1).values.allSatisfy { $0 == 0 })
        let projection = PlainGraph.path(5).projection()
        for small in [1e-20, 1e-9] {
            let error = #expect(throws: AnalysisError.self) {
                try projection.sampledBetweenness(epsilon: small)
            }
            #expect(error?.code == .badParameter)
        }
        for bad in [0, 1, -0.1, 2, .nan] {
            for error in [
                #expect(throws: AnalysisError.self) { try projection.sampledBetweenness(epsilon: bad) },
                #expect(throws: AnalysisError.self) {
                    try projection.sampledBetweenness(epsilon: 0.1, delta: bad)
                },
            ] { #expect(error?.code == .badParameter) }
        }
        #expect(throws: AnalysisError.self) { try projection.sampledBetweenness(epsilon: 0.1, top: 0) }
        #expect(throws: AnalysisError.self) { try projection.sampledBetweenness(pivots: 0) }
        // The order of all places, and of more than there are.
        for top in [5, 9] {
            #expect(throws: Never.self) { try projection.sampledBetweenness(epsilon: 0.1, top: top) }
        }
        let stopped = Execution(isCancelled: { true })
        #expect(throws: AnalysisError.cancelled) {
            try projection.sampledBetweenness(epsilon: 0.1, execution: stopped)
        }
        #expect(throws: AnalysisError.cancelled) {
            try projection.sampledBetweenness(pivots: 3, execution: stopped)
        }
    }
}
