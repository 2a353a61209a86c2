import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// Workbooks of Excel, most of them made with openpyxl and XlsxWriter by `Tests/Reference/tables/make_workbooks.py`.
@Suite("Workbooks")
struct WorkbookTests {
    private static let folder = Repository.root.appendingPathComponent("Tests/Reference/tables/workbooks")

    private func read(_ name: String, map: ColumnMap = ColumnMap()) throws -> ReadResult {
        try readGraph(
            paths: [Self.folder.appendingPathComponent(name).path], options: ReadOptions(columnMap: map))
    }

    private func edges(_ graph: Graph) -> [String] {
        graph.edges.map { "\(graph.id(of: $0.source)) \($0.definition.name) \(graph.id(of: $0.target))" }
    }

    private struct Sheet: Decodable {
        var rows: [[String?]]
    }

    @Test("every sort of cell is what openpyxl sees in it")
    func values() throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent("workbooks.json"))
        let books = try JSONDecoder().decode([String: [String: Sheet]].self, from: data)
        let rows = try #require(books["values.xlsx"]?["Nodes"]?.rows)
        let names = rows[0].compactMap { $0 }
        let graph = try read("values.xlsx").graph
        #expect(graph.nodeCount == rows.count - 1)
        for (node, row) in zip(graph.nodes, rows.dropFirst()) {
            #expect(node.id == row[0] && node.name == row[1])
            for (name, expected) in zip(names, row).dropFirst(2) {
                let found: String? =
                    switch node.attributes[name] {
                    case .bool(let value): value ? "true" : "false"
                    case .integer(let value): String(value)
                    case .number(let value): value.description
                    case .string(let text): text
                    default: nil
                    }
                // openpyxl has no dates without a time of day.
                let isSame = found == expected || found.map { $0 + "T00:00:00" } == expected
                #expect(isSame, "\(name) of \(node.id): \(found ?? "-"), not \(expected ?? "-")")
            }
        }
        let first = try #require(graph.nodes.first)
        #expect(first.attributes["digits"] == "007" && first.attributes["flag"] == true)
        #expect(first.attributes["day"] == "2024-03-01" && first.attributes["number"] == 1)
    }

    @Test(
        "each sheet is a table, merged cells hold for their rows, and what is left out is told with its cell")
    func several() throws {
        let result = try read("several.xlsx")
        #expect(!result.hasErrors, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        #expect(edges(result.graph) == ["p1 memberOf g", "p1 relatedTo p2", "p2 memberOf g"])
        #expect(result.graph.nodes.map(\.kindName) == ["Person", "Person", "Actor"])
        #expect(result.graph.nodes.map(\.name) == ["Ali", "Omar", "The Group"])
        #expect(result.graph.edges.first?.valid?.date?.description == "2020-05-17/")
        let skipped = result.report.inputs[0].skipped.first { $0.what == "sheet" }
        #expect(skipped?.examples.map(\.raw) == ["Read me", "Old", "Chart"])
        let cells = result.diagnostics.compactMap(\.cell)
        #expect(Set(cells) == ["'Who''s with whom'!B3", "'Who''s with whom'!D5"])
        let text = DiagnosticRenderer().text(of: result.diagnostics)
        #expect(text.contains("several.xlsx:'Who''s with whom'!D5") && text.contains("#DIV/0!"), "\(text)")
    }

    @Test("blanks around the texts of cells are left out, and that is told")
    func blanks() throws {
        let result = try read("values.xlsx")
        let tally = try #require(
            result.report.inputs[0].normalised.first { $0.what == "cell with blanks around its text" })
        #expect(tally.count == 1 && tally.examples.first?.raw == " two blanks ")
    }

    @Test("days may count from 1904, and a text may be in several type faces")
    func calendar() throws {
        let graph = try read("calendar1904.xlsx").graph
        #expect(edges(graph) == ["a relatedTo bc", "b relatedTo d"])
        #expect(graph.edges.map { $0.valid?.date?.description.prefix(10) } == ["1904-01-02", "2024-02-29"])
        #expect(graph.edges.map { $0.attributes["weight"] } == [2.5, 1e20])
    }

    @Test("a formula without a value is told, and a sheet may be a matrix")
    func others() throws {
        let uncomputed = try read("uncomputed.xlsx")
        #expect(uncomputed.diagnostics.map(\.code) == [.badCell])
        #expect(uncomputed.diagnostics.first?.cell == "Sheet!C2" && uncomputed.graph.edgeCount == 1)
        let matrix = try read("matrix.xlsx").graph
        #expect(matrix.nodeCount == 5 && matrix.edgeCount == 6)
    }

    @Test("what a file says wrongly of itself does no harm")
    func lies() throws {
        let result = try read("lies.xlsx")
        #expect(edges(result.graph) == ["a relatedTo b\rc"])
        #expect(Set(result.diagnostics.map(\.code)) == [.damagedFile, .emptyCell, .suspiciousName])
        #expect(result.diagnostics.first { $0.code == .damagedFile }?.cell == "S!B3")
    }

    @Test("a text that thousands of cells share is no reason to fill the memory")
    func unfolding() throws {
        let result = try read("unfolding.xlsx")
        #expect(result.diagnostics.map(\.code) == [.bombFile])
        #expect(result.diagnostics.first?.message.contains("256 MB of text") == true)
    }

    @Test(
        "other workbooks are named",
        arguments: [
            ("locked.xlsx", "locked with a password"), ("old.xls", "`.xls`"), ("foreign.xlsb", "`.xlsb`"),
            ("foreign.ods", "`.ods`"),
        ])
    func foreign(name: String, what: String) throws {
        let result = try read(name)
        #expect(result.diagnostics.map(\.code) == [.foreignWorkbook])
        #expect(result.diagnostics.first?.message.contains(what) == true)
    }

    @Test("a map is heeded, and a proposed one reads the workbook")
    func maps() throws {
        let path = Self.folder.appendingPathComponent("several.xlsx").path
        let kinds = try read("several.xlsx", map: ColumnMap([.name: "kind"]))
        #expect(!kinds.hasErrors && kinds.graph.nodes.map(\.name) == ["Person", "Person", "Actor"])
        #expect(kinds.graph.edgeCount == 3)
        let nowhere = try read("several.xlsx", map: ColumnMap([.name: "kinds"]))
        #expect(nowhere.diagnostics.filter { $0.severity == .error }.map(\.code) == [.unknownColumn])
        let suggestion = try #require(MapSuggestion(for: try GraphInput(path: path)))
        #expect(suggestion.yaml.contains("rows of the sheet"))
    }

    @Test("cut or changed anywhere, a workbook gives diagnostics and nothing worse")
    func damaged() throws {
        for name in ["values.xlsx", "several.xlsx", "lies.xlsx"] {
            let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
            for count in stride(from: 0, to: bytes.count, by: 97) {
                let input = GraphInput(name: "cut.xlsx", bytes: bytes[..<count])
                #expect(readGraph(inputs: [input]).diagnostics.hasErrors, "\(name) cut at \(count)")
            }
            var random = SeededGenerator(seed: 7)
            for _ in 0..<200 {
                var changed = bytes
                for _ in 0..<3 {
                    changed[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                        in: 0...255, using: &random)
                }
                _ = readGraph(inputs: [GraphInput(name: "changed.xlsx", bytes: changed)])
            }
        }
    }
}
