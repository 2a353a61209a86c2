import LinkChartModel
import Testing

@testable import LinkChartFormats

@Suite("FollowTheMoney")
struct FTMReaderTests {
    private func read(_ lines: String...) -> ReadResult {
        Intelligence.read(lines.joined(separator: "\n"), .followTheMoney)
    }

    @Test("the model knows what extends what, which are edges and what they must have")
    func model() throws {
        let model = FTMModel.current
        #expect(model.names.count == 71)
        #expect(model.names.reduce(0) { $0 + (model[$1]?.own.count ?? 0) } == 532)
        #expect(
            model.isA("Company", "LegalEntity") && model.isA("Company", "Asset")
                && !model.isA("Person", "Asset"))
        #expect(try #require(model["Ownership"]?.edge) == ("owner", "asset"))
        #expect(model.property("startDate", of: "Ownership")?.type == .date)
        #expect(model.property("owner", of: "Ownership")?.range == "LegalEntity")
        #expect(model.required(of: "Company") == ["name"] && model.captions(of: "Airplane").first == "name")
        #expect(model.kind(of: "Company") == "Organisation" && model.kind(of: "Vessel") == "Means")
        #expect(model.kind(of: "Organization", topics: ["crime.terror"]) == "Actor")
        #expect(
            model.narrower("LegalEntity", "Company") == "Company"
                && model.narrower("Person", "Company") == nil)
    }

    @Test("nodes take their names from captions and keep every value")
    func nodes() throws {
        let result = read(
            #"{"id": "p", "schema": "Person", "properties": {"name": ["Ann", "Anna"], "alias": ["A."], "nationality": ["de"], "birthDate": ["1970", "1971"]}, "datasets": ["x"], "caption": "Ann"}"#,
            #"{"id": "a", "schema": "Address", "properties": {"full": ["1 Road"], "city": ["Town"]}, "first_seen": "2020"}"#,
            #"{"id": "g", "schema": "Organization", "properties": {"name": ["G"], "topics": ["crime.terror"]}}"#,
            #"{"id": 7, "schema": "Document", "properties": {"fileName": "x.pdf"}}"#)
        let graph = result.graph
        #expect(Intelligence.problems(result) == "")
        #expect(graph.nodes.map(\.kindName) == ["Person", "Place", "Actor", "Document"])
        #expect(graph.nodes.map(\.name) == ["Ann", "1 Road", "G", "x.pdf"])
        let person = try graph.named("p")
        #expect(person.aliases == ["Anna", "A."] && person.subtype == "Person")
        #expect(
            person.attributes["name"] == ["Ann", "Anna"]
                && person.attributes["birthDate"] == ["1970", "1971"])
        #expect(person.attributes["nationality"] == "de" && person.attributes["datasets"] == ["x"])
        #expect(try graph.named("a").attributes["first_seen"] == "2020")
        #expect(graph.node(id: "7") != nil)
    }

    @Test("edge schemata become edges with datasets as claimants, dates and every property")
    func edges() throws {
        let result = read(
            #"{"id": "m", "schema": "Membership", "properties": {"member": ["p"], "organization": ["o"], "startDate": ["2009"], "endDate": ["2011-05"], "role": ["clerk"], "sourceUrl": ["http://example.org/"], "recordId": ["17"], "retrievedAt": ["2020-01-01"]}, "datasets": ["one", "two"]}"#,
            #"{"id": "p", "schema": "Person", "properties": {"name": ["Ann"]}}"#,
            #"{"id": "q", "schema": "Person", "properties": {"name": ["Bob"]}}"#,
            #"{"id": "o", "schema": "Company", "properties": {"name": ["Co"]}}"#,
            #"{"id": "f", "schema": "Payment", "properties": {"payer": ["p", "q"], "beneficiary": ["o"], "amountEur": ["10", "20"], "date": ["2011-12-29"]}}"#,
            #"{"id": "w", "schema": "Ownership", "properties": {"owner": ["p"], "asset": ["o"]}}"#)
        let graph = result.graph
        #expect(Intelligence.problems(result) == "")
        #expect(Intelligence.edges(graph) == ["p memberOf o", "p funds o", "q funds o", "p relatedTo o"])
        let edges = Array(graph.edges)
        #expect(edges[0].id == "m" && edges[0].valid?.description == "2009/2011-05")
        #expect(edges[0].attributes["role"] == "clerk" && edges[0].attributes["schema"] == "Membership")
        let claims = Array(edges[0].claims)
        #expect(claims.map(\.claimant) == [.named("one"), .named("two")])
        #expect(claims[0].source == .named("http://example.org/") && claims[0].locator == "17")
        #expect(claims[0].date?.description == "2020-01-01")
        #expect(edges[1].attributes["id"] == "f" && edges[1].attributes["amountEur"] == ["10", "20"])
        #expect(edges[1].valid?.description == "2011-12-29" && edges[1].claims.isEmpty)
        // The fourth is relatedTo, for want of a better one.
        #expect(Intelligence.normalised(result, "relation") == 3)
        #expect(result.report.inputs[0].guessed.reduce(0) { $0 + $1.count } == 1)
    }

    @Test("properties that refer to entities become edges, missing ones are made of what they must be")
    func references() throws {
        let result = read(
            #"{"id": "c", "schema": "Company", "properties": {"name": ["C"], "addressEntity": ["a"], "parent": ["d"]}, "datasets": ["x"]}"#,
            #"{"id": "a", "schema": "Address", "properties": {"full": ["1 Road"]}}"#,
            #"{"id": "s", "schema": "Sanction", "properties": {"entity": ["c"], "authority": ["UN"]}}"#)
        let graph = result.graph
        #expect(Intelligence.edges(graph) == ["c basedIn a", "c partOf d", "s relatedTo c"])
        #expect(graph.edges.map { $0.attributes["property"] } == ["addressEntity", "parent", "entity"])
        #expect(try graph.named("d").kindName == "Organisation")
        #expect(try #require(graph.edges.first).claims.map(\.claimant) == [.named("x")])
        #expect(result.diagnostics.count(of: .note) == 1 && !result.hasErrors)
    }

    @Test("what several lines say of one entity is joined")
    func fragments() throws {
        let result = read(
            #"{"id": "c", "schema": "LegalEntity", "properties": {"name": ["C"], "country": ["de"]}}"#,
            #"{"id": "c", "schema": "Company", "properties": {"name": ["C Ltd"], "country": ["fr", "de"], "email": ["x@example.org"]}}"#
        )
        let node = try result.graph.named("c")
        #expect(result.graph.nodeCount == 1 && node.subtype == "Company" && node.aliases == ["C Ltd"])
        #expect(node.attributes["country"] == ["de", "fr"] && node.attributes["email"] == "x@example.org")
        #expect(Intelligence.problems(result) == "")
    }

    @Test("entities within entities are read too")
    func nested() {
        let result = read(
            #"{"id": "w", "schema": "Ownership", "properties": {"owner": [{"id": "p", "schema": "Person", "properties": {"name": ["Ann"]}}], "asset": [{"id": "c", "schema": "Company", "properties": {"name": ["C"]}}]}}"#
        )
        #expect(Intelligence.problems(result) == "")
        #expect(
            result.graph.nodes.map(\.name) == ["Ann", "C"]
                && Intelligence.edges(result.graph) == ["p relatedTo c"])
    }

    @Test("an array of entities is read like lines, and is recognised")
    func array() {
        let input = GraphInput(
            name: "x.json",
            text:
                #"[{"id": "p", "schema": "Person", "properties": {"name": ["Ann"]}}, {"id": "q", "schema": "Person", "properties": {}}]"#
        )
        #expect(input.detectedFormat == .followTheMoney)
        #expect(readGraph(inputs: [input]).graph.nodeCount == 2)
    }

    @Test("a broken line does not touch the next, and a name that is nearly right is suggested")
    func brokenLines() {
        let result = read(
            #"{"id": "p", "schema": "Person", "properties": {"name": ["Ann"#,
            #"{"id": "q", "schema": "Persn", "properties": {"name": ["Bob"]}}"#,
            #"{"id": "r", "schema": "Person", "properties": {"name": ["Cid"], "brithDate": ["1970"]}}"#,
            "[1]", "{}",
            #"{"id": "e", "schema": "Ownership", "properties": {"owner": ["r"]}}"#,
            #"{"id": "s", "schema": "Person", "properties": []}"#)
        let text = DiagnosticRenderer().text(of: result.diagnostics)
        #expect(Set(result.graph.nodes.map(\.id)).isSuperset(of: ["q", "r", "e", "s"]))
        #expect(text.contains("did you mean `Person`?") && text.contains("did you mean `birthDate`?"))
        #expect(text.contains("has no `asset`") && result.hasErrors)
    }

    @Test("every truncation is read without a crash")
    func truncations() {
        let text = Array(
            #"{"id": "w", "schema": "Ownership", "properties": {"owner": ["p"], "asset": [{"id": "c", "schema": "Company", "properties": {"name": ["C"]}}]}}"#
                .utf8)
        for length in 0..<text.count { _ = Intelligence.read(Array(text.prefix(length)), .followTheMoney) }
        for position in text.indices {
            for byte in [0x22, 0x5B, 0x7D, 0x0A, 0xFF] as [UInt8] {
                var mutated = text
                mutated[position] = byte
                _ = Intelligence.read(mutated, .followTheMoney)
            }
        }
    }
}
