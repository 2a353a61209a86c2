import LinkChartFormats
import LinkChartModel
import Testing

/// However a file is cut or damaged, reading ends with a graph and diagnostics.
@Suite struct MutationTests {
    private static let seed: UInt64 = 20_261_122

    private static let yaml = """
        linkchart: 1
        title: "Two \\u00e9 states"
        ontology: {name: o, extends: builtin, kinds: [{name: Vessel, abstract: [Thing]}]}
        sources:
          - {id: s, title: A report, reliability: C}
        nodes:
          - {id: a, kind: State, aliases: [A, 'B''s'], attributes: &x {iso2: NO, n: 1.5e3}}
          - {id: b, kind: Actor, attributes: *x}
        edges:
          - from: a
            relation: hosts
            to: b
            valid: 2021/..
            claims:
              - {claimant: {name: UN}, source: s, locator: L1, modality: estimated, confidence: B2}

        """

    private func read(_ bytes: [UInt8], _ format: GraphFormat) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "m", bytes: bytes)], options: ReadOptions(format: format))
    }

    private var inputs: [(bytes: [UInt8], format: GraphFormat)] {
        get throws {
            let yaml = Array(Self.yaml.utf8)
            let graph = read(yaml, .nativeYAML).graph
            #expect(graph.edgeCount == 1 && graph.claimCount == 1)
            return [
                (yaml, .nativeYAML), (try graphBytes(graph, as: .nativeJSON), .nativeJSON),
                (try graphBytes(graph, as: .nodeLink), .nodeLink),
            ]
        }
    }

    @Test func everyTruncationIsRead() throws {
        for (bytes, format) in try inputs {
            for length in 0..<bytes.count {
                let result = read(Array(bytes[..<length]), format)
                #expect(result.graph.edgeCount <= 1)
                if format != .nativeYAML, length < bytes.count - 2 {
                    #expect(result.diagnostics.hasErrors, "\(format) cut at \(length)")
                }
            }
        }
    }

    @Test func randomDamageIsRead() throws {
        var random = SeededGenerator(seed: Self.seed)
        let telling: [UInt8] = Array("{}[]:,-#&*!|>'\"%@`?\\ \n\t0aé\0".utf8) + [0xFF, 0xC0, 0xED]
        for (bytes, format) in try inputs {
            for _ in 0..<700 {
                let result = read(damaged(bytes, with: telling, &random), format)
                let text = DiagnosticRenderer().text(of: result.diagnostics)
                #expect(text.isEmpty == result.diagnostics.isEmpty, "seed \(Self.seed)")
            }
        }
    }

    @Test func depthAndSizeAreBounded() {
        for format in [GraphFormat.nativeYAML, .nativeJSON] {
            for text in [
                String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
                "{\"linkchart\": 1, \"attributes\": " + String(repeating: "[", count: 5_000),
            ] {
                #expect(read(Array(text.utf8), format).diagnostics.hasErrors)
            }
        }
        let chain = (1..<3_000).map { "  b\($0): &b\($0) [*b\($0 - 1)]\n" }.joined()
        let result = read(
            Array("linkchart: 1\nattributes:\n  b0: &b0 x\n\(chain)nodes: []\n".utf8), .nativeYAML)
        #expect(result.diagnostics.count(of: .tooManyAliases) == 1)
    }

    @Test func manyParallelEdgesMerge() {
        let edges = String(
            repeating: #"{"from":"a","relation":"borders","to":"b","claims":[{}]},"#, count: 100_000)
        let text = #"{"linkchart":1,"nodes":[{"id":"a","kind":"State"},{"id":"b","kind":"State"}],"edges":["#
        let result = read(Array((text + edges.dropLast() + "]}").utf8), .nativeJSON)
        #expect(result.graph.edgeCount == 1 && result.graph.claimCount == 100_000)
        #expect(result.diagnostics.count(of: .mergedEdges) == 99_999 && result.diagnostics.count == 50)
        #expect(!result.hasErrors)
    }
}
