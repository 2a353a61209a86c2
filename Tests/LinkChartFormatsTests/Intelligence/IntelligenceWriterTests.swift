import Foundation
import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartFormats

/// What is written for STIX and FollowTheMoney reads back as the same graph.
@Suite("Round trips of intelligence formats")
struct IntelligenceWriterTests {
    static let formats: [GraphFormat] = [.stix, .followTheMoney]

    /// Without what FollowTheMoney has no place for.
    private func holdable(_ graph: Graph, _ format: GraphFormat) -> Graph {
        guard format == .followTheMoney else { return graph }
        var graph = graph
        graph.title = ""
        graph.attributes = [:]
        return graph
    }

    private func check(_ graph: Graph, _ format: GraphFormat, _ context: String) throws {
        let bytes = try graphBytes(graph, as: format)
        let result = Intelligence.read(bytes, format)
        let content = { String(decoding: bytes.prefix(8_000), as: UTF8.self) }
        #expect(Intelligence.problems(result) == "", "\(context)\n\(content())")
        let difference = difference(holdable(graph, format), result.graph)
        #expect(difference == nil, "\(context)\n\(difference ?? "")\n\(content())")
        let again = try graphBytes(result.graph, as: format)
        #expect(
            again == bytes || format == .stix && !graph.title.isEmpty, "\(context): not the same text again")
    }

    @Test("random graphs with hostile texts survive", arguments: formats)
    func randomGraphs(format: GraphFormat) throws {
        for seed in 1...100 as ClosedRange<UInt64> {
            var random = HostileGraphs(seed: seed)
            let graph = seed % 2 == 0 ? random.graph() : randomTypedGraph(seed: seed)
            try check(graph, format, "\(format), seed \(seed)")
        }
    }

    @Test("a graph's own ontology survives in STIX")
    func ontology() throws {
        let ontology = try Ontology.builtin.extended(
            name: "mine", kinds: [KindDefinition(name: "Vessel", abstract: ["Thing"])],
            relations: [RelationDefinition("owns", group: "property", domain: ["Agent"], range: ["Vessel"])])
        var random = HostileGraphs(seed: 7)
        try check(random.graph(ontology: ontology), .stix, "own ontology")
    }

    @Test("what comes from others goes back to them as the same graph")
    func realFiles() throws {
        let files: [(String, GraphFormat)] = [
            ("stix/cti-documentation/apt1.json", .stix), ("stix/cti-documentation/poisonivy.json", .stix),
            ("stix/oasis/infrastructure.json", .stix), ("stix/opencti/DATA-TEST-STIX2_v2.json", .stix),
            ("stix/opencti/cyclic-bundle.json", .stix), ("stix/opencti/datasets_companies.json", .stix),
            ("stix/mitre/ics-attack-18.1.json", .stix), ("ftm/donations.ijson", .followTheMoney),
        ]
        for (file, format) in files {
            guard let path = SharedFiles.path("data/" + file) else { continue }
            let graph = try readGraph(paths: [path], options: ReadOptions(format: format)).graph
            let bytes = try graphBytes(graph, as: format)
            let result = Intelligence.read(bytes, format)
            let difference = difference(sorted(graph), sorted(result.graph))
            #expect(difference == nil, "\(file): \(difference ?? "")")
        }
    }

    /// Edges that references make come after the others once more of them are written as relationships, and the
    /// properties that all objects have before their own.
    private func sorted(_ graph: Graph) -> Graph {
        let inOrder = { (attributes: Attributes) in
            Attributes(attributes.map { ($0.name, $0.value) }.sorted { $0.0 < $1.0 })
        }
        var sorted = Graph(title: graph.title, ontology: graph.ontology)
        var places: [NodeIndex: NodeIndex] = [:]
        for node in graph.nodes.sorted(by: { $0.id < $1.id }) {
            places[node.index] = try? sorted.addNode(
                id: node.id, kind: node.kind, name: node.name, aliases: node.aliases, subtype: node.subtype,
                attributes: inOrder(node.attributes), isSource: node.isSource)
        }
        let move = { (party: Party?) -> Party? in
            if case .node(let node)? = party { return places[node].map { .node($0) } }
            return party
        }
        let edges = graph.edges.map { edge in
            (
                "\(graph.id(of: edge.source)) \(graph.id(of: edge.target)) \(edge.hasOwnID ? edge.id : "") \(edge.definition.name) \(edge.attributes["property"]?.string ?? "")",
                edge
            )
        }
        for (_, edge) in edges.sorted(by: { $0.0 < $1.0 }) {
            guard let source = places[edge.source], let target = places[edge.target],
                let index = try? sorted.link(
                    from: source, edge.relation, to: target, id: edge.hasOwnID ? edge.id : nil,
                    valid: edge.valid,
                    attributes: inOrder(edge.attributes), isParallel: true)
            else { continue }
            for claim in edge.claims {
                var moved = claim
                moved.claimant = move(claim.claimant)
                moved.via = move(claim.via)
                moved.source = move(claim.source)
                sorted.addClaim(moved, to: index)
            }
        }
        return sorted
    }

    @Test("identifiers are made of names as RFC 9562 says")
    func uuids() {
        // uuid.uuid5(uuid.NAMESPACE_DNS, "python.org") of Python's own documentation.
        let dns: [UInt8] = [
            0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
        ]
        #expect(NameBasedUUID("python.org", in: dns).text == "886313e1-3b8a-5372-9b90-0c9aee199e5d")
        #expect(STIXVocabulary.extensionID == "extension-definition--" + NameBasedUUID("extension").text)
        #expect(
            STIXVocabulary.foreignExtensionID == "extension-definition--"
                + NameBasedUUID("foreign properties").text)
        #expect(STIXVocabulary.programID == "identity--" + NameBasedUUID("program").text)
        // FIPS 180-2, appendix A.
        #expect(NameBasedUUID.sha1Text("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(
            NameBasedUUID.sha1Text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
    }

    @Test("a denied or alleged edge is never a plain fact in STIX")
    func modality() throws {
        var graph = Graph()
        let a = graph.add(.actor("A", id: "a"))
        let b = graph.add(.state("B", id: "b", iso: "PK"))
        let denier = graph.add(.organisation("O", id: "o"))
        graph.link(a, .attacks, b, claim: Claim(by: denier, modality: .denied))
        let text = String(decoding: try graphBytes(graph, as: .stix), as: UTF8.self)
        #expect(
            text.contains(#""labels": ["not-established", "denied"]"#) && text.contains(#""confidence": 0"#))
        #expect(text.contains(#""relationship_type": "targets""#) && text.contains(#""country": "PK""#))
    }

    @Test("our `hosts` is never that of STIX")
    func hosts() throws {
        var graph = Graph()
        let state = graph.add(.state("A", id: "a", iso: "AF"))
        graph.link(state, .hosts, graph.add(.actor("B", id: "b")))
        let text = String(decoding: try graphBytes(graph, as: .stix), as: UTF8.self)
        #expect(
            text.contains(#""relationship_type": "related-to""#)
                && !text.contains(#""relationship_type": "hosts""#))
        #expect(Intelligence.edges(Intelligence.read(Array(text.utf8), .stix).graph) == ["a hosts b"])
    }

    @Test("edges become the narrowest schema that fits their ends")
    func ftmSchemata() throws {
        var graph = Graph()
        let person = graph.add(.person("P", id: "p"))
        let group = graph.add(.actor("G", id: "g"))
        let state = graph.add(.state("S", id: "s p", iso: "PK"))
        graph.link(person, .memberOf, group, valid: try EDTFDate("2009/2011-05"))
        graph.link(person, .leads, group)
        graph.link(state, .funds, group)
        graph.link(state, .hosts, group)
        let lines = String(decoding: try graphBytes(graph, as: .followTheMoney), as: UTF8.self)
            .split(separator: "\n").map(String.init)
        #expect(lines.count == 7)
        #expect(
            lines[3].contains(
                #""schema":"Membership","properties":{"endDate":["2011-05"],"member":["p"],"organization":["g"]"#
            ))
        #expect(lines[4].contains(#""schema":"Directorship""#) && lines[5].contains(#""schema":"Payment""#))
        #expect(lines[6].contains(#""schema":"UnknownLink""#) && lines[6].contains(#""role":["hosts"]"#))
        #expect(lines[2].contains(#""country":["pk"]"#) && !lines[2].hasPrefix(#"{"id":"s p""#))
    }

    @Test(
        "python-stix2 and followthemoney take what is written",
        .enabled("needs stix2 and followthemoney") {
            Python.has("stix2", "followthemoney")
        })
    func othersRead() throws {
        let script = Repository.root.appendingPathComponent("Tests/Reference/intelligence/check_written.py")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linkchart-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        for seed in 1...20 as ClosedRange<UInt64> {
            var random = HostileGraphs(seed: seed)
            let graph = seed % 2 == 0 ? random.graph() : randomTypedGraph(seed: seed)
            for (format, ending) in [(GraphFormat.stix, "stix.json"), (.followTheMoney, "ftm.jsonl")] {
                let file = folder.appendingPathComponent("\(seed).\(ending)")
                try Data(try graphBytes(graph, as: format)).write(to: file)
                files.append(file.path)
            }
        }
        let output = try Python.run(
            "import runpy, sys; sys.argv = ['check'] + \(files); runpy.run_path(\(script.path.debugDescription))",
            input: "")
        #expect(!output.contains("REFUSED"), "\(output)")
    }
}
