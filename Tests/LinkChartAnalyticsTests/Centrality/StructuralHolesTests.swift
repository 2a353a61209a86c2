import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Burt's constraint and effective size.
@Suite struct StructuralHolesTests {
    /// Those that have a value, against those of NetworkX or R; NetworkX gives none to nodes that only incoming arcs
    /// reach.
    private func expectEqual(_ ours: NodeScores, _ theirs: [Double?], _ context: String) {
        let both = theirs.indices.compactMap { node in theirs[node].map { (ours.values[node], $0) } }
        LinkChartAnalyticsTests.expectEqual(both.map(\.0), both.map(\.1), context)
    }

    @Test(arguments: MeasureReference.all)
    func agree(with reference: MeasureReference) throws {
        let projection = try reference.graph.plain.projection()
        expectEqual(try projection.burtConstraint(), reference.constraint, "constraint of \(reference.name)")
        expectEqual(try projection.effectiveSize(), reference.effectiveSize, "size of \(reference.name)")
        guard let r = try #require(ROpinion.all[reference.name]).constraint else { return }
        expectEqual(try projection.burtConstraint(), r, "constraint of \(reference.name), R")
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func agreeWithTheFormulas(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(800, upTo: 12) { graph, _, context in
            var plain = graph
            if parallelEdges == .merged {
                var seen: Set<PlainGraph.Link> = []
                plain.links = graph.links.filter { link in
                    seen.insert(graph.isDirected || link.from <= link.to ? link : link.reversed).inserted
                }
            }
            let projection = graph.projection(parallelEdges: parallelEdges)
            let oracle = BruteForce(plain)
            for (scores, theirs) in [
                (try projection.burtConstraint(), oracle.constraint),
                (try projection.effectiveSize(), oracle.effectiveSize),
            ] {
                expectEqual(scores, theirs, "\(scores.measure), \(context)")
                for (value, their) in zip(scores.values, theirs) {
                    #expect(value.isNaN == (their == nil), "\(context)")
                }
            }
        }
    }

    /// A hub of far more contacts than its contacts have, whose row is searched and not read.
    @Test func hubs() throws {
        let count = 120
        let links = (1..<count).map { ($0, 0) } + stride(from: 1, to: count - 1, by: 2).map { ($0, $0 + 1) }
        for isDirected in [false, true] {
            let graph = PlainGraph(count, isDirected: isDirected, links)
            let oracle = BruteForce(graph)
            let projection = graph.projection()
            expectEqual(try projection.burtConstraint(), oracle.constraint, "a hub")
            expectEqual(try projection.effectiveSize(), oracle.effectiveSize, "a hub")
        }
    }

    @Test func whoHasNoContactsHasNoScore() throws {
        let plain = PlainGraph(4, isDirected: true, [(0, 1), (2, 1), (3, 3)])
        let graph = plain.graph()
        let scores = try graph.projection(.facts).burtConstraint()
        #expect(scores[NodeIndex(3)] == nil && scores[NodeIndex(0)] == 1)
        #expect(scores.ranked(in: graph).map(\.id) == ["n0", "n2", "n1"])
        #expect(scores.ranked(in: graph, top: 2, .leastFirst).map(\.id) == ["n1", "n0"])
        #expect(scores.ranked(in: graph, .leastFirst).map(\.rank) == [1, 2, 3])
    }

    @Test func theSameForAnyNumberOfThreads() throws {
        var random = SplitMix64(seed: 5)
        let graph = PlainGraph.rmat(scale: 11, linksPerNode: 8, isDirected: true, using: &random)
        func bits(_ threads: Int) throws -> [UInt64] {
            let projection = graph.projection()
            return try projection.burtConstraint(execution: .threads(threads)).values.map(\.bitPattern)
                + projection.effectiveSize(execution: .threads(threads)).values.map(\.bitPattern)
        }
        let one = try bits(1)
        for threads in [2, 3] { #expect(try bits(threads) == one) }
        #expect(throws: AnalysisError.cancelled) {
            try graph.projection().burtConstraint(execution: Execution(isCancelled: { true }))
        }
    }
}
