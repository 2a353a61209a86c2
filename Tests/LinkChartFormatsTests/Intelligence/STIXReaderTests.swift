import LinkChartFormats
import LinkChartModel
import Testing

@Suite("STIX")
struct STIXReaderTests {
    private static let uuid = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"

    private func id(_ type: String, _ number: Int = 0) -> String {
        "\(type)--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd\(number < 10 ? "0" : "")\(number)"
    }

    private func object(_ type: String, _ number: Int = 0, _ members: String = "") -> String {
        """
        {"type": "\(type)", "spec_version": "2.1", "id": "\(id(type, number))", \
        "created": "2020-01-02T03:04:05.000Z", "modified": "2020-01-02T03:04:05.000Z"\(members.isEmpty ? "" : ", ")\(members)}
        """
    }

    private func link(
        _ number: Int, _ source: String, _ type: String, _ target: String, _ members: String = ""
    ) -> String {
        object(
            "relationship", number,
            "\"relationship_type\": \"\(type)\", \"source_ref\": \"\(source)\", \"target_ref\": \"\(target)\""
                + (members.isEmpty ? "" : ", " + members))
    }

    private func bundle(_ objects: String...) -> String {
        "{\"type\": \"bundle\", \"id\": \"bundle--\(Self.uuid)\", \"objects\": [\n\(objects.joined(separator: ",\n"))\n]}"
    }

    private func read(_ objects: String...) -> ReadResult {
        Intelligence.read(
            "{\"type\": \"bundle\", \"id\": \"bundle--\(Self.uuid)\", \"objects\": [\n\(objects.joined(separator: ",\n"))\n]}",
            .stix)
    }

