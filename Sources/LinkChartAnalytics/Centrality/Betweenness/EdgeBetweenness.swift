public import LinkChartModel

extension Projection {
    /// Edge betweenness: over all pairs of nodes, the share of their shortest paths that run along a link, summed.
    ///
    /// A directed projection counts ordered pairs, an undirected one unordered pairs. Shortest paths, with costs
    /// too, are those of ``betweennessCentrality(normalized:costs:execution:)``: they run from neighbour to
    /// neighbour, and parallel edges make no more of them. A projection that keeps its edges has a score for each:
    /// what runs between two neighbours is shared evenly by the arcs between them, in that direction and, with
    /// costs, as cheap as the cheapest, as NetworkX does in a multigraph. One that does not keep its edges has a
    /// score for each pair of neighbours. Self-loops are on no shortest path and have 0.
    ///
    /// - Parameters:
    ///   - normalized: whether to divide by the number of pairs, *n* (*n* - 1), or half of it in an undirected
    ///     projection.
    ///   - costs: what each edge costs; nil if all cost the same. With costs, the projection must keep its edges.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every link.
    /// - Throws: ``AnalysisError`` as ``betweennessCentrality(normalized:costs:execution:)``.
    /// - Complexity: O(*n* (*n* + *m*)) time, with costs O(*n* (*n* + *m*) log *n*), and O(*n* + *m*) memory a thread.
    /// - Source: M. Girvan, M. Newman, Community structure in social and biological networks, PNAS 99 (2002),
    ///   doi:10.1073/pnas.122653799; U. Brandes, On variants of shortest-path betweenness centrality and their
    ///   generic computation, Social Networks 30 (2008), doi:10.1016/j.socnet.2007.11.001.
    public func edgeBetweenness(
        normalized: Bool = false, costs: EdgeCosts? = nil, execution: Execution = .default
    ) throws(AnalysisError) -> EdgeScores {
        let arcs = try DistinctArcs(self, costs)
        let sums =
            costs == nil
            ? try ArcSums(arcs.rows, isDirected: isDirected, execution).arcs
            : try CheapestPathSums(arcs, countingArcs: true, execution).arcs
        let pairs = Double(nodeCount) * Double(max(nodeCount - 1, 0))
        // An undirected graph meets every pair from both ends.
        let scale = normalized ? (pairs > 0 ? 1 / pairs : 0) : (isDirected ? 1 : 0.5)
        let links = keepsEdges ? edgeScores(sums, of: arcs, scale) : pairScores(sums, of: arcs, scale)
        return EdgeScores(projection: self, isNormalized: normalized, links: links)
    }

    /// The scores of all edges that take part, by edge.
    private func edgeScores(_ sums: [Double], of arcs: DistinctArcs, _ scale: Double) -> [EdgeScore] {
        let positions = arcs.positions(of: self)
        var sharers = [Double](repeating: 0, count: sums.count)
        for position in positions where position >= 0 { sharers[position] += 1 }
        var parts: [(edge: UInt32, from: Int, to: Int, score: Double)] = []
        parts.reserveCapacity(positions.count)
        for node in 0..<nodeCount {
            for arc in outgoing.row(node) {
                let (position, other) = (positions[arc], Int(outgoing.neighbours[arc]))
                let (edge, isForward) = edge(ofArc: arc)
                parts.append(
                    (
                        edge.rawValue, isForward ? node : other, isForward ? other : node,
                        position < 0 ? 0 : sums[position] / sharers[position] * scale
                    ))
            }
        }
        // An edge may have two arcs, or one for each of its claims.
        parts.sort { ($0.edge, $0.score) < ($1.edge, $1.score) }
        var links: [EdgeScore] = []
        for part in parts {
            let edge = EdgeIndex(rawValue: part.edge)
            let before = links.last.flatMap { $0.edge == edge ? $0.score : nil }
            if before != nil { links.removeLast() }
            links.append(
                EdgeScore(
                    from: self.node(at: part.from), to: self.node(at: part.to), edge: edge,
                    score: (before ?? 0) + part.score))
        }
        return links
    }

    /// The scores of all pairs of neighbours, by their first and then their second end.
    private func pairScores(_ sums: [Double], of arcs: DistinctArcs, _ scale: Double) -> [EdgeScore] {
        var links: [EdgeScore] = []
        // Without directions, the arcs back from a node to those before it come in the order of its row.
        var back = arcs.rows.offsets
        for node in 0..<nodeCount {
            var loop: EdgeScore?
            if outgoing[node].contains(UInt32(node)) {
                loop = EdgeScore(from: self.node(at: node), to: self.node(at: node), edge: nil, score: 0)
            }
            for arc in arcs.rows.row(node) {
                let other = Int(arcs.rows.neighbours[arc])
                if !isDirected && other < node { continue }
                if let found = loop, other > node {
                    links.append(found)
                    loop = nil
                }
                var sum = sums[arc]
                if !isDirected {
                    sum += sums[back[other]]
                    back[other] += 1
                }
                links.append(
                    EdgeScore(
                        from: self.node(at: node), to: self.node(at: other), edge: nil, score: sum * scale))
            }
            if let loop { links.append(loop) }
        }
        return links
    }
}
