extension BruteForce {
    /// Whether column can be reached from row.
    public var isReachable: [[Bool]] { hops.map { $0.map { $0 != nil } } }

    /// The weak components, each in ascending order; the largest first, then the one with the smallest node.
    public var weakComponents: [[Int]] { BruteForce(graph.directed(false)).strongComponents }

    /// The strong components, each in ascending order; the largest first, then the one with the smallest node.
    public var strongComponents: [[Int]] {
        let isReachable = isReachable
        var components: [[Int]] = []
        for node in 0..<graph.nodeCount where !components.contains(where: { $0.contains(node) }) {
            components.append(
                (0..<graph.nodeCount).filter { isReachable[node][$0] && isReachable[$0][node] })
        }
        return components.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }

    /// The nodes without which there are more weak components among the others, in ascending order.
    public var articulationPoints: [Int] {
        let before = weakComponents.count
        return (0..<graph.nodeCount).filter { node in
            // What is left of the node itself is one component.
            let rest = graph.links.filter { $0.from != node && $0.to != node }
            return BruteForce(PlainGraph(graph.nodeCount, links: rest)).weakComponents.count - 1 > before
        }
    }

    /// The numbers of the links without which there are more weak components.
    public var bridges: [Int] {
        let before = weakComponents.count
        return graph.links.indices.filter { number in
            var rest = graph
            rest.links.remove(at: number)
            return BruteForce(rest).weakComponents.count > before
        }
    }

    /// Core numbers of the simple graph without directions: for each *k*, what is left when nodes with fewer
    /// than *k* neighbours are taken away until there are none.
    public var coreNumbers: [Int] {
        let isLinked = BruteForce(graph.directed(false)).isLinked
        var cores = [Int](repeating: 0, count: graph.nodeCount)
        var left = Set(0..<graph.nodeCount)
        var least = 1
        while !left.isEmpty {
            while let weak = left.first(where: { node in
                left.count { $0 != node && isLinked[node][$0] } < least
            }) {
                left.remove(weak)
            }
            for node in left { cores[node] = least }
            least += 1
        }
        return cores
    }
}
