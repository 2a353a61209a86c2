import LinkChartFormats
import LinkChartModel
import Testing

@Suite("Reading the JSON Graph Format and Cytoscape's JSON")
struct JSONGraphTests {
    private func read(_ text: String, _ format: GraphFormat? = nil) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "a.json", text: text)], options: ReadOptions(format: format))
    }

    private func ends(_ graph: Graph) -> [String] {
        graph.edges.map { "\(graph.id(of: $0.source))-\(graph.id(of: $0.target))" }
    }

    @Test("version 1 has a list of nodes, version 2 an object")
    func versions() throws {
        let first = read(
            """
            {"graph": {"directed": false, "type": "t", "label": "L", "metadata": {"a": 1, "label": "m"},
             "nodes": [{"id": "0", "type": "x", "label": "zero", "metadata": {"k": [1, {"z": null}]}}, {"id": "1"}],
             "edges": [{"source": "0", "relation": "knows", "target": "1", "directed": true, "label": "e",
                        "metadata": {"w": 2.5}}]}}
            """)
        #expect(first.report.inputs[0].format == .jsonGraph && !first.hasErrors)
        #expect(
            first.graph.title == "L" && first.graph.attributes["a"] == 1
                && first.graph.attributes["directed"] == false)
        let node = try #require(first.graph.nodes.first)
        #expect(node.name == "zero" && node.attributes == ["type": "x", "k": [1, ["z": .null]]])
        #expect(
            first.graph.edges.map(\.attributes) == [
                ["label": "e", "relation": "knows", "w": 2.5, "directed": true]
            ])
        let second = read(
            """
            {"graph": {"nodes": {"a": {"label": "A", "metadata": {"kind": "State"}}, "b": {"metadata": {"kind": "Actor"}}},
             "edges": [{"id": "e1", "source": "a", "target": "b", "relation": "hosts"}],
             "hyperedges": [{"nodes": ["a", "b"], "relation": "meet"}, {"source": ["a"], "target": ["b"]}]}}
            """)
        #expect(!second.hasErrors && second.graph.nodeCount == 4 && second.graph.edgeCount == 5)
        #expect(second.graph.edges.first?.definition.name == "hosts" && second.graph.edges.first?.id == "e1")
        #expect(
            ends(second.graph) == [
                "a-b", "hyperedge 1-a", "hyperedge 1-b", "a-hyperedge 2", "hyperedge 2-b",
            ])
    }

    @Test("several graphs become one that tells their edges apart")
    func severalGraphs() {
        let result = read(
            """
            {"graphs": [{"id": "x", "nodes": {"a": {}, "b": {}}, "edges": [{"source": "a", "target": "b"}]},
                        {"nodes": {"a": {"label": "A"}}, "edges": [{"source": "a", "target": "c"}]}]}
            """)
        #expect(
            result.graph.nodeCount == 3
                && result.graph.edges.map { $0.attributes["graph"] } == ["x", "graph 2"])
        #expect(result.diagnostics.count(of: .severalGraphs) == 1 && !result.hasErrors)
        #expect(result.diagnostics.count(of: .missingNode) == 1)
    }

    @Test("Cytoscape's elements in their two shapes")
    func cytoscape() throws {
        let desktop = read(
            """
            {"format_version": "1.0", "generated_by": "cytoscape-3.10", "data": {"name": "Net", "SUID": 52},
             "elements": {"nodes": [{"data": {"id": "7", "name": "Seven", "SUID": 7}, "position": {"x": 1.5, "y": 2},
               "selected": false}, {"data": {"id": 8}}],
             "edges": [{"data": {"id": "9", "source": "7", "target": "8", "interaction": "pp"}, "selected": true}]}}
            """)
        #expect(desktop.report.inputs[0].format == .cytoscape && !desktop.hasErrors)
        #expect(desktop.graph.title == "Net" && desktop.graph.attributes["generated_by"] == "cytoscape-3.10")
        let node = try #require(desktop.graph.nodes.first)
        #expect(node.name == "Seven")
        #expect(node.attributes == ["SUID": 7, "position": ["x": 1.5, "y": 2], "selected": false])
        #expect(desktop.graph.edges.map(\.attributes) == [["interaction": "pp", "selected": true]])
        #expect(desktop.graph.edges.first?.id == "9" && ends(desktop.graph) == ["7-8"])
        let list = read(
            """
            [{"group": "edges", "data": {"source": "a", "target": "b"}}, {"data": {"id": "a", "kind": "State"}},
             {"data": {"id": "b", "kind": "Actor"}, "classes": "x"},
             {"data": {"source": "a", "target": "b", "interaction": "hosts"}}]
            """)
        #expect(list.report.inputs[0].format == .cytoscape && ends(list.graph) == ["a-b", "a-b"])
        #expect(list.graph.edges.map(\.definition.name) == ["relatedTo", "hosts"])
    }

    @Test("what is wrong is told")
    func problems() {
        let cases: [(String, GraphFormat, DiagnosticCode)] = [
            ("[]", .jsonGraph, .wrongType), ("{}", .jsonGraph, .missingKey),
            ("{\"graph\": 1}", .jsonGraph, .wrongType),
            ("{\"graph\": {\"nodes\": [1]}}", .jsonGraph, .wrongType),
            ("{\"graph\": {\"nodes\": [{}]}}", .jsonGraph, .missingKey),
            ("{\"graph\": {\"nodes\": 5}}", .jsonGraph, .wrongType),
            ("{\"graph\": {\"directed\": \"yes\"}}", .jsonGraph, .wrongType),
            ("{\"graph\": {\"edges\": [{\"source\": \"a\"}]}}", .jsonGraph, .missingKey),
            ("{\"graph\": {\"edges\": [{\"source\": [], \"target\": \"a\"}]}}", .jsonGraph, .wrongType),
            ("{\"graph\": {\"nodes\": {\"a\": {}, \"a\": {}}}}", .jsonGraph, .duplicateKey),
            ("{\"graph\": {\"nodes\": {", .jsonGraph, .truncatedFile), ("1", .cytoscape, .wrongType),
            ("{}", .cytoscape, .missingKey), ("{\"elements\": {\"nodes\": [{}]}}", .cytoscape, .missingKey),
            ("{\"elements\": {\"nodes\": [7]}}", .cytoscape, .wrongType),
            ("{\"elements\": {\"knots\": []}}", .cytoscape, .unknownKey),
            ("{\"elements\": {\"nodes\": [{\"data\": {}}]}}", .cytoscape, .missingKey),
            ("{\"elements\": {\"edges\": [{\"data\": {\"source\": \"a\"}}]}}", .cytoscape, .missingKey),
        ]
        for (text, format, code) in cases {
            let result = read(text, format)
            #expect(
                result.diagnostics.count(of: code) >= 1, "\(text): \(code) \(result.diagnostics.map(\.code))")
        }
    }

    @Test("formats that share an ending are told apart by what they hold")
    func recognition() {
        let cases: [(String, String, GraphFormat)] = [
            ("a.xml", "<graphml><graph/></graphml>", .graphML),
            ("a.xml", "<?xml version=\"1.0\"?>\n<!-- x -->\n<gexf version=\"1.3\"/>", .gexf),
            ("a.json", "{\"directed\": true, \"graph\": {}, \"nodes\": [], \"links\": []}", .nodeLink),
            ("a.json", "{\"graph\": {\"directed\": true, \"nodes\": []}}", .jsonGraph),
            ("a.json", "{\"elements\": {\"nodes\": [{\"data\": {\"id\": 1}}]}}", .cytoscape),
            ("a.json", "{\"linkchart\": 1}", .nativeJSON), ("-", "graph [ node [ id 1 ] ]", .gml),
            ("-", "graph\n[\n directed 0 ]", .gml), ("-", "digraph {\n graph [rankdir=LR]\n a -> b }", .dot),
            ("-", "/* of\nours */ strict graph G { a -- b }", .dot),
            ("-", "// x\ngraph { graph [a=b] }", .dot),
            ("-", "% x\n*Vertices 3\n1 \"a\"", .pajek), ("a.net", "*vertices 3", .pajek),
            ("a.gml", "x", .gml),
        ]
        for (name, text, format) in cases {
            #expect(
                GraphFormat.detect(path: name == "-" ? nil : name, firstBytes: text.utf8) == format, "\(text)"
            )
        }
    }
}
