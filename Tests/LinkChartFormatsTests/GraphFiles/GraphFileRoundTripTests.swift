import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

/// What the formats of other graph programs hold of a graph, written and read again.
@Suite("Round trips of graph files")
struct GraphFileRoundTripTests {
    static let formats: [GraphFormat] = [.graphML, .gexf, .gml, .pajek, .jsonGraph, .cytoscape, .dot]

    static func read(_ bytes: [UInt8], _ format: GraphFormat) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "graph", bytes: bytes)], options: ReadOptions(format: format))
    }

    /// Problems other than those that hostile names and dates are meant to raise.
    static func problems(_ result: ReadResult) -> String {
        let harmless: Set<DiagnosticCode> = [.suspiciousName, .badDate, .selfLoop, .noClaims, .cycle]
        var rest = Diagnostics()
        for diagnostic in result.diagnostics where !harmless.contains(diagnostic.code) {
            rest.report(diagnostic)
        }
        return DiagnosticRenderer().text(of: rest)
    }

    /// Everything but the order of attributes; of Pajek's also but what a network can't say of itself.
    private func text(_ graph: Graph, _ format: GraphFormat) -> [String] {
        let own =
            format == .pajek
            ? [] : ["title \(graph.title)", "attributes \(LinkChartFormatsTests.text(of: graph.attributes))"]
        return own + lines(of: graph)
    }

    private func check(_ graph: Graph, _ format: GraphFormat, _ context: String) throws {
        let bytes = try graphBytes(graph, as: format)
        let result = Self.read(bytes, format)
        let content = { String(decoding: bytes.prefix(20_000), as: UTF8.self) }
        #expect(Self.problems(result) == "", "\(context)\n\(content())")
        let (expected, found) = (text(graph, format), text(result.graph, format))
        #expect(found.count == expected.count, "\(context)")
        for (a, b) in zip(found, expected) where a != b {
            Issue.record("\(context):\n\(a)\n\(b)\n\(content())")
            break
        }
        #expect(try graphBytes(result.graph, as: format) == bytes, "\(context): not the same text again")
    }

    @Test("random graphs with hostile texts survive", arguments: formats)
    func randomGraphsSurvive(format: GraphFormat) throws {
        for seed in 1...150 as ClosedRange<UInt64> {
            var random = HostileGraphs(seed: seed)
            let graph = seed % 2 == 0 ? random.graph() : randomTypedGraph(seed: seed)
            try check(graph, format, "\(format), seed \(seed)")
        }
    }

    @Test("graphs without directions, and with some, survive", arguments: formats)
    func directionsSurvive(format: GraphFormat) throws {
        var graph = Graph(title: "Mixed")
        graph.attributes["directed"] = false
        let (a, b) = (graph.add(.entity("a", id: "a")), graph.add(.entity("b", id: "b")))
        let related = try #require(graph.ontology.relation(named: "relatedTo"))
        try graph.link(from: a.index, related, to: b.index, attributes: ["weight": 1.5])
        // GML says it of the whole graph only.
        try graph.link(
            from: b.index, related, to: a.index, id: "own", attributes: ["directed": true], isParallel: true)
        try check(graph, format, "\(format)")
        let result = Self.read(try graphBytes(graph, as: format), format)
        #expect(result.graph.attributes["directed"] == false)
    }

    @Test("a graph's own ontology survives", arguments: formats.filter { $0 != .pajek })
    func ontologySurvives(format: GraphFormat) throws {
        let ontology = try Ontology.builtin.extended(
            name: "mine", kinds: [KindDefinition(name: "Vessel", abstract: ["Thing"])],
            relations: [RelationDefinition("owns", group: "property", domain: ["Agent"], range: ["Vessel"])])
        var random = HostileGraphs(seed: 7)
        let graph = random.graph(ontology: ontology)
        let result = Self.read(try graphBytes(graph, as: format), format)
        #expect(Self.problems(result) == "")
        #expect(result.graph.ontology == ontology)
        #expect(text(result.graph, format) == text(graph, format))
    }

    @Test("an empty graph is read as one", arguments: formats)
    func emptyGraph(format: GraphFormat) throws {
        let result = Self.read(try graphBytes(Graph(), as: format), format)
        #expect(result.graph.nodeCount == 0 && !result.hasErrors)
    }

    @Test("what is written is recognised without its name", arguments: formats)
    func isRecognised(format: GraphFormat) throws {
        let bytes = try graphBytes(randomTypedGraph(seed: 3), as: format)
        #expect(GraphFormat.detect(path: nil, firstBytes: bytes) == format)
        for ending in format.extensions {
            #expect(GraphFormat.detect(path: "x." + ending, firstBytes: bytes) == format, "\(ending)")
        }
    }

    /// However a file is cut or damaged, reading ends with a graph and diagnostics.
    @Test("every truncation and random damage is read", arguments: formats)
    func damageIsRead(format: GraphFormat) throws {
        var graph = Graph(title: "Two \"states\"")
        let (a, b) = (
            graph.add(.state("Ä & <b>", iso: "AF")), graph.add(.actor("B's", id: "b", aliases: ["x"]))
        )
        graph.link(a, .hosts, b, valid: try EDTFDate("2021/.."), claim: Claim(claimant: .named("UN")))
        let bytes = try graphBytes(graph, as: format)
        for length in 0..<bytes.count {
            let result = Self.read(Array(bytes[..<length]), format)
            #expect(result.graph.edgeCount <= 1)
            if format != .pajek, length < bytes.count - 2 {
                #expect(result.diagnostics.hasErrors, "\(format) cut at \(length)")
            }
        }
        var random = SeededGenerator(seed: 4_711)
        let telling: [UInt8] = Array("{}[]:,<>/&;*\"'=%`\\ \n\t0aé\0".utf8) + [0xFF, 0xC0, 0xED]
        for _ in 0..<600 {
            let result = Self.read(damaged(bytes, with: telling, &random), format)
            let text = DiagnosticRenderer().text(of: result.diagnostics)
            #expect(text.isEmpty == result.diagnostics.isEmpty)
        }
    }
}
