public import LinkChartModel

extension Projection {
    /// Blocks (biconnected components): the largest parts that no single node's removal divides, and the tree in
    /// which they hang together.
    ///
    /// Directions do not count, nor do parallel edges and loops.
    ///
    /// - Parameter execution: how to run; the result does not depend on it.
    /// - Returns: the blocks, the largest first.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*), and sorting for the number of blocks.
    /// - Source: J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation,
    ///   Communications of the ACM 16 (1973), doi:10.1145/362248.362272.
    public func blocks(execution: Execution = .default) throws(AnalysisError) -> Blocks {
        let tree = try lowPoints(execution.part(0, 0.8))
        let found = BlocksOfForest(tree)
        try execution.check()
        return found.sorted(of: self)
    }
}

/// Blocks in the order in which a depth-first search meets them. Each hangs below one node, its head, from which
/// the search went into it.
private struct BlocksOfForest {
    /// The block of the link to the parent, for every node; `UInt32.max` for roots.
    var blockAbove: [UInt32]
    /// The head of every block.
    var heads: [UInt32] = []

    init(_ tree: LowPoints) {
        blockAbove = [UInt32](repeating: .max, count: tree.parent.count)
        for node in tree.order {
            let node = Int(node)
            let above = Int(tree.parent[node])
            guard above != node else { continue }
            if tree.low[node] >= tree.found[above] {
                // Nothing below reaches past the parent: a new block.
                blockAbove[node] = UInt32(truncatingIfNeeded: heads.count)
                heads.append(UInt32(truncatingIfNeeded: above))
            } else {
                blockAbove[node] = blockAbove[above]
            }
        }
    }

    /// The blocks numbered by size and nodes, with either direction of membership.
    func sorted(of projection: Projection) -> Blocks {
        let count = heads.count
        // Nodes in ascending order make every block's members ascend but for the head, which is put in its place.
        var offsets = [Int](repeating: 0, count: count + 1)
        for block in blockAbove where block != .max { offsets[Int(block) + 1] += 1 }
        for block in 0..<count { offsets[block + 1] += offsets[block] + 1 }
        var next = offsets
        var members = [UInt32](repeating: 0, count: offsets[count])
        var hasHead = [Bool](repeating: false, count: count)
        func put(_ node: UInt32, _ block: Int) {
            members[next[block]] = node
            next[block] += 1
        }
        for (node, block) in blockAbove.enumerated() where block != .max {
            let block = Int(block)
            let node = UInt32(truncatingIfNeeded: node)
            if !hasHead[block] && heads[block] < node {
                put(heads[block], block)
                hasHead[block] = true
            }
            put(node, block)
        }
        for block in 0..<count where !hasHead[block] { put(heads[block], block) }

        func size(_ block: Int) -> Int { offsets[block + 1] - offsets[block] }
        // Two blocks share one node at most, so that the first two members decide.
        let order = (0..<count).sorted { a, b in
            (size(b), members[offsets[a]], members[offsets[a] + 1])
                < (size(a), members[offsets[b]], members[offsets[b] + 1])
        }
        var nodes: [UInt32] = []
        nodes.reserveCapacity(members.count)
        var nodeOffsets = [0]
        nodeOffsets.reserveCapacity(count + 1)
        var membershipOffsets = [Int](repeating: 0, count: blockAbove.count + 1)
        for block in order {
            for node in members[offsets[block]..<offsets[block + 1]] {
                nodes.append(node)
                membershipOffsets[Int(node) + 1] += 1
            }
            nodeOffsets.append(nodes.count)
        }
        for node in 0..<blockAbove.count { membershipOffsets[node + 1] += membershipOffsets[node] }
        var place = membershipOffsets
        var memberships = [UInt32](repeating: 0, count: nodes.count)
        for block in 0..<count {
            for node in nodes[nodeOffsets[block]..<nodeOffsets[block + 1]] {
                memberships[place[Int(node)]] = UInt32(truncatingIfNeeded: block)
                place[Int(node)] += 1
            }
        }
        return Blocks(
            projection: projection, nodes: nodes, nodeOffsets: nodeOffsets, memberships: memberships,
            membershipOffsets: membershipOffsets)
    }
}
