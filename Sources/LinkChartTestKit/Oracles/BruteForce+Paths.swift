extension BruteForce {
    /// A way through the graph: the nodes it visits, and the link behind every step.
    public struct Walk: Hashable, Sendable {
        /// The nodes, one more than there are links.
        public var nodes: [Int]
        /// The numbers of the links.
        public var links: [Int]
        /// The sum of the links' weights from first to last, or the number of links without weights.
        public var cost: Double

        /// A way.
        public init(nodes: [Int], links: [Int], cost: Double) {
            self.nodes = nodes
            self.links = links
            self.cost = cost
        }
    }

    /// All simple paths between two nodes: no node occurs twice; parallel links are different paths. From a
    /// node to itself there is one, without links.
    ///
    /// - Parameters:
    ///   - source: the first node.
    ///   - target: the last node.
    ///   - maxHops: how many links a path has at most; nil for any number.
    ///   - weights: the cost of every link; nil for 1 each.
    ///   - avoiding: nodes that are on no path.
    public func simplePaths(
        from source: Int, to target: Int, maxHops: Int? = nil, weights: [Double]? = nil,
        avoiding: Set<Int> = []
    ) -> [Walk] {
        guard !avoiding.contains(source), !avoiding.contains(target) else { return [] }
        let adjacency = graph.adjacency
        let maxHops = maxHops ?? graph.nodeCount
        var found: [Walk] = []
        func extend(_ walk: Walk) {
            let last = walk.nodes[walk.nodes.count - 1]
            if last == target {
                found.append(walk)
                return
            }
            guard walk.links.count < maxHops else { return }
            for (next, link) in adjacency[last] where !walk.nodes.contains(next) && !avoiding.contains(next) {
                extend(
                    Walk(
                        nodes: walk.nodes + [next], links: walk.links + [link],
                        cost: walk.cost + (weights?[link] ?? 1)))
            }
        }
        extend(Walk(nodes: [source], links: [], cost: 0))
        return found
    }

    /// All simple paths of the fewest links.
    public func shortestPaths(from source: Int, to target: Int, avoiding: Set<Int> = []) -> [Walk] {
        let paths = simplePaths(from: source, to: target, avoiding: avoiding)
        let fewest = paths.map(\.links.count).min()
        return paths.filter { $0.links.count == fewest }
    }

    /// The costs of the cheapest simple paths, in ascending order.
    public func cheapestCosts(_ count: Int, from source: Int, to target: Int, weights: [Double]? = nil)
        -> [Double]
    {
        Array(simplePaths(from: source, to: target, weights: weights).map(\.cost).sorted().prefix(count))
    }
}
