public import LinkChartModel

/// What the cheapest way between one node and every other costs.
public struct CostDistances: AnalysisResult {
    /// What was searched.
    public let projection: Projection
    /// Where the search started; the projection may leave it out.
    public let source: NodeIndex
    /// Along which arcs it went.
    public let direction: ArcDirection
    /// The cost by the node's number in the projection; infinite for nodes that were not reached.
    public let costs: [Double]

    /// What the cheapest way costs, or nil if there is none.
    public subscript(node: NodeIndex) -> Double? {
        guard let position = projection.position(of: node), costs[position] < .infinity else { return nil }
        return costs[position]
    }

    /// How many nodes were reached, the source among them.
    public var reachedCount: Int { costs.count { $0 < .infinity } }

    private enum CodingKeys: String, CodingKey { case projection, source, direction, costs }

    /// Writes the projection in words, where and how the search went, and the cost of every node, null for those
    /// not reached.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(source.rawValue, forKey: .source)
        try container.encode(direction.rawValue, forKey: .direction)
        try container.encode(costs.map { $0 < .infinity ? $0 : nil }, forKey: .costs)
    }
}

extension Projection {
    /// Dijkstra's algorithm: what the cheapest way to every node costs.
    ///
    /// Where all costs are whole numbers up to 4095, nodes wait in a bucket for every cost (Dial), so that nothing
    /// needs to be sorted; else in a radix heap. The answer is the same.
    ///
    /// - Parameters:
    ///   - source: where the search starts; if the projection leaves it out, nothing is reached.
    ///   - costs: what each edge costs. Ask several searches with the same value: what it takes to lay the costs
    ///     out is then done once.
    ///   - direction: whether to follow outgoing arcs, or incoming ones, so that costs are those of ways *to*
    ///     the source, or both regardless of direction.
    ///   - avoiding: nodes that the search does not enter.
    ///   - execution: how to run.
    /// - Returns: the cost of every node that is reached.
    /// - Throws: ``AnalysisError`` if an edge has no cost, or one that is negative or infinite, if the projection
    ///   does not keep its edges, or if nobody wants the costs any more.
    /// - Complexity: O(*n* + *m* + the greatest cost of a way) with buckets, O(*n* + *m* log *C*) else, where *C*
    ///   is how far costs lie apart.
    /// - Source: E. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959),
    ///   doi:10.1007/BF01386390; R. Dial, Algorithm 360: shortest-path forest with topological ordering,
    ///   Communications of the ACM 12 (1969), doi:10.1145/363269.363610.
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
        if let start = position(of: source), !avoiding.contains(source) {
            var meter = WorkMeter(execution, total: arcCount)
            var stop: AnalysisError?
            found = leastCosts(
                from: start, arcCosts, direction, avoiding: avoiding.compactMap { position(of: $0) },
                threads: execution.threads
            ) { arcs in
                do throws(AnalysisError) { try meter.advance(by: arcs) } catch { stop = error }
                return stop == nil
            }
            if let stop { throw stop }
        }
        return CostDistances(projection: self, source: source, direction: direction, costs: found)
    }
}
