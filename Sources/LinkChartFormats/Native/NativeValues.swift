public import LinkChartModel

/// Parts of a graph as values in the native format, for who keeps some of them aside: what is written here reads
/// back as it was.
///
/// ```swift
/// let kept = NativeValues.node(ttp.index, of: graph)       // {id: ttp, kind: Actor, …}
/// let again = NativeValues.read(nodes: [.init(kept)], edges: [], ontology: graph.ontology)
/// ```
public enum NativeValues {
    /// A node as the native format has it.
    public struct NodeValue: Sendable {
        /// Its keys and values.
        public var value: Attributes
        /// Whether it stands among the sources.
        public var isSource: Bool

        /// A node of the file's `nodes`, or of its `sources`.
        public init(_ value: Attributes, isSource: Bool = false) {
            self.value = value
            self.isSource = isSource
        }
    }

    /// What the native format has for a node: `{id, kind, name, aliases, subtype, attributes}`.
    public static func node(_ node: NodeIndex, of graph: Graph) -> Attributes {
        NativeForm(graph).node(graph[node])
    }

    /// What the native format has for an edge: `{id, from, relation, to, valid, attributes, claims}`.
    public static func edge(_ edge: EdgeIndex, of graph: Graph) -> Attributes {
        var form = NativeForm(graph)
        return form.edge(graph[edge])
    }

    /// Reads parts that were kept as values.
    ///
    /// - Parameters:
    ///   - nodes: every node that the edges and their claims name.
    ///   - edges: the edges, each of which stays apart from all others.
    ///   - ontology: what the kinds and relations are of.
    /// - Returns: the graph of these parts alone, and what is wrong with them.
    public static func read(
        nodes: [NodeValue], edges: [Attributes], ontology: Ontology
    ) -> ReadResult {
        var json = JSONWriter(style: .compact)
        json.beginObject()
        json.member("linkchart", 1)
        for (name, isSource) in [("sources", true), ("nodes", false)] {
            json.member(name) { json in
                json.array { json in
                    for node in nodes where node.isSource == isSource { json.value(node.value) }
                }
            }
        }
        json.member("edges") { json in
            json.array { json in
                for var edge in edges {
                    if edge["id"] == nil { edge["parallel"] = true }
                    json.value(edge)
                }
            }
        }
        json.endObject()
        let input = GraphInput(name: "kept values", bytes: json.bytes)
        return readGraph(inputs: [input], options: ReadOptions(format: .nativeJSON, ontology: ontology))
    }
}
