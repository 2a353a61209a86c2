extension PlainGraph {
    /// A graph with a name, for messages.
    public struct Named: Sendable {
        /// What it is called.
        public let name: String
        /// The graph.
        public let graph: PlainGraph
    }

    /// Graphs that break algorithms: the smallest there are, deep ones that overflow a recursion, ones with
    /// exponentially many shortest paths, all ties, all twins, nothing but loops, parallel links, many blocks.
    ///
    /// - Parameter size: about how many nodes each has; at least 4.
    public static func adversaries(size: Int = 12) -> [Named] {
        precondition(size >= 4, "adversaries of fewer than 4 nodes are all the same")
        let half = size / 2
        let undirected: [Named] = [
            Named(name: "no node", graph: PlainGraph(0)),
            Named(name: "one node", graph: PlainGraph(1)),
            Named(name: "one node with a loop", graph: cycle(1)),
            Named(name: "two nodes apart", graph: PlainGraph(2)),
            Named(name: "two nodes, three parallel links", graph: PlainGraph(2, [(0, 1), (1, 0), (0, 1)])),
            Named(name: "nodes without links", graph: PlainGraph(size)),
            Named(name: "nothing but loops", graph: PlainGraph(size, (0..<size).map { ($0, $0) })),
            Named(name: "path", graph: path(size)),
            Named(name: "even cycle", graph: cycle(2 * half)),
            Named(name: "odd cycle", graph: cycle(2 * half + 1)),
            Named(name: "star", graph: star(size)),
            Named(name: "complete", graph: complete(min(size, 40))),
            Named(name: "complete bipartite", graph: completeBipartite(half, size - half)),
            Named(name: "lollipop", graph: lollipop(head: half, tail: size - half)),
            Named(name: "barbell", graph: barbell(bell: max(size / 3, 1), path: size / 3)),
            Named(name: "friendship", graph: friendship(half)),
            Named(name: "caterpillar", graph: caterpillar(half)),
            Named(name: "diamonds", graph: diamonds(max(size / 3, 1))),
            Named(name: "grid", graph: grid(rows: 3, columns: max(size / 3, 1))),
            Named(name: "tree", graph: tree(size)),
            Named(name: "two of each", graph: disjointUnion(cycle(half), cycle(half))),
            Named(name: "twins of both kinds", graph: twins(half)),
        ]
        return undirected
            + undirected.map { Named(name: $0.name + ", directed", graph: $0.graph.directed()) }
            + [
                Named(name: "directed path backwards", graph: path(size, isDirected: true).reversed),
                Named(name: "both ways", graph: complete(min(size, 40), isDirected: true)),
            ]
    }

    /// Every node of a first group linked to every node of a second.
    public static func completeBipartite(_ first: Int, _ second: Int) -> PlainGraph {
        PlainGraph(
            first + second,
            links: (0..<first).flatMap { from in (0..<second).map { Link(from, first + $0) } })
    }

    /// A complete graph with a path hanging on it: walks that enter the path come back late.
    public static func lollipop(head: Int, tail: Int) -> PlainGraph {
        var graph = complete(head)
        graph.nodeCount += tail
        graph.links += (max(head, 1)..<max(head + tail, 1)).map { Link($0 - 1, $0) }
        return graph
    }

    /// Triangles that share one node: as many blocks as triangles.
    public static func friendship(_ triangles: Int) -> PlainGraph {
        let links = (0..<triangles).flatMap { number in
            [Link(0, 2 * number + 1), Link(0, 2 * number + 2), Link(2 * number + 1, 2 * number + 2)]
        }
        return PlainGraph(2 * triangles + 1, links: links)
    }

    /// A path with a leaf at every node: every second node is an articulation point.
    public static func caterpillar(_ length: Int) -> PlainGraph {
        var graph = path(length)
        graph.nodeCount = 2 * length
        graph.links += (0..<length).map { Link($0, length + $0) }
        return graph
    }

    /// Pairs of nodes with the same neighbours: linked to each other in the first half, not in the second.
    public static func twins(_ pairs: Int) -> PlainGraph {
        var links: [Link] = []
        for pair in 0..<pairs {
            let (one, other) = (2 * pair, 2 * pair + 1)
            if pair < pairs / 2 { links.append(Link(one, other)) }
            guard pair > 0 else { continue }
            for before in [one - 2, one - 1] { links += [Link(before, one), Link(before, other)] }
        }
        return PlainGraph(2 * pairs, links: links)
    }

    /// Two graphs beside each other; the nodes of the second come after those of the first.
    ///
    /// - Precondition: both have directions, or neither has.
    public static func disjointUnion(_ first: PlainGraph, _ second: PlainGraph) -> PlainGraph {
        precondition(first.isDirected == second.isDirected, "one graph with directions and one without")
        let moved = second.links.map { Link($0.from + first.nodeCount, $0.to + first.nodeCount) }
        return PlainGraph(
            first.nodeCount + second.nodeCount, isDirected: first.isDirected, links: first.links + moved)
    }

    /// The same links, each the other way round.
    public var reversed: PlainGraph {
        PlainGraph(nodeCount, isDirected: isDirected, links: links.map(\.reversed))
    }

    /// The same graph with its nodes called by other numbers and its links in another order.
    ///
    /// - Parameters:
    ///   - order: the new number of every node, each once.
    ///   - random: where the order of links comes from.
    public func relabelled(_ order: [Int], using random: inout SplitMix64) -> PlainGraph {
        precondition(order.sorted() == Array(0..<nodeCount), "\(order) is no order of \(nodeCount) nodes")
        return PlainGraph(
            nodeCount, isDirected: isDirected,
            links: links.map { Link(order[$0.from], order[$0.to]) }.shuffled(using: &random))
    }
}
