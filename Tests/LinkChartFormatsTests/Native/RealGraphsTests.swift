import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// The repository's own graphs.
enum Repository {
    /// The root of the repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The files of a folder with an ending.
    static func files(in folder: String, ending: String) throws -> [String] {
        let url = root.appendingPathComponent(folder)
        return try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(ending) }
            .sorted().map { url.appendingPathComponent($0).path }
    }
}

@Suite struct RealGraphsTests {
    @Test func allReadWithoutProblems() throws {
        let files = try Repository.files(in: "graphs", ending: ".yaml")
        #expect(!files.isEmpty)
        for file in files {
            let result = try readGraph(paths: [file])
            #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        }
    }

    /// The numbers are those of graphs/README.md, counted by hand.
    @Test func theArticleIsRead() throws {
        let file = Repository.root.appendingPathComponent("graphs/afghanistan.linkchart.yaml").path
        let result = try readGraph(paths: [file])
        let graph = result.graph
        #expect(graph.title == "Afghanistan and its neighbours, as one article tells it")
        #expect(graph.nodeCount == 77 && graph.edgeCount == 136 && graph.claimCount == 149)
        #expect(result.report.inputs.first?.nodesRead == 77 && result.report.inputs.first?.edgesMerged == 0)
        let unestablished = graph.edges.filter { !$0.standing.isEstablished }
        #expect(unestablished.count == 12)
        let byModality = Dictionary(grouping: graph.claims.map(\.claim.modality)) { $0 }.mapValues(\.count)
        #expect(
            byModality == [
                .asserted: 120, .estimated: 14, .confirmed: 3, .proposed: 7, .predicted: 4, .negated: 1,
            ])
        let article = try #require(graph.node(id: "article"))
        #expect(graph[article].isSource && graph[article].kindName == "Document")
        #expect(graph[article].attributes["publisher"] == "Asia Times")
        let hosts = try #require(
            graph.edges.first { $0.definition.name == "hosts" && graph.id(of: $0.target) == "ttp" })
        let claim = try #require(Array(hosts.claims).first)
        #expect(claim.source == .node(article) && claim.locator != nil && claim.statement != nil)
        let attack = try #require(graph.node(id: "washington-attack"))
        #expect(graph[attack].attributes["fatalities"] == ["low": 2, "best": 2, "high": 2])
    }
}
