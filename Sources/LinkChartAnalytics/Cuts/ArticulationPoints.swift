public import LinkChartModel

extension Projection {
    /// Articulation points: the nodes without which their component falls apart.
    ///
    /// Directions do not count, nor do parallel edges and loops.
    ///
    /// - Returns: the nodes in ascending order.
    /// - Complexity: O(*n* + *m*).
    /// - Source: J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation,
    ///   Communications of the ACM 16 (1973), doi:10.1145/362248.362272.
    public func articulationPoints() -> [NodeIndex] {
        let tree = simpleUndirectedRows.withUnsafeRows { LowPoints($0) }
        var isCut = [Bool](repeating: false, count: nodeCount)
        var children = [Int](repeating: 0, count: nodeCount)
        for node in 0..<nodeCount {
            let above = Int(tree.parent[node])
            guard above != node else { continue }
            children[above] += 1
            let isRoot = Int(tree.parent[above]) == above
            // A root is one if it has two subtrees, any other node if a subtree reaches no further up.
            if isRoot ? children[above] > 1 : tree.low[node] >= tree.found[above] { isCut[above] = true }
        }
        return (0..<nodeCount).filter { isCut[$0] }.map { node(at: $0) }
    }
}
