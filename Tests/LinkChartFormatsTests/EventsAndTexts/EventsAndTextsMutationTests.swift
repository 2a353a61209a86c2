import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

/// However a file is cut or damaged, reading ends with a graph and diagnostics.
@Suite struct EventsAndTextsMutationTests {
    private static let seed: UInt64 = 20_261_128

    static let inputs: [(text: String, format: GraphFormat)] = [
        (Samples.ucdp, .ucdp), (Samples.acled, .acled), (Samples.gtd, .gtd),
        (Samples.gdelt(Samples.gdeltRow), .gdelt), (Samples.petrarch, .petrarch), (Samples.plover, .plover),
        (Samples.brat, .brat), (Samples.docRED, .docRED), (Samples.spert, .spert),
        (
            #"{"text": "t", "triples": [["a", "leads", "b"], {"sub": {"name": "c", "type": "PER"}, "rel": "p", "obj": "d", "confidence": 0.5, "span": [1, 2], "time": "2020"}]}"#,
            .triples
        ),
    ]

    private func read(_ bytes: [UInt8], _ format: GraphFormat) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "m", bytes: bytes)], options: ReadOptions(format: format))
    }

    @Test func everyTruncationIsRead() {
        for (text, format) in Self.inputs {
            let bytes = Array(text.utf8)
            let whole = read(bytes, format).graph
            #expect(whole.edgeCount > 0)
            for length in 0..<bytes.count {
                let graph = read(Array(bytes[..<length]), format).graph
                #expect(graph.edgeCount <= whole.edgeCount + 1, "\(format) cut at \(length)")
            }
        }
    }

    @Test func randomDamageIsRead() {
        var random = SeededGenerator(seed: Self.seed)
        let telling: [UInt8] = Array("{}[]:,-#\"'\\/<>=;&|TRE* \n\t0123456789e\0".utf8) + [0xFF, 0xC0, 0xED]
        for (text, format) in Self.inputs {
            let bytes = Array(text.utf8)
            for _ in 0..<400 {
                let result = read(damaged(bytes, with: telling, &random), format)
                let text = DiagnosticRenderer().text(of: result.diagnostics)
                #expect(text.isEmpty == result.diagnostics.isEmpty, "seed \(Self.seed)")
            }
        }
    }

    @Test func depthIsBounded() {
        for format in [GraphFormat.plover, .docRED, .spert, .triples] {
            for text in [
                String(repeating: "[", count: 100_000), String(repeating: "{\"triples\":", count: 100_000),
                "[" + String(repeating: "[", count: 5_000) + "]",
            ] {
                #expect(read(Array(text.utf8), format).diagnostics.hasErrors, "\(format)")
            }
        }
    }

    /// Every format's content is told from the others', with an ending that says nothing.
    @Test func formatsAreTold() {
        for (text, format) in Self.inputs {
            #expect(GraphFormat.detect(path: "x.txt", firstBytes: text.utf8) == format)
            #expect(GraphFormat.detect(path: nil, firstBytes: text.utf8) == format)
        }
    }
}
