public import LinkChartModel

/// Which arcs of a node count.
public enum ArcDirection: String, Sendable, CaseIterable {
    /// Those that reach it.
    case incoming
    /// Those that leave it.
    case outgoing
    /// All.
    case both
}

extension Projection {
    /// Degree: how many arcs a node has.
    ///
    /// Parallel edges count as often as the projection has them. A self-loop counts 2: once leaving and once
    /// reaching the node. Without directions, all three directions mean the same.
    ///
    /// - Parameters:
    ///   - direction: which arcs count.
    ///   - normalized: whether to divide by *n* - 1, the greatest degree in a simple graph of *n* nodes (0 if
    ///     there is only one node).
    /// - Returns: a count for every node.
    /// - Complexity: O(*n*), of an undirected projection O(*n* + *m*).
    public func degreeCentrality(_ direction: ArcDirection = .both, normalized: Bool = false) -> NodeScores {
        let measure: CentralityMeasure
        var counts: [Double]
        if isDirected {
            switch direction {
            case .incoming:
                measure = .inDegree
                counts = (0..<nodeCount).map { Double(incoming.count($0)) }
            case .outgoing:
                measure = .outDegree
                counts = (0..<nodeCount).map { Double(outgoing.count($0)) }
            case .both:
                measure = .degree
                counts = (0..<nodeCount).map { Double(incoming.count($0) + outgoing.count($0)) }
            }
        } else {
            measure =
                switch direction {
                case .incoming: .inDegree
                case .outgoing: .outDegree
                case .both: .degree
                }
            // A loop stands once in its row.
            counts = (0..<nodeCount).map { node in
                outgoing[node].reduce(0) { $0 + (Int($1) == node ? 2 : 1) }
            }
        }
        if normalized {
            let scale = nodeCount > 1 ? 1 / Double(nodeCount - 1) : 0
            for node in counts.indices { counts[node] *= scale }
        }
        return NodeScores(measure, of: self, isNormalized: normalized, counts)
    }
}
