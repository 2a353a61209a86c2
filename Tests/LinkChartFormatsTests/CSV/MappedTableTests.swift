import LinkChartFormats
import LinkChartModel
import Testing

/// Tables that only a map makes sense of.
@Suite("Tables by a map")
struct MappedTableTests {
    private func read(_ map: String, _ table: String) throws -> ReadResult {
        let map = try ColumnMap(yaml: GraphInput(name: "map.yaml", text: map))
        return readGraph(
            inputs: [GraphInput(name: "t.csv", text: table)], options: ReadOptions(columnMap: map))
    }

    private func edges(_ graph: Graph) -> [String] {
        graph.edges.map { "\(graph.id(of: $0.source)) \($0.definition.name) \(graph.id(of: $0.target))" }
    }

    @Test("values hold for every row, words mean what the map says, and what stood there is kept")
    func valuesAndMeanings() throws {
        let result = try read(
            """
            source: Wer
            target: Wen
            relation: {column: Was, value: relatedTo, means: {greift an: attacks, "FINANZIERT ": funds, "?": ""}}
            sourceKind: {value: Actor}
            targetKind: {column: Art, means: {Staat: State}}
            claimant: {value: Zeitung}
            date: Wann
            missing: [k. A., "-"]
            """,
            """
            Wer,Was,Wen,Art,Wann,Ort,Tote
            TTP,Greift an,Pakistan,Staat,2024-03,-,7
            TTP,?,ISKP,Actor,k. A.,Khost,k. A.
            Netz,finanziert,TTP,Actor,,,
            """)
        #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        let graph = result.graph
        #expect(edges(graph) == ["TTP attacks Pakistan", "TTP relatedTo ISKP", "Netz funds TTP"])
        #expect(graph.nodes.map(\.kindName) == ["Actor", "State", "Actor", "Actor"])
        let all = Array(graph.edges)
        #expect(all[0].attributes["rawRelation"] == "Greift an" && all[1].attributes["rawRelation"] == "?")
        #expect(all[0].attributes["Ort"] == nil && all[1].attributes["Ort"] == "Khost")
        #expect(all[0].attributes["Tote"] == 7 && all[1].attributes["Tote"] == nil)
        for edge in all {
            #expect(edge.claims.count == 1 && Array(edge.claims).first?.claimant == .named("Zeitung"))
        }
        #expect(Array(all[0].claims).first?.date?.date?.description == "2024-03")
        #expect(Array(all[1].claims).first?.date == nil)
    }

    @Test("a row may be a node and several links")
    func severalLinks() throws {
        let result = try read(
            """
            id: Kennung
            name: Name
            kind: {value: Person}
            document: Quelle
            links:
              - {source: Kennung, relation: {value: memberOf}, target: Gruppe, targetKind: {value: Actor}}
              - {source: Kennung, relation: {value: nationalOf}, target: Staat, targetKind: {value: State}}
            """,
            """
            Kennung,Name,Gruppe,Staat,Quelle,Jahrgang
            p1,Ali,TTP,Pakistan,S/2024/1,1980
            p2,Omar,,Afghanistan,S/2024/2,
            """)
        let graph = result.graph
        #expect(
            edges(graph) == ["p1 memberOf TTP", "p1 nationalOf Pakistan", "p2 nationalOf Afghanistan"],
            "\(DiagnosticRenderer().text(of: result.diagnostics))")
        let person = try #require(graph.node(id: "p1"))
        #expect(graph[person].name == "Ali" && graph[person].kindName == "Person")
        #expect(graph[person].attributes["Jahrgang"] == 1980 && graph[person].attributes["Gruppe"] == nil)
        #expect(graph.edges.allSatisfy { $0.attributes.isEmpty && $0.claims.count == 1 })
        #expect(graph.claims.map(\.claim).first?.source == .named("S/2024/1"))
        #expect(graph[try #require(graph.node(id: "TTP"))].kindName == "Actor")
        // The row without a group is told, once.
        #expect(result.diagnostics.map(\.code) == [.emptyCell])
    }

    @Test("columns that no link names belong to each of them")
    func linksAlone() throws {
        let result = try read(
            """
            links:
              - {source: A, relation: {value: attacks}, target: B}
              - {source: B, relation: {value: relatedTo}, target: C}
            """, "A,B,C,n\na,b,c,5\n")
        #expect(edges(result.graph) == ["a relatedTo b", "b relatedTo c"])
        #expect(result.graph.edges.allSatisfy { $0.attributes["n"] == 5 })
    }

    @Test("columns can be given by number where there is no header, and one that is not there is told")
    func numbersAndMissing() throws {
        let byNumber = try read(
            "links: [{source: 1, relation: {value: relatedTo}, target: 2}]\n", "a;b\nb;c\n")
        #expect(edges(byNumber.graph) == ["a relatedTo b", "b relatedTo c"])
        let missing = try read(
            "links: [{source: A, relation: {value: relatedTo}, target: Bee}]\n", "A,B\na,b\n")
        #expect(missing.diagnostics.first?.message.contains("target=Bee") == true)
        #expect(missing.hasErrors)
    }
}
