import Foundation
import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartFormats

@Suite struct SchemaTests {
    private func schema(_ name: String) throws -> [String: Any] {
        let url = Repository.root.appendingPathComponent("schemas/\(name).schema.json")
        return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    }

    private func keys(_ schema: Any?) -> Set<String> {
        Set(((schema as? [String: Any])?["properties"] as? [String: Any] ?? [:]).keys)
    }

    /// Every key of the reader stands in the schema, and every key of the schema is one of the reader.
    @Test func theSchemaHasTheReadersKeys() throws {
        let graph = try schema("linkchart")
        let parts = try #require(graph["$defs"] as? [String: Any])
        let names = { (keys: [NativeKey]) in Set(keys.map(\.rawValue)) }
        #expect(keys(graph) == names(NativeKey.ofGraph))
        #expect(keys(parts["node"]) == names(NativeKey.ofNode))
        #expect(keys(parts["source"]) == names(NativeKey.ofSource).union(NativeKey.metadata))
        #expect(keys(parts["edge"]) == names(NativeKey.ofEdge))
        #expect(keys(parts["claim"]) == names(NativeKey.ofClaim))
        #expect(keys(parts["ontology"]) == names(NativeKey.ofOntology))
        #expect(keys(try schema("ontology")) == names(NativeKey.ofOntology))
    }

    /// What we write is valid to somebody else's validator, and so is the article's graph.
    @Test(.enabled("needs python3 with jsonschema") { Python.has("jsonschema") })
    func whatWeWriteIsValid() throws {
        var graphs = try Repository.files(in: "graphs", ending: ".yaml").map {
            try readGraph(paths: [$0]).graph
        }
        for seed in 1...20 as ClosedRange<UInt64> { graphs.append(randomTypedGraph(seed: seed)) }
        let texts = try graphs.map { String(decoding: try graphBytes($0, as: .nativeJSON), as: UTF8.self) }
        let input = try JSONSerialization.data(withJSONObject: [
            "schema": try schema("linkchart"), "texts": texts,
            "broken": [
                #"{"nodes": []}"#, #"{"linkchart": 2}"#, #"{"linkchart": 1, "nodes": [{"kind": "State"}]}"#,
                #"{"linkchart": 1, "edges": [{"from": "a", "to": "b"}]}"#,
            ],
        ])
        let output = try Python.run(
            """
            import json, sys, jsonschema
            given = json.load(sys.stdin)
            validator = jsonschema.Draft202012Validator(given['schema'])
            for text in given['texts']:
                for error in validator.iter_errors(json.loads(text)): print(error.message[:200], list(error.path))
            for text in given['broken']:
                if validator.is_valid(json.loads(text)): print('valid, but should not be:', text)
            """, input: String(decoding: input, as: UTF8.self))
        #expect(output == "")
    }
}
