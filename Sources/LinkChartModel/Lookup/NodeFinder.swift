import Synchronization

/// Finds nodes by what people call them: by identifier, else by name or alias without case, accents and
/// punctuation.
///
/// An identifier is found without any preparation. The names are gathered when first a name is asked for that
/// is no identifier, once for this value and its copies.
public struct NodeFinder: Sendable {
    private let graph: Graph
    private let index = NameIndex()

    /// Prepares to find nodes of a graph.
    public init(_ graph: Graph) { self.graph = graph }

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
    /// - Complexity: expected constant for an identifier; linear in the number of names for the first name that
    ///   is none, and whenever nothing is found; expected constant for the next.
    public func node(called name: String) throws(Failure) -> NodeIndex {
        if let node = graph.node(id: name) { return node }
        let nodesByKey = index.nodesByKey(of: graph)
        let matches = nodesByKey[foldedKey(name)] ?? []
        if let only = matches.first, matches.count == 1 { return only }
        guard matches.isEmpty else {
            throw Failure(
                name: name, matches: matches, suggestions: matches.prefix(8).map { graph.id(of: $0) })
        }
        throw Failure(name: name, matches: [], suggestions: nearest(to: name, in: nodesByKey))
    }

    /// The identifiers of up to five nodes whose names are near, or contain what was asked for.
    private func nearest(to name: String, in nodesByKey: [String: [NodeIndex]]) -> [String] {
        // A million names take too long to compare with each; the first hundred thousand give a fair hint.
        let keys =
            nodesByKey.count <= 100_000
            ? nodesByKey.keys.sorted()
            : (0..<min(100_000, graph.nodeCount)).map { foldedKey(graph.name(of: NodeIndex($0))) }
        var seen: Set<NodeIndex> = []
        return nearestNames(to: name, in: keys, limit: 5).flatMap { nodesByKey[$0] ?? [] }
            .filter { seen.insert($0).inserted }.prefix(5).map { graph.id(of: $0) }
    }
}

/// The names of a graph's nodes, gathered when first asked for.
private final class NameIndex: Sendable {
    private let gathered = Mutex<[String: [NodeIndex]]?>(nil)

    func nodesByKey(of graph: Graph) -> [String: [NodeIndex]] {
        gathered.withLock { gathered in
            if let gathered { return gathered }
            let nodesByKey = Self.gather(graph)
            gathered = nodesByKey
            return nodesByKey
        }
    }

    private static func gather(_ graph: Graph) -> [String: [NodeIndex]] {
        var nodesByKey: [String: [NodeIndex]] = [:]
        nodesByKey.reserveCapacity(graph.nodeCount)
        for position in 0..<graph.nodeCount {
            let node = NodeIndex(position)
            let aliases = graph.nodeColumns.details[node.rawValue]?.aliases ?? []
            var own: Set<String> = []
            for name in [graph.name(of: node), graph.id(of: node)] + aliases {
                let key = foldedKey(name)
                if !key.isEmpty && own.insert(key).inserted { nodesByKey[key, default: []].append(node) }
            }
        }
        return nodesByKey
    }
}
