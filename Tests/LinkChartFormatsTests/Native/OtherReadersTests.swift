import Foundation
import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

/// What we write is read by other programs as what we meant.
@Suite struct OtherReadersTests {
    /// The YAML and the JSON of a graph must mean the same to PyYAML, which follows YAML 1.1, and to Python's JSON.
    @Test(.enabled("needs python3 with PyYAML") { Python.has("yaml") })
    func pyYAMLReadsTheYAMLAsTheJSON() throws {
        var cases: [[String]] = []
        for seed in 1...60 as ClosedRange<UInt64> {
            var random = HostileGraphs(seed: seed)
            let graph = seed % 2 == 0 ? random.graph() : randomTypedGraph(seed: seed)
            cases.append([
                String(decoding: try graphBytes(graph, as: .nativeYAML), as: UTF8.self),
                String(decoding: try graphBytes(graph, as: .nativeJSON), as: UTF8.self),
            ])
        }
        let input = String(decoding: try JSONSerialization.data(withJSONObject: cases), as: UTF8.self)
        let output = try Python.run(
            """
            import json, sys, yaml
            for seed, (y, j) in enumerate(json.load(sys.stdin), 1):
                a, b = yaml.safe_load(y), json.loads(j)
                if a != b:
                    print('seed', seed)
                    for part in b:
                        if isinstance(b[part], list):
                            for x, z in zip(a.get(part, []), b[part]):
                                if x != z: print(part, x, z, sep='\\n')
                        elif a.get(part) != b[part]: print(part, a.get(part), b[part], sep='\\n')
            """, input: input)
        #expect(output == "")
    }
}
