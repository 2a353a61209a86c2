import Foundation
import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

/// Each format says beforehand what of a graph it has no place for, and loses that and nothing else.
@Suite struct WriteLossTests {
    /// A graph that has everything that a format can lack.
    private static func full() throws -> Graph {
        let ontology = try Ontology.builtin.extended(
            name: "mine", kinds: [KindDefinition(name: "Vessel", abstract: ["Thing"])], relations: [])
        var graph = Graph(title: "Two  states", ontology: ontology)
        graph.attributes["made"] = 2_024
        graph.attributes["directed"] = true
        let state = try graph.addNode(
            id: "a", kind: .state, name: "Afghanistan", aliases: ["A", "B"], attributes: ["iso2": "AF"])
        let actor = try graph.addNode(id: "t", kind: .actor, name: "TTP", subtype: "armedGroup")
        _ = try graph.addNode(id: "s", kind: .document, isSource: true)
        let thing = try graph.addNode(id: "e", kind: .entity)
        let hosts = try #require(ontology.relation(named: "hosts"))
        let related = try #require(ontology.relation(named: "relatedTo"))
        try graph.link(
            from: state, hosts, to: actor, id: "own", valid: RecordedDate(normalizing: "28 December 2022"),
            attributes: ["fighters": 6_000],
            claims: [
                Claim(
                    claimant: .named("UN"), date: RecordedDate(normalizing: "2/18/2010", hint: .monthFirst)),
                Claim(modality: .denied),
            ])
        try graph.link(from: actor, related, to: thing, attributes: ["weight": 2.5])
        return graph
    }

    private static let own = [
        "1 title (Two  states)", "2 attributes of the graph (made)", "1 ontology of its own (mine)",
    ]
    private static let ownWithoutTitle = Array(own.dropFirst())

    static let expected: [GraphFormat: [String]] = [
        .nativeYAML: [], .nativeJSON: [], .nodeLink: [], .graphML: [], .gexf: [], .gml: [], .jsonGraph: [],
        .cytoscape: [], .dot: [], .stix: [], .csv: own, .tsv: own, .followTheMoney: own,
        .pajek: [
            "1 blank of the title", "1 attribute of the graph (made)", "1 ontology of its own (mine)",
        ],
        .cypher: own + ["2 dates as they were written (28 December 2022)"],
        .turtle: ["1 ontology of its own (mine)", "2 dates as they were written (28 December 2022)"],
        .jsonLD: ["1 ontology of its own (mine)", "2 dates as they were written (28 December 2022)"],
        .mermaid: ownWithoutTitle + [
            "2 identifiers of nodes (a)", "3 kinds of nodes (a: State)", "2 aliases (A)",
            "1 subtype (armedGroup)", "1 mark of a source (s)", "1 attribute of a node (iso2 of a)",
            "1 identifier of an edge (own)", "1 validity (2022-12-28)",
            "2 attributes of edges (fighters of a to t)", "2 claims (a to t)",
        ],
        .edgeList: own + [
            "1 node without an edge (s)", "3 kinds of nodes (a: State)", "2 names of nodes (Afghanistan)",
            "2 aliases (A)", "1 subtype (armedGroup)", "1 mark of a source (s)",
            "1 attribute of a node (iso2 of a)", "1 relation of an edge (a to t: hosts)",
            "1 identifier of an edge (own)", "1 validity (2022-12-28)",
            "1 attribute of an edge (fighters of a to t)", "2 claims (a to t)",
        ],
    ]

    @Test(arguments: GraphFormat.allCases.filter { $0.isWritable && expected[$0] != nil })
    func everyFormatSaysWhatItLacks(format: GraphFormat) throws {
        let found = losses(of: try Self.full(), as: format).map(\.description)
        #expect(found == Self.expected[format], "\(format)")
        #expect(losses(of: Graph(), as: format) == [])
    }

    @Test func singleTablesLackMore() throws {
        let graph = try Self.full()
        let parts = { (path: String) in losses(of: graph, as: .csv, to: path).map(\.part) }
        #expect(parts("x.csv") == [.title, .graphAttributes, .ontology])
        #expect(parts("x-nodes.csv") == [.title, .graphAttributes, .ontology, .edges])
        #expect(parts("-").contains(.nodesWithoutEdges) && !parts("-").contains(.kinds))
        #expect(parts("x-links.csv").contains(.kinds) && !parts("x-links.csv").contains(.claims))
    }

    // MARK: - What is lost is what is said

    /// The graph as written and read again.
    private func again(_ graph: Graph, _ format: GraphFormat) throws -> ReadResult {
        guard format == .csv || format == .tsv else {
            return EveryFormat.read(try graphBytes(graph, as: format), format)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linkchart-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("g.\(format.rawValue)").path
        return try readGraph(paths: try writeGraph(graph, to: path, as: format))
    }

    private func check(_ graph: Graph, _ format: GraphFormat, _ context: String) throws {
        let lost = Set(losses(of: graph, as: format).map(\.part))
        let back = try again(graph, format).graph
        if !lost.contains(.title), !lost.contains(.titleBlanks) {
            #expect(back.title == graph.title, "\(context)")
        }
        if !lost.contains(.graphAttributes) {
            #expect(text(of: back.attributes) == text(of: graph.attributes), "\(context)")
        }
        if !lost.contains(.ontology) { #expect(back.ontology == graph.ontology, "\(context)") }
        // Sources may come first.
        let (found, expected) = (lines(of: back), lines(of: graph))
        if format == .followTheMoney || format == .stix || format == .nativeYAML || format == .nativeJSON {
            #expect(found.sorted() == expected.sorted(), "\(context)")
        } else {
            #expect(found == expected, "\(context)")
        }
    }

    private static let complete = GraphFormat.allCases.filter {
        $0.isReadable && $0.isWritable && $0 != .edgeList
    }

    @Test(arguments: complete)
    func realGraphsComeBackButForThat(format: GraphFormat) throws {
        for file in try Repository.files(in: "graphs", ending: ".yaml") {
            try check(try readGraph(paths: [file]).graph, format, "\(format) \(file)")
        }
    }

    /// Pajek keeps arcs and edges apart and a table the nodes of links; what they put in another order is not compared.
    @Test(arguments: complete.filter { ![.pajek, .csv, .tsv].contains($0) })
    func samplesComeBackButForThat(format: GraphFormat) throws {
        for other in EveryFormat.formats where other != .nativeYAML && other != .nativeJSON {
            let graph = EveryFormat.read(try EveryFormat.sample(of: other), other).graph
            try check(graph, format, "\(other) as \(format)")
        }
    }

    @Test(arguments: complete)
    func randomTypedGraphsComeBackButForThat(format: GraphFormat) throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            try check(randomTypedGraph(seed: seed), format, "\(format), seed \(seed)")
        }
    }

    /// An edge list keeps ends and weights, and says that it keeps nothing else.
    @Test func edgeListsKeepEndsAndWeights() throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            let graph = randomTypedGraph(seed: seed)
            guard let bytes = try? graphBytes(graph, as: .edgeList) else { continue }
            let back = EveryFormat.read(bytes, .edgeList).graph
            let ends = { (graph: Graph) in
                graph.edges.map { "\(graph.id(of: $0.source)) \(graph.id(of: $0.target))" }
            }
            #expect(ends(back) == ends(graph), "seed \(seed)")
            #expect(losses(of: back, as: .edgeList) == [], "seed \(seed)")
        }
    }
}
