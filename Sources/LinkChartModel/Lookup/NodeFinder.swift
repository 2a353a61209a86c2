/// Finds nodes by what people call them: by identifier, else by name or alias without case, accents and
/// punctuation.
public struct NodeFinder: Sendable {
    private let graph: Graph
    private let nodesByKey: [String: [NodeIndex]]

    /// Prepares to find nodes of a graph.
    ///
    /// - Complexity: linear in the number of nodes and aliases.
    public init(_ graph: Graph) {
        self.graph = graph
        var nodesByKey: [String: [NodeIndex]] = [:]
        for node in graph.nodes {
            for key in Set(([node.name, node.id] + node.aliases).map { foldedKey($0) }) where !key.isEmpty {
                nodesByKey[key, default: []].append(node.index)
            }
        }
        self.nodesByKey = nodesByKey
    }

    /// Why a name stands for no node, or for more than one.
    public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// What was asked for.
        public var name: String
        /// The nodes that have this name; empty if none has.
        public var matches: [NodeIndex]
        /// The identifiers that would do instead, nearest first.
        public var suggestions: [String]

        public var description: String {
            let quoted = suggestions.map { "`\($0)`" }.joined(separator: ", ")
            if matches.count > 1 { return "\(matches.count) nodes are called `\(name)`: \(quoted)" }
            return "no node is called `\(name)`" + (quoted.isEmpty ? "" : "; the nearest are \(quoted)")
        }
    }

    /// The one node that is called this.
    ///
    /// - Throws: ``Failure`` that lists the nearest identifiers, if none or several are called this.
    /// - Complexity: expected constant if it is found; linear in the number of nodes if not.
    public func node(called name: String) throws(Failure) -> NodeIndex {
        if let node = graph.node(id: name) { return node }
        let matches = nodesByKey[foldedKey(name)] ?? []
        if let only = matches.first, matches.count == 1 { return only }
        guard matches.isEmpty else {
            throw Failure(
                name: name, matches: matches, suggestions: matches.prefix(8).map { graph.id(of: $0) })
        }
        throw Failure(name: name, matches: [], suggestions: nearest(to: name))
    }

    /// The identifiers of up to five nodes whose names are near, or contain what was asked for.
    private func nearest(to name: String) -> [String] {
        let key = foldedKey(name)
        guard !key.isEmpty else { return [] }
        let containing = nodesByKey.filter { $0.key.contains(key) }.sorted {
            ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key)
        }.prefix(4).flatMap(\.value)
        // A million names take too long to compare with each; the first hundred thousand give a fair hint.
        let near =
            nearestName(to: key, in: Array(nodesByKey.keys.sorted().prefix(100_000)))
            .flatMap { nodesByKey[$0] } ?? []
        var seen: Set<NodeIndex> = []
        return (near + containing).filter { seen.insert($0).inserted }.prefix(5).map { graph.id(of: $0) }
    }
}
