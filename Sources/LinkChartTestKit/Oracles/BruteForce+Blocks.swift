extension BruteForce {
    /// The blocks, each in ascending order; the largest first, then in the order of their nodes: the largest sets
    /// of two or more nodes that hang together, directions aside, and still do without any one of them.
    ///
    /// - Complexity: 2 to the power of the number of nodes.
    public var blocks: [[Int]] {
        let isLinked = BruteForce(graph.directed(false)).isLinked
        let rows = isLinked.enumerated().map { node, row in
            row.indices.reduce(0) { $1 != node && row[$1] ? $0 | 1 << $1 : $0 }
        }
        func hangsTogether(_ set: Int) -> Bool {
            guard set != 0 else { return true }
            var reached = set & -set
            while true {
                var next = reached
                for node in rows.indices where reached & 1 << node != 0 { next |= rows[node] & set }
                if next == reached { return reached == set }
                reached = next
            }
        }
        var blocks: [Int] = []
        let sets = (0..<(1 << graph.nodeCount)).filter { $0.nonzeroBitCount > 1 }
            .sorted { $0.nonzeroBitCount > $1.nonzeroBitCount }
        for set in sets where !blocks.contains(where: { $0 & set == set }) {
            let nodes = rows.indices.filter { set & 1 << $0 != 0 }
            guard hangsTogether(set), nodes.allSatisfy({ hangsTogether(set & ~(1 << $0)) }) else { continue }
            blocks.append(set)
        }
        return blocks.map { set in rows.indices.filter { set & 1 << $0 != 0 } }
            .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
    }
}
