import LinkChartModel
import Testing

@testable import LinkChartFormats

@Suite("Reading GraphML")
struct GraphMLTests {
    private func read(_ text: String) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "a.graphml", text: text)])
    }

    private func document(_ keys: String, _ graph: String, edgedefault: String = "directed") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        \(keys)
        <graph id="G" edgedefault="\(edgedefault)">
        \(graph)
        </graph></graphml>
        """
    }

    @Test("types, defaults and names are those declared")
    func typesAndDefaults() throws {
        let result = read(
            document(
                """
                <key id="d0" for="node" attr.name="age" attr.type="int"><default>30</default></key>
                <key id="d1" for="node" attr.name="name" attr.type="string"/>
                <key id="d2" for="all" attr.name="score" attr.type="double"/>
                <key id="d3" for="node" attr.name="old" attr.type="boolean"/>
                <key id="d4" for="edge" attr.name="weight" attr.type="double"><default>1.0</default></key>
                <key id="d5" for="graph" attr.name="title" attr.type="string"/>
                """,
                """
                <data key="d5">A title</data>
                <node id="a"><data key="d0"> 7 </data><data key="d1">Anna</data><data key="d3">true</data></node>
                <node id="b"><data key="d2">1e3</data></node>
                <edge source="a" target="b"><data key="d4">2.5</data></edge>
                <edge source="b" target="a"/>
                """))
        #expect(
            result.diagnostics.allSatisfy { $0.severity == .note }, "\(result.diagnostics.map(\.message))")
        let nodes = Array(result.graph.nodes)
        #expect(result.graph.title == "A title" && result.graph.attributes["id"] == "G")
        #expect(nodes[0].name == "Anna" && nodes[0].attributes == ["age": 7, "old": true])
        #expect(nodes[1].attributes == ["score": 1000.0, "age": 30])
        #expect(result.graph.edges.map { $0.attributes["weight"] } == [2.5, 1.0])
    }

    @Test("kinds and relations of the ontology are taken, others kept")
    func kindsAndRelations() throws {
        let result = read(
            document(
                """
                <key id="k" for="node" attr.name="kind" attr.type="string"/>
                <key id="r" for="edge" attr.name="relation" attr.type="string"/>
                """,
                """
                <node id="a"><data key="k">State</data></node><node id="b"><data key="k">armed thing</data></node>
                <node id="c"><data key="k">actor</data></node>
                <edge source="a" target="c"><data key="r">hosts</data></edge>
                <edge source="c" target="a"><data key="r">attacks</data></edge>
                <edge source="b" target="a"><data key="r">hosts</data></edge>
                <edge source="a" target="b"><data key="r">knows</data></edge>
                """))
        #expect(result.graph.nodes.map(\.kindName) == ["State", "Entity", "Actor"])
        #expect(result.graph.nodes.map { $0.attributes["kind"] } == [nil, "armed thing", "actor"])
        #expect(result.graph.edges.map(\.definition.name) == ["hosts", "attacks", "relatedTo", "relatedTo"])
        #expect(result.graph.edges.map { $0.attributes["relation"] } == [nil, nil, "hosts", "knows"])
        #expect(result.report.inputs[0].guessed.map(\.what) == ["relation that does not fit its ends"])
        #expect(!result.hasErrors)
    }

    @Test("nodes may follow edges, and stand in nodes")
    func orderAndNesting() throws {
        let result = read(
            document(
                "<key id=\"k\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>",
                """
                <edge source="a" target="b"/>
                <node id="a"><graph edgedefault="undirected"><node id="a1"/><edge source="a1" target="b"/></graph>
                  <data key="k">State</data></node>
                <node id="b"><port name="p"><port name="q"/></port></node>
                <edge source="b" target="a" directed="false" sourceport="p"/>
                """))
        #expect(result.graph.nodeCount == 3 && result.graph.edgeCount == 3 && !result.hasErrors)
        let a = try #require(result.graph.node(id: "a"))
        let a1 = try #require(result.graph.node(id: "a1"))
        let b = try #require(result.graph.node(id: "b"))
        #expect(result.graph[a].kindName == "State" && result.graph[a1].attributes["parent"] == "a")
        #expect(result.graph[b].attributes["ports"] == [["name": "p", "ports": [["name": "q"]]]])
        #expect(result.graph.edges.map { $0.attributes["directed"] } == [nil, false, false])
        #expect(result.graph.edges.last?.attributes["sourceport"] == "p")
        #expect(result.diagnostics.count(of: .missingNode) == 0)
    }

    @Test("a hyperedge becomes a node with its edges")
    func hyperedges() throws {
        let result = read(
            document(
                "",
                """
                <node id="a"/><node id="b"/><node id="c"/>
                <hyperedge id="h"><endpoint node="a" type="in"/><endpoint node="b" type="out"/><endpoint node="c"/>
                </hyperedge>
                """))
        let h = try #require(result.graph.node(id: "h"))
        #expect(result.graph[h].subtype == "hyperedge" && result.graph.edgeCount == 3)
        let ends = result.graph.edges.map {
            "\(result.graph.id(of: $0.source))-\(result.graph.id(of: $0.target))"
        }
        #expect(ends == ["a-h", "h-b", "h-c"])
        #expect(result.report.inputs[0].normalised.map(\.what) == ["hyperedge"])
    }

    @Test("what yEd draws is kept, its labels are names")
    func yEd() throws {
        let result = read(
            document(
                """
                <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>
                """,
                """
                <node id="n0"><data key="d6"><y:ShapeNode><y:Fill color="#FF0000"/>
                <y:NodeLabel x="1">Front &amp; back</y:NodeLabel></y:ShapeNode></data></node><node id="n1"/>
                <edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge>
                <y:EdgeLabel>pays</y:EdgeLabel></y:PolyLineEdge></data></edge>
                """))
        let node = try #require(result.graph.nodes.first)
        #expect(node.name == "Front & back")
        #expect(
            node.attributes["nodegraphics"]?.string?.hasPrefix("<y:ShapeNode><y:Fill color=\"#FF0000\"/>")
                == true)
        #expect(result.graph.edges.map { $0.attributes["label"] } == ["pays"])
        #expect(result.graph.edges.map(\.id) == ["e0"])
    }

    @Test("several graphs become one, undirected ones say so")
    func severalGraphs() throws {
        let result = read(
            """
            <graphml><graph edgedefault="undirected"><node id="a"/><node id="b"/><edge source="a" target="b"/></graph>
            <graph edgedefault="directed"><node id="c"/><edge source="c" target="a"/></graph></graphml>
            """)
        #expect(result.graph.nodeCount == 3 && result.graph.attributes["directed"] == false)
        #expect(result.graph.edges.map { $0.attributes["directed"] } == [nil, true])
        #expect(result.diagnostics.count(of: .severalGraphs) == 1 && !result.hasErrors)
    }

    @Test("entities and what lies outside the file are refused")
    func entities() {
        let bomb =
            "<!DOCTYPE g [<!ENTITY a \"ha\">"
            + (1..<30).map { "<!ENTITY a\($0) \"&a\($0 - 1 == 0 ? "" : String($0 - 1));&a;\">" }.joined()
            + "]><graphml><graph edgedefault=\"directed\"><node id=\"&a29;\"/></graph></graphml>"
        let outside =
            "<!DOCTYPE g [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><graphml><graph><node id=\"&x;\"/></graph></graphml>"
        let foreign =
            "<!DOCTYPE graphml SYSTEM \"http://example.org/graphml.dtd\">"
            + "<graphml><graph edgedefault=\"directed\"><node id=\"a\"/><node id=\"&who;\"/></graph></graphml>"
        let parameter = "<!DOCTYPE g [<!ENTITY % p SYSTEM \"http://example.org/\"> %p;]><graphml/>"
        for text in [bomb, outside, foreign, parameter] {
            let result = read(text)
            #expect(result.diagnostics.count(of: .refusedEntity) == 1, "\(text.prefix(60))")
            #expect(result.graph.nodeCount <= 1)
        }
        // A document type alone is harmless.
        let harmless = read(
            "<!DOCTYPE graphml SYSTEM \"http://example.org/graphml.dtd\">"
                + "<graphml><graph edgedefault=\"directed\"><node id=\"&amp;&#65;\"/></graph></graphml>")
        #expect(harmless.graph.nodes.map(\.id) == ["&A"] && !harmless.hasErrors)
    }

    @Test("depth and size are bounded")
    func bounds() {
        let deep = String(repeating: "<graph edgedefault=\"directed\"><node id=\"a\">", count: 100_000)
        #expect(read("<graphml>" + deep).diagnostics.count(of: .tooDeep) == 1)
        let ports = "<node id=\"a\">" + String(repeating: "<port name=\"p\">", count: 50_000)
        #expect(read(document("", ports)).diagnostics.count(of: .tooDeep) == 1)
        // A text of many megabytes, and a value of some, in one line.
        let long = String(repeating: "x", count: 12 << 20)
        let result = read(
            document("", "<node id=\"a\"><data key=\"k\">\(long)</data></node><node id=\"\(long)\"/>"))
        #expect(result.graph.nodeCount == 2 && result.graph.nodes.first?.attributes["k"] == .string(long))
        #expect(read(document("", "<!--" + String(repeating: "-x", count: 40 << 20))).diagnostics.hasErrors)
    }

    @Test("an encoding other than UTF-8 that the declaration names is read by what the file holds")
    func encodings() {
        let result = read(
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><graphml><graph><node id=\"ä\"/></graph></graphml>")
        #expect(result.graph.nodes.map(\.id) == ["ä"])
        let marked = readGraph(inputs: [
            GraphInput(
                name: "a.xml",
                text: "\u{FEFF}<graphml><graph edgedefault=\"directed\"><node id=\"a\"/></graph></graphml>")
        ])
        #expect(marked.graph.nodeCount == 1 && !marked.hasErrors)
    }
}
