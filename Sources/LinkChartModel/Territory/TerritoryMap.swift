/// To which state each node of a graph belongs, and which edges cross a border (rule 9 of the ontology).
///
/// A state is its own territory. Any other node has the states that its established edges of one of
/// `nationalOf`, `basedIn`, `locatedIn`, `occurredIn`, `operatesIn` lead to, the first of these that leads to
/// any; last its own `partOf`. From there the way goes up `locatedIn` and `partOf` until a state is met. None
/// or several are both possible.
public struct TerritoryMap: Sendable {
    /// The states of every node, by index, in ascending order.
    public let states: [[NodeIndex]]

    /// Finds the territories of all nodes.
    ///
    /// - Complexity: linear in nodes, edges and claims, times the depth of the places' hierarchy.
    public init(of graph: Graph) {
        let ontology = graph.ontology
        let stateKind = ontology.kind(named: "State")
        let climbing = Set(["locatedIn", "partOf"].compactMap { ontology.relation(named: $0) })
        let order = ["nationalOf", "basedIn", "locatedIn", "occurredIn", "operatesIn", "partOf"]
            .map { ontology.relation(named: $0) }

        // The edges that say where something is are few; all others are never looked at again.
        let relevant = Set(order.compactMap { $0 })
        var edgesOf: [NodeIndex: [(relation: RelationID, target: NodeIndex)]] = [:]
        for position in 0..<graph.edgeCount where relevant.contains(graph.edgeColumns.relations[position]) {
            let edge = EdgeIndex(position)
            guard graph.standing(of: edge).isEstablished else { continue }
            edgesOf[graph.source(of: edge), default: []].append(
                (graph.relation(of: edge), graph.target(of: edge)))
        }

        func climb(from start: NodeIndex) -> Set<NodeIndex> {
            var found: Set<NodeIndex> = []
            var seen: Set<NodeIndex> = [start]
            var stack = [start]
            while let node = stack.popLast() {
                if graph.kind(of: node) == stateKind {
                    found.insert(node)
                    continue
                }
                for edge in edgesOf[node] ?? [] where climbing.contains(edge.relation) {
                    if seen.insert(edge.target).inserted { stack.append(edge.target) }
                }
            }
            return found
        }

        states = (0..<graph.nodeCount).map { position in
            let node = NodeIndex(position)
            if graph.kind(of: node) == stateKind { return [node] }
            guard let edges = edgesOf[node] else { return [] }
            for relation in order {
                let targets = edges.filter { $0.relation == relation }.map(\.target)
                let found = targets.reduce(into: Set<NodeIndex>()) { $0.formUnion(climb(from: $1)) }
                if !found.isEmpty { return found.sorted() }
            }
            return []
        }
    }

    /// The states of a node.
    public func states(of node: NodeIndex) -> [NodeIndex] { states[node.position] }

    /// Whether a link between these nodes crosses a border: yes if the states of both are known and have none
    /// in common, no if they are known and have, unknown if either has none.
    public func crossesBorder(from source: NodeIndex, to target: NodeIndex) -> ThreeValued {
        let (here, there) = (states[source.position], states[target.position])
        if here.isEmpty || there.isEmpty { return .unknown }
        return here.contains(where: there.contains) ? .no : .yes
    }

    /// Whether an edge of the graph crosses a border.
    public func crossesBorder(_ edge: EdgeIndex, of graph: Graph) -> ThreeValued {
        crossesBorder(from: graph.source(of: edge), to: graph.target(of: edge))
    }
}
