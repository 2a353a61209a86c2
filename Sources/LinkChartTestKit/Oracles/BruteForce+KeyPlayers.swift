extension BruteForce {
    /// The graph without some nodes, numbered anew, without directions.
    private func rest(without removed: [Int]) -> BruteForce {
        let kept = (0..<graph.nodeCount).filter { !removed.contains($0) }
        var numbers = [Int?](repeating: nil, count: graph.nodeCount)
        for (new, old) in kept.enumerated() { numbers[old] = new }
        let links = graph.links.compactMap { link -> PlainGraph.Link? in
            guard let from = numbers[link.from], let to = numbers[link.to] else { return nil }
            return PlainGraph.Link(from, to)
        }
        return BruteForce(PlainGraph(kept.count, isDirected: false, links: links))
    }

    /// The share of pairs of the nodes that stay which do not reach each other, without directions.
    public func fragmentation(without removed: [Int]) -> Double {
        meanOverPairs(without: removed) { $0 == nil ? 1 : 0 }
    }

    /// The mean of 1 - 1 / distance over pairs of the nodes that stay, without directions.
    public func distanceWeightedFragmentation(without removed: [Int]) -> Double {
        meanOverPairs(without: removed) { hops in hops.map { 1 - 1 / Double($0) } ?? 1 }
    }

    private func meanOverPairs(without removed: [Int], _ value: (Int?) -> Double) -> Double {
        let hops = rest(without: removed).hops
        guard hops.count > 1 else { return 1 }
        var sum = 0.0
        for from in hops.indices { for to in hops.indices where to != from { sum += value(hops[from][to]) } }
        return sum / Double(hops.count * (hops.count - 1))
    }

    /// How many nodes are at most so many steps from a member of a set.
    public func reach(of set: [Int], within steps: Int) -> Int {
        let hops = hops
        return (0..<graph.nodeCount).count { node in
            set.contains { member in hops[member][node].map { $0 <= steps } ?? false }
        }
    }

    /// The mean of 1 / distance from the nearest member of a set; members count 1.
    public func distanceWeightedReach(of set: [Int]) -> Double {
        let hops = hops
        guard graph.nodeCount > 0 else { return 0 }
        let sum = (0..<graph.nodeCount).reduce(0.0) { sum, node in
            let nearest = set.compactMap { hops[$0][node] }.min()
            return sum + (nearest.map { 1 / Double(max($0, 1)) } ?? 0)
        }
        return sum / Double(graph.nodeCount)
    }

    /// All sets of so many nodes.
    public static func sets(of count: Int, from total: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return (0..<total).flatMap { last in sets(of: count - 1, from: last).map { $0 + [last] } }
    }
}
