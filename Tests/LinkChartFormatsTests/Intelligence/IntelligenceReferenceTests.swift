import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// The files of `shared/data` against what python-stix2, followthemoney and PyMISP read from them:
/// `Tests/Reference/intelligence/make_intelligence.py` asked them.
@Suite("Intelligence beside python-stix2, followthemoney and PyMISP")
struct IntelligenceReferenceTests {
    struct Reference: Decodable {
        var stix: [String: File] = [:]
        var ftm: [String: File] = [:]
        var events: [String: Event] = [:]
        var clusters: [String: Clusters] = [:]
    }

    struct File: Decodable, Sendable {
        var nodes: Int
        var relationships: Int
        var sightings: Int?
        var references: Int
        var samples: [Sample]
        var edges: [EdgeSample]
    }

    struct Sample: Decodable, Sendable {
        var id: String
        var type: String?
        var name: String?
        var description: String?
        var created: String?
        var revoked: Bool?
        var aliases: [String]?
        var synonyms: Texts?
        var properties: [String: [String]]?
    }

    struct EdgeSample: Decodable, Sendable {
        var id: String
        var source: String
        var type: String
        var target: String
        var author: String?
        var sources: Int?
        var properties: [String: [String]]?
    }

    struct Event: Decodable, Sendable {
        var event: String
        var name: String
        var creator: String
        var attributes: Int
        var objects: Int
        var references: Int
        var clusters: Int
        var samples: [Sample]
    }

    struct Clusters: Decodable, Sendable {
        var nodes: Int
        var relationships: Int
        /// Relations that name nobody.
        var broken: Int
        var attributions: Int
        var samples: [Sample]
    }

    /// One text or several.
    enum Texts: Decodable, Sendable {
        case texts([String])

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            self = .texts(try (try? value.decode([String].self)) ?? [value.decode(String.self)])
        }

