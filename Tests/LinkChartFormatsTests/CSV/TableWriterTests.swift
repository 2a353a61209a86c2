import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartFormats

@Suite("Writing tables")
struct TableWriterTests {
    private func text(
        _ table: TableWriter.Table, of graph: Graph, _ delimiter: TableWriter.Delimiter = .comma
    ) throws -> String {
        let sink = MemorySink()
        try TableWriter(delimiter: delimiter).write(table, of: graph, to: sink)
        return sink.text
    }

    private func readBack(_ graph: Graph, _ delimiter: TableWriter.Delimiter) throws -> ReadResult {
        readGraph(
            inputs: [
                GraphInput(name: "links.csv", text: try text(.links, of: graph, delimiter)),
                GraphInput(name: "nodes.csv", text: try text(.nodes, of: graph, delimiter)),
            ], options: ReadOptions(ontology: graph.ontology))
    }

    @Test("a graph's pair of tables reads back as the same graph", arguments: 0..<120)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let graph = RandomTypedGraph.make(&random)
        let delimiter = random.element(of: [TableWriter.Delimiter.comma, .semicolon, .tab])
        let result = try readBack(graph, delimiter)
        // Random graphs have things that are parts of one another.
        let errors = result.diagnostics.filter { $0.severity == .error && $0.code != .cycle }
        #expect(errors.isEmpty, "seed \(seed): \(errors.map(\.message))")
        let expected = lines(of: graph)
        let found = lines(of: result.graph)
        #expect(found.count == expected.count, "seed \(seed)")
        for (line, (a, b)) in zip(found, expected).enumerated() where a != b {
            Issue.record("seed \(seed), line \(line):\n\(a)\n\(b)\n\(try text(.links, of: graph, delimiter))")
            break
        }
    }

    @Test("so does a graph of the test kit's, with hostile names", arguments: 0..<60)
    func hostileRoundTrip(seed: UInt64) throws {
        let graph = randomTypedGraph(seed: seed)
        let result = try readBack(graph, .comma)
        for (line, (a, b)) in zip(lines(of: result.graph), lines(of: graph)).enumerated() where a != b {
            Issue.record("seed \(seed), line \(line):\n\(a)\n\(b)")
            break
        }
        #expect(lines(of: result.graph).count == lines(of: graph).count)
    }

    @Test("a graph of untyped edges reads back with every parallel edge and weight", arguments: 0..<20)
    func plain(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let rows = (0..<1 + random.below(60)).map { _ in
            "n\(random.below(9)) n\(random.below(9))" + (random.chance(0.5) ? " \(random.below(100))" : "")
        }
        let graph = readGraph(
            inputs: [GraphInput(name: "a.el", text: rows.joined(separator: "\n"))],
            options: ReadOptions(format: .edgeList)
        ).graph
        #expect(try text(.links, of: graph).hasPrefix("source,target"))
        // The table of nodes is read first, so that nodes keep their order.
        let result = try readBack(graph, .comma)
        #expect(lines(of: result.graph) == lines(of: graph), "seed \(seed)")
    }

    @Test("the two tables of a small graph, byte for byte")
    func golden() throws {
        var graph = Graph()
        let article = graph.add(.document("An article, of sorts", id: "article"))
        let state = graph.add(.state("Afghanistan", iso: "AF"))
        let group = graph.add(
            .actor(
                "Tehrik-i-Taliban Pakistan", id: "ttp", aliases: ["TTP", "the \"TTP\""], subtype: "armedGroup"
            ))
        graph.updateNode(article.index, isSource: true)
        graph.link(
            state, .hosts, group, valid: try EDTFDate("2021/.."), attributes: ["fighters": ["atLeast": 6000]],
            claim: Claim(
                claimant: .named("=HYPERLINK(\"x\")"), source: .node(article.index), locator: "L12",
                statement: "They are there.", modality: .estimated, confidence: try Confidence(60)))
        #expect(
            try text(.nodes, of: graph) == #"""
                id,kind,name,aliases,subtype,iso2
                article,Document,"An article, of sorts",,,
                afghanistan,State,Afghanistan,,,AF
                ttp,Actor,Tehrik-i-Taliban Pakistan,"TTP; the ""TTP""",armedGroup,

                """#)
        #expect(
            try text(.links, of: graph) == #"""
                source,relation,target,valid,claimant,document,locator,statement,modality,confidence,attributes
                afghanistan,hosts,ttp,2021/..,"=HYPERLINK(""x"")",article,L12,They are there.,estimated,60,"{""fighters"":{""atLeast"":6000}}"

                """#)
        #expect(
            try text(.relations, of: graph, .tab).split(separator: "\n").last?.hasPrefix(
                "afghanistan\tAfghanistan\tState\thosts\tttp\tTehrik-i-Taliban Pakistan\tActor\t2021/..\t")
                == true)
    }

    @Test("a table of relations alone keeps kinds, names and claims")
    func relations() throws {
        var random = SplitMix64(seed: 3)
        let graph = RandomTypedGraph.make(&random)
        let text = try text(.relations, of: graph)
        let result = readGraph(inputs: [GraphInput(name: "links.csv", text: text)])
        #expect(result.graph.edgeCount == graph.edgeCount && result.graph.claimCount == graph.claimCount)
        for node in result.graph.nodes {
            let original = try #require(graph.node(id: node.id))
            #expect(graph[original].kind == node.kind && graph[original].name == node.name)
        }
    }

    @Test("an empty graph gives headers alone, which read back as nothing wrong")
    func empty() throws {
        #expect(try text(.nodes, of: Graph()) == "id,kind,name\n")
        #expect(try text(.links, of: Graph()) == "source,relation,target\n")
        let result = try readBack(Graph(), .comma)
        #expect(!result.diagnostics.hasErrors && result.graph.nodeCount == 0)
    }

    @Test("a sink's error ends the writing")
    func failure() {
        final class Full: OutputSink {
            func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
                throw FileError(.ioError, path: "full", action: "write")
            }
        }
        #expect(throws: FileError.self) { try TableWriter().write(.nodes, of: Graph(), to: Full()) }
    }
}
