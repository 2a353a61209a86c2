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
    ///     the source, or both regardless of direction.
    ///   - avoiding: nodes that the search does not enter.
    ///   - execution: how to run.
    /// - Returns: the cost of every node that is reached.
    /// - Throws: ``AnalysisError`` if an edge has no cost, or one that is negative or infinite, if the projection
    ///   does not keep its edges, or if nobody wants the costs any more.
    /// - Complexity: O((*n* + *m*) log *n*).
    /// - Source: E. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959),
    ///   doi:10.1007/BF01386390.
    public func dijkstra(
        from source: NodeIndex, costs: EdgeCosts, _ direction: ArcDirection = .outgoing,
        avoiding: Set<NodeIndex> = [], execution: Execution = .default
    ) throws(AnalysisError) -> CostDistances {
        guard keepsEdges else {
            throw AnalysisError(
                .badParameter, "costs are those of edges, and this projection does not keep its own",
                suggestion: "project the graph with keepingEdges: true")
        }
        let arcCosts = try arcCosts(costs)
        var found = [Double](repeating: .infinity, count: nodeCount)
        guard let start = position(of: source), !avoiding.contains(source) else {
            return CostDistances(projection: self, costs: found)
        }
        var blocked = [Bool](repeating: false, count: nodeCount)
        for node in avoiding { if let position = position(of: node) { blocked[position] = true } }
        var meter = WorkMeter(execution, total: arcCount)
        var queue = BinaryHeap<ReachedNode>()
        found[start] = 0
        queue.insert(ReachedNode(cost: 0, node: UInt32(start)))
        let first = direction == .incoming ? (incoming, arcCosts.incoming) : (outgoing, arcCosts.outgoing)
        let second = direction == .both && isDirected ? (incoming, arcCosts.incoming) : nil
        while let reached = queue.popLeast() {
            let node = Int(reached.node)
            // Later and dearer entries of a node that was reached more cheaply.
            if reached.cost > found[node] { continue }
            for side in [first, second] {
                guard let (rows, costs) = side else { continue }
                let row = rows.row(node)
                try meter.advance(by: row.count)
                for arc in row {
                    let next = Int(rows.neighbours[arc])
                    let cost = reached.cost + costs[arc]
                    guard cost < found[next], !blocked[next] else { continue }
                    found[next] = cost
                    queue.insert(ReachedNode(cost: cost, node: UInt32(next)))
                }
            }
        }
        return CostDistances(projection: self, costs: found)
    }
}
