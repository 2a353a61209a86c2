import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Centralities against their definitions on random small graphs.
@Suite struct CentralityOracleTests {
    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func distances(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(1500, upTo: 11) { graph, _, context in
            let projection = graph.projection(parallelEdges: parallelEdges)
            let oracle = BruteForce(graph)
            let pairs = Double(max(graph.nodeCount - 1, 0) * max(graph.nodeCount - 2, 0))
            let others = Double(max(graph.nodeCount - 1, 1))
            let betweenness = oracle.betweenness
            expectEqual(try projection.betweennessCentrality().values, betweenness, "betweenness, \(context)")
            expectEqual(
                try projection.betweennessCentrality(normalized: true).values,
                betweenness.map { pairs == 0 ? 0 : $0 * (graph.isDirected ? 1 : 2) / pairs },
                "betweenness normalised, \(context)")
            expectEqual(
                try projection.closenessCentrality().values, oracle.closeness, "closeness, \(context)")
            expectEqual(try projection.harmonicCentrality().values, oracle.harmonic, "harmonic, \(context)")
            expectEqual(
                try projection.harmonicCentrality(normalized: true).values,
                oracle.harmonic.map { $0 / others },
                "harmonic normalised, \(context)")
        }
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func degrees(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(1500, upTo: 11) { graph, _, context in
            let projection = graph.projection(parallelEdges: parallelEdges)
            var plain = graph
            if parallelEdges == .merged { plain.links = simple(graph) }
            var outgoing = [Double](repeating: 0, count: graph.nodeCount)
            var incoming = outgoing
            for link in plain.links {
                outgoing[link.from] += 1
                incoming[link.to] += 1
            }
            let both = zip(outgoing, incoming).map { $0 + $1 }
            #expect(projection.degreeCentrality().values == both, "\(context)")
            #expect(
                projection.degreeCentrality(.outgoing).values == (graph.isDirected ? outgoing : both),
                "\(context)")
            #expect(
                projection.degreeCentrality(.incoming).values == (graph.isDirected ? incoming : both),
                "\(context)")
            expectEqual(
                projection.degreeCentrality(normalized: true).values,
                both.map { graph.nodeCount > 1 ? $0 / Double(graph.nodeCount - 1) : 0 }, context)
            let cores = try projection.coreNumbers().values
            #expect(cores == BruteForce(graph).coreNumbers.map { Double($0) }, "\(context)")
        }
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func pageRank(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(1000, upTo: 11) { graph, random, context in
            let projection = graph.projection(parallelEdges: parallelEdges)
            var plain = graph
            if parallelEdges == .merged { plain.links = simple(graph) }
            let damping = [0, 0.5, 0.85, 0.99][random.below(4)]
            let scores = try projection.pageRank(damping: damping).values
            expectEqual(
                scores, BruteForce(plain).pageRank(damping: damping), "damping \(damping), \(context)")
            #expect(graph.nodeCount == 0 || abs(scores.reduce(0, +) - 1) < 1e-14, "\(context)")
        }
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func eigenvector(parallelEdges: Projection.ParallelEdges) {
        onRandomGraphs(600, upTo: 11) { graph, _, context in
            let projection = graph.projection(parallelEdges: parallelEdges)
            var plain = graph
            if parallelEdges == .merged { plain.links = simple(graph) }
            let oracle = BruteForce(plain)
            let radius = oracle.spectralRadius
            do throws(AnalysisError) {
                let scores = try projection.eigenvectorCentrality(iterationLimit: 20_000).values
                let (eigenvalue, residual) = oracle.eigenvectorResidual(scores)
                #expect(
                    residual < 1e-9 && abs(eigenvalue - radius) < 1e-7, "\(eigenvalue), \(radius), \(context)"
                )
                #expect(scores.allSatisfy { $0 >= 0 }, "\(context)")
                #expect(
                    scores.isEmpty || abs(scores.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12, "\(context)")
            } catch {
                switch error.code {
                case .undefined:
                    #expect(graph.isDirected && radius < 1e-9 && !graph.links.isEmpty, "\(context)")
                case .notConverged: #expect(graph.isDirected && radius > 0, "\(context)")
                default: Issue.record("\(error), \(context)")
                }
            }
        }
    }

    /// The links without repeats; without directions in either order.
    private func simple(_ graph: PlainGraph) -> [PlainGraph.Link] {
        var seen: Set<PlainGraph.Link> = []
        return graph.links.filter { link in
            seen.insert(graph.isDirected || link.from <= link.to ? link : link.reversed).inserted
        }
    }
}
