public import LinkChartModel

extension Projection {
    /// Fragmentation *F*: the share of the pairs of nodes that do not reach each other, 0 ... 1.
    ///
    /// Directions, loops and parallel edges do not count. A graph without links has 1, and so has one of fewer
    /// than two nodes.
    ///
    /// - Parameters:
    ///   - removed: nodes to leave out, with all their links.
    ///   - execution: how to run; the value does not depend on it.
    /// - Throws: ``AnalysisError`` `unknownNode` if a node is not in the projection, `cancelled` if it was
    ///   stopped.
    /// - Complexity: O(*n* + *m*).
    /// - Source: S. Borgatti, Identifying sets of key players in a social network, Computational & Mathematical
    ///   Organization Theory 12 (2006), eq. 4, doi:10.1007/s10588-006-7084-x.
    public func fragmentation(
        without removed: [NodeIndex] = [], execution: Execution = .default
    ) throws(AnalysisError) -> Double {
        let set = try positions(of: removed)
        return try FragmentationObjective(self).score(of: set, execution)
    }

    /// Distance-weighted fragmentation *DF*: 1 less the mean of 1 / distance over the pairs of nodes, a pair
    /// that does not reach each other adding 0; 0 in a complete graph, 1 in one without links.
    ///
    /// Directions, loops and parallel edges do not count. A graph of fewer than two nodes has 1.
    ///
    /// - Parameters:
    ///   - removed: nodes to leave out, with all their links.
    ///   - execution: how to run; the value does not depend on it.
    /// - Throws: ``AnalysisError`` `unknownNode` if a node is not in the projection, `cancelled` if it was
    ///   stopped.
    /// - Complexity: O(*n* (*n* + *m*)), 512 searches going on at once.
    /// - Source: S. Borgatti, Identifying sets of key players in a social network, Computational & Mathematical
    ///   Organization Theory 12 (2006), eq. 9, doi:10.1007/s10588-006-7084-x.
    public func distanceWeightedFragmentation(
        without removed: [NodeIndex] = [], execution: Execution = .default
    ) throws(AnalysisError) -> Double {
        let set = try positions(of: removed)
        return try DistanceFragmentationObjective(self, seed: 0, isSampled: false).score(of: set, execution)
    }

    /// How many nodes a set reaches within so many steps along the arcs, its members included.
    ///
    /// - Parameters:
    ///   - set: the set.
    ///   - steps: how many arcs at most.
    ///   - execution: how to run; the number does not depend on it.
    /// - Throws: ``AnalysisError`` `unknownNode` if a node is not in the projection, `badParameter` if the number
    ///   of steps is negative, `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*) for each member.
    /// - Source: S. Borgatti, Identifying sets of key players in a social network, Computational & Mathematical
    ///   Organization Theory 12 (2006), doi:10.1007/s10588-006-7084-x.
    public func reach(
        of set: [NodeIndex], within steps: Int, execution: Execution = .default
    ) throws(AnalysisError) -> Int {
        guard steps >= 0 else {
            throw AnalysisError(.badParameter, "reach within \(steps) steps: the number must not be negative")
        }
        let set = try positions(of: set)
        return Int(try ReachObjective.reach(of: set, limit: steps, self, execution))
    }

    /// Distance-weighted reach *dR*: the mean over all nodes of 1 / distance from the nearest member of a set,
    /// along the arcs. A member counts 1, a node that is not reached 0; the value is 1 if every other node is
    /// next to a member.
    ///
    /// - Parameters:
    ///   - set: the set.
    ///   - execution: how to run; the value does not depend on it.
    /// - Returns: 0 ... 1; 0 in an empty graph.
    /// - Throws: ``AnalysisError`` `unknownNode` if a node is not in the projection, `cancelled` if it was
    ///   stopped.
    /// - Complexity: O(*n* + *m*) for each member.
    /// - Source: S. Borgatti, Identifying sets of key players in a social network, Computational & Mathematical
    ///   Organization Theory 12 (2006), doi:10.1007/s10588-006-7084-x.
    public func distanceWeightedReach(
        of set: [NodeIndex], execution: Execution = .default
    ) throws(AnalysisError) -> Double {
        let set = try positions(of: set)
        let reached = try ReachObjective.reach(of: set, limit: nil, self, execution)
        return nodeCount == 0 ? 0 : reached / Double(nodeCount)
    }

    /// The numbers of nodes here, each once.
    private func positions(of nodes: [NodeIndex]) throws(AnalysisError) -> [Int] {
        var positions: Set<Int> = []
        for node in nodes {
            guard let position = position(of: node) else {
                throw AnalysisError(.unknownNode, "node \(node.position) is not in the projection")
            }
            positions.insert(position)
        }
        return positions.sorted()
    }
}
