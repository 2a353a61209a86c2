public import LinkChartModel

/// What the cheapest way between one node and every other costs.
public struct CostDistances: Sendable {
    /// What was searched.
    public let projection: Projection
    /// The cost by the node's number in the projection; infinite for nodes that were not reached.
    public let costs: [Double]

    /// What the cheapest way costs, or nil if there is none.
    public subscript(node: NodeIndex) -> Double? {
        guard let position = projection.position(of: node), costs[position] < .infinity else { return nil }
        return costs[position]
    }
}

extension Projection {
    /// Dijkstra's algorithm: what the cheapest way to every node costs.
    ///
    /// - Parameters:
    ///   - source: where the search starts; if the projection leaves it out, nothing is reached.
    ///   - costs: what each edge costs.
    ///   - direction: whether to follow outgoing arcs, or incoming ones, so that costs are those of ways *to*
    ///     the source.
    ///   - avoiding: nodes that the search does not enter.
    /// - Throws: ``AnalysisError`` if an edge has no cost, or one that is negative or infinite.
    /// - Complexity: O((*n* + *m*) log *n*).
    /// - Precondition: the projection keeps its edges; `direction` is not `both`.
    /// - Source: E. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959),
    ///   doi:10.1007/BF01386390.
    public func dijkstra(
        from source: NodeIndex, costs: EdgeCosts, _ direction: ArcDirection = .outgoing,
        avoiding: Set<NodeIndex> = []
    ) throws(AnalysisError) -> CostDistances {
        precondition(keepsEdges, "costs need a projection that keeps its edges")
        precondition(direction != .both, "ask an undirected projection")
        try costs.check(for: self)
        guard let start = position(of: source), !avoiding.contains(source) else {
            return CostDistances(
                projection: self, costs: [Double](repeating: .infinity, count: nodeCount))
        }
        return CostDistances(
            projection: self,
            costs: Self.costs(
                from: start, along: direction == .incoming ? incoming : outgoing, costs.values,
                blocked: marks(of: avoiding)))
    }

    /// Costs along rows that keep their edges.
    ///
    /// - Parameters:
    ///   - edgeCosts: by edge; nil for 1 each.
    ///   - blocked: nodes that are not entered.
    ///   - dead: a node that is reached but not passed.
    static func costs(
        from source: Int, along rows: CompressedRows, _ edgeCosts: [Double]?, blocked: [Bool],
        dead: Int? = nil
    ) -> [Double] {
        var costs = [Double](repeating: .infinity, count: rows.nodeCount)
        var queue = BinaryHeap<Reached>()
        costs[source] = 0
        queue.insert(Reached(cost: 0, node: UInt32(source)))
        while let reached = queue.popLeast() {
            let node = Int(reached.node)
            // Later and dearer entries of a node that was reached more cheaply.
            if reached.cost > costs[node] || node == dead { continue }
            for arc in rows.row(node) {
                let neighbour = Int(rows.neighbours[arc])
                let cost = reached.cost + (edgeCosts.map { $0[Int(rows.edges[arc])] } ?? 1)
                guard cost < costs[neighbour], !blocked[neighbour] else { continue }
                costs[neighbour] = cost
                queue.insert(Reached(cost: cost, node: UInt32(neighbour)))
            }
        }
        return costs
    }
}

/// A node with what it costs to get there.
private struct Reached: Comparable {
    var cost: Double
    var node: UInt32

    static func < (a: Self, b: Self) -> Bool { a.cost < b.cost }
}
