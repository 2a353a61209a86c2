import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartFormats

@Suite("Edge lists")
struct EdgeListReaderTests {
    private func read(_ text: String, name: String = "graph.el") -> ReadResult {
        readGraph(inputs: [GraphInput(name: name, text: text)], options: ReadOptions(format: .edgeList))
    }

    private func edges(_ graph: Graph) -> [String] {
        graph.edges.map { edge in
            let weight = edge.attributes["weight"].map { " \($0.double?.description ?? "?")" } ?? ""
            return "\(graph.id(of: edge.source)) \(graph.id(of: edge.target))\(weight)"
        }
    }

    @Test("names stand as they are, nodes in the order of their first appearance")
    func names() {
        let result = read("7 007\n# comment\nپاکستان 7 0.5\n\n% comment\n7\tb 2 # and so on\n")
        #expect(result.diagnostics.isEmpty)
        #expect(result.graph.nodes.map(\.id) == ["7", "007", "پاکستان", "b"])
        #expect(edges(result.graph) == ["7 007", "پاکستان 7 0.5", "7 b 2.0"])
        #expect(result.graph.nodes.allSatisfy { $0.kindName == "Entity" && $0.name == $0.id })
        #expect(result.graph.edges.allSatisfy { $0.definition.name == "relatedTo" && $0.claims.isEmpty })
        #expect(result.graph.edges.allSatisfy { $0.standing.isEstablished })
        #expect(result.report.inputs[0].nodesRead == 4 && result.report.inputs[0].edgesRead == 3)
    }

    @Test(
        "a byte order mark, line ends of all sorts and a missing last one change nothing",
        arguments: [
            "\u{FEFF}a b\nb c 2\n", "a b\r\nb c 2\r\n", "a b\rb c 2\r", "a b\nb c 2",
            "  a  b  \n\n\tb\tc\t2\t\n", "a,b\nb,c,2\n",
            "a, b\nb, c, 2\n", "a b\nb c 2\n#", "source target weight\na b\nb c 2\n",
            "%x\n#y\nfrom,to\na,b\nb,c,2\n",
            "a b {}\nb c 2\n",
        ])
    func lineEnds(text: String) {
        let result = read(text)
        #expect(result.diagnostics.isEmpty)
        #expect(edges(result.graph) == ["a b", "b c 2.0"])
    }

    @Test("a comma is part of a name where blanks separate")
    func commasInNames() {
        #expect(read("Kabul,AF Lahore,PK\n").graph.nodes.map(\.id) == ["Kabul,AF", "Lahore,PK"])
    }

