import LinkChartModel
import Testing

@testable import LinkChartFormats

@Suite("Reading GML and Pajek")
struct LineFormatsTests {
    private func read(_ text: String, _ format: GraphFormat) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "a", text: text)], options: ReadOptions(format: format))
    }

    private func ends(_ graph: Graph) -> [String] {
        graph.edges.map { "\(graph.id(of: $0.source))-\(graph.id(of: $0.target))" }
    }

    @Test("GML: records, lists, numbers and texts")
    func gmlValues() throws {
        let result = read(
            """
            # a comment
            Creator "someone" Version 1
            graph [ directed 1 comment "&lt;x&gt; &#228; &auml; &"
              node [ id 1 label "One" x 1.5 y -2 big 123456789012345678901 list 1 list 2 list 3
                graphics [ x 1 fill [ colour "red" ] ] ]
              node [ id 2 inf +INF e 1.E-3 only "_networkx_list_start" only 7 ]
              edge [ source 1 target 2 value 3 key 0 ]
              edge [ source 1 target 2 key "own" label "knows" ]
            ]
            """, .gml)
        let nodes = Array(result.graph.nodes)
        #expect(
            result.graph.attributes["comment"] == "<x> ä &auml; &"
                && result.graph.attributes["Creator"] == "someone")
        #expect(nodes[0].name == "One" && nodes[0].attributes["x"] == 1.5 && nodes[0].attributes["y"] == -2)
        #expect(
            nodes[0].attributes["big"] == "123456789012345678901" && nodes[0].attributes["list"] == [1, 2, 3])
        #expect(nodes[0].attributes["graphics"] == ["x": 1, "fill": ["colour": "red"]])
        #expect(nodes[1].attributes == ["inf": .number(.infinity), "e": 0.001, "only": [7]])
        #expect(result.graph.edges.map(\.attributes) == [["value": 3, "key": 0], ["label": "knows"]])
        #expect(result.graph.edges.last?.id == "own" && result.diagnostics.count(of: .numberOutOfRange) == 1)
    }

    @Test("GML: undirected without a word, edges before nodes")
    func gmlOrder() {
        let result = read("graph [ edge [ source 1 target 2 ] node [ id 1 ] node [ id 2 ] ]", .gml)
        #expect(result.graph.attributes["directed"] == false && ends(result.graph) == ["1-2"])
        #expect(!result.hasErrors && result.diagnostics.count(of: .missingNode) == 0)
    }

    @Test("GML: what is wrong is told")
    func gmlProblems() {
        let cases: [(String, DiagnosticCode)] = [
            ("graph [ node [ id 1 ]", .truncatedFile), ("graph [ node [ id 1", .truncatedFile),
            ("graph [ node [ label \"x\" ] ]", .missingKey), ("graph [ edge [ source 1 ] ]", .missingKey),
            ("nothing 1", .missingKey), ("graph [ node [ id ] ]", .missingKey),
            ("graph [ 1 2 ]", .syntaxError),
            ("graph [ node [ id 1 label \"open\n ] ]", .unclosedQuote), ("graph [ ] ]", .syntaxError),
            ("graph [ node [ id 1 ] node [ id 1 ] ]", .duplicateNode),
            ("graph [ " + String(repeating: "a [ ", count: 1_000_00), .tooDeep),
        ]
        for (text, code) in cases {
            #expect(read(text, .gml).diagnostics.count(of: code) >= 1, "\(text.prefix(60)): \(code)")
        }
    }

    @Test("Pajek: sections, parameters and places")
    func pajekSections() throws {
        let result = read(
            """
            % a comment
            *Network A title
            *Vertices 4
             1 "One \\"1\\"" 0.1 0.2 0.3 box ic Red note "two words" [1-3,5]
             2 Two 0.5 0.5
             3 "Three"
             4 "Four"
            *Arcs :1 "attacks"
            1 2 -2.5 w 3 l "shot" [7]
            *Edges :2
            2 3
            *Arcslist
            3 1 2
            *Edgeslist
            4 1
            *Partition colours.clu
            *Vertices 4
            1
            1
            2
            9
            """, .pajek)
        let graph = result.graph
        #expect(!result.hasErrors, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        #expect(graph.title == "A title" && graph.nodes.map(\.id) == ["One \"1\"", "Two", "Three", "Four"])
        #expect(
            graph.nodes.first?.attributes == [
                "x": 0.1, "y": 0.2, "z": 0.3, "shape": "box", "ic": "Red", "note": "two words",
                "time": "1-3,5",
                "colours.clu": 1,
            ])
        #expect(
            ends(graph) == ["One \"1\"-Two", "Two-Three", "Three-One \"1\"", "Three-Two", "Four-One \"1\""])
        let edges = Array(graph.edges)
        #expect(
            edges[0].attributes == [
                "weight": -2.5, "w": 3, "label": "shot", "time": "7", "relation": "attacks",
            ])
        #expect(edges[1].attributes == ["relation": "2", "directed": false])
        #expect(
            edges[4].attributes == ["directed": false] && graph.nodes.last?.attributes["colours.clu"] == 9)
    }

    @Test("Pajek: vertices without lines, with the same labels, of two modes")
    func pajekVertices() {
        let bare = read("*Vertices 3\n*Edges\n1 2 1.0\n", .pajek)
        #expect(bare.graph.nodes.map(\.id) == ["1", "2", "3"] && bare.graph.attributes["directed"] == false)
        #expect(bare.graph.edges.map { $0.attributes["weight"] } == [1.0])
        let same = read("*Vertices 3\n1 \"a\"\n2 \"a\"\n3 \"b\"\n*Arcs\n1 2\n", .pajek)
        #expect(
            same.graph.nodes.map(\.id) == ["1", "2", "3"] && same.graph.nodes.map(\.name) == ["a", "a", "b"])
        #expect(ends(same.graph) == ["1-2"] && same.report.inputs[0].normalised.count == 1)
        let matrix = read("*Vertices 4 2\n*Matrix\n0 1\n2.5 0\n", .pajek)
        #expect(
            ends(matrix.graph) == ["1-4", "2-3"]
                && matrix.graph.nodes.map { $0.attributes["mode"] } == [1, 1, 2, 2])
        #expect(matrix.graph.edges.map { $0.attributes["weight"] } == [1, 2.5])
    }

    @Test("Pajek: what is wrong is told, and no number is taken at its word")
    func pajekProblems() {
        let cases: [(String, DiagnosticCode)] = [
            ("*Vertices 99999999999999\n*Arcs\n1 2\n", .wrongCount), ("*Vertices 3\n1 \"a\"\n", .wrongCount),
            ("*Vertices 2\n*Arcs\n1\n", .tooFewFields), ("*Vertices 2\n*Arcs\nx y\n", .badNumber),
            ("*Vertices x\n", .badNumber), ("*Vertices x 3\n*Matrix\n1\n", .badNumber),
            ("*Vertices 2 5\n*Matrix\n1 0\n0 1\n", .badNumber), ("*Vertices 2 -1\n*Matrix\n1\n", .badNumber),
            ("*Vertices 1\n1 \"open\n", .unclosedQuote),
            ("1 2\n", .missingKey),
            ("*Vertices 2\n*Arrows\n1 2\n", .unknownElement), ("*Vertices 2\n*Matrix\n1 0\n", .wrongCount),
            ("*Vertices 2\n*Matrix\n1\n0 1\n", .wrongFieldCount), ("*Vertices 1\n1 a 0 0 key\n", .missingKey),
            ("*Vertices 1\n1 a\n*Vertices 1\n1 b\n", .severalGraphs),
            ("*Vertices 1\n1 a\n*Arcs\n1 7\n", .missingNode),
        ]
        for (text, code) in cases {
            let result = read(text, .pajek)
            #expect(
                result.diagnostics.count(of: code) >= 1,
                "\(text): \(code) \(result.diagnostics.map(\.message))")
            #expect(result.graph.nodeCount < 10)
        }
    }
}
