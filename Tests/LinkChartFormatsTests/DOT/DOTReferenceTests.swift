import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// Every DOT file of `shared/data` against what Graphviz's own `gc` and pydot count in it, and against what is read of
/// it once it has been written: `Tests/Reference/dot-files/make_dot_files.py` asked them.
@Suite("DOT files beside Graphviz's own programs and pydot")
struct DOTReferenceTests {
    private struct Reference: Decodable {
        var files: [File]
    }

    struct File: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        var refused: String?
        /// Nodes, edges and clusters of each graph.
        var graphs: [[Int]]?
        /// Nodes and edges of all graphs.
        var pydot: [Int]?
        var testDescription: String { file }
    }

    static let files: [File] = {
        let file = Repository.root.appendingPathComponent("Tests/Reference/dot-files/reference.json")
        guard let data = try? Data(contentsOf: file),
            let reference = try? JSONDecoder().decode(Reference.self, from: data)
        else { return [] }
        return reference.files
    }()

    /// Graphviz's programs read no text of 16 kB or more; the library does.
    static let onlyTooLong: Set<String> = ["hostile-dot/colors.dot"]

    /// Graphviz passes bytes through that are not UTF-8; here they are errors, and read as U+FFFD.
    static let notUTF8: Set<String> = ["hostile-dot/utf8bad.dot"]

    @Test func thereAreFiles() {
        #expect(Self.files.count >= 450 && Self.files.filter { $0.refused != nil }.count >= 5)
    }

    @Test("counts are those of others, and what is written reads back as the same graph", arguments: files)
    func agrees(file: File) throws {
        guard let path = SharedFiles.path("data/" + file.file) else { return }
        let result = readGraph(inputs: [try GraphInput(path: path)])
        let text = DiagnosticRenderer().text(of: result.diagnostics)
        guard let graphs = file.graphs else {
            if !Self.onlyTooLong.contains(file.file) { #expect(result.diagnostics.hasErrors) }
            try checkRoundTrip(result.graph)
            return
        }
        if !graphs.isEmpty {
            #expect(result.diagnostics.hasErrors == Self.notUTF8.contains(file.file), "\(text)")
        }
        let graph = result.graph
        #expect(graph.nodeCount == graphs.map { $0[0] }.reduce(0, +), "\(text)")
        #expect(graph.edgeCount == graphs.map { $0[1] }.reduce(0, +))
        #expect(clusters(of: graph) == graphs.map { $0[2] }.reduce(0, +))
        if let pydot = file.pydot, !Self.countedOtherwiseByPydot.contains(file.file) {
            #expect([graph.nodeCount, graph.edgeCount] == pydot)
        }
        try checkRoundTrip(graph)
    }

    /// Where pydot sees other nodes or edges than Graphviz does.
    static let countedOtherwiseByPydot: Set<String> = []

    private func clusters(of graph: Graph) -> Int {
        guard case .list(let list)? = graph.attributes["subgraphs"] else { return 0 }
        return list.count { item in
            guard case .object(let members) = item else { return false }
            return (members["name"] ?? members["id"])?.string?.hasPrefix("cluster") == true
        }
    }

    private func checkRoundTrip(_ graph: Graph) throws {
        let bytes = try graphBytes(graph, as: .dot)
        let again = readGraph(inputs: [GraphInput(name: "written.dot", bytes: bytes)])
        let text = { DiagnosticRenderer().text(of: again.diagnostics) }
        #expect(!again.diagnostics.hasErrors, "\(text())")
        let found = difference(graph, again.graph)
        #expect(found == nil, "\(found ?? "")\n\(String(decoding: bytes.prefix(3_000), as: UTF8.self))")
        #expect(try graphBytes(again.graph, as: .dot) == bytes)
    }
}
