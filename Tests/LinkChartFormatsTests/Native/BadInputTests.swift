import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// Every file of `Fixtures/bad` has beside it what is to be said of it, and what is left of its graph.
///
/// With `LINKCHART_UPDATE_GOLDEN=1` in the environment the expectations are written anew; read the difference
/// before committing it.
@Suite struct BadInputTests {
    static let folder = Repository.root.appendingPathComponent("Tests/LinkChartFormatsTests/Fixtures/bad")
    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            !$0.hasSuffix(".expected")
        })?
        .sorted() ?? []

    @Test func thereAreFixtures() { #expect(Self.names.count >= 27) }

    @Test(arguments: names)
    func diagnosticsAreAsExpected(name: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appendingPathComponent(name))
        let result = readGraph(inputs: [GraphInput(name: name, bytes: bytes)])
        let graph = result.graph
        let rendered =
            DiagnosticRenderer().text(of: result.diagnostics)
            + "graph: \(graph.nodeCount) nodes, \(graph.edgeCount) edges, \(graph.claimCount) claims\n"
        let file = Self.folder.appendingPathComponent(name + ".expected")
        if ProcessInfo.processInfo.environment["LINKCHART_UPDATE_GOLDEN"] != nil {
            try rendered.write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(rendered == expected)
        #expect(!result.diagnostics.isEmpty)
        // The machine's form says the same.
        let (tree, problems) = try json(result.diagnostics)
        #expect(problems == 0 && tree.count == result.diagnostics.count)
    }

    private func json(_ diagnostics: Diagnostics) throws -> ([Any], Int) {
        let object = try JSONSerialization.jsonObject(with: Data(diagnostics.jsonText().utf8))
        let list = try #require(object as? [[String: Any]])
        let keys: Set = ["severity", "code", "file", "line", "column", "message", "suggestion"]
        return (list, list.filter { Set($0.keys) != keys }.count)
    }
}
