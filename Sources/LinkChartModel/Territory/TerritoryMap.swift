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
    /// - Complexity: linear in nodes, edges and claims, and in the states that the result lists.
    public init(of graph: Graph) {
        let stateKind = graph.ontology.kind(named: "State")
        let isState = graph.nodeColumns.kinds.map { $0 == stateKind }
        let places = PlaceEdges(of: graph)
        let above = places.statesAbove(isState)
        states = (0..<graph.nodeCount).map { node in
            if isState[node] { return above[node] }
            for rank in PlaceEdges.relations.indices {
                var found: [NodeIndex] = []
                for arc in places.rows.row(node) where places.ranks[Int(places.rows.edges[arc])] == rank {
                    let more = above[Int(places.rows.neighbours[arc])]
                    // Shared as it is where only one edge leads to a state, as it mostly does.
                    found = found.isEmpty ? more : more.isEmpty ? found : Set(found + more).sorted()
                }
                if !found.isEmpty { return found }
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

/// The established edges of a graph that say where something is.
private struct PlaceEdges {
    /// The relations that say so, the most telling first.
    static let relations = ["nationalOf", "basedIn", "locatedIn", "occurredIn", "operatesIn", "partOf"]
    /// Those that lead from a place to what it lies in.
    static let climbing: Set = ["locatedIn", "partOf"]

    /// A row for each node; the edges are positions in `ranks`.
    let rows: CompressedRows
    /// The position of each edge's relation in `relations`.
    let ranks: [UInt8]

    init(of graph: Graph) {
        var rankOf = [UInt8?](repeating: nil, count: graph.ontology.relations.count)
        for (rank, name) in Self.relations.enumerated() {
            if let id = graph.ontology.relation(named: name) { rankOf[Int(id.rawValue)] = UInt8(rank) }
        }
        let columns = graph.edgeColumns
        var (sources, targets, ranks): ([UInt32], [UInt32], [UInt8]) = ([], [], [])
        for edge in 0..<graph.edgeCount {
            guard let rank = rankOf[Int(columns.relations[edge].rawValue)],
                graph.claimCount == 0 || graph.standing(of: EdgeIndex(edge)).isEstablished
            else { continue }
            sources.append(columns.sources[edge])
            targets.append(columns.targets[edge])
            ranks.append(rank)
        }
        rows = CompressedRows(nodeCount: graph.nodeCount, from: sources, to: targets)
        self.ranks = ranks
    }

    /// The states that each node climbs to, in ascending order; a state climbs no further than to itself.
    ///
    /// Found from every state downwards: so each pair of node and state is met once, where a climb from every
    /// node would walk a long chain of places again and again, and a cycle for ever.
    func statesAbove(_ isState: [Bool]) -> [[NodeIndex]] {
        let isClimbing = Self.relations.map(Self.climbing.contains)
        var (lower, upper): ([UInt32], [UInt32]) = ([], [])
        for node in isState.indices where !isState[node] {
            for arc in rows.row(node) where isClimbing[Int(ranks[Int(rows.edges[arc])])] {
                lower.append(UInt32(node))
                upper.append(rows.neighbours[arc])
            }
        }
        let below = CompressedRows(nodeCount: isState.count, from: upper, to: lower, keepingEdges: false)
        var found = [[NodeIndex]](repeating: [], count: isState.count)
        var stack: [UInt32] = []
        for position in isState.indices where isState[position] {
            let state = [NodeIndex(position)]
            found[position] = state
            stack += below[position]
            while let node = stack.popLast() {
                // States come one after another, so a node has met this one if it met it last.
                guard found[Int(node)].last != state[0] else { continue }
                found[Int(node)] = found[Int(node)].isEmpty ? state : found[Int(node)] + state
                stack += below[Int(node)]
            }
        }
        return found
    }
}
