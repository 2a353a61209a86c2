import Foundation
import Testing

/// Maps that the built program proposes, and the graphs that it builds with them.
struct SuggestedMapTests {
    private static let shared = Program.root.deletingLastPathComponent()

    /// Proposes a map for a table, and reads the table with it: the map, and the graph as JSON.
    private func build(_ table: String, _ scratch: Scratch) throws -> (map: String, edges: [[String: Any]]) {
        let map = scratch.file("map.yaml").path
        let out = scratch.file("graph.linkchart.json").path
        let proposed = try Program.run("build", table, "--suggest-map", "-o", map)
        try #require(proposed.status == 0, "\(proposed.errors)")
        let text = try String(contentsOfFile: map, encoding: .utf8)
        let run = try Program.run("build", table, "--map", map, "-o", out)
        try #require(run.status == 0, "\(run.errors)\n\(text)")
        let json = try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(fileURLWithPath: out)))
        let graph = try #require(json as? [String: Any])
        return (text, graph["edges"] as? [[String: Any]] ?? [])
    }

    @Test func tablesOfSeveralLands() throws {
        let scratch = try Scratch()
        let russian = try scratch.write(
            "Дата\tОтправитель\tПолучатель\tСумма\n2024-01-05\tООО Ромашка\tИванов\t1 500,50 руб.\n"
                + "2024-02-07\tИванов\tПетров\t200,00 руб.\n2024-02-08\tПетров\tООО Ромашка\t90,10 руб.\n",
            to: "r.tsv")
        let first = try build(russian, scratch)
        #expect(
            first.map.contains("source: \"Отправитель\"") && first.map.contains("valid: \"Дата\""),
            "\(first.map)")
        #expect(first.edges.count == 3 && first.edges.first?["from"] as? String == "ООО Ромашка")
        let german = try scratch.write(
            "Spender;Partei;Betrag;Datum\n\"Müller \";CDU;1.234,50;05.01.2024\nMüller;SPD;20,25;06.01.2024\n",
            to: "g.csv")
        let second = try build(german, scratch)
        #expect(
            second.map.contains("weight: Betrag") && second.map.contains("relation: {value: funds}"),
            "\(second.map)")
        #expect(Set(second.edges.compactMap { $0["from"] as? String }) == ["Müller"])
        #expect((second.edges.first?["attributes"] as? [String: Any])?["weight"] as? Double == 1234.5)
        let ids = try scratch.write(
            "sender_id,sender_name,receiver_id,amount_usd\n1,Ann,2,5\n2,Bob,3,6\n", to: "i.csv")
        let third = try build(ids, scratch)
        #expect(
            third.map.contains("source: sender_id") && third.map.contains("target: receiver_id"),
            "\(third.map)")
        #expect(third.map.contains("sourceName: sender_name") && third.edges.count == 2)
    }

    @Test func aTableOfGephiHasDirectionsAndNoRelations() throws {
        let scratch = try Scratch()
        let table = try scratch.write(
            "Source,Target,Type,Weight\na,b,Directed,1\nb,c,Undirected,2\n", to: "g.csv")
        let (map, edges) = try build(table, scratch)
        #expect(map.contains("relation: {value: ") && !map.contains("column: Type"), "\(map)")
        #expect(edges.count == 2 && edges.allSatisfy { $0["relation"] as? String == "relatedTo" }, "\(map)")
        let types = edges.map { ($0["attributes"] as? [String: Any])?["Type"] as? String }
        #expect(types == ["Directed", "Undirected"], "\(edges)")
    }

    @Test func realTables() throws {
        for (file, count, relation) in [
            ("shared/data/ftm/donations.csv", 280...292, "funds"),
            ("shared/data/borders/GEODATASOURCE-COUNTRY-BORDERS.CSV", 600...728, "borders"),
        ] {
            let path = Self.shared.appendingPathComponent(file).path
            guard FileManager.default.fileExists(atPath: path) else {
                if ProcessInfo.processInfo.environment["CI"] == "true" { Issue.record("\(file) is missing") }
                continue
            }
            let scratch = try Scratch()
            let (map, edges) = try build(path, scratch)
            // Borders stand in the table from both sides, and are one edge.
            let least = relation == "borders" ? count.lowerBound / 2 : count.lowerBound
            #expect(
                edges.count >= least && edges.count <= count.upperBound, "\(file): \(edges.count)\n\(map)")
            #expect(edges.allSatisfy { $0["relation"] as? String == relation }, "\(map)")
        }
    }
}
