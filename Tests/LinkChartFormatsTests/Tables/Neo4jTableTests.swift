import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// Tables for Neo4j's admin import, written and read again, and those that others make.
@Suite("Tables for Neo4j")
struct Neo4jTableTests {
    private func bytes(_ table: Neo4jTableWriter.Table, _ graph: Graph) throws -> [UInt8] {
        let sink = MemorySink()
        try Neo4jTableWriter(table).write(graph, to: sink)
        return sink.bytes
    }

    private func readBack(_ graph: Graph) throws -> ReadResult {
        let inputs = try Neo4jTableWriter.Table.allCases.map {
            GraphInput(name: "g-\($0).neo4j.csv", bytes: try bytes($0, graph))
        }
        return readGraph(inputs: inputs)
    }

    @Test("a real graph comes back whole")
    func article() throws {
        let path = Repository.root.appendingPathComponent("graphs/afghanistan.linkchart.yaml").path
        var graph = try readGraph(paths: [path]).graph
        let result = try readBack(graph)
        #expect(!result.hasErrors)
        graph.title = ""
        #expect(lines(of: result.graph) == lines(of: graph))
    }

    @Test("hostile graphs come back with their nodes, edges and claims")
    func hostile() throws {
        for seed in 1...150 as ClosedRange<UInt64> {
            var graphs = HostileGraphs(seed: seed)
            let graph = graphs.graph()
            let result = try readBack(graph)
            // A byte of value 0 and blanks alone can't be identifiers in a table.
            let isPlain = graph.nodes.allSatisfy { !$0.id.contains("\u{0}") }
            guard isPlain else { continue }
            #expect(
                result.graph.nodeCount == graph.nodeCount && result.graph.edgeCount == graph.edgeCount
                    && result.graph.claimCount == graph.claimCount,
                "seed \(seed): \(DiagnosticRenderer().text(of: result.diagnostics))")
            for (a, b) in zip(lines(of: result.graph), lines(of: graph)) where a != b {
                Issue.record("seed \(seed):\n\(a)\n\(b)")
                break
            }
        }
    }

    @Test("Neo4j's own examples are read, with spaces of identifiers, types and lists")
    func foreign() throws {
        let nodes = GraphInput(
            name: "movies.csv",
            text: #"""
                movieId:ID(Movie-ID),title,year:int,:LABEL,tags:string[],score:float,:IGNORE
                1,"The ""Matrix""",1999,Movie;Film,a;b,7.5,x
                """#)
        let persons = GraphInput(
            name: "actors.csv",
            text:
                "personId:ID(Actor-ID),name,:LABEL,alive:boolean\n1,Keanu,Person,true\n2,Laurence,Person,maybe\n"
        )
        let roles = GraphInput(
            name: "roles.csv",
            text:
                ":START_ID(Actor-ID),role,:END_ID(Movie-ID),:TYPE\n1,\"Neo; the one\",1,ACTED_IN\n2,,1,MEMBER_OF\n"
        )
        let result = readGraph(inputs: [nodes, persons, roles])
        let graph = result.graph
        #expect(result.report.inputs.map(\.format) == [.neo4j, .neo4j, .neo4j])
        #expect(graph.nodes.map(\.id) == ["Movie-ID:1", "Actor-ID:1", "Actor-ID:2"])
        #expect(graph.nodes.map(\.name) == ["The \"Matrix\"", "Keanu", "Laurence"])
        #expect(graph.nodes.map(\.kindName) == ["Entity", "Person", "Person"])
        let movie = try #require(graph.nodes.first)
        #expect(movie.attributes["year"] == 1999 && movie.attributes["score"] == 7.5)
        #expect(movie.attributes["tags"] == .list(["a", "b"]) && movie.attributes["movieId"] == "1")
        #expect(movie.attributes["labels"] == .list(["Movie", "Film"]))
        #expect(graph.edges.map { $0.attributes["relation"] } == ["ACTED_IN", "MEMBER_OF"])
        #expect(graph.edges.first?.attributes["role"] == "Neo; the one")
        #expect(Set(result.diagnostics.map(\.code)) == [.badValue])
        #expect(graph.nodes.last?.attributes["alive"] == "maybe")
    }

    @Test("what APOC exports in one table is read as nodes and relationships")
    func apoc() {
        let result = readGraph(inputs: [
            GraphInput(
                name: "all.csv",
                text: """
                    "_id","_labels","name","_start","_end","_type","since"
                    "0",":Person","Ann",,,,
                    "1",":Actor","Group",,,,
                    ,,,"0","1","MEMBER_OF","2020"
                    """)
        ])
        #expect(!result.hasErrors, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        #expect(result.graph.nodes.map(\.name) == ["Ann", "Group"])
        #expect(result.graph.edges.map(\.definition.name) == ["memberOf"])
    }

    @Test("three files are written, of which standard output can't be one")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("neo4j-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var graph = Graph()
        _ = try graph.addNode(id: "a", kind: #require(graph.ontology.kind(named: "Person")))
        let path = folder.appendingPathComponent("my graph.neo4j.csv").path
        let written = try writeGraph(graph, to: path, as: .neo4j)
        #expect(
            written.map { URL(fileURLWithPath: $0).lastPathComponent } == [
                "my graph-nodes.neo4j.csv", "my graph-relationships.neo4j.csv", "my graph-import.sh",
            ])
        let script = try String(contentsOfFile: written[2], encoding: .utf8)
        #expect(script.contains("--nodes='my graph-nodes.neo4j.csv'"))
        #expect(throws: FileError.self) { try writeGraph(graph, to: "-", as: .neo4j) }
    }

    /// A check by Neo4j's rules in Python, which shares no code with the writer.
    @Test("a strict checker of Neo4j's rules takes what is written")
    func strict() throws {
        guard Python.has("csv") else { return }
        let script = try String(
            contentsOf: Repository.root.appendingPathComponent("Tests/Reference/tables/check_neo4j.py"),
            encoding: .utf8)
        for seed in 1...20 as ClosedRange<UInt64> {
            var graphs = HostileGraphs(seed: seed)
            let graph = graphs.graph()
            guard graph.nodes.allSatisfy({ !$0.id.contains("\u{0}") }) else { continue }
            let parts = try Neo4jTableWriter.Table.allCases.map {
                Data(try bytes($0, graph)).base64EncodedString()
            }
            let counts = try Python.run(script, input: parts.joined(separator: "\n"))
            #expect(
                counts == "\(graph.nodeCount) nodes, \(graph.edgeCount) relationships\n",
                "seed \(seed): \(counts)")
        }
    }
}
