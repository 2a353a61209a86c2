import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Parallel edges and loops against NetworkX's multigraphs.
@Suite struct MultigraphTests {
    struct Reference: Decodable, CustomTestStringConvertible, Sendable {
        var name: String
        var directed: Bool
        var nodes: Int
        var edges: [[Int]]
        var degree: [Double]
        var inDegree: [Double]
        var outDegree: [Double]
        var betweenness: [Double]
        var closeness: [Double]
        var harmonic: [Double]
        var pagerank: [Double]
        var eigenvector: [Double]?
        var core: [Double]
        var bridges: [[Int]]

        var testDescription: String { name }

        static let all: [Reference] = {
            do {
                let file = ReferenceGraph.folder.appending(path: "multigraphs.json")
                return try JSONDecoder().decode([Reference].self, from: Data(contentsOf: file))
            } catch {
                Issue.record("the reference values can't be read: \(error)")
                return []
            }
        }()
    }

    @Test(arguments: Reference.all)
    func parallelEdgesCountWhereTheyShould(reference: Reference) throws {
        let graph = PlainGraph(
            reference.nodes, isDirected: reference.directed,
            links: reference.edges.map { .init($0[0], $0[1]) })
        let projection = graph.projection(parallelEdges: .kept)
        func check(_ measure: CentralityMeasure, _ theirs: [Double]) throws {
            expectEqual(try projection.centrality(measure).values, theirs, "\(measure) of \(reference.name)")
        }
        try check(.degree, reference.degree)
        try check(.inDegree, reference.inDegree)
        try check(.outDegree, reference.outDegree)
        try check(.betweenness, reference.betweenness)
        try check(.closeness, reference.closeness)
        try check(.harmonic, reference.harmonic)
        try check(.pageRank, reference.pagerank)
        try check(.core, reference.core)
        if let theirs = reference.eigenvector { try check(.eigenvector, theirs) }
        for kept in [projection, graph.projection(keepingEdges: true)] {
            let bridges = try kept.bridges()
            #expect(bridges.map { [$0.first.position, $0.second.position] } == reference.bridges)
        }
    }
}
