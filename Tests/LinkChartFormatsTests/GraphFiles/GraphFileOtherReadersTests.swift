import Foundation
import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

/// What we write in the formats of other graph programs is read by them as the graph that it is.
@Suite("Graph files read by others")
struct GraphFileOtherReadersTests {
    /// The file, and what another reader should see in it.
    private func cases(_ format: GraphFormat, seeds: ClosedRange<UInt64> = 1...40) throws -> String {
        var cases: [[String: Any]] = []
        for seed in seeds {
            let graph = randomTypedGraph(seed: seed)
            cases.append([
                "text": String(decoding: try graphBytes(graph, as: format), as: UTF8.self),
                "nodes": graph.nodes.map { [$0.id, $0.kindName] },
                "edges": graph.edges.map {
                    [graph.id(of: $0.source), graph.id(of: $0.target), $0.definition.name]
                },
            ])
        }
        return String(decoding: try JSONSerialization.data(withJSONObject: cases), as: UTF8.self)
    }

    private static let readers: [(format: GraphFormat, read: String)] = [
        (.graphML, "nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)"),
        (.gexf, "nx.read_gexf(io.BytesIO(text.encode()))"), (.gml, "nx.parse_gml(text, label='label')"),
        (.pajek, "nx.parse_pajek(text)"), (.cytoscape, "nx.cytoscape_graph(json.loads(text))"),
    ]

    /// Texts that a format can't hold stand under other identifiers, so only the others are compared.
    @Test(
        "NetworkX sees every node with its kind and every edge with its relation",
        .enabled("needs python3 with networkx") { Python.has("networkx") }, arguments: readers.indices)
    func networkX(number: Int) throws {
        let (format, read) = Self.readers[number]
        let output = try Python.run(
            """
            import io, json, sys, warnings
            import networkx as nx
            warnings.simplefilter('ignore')
            blanks = '\(format == .pajek ? "" : "\\t\\n\\r")'
            legal = lambda t: all(c in blanks or ' ' <= c and c not in '\\x7f\\ufffe\\uffff' for c in t)
            for seed, case in enumerate(json.load(sys.stdin), 1):
                text = case['text']
                graph = \(read)
                if not all(legal(n) for n, k in case['nodes']):
                    if (len(graph), graph.number_of_edges()) != (len(case['nodes']), len(case['edges'])): print('counts', seed)
                    continue
                nodes = {n: d.get('kind') for n, d in graph.nodes(data=True)}
                if nodes != {n: k for n, k in case['nodes']}: print('nodes', seed, nodes)
                edges = sorted([u, v, d.get('relation')] for u, v, d in graph.edges(data=True))
                if edges != sorted(case['edges']): print('edges', seed, edges)
            """, input: try cases(format))
        #expect(output == "", "\(format)")
    }

    private static let igraphReaders: [(format: GraphFormat, name: String, id: String)] = [
        (.graphML, "GraphML", "id"), (.gml, "GML", "id"),
    ]

    @Test(
        "igraph sees every node and every edge",
        .enabled("needs python3 with igraph") { Python.has("igraph") },
        arguments: igraphReaders.indices)
    func igraph(number: Int) throws {
        let (format, name, _) = Self.igraphReaders[number]
        let output = try Python.run(
            """
            import json, os, sys, tempfile
            import igraph
            for seed, case in enumerate(json.load(sys.stdin), 1):
                with tempfile.NamedTemporaryFile('w', suffix='.x', delete=False, encoding='utf-8') as file:
                    file.write(case['text'])
                graph = igraph.Graph.Read_\(name)(file.name)
                os.unlink(file.name)
                if (graph.vcount(), graph.ecount()) != (len(case['nodes']), len(case['edges'])): print('counts', seed)
                if sorted(graph.vs['kind']) != sorted(k for n, k in case['nodes']): print('kinds', seed)
                if case['edges'] and graph.es['relation'] != [r for *_, r in case['edges']]: print('relations', seed)
            """, input: try cases(format))
        #expect(output == "", "\(format)")
    }

    /// The schema of version 2 in the few words that concern us.
    @Test(
        "the JSON Graph Format has the shape that its schema demands",
        .enabled("needs python3") { Python.has("json") })
    func jsonGraph() throws {
        let output = try Python.run(
            """
            import json, sys
            for seed, case in enumerate(json.load(sys.stdin), 1):
                top = json.loads(case['text'])
                graph = top['graph']
                assert set(top) == {'graph'} and set(graph) <= {'id', 'label', 'directed', 'type', 'metadata', 'nodes', 'edges'}
                assert isinstance(graph.get('label', ''), str) and isinstance(graph.get('metadata', {}), dict)
                for node in graph['nodes'].values():
                    assert set(node) <= {'label', 'metadata'} and isinstance(node['label'], str)
                for edge in graph['edges']:
                    assert set(edge) <= {'id', 'source', 'target', 'relation', 'directed', 'label', 'metadata'}
                    assert edge['source'] in graph['nodes'] and edge['target'] in graph['nodes']
                if list(graph['nodes']) != [n for n, k in case['nodes']]: print('nodes', seed)
                if [[e['source'], e['target'], e['relation']] for e in graph['edges']] != case['edges']: print('edges', seed)
            """, input: try cases(.jsonGraph))
        #expect(output == "")
    }
}
