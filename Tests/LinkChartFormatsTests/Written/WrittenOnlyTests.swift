import Foundation
import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

/// Formats that are only written: what stands in them, and that no name breaks out of its quotes.
@Suite("Formats that are only written")
struct WrittenOnlyTests {
    private static func small() -> Graph {
        var graph = Graph(title: "Two \"states\"")
        let a = graph.add(.state("A <b>", id: "a b"))
        let b = graph.add(.actor("بی \\u0041 \"`x`\"\nline", id: "b"))
        let edge = graph.link(a, .hosts, b)
        graph.addClaim(
            Claim(
                claimant: .named("UN"), source: .named("Report"), locator: "p. 4", statement: "It \"hosts\".",
                modality: .alleged, confidence: try? Confidence(60)), to: edge)
        graph.link(b, .attacks, a)
        return graph
    }

    private func text(_ graph: Graph, _ format: GraphFormat) throws -> String {
        String(decoding: try graphBytes(graph, as: format), as: UTF8.self)
    }

    @Test func mermaid() throws {
        #expect(
            try text(Self.small(), .mermaid) == """
                ---
                title: "Two \\"states\\""
                ---
                flowchart LR
                    n0["A #60;b#62;"]
                    n1["بی #92;u0041 #34;#96;x#96;#34; line"]
                    n0 -.->|"hosts"| n1
                    n1 -->|"attacks"| n0
                    classDef State fill:#d9e8f5,stroke:#0072b2,color:#000
                    class n0 State
                    classDef Actor fill:#f9e0d2,stroke:#d55e00,color:#000
                    class n1 Actor

                """)
    }

    @Test func cypher() throws {
        #expect(
            try text(Self.small(), .cypher) == #"""
                CREATE CONSTRAINT linkchart_id IF NOT EXISTS FOR (n:LinkChart) REQUIRE n.id IS UNIQUE;
                UNWIND [
                  {`id`: "a b", `name`: "A <b>"}
                ] AS row CREATE (n:LinkChart:`State`) SET n = row;
                UNWIND [
                  {`id`: "b", `name`: "بی \\u0041 \"`x`\"\nline"}
                ] AS row CREATE (n:LinkChart:`Actor`) SET n = row;
                UNWIND [
                  {from: "a b", to: "b", properties: {`relation`: "hosts", `isEstablished`: false, `claimants`: ["UN"], `sources`: ["Report"], `modalities`: ["alleged"], `claims`: ["{\"claimant\":{\"name\":\"UN\"},\"source\":{\"name\":\"Report\"},\"locator\":\"p. 4\",\"modality\":\"alleged\",\"confidence\":60,\"statement\":\"It \\\"hosts\\\".\"}"]}}
                ] AS row MATCH (a:LinkChart {id: row.from}), (b:LinkChart {id: row.to}) CREATE (a)-[r:`HOSTS`]->(b) SET r = row.properties;
                UNWIND [
                  {from: "b", to: "a b", properties: {`relation`: "attacks", `isEstablished`: true}}
                ] AS row MATCH (a:LinkChart {id: row.from}), (b:LinkChart {id: row.to}) CREATE (a)-[r:`ATTACKS`]->(b) SET r = row.properties;

                """#)
    }

    @Test func turtle() throws {
        let turtle = try text(Self.small(), .turtle)
        #expect(turtle.hasPrefix("@prefix dcterms: <http://purl.org/dc/terms/> .\n"))
        #expect(
            turtle.contains(
                #"""
                <urn:linkchart:node:b> a lc:Actor ;
                    rdfs:label "بی \\u0041 \"`x`\"\nline" .

                <urn:linkchart:link:0> a rdf:Statement, lc:Link ;
                    rdf:subject <urn:linkchart:node:a%20b> ;
                    rdf:predicate <urn:linkchart:term:hosts> ;
                    rdf:object <urn:linkchart:node:b> ;
                    lc:isEstablished false ;
                    lc:claim [ a lc:Claim ;
                        prov:wasAttributedTo [ rdfs:label "UN" ] ;
                        prov:hadPrimarySource [ rdfs:label "Report" ] ;
                        lc:locator "p. 4" ;
                        lc:statement "It \"hosts\"." ;
                        lc:modality "alleged" ;
                        lc:confidence 60 ] .
                """#), "\(turtle)")
        // Nothing is stated that nobody states.
        #expect(!turtle.contains("<urn:linkchart:node:a%20b> <urn:linkchart:term:hosts>"))
    }

    @Test func jsonLD() throws {
        let data = Data(try graphBytes(Self.small(), as: .jsonLD))
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let things = try #require(document["@graph"] as? [[String: Any]])
        #expect(things.count == 5)
        let link = try #require(things.first { $0["@id"] as? String == "urn:linkchart:link:0" })
        let types = ["http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement", "urn:linkchart:term:Link"]
        #expect(link["@type"] as? [String] == types)
        let claim = try #require(link["lc:claim"] as? [String: Any])
        #expect(claim["lc:confidence"] as? Int == 60 && claim["lc:modality"] as? String == "alleged")
        #expect((claim["prov:wasAttributedTo"] as? [String: Any])?["rdfs:label"] as? String == "UN")
    }

    /// Every quote that opens closes on its line, whatever names there are.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func nothingBreaksOut(seed: UInt64) throws {
        let graph = randomTypedGraph(seed: seed)
        for line in try text(graph, .mermaid).split(separator: "\n") where line.hasPrefix("    n") {
            let box = try Regex(#"    n\d+\["[^"\[\]<>&`]*"\]"#)
                .matchingSemantics(.unicodeScalar)
            let arrow = try Regex(##"    n\d+ <?-\.?->\|"[^"<>&`]*"\| n\d+"##)
                .matchingSemantics(.unicodeScalar)
            #expect(try box.wholeMatch(in: line) != nil || arrow.wholeMatch(in: line) != nil, "\(line)")
        }
        // Outside of texts and names in backticks, a script has only what the writer wrote.
        let quoted = try Regex(#""(\\.|[^"\\])*"|`([^`]|``)*`"#).matchingSemantics(.unicodeScalar)
        let bare = try text(graph, .cypher).replacing(quoted, with: "_")
        let allowed = try Regex(#"[A-Za-z0-9_ :;,.(){}\[\]=>\n+-]*"#).matchingSemantics(.unicodeScalar)
        #expect(try allowed.wholeMatch(in: bare) != nil, "seed \(seed): \(bare.prefix(2000))")
        let labels = bare.components(separatedBy: "CREATE (n:").count - 1
        #expect(labels == Set(graph.nodes.map(\.kindName)).count)
    }
}
