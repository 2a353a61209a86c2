import LinkChartFormats
import LinkChartModel
import Testing

/// What the tests of intelligence formats share.
enum Intelligence {
    static func read(_ text: String, _ format: GraphFormat) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "input", text: text)], options: ReadOptions(format: format))
    }

    static func read(_ bytes: [UInt8], _ format: GraphFormat) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "input", bytes: bytes)], options: ReadOptions(format: format))
    }

    /// `source relation target` of every edge.
    static func edges(_ graph: Graph) -> [String] {
        graph.edges.map { "\(graph.id(of: $0.source)) \($0.definition.name) \(graph.id(of: $0.target))" }
    }

    /// Problems other than those that hostile names and dates are meant to raise.
    static func problems(_ result: ReadResult) -> String {
        let harmless: Set<DiagnosticCode> = [.suspiciousName, .badDate, .selfLoop, .noClaims, .cycle]
        var rest = Diagnostics()
        for diagnostic in result.diagnostics where !harmless.contains(diagnostic.code) {
            rest.report(diagnostic)
        }
        return DiagnosticRenderer().text(of: rest)
    }

    static func normalised(_ result: ReadResult, _ what: String) -> Int {
        result.report.inputs[0].normalised.first { $0.what == what }?.count ?? 0
    }

    static func skipped(_ result: ReadResult, _ what: String) -> Int {
        result.report.inputs[0].skipped.first { $0.what == what }?.count ?? 0
    }
}

extension Graph {
    /// The node of an identifier.
    func named(_ id: String, source: SourceLocation = #_sourceLocation) throws -> Node {
        self[try #require(node(id: id), "no node \(id)", sourceLocation: source)]
    }
}
