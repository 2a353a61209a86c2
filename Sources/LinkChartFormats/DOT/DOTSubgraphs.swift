internal import CGraphShim
internal import LinkChartModel

/// The subgraphs of a graph of DOT: a list with what each says, and which nodes and edges stand in which.
///
/// A graph keeps the list as its attribute `subgraphs`: `{id, name, parent, attributes}`, where the name is missing if it
/// is the identifier and of a subgraph without one the identifier begins with `%`. Nodes and edges name the innermost
/// subgraphs that they stand in as their attribute `subgraph`.
struct DOTSubgraphs {
    /// One value of the list for each subgraph, those outside before those inside.
    private(set) var list: [AttributeValue] = []
    /// For each node and each edge the identifiers of the innermost subgraphs.
    private var nodeHomes: [Int: [String]] = [:]
    private var edgeHomes: [Int: [String]] = [:]

    private struct Entry {
        var graph: DOTGraph
        var id: String
        var parent: Int?
    }

    /// - Parameters:
    ///   - graph: the graph.
    ///   - number: which of its file it is, from 1.
    ///   - taken: identifiers that subgraphs have already; those of this graph are added.
    init(of graph: DOTGraph, number: Int, taken: inout Set<String>) {
        var entries: [Entry] = []
        var stack: [(graph: DOTGraph, parent: Int?)] = graph.subgraphs.reversed().map { ($0, nil) }
        while let (subgraph, parent) = stack.popLast() {
            let position = entries.count
            entries.append(
                Entry(graph: subgraph, id: Self.identifier(subgraph.name, &taken), parent: parent))
            stack += subgraph.subgraphs.reversed().map { ($0, position) }
        }
        guard !entries.isEmpty else { return }
        let symbols = graph.symbols(of: LCG_OF_GRAPHS)
        for entry in entries {
            let parent = entry.parent.map { entries[$0] }
            var members: Attributes = ["id": .string(entry.id)]
            if let name = entry.graph.name, name != entry.id { members["name"] = .string(name) }
            if let parent { members["parent"] = .string(parent.id) }
            if number > 1 { members["graph"] = .integer(Int64(number)) }
            let attributes = Self.attributes(of: entry.graph, in: parent?.graph ?? graph, symbols)
            if !attributes.isEmpty { members["attributes"] = .object(attributes) }
            list.append(.object(members))
        }
        findHomes(entries)
    }

    static func identifier(_ name: String?, _ taken: inout Set<String>) -> String {
        if let name, !name.isEmpty, taken.insert(name).inserted { return name }
        var number = name == nil ? 1 : 2
        while true {
            let id = name.map { "\($0) (\(number))" } ?? "%\(number)"
            if taken.insert(id).inserted { return id }
            number += 1
        }
    }

    /// What a subgraph says otherwise than the graph around it, from which it has all else.
    private static func attributes(
        of subgraph: DOTGraph, in parent: DOTGraph, _ symbols: [DOTGraph.Symbol]
    ) -> Attributes {
        var attributes: Attributes = [:]
        for symbol in symbols {
            let value = DOTGraph.value(of: subgraph.handle, symbol)
            guard value != DOTGraph.value(of: parent.handle, symbol) else { continue }
            attributes[symbol.name] = symbol.name == "label" ? DOTMeaning.label(value) : value.attribute
        }
        return attributes
    }

    /// Finds for each subgraph the nodes and edges that stand in none of its own subgraphs.
    private mutating func findHomes(_ entries: [Entry]) {
        var children = [[Int]](repeating: [], count: entries.count)
        for (position, entry) in entries.enumerated() { entry.parent.map { children[$0].append(position) } }
        for (position, entry) in entries.enumerated() {
            var inner: (nodes: Set<Int>, edges: Set<Int>) = ([], [])
            for child in children[position] {
                entries[child].graph.forEachNode { inner.nodes.insert(DOTGraph.position(of: $0)) }
                entries[child].graph.forEachEdge { inner.edges.insert(DOTGraph.position(of: $0)) }
            }
            entry.graph.forEachNode { node in
                let node = DOTGraph.position(of: node)
                if !inner.nodes.contains(node) { nodeHomes[node, default: []].append(entry.id) }
            }
            entry.graph.forEachEdge { edge in
                let edge = DOTGraph.position(of: edge)
                if !inner.edges.contains(edge) { edgeHomes[edge, default: []].append(entry.id) }
            }
        }
    }

    /// The attribute of a node; nil if it stands in no subgraph.
    func home(ofNode position: Int) -> AttributeValue? { Self.value(nodeHomes[position]) }

    /// The attribute of an edge; nil if it stands in no subgraph.
    func home(ofEdge position: Int) -> AttributeValue? { Self.value(edgeHomes[position]) }

    private static func value(_ homes: [String]?) -> AttributeValue? {
        guard let homes, let first = homes.first else { return nil }
        return homes.count == 1 ? .string(first) : .list(homes.map { .string($0) })
    }
}
