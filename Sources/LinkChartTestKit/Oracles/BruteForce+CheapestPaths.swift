extension BruteForce {
    /// What a way costs: whole numbers, and how many of its arcs cost nothing, which decides between ways that cost
    /// the same.
    public struct WayCost: Hashable, Sendable, Comparable {
        /// The sum of the costs.
        public var cost: Int
        /// How many arcs cost nothing.
        public var freeArcs: Int

        /// The cheaper first; of equal cost the one of fewer free arcs.
        public static func < (a: Self, b: Self) -> Bool { (a.cost, a.freeArcs) < (b.cost, b.freeArcs) }
    }

    /// Betweenness of nodes and of links, unnormalised, where every link has a cost, by listing all simple paths.
    ///
    /// Paths run from neighbour to neighbour along the cheapest link between them; equally cheap ones share what
    /// runs between the two. Without directions pairs are unordered.
    ///
    /// - Parameter costs: a cost of every link, not negative; nil for 1 each.
    public func cheapestBetweenness(costs: [Int]? = nil) -> (nodes: [Double], links: [Double]) {
        let count = graph.nodeCount
        let costs = costs ?? [Int](repeating: 1, count: graph.links.count)
        // Of every pair of neighbours the cheapest links.
        var cheapest = [[[Int]]](repeating: [[Int]](repeating: [], count: count), count: count)
        for (number, link) in graph.links.enumerated() where link.from != link.to {
            for (from, to) in graph.isDirected
                ? [(link.from, link.to)] : [(link.from, link.to), (link.to, link.from)]
            {
                if let first = cheapest[from][to].first {
                    if costs[number] > costs[first] { continue }
                    if costs[number] < costs[first] { cheapest[from][to] = [] }
                }
                cheapest[from][to].append(number)
            }
        }
        var nodes = [Double](repeating: 0, count: count)
        var links = [Double](repeating: 0, count: graph.links.count)
        for source in 0..<count {
            for target in 0..<count where graph.isDirected ? source != target : source < target {
                let paths = cheapestPaths(from: source, to: target, cheapest, costs)
                for path in paths {
                    for node in path.dropFirst().dropLast() { nodes[node] += 1 / Double(paths.count) }
                    for (one, other) in zip(path, path.dropFirst()) {
                        let sharers = cheapest[one][other]
                        for link in sharers { links[link] += 1 / Double(paths.count * sharers.count) }
                    }
                }
            }
        }
        return (nodes, links)
    }

    /// The node sequences of all cheapest paths.
    private func cheapestPaths(
        from source: Int, to target: Int, _ links: [[[Int]]], _ costs: [Int]
    ) -> [[Int]] {
        var best: WayCost?
        var found: [[Int]] = []
        func extend(_ path: [Int], _ soFar: WayCost) {
            if let best, best < soFar { return }
            let last = path[path.count - 1]
            if last == target {
                if best != soFar { found = [] }
                best = soFar
                found.append(path)
                return
            }
            for next in 0..<graph.nodeCount where !path.contains(next) {
                guard let link = links[last][next].first else { continue }
                let cost = costs[link]
                extend(
                    path + [next],
                    WayCost(cost: soFar.cost + cost, freeArcs: soFar.freeArcs + (cost == 0 ? 1 : 0)))
            }
        }
        extend([source], WayCost(cost: 0, freeArcs: 0))
        return found
    }
}
