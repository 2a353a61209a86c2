import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

/// What of DOT becomes what in a graph.
@Suite struct DOTReaderTests {
    private func read(_ text: String) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "x.dot", text: text)])
    }

    private func written(_ graph: Graph) throws -> String {
        String(decoding: try graphBytes(graph, as: .dot), as: UTF8.self)
    }

    private func checkSurvives(_ graph: Graph) throws {
        let text = try written(graph)
        let again = read(text).graph
        #expect(difference(graph, again) == nil, "\(difference(graph, again) ?? "")\n\(text)")
    }

    @Test func defaultsAreResolvedWhereANodeIsMade() throws {
        let graph = read(
            """
            digraph G { a; node [color=red]; b; subgraph s { node [color=blue, weight=2.5]; c; b }
            edge [style=bold]; a:x:n -> b -> c [w=1]; d [color=""]; d [label="x\\ny"] }
            """
        ).graph
        #expect(graph.title == "G" && graph.nodes.map(\.id) == ["a", "b", "c", "d"])
        #expect(graph.nodes.map { $0.attributes["color"] } == [nil, "red", "blue", nil])
        #expect(graph.nodes.map { $0.attributes["weight"] } == [nil, nil, 2.5, nil])
        #expect(graph.nodes.map { $0.attributes["subgraph"] } == [nil, "s", "s", nil])
        #expect(graph.nodes.map(\.name) == ["a", "b", "c", "x\ny"])
        #expect(graph.edges.map { $0.attributes["style"] } == ["bold", "bold"])
        #expect(graph.edges.map { $0.attributes["tailport"] } == ["x:n", nil])
        #expect(graph.edges.map { $0.attributes["w"] } == [1, 1])
        #expect(graph.attributes["subgraphs"] == [["id": "s"]])
        try checkSurvives(graph)
    }

    @Test func strictnessDirectionKeysAndParallelEdges() throws {
        let strict = read("strict graph { a -- b; b -- a [w=2]; a -- a }").graph
        #expect(strict.edgeCount == 2 && strict.attributes["strict"] == true && strict.isUndirectedHere)
        #expect(strict.edges.first?.attributes["w"] == 2)
        try checkSurvives(strict)
        let multi = read(
            "digraph { a -> b; a -> b; a -> b [key=k, x=1]; a -> b [key=k, y=2]; c -> d [key=k] }"
        )
        .graph
        #expect(multi.edgeCount == 4)
        let keyed = multi.edges.map { $0.hasOwnID ? $0.id : nil }
        #expect(keyed == [nil, nil, "k", nil])
        #expect(multi.edges.map { $0.attributes["key"] } == [nil, nil, nil, "k"])
        try checkSurvives(multi)
    }

    @Test func labelsAreNamesAndNothingOfThemIsLost() throws {
        let graph = read(
            """
            digraph { a [label=<<B>x</B><BR/>y &amp; z>]; b [shape=record, label="{<p> one|two\\ 2}"];
            c [label="\\N \\G"]; d [label=""]; e [label="caf&eacute;"]; f [label="l\\l"]; g [label="a \\\\ b"] }
            """
        ).graph
        #expect(graph.nodes.map(\.name) == ["x\ny & z", "one | two 2", "c ", "d", "café", "l", "a \\ b"])
        #expect(graph.nodes.first?.attributes["label"] == ["html": "<B>x</B><BR/>y &amp; z"])
        #expect(graph.nodes.last?.attributes["label"] == nil)
        try checkSurvives(graph)
    }

    @Test func subgraphsKeepTheirPlacesAndAttributes() throws {
        let graph = read(
            """
            digraph { color=red; a -> b;
            subgraph cluster_0 { label="Zero"; color=blue; a; subgraph cluster_1 { c -> d } }
            { rank=same; a; e }
            { f -> g; { g -> h } } -> b; i -> j; subgraph cluster_0 { k -> a } subgraph x { subgraph cluster_1 { c } } }
            """
        ).graph
        let list: AttributeValue = [
            ["id": "cluster_0", "attributes": ["label": "Zero", "color": "blue"]],
            ["id": "cluster_1", "parent": "cluster_0"],
            ["id": "%1", "attributes": ["rank": "same"]],
            ["id": "%2"], ["id": "%3", "parent": "%2"],
            ["id": "x"], ["id": "cluster_1 (2)", "name": "cluster_1", "parent": "x"],
        ]
        #expect(graph.attributes["subgraphs"] == list)
        let homes = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, $0.attributes["subgraph"]) })
        #expect(homes["a"] == ["cluster_0", "%1"] && homes["c"] == ["cluster_1", "cluster_1 (2)"])
        #expect(homes["b"] == .some(nil) && homes["h"] == "%3" && homes["k"] == "cluster_0")
        try checkSurvives(graph)
    }

    @Test func severalGraphsStayApart() throws {
        let result = read("digraph A { a -> b } strict graph B { label=x; a -- c; subgraph cluster_q { c } }")
        #expect(result.diagnostics.count(of: .note) == 1 && !result.hasErrors)
        let graph = result.graph
        #expect(graph.nodes.map(\.id) == ["a", "b", "a (2)", "c"])
        #expect(graph.nodes.map { $0.attributes["graph"] } == [nil, nil, 2, 2])
        #expect(graph.edges.map { $0.attributes["directed"] } == [nil, false])
        let others: AttributeValue = [
            ["name": "B", "directed": false, "strict": true, "attributes": ["label": "x"]]
        ]
        #expect(graph.attributes["graphs"] == others)
        try checkSurvives(graph)
    }

    @Test func whatTheWriterSaysOfATypedGraphIsReadBack() throws {
        var graph = Graph(title: "Two \"states\"")
        let a = graph.add(.state("A <b> & c", id: "a b"))
        let b = graph.add(.actor("بی \\u0041", id: "b\\", aliases: ["x\\\"y"]))
        let edge = graph.link(a, .hosts, b, valid: try EDTFDate("2021/.."))
        graph.addClaim(Claim(claimant: .named("UN \"x\" \\"), modality: .alleged), to: edge)
        graph.link(b, .alliedWith, graph.add(.actor("C")))
        let text = try written(graph)
        #expect(
            text.hasPrefix("digraph \"Two \\\"states\\\"\" {\n  \"a b\" [label=\"A <b> & c\", kind=State];\n")
        )
        #expect(
            text.contains("label=hosts, valid=\"2021/..\", claims=") && text.contains("established=false"))
        #expect(text.contains("label=alliedWith, dir=none"))
        try checkSurvives(graph)
    }

    @Test func theOrdinaryDrawingOfOthersHasNoKindsInIt() throws {
        let text = "digraph {\n  a [color=red];\n  b;\n  a -> b [label=sends];\n}\n"
        #expect(try written(read(text).graph) == text)
    }

    @Test func latin1IsRead() throws {
        let bytes = Array("digraph { charset=\"latin1\"; a [label=\"caf".utf8) + [0xE9] + Array("\"] }".utf8)
        let result = readGraph(inputs: [GraphInput(name: "x.dot", bytes: bytes)])
        #expect(result.diagnostics.isEmpty && result.graph.nodes.first?.name == "café")
        #expect(result.report.inputs.first?.normalised.isEmpty == false)
        #expect(result.graph.attributes["charset"] == "UTF-8")
    }

    /// libcgraph would take any attribute of this name for what tells an edge from parallel ones.
    @Test func attributesThatAreNoKeysAreNone() throws {
        var graph = Graph(title: "Keys")
        let relation = try #require(graph.ontology.relation(named: "relatedTo"))
        let a = try graph.addNode(id: "a", kind: #require(graph.ontology.kind(named: "Entity")))
        let b = try graph.addNode(id: "b", kind: #require(graph.ontology.kind(named: "Entity")))
        for value: AttributeValue in [1, true, "k", .null, ["k"], 0.5, ""] {
            try graph.link(from: a, relation, to: b, attributes: ["key": value], isParallel: true)
        }
        #expect(graph.edgeCount == 7)
        try checkSurvives(graph)
    }

    @Test func aByteOrderMarkIsNoName() {
        let graph = read("\u{FEFF}digraph { a -> b }").graph
        #expect(graph.nodes.map(\.id) == ["a", "b"] && graph.edgeCount == 1)
        #expect(read("\u{FEFF}digraph { a -> \u{FEFF}b }").graph.nodes.map(\.id) == ["a", "\u{FEFF}b"])
        #expect(read("digraph { a -> b } \u{FEFF}").hasErrors)
    }

    @Test func namesThatGraphvizLosesAreKept() throws {
        let graph = read("digraph \"%g\" { \"%1\" -> \"\"; \"%1\" -> \"%2\" }").graph
        #expect(graph.nodes.map(\.id) == ["%1", "unnamed 1", "%2"] && graph.title == "%g")
        try checkSurvives(graph)
    }

    /// libcgraph drops a line's end between quotes, backslashes or ends of a text, and takes no lone backslash.
    @Test func textsThatGraphvizCannotHoldAreKeptOtherwise() throws {
        let long = String(repeating: "x", count: 7_999)
        let texts = [
            "\n", "\"\n\"", "a\n", "\n\n", "\\\n", "\\\\\n\\\\", "\\", "\r\n", long + "\n", long + "\"\na",
        ]
        var graph = Graph(title: "\n")
        for (number, text) in texts.enumerated() {
            // By their names, which is the order that libcgraph has.
            let names = [text, "a\(number)"].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            let attributes = Attributes(names.map { ($0, .string(text)) })
            graph.add(.entity(text, id: text, aliases: [text], attributes: attributes))
        }
        try checkSurvives(graph)
    }

    @Test func largeTextsAreRead() throws {
        let long = String(repeating: "word \\\" ", count: 20_000)
        let graph = read("digraph { a [x=\"\(long)\"]; /* \(long) */ b [x=<\(long)>] }").graph
        #expect(graph.nodeCount == 2)
        try checkSurvives(graph)
    }

    /// Short texts that stand for more than any memory, or for too deep a stack.
    @Test func bombsAreRefused() {
        let names = (0..<3_000).map { "n\($0)" }.joined(separator: " ")
        let set = "{\(names)}"
        #expect(read("digraph { \(set) -> \(set) -> \(set) }").diagnostics.first?.code == .tooLarge)
        let attributes = (0..<20_000).map { "n\($0) [a\($0)=1]" }.joined(separator: ";")
        #expect(read("graph { \(attributes) }").diagnostics.first?.code == .tooLarge)
        let deep = String(repeating: "{", count: 100_000)
        #expect(read("digraph \(deep)").diagnostics.first?.code == .tooDeep)
        let closed = String(repeating: "{", count: 900) + "a" + String(repeating: "}", count: 900)
        #expect(read("digraph {\(closed)}").graph.nodeCount == 1)
    }

    /// What the library's own reader says of the grammar, libcgraph says too.
    @Test func truncatedAndDamagedTextsAreReadUpToThere() {
        let text = Array(
            """
            strict digraph "G" { graph [a=b]; node [c="d\\"e", f=<g<h>i>]; /* x */ a:n -> {b c} -> "d" + "e" [k=-1.5];
            subgraph cluster_1 { x=1; y } // z
            # w
            edge [l=m] }
            """.utf8)
        let whole = readGraph(inputs: [GraphInput(name: "x.dot", bytes: text)])
        #expect(whole.diagnostics.isEmpty && whole.graph.nodeCount == 5 && whole.graph.edgeCount == 4)
        for length in 1..<text.count - 1 {
            let result = readGraph(
                inputs: [GraphInput(name: "x.dot", bytes: text[..<length])],
                options: ReadOptions(format: .dot))
            // A word that was cut short may be a name.
            #expect(result.diagnostics.hasErrors && result.graph.nodeCount <= 6, "cut at \(length)")
        }
        var random = SeededGenerator(seed: 20_261_128)
        let telling: [UInt8] = Array("{}[]:,<>/;*\"=-\\ \n+#@0aé\0%.".utf8) + [0xFF]
        for _ in 0..<2_000 {
            var damaged = text
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                damaged[place] = telling[Int.random(in: 0..<telling.count, using: &random)]
            }
            let result = readGraph(
                inputs: [GraphInput(name: "x.dot", bytes: damaged)], options: ReadOptions(format: .dot))
            // A message of Graphviz's own would mean that the survey took for right what libcgraph does not.
            let messages = result.diagnostics.map(\.message)
            #expect(
                !messages.contains { $0.hasPrefix("Graphviz says") },
                "\(messages)\n\(String(decoding: damaged, as: UTF8.self))")
        }
    }

    /// Reading from many threads goes through one gate.
    @Test func readingFromManyThreads() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let text =
                        "digraph { subgraph cluster { a\(number) -> b -> c } \(number % 3 == 0 ? "\"" : "") }"
                    let result = readGraph(inputs: [GraphInput(name: "x.dot", text: text)])
                    return result.graph.nodeCount == 3 && result.hasErrors == (number % 3 == 0)
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}

extension Graph {
    fileprivate var isUndirectedHere: Bool { attributes["directed"] == false }
}
