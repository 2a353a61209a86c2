import LinkChartFormats
import LinkChartModel
import Testing

/// Without `isStrict` what can be read is read, with a report of the rest; with it nothing may be lost.
@Suite struct StrictReadingTests {
    private static let uuid = "00000000-0000-4000-8000-000000000000"

    /// An input of each format with one thing in it that is lost, dangling or probably not meant.
    static let lossy: [GraphFormat: String] = [
        .nativeYAML: "linkchart: 1\nnodes:\n  - {id: a, kind: Actor, nome: x}\n",
        .nativeJSON:
            #"{"linkchart": 1, "nodes": [{"id": "a", "kind": "Actor"}], "edges": [{"from": "a", "relation": "rivals", "to": "a", "valid": "sometime"}]}"#,
        .csv: "source,target,relation,quote\na,b,attacks,x\nc,d\n",
        .tsv: "source\ttarget\trelation\tquote\na\tb\tattacks\tx\nc\td\n",
        .edgeList: "# nothing else\n",
        .nodeLink: #"{"nodes": [{"id": 1}], "links": [{"source": 1, "target": 2}]}"#,
        .graphML: #"<graphml><graph><node id="a"/><edge source="a" target="b"/></graph></graphml>"#,
        .gexf:
            #"<gexf><graph><nodes><node id="a"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>"#,
        .gml: "graph [ node [ id 1 label word ] ]",
        .pajek: "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Arcs\n1 2\n*Unknown\n1 2\n",
        .jsonGraph: #"{"graph": {"nodes": {"a": {}}, "edges": [{"source": "a", "target": "b"}]}}"#,
        .cytoscape: #"{"elements": {"nodes": [{"data": {"id": "a"}}], "edges": [], "others": [1]}}"#,
        .dot: "digraph { 1x -> b }",
        .gdelt: "410\t20150218\t201502\t2015\t2015.1" + String(repeating: "\t", count: 56)
            + "\n411\t20150218\n",
        .acled:
            "event_id_cnty,event_date,event_type,actor1,country\nA1,28 May 2021,Battles,Taliban,Afghanistan\nA2,28 May 2021\n",
        .ucdp:
            "id,type_of_violence,side_a,side_b,country,date_start,date_end,dyad_name\n1,1,A,B,Syria,2013-01-03,2013-01-03,d\n2,1,A\n",
        .gtd:
            "eventid,iyear,imonth,iday,country_txt,gname,attacktype1_txt\n1,2009,1,2,Afghanistan,Taliban,Bombing\n2,2009\n",
        .petrarch:
            #"<Sentences><Config option="x"/><Sentence id="a" date="19950101"><EventCoding sourcecode="USA" targetcode="FRA" eventcode="036"/><Text>t</Text></Sentence></Sentences>"#,
        .plover:
            #"[{"id": "P", "event": "AID", "eventText": "a", "date": "2000-01-01"}, {"id": "P", "event": "AID", "eventText": "b", "date": "2000-01-01"}]"#,
        .brat: "T1\tPerson 0 3\tAna\nT2\tPerson 4 7\tBob\nR1\tKnows Arg1:T1 Arg2:T2\nA1\tSure R9\n",
        .docRED:
            #"[{"title": "D", "sents": [["a"]], "vertexSet": []}, {"title": "D", "sents": [], "vertexSet": []}]"#,
        .spert:
            #"[{"tokens": ["a", "b"], "entities": [{"type": "Peop", "start": 0, "end": 1}, {"type": "Peop", "start": 1, "end": 2}], "relations": [{"head": 0, "tail": 1}]}]"#,
        .triples: #"[{"subject": "a", "predicate": "leads", "object": "b", "time": "the day after"}]"#,
        .stix:
            #"{"type": "bundle", "objects": [{"type": "tool", "id": "tool--\#(uuid)", "name": "new", "modified": "2020-01-02T00:00:00Z"}, {"type": "tool", "id": "tool--\#(uuid)", "name": "old", "modified": "2019-01-02T00:00:00Z"}]}"#,
        .followTheMoney: #"{"id": "p", "schema": "Nonsense", "properties": {"name": ["x"]}}"#,
        .misp:
            #"{"name": "relationships", "uuid": "u", "values": [{"name": "uses", "description": "d", "opposite": "used-by"}]}"#,
    ]

