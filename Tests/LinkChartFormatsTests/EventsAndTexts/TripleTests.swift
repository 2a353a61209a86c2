import LinkChartFormats
import LinkChartModel
import Testing

@Suite struct TripleTests {
    private static let shapes = [
        #"["Ana", "leads", "Acme"]"#, #"[["Ana", "leads", "Acme"]]"#,
        #"[["Ana", "leads", "Acme"], ["Ana", "leads", "Acme"]]"#,
        #"{"sub": "Ana", "rel": "leads", "obj": "Acme"}"#,
        #"{"subject": "Ana", "predicate": "leads", "object": "Acme"}"#,
        #"[{"head": "Ana", "type": "leads", "tail": "Acme"}]"#, #"{"s": "Ana", "p": "leads", "o": "Acme"}"#,
        #"{"subj": "Ana", "relation": "leads", "obj": "Acme"}"#, #"{"h": "Ana", "r": "leads", "t": "Acme"}"#,
        #"{"arg1": {"text": "Ana"}, "rel": {"text": "leads"}, "arg2s": [{"text": "Acme"}]}"#,
        #"{"triples": [{"subject": "Ana", "predicate": "leads", "object": "Acme"}]}"#,
        #"{"sentences": [{"openie": [{"subject": "Ana", "relation": "leads", "object": "Acme"}]}]}"#,
        #"{"subject": {"name": "Ana"}, "predicate": "leads", "object": {"name": "Acme"}}"#,
        #"{"subject": "Ana", "predicate": "leads", "object": ["Acme"]}"#,
        "[\"Ana\", \"leads\", \"Acme\"]\n[\"Ana\", \"leads\", \"Acme\"]\n",
        "[\n  [\n    \"Ana\",\n    \"leads\",\n    \"Acme\"\n  ]\n]\n",
    ]

    @Test(arguments: shapes)
    func everyShapeIsRead(text: String) {
        let result = Samples.read(text, "t.json")
        #expect(result.report.inputs.first?.format == .triples)
        #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        // Nobody says that Ana is a person, so the relation does not fit.
        #expect(Samples.edges(result.graph) == ["Ana relatedTo Acme"])
        #expect(result.graph.edges.map { $0.attributes["rawRelation"] } == ["leads"])
        #expect(result.graph.claimCount == 0)
    }

