import LinkChartFormats
import LinkChartModel
import Testing

@Suite("MISP")
struct MISPReaderTests {
    private let event = """
        {"Event": {"uuid": "e", "info": "Raid", "date": "2020-01-02", "timestamp": "1577934245", "threat_level_id": "1",
        "Orgc": {"uuid": "o", "name": "CIRCL", "id": "2"},
        "Tag": [{"name": "admiralty-scale:source-reliability=\\"b\\""},
                {"name": "estimative-language:likelihood-probability=\\"very-likely\\""}],
        "Attribute": [{"uuid": "a1", "type": "domain", "value": "example.org", "category": "Network activity",
          "Tag": [{"name": "estimative-language:likelihood-probability=\\"likely\\""}],
          "Sighting": [{"uuid": "s1", "date_sighting": "1577934245", "type": "1",
            "Organisation": {"uuid": "p", "name": "Org P"}}]}],
        "Object": [{"uuid": "b1", "name": "person", "meta-category": "misc",
          "Attribute": [{"uuid": "a2", "type": "full-name", "object_relation": "full-name", "value": "Jane Doe"}],
          "ObjectReference": [{"uuid": "r1", "referenced_uuid": "b2", "relationship_type": "affiliated-with", "comment": "x"}]},
          {"uuid": "b2", "name": "organization", "Attribute": [
            {"uuid": "a3", "type": "text", "object_relation": "name", "value": "Acme"}]}],
        "Galaxy": [{"name": "Threat Actor", "type": "threat-actor", "GalaxyCluster": [
          {"uuid": "c1", "type": "threat-actor", "value": "Sofacy", "meta": {"country": ["RU"], "synonyms": ["APT28"]}}]}],
        "RelatedEvent": [{"Event": {"uuid": "e2", "info": "Earlier", "date": "2019-01-01"}}],
        "EventReport": [{"uuid": "t1", "name": "Report", "content": "text"}]}}
        """