    /// Annotations without the thing that they are about are wrong in any case.
    private static let alwaysWrong: Set<GraphFormat> = [.brat]

    @Test(arguments: lossy.keys.sorted { $0.rawValue < $1.rawValue })
    func whatIsLostIsReportedAndWrongIfNothingMayBe(format: GraphFormat) throws {
        let text = try #require(Self.lossy[format])
        let result = EveryFormat.read(text, format)
        #expect(result.hasErrors == Self.alwaysWrong.contains(format), "\(EveryFormat.problems(result))")
        let input = result.report.inputs[0]
        #expect(
            !result.diagnostics.isEmpty || !input.skipped.isEmpty || !input.guessed.isEmpty, "\(format)")
        for tally in input.skipped + input.guessed { #expect(tally.count > 0 && !tally.examples.isEmpty) }
        let strict = EveryFormat.read(text, format, isStrict: true)
        #expect(strict.hasErrors, "\(format): \(EveryFormat.problems(strict))")
    }

    @Test func everyReadableFormatHasALossyInput() {
        let missing = EveryFormat.formats.filter { Self.lossy[$0] == nil }
        #expect(missing == [])
    }

    @Test func whatIsLeftOutIsAnErrorWithItsPlace() throws {
        let text = try #require(Self.lossy[.petrarch])
        let result = EveryFormat.read(text, .petrarch, isStrict: true)
        let diagnostic = try #require(result.diagnostics.first { $0.code == .leftOut })
        #expect(diagnostic.message == "left out: element `Config`, 1×" && diagnostic.line == 1)
        #expect(diagnostic.file == "input" && diagnostic.severity == .error)
    }

    /// What is only written in another way, or guessed with the input's word beside it, is no loss.
    @Test func guessesAreCountedAndAllowed() throws {
        let text =
            #"[["a", "leads", "b"], ["a", "frobs", "b"], ["a", "hostedBy", "b"], ["a", "located in", "b"]]"#
        for isStrict in [false, true] {
            let result = EveryFormat.read(text, .triples, isStrict: isStrict)
            #expect(!result.hasErrors, "\(EveryFormat.problems(result))")
            let input = result.report.inputs[0]
            let guessed = Dictionary(uniqueKeysWithValues: input.guessed.map { ($0.what, $0.count) })
            #expect(guessed["relation"] == 1 && guessed.values.reduce(0, +) + input.normalised.count >= 3)
            let example = try #require(input.guessed.first { $0.what == "relation" }?.examples.first)
            #expect(example.raw == "frobs" && example.value == "relatedTo" && example.line == 1)
        }
    }

    @Test func missingNodesAreGuessedAndCounted() throws {
        for format in [GraphFormat.nodeLink, .graphML, .gexf, .jsonGraph] {
            let result = EveryFormat.read(try #require(Self.lossy[format]), format)
            #expect(
                result.report.inputs[0].guessed.map { "\($0.what) \($0.count)" } == [
                    "node that is not defined 1"
                ], "\(format)")
            let strict = EveryFormat.read(try #require(Self.lossy[format]), format, isStrict: true)
            #expect(EveryFormat.errors(strict) == [.missingNode], "\(format)")
        }
        let nodes = GraphInput(name: "n.csv", text: "id,kind\na,Actor\n")
        let links = GraphInput(name: "l.csv", text: "source,target,relation\na,b,rivals\nc,a,rivals\n")
        let result = readGraph(inputs: [nodes, links])
        let guessed = result.report.inputs[1].guessed
        #expect(guessed.first?.count == 2, "\(guessed)")
        #expect(readGraph(inputs: [nodes, links], options: ReadOptions(isStrict: true)).hasErrors)
    }

    @Test func anEmptyTableIsNoted() {
        let result = EveryFormat.read("source,target,relation,quote\n", .csv)
        #expect(result.diagnostics.map(\.code) == [.emptyFile] && !result.hasErrors)
        #expect(result.diagnostics.first?.severity == .note && result.diagnostics.first?.line != nil)
    }
}