        var values: [String] {
            switch self {
            case .texts(let values): values
            }
        }
    }

    static let reference: Reference = {
        let file = Repository.root.appendingPathComponent("Tests/Reference/intelligence/reference.json")
        guard let data = try? Data(contentsOf: file) else { return Reference() }
        return (try? JSONDecoder().decode(Reference.self, from: data)) ?? Reference()
    }()

    @Test func thereAreFiles() {
        #expect(Self.reference.stix.count >= 30 && Self.reference.ftm.count == 1)
        #expect(Self.reference.events.count >= 7 && Self.reference.clusters.count == 12)
    }

    private func read(_ file: String, _ format: GraphFormat) throws -> ReadResult? {
        guard let path = SharedFiles.path("data/" + file) else { return nil }
        let input = try GraphInput(path: path)
        #expect(input.detectedFormat == format, "\(file)")
        return readGraph(inputs: [input])
    }

    @Test("STIX: objects, relationships, sightings and references", arguments: reference.stix.keys.sorted())
    func stix(file: String) throws {
        guard let expected = Self.reference.stix[file], let result = try read(file, .stix) else { return }
        let graph = result.graph
        let made = result.diagnostics.count(of: .missingNode)
        let standIns = graph.nodes.filter { $0.attributes["edge"] != nil && $0.kindName == "Proposition" }
            .count
        #expect(result.report.inputs[0].nodesRead == expected.nodes)
        #expect(graph.nodeCount == expected.nodes + made + standIns || made >= 50)
        #expect(
            result.report.inputs[0].edgesRead
                == expected.relationships + (expected.sightings ?? 0) + expected.references)
        #expect(Intelligence.skipped(result, "edge with an error") == 0)
        for sample in expected.samples {
            let node = try graph.named(sample.id)
            #expect(node.subtype == sample.type)
            if let name = sample.name { #expect(node.name == name) }
            #expect(node.attributes["description"]?.string == sample.description)
            if let revoked = sample.revoked, node.attributes["revoked"] != nil {
                #expect(node.attributes["revoked"] == .bool(revoked))
            }
            for alias in sample.aliases ?? [] where alias != node.name {
                #expect(node.aliases.contains(alias))
            }
        }
        for sample in expected.edges {
            let edge = graph[try #require(graph.edge(id: sample.id), "no edge \(sample.id)")]
            #expect(graph.id(of: edge.source) == sample.source && graph.id(of: edge.target) == sample.target)
            #expect(edge.attributes["relationship_type"]?.string == sample.type)
            let claimants = Set(edge.claims.map(\.claimant))
            if let author = sample.author {
                #expect(claimants == [graph.node(id: author).map { .node($0) } ?? .named(author)])
            }
            if let sources = sample.sources, sources > 0 {
                #expect(edge.claims.filter { $0.source != nil }.count >= sources)
            }
        }
    }

    @Test("FollowTheMoney: entities, edges and every property", arguments: reference.ftm.keys.sorted())
    func ftm(file: String) throws {
        guard let expected = Self.reference.ftm[file], let result = try read(file, .followTheMoney) else {
            return
        }
        let graph = result.graph
        #expect(!result.hasErrors)
        #expect(graph.nodeCount == expected.nodes)
        #expect(graph.edgeCount == expected.relationships + expected.references)
        for sample in expected.samples {
            let node = try graph.named(sample.id)
            #expect(node.subtype == sample.type && node.name == sample.name)
            for (name, values) in sample.properties ?? [:] where name != "name" {
                #expect(Self.values(node.attributes[name]) == Set(values), "\(sample.id) \(name)")
            }
        }
        for sample in expected.edges {
            let edge = graph[try #require(graph.edge(id: sample.id))]
            #expect(graph.id(of: edge.source) == sample.source && graph.id(of: edge.target) == sample.target)
            #expect(edge.attributes["schema"]?.string == sample.type)
            for (name, values) in sample.properties ?? [:] {
                #expect(Self.values(edge.attributes[name]) == Set(values), "\(sample.id) \(name)")
            }
        }
    }

    private static func values(_ value: AttributeValue?) -> Set<String> {
        switch value {
        case .list(let values)?: Set(values.compactMap(\.string))
        case .string(let text)?: [text]
        default: []
        }
    }

    @Test(
        "MISP events: attributes, objects, references and clusters", arguments: reference.events.keys.sorted()
    )
    func events(file: String) throws {
        guard let expected = Self.reference.events[file], let result = try read(file, .misp) else { return }
        let graph = result.graph
        #expect(try graph.named(expected.event).name == expected.name)
        let count = { (property: AttributeValue) in
            graph.edges.filter { $0.attributes["property"] == property }.count
        }
        #expect(count("Attribute") + count("object_relation") == expected.attributes)
        #expect(count("Object") == expected.objects && count("Galaxy") == expected.clusters)
        let references = graph.edges.filter { edge in
            edge.attributes["property"] == nil && edge.attributes["relationship_type"] != "reports-on"
                && edge.attributes["relationship_type"] != nil
        }
        #expect(references.count == expected.references)
        let creator = graph.edges.first { $0.attributes["property"] == "Orgc" }
        #expect(creator.map { graph.name(of: $0.source) } == expected.creator)
        for sample in expected.samples {
            let node = try graph.named(sample.id)
            #expect(node.subtype == sample.type)
            if let name = sample.name { #expect(node.name == name) }
        }
    }

    @Test("MISP clusters: values, relations and attributions", arguments: reference.clusters.keys.sorted())
    func clusters(file: String) throws {
        guard let expected = Self.reference.clusters[file], let result = try read(file, .misp) else { return }
        let graph = result.graph
        #expect(
            result.diagnostics.count(of: .error) == expected.broken,
            "\(DiagnosticRenderer().text(of: result.diagnostics).prefix(2_000))")
        #expect(graph.nodes.filter { $0.subtype != nil }.count == expected.nodes)
        #expect(result.report.inputs[0].edgesRead == expected.relationships + expected.attributions)
        for sample in expected.samples {
            let node = try graph.named(sample.id)
            #expect(node.name == sample.name && node.attributes["description"]?.string == sample.description)
            for synonym in sample.synonyms?.values ?? [] where synonym != node.name && !synonym.isEmpty {
                #expect(node.aliases.contains(synonym))
            }
        }
    }
}