    @Test("every line that is wrong is reported at its line and column; the others are read")
    func problems() {
        let text = "a b\nalone\nc d e\nc d nan\nc d 1e999\na b 1 2\ne\u{0}f g\nx y 1\n"
        let result = read(text)
        let found = result.diagnostics.sorted.map {
            "\($0.code) \($0.severity.rawValue) \($0.line ?? 0):\($0.column ?? 0)"
        }
        #expect(
            found == [
                "L0310 error 2:1", "L0308 error 3:5", "L0308 error 4:5", "L0308 error 5:5", "L0303 error 6:7",
                "L0312 error 7:2",
            ])
        #expect(edges(result.graph) == ["a b", "x y 1.0"])
        #expect(result.graph.nodeCount == 4, "lines with errors add no nodes")
        #expect(result.report.inputs[0].skipped.first?.count == 6)
        #expect(result.diagnostics.allSatisfy { $0.suggestion != nil && $0.excerpt != nil })
    }

    @Test("a line too long for names is reported, not read")
    func longLine() {
        let result = read("a b\n" + String(repeating: "x", count: 2 << 20) + " y\nc d\n")
        #expect(result.diagnostics.map(\.code) == [.badCell])
        #expect(result.diagnostics.first?.line == 2)
        #expect(edges(result.graph) == ["a b", "c d"])
    }

    @Test(
        "formats that would be misread are named",
        arguments: [
            ("%%MatrixMarket matrix coordinate real general\n3 3 2\n1 2 1\n", "MatrixMarket"),
            ("*Vertices 2\n1 \"a\"\n*Arcs\n1 2\n", "Pajek"), ("<?xml version=\"1.0\"?>\n<graphml/>\n", "XML"),
            ("{\"nodes\": []}\n", "JSON"), ("digraph { a -> b }\n", "DOT"),
            ("graph [\nnode [ id 1 ]\n]\n", "GML"),
        ])
    func otherFormats(text: String, name: String) {
        let result = read(text)
        #expect(result.diagnostics.map(\.code) == [.unknownFormat])
        #expect(result.diagnostics.first?.message.contains(name) == true)
        #expect(result.graph.nodeCount == 0)
    }

    @Test(
        "a compressed file is not taken for a list",
        arguments: [
            (Array("BZh91AY&SY \n".utf8) as [UInt8], "bunzip2"),
            ([0x28, 0xB5, 0x2F, 0xFD, 0x20, 0x61], "unzstd"), (Array("PK\u{3}\u{4} a\n".utf8), "unzip"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x20], "unxz"),
        ])
    func compressed(bytes: [UInt8], command: String) {
        let result = readGraph(
            inputs: [GraphInput(name: "x.el", bytes: bytes)], options: ReadOptions(format: .edgeList))
        #expect(result.diagnostics.map(\.code) == [.compressedFile])
        #expect(result.diagnostics.first?.suggestion?.contains(command) == true)
    }

    @Test("a file of comments alone gives an empty graph, and says why")
    func commentsOnly() {
        let result = read("# nothing\n% here\n")
        #expect(result.graph.nodeCount == 0)
        #expect(result.diagnostics.map(\.severity) == [.warning])
    }

    @Test("self-loops and parallel edges stay, each for itself")
    func loopsAndParallels() {
        let text = String(repeating: "a b\n", count: 100_000) + "b b\n"
        let result = read(text)
        #expect(result.graph.nodeCount == 2 && result.graph.edgeCount == 100_001)
        #expect(result.diagnostics.map(\.code) == [.selfLoop])
        #expect(result.graph.edges.last?.source == result.graph.edges.last?.target)
    }

    @Test("several lists share their nodes, and weights stay with their edges")
    func severalLists() {
        let inputs = [
            GraphInput(name: "1.el", text: "a b\nb c 2\n"), GraphInput(name: "2.el", text: "c a 5\nd a\n"),
            GraphInput(name: "3.el", text: "a d 7\n"),
        ]
        let result = readGraph(inputs: inputs)
        #expect(edges(result.graph) == ["a b", "b c 2.0", "c a 5.0", "d a", "a d 7.0"])
        #expect(result.graph.numbers("weight")?.map { $0.isNaN ? -1 : $0 } == [-1, 2, 5, -1, 7])
        #expect(result.report.inputs.map(\.nodesMerged) == [0, 2, 2])
    }

    @Test("an ontology without Entity or relatedTo gets a diagnostic")
    func otherOntology() throws {
        let ontology = try Ontology(
            name: "own", kinds: [KindDefinition(name: "Thing")], relations: [RelationDefinition("near")])
        let result = readGraph(
            inputs: [GraphInput(name: "a.el", text: "a b\n")], options: ReadOptions(ontology: ontology))
        #expect(result.diagnostics.map(\.code) == [.unknownKind])
        #expect(result.graph.nodeCount == 0)
    }

    @Test("a million lines, on as many threads as there are", .timeLimit(.minutes(2)))
    func millionLines() {
        var text: [UInt8] = []
        for line in 0..<1_000_000 { text += "\(line % 5003) n\(line % 997) \(line)\n".utf8 }
        let result = readGraph(
            inputs: [GraphInput(name: "large.el", bytes: text)], options: ReadOptions(format: .edgeList))
        #expect(result.graph.nodeCount == 6000 && result.graph.edgeCount == 1_000_000)
        #expect(result.diagnostics.isEmpty)
        let weights = result.graph.numbers("weight") ?? []
        for edge in [0, 1, 499_999, 500_000, 999_999] {
            let index = EdgeIndex(edge)
            #expect(result.graph.id(of: result.graph.source(of: index)) == "\(edge % 5003)")
            #expect(result.graph.id(of: result.graph.target(of: index)) == "n\(edge % 997)")
            #expect(weights[edge] == Double(edge))
        }
    }

    @Test("no truncation or mutation of a list stops the reader", arguments: 0..<40)
    func mutations(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var bytes = Array("# list\n1 2 0.5\nab cd\n\"x\" y\r\n7 7\nپ ü 1e3\n3,4,5\n{} [] <>\n".utf8)
        for _ in 0..<random.below(12) {
            switch random.below(4) {
            case 0: bytes.removeLast(random.below(bytes.count + 1))
            case 1 where !bytes.isEmpty:
                bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
            case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: random.below(bytes.count + 1))
            default: bytes += bytes.prefix(random.below(bytes.count + 1))
            }
        }
        let result = readGraph(
            inputs: [GraphInput(name: "x.el", bytes: bytes)], options: ReadOptions(format: .edgeList))
        #expect(result.graph.nodeCount <= 2 * result.graph.edgeCount, "seed \(seed)")
        #expect(!DiagnosticRenderer().text(of: result.diagnostics).contains("\u{1B}"), "seed \(seed)")
    }
}
