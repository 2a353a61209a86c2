import LinkChartModel
import Testing

@testable import LinkChartFormats

@Suite("Reading and writing GEXF")
struct GEXFTests {
    private func read(_ text: String) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "a.gexf", text: text)])
    }

    private func document(_ graph: String, _ attributes: String = "timeformat=\"date\"") -> String {
        """
        <gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
        <graph mode="dynamic" defaultedgetype="directed" \(attributes)>
        \(graph)
        </graph></gexf>
        """
    }

    private let ends = "<nodes><node id=\"a\" label=\"A\"/><node id=\"b\" label=\"B\"/></nodes>"

    @Test("what a declaration says besides the default is told")
    func declarations() {
        let gexf = read(
            document(
                "<attributes class=\"node\"><attribute id=\"0\" title=\"t\" type=\"string\"><options>[x, y]</options>"
                    + "<default>x</default></attribute></attributes>" + ends))
        #expect(gexf.graph.nodes.map { $0.attributes["t"] } == ["x", "x"])
        #expect(
            gexf.report.inputs[0].skipped.map { "\($0.what) \($0.examples[0].raw)" } == [
                "`<options>` of a declaration [x, y]"
            ])
        let graphML = readGraph(
            inputs: [
                GraphInput(
                    name: "a.graphml",
                    text: "<graphml><key id=\"k\" for=\"node\" attr.name=\"n\"><desc>why</desc></key>"
                        + "<graph><node id=\"a\"/></graph></graphml>")
            ])
        #expect(
            graphML.report.inputs[0].skipped.map { "\($0.what) \($0.examples[0].raw)" } == [
                "`<desc>` of a declaration why"
            ])
    }

    @Test("dates of edges become their validity")
    func validity() throws {
        let result = read(
            document(
                ends + """
                    <edges>
                    <edge source="a" target="b" start="2009-03-01" end="2009-04-01"/>
                    <edge source="a" target="b" start="2009-03-01"/>
                    <edge source="a" target="b" end="2009-03"/>
                    <edge source="a" target="b" timestamp="2012-01-12T15:00:00+03:00"/>
                    <edge source="a" target="b"><spells><spell start="2001-01-01" end="2002-01-01"/>
                      <spell start="2005-01-01"/></spells></edge>
                    <edge source="a" target="b" startopen="2001-01-01" end="2003-01-01"/>
                    <edge source="a" target="b" start="the year of the flood"/>
                    </edges>
                    """))
        let edges = Array(result.graph.edges)
        #expect(
            edges.map { $0.valid?.date?.description } == [
                "2009-03-01/2009-04-01", "2009-03-01/..", "../2009-03", "2012-01-12", "2001-01-01/..",
                "2001-01-01/2003-01-01", nil,
            ])
        #expect(edges[3].valid?.raw == "2012-01-12T15:00:00+03:00")
        #expect(
            edges[4].attributes["spells"] == [
                ["start": "2001-01-01", "end": "2002-01-01"], ["start": "2005-01-01"],
            ])
        #expect(edges[5].attributes["startopen"] == "2001-01-01")
        #expect(edges[6].valid?.raw == "the year of the flood/..")
        #expect(result.diagnostics.count(of: .badDate) == 1)
    }

    @Test("times that are numbers stay numbers")
    func numbers() throws {
        let result = read(
            document(
                """
                <nodes><node id="a" start="1.5"/><node id="b"><spells><spell start="1" end="2"/></spells></node></nodes>
                <edges><edge source="a" target="b" start="2004" end="2005.5"/></edges>
                """, "timeformat=\"double\""))
        let nodes = Array(result.graph.nodes)
        #expect(nodes[0].attributes == ["start": 1.5])
        #expect(nodes[1].attributes == ["spells": [["start": 1.0, "end": 2.0]]])
        let edge = try #require(result.graph.edges.first)
        #expect(edge.valid == nil && edge.attributes == ["start": 2004.0, "end": 2005.5])
    }

    @Test("values that change in time are lists")
    func dynamicValues() throws {
        let result = read(
            document(
                """
                <attributes class="node" mode="dynamic"><attribute id="0" title="price" type="integer">
                <default>3</default></attribute></attributes>
                <nodes><node id="a"><attvalues><attvalue for="0" value="1" start="2009-01-01" end="2009-12-31"/>
                <attvalue for="0" value="2" start="2010-01-01"/></attvalues></node><node id="b"/></nodes>
                """))
        let nodes = Array(result.graph.nodes)
        #expect(
            nodes[0].attributes["price"] == [
                ["value": 1, "start": "2009-01-01", "end": "2009-12-31"],
                ["value": 2, "start": "2010-01-01"],
            ])
        #expect(nodes[1].attributes["price"] == 3)
    }

    @Test("drawing, hierarchy and types of edges are kept")
    func details() throws {
        let result = read(
            """
            <gexf version="1.3"><graph defaultedgetype="undirected"><nodes count="3">
            <node id="a" label="A"><viz:color r="1" g="2" b="3" a="0.5"/><viz:position x="1.5" y="-2"/>
              <viz:size value="4.0"/><viz:shape value="disc"/>
              <nodes><node id="a1" label=""/></nodes></node>
            <node id="b" pid="a"><parents><parent for="a"/><parent for="c"/></parents></node></nodes>
            <edges><edge id="0" source="a" target="b" type="directed" weight="2" label="x" kind="k"/>
            <edge source="a" target="b" type="mutual"/><edge source="a" target="b"/></edges></graph></gexf>
            """)
        #expect(!result.hasErrors, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        let graph = result.graph
        let a = graph[try #require(graph.node(id: "a"))]
        #expect(
            a.attributes["viz"] == [
                "color": ["r": 1.0, "g": 2.0, "b": 3.0, "a": 0.5], "position": ["x": 1.5, "y": -2.0],
                "size": 4.0,
                "shape": "disc",
            ])
        #expect(graph[try #require(graph.node(id: "a1"))].attributes == ["pid": "a"])
        let b = graph[try #require(graph.node(id: "b"))]
        #expect(b.attributes == ["pid": "a", "parents": ["a", "c"]])
        let edges = Array(graph.edges)
        #expect(edges[0].attributes == ["label": "x", "weight": 2.0, "kind": "k", "directed": true])
        #expect(edges[0].id == "0" && edges[1].attributes == ["edgetype": "mutual"])
        #expect(edges[2].attributes == [:] && graph.attributes["directed"] == false)
    }

    @Test("what was drawn is drawn again, and mutual edges stay so")
    func writesDrawing() throws {
        let text = """
            <gexf version="1.3"><graph defaultedgetype="directed"><nodes><node id="a" label="A">
            <viz:color r="1" g="2" b="3"/><viz:size value="4.0"/><viz:shape value="disc"/></node></nodes>
            <edges><edge source="a" target="a" type="mutual"/></edges></graph></gexf>
            """
        let graph = read(text).graph
        let written = String(decoding: try graphBytes(graph, as: .gexf), as: UTF8.self)
        for part in [
            "<viz:color r=\"1.0\" g=\"2.0\" b=\"3.0\"/>", "<viz:size value=\"4.0\"/>",
            "<viz:shape value=\"disc\"/>",
            "type=\"mutual\"",
        ] {
            #expect(written.contains(part), "\(part)")
        }
        #expect(lines(of: read(written).graph) == lines(of: graph))
    }

    @Test("a graph with validities is written as a dynamic one")
    func writesDynamics() throws {
        var graph = Graph(title: "Two")
        let a = graph.add(.state("A", iso: "AF"))
        let b = graph.add(.actor("B", id: "b"))
        graph.link(a, .hosts, b, valid: try EDTFDate("2021-05/.."))
        graph.link(b, .attacks, a, attributes: ["weight": 2.5])
        #expect(
            String(decoding: try graphBytes(graph, as: .gexf), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
                  <meta>
                    <creator>LinkChart</creator>
                    <title>Two</title>
                  </meta>
                  <graph defaultedgetype="directed" mode="dynamic" timeformat="date">
                    <attributes class="node">
                      <attribute id="0" title="kind" type="string"/>
                      <attribute id="1" title="iso2" type="string"/>
                    </attributes>
                    <attributes class="edge">
                      <attribute id="0" title="relation" type="string"/>
                      <attribute id="1" title="valid" type="string"/>
                    </attributes>
                    <nodes>
                      <node id="a" label="A">
                        <attvalues>
                          <attvalue for="0" value="State"/>
                          <attvalue for="1" value="AF"/>
                        </attvalues>
                      </node>
                      <node id="b" label="B">
                        <attvalues>
                          <attvalue for="0" value="Actor"/>
                        </attvalues>
                      </node>
                    </nodes>
                    <edges>
                      <edge source="a" target="b" start="2021-05-01">
                        <attvalues>
                          <attvalue for="0" value="hosts"/>
                          <attvalue for="1" value="2021-05/.."/>
                        </attvalues>
                      </edge>
                      <edge source="b" target="a" weight="2.5">
                        <attvalues>
                          <attvalue for="0" value="attacks"/>
                        </attvalues>
                      </edge>
                    </edges>
                  </graph>
                </gexf>

                """)
    }
}