    @Test func kindsMakeRelationsFit() throws {
        let text = """
            {"subject": "Ana", "predicate": "leads", "object": "Acme"}
            {"subject": "Ana", "subject_type": "PERSON", "predicate": "hosted by", "object": "Peru", "object_type": "Country"}
            {"head": {"name": "Acme", "type": "ORG", "lei": 7}, "relation": "is_based_in", "tail": {"id": "Q1", "name": "Lima", "type": "Place"}}
            """
        let graph = Samples.read(text, "t.jsonl").graph
        #expect(
            Samples.edges(graph) == ["Ana leads Acme", "Peru hosts Ana", "Acme relatedTo Q1"])
        #expect(graph.edges.map { $0.attributes["rawRelation"] } == [nil, "hosted by", "is_based_in"])
        #expect(try Samples.node(graph, "Acme").attributes["lei"] == 7)
        #expect(try Samples.node(graph, "Q1").name == "Lima")
        #expect(try Samples.node(graph, "Ana").kindName == "Person")
    }

    @Test func whatIsSaidOfATripleIsItsClaim() throws {
        let text = """
            {"text": "Ana left, says Bo.", "doc_id": "d1", "model": "m", "entities": [{"name": "Ana", "type": "PER"}],
             "triples": [
              {"subject": "Ana", "predicate": "left", "object": "Acme", "confidence": 0.85, "claimant": "Bo", "span": [3, 9], "time": "May 2020", "tense": "past"},
              {"subject": "Ana", "predicate": "joined", "object": "Acme", "negated": true, "score": 40, "evidence": ["One.", "Two."]},
              {"subject": "Ana", "predicate": "owns", "object": "Acme", "modality": "Perhaps", "probability": 7.5}
            ]}
            """
        let result = Samples.read(text, "t.json")
        #expect(result.report.inputs.first?.format == .triples)
        let graph = result.graph
        let edges = Array(graph.edges)
        #expect(edges.count == 3)
        let first = try #require(Array(edges[0].claims).first)
        #expect(first.statement == "Ana left, says Bo." && first.source == .named("d1"))
        #expect(first.claimant == .named("Bo") && first.locator == "span 3-9")
        #expect(try first.confidence == Confidence(85))
        #expect(first.attributes["model"] == "m" && first.attributes["rawConfidence"] == 0.85)
        #expect(edges[0].valid?.date?.description == "2020-05" && edges[0].attributes["tense"] == "past")
        let second = try #require(Array(edges[1].claims).first)
        #expect(try second.modality == .negated && second.confidence == Confidence(40))
        #expect(second.statement == "One. Two." && second.attributes["context"] == "Ana left, says Bo.")
        let third = try #require(Array(edges[2].claims).first)
        #expect(third.modality == .alleged && third.attributes["rawModality"] == "Perhaps")
        #expect(third.confidence == nil && third.attributes["rawProbability"] == 7.5)
        #expect(
            Set(result.diagnostics.map(\.code)) == [.unknownModality, .badConfidence] && !result.hasErrors)
        #expect(try Samples.node(graph, "Ana").kindName == "Person")
    }

    @Test(arguments: [
        (#"[{"subject": "a", "predicate": "p"}]"#, DiagnosticCode.missingKey),
        (#"[["a", "p"]]"#, .missingKey),
        (#"[{"subject": "", "predicate": "p", "object": "b"}]"#, .missingKey),
        (#"[{"x": 1}]"#, .missingKey), (#"{"subject": "a", "predicate": "p", "object": "b""#, .truncatedFile),
        (#"[["a", "p", "b"] ["c", "p", "d"]]"#, .syntaxError),
        (#"[["a", "p", "b"],, ["c", "p", "d"]]"#, .syntaxError),
        (#"[["a", "p", "b"], 7]"#, .wrongType), (#"[["a", "p", "b"]"#, .truncatedFile),
    ])
    func whatIsWrongIsTold(text: String, code: DiagnosticCode) {
        let result = Samples.read(text, "t.json", ReadOptions(format: .triples))
        #expect(
            result.diagnostics.map(\.code) == [code], "\(DiagnosticRenderer().text(of: result.diagnostics))")
    }

    /// In JSON Lines a line that breaks the rules does not touch the next, and its place is right.
    @Test func aBadLineDoesNotTouchTheNext() {
        let text =
            "[\"a\",\"p\",\"b\"]\n[\"c\",\"p\"\n{\"s\":\"d\",\"p\":\"q\",\"o\":\"e\",\"o\":\"f\"}\n\n[\"g\",\"p\",\"h\"]"
        let result = Samples.read(text, "t.jsonl")
        #expect(
            result.diagnostics.map { "\($0.code) \($0.line ?? 0):\($0.column ?? 0)" } == [
                "L0009 2:9", "L0202 2:1", "L0205 3:26",
            ])
        #expect(Samples.edges(result.graph) == ["a relatedTo b", "d relatedTo e", "g relatedTo h"])
    }

    @Test func theOrderAndOtherFilesDoNotMatter() {
        let triples = GraphInput(name: "t.jsonl", text: "[\"norway\",\"borders\",\"sweden\"]\n")
        let native = GraphInput(
            name: "n.yaml",
            text: "linkchart: 1\nnodes:\n  - {id: norway, kind: State}\n  - {id: sweden, kind: State}\n")
        let result = readGraph(inputs: [native, triples])
        #expect(Samples.edges(result.graph) == ["norway borders sweden"] && result.diagnostics.isEmpty)
    }
}
