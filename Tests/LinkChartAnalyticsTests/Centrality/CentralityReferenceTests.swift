import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Centralities against NetworkX and igraph, nine digits.
@Suite struct CentralityReferenceTests {
    @Test(arguments: ReferenceGraph.all)
    func agrees(with reference: ReferenceGraph) throws {
        let projection = reference.plain.projection()
        let name = reference.name
        func check(_ measure: CentralityMeasure, _ theirs: [Double]) throws {
            let scores = try projection.centrality(measure)
            #expect(scores.measure == measure)
            expectEqual(scores.values, theirs, "\(measure) of \(name)")
        }
        try check(.degree, reference.degree)
        try check(.inDegree, reference.inDegree)
        try check(.outDegree, reference.outDegree)
        try check(.betweenness, reference.betweenness)
        try check(.closeness, reference.closeness)
        try check(.harmonic, reference.harmonic)
        try check(.core, reference.core)
        if let theirs = reference.pagerank ?? reference.differing?["pagerank"]?.networkx {
            try check(.pageRank, theirs)
            // Every score to nine digits of its own, not only of 1.
            for (a, b) in zip(try projection.pageRank().values, theirs) { #expect(abs(a - b) <= 1e-9 * b) }
        }
        if let theirs = reference.eigenvector ?? reference.differing?["eigenvector"]?.networkx {
            try check(.eigenvector, theirs)
        }
    }

    /// A third opinion, of R's sna package, by other authors in another language.
    @Test(arguments: ReferenceGraph.all)
    func agreesWithR(reference: ReferenceGraph) throws {
        let theirs = try #require(ROpinion.all[reference.name])
        let projection = reference.plain.projection()
        expectEqual(try projection.betweennessCentrality().values, theirs.betweenness, reference.name)
        expectEqual(try projection.centrality(.core).values, theirs.cores, reference.name)
    }

    @Test(arguments: ReferenceGraph.all.filter { $0.eigenvector == nil })
    func eigenvectorSaysWhyThereIsNone(reference: ReferenceGraph) throws {
        let projection = reference.plain.projection()
        switch reference.eigenvectorNote {
        case "acyclic":
            let error = #expect(throws: AnalysisError.self) { try projection.eigenvectorCentrality() }
            #expect(error?.code == .undefined)
        case "edgeless":
            let equal = 1 / Double(reference.nodes).squareRoot()
            let scores = try projection.eigenvectorCentrality()
            expectEqual(scores.values, Array(repeating: equal, count: reference.nodes), reference.name)
        case "degenerate":
            do {
                let scores = try projection.eigenvectorCentrality()
                let oracle = BruteForce(reference.plain).eigenvectorResidual(scores.values)
                #expect(oracle.residual < 1e-9)
            } catch { #expect(error.code == .notConverged) }
        case let note: #expect(note == "loops")
        }
    }
}
