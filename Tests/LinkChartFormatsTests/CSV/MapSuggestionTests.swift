import LinkChartFormats
import LinkChartModel
import Testing

/// Maps that are proposed for tables: they are right YAML, and the tables read with them.
@Suite("Proposed maps")
struct MapSuggestionTests {
    private func read(_ table: String) throws -> (map: ColumnMap, yaml: String, result: ReadResult) {
        let input = GraphInput(name: "t.csv", text: table)
        let suggestion = try #require(MapSuggestion(for: input))
        let map = try ColumnMap(yaml: GraphInput(name: "map.yaml", text: suggestion.yaml))
        return (map, suggestion.yaml, readGraph(inputs: [input], options: ReadOptions(columnMap: map)))
    }

    @Test("ends are found by names in several languages, and words that are no relations are listed")
    func events() throws {
        var table = "Datum;Angreifer;Art;Ziel;Tote;Quelle;Bericht\n"
        for number in 1...40 {
            let kind = ["attacks", "atacks", "Sonstiges"][number % 3]
            table +=
                "2024-01-\(number % 28 + 1 < 10 ? "0" : "")\(number % 28 + 1);Gruppe \(number % 7);\(kind);"
                + "\(["Pakistan", "Iran", "Afghanistan"][number % 3]);\(number);https://example.org/\(number);"
                + "Ein langer Bericht über das, was an diesem Tag an diesem Ort geschehen sein soll, Nummer \(number).\n"
        }
        let (map, yaml, result) = try read(table)
        #expect(map.columns[.source] == "Angreifer" && map.columns[.target] == "Ziel")
        #expect(map.columns[.relation] == "Art" && map.columns[.valid] == "Datum")
        #expect(map.columns[.statement] == "Bericht" && map.columns[.document] == "Quelle")
        #expect(map.constants[.targetKind] == "State")
        #expect(map.meanings[.relation] == ["atacks": "attacks", "Sonstiges": "relatedTo"])
        #expect(yaml.contains("# 40 of 40 rows, 7 different: Gruppe") && yaml.contains("Tote"))
        #expect(
            !result.hasErrors && result.graph.edgeCount > 20,
            "\(DiagnosticRenderer().text(of: result.diagnostics))")
        #expect(result.graph.nodes.count { $0.kindName == "State" } == 3)
    }

    @Test("where names say nothing, the two columns that share most are the ends")
    func overlap() throws {
        let (map, _, result) = try read(
            "x,y,z\nAnna,Berlin,Bert\nBert,Paris,Cleo\nCleo,Berlin,Anna\nDora,Paris,Bert\n")
        #expect(map.columns[.source] == "x" && map.columns[.target] == "z")
        #expect(map.constants[.relation] == "relatedTo" && result.graph.edgeCount == 4)
    }

    @Test("what is known stays, odd names are quoted, and empty words are told")
    func known() throws {
        let (map, yaml, result) = try read(
            "source,target,relation,\"no, #: 'x'\"\na,b,attacks,NA\nb,c,hosts,n/a\n")
        #expect(map.columns == [.source: "source", .target: "target", .relation: "relation"])
        #expect(map.missing == ["NA", "n/a"] && map.meanings.isEmpty && yaml.contains("#   \"no, #: 'x'\""))
        #expect(result.graph.edges.allSatisfy { $0.attributes["no, #: 'x'"] == nil })
    }

    @Test("nothing is proposed for nothing, and columns without ends are told")
    func ends() throws {
        #expect(MapSuggestion(for: GraphInput(name: "t.csv", text: "")) == nil)
        #expect(MapSuggestion(for: GraphInput(name: "t.csv", text: "a,b\n")) == nil)
        let numbers = try #require(
            MapSuggestion(for: GraphInput(name: "t.csv", text: "p,q\n1.5,2.5\n2.5,7.25\n")))
        #expect(numbers.yaml.contains("No two columns look like the ends of a link"))
        let nodes = try read("id,name,kind\np,Ann,Person\n")
        #expect(
            nodes.map.columns == [.id: "id", .name: "name", .kind: "kind"]
                && nodes.result.graph.nodeCount == 1)
    }
}