    @Test("an event with all its parts")
    func eventParts() throws {
        let input = GraphInput(name: "input", text: event)
        #expect(input.detectedFormat == .misp)
        let result = readGraph(inputs: [input])
        let graph = result.graph
        #expect(Intelligence.problems(result) == "")
        let kinds = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, $0.kindName) })
        #expect(
            kinds == [
                "e": "Incident", "o": "Organisation", "a1": "Entity", "p": "Organisation", "b1": "Person",
                "a2": "Entity", "b2": "Organisation", "a3": "Entity", "c1": "Actor", "russia": "State",
                "e2": "Incident", "t1": "Document",
            ])
        #expect(
            try graph.named("b1").name == "Jane Doe" && graph.named("e").attributes["date"] == "2020-01-02")
        #expect(try graph.named("c1").aliases == ["APT28"] && graph.named("a1").subtype == "domain")
        let edges = Intelligence.edges(graph)
        for expected in [
            "o reportsOn e", "e relatedTo a1", "p reportsOn a1", "e relatedTo b1", "b1 relatedTo a2",
            "b1 affiliatedWith b2", "e relatedTo c1", "c1 originatesFrom russia", "e linkedTo e2",
            "t1 reportsOn e",
        ] {
            #expect(edges.contains(expected), "\(expected)")
        }
        let organisation = try #require(graph.node(id: "o"))
        let attribute = try #require(
            graph.edges.first { graph.id(of: $0.target) == "a1" && graph.id(of: $0.source) == "e" })
        let claim = try #require(Array(attribute.claims).first)
        #expect(
            claim.claimant == .node(organisation) && claim.source == graph.node(id: "e").map { .node($0) })
        #expect(claim.confidence?.value == 70 && claim.reliability == .usuallyReliable)
        #expect(claim.date?.date?.description == "2020-01-02" && claim.date?.raw == "1577934245")
        let sighting = try #require(graph.edge(id: "s1"))
        #expect(graph.claims(of: sighting).map(\.modality) == [.negated], "a false positive")
        let reference = try #require(graph.edge(id: "r1"))
        #expect(graph[reference].attributes == ["relationship_type": "affiliated-with", "comment": "x"])
    }

    @Test(
        "answers of servers and bare events are read alike",
        arguments: ["response", "responses", "array", "bare"])
    func shapes(shape: String) throws {
        let text =
            switch shape {
            case "response": "{\"response\": \(event)}"
            case "responses": "{\"response\": [\(event)]}"
            case "array": "[\(event)]"
            default: String(event.dropFirst(#"{"Event": "#.utf8.count).dropLast())
            }
        let input = GraphInput(name: "input", text: text)
        #expect(input.detectedFormat == .misp)
        #expect(readGraph(inputs: [input]).graph.nodeCount == 12)
    }

    @Test("clusters, their relations and what they say of origins, sponsors and victims")
    func clusters() throws {
        let text = """
            {"name": "Threat Actor", "type": "threat-actor", "uuid": "g", "source": "MISP Project", "authors": ["A"], "values": [
            {"uuid": "c1", "value": "Bear", "description": "d", "meta": {"country": "RU", "synonyms": ["Fancy", "Bear"],
              "attribution-confidence": "50", "cfr-suspected-state-sponsor": "Russian Federation",
              "cfr-suspected-victims": ["Germany", "NATO"], "refs": ["http://example.org"]},
             "related": [{"dest-uuid": "c2", "type": "similar", "tags": ["estimative-language:likelihood-probability=\\"likely\\""]},
                         {"dest-uuid": "x", "type": "uses"}, {"type": "uses"}]},
            {"uuid": "c2", "value": "Wolf", "revoked": true}, {"uuid": "c3"}]}
            """
        let result = Intelligence.read(text, .misp)
        let graph = result.graph
        #expect(
            Intelligence.edges(graph) == [
                "c1 relatedTo c2", "c1 relatedTo x", "c1 originatesFrom russia", "russia enables c1",
                "c1 attacks germany",
                "c1 relatedTo nato",
            ])
        let edges = Array(graph.edges)
        let claims = edges.map { Array($0.claims)[0] }
        #expect(
            claims.allSatisfy { $0.claimant == .named("MISP Project") && $0.attributes["authors"] == ["A"] })
        #expect(claims.map(\.modality) == [.asserted, .asserted, .asserted, .alleged, .alleged, .alleged])
        #expect(
            claims[0].confidence?.value == 70 && claims[2].confidence?.value == 50
                && claims[4].confidence == nil)
        #expect(edges[3].attributes["raw"] == "Russian Federation")
        let bear = try graph.named("c1")
        #expect(bear.aliases == ["Fancy"] && bear.attributes["refs"] == ["http://example.org"])
        #expect(bear.attributes["country"] == "RU" && bear.attributes["synonyms"] == ["Fancy", "Bear"])
        #expect(
            try graph.named("c2").attributes["revoked"] == true
                && graph.named("russia").attributes["iso2"] == "RU")
        #expect(graph.title == "Threat Actor" && result.diagnostics.count(of: .error) == 2)
    }

    @Test("vocabularies and templates")
    func definitions() throws {
        let words = Intelligence.read(
            #"{"name": "relationships", "uuid": "u", "values": [{"name": "uses", "description": "d", "opposite": "used-by"}]}"#,
            .misp)
        #expect(
            words.graph.nodeCount == 0 && Intelligence.skipped(words, "definition of a relationship") == 1)
        let galaxy = Intelligence.read(
            #"{"name": "Country", "namespace": "misp", "type": "country", "uuid": "u", "icon": "globe"}"#,
            .misp)
        #expect(try galaxy.graph.named("u").attributes["icon"] == "globe")
        let other = Intelligence.read(#"{"x": 1}"#, .misp)
        #expect(other.hasErrors && other.graph.nodeCount == 0)
    }

    @Test("every truncation and many mutations are read without a crash")
    func hostileTexts() {
        let text = Array(event.utf8)
        for length in stride(from: 0, to: text.count, by: 5) {
            _ = Intelligence.read(Array(text.prefix(length)), .misp)
        }
        for position in stride(from: 0, to: text.count, by: 3) {
            for byte in [0x22, 0x5B, 0x7D, 0xFF] as [UInt8] {
                var mutated = text
                mutated[position] = byte
                _ = Intelligence.read(mutated, .misp)
            }
        }
    }
}
