import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// The tables of `shared/data` against what pandas counts in them: `Tests/Reference/tables/check_tables.py` asked it, and
/// made a workbook of one with openpyxl.
@Suite("Real tables")
struct RealTableTests {
    private struct Counts: Decodable {
        var file: String
        var nodes: Int
        var edges: Int
        var weight: Double?
        var map: String?
    }

    private static let folder = Repository.root.appendingPathComponent("Tests/Reference/tables")

    private struct Reference: Decodable {
        var files: [Counts]
    }

    private static let tables: [Counts] = {
        let file = folder.appendingPathComponent("reference.json")
        return (try? JSONDecoder().decode(Reference.self, from: Data(contentsOf: file)).files) ?? []
    }()

    @Test("there are results of pandas") func results() { #expect(Self.tables.count > 15) }

    @Test("nodes, edges and the sum of weights are those that pandas counts", arguments: tables.map(\.file))
    func countsAreThoseOfPandas(file: String) throws {
        guard let path = SharedFiles.path("data/\(file)") else { return }
        let expected = try #require(Self.tables.first { $0.file == file })
        var columns: [TableColumn: String] = [:]
        for entry in expected.map?.split(separator: ",") ?? [] {
            let parts = entry.split(separator: "=").map(String.init)
            columns[try #require(TableColumn(rawValue: parts[0]))] = parts[1]
        }
        let result = try readGraph(paths: [path], options: ReadOptions(columnMap: ColumnMap(columns)))
        #expect(!result.hasErrors, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        #expect(result.graph.nodeCount == expected.nodes && result.graph.edgeCount == expected.edges)
        let weights = result.graph.edges.compactMap { $0.attributes["weight"]?.double }
        #expect(abs(weights.reduce(0, +) - (expected.weight ?? 0)) < 1e-9)
    }

    @Test("a workbook of a table is the same graph as the table")
    func workbook() throws {
        guard let path = SharedFiles.path("data/graphs/covert/INDEX.csv") else { return }
        let table = try readGraph(paths: [path]).graph
        let workbook = try readGraph(
            paths: [Self.folder.appendingPathComponent("workbooks/covert-index.xlsx").path])
        #expect(!workbook.hasErrors, "\(DiagnosticRenderer().text(of: workbook.diagnostics))")
        #expect(difference(table, workbook.graph) == nil)
    }
}
