/// Finds an order of lanes in which lines between them run over as few others as can be.
struct LaneOrder {
    /// A line between two lanes at a time.
    struct Connector: Hashable, Sendable {
        var first: Int
        var second: Int
        /// Lanes that exist at that time, which it would run over.
        var alive: Set<Int>
    }

    /// Groups of lanes that stay together, in the order they come in.
    let groups: [[Int]]
    let connectors: [Connector]

    /// What an order costs: lanes run over, and a hundredth for each lane of a line's length, so that of equals the
    /// tighter counts.
    func cost(of order: [Int]) -> Double {
        var rank = [Int: Int](minimumCapacity: order.count)
        for (position, lane) in order.enumerated() { rank[lane] = position }
        var cost = 0.0
        for connector in connectors {
            guard let a = rank[connector.first], let b = rank[connector.second], a != b else { continue }
            let (low, high) = (min(a, b), max(a, b))
            cost += 0.01 * Double(high - low)
            for position in (low + 1)..<max(low + 1, high) where connector.alive.contains(order[position]) {
                cost += 1
            }
        }
        return cost
    }

    /// The best order found: of all orders for few lanes, else by moving lanes and groups as long as that helps.
    ///
    /// - Complexity: O(n! · connectors) up to ``exactLimit`` orders, else O(n² · connectors) a round.
    func best() -> [Int] {
        let count = groups.reduce(factorial(groups.count)) { product, group in
            product > Self.exactLimit ? product : product * factorial(group.count)
        }
        return count <= Self.exactLimit ? exhaustive() : improved()
    }

    /// Up to this many orders are all tried.
    static let exactLimit = 5040

    private func factorial(_ n: Int) -> Int { n > 12 ? .max / 64 : (1...max(1, n)).reduce(1, *) }

    private func exhaustive() -> [Int] {
        var best = groups.flatMap { $0 }
        var bestCost = cost(of: best)
        func arrange(_ rest: [[Int]], _ order: [Int]) {
            guard !rest.isEmpty else {
                let cost = cost(of: order)
                if cost < bestCost - 1e-9 { (best, bestCost) = (order, cost) }
                return
            }
            for index in rest.indices {
                var others = rest
                let group = others.remove(at: index)
                permute(group, []) { arrange(others, order + $0) }
            }
        }
        func permute(_ rest: [Int], _ done: [Int], _ body: ([Int]) -> Void) {
            guard !rest.isEmpty else { return body(done) }
            for index in rest.indices {
                var others = rest
                let lane = others.remove(at: index)
                permute(others, done + [lane], body)
            }
        }
        arrange(groups, [])
        return best
    }

    private func improved() -> [Int] {
        var arrangement = groups
        var bestCost = cost(of: arrangement.flatMap { $0 })
        for _ in 0..<30 {
            let before = bestCost
            func attempt(_ candidate: [[Int]]) {
                let cost = cost(of: candidate.flatMap { $0 })
                if cost < bestCost - 1e-9 { (arrangement, bestCost) = (candidate, cost) }
            }
            for from in arrangement.indices {
                for to in arrangement.indices where from != to {
                    var candidate = arrangement
                    candidate.insert(candidate.remove(at: from), at: to)
                    attempt(candidate)
                }
            }
            for group in arrangement.indices {
                for from in arrangement[group].indices {
                    for to in arrangement[group].indices where from != to {
                        var candidate = arrangement
                        candidate[group].insert(candidate[group].remove(at: from), at: to)
                        attempt(candidate)
                    }
                }
                var turned = arrangement
                turned[group].reverse()
                attempt(turned)
            }
            if bestCost >= before - 1e-9 { break }
        }
        return arrangement.flatMap { $0 }
    }
}
