import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// What every centrality must do, on adversaries and random graphs.
@Suite struct NodeScoreConformanceTests {
    private func expectConforming(
        _ measure: CentralityMeasure, graphs: Int = 600, parallelEdges: Projection.ParallelEdges = .merged,
        definition: (PlainGraph) -> [Double]?
    ) {
        let failures = Conformance(graphs: graphs, parallelEdges: parallelEdges).ofNodeScores(
            { projection, threads in
                try projection.centrality(measure, execution: .threads(threads)).values
            }, definition: definition)
        for failure in failures { Issue.record("\(measure.rawValue): \(failure)") }
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func shortestPaths(parallelEdges: Projection.ParallelEdges) {
        expectConforming(.betweenness, parallelEdges: parallelEdges) { BruteForce($0).betweenness }
        expectConforming(.closeness, parallelEdges: parallelEdges) { BruteForce($0).closeness }
        expectConforming(.harmonic, parallelEdges: parallelEdges) { BruteForce($0).harmonic }
    }

    @Test func walks() {
        let failures = Conformance(graphs: 400, parallelEdges: .kept).ofNodeScores(
            { projection, threads in
                try projection.katzCentrality(alpha: 0.01, execution: .threads(threads)).values
            }, definition: { BruteForce($0).katz(alpha: 0.01) })
        for failure in failures { Issue.record("Katz: \(failure)") }
        expectConforming(.pageRank, parallelEdges: .kept) { BruteForce($0).pageRank(damping: 0.85) }
    }

    @Test func structuralHoles() {
        // Not a number is not equal to itself; no score is -1.
        let suite = Conformance(graphs: 400, parallelEdges: .kept)
        let failures =
            suite.ofNodeScores(
                { projection, threads in
                    try projection.burtConstraint(execution: .threads(threads)).values.map {
                        $0.isNaN ? -1 : $0
                    }
                }, definition: { BruteForce($0).constraint.map { $0 ?? -1 } })
            + suite.ofNodeScores(
                { projection, threads in
                    try projection.effectiveSize(execution: .threads(threads)).values.map {
                        $0.isNaN ? -1 : $0
                    }
                }, definition: { BruteForce($0).effectiveSize.map { $0 ?? -1 } })
        for failure in failures { Issue.record("\(failure)") }
    }

    @Test func cores() {
        expectConforming(.core) { BruteForce($0).coreNumbers.map { Double($0) } }
    }

    /// A suite that passes everything would be worth nothing.
    @Test func wrongAlgorithmsAreFound() {
        let suite = Conformance(graphs: 50)
        func complaint(_ scores: (Projection, Int) throws -> [Double]?) -> String {
            suite.ofNodeScores(scores) { BruteForce($0).arcCounts.map { Double($0.count) } }.first?.message
                ?? ""
        }
        #expect(
            complaint { projection, _ in Array(repeating: 0, count: projection.nodeCount) }.contains(
                "and not"))
        #expect(complaint { _, _ in [] }.contains("0 scores for"))
        #expect(complaint { _, _ in nil }.contains("undefined"))
        #expect(complaint { _, _ in throw AnalysisError.cancelled }.contains("throws"))
        #expect(
            complaint { projection, threads in
                projection.degreeCentrality().values.map { _ in
                    Double(projection.nodeCount) + Double(threads) * 1e-13
                }
            }.contains("other bits"))
        // A score by number is right for a definition by number only until nodes change places.
        let byNumber = suite.ofNodeScores({ projection, _ in (0..<projection.nodeCount).map { Double($0) } })
        {
            (0..<$0.nodeCount).map { Double($0) }
        }
        #expect(byNumber.first?.message.contains("other numbers") == true && byNumber.count == 3)
    }
}
