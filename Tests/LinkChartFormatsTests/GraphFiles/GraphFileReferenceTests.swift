import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// Files of `shared/data/graphs`, and files that NetworkX and igraph wrote, against what those libraries read from
/// them: `Tests/Reference/graph-files/make_graph_files.py` asked them.
@Suite("Graph files beside NetworkX and igraph")
struct GraphFileReferenceTests {
    private static let folder = Repository.root.appendingPathComponent("Tests/Reference/graph-files")

    private struct Reference: Decodable {
        var files: [File]
    }

    struct File: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        var format: String
        var refused: String?
        var directed: Bool?
        var nodes: [String: [String: JSONScalar]]?
        var edges: [Edge]?
        var testDescription: String { file }
    }

    struct Edge: Decodable, Sendable {
        var source: String
        var target: String
        var data: [String: JSONScalar]

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            source = try list.decode(String.self)
            target = try list.decode(String.self)
            data = try list.decode([String: JSONScalar].self)
        }
    }

    /// A value in one spelling for what means the same, numbers in texts included.
    enum JSONScalar: Decodable, Sendable {
        case text(String)
        case nothing

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .nothing
            } else if let flag = try? value.decode(Bool.self) {
                self = .text(flag ? "true" : "false")
            } else if let number = try? value.decode(Double.self) {
                self = .text(number.description)
            } else if let text = try? value.decode(String.self) {
                self = .text(GraphFileReferenceTests.canonical(.string(text)))
            } else {
                self = .nothing
            }
        }
    }

    private static func canonical(_ value: AttributeValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): Double(number).description
        case .number(let number): number.description
        case .string(let text): Double(text)?.description ?? text
        case .list(let values): "\(values.count) values"
        case .object: "object"
        }
    }

    private static let files: [File] = {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("reference.json")),
            let reference = try? JSONDecoder().decode(Reference.self, from: data)
        else { return [] }
        return reference.files
    }()

    static let readFiles = files.filter { $0.refused == nil }

    @Test func thereAreFiles() { #expect(Self.readFiles.count >= 60) }

    private func read(_ file: File) throws -> ReadResult? {
        let format = try #require(GraphFormat(rawValue: file.format))
        if file.file.hasSuffix(".zip") {
            guard let path = SharedFiles.path("data/" + file.file), Python.has("zipfile") else { return nil }
            let text = try Python.run(
                "import zipfile, sys; sys.stdout.write(zipfile.ZipFile(\(path.debugDescription)).read('football.gml').decode())",
                input: "")
            return readGraph(inputs: [GraphInput(name: "football.gml", text: text)])
        }
        let path =
            file.file.hasPrefix("written/")
            ? Self.folder.appendingPathComponent(file.file).path : SharedFiles.path("data/" + file.file)
        guard let path else { return nil }
        let input = try GraphInput(path: path)
        #expect(input.detectedFormat == format)
        return readGraph(inputs: [input])
    }

    @Test("nodes, edges and attributes are those that others read", arguments: readFiles)
    func agrees(file: File) throws {
        guard let result = try read(file), let nodes = file.nodes, let edges = file.edges else { return }
        let graph = result.graph
        #expect(!result.diagnostics.hasErrors, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        #expect(graph.nodeCount == nodes.count && graph.edgeCount == edges.count)
        #expect((graph.attributes["directed"] != false) == file.directed)
        for (id, data) in nodes {
            let node = graph[try #require(graph.node(id: id), "no node \(id)")]
            for (name, value) in data {
                guard case .text(let expected) = value, !isOwnName(name, of: file.format) else { continue }
                if name == "name" || name == "label", node.attributes[name] == nil {
                    #expect(
                        Self.canonical(.string(node.name)) == expected
                            || node.aliases.contains { Self.canonical(.string($0)) == expected }
                            || node.id == expected, "\(id)")
                    continue
                }
                #expect(node.attributes[name].map(Self.canonical) == expected, "\(name) of \(id)")
            }
        }
        let found = graph.edges.map { edge in
            line(
                graph.id(of: edge.source), graph.id(of: edge.target),
                edge.attributes.map { ($0.name, Self.canonical($0.value)) },
                file)
        }
        let expected = edges.map { edge in
            line(
                edge.source, edge.target,
                edge.data.compactMap { name, value in
                    if case .text(let text) = value { (name, text) } else { nil }
                }, file)
        }
        #expect(found.sorted() == expected.sorted())
    }

    /// Names that a library gives to what is no attribute here.
    private func isOwnName(_ name: String, of format: String) -> Bool {
        switch format {
        case "pajek": ["id", "x", "y", "shape"].contains(name)
        case "cyjs": ["id", "value", "source", "target", "key"].contains(name)
        // Numbers that NetworkX counts parallel edges with.
        default: ["id", "key", "networkx_key"].contains(name)
        }
    }

    private func line(_ source: String, _ target: String, _ data: [(String, String)], _ file: File) -> String
    {
        let ends = file.directed == true ? [source, target] : [source, target].sorted()
        // NetworkX passes over descriptions, which are labels here.
        let isPassedOver = { (name: String) in name == "label" && file.file.hasSuffix("withdesc.graphml") }
        let rest = data.filter { !isOwnName($0.0, of: file.format) && !isPassedOver($0.0) }.map {
            "\($0.0)=\($0.1)"
        }.sorted()
        return (ends + rest).joined(separator: " | ")
    }

    /// What NetworkX refuses or passes over, checked by hand against what Gephi's own tests say of these files.
    @Test("Gephi's edge cases are read right", arguments: ["graphs/gephi-fixtures"])
    func gephiFixtures(folder: String) throws {
        func read(_ name: String) throws -> ReadResult? {
            try SharedFiles.path("data/\(folder)/\(name)").map {
                readGraph(inputs: [try GraphInput(path: $0)])
            }
        }
        // Two keys of one identifier, inside the graph.
        if let result = try read("cdata.graphml") {
            #expect(
                result.graph.nodes.map(\.name) == ["foo", "bar"]
                    && result.diagnostics.count(of: .warning) == 0)
            #expect(result.graph.edges.map { $0.attributes["label"] } == ["foobar"])
        }
        if let result = try read("withdesc.graphml") {
            #expect(result.graph.nodes.map(\.name) == ["Node Zero", "Node One"])
            #expect(result.graph.edges.map { $0.attributes["label"] } == ["Edge Zero"])
        }
        if let result = try read("gexf__meta.gexf") {
            #expect(result.graph.title == "TITLE" && result.graph.nodeCount == 0 && !result.hasErrors)
            #expect(result.graph.attributes["description"] == "DESCRIPTION")
            #expect(result.graph.attributes["creator"] == "Gephi")
            #expect(result.graph.attributes["lastmodifieddate"] == "2009-03-20")
        }
        if let result = try read("gexf__slice.gexf") {
            #expect(result.graph.nodes.map { $0.attributes["Price"] } == [12, 8])
            #expect(result.graph.edges.map { $0.attributes["weight"] } == [2.0])
            #expect(result.graph.attributes["timestamp"] == "2007")
        }
        if let result = try read("gexf__dynamicedgeweight.gexf") {
            let weights: AttributeValue = [
                ["value": 1.0, "timestamp": 2004.0], ["value": 2.0, "timestamp": 2005.0],
            ]
            #expect(result.graph.edges.map { $0.attributes["Weight"] } == [weights])
            #expect(!result.hasErrors)
        }
        if let result = try read("gexf__infinity.gexf") {
            let node = try #require(result.graph.nodes.first)
            #expect(node.attributes["positive"] == .number(.infinity))
            #expect(node.attributes["negative"] == .number(-.infinity))
        }
        if let result = try read("gexf__data.gexf") {
            #expect(result.graph.nodes.map { $0.attributes["valid"] } == [true])
        }
        if let result = try read("gexf__timezone.gexf") {
            #expect(result.graph.attributes["timezone"] == "America/Los_Angeles")
            #expect(
                result.graph.nodes.map { $0.attributes["timestamp"] } == [
                    "2012-01-12T15:00:00", "2012-01-12T15:00:00+03:00",
                ])
        }
        if let result = try read("emojis.gml") { #expect(result.graph.nodes.map(\.name) == ["✅"]) }
        if let result = try read("label.gml") {
            #expect(result.graph.nodes.map(\.id) == ["A", "B", "C"])
            #expect(result.graph.nodes.map(\.name) == ["Node A", "Node B", "Node C"])
        }
    }
}
