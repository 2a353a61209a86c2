import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Katz centrality, hubs and authorities, and PageRank seen from a few nodes.
@Suite struct WalkMeasureTests {
    @Test(arguments: MeasureReference.all)
    func agree(with reference: MeasureReference) throws {
        let graph = try reference.graph
        let projection = graph.plain.projection()
        guard graph.nodes > 0 else { return }
        expectEqual(
            try projection.katzCentrality(alpha: reference.katzAlpha).values, reference.katz,
            "Katz of \(reference.name)")
        var homes = [NodeIndex(0): 1.0]
        if graph.nodes > 1 { homes[NodeIndex(graph.nodes - 1)] = 2 }
        expectEqual(
            try projection.personalizedPageRank(from: homes).values, reference.personalizedPageRank,
            digits: 2e-10, "personalised PageRank of \(reference.name)")
        if let hubs = reference.hub, let authorities = reference.authority {
            let both = try projection.hits()
            expectEqual(both.hubs.values, hubs, "hubs of \(reference.name)")
            expectEqual(both.authorities.values, authorities, "authorities of \(reference.name)")
        }
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func katzSolvesItsEquations(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(300, upTo: 11) { graph, random, context in
            let projection = graph.projection(parallelEdges: parallelEdges)
            let oracle = BruteForce(plain(graph, parallelEdges))
            let radius = oracle.spectralRadius
            // Near to 1 / the radius it takes hundreds of steps, and must be as exact.
            let part = [0.1, 0.5, 0.9, 0.98][random.below(4)]
            let alpha = radius > 0.1 ? part / radius : part
            expectEqual(
                try projection.katzCentrality(alpha: alpha).values.map { $0 * (1 - part) },
                oracle.katz(alpha: alpha).map { $0 * (1 - part) }, "alpha \(alpha), \(context)")
            guard graph.nodeCount > 0 else { return }
            let usual = try KatzCentrality.defaultAlpha(of: projection)
            #expect(usual > 0 && usual * radius < 0.5 + 1e-9, "alpha \(usual), \(context)")
            let norm = try projection.katzCentrality(normalized: true).values.reduce(0) { $0 + $1 * $1 }
            #expect(abs(norm - 1) < 1e-12)
        }
    }

    @Test func katzSaysWhichAlphaIsTooLarge() throws {
        for graph in [PlainGraph.complete(5), .star(6), .cycle(7), .cycle(5, isDirected: true)] {
            let projection = graph.projection()
            let radius = BruteForce(graph).spectralRadius
            for factor in [1, 1.5, 100] {
                let error = #expect(throws: AnalysisError.self) {
                    try projection.katzCentrality(alpha: factor / radius, iterationLimit: 2000)
                }
                #expect(error?.code == .notConverged)
                #expect(error?.suggestion?.contains("an alpha below ") == true)
            }
            #expect(throws: AnalysisError.self) {
                try projection.katzCentrality(alpha: 0.9 / radius, iterationLimit: 2)
            }
        }
        // Without cycles there are but finitely many walks, whatever they count.
        let path = PlainGraph.path(5, isDirected: true).projection()
        #expect(try path.katzCentrality(alpha: 2).values == [1, 3, 7, 15, 31])
        #expect(try path.katzCentrality(alpha: 0).values == [1, 1, 1, 1, 1])
    }

    @Test func hubsAndAuthoritiesAreDominant() {
        var answers = 0
        onRandomGraphs(400, upTo: 11) { graph, _, context in
            guard !graph.links.isEmpty else { return }
            let projection = graph.projection(parallelEdges: .kept)
            do throws(AnalysisError) {
                let both = try projection.hits(iterationLimit: 20_000)
                answers += 1
                let oracle = BruteForce(graph)
                let (eigenvalue, residual) = oracle.hitsResidual(
                    hubs: both.hubs.values, authorities: both.authorities.values)
                #expect(residual < 1e-9, "\(residual), \(context)")
                // No other vector is stretched more: a random walk of powers finds the same.
                let links =
                    graph.links
                    + (graph.isDirected ? [] : graph.links.filter { $0.from != $0.to }.map(\.reversed))
                var vector = (0..<graph.nodeCount).map { 1 + Double($0) / 7 }
                var norm = 1.0
                for _ in 0..<400 {
                    var led = [Double](repeating: 0, count: graph.nodeCount)
                    var back = led
                    for link in links { led[link.from] += vector[link.to] }
                    for link in links { back[link.to] += led[link.from] }
                    norm = back.reduce(0) { $0 + $1 * $1 }.squareRoot()
                    vector = back.map { $0 / norm }
                }
                #expect(eigenvalue > norm * (1 - 1e-3), "\(eigenvalue), \(norm), \(context)")
                for scores in [both.hubs, both.authorities] {
                    #expect(abs(scores.values.reduce(0, +) - 1) < 1e-12 && scores.isNormalized, "\(context)")
                }
            } catch { #expect(error.code == .notConverged, "\(context)") }
        }
        #expect(answers > 300)
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func personalizedPageRankSolvesItsEquations(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(500, upTo: 11) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let projection = graph.projection(parallelEdges: parallelEdges)
            let damping = [0, 0.5, 0.85, 0.99][random.below(4)]
            var homes = (0..<graph.nodeCount).map { _ in [0, 0, 1, 2.5][random.below(4)] }
            homes[random.below(graph.nodeCount)] = 1
            let scores = try projection.personalizedPageRank(
                from: Dictionary(uniqueKeysWithValues: homes.enumerated().map { (NodeIndex($0), $1) }),
                damping: damping
            ).values
            expectEqual(
                scores, BruteForce(plain(graph, parallelEdges)).personalizedPageRank(homes, damping: damping),
                "homes \(homes), damping \(damping), \(context)")
            #expect(abs(scores.reduce(0, +) - 1) < 1e-13, "\(context)")
            // All at home everywhere is the common PageRank.
            let everywhere = Dictionary(
                uniqueKeysWithValues: (0..<graph.nodeCount).map { (NodeIndex($0), 3.0) })
            expectEqual(
                try projection.personalizedPageRank(from: everywhere).values,
                try projection.pageRank().values, context)
        }
    }

    @Test func badParametersAreRefused() {
        let projection = PlainGraph.path(3).projection()
        for alpha in [-0.1, .nan, .infinity] {
            let error = #expect(throws: AnalysisError.self) { try projection.katzCentrality(alpha: alpha) }
            #expect(error?.code == .badParameter)
        }
        #expect(throws: AnalysisError.self) { try projection.katzCentrality(tolerance: 0) }
        #expect(throws: AnalysisError.self) { try projection.hits(tolerance: .nan) }
        let settled = #expect(throws: AnalysisError.self) {
            try PlainGraph.path(60).projection().hits(iterationLimit: 20)
        }
        #expect(settled?.code == .notConverged)
        let home = [NodeIndex(0): 1.0]
        for damping in [-0.1, 1, .nan] {
            #expect(throws: AnalysisError.self) {
                try projection.personalizedPageRank(from: home, damping: damping)
            }
        }
        for homes in [
            [:], [NodeIndex(0): 0], [NodeIndex(1): -1], [NodeIndex(1): .nan], [NodeIndex(1): .infinity],
        ] {
            let error = #expect(throws: AnalysisError.self) {
                try projection.personalizedPageRank(from: homes)
            }
            #expect(error?.code == .badParameter)
        }
        let unknown = #expect(throws: AnalysisError.self) {
            try projection.personalizedPageRank(from: [NodeIndex(3): 1])
        }
        #expect(unknown?.code == .unknownNode)
        // Weights whose sum is beyond all numbers are weights all the same.
        let huge = [NodeIndex(0): 1e308, NodeIndex(1): 1e308, NodeIndex(2): 1e308]
        #expect(throws: Never.self) { try projection.personalizedPageRank(from: huge) }
    }

    @Test func theyStopWhenTold() {
        let projection = PlainGraph.cycle(50).projection()
        let stopped = Execution(isCancelled: { true })
        #expect(throws: AnalysisError.cancelled) { try projection.katzCentrality(execution: stopped) }
        #expect(throws: AnalysisError.cancelled) { try projection.hits(execution: stopped) }
        #expect(throws: AnalysisError.cancelled) {
            try projection.personalizedPageRank(from: [NodeIndex(0): 1], execution: stopped)
        }
    }

    /// Large enough for steps to be shared.
    @Test func theSameForAnyNumberOfThreads() throws {
        var random = SplitMix64(seed: 5)
        let graph = PlainGraph.rmat(scale: 13, linksPerNode: 16, isDirected: true, using: &random)
        let projection = graph.projection()
        func all(_ threads: Int) throws -> [[Double]] {
            let execution = Execution.threads(threads)
            return [
                try projection.katzCentrality(tolerance: 1e-4, execution: execution).values,
                try projection.hits(tolerance: 1e-4, execution: execution).hubs.values,
                try projection.personalizedPageRank(
                    from: [NodeIndex(7): 1, NodeIndex(1): 2], tolerance: 1e-2, execution: execution
                ).values,
            ]
        }
        let one = try all(1)
        for threads in [2, 3] { #expect(try all(threads) == one) }
    }

    /// Parallel links counted or not.
    private func plain(_ graph: PlainGraph, _ parallelEdges: Projection.ParallelEdges) -> PlainGraph {
        guard parallelEdges == .merged else { return graph }
        var seen: Set<PlainGraph.Link> = []
        var plain = graph
        plain.links = graph.links.filter { link in
            seen.insert(graph.isDirected || link.from <= link.to ? link : link.reversed).inserted
        }
        return plain
    }
}
