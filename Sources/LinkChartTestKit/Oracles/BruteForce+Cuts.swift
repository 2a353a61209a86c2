extension BruteForce {
    /// A cut between two nodes.
    public struct Cut: Equatable, Sendable {
        /// What the cut links, or nodes, count together.
        public var capacity: Double
        /// The nodes on the source's side.
        public var sourceSide: Set<Int>
        /// The nodes that are taken away; empty where links are cut.
        public var nodes: Set<Int>
    }

    /// The minimum edge cut between two nodes: of all sets of nodes with the source and without the target, those that
    /// the links of least weight together lead out of; of these, the nodes that all have in common.
    ///
    /// - Parameters:
    ///   - source: the node whose side is told.
    ///   - target: the node it is cut off from.
    ///   - weights: what each link counts, in the order of the graph's; nil for 1 each.
    /// - Complexity: 2 to the power of the number of nodes.
    public func minimumEdgeCut(from source: Int, to target: Int, weights: [Double]? = nil) -> Cut {
        var least = Double.infinity
        var common = 0
        for set in 0..<(1 << graph.nodeCount) where set & 1 << source != 0 && set & 1 << target == 0 {
            var capacity = 0.0
            for (number, link) in graph.links.enumerated() {
                let (from, to) = (set & 1 << link.from != 0, set & 1 << link.to != 0)
                if from && !to || !graph.isDirected && to && !from { capacity += weights?[number] ?? 1 }
            }
            if capacity < least {
                least = capacity
                common = set
            } else if capacity == least {
                common &= set
            }
        }
        return Cut(
            capacity: least, sourceSide: Set((0..<graph.nodeCount).filter { common & 1 << $0 != 0 }),
            nodes: [])
    }

    /// The minimum node cut between two nodes: of all sets of other nodes without which the source does not reach
    /// the target the smallest, and of these the one that leaves the source the fewest nodes to reach. Nil if there
    /// is none, since the two are linked.
    ///
    /// - Complexity: 2 to the power of the number of nodes.
    public func minimumNodeCut(from source: Int, to target: Int) -> Cut? {
        let isLinked = isLinked
        var best: Cut?
        for set in 0..<(1 << graph.nodeCount) where set & (1 << source | 1 << target) == 0 {
            let removed = Set((0..<graph.nodeCount).filter { set & 1 << $0 != 0 })
            let reached = reached(from: source, without: removed, isLinked)
            guard !reached.contains(target) else { continue }
            let cut = Cut(capacity: Double(removed.count), sourceSide: reached, nodes: removed)
            if let best, (best.nodes.count, best.sourceSide.count) <= (removed.count, reached.count) {
                continue
            }
            best = cut
        }
        return best
    }

    /// For each node that a root reaches, the nodes without which the root would not reach it, itself included; nil
    /// where the root does not reach it.
    public func dominators(from root: Int) -> [Set<Int>?] {
        let isLinked = isLinked
        let all = reached(from: root, without: [], isLinked)
        var dominators = (0..<graph.nodeCount).map { all.contains($0) ? Set([root, $0]) : nil }
        for removed in all where removed != root {
            let rest = reached(from: root, without: [removed], isLinked)
            for node in all.subtracting(rest) { dominators[node]?.insert(removed) }
        }
        return dominators
    }

    private func reached(from source: Int, without removed: Set<Int>, _ isLinked: [[Bool]]) -> Set<Int> {
        var reached: Set = [source]
        var stack = [source]
        while let node = stack.popLast() {
            for next in isLinked.indices where isLinked[node][next] && !removed.contains(next) {
                if reached.insert(next).inserted { stack.append(next) }
            }
        }
        return reached
    }
}