    @Test("kinds follow from types, classes and what a location has")
    func kinds() throws {
        let result = read(
            object("threat-actor", 1, #""name": "A", "aliases": ["A", "B"]"#),
            object("identity", 2, #""name": "I""#),
            object("identity", 3, #""name": "O", "identity_class": "organization""#),
            object("identity", 4, #""name": "P", "identity_class": "individual""#),
            object("location", 5, #""country": "PK""#), object("location", 6, #""region": "central-asia""#),
            object("location", 7, #""country": "PK", "city": "Quetta""#),
            object("malware", 8, #""is_family": true"#),
            object("report", 9, #""name": "R", "published": "2020-01-01T00:00:00Z", "object_refs": []"#),
            object("x-custom", 10, #""x_foo": {"bar": [1, null]}"#),
            object(
                "location", 11,
                #""name": "Algeria", "country": "DZA", "latitude": 28.0, "x_opencti_location_type": "Country""#
            ),
            object("ipv4-addr", 12, #""value": "198.51.100.3""#))
        let graph = result.graph
        #expect(Intelligence.problems(result) == "")
        #expect(
            graph.nodes.map(\.kindName) == [
                "Actor", "Entity", "Organisation", "Person", "State", "Region", "Place", "Means", "Document",
                "Entity",
                "State", "Entity",
            ])
        let actor = try graph.named(id("threat-actor", 1))
        #expect(actor.name == "A" && actor.aliases == ["B"] && actor.subtype == "threat-actor")
        #expect(actor.attributes["aliases"] == ["A", "B"], "what was another list is kept as it was")
        #expect(actor.attributes["created"] == "2020-01-02T03:04:05.000Z")
        #expect(try graph.named(id("ipv4-addr", 12)).name == "198.51.100.3")
        #expect(try graph.named(id("x-custom", 10)).attributes["x_foo"] == ["bar": [1, .null]])
    }

    @Test("relationships become the relation that fits, and keep their type")
    func relations() throws {
        let (actor, malware) = (id("threat-actor", 1), id("malware", 2))
        let (state, region) = (id("location", 3), id("location", 4))
        let result = read(
            object("threat-actor", 1, #""name": "A""#), object("malware", 2, #""is_family": false"#),
            object("location", 3, #""country": "AF""#), object("location", 4, #""region": "asia""#),
            link(1, actor, "uses", malware), link(2, actor, "targets", state),
            link(3, malware, "uses", malware),
            link(4, actor, "located-at", state), link(5, state, "located-at", region),
            link(6, actor, "hosts", malware), link(7, state, "hosts", actor), link(8, actor, "mocks", actor),
            link(
                9, actor, "originates-from", region,
                #""start_time": "2015-05-15T00:00:00Z", "stop_time": "2016-01-01T00:00:00Z""#))
        #expect(
            Intelligence.edges(result.graph) == [
                "\(actor) usesMeans \(malware)", "\(actor) attacks \(state)",
                "\(malware) relatedTo \(malware)",
                "\(actor) basedIn \(state)", "\(state) memberOf \(region)", "\(actor) relatedTo \(malware)",
                "\(state) relatedTo \(actor)", "\(actor) relatedTo \(actor)",
                "\(actor) originatesFrom \(region)",
            ])
        let last = try #require(result.graph.edges.last)
        #expect(last.valid?.date?.description == "2015-05-15/2016-01-01")
        #expect(last.attributes["relationship_type"] == "originates-from")
        #expect(last.attributes["start_time"] == "2015-05-15T00:00:00Z")
        #expect(last.id == id("relationship", 9))
        // The other four are relatedTo, for want of a better one.
        #expect(Intelligence.normalised(result, "relation") == 5)
        #expect(result.report.inputs[0].guessed.reduce(0) { $0 + $1.count } == 4)
    }

    @Test("authors, references, reports and opinions become claims")
    func claims() throws {
        let (actor, other, author) = (id("threat-actor", 1), id("threat-actor", 2), id("identity", 3))
        let result = read(
            object("threat-actor", 1, #""name": "A""#), object("threat-actor", 2, #""name": "B""#),
            object("identity", 3, #""name": "I", "identity_class": "organization""#),
            link(
                1, actor, "related-to", other,
                """
                "created_by_ref": "\(author)", "description": "They met.", "confidence": 70, "external_references": [
                {"source_name": "Times", "url": "https://example.org/1"}, {"source_name": "Post", "external_id": "7"}]
                """),
            link(2, actor, "impersonates", other),
            link(3, other, "impersonates", actor, #""created_by_ref": "identity--none""#),
            object("report", 4, #""name": "R", "object_refs": ["\#(id("relationship", 2))", "\#(actor)"]"#),
            object(
                "opinion", 5,
                #""opinion": "strongly-disagree", "explanation": "No.", "created_by_ref": "\#(author)", "object_refs": ["\#(id("relationship", 2))"]"#
            ),
            object("opinion", 6, #""opinion": "neutral", "object_refs": ["\#(id("relationship", 1))"]"#))
        let graph = result.graph
        let index = try #require(graph.node(id: author))
        let first = try #require(graph.edge(id: id("relationship", 1)))
        let claims = Array(graph.claims(of: first))
        #expect(claims.count == 2)
        #expect(claims.allSatisfy { $0.claimant == .node(index) && $0.statement == "They met." })
        #expect(claims.map(\.source) == [.named("Times"), .named("Post")])
        #expect(claims[0].attributes == ["url": "https://example.org/1"] && claims[1].confidence?.value == 70)
        #expect(
            claims[0].date?.date?.description == "2020-01-02"
                && claims[0].date?.raw == "2020-01-02T03:04:05.000Z")

        let second = try #require(graph.edge(id: id("relationship", 2)))
        let spoken = Array(graph.claims(of: second))
        let (report, opinion) = (graph.node(id: id("report", 4)), graph.node(id: id("opinion", 5)))
        #expect(spoken.map(\.source) == [report.map { .node($0) }, opinion.map { .node($0) }])
        #expect(spoken.map(\.modality) == [.asserted, .negated] && spoken[1].statement == "No.")
        #expect(graph.standing(of: second).isContested)

        let third = try #require(graph.edge(id: id("relationship", 3)))
        #expect(graph.claims(of: third).map(\.claimant) == [.named("identity--none")])
        #expect(Intelligence.edges(graph).contains("\(id("report", 4)) reportsOn \(actor)"))
        #expect(graph.edgeCount == 4, "a statement on a relationship is its claim, not an edge")
    }

    @Test("of several versions the newest counts, and repetitions are counted")
    func versions() throws {
        let old = object("malware", 1, #""name": "Old""#)
        let new = old.replacing("\"modified\": \"2020", with: "\"modified\": \"2021").replacing(
            "Old", with: "New")
        let result = read(new, old, new, link(1, id("malware", 1), "uses", id("malware", 1)))
        #expect(result.graph.nodes.map(\.name) == ["New"])
        #expect(Intelligence.skipped(result, "older version of an object") >= 1)
        #expect(Intelligence.skipped(result, "repetition of an object") >= 1)
        #expect(result.graph.edgeCount == 1 && !result.hasErrors)
    }

    @Test("sightings link those who saw with what they saw")
    func sightings() throws {
        let (indicator, here) = (id("indicator", 1), id("identity", 2))
        let result = read(
            object("indicator", 1, #""pattern": "[file:name = 'a']""#),
            object("identity", 2, #""name": "I", "identity_class": "organization""#),
            object(
                "sighting", 3,
                #""sighting_of_ref": "\#(indicator)", "where_sighted_refs": ["\#(here)", "\#(here)"], "count": 12, "first_seen": "2016-08-06T20:08:31Z", "last_seen": "2016-08-07T20:08:31Z""#
            ),
            object("sighting", 4, #""sighting_of_ref": "\#(indicator)""#), object("sighting", 5))
        #expect(
            Intelligence.edges(result.graph) == Array(repeating: "\(here) reportsOn \(indicator)", count: 2))
        let edges = Array(result.graph.edges)
        #expect(
            edges[0].id == id("sighting", 3) && edges[1].attributes["sighting"] == .string(id("sighting", 3)))
        #expect(edges[0].attributes["count"] == 12 && edges[0].valid?.description == "2016-08-06/2016-08-07")
        #expect(Intelligence.skipped(result, "sighting that names nobody who saw it") == 1)
        #expect(result.diagnostics.count(of: .error) == 1, "one says not what was seen")
        #expect(try result.graph.named(indicator).name == "[file:name = 'a']")
    }

    @Test("references become edges, but not those that only keep house")
    func references() throws {
        let result = read(
            object(
                "x-analytic", 1,
                #""x_source_refs": ["\#(id("tool", 2))"], "x_inner": [{"x_best_ref": "\#(id("tool", 2))"}], "created_by_ref": "identity--x", "object_marking_refs": ["\#(id("marking-definition", 9))"], "bad_ref": 3, "worse_ref": "nobody""#
            ),
            object("tool", 2, #""name": "T""#),
            object(
                "marking-definition", 9, #""definition_type": "statement", "definition": {"statement": "S"}"#),
            object("observed-data", 3, #""objects": {"0": {"type": "file", "parent_ref": "1"}}"#))
        let edges = Array(result.graph.edges)
        #expect(edges.map { $0.attributes["property"] } == ["x_source_refs", "x_inner.x_best_ref"])
        #expect(result.graph.nodeCount == 3)
        guard case .list(let definitions)? = result.graph.attributes["stixDefinitions"] else {
            Issue.record("the definitions are lost")
            return
        }
        #expect(definitions.count == 1)
        #expect(result.diagnostics.count(of: .warning) == 1, "`nobody` is no identifier")
    }

    @Test("what custom properties refer to is one edge, however often it is written and read")
    func customReferencesOnce() throws {
        var graph = read(
            object(
                "identity", 1,
                #""name": "A", "x_ref": "\#(id("tool", 2))", "x_inner": [{"x_best_refs": ["\#(id("tool", 2))"]}]"#
            ),
            object("tool", 2, #""name": "T""#)
        ).graph
        let properties = graph.edges.map { $0.attributes["property"] }
        #expect(properties == ["x_ref", "x_inner.x_best_refs"])
        for _ in 0..<2 {
            let written = String(decoding: try graphBytes(graph, as: .stix), as: UTF8.self)
            graph = Intelligence.read(written, .stix).graph
            #expect(graph.edges.map { $0.attributes["property"] } == properties && graph.nodeCount == 2)
        }
    }

    @Test("what no object defines is made of its type, and a relationship of a relationship has an end")
    func missingEnds() throws {
        let (tool, link1) = (id("tool", 2), id("relationship", 1))
        let result = read(
            object("campaign", 1, #""name": "C""#), link(1, id("campaign", 1), "uses", tool),
            object("indicator", 4, #""pattern": "[a:b = 1]""#),
            link(2, id("indicator", 4), "indicates", link1))
        #expect(try result.graph.named(tool).kindName == "Means")
        let proposition = try result.graph.named(link1)
        #expect(proposition.kindName == "Proposition" && proposition.attributes["edge"] == .string(link1))
        #expect(result.diagnostics.count(of: .note) == 1 && result.graph.edgeCount == 2)
    }

    @Test(
        "a bundle, one object, an array, lines and an envelope are read alike",
        arguments: ["bundle", "object", "array", "lines", "envelope"])
    func shapes(shape: String) throws {
        let (one, two) = (object("tool", 1, #""name": "T""#), object("malware", 2, #""name": "M""#))
        let text =
            switch shape {
            case "bundle": bundle(one, two)
            case "object": one
            case "array": "[\(one),\n \(two)]"
            case "lines": "\(one)\n\(two)\n"
            default: "{\"more\": false, \"objects\": [\(one), \(two)]}"
            }
        let input = GraphInput(name: "input", text: text)
        #expect(input.detectedFormat == .stix)
        let result = readGraph(inputs: [input])
        #expect(result.graph.nodes.map(\.name) == (shape == "object" ? ["T"] : ["T", "M"]))
        #expect(Intelligence.problems(result) == "")
    }

    @Test("two bundles make one graph")
    func severalInputs() {
        let first = GraphInput(name: "a.stix.json", text: bundle(object("tool", 1, #""name": "T""#)))
        let second = GraphInput(
            name: "b.stix.json",
            text: bundle(
                object("malware", 2, #""name": "M""#), link(1, id("malware", 2), "uses", id("tool", 1))))
        let result = readGraph(inputs: [second, first])
        #expect(result.graph.nodeCount == 2 && result.graph.edgeCount == 1)
        #expect(Intelligence.problems(result) == "")
    }

    @Test("every truncation and many mutations are read without a crash")
    func hostileTexts() {
        let text = Array(
            bundle(
                object("threat-actor", 1, #""name": "A", "aliases": ["B"]"#),
                object("report", 2, #""name": "R", "object_refs": ["\#(id("threat-actor", 1))"]"#),
                link(
                    1, id("threat-actor", 1), "uses", id("tool", 3),
                    #""external_references": [{"source_name": "S"}]"#)
            ).utf8)
        for length in stride(from: 0, to: text.count, by: 3) {
            _ = Intelligence.read(Array(text.prefix(length)), .stix)
        }
        for position in stride(from: 0, to: text.count, by: 2) {
            for byte in [0x22, 0x5B, 0x7D, 0x30, 0xFF] as [UInt8] {
                var mutated = text
                mutated[position] = byte
                _ = Intelligence.read(mutated, .stix)
            }
        }
    }
}
