import LinkChartFormats
import LinkChartModel
import Testing

extension Samples {
    static let petrarch = """
        <?xml version="1.0"?>
        <Validation>
        <Environment><Verbfile>v.txt</Verbfile><Config option="stop" value="True"></Config></Environment>
        <Sentences>
        <Config option="x" value="y"></Config>
        <Sentence date="19950101" id="S-1" category="DEMO" source="AFP" sentence="true">
        <EventCoding sourcecode="USAGOV" targetcode="---" eventcode="036"></EventCoding>
        <EventCoding sourcecode='"THE ORDER"' targetcode="FRA" eventcode="190" note="n"/>
        <Text>
        The United States
          promised &amp; fought.
        </Text>
        <Parse>(ROOT (S  x))</Parse>
        </Sentence>
        <Sentence date="19950102" id="S-2"><EventCoding noevents="True"></EventCoding><Text>Nothing.</Text></Sentence>
        </Sentences>
        </Validation>
        """

    static let plover = """
        [{"id": "D", "event": "DOCUMENT", "eventText": "about the file"},
         {"id": "P-1", "date": "2000-01-01", "source": [{"actorText": "Hungarian", "code": "HUN", "sector": "GOV"}],
          "target": [{"actorText": "Tokyo", "code": "JPN"}], "event": "AGREE", "eventText": "agreed", "mode": "",
          "text": "They agreed.", "textInfo": {"markup": "m"}, "publication": "Manual", "eventLoc": {"name": "Vienna"}},
         {"id": "P-2", "date": "2000-02-01", "source": [{"actorText": "rebels", "code": "SYRREB"}], "target": "",
          "event": "ASSAULT", "eventText": "bombed", "text": "Bombed.", "dead": "3"}]
        """
}

@Suite struct SentenceRecordTests {
    @Test func sentencesOfPETRARCHAreSources() throws {
        let result = Samples.read(Samples.petrarch, "a.xml")
        #expect(result.report.inputs.first?.format == .petrarch)
        #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        let graph = result.graph
        #expect(
            Samples.edges(graph).sorted() == [
                "S-1#1 participant cameo-USAGOV", "S-1#2 relatedTo THE ORDER", "S-1#2 target france",
                "cameo-USAGOV partOf united-states",
            ])
        let sentence = try Samples.node(graph, "S-1")
        #expect(sentence.isSource && sentence.kindName == "Document")
        #expect(sentence.attributes["text"] == "The United States promised & fought.")
        #expect(sentence.attributes["parse"] == "(ROOT (S x))" && sentence.attributes["category"] == "DEMO")
        #expect(sentence.attributes["date"] == "1995-01-01" && sentence.attributes["rawDate"] == "19950101")
        let event = try Samples.node(graph, "S-1#1")
        #expect(event.attributes["eventcode"] == "036" && event.attributes["targetcode"] == "---")
        #expect(try Samples.node(graph, "S-1#2").attributes["note"] == "n")
        #expect(try Samples.node(graph, "S-2").attributes["noevents"] == "True")
        let claim = try #require(Array(try Samples.edge(graph, "S-1#2 target france").claims).first)
        #expect(claim.source == .node(try #require(graph.node(id: "S-1"))) && claim.claimant == .named("AFP"))
        #expect(claim.statement == "The United States promised & fought.")
        #expect(graph.attributes["environment"] == ["Verbfile": "v.txt", "Config.stop": "True"])
        #expect(result.report.inputs.first?.skipped.map(\.what) == ["element `Config`"])
    }

    @Test func whatIsWrongWithPETRARCHIsTold() throws {
        let twice = Samples.petrarch.replacing("id=\"S-2\"", with: "id=\"S-1\"")
            .replacing("eventcode=\"036\"", with: "").replacing("id=\"S-3\"", with: "")
        let result = Samples.read(twice, "a.xml")
        #expect(result.diagnostics.map(\.code) == [.missingKey, .duplicateNode])
        #expect(result.graph.node(id: "S-1-2") != nil && !result.hasErrors)
        #expect(
            Samples.read("<Sentences><Sentence id='a'>", "a.xml").diagnostics.map(\.code) == [.truncatedFile])
        let other = Samples.read("<Records></Records>", "a.xml", ReadOptions(format: .petrarch))
        #expect(other.diagnostics.map(\.code) == [.wrongType])
        let page = Samples.read("<html></html>", "a.xml", ReadOptions(format: .petrarch))
        #expect(page.diagnostics.map(\.code) == [.webPage])
    }

    @Test(arguments: ["array", "lines"])
    func recordsOfPLOVERAreRead(layout: String) throws {
        var text = Samples.plover
        if layout == "lines" {
            text = text.replacing("\n  ", with: " ").dropFirst().dropLast().split(separator: "\n")
                .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }.joined(separator: "\n")
        }
        let result = Samples.read(String(text), "p.json")
        #expect(result.report.inputs.first?.format == .plover)
        #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        let graph = result.graph
        #expect(
            Samples.edges(graph).sorted() == [
                "P-1 occurredIn vienna", "P-1 participant cameo-HUNGOV", "P-1 participant japan",
                "P-2 perpetratedBy cameo-SYRREB", "cameo-HUNGOV partOf hungary",
                "cameo-SYRREB originatesFrom syria",
            ])
        #expect(try Samples.edge(graph, "P-1 participant japan").attributes["name"] == "Tokyo")
        #expect(try Samples.edge(graph, "P-1 participant japan").attributes["role"] == "target")
        let event = try Samples.node(graph, "P-2")
        #expect(event.subtype == "ASSAULT" && event.name == "bombed")
        #expect(event.attributes["fatalities"] == ["low": 3, "best": 3, "high": 3])
        #expect(try Samples.node(graph, "P-1").attributes["textInfo"] == ["markup": "m"])
        let claim = try #require(Array(try Samples.edge(graph, "P-1 occurredIn vienna").claims).first)
        #expect(claim.source == .named("Manual") && claim.statement == "They agreed.")
        guard case .object(let about)? = graph.attributes["documentation"] else {
            Issue.record("no documentation")
            return
        }
        #expect(about["eventText"] == "about the file")
    }

    @Test func whatIsWrongWithPLOVERIsTold() throws {
        let text = Samples.plover.replacing("\"target\": \"\"", with: "\"target\": \"diplomatic\"")
            .replacing("\"id\": \"P-2\"", with: "\"id\": \"P-1\"")
        let result = Samples.read(text, "p.json")
        #expect(Set(result.diagnostics.map(\.code)) == [.wrongType, .duplicateNode])
        #expect(try Samples.node(result.graph, "P-1-2").attributes["target"] == "diplomatic")
        let other = Samples.read(
            "[{\"event\": \"AID\", \"actorText\": 1}, {\"event\": 1}, [3]]", "p.json",
            ReadOptions(format: .plover))
        #expect(Set(other.diagnostics.map(\.code)) == [.missingKey, .wrongType])
        #expect(other.graph.nodeCount == 2)
    }
}
