import LinkChartFormats
import LinkChartModel
import Testing

@Suite struct SeveralInputsTests {
    private func read(_ texts: [String], _ options: ReadOptions = ReadOptions()) -> ReadResult {
        let inputs = texts.enumerated().map { GraphInput(name: "\($0.offset).yaml", text: $0.element) }
        return readGraph(inputs: inputs, options: options)
    }

    @Test func nodesAndEdgesMerge() throws {
        // The first file has only edges: it names nodes that the second defines.
        let result = read([
            """
            linkchart: 1
            edges:
              - {from: a, relation: borders, to: b, claims: [{claimant: {name: x}, statement: one}]}
            """,
            """
            linkchart: 1
            nodes:
              - {id: a, kind: State, attributes: {iso2: AA}}
              - {id: b, kind: State}
            edges:
              - {from: b, relation: borders, to: a, claims: [{claimant: {name: y}, statement: two}]}
            """,
            "linkchart: 1\nnodes:\n  - {id: a, kind: State, name: Aland, attributes: {iso2: BB, iso3: AAA}}\n",
        ])
        #expect(result.graph.nodeCount == 2 && result.graph.edgeCount == 1 && result.graph.claimCount == 2)
        let a = try #require(result.graph.node(id: "a"))
        #expect(result.graph[a].name == "Aland")
        #expect(result.graph[a].attributes == ["iso2": "AA", "iso3": "AAA"])
        #expect(result.diagnostics.map(\.code) == [.conflictingValues])
        #expect(result.report.inputs.map(\.nodesMerged) == [0, 0, 1])
        #expect(result.report.inputs.map(\.edgesMerged) == [0, 1, 0])
        #expect(!result.hasErrors)
    }

    @Test func kindsMustAgree() {
        let result = read([
            "linkchart: 1\nnodes:\n  - {id: a, kind: State}\n",
            "linkchart: 1\nnodes:\n  - {id: a, kind: Actor}\n",
        ])
        #expect(result.diagnostics.map(\.code) == [.conflictingKinds])
        #expect(
            result.diagnostics.first?.message
                == "`a` is of kind Actor here, but of kind State in `0.yaml` at line 3"
        )
    }

    @Test func strictnessMakesErrorsOfWarnings() {
        let text = "linkchart: 1\nnodes:\n  - {id: a, kind: State, colour: red}\n"
        #expect(!read([text]).hasErrors)
        #expect(read([text], ReadOptions(isStrict: true)).hasErrors)
    }

    @Test(arguments: [
        ("{\"linkchart\": 1}", "a.json", GraphFormat.nativeJSON),
        ("{\"nodes\": [], \"links\": []}", "a.json", .nodeLink),
        ("linkchart: 1", "a.txt", .nativeYAML), ("1 2\n2 3\n", "a.txt", .edgeList),
        ("digraph { a -> b }", "x", .dot),
        ("a,b\n1,2\n", "x", .csv), ("a\tb\n1\t2\n", "x", .tsv), ("x", "a.LINKCHART.YAML", .nativeYAML),
        ("x", "a.nodelink.json", .nodeLink), ("# c\nnodes:\n", "-", .nativeYAML),
    ])
    func formatsAreTold(text: String, name: String, format: GraphFormat) {
        #expect(GraphFormat.detect(path: name, firstBytes: text.utf8) == format)
    }

    @Test func nodeLinkOfNetworkXAndD3IsRead() throws {
        let networkX = """
            {"directed": false, "multigraph": false, "graph": {"name": "karate"},
             "nodes": [{"club": "Hi", "id": 0}, {"type": "Actor", "id": 1}], "links": [{"weight": 4, "source": 0, "target": 1}]}
            """
        let first = readGraph(inputs: [GraphInput(name: "a.json", text: networkX)])
        #expect(first.diagnostics.isEmpty && first.graph.title == "karate")
        let nodes = first.graph.nodes
        #expect(nodes.map(\.id) == ["0", "1"] && nodes.map(\.kindName) == ["Entity", "Actor"])
        #expect(first.graph.edges.map { $0.attributes["weight"] } == [4])
        let d3 =
            #"{"nodes": [{"name": "x"}, {"name": "y"}], "links": [{"source": 1, "target": 0, "value": 2}]}"#
        let second = readGraph(inputs: [GraphInput(name: "a.json", text: d3)]).graph
        let edge = try #require(second.edges.first)
        #expect(second.id(of: edge.source) == "y" && second.id(of: edge.target) == "x")
    }
}
