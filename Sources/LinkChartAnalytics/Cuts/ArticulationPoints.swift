public import LinkChartModel

extension Projection {
    /// Articulation points: the nodes without which their component falls apart.
    ///
    /// Directions do not count, nor do parallel edges and loops.
    ///
    /// - Parameter execution: how to run; the result does not depend on it.
    /// - Returns: the nodes in ascending order.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*). The search is kept with the projection, for ``bridges(execution:)`` and
    ///   ``blocks(execution:)`` as well.
    /// - Source: J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation,
    ///   Communications of the ACM 16 (1973), doi:10.1145/362248.362272.
    public func articulationPoints(execution: Execution = .default) throws(AnalysisError) -> NodeSubset {
        let isCut = try lowPoints(execution).articulationPoints
        return NodeSubset(of: self, (0..<nodeCount).filter { isCut[$0] }.map { node(at: $0) })
    }
}

extension LowPoints {
    /// Whether each node is an articulation point.
    var articulationPoints: [Bool] {
        let count = parent.count
        var isCut = [Bool](repeating: false, count: count)
        var hasChild = isCut
        for node in 0..<count {
            let above = Int(parent[node])
            guard above != node else { continue }
            let isRoot = Int(parent[above]) == above
            // A root is one if it has two subtrees, any other node if a subtree reaches no further up.
            if isRoot ? hasChild[above] : low[node] >= found[above] { isCut[above] = true }
            hasChild[above] = true
        }
        return isCut
    }
}
