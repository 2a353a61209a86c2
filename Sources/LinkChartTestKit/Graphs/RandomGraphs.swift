extension PlainGraph {
    /// A random graph in which each pair of nodes is linked with the same probability (E. Gilbert 1959,
    /// doi:10.1214/aoms/1177706098).
    ///
    /// - Parameters:
    ///   - count: how many nodes there are.
    ///   - probability: of a link from each node to each other one; without directions, for each pair.
    ///   - isDirected: whether directions count.
    ///   - loops: the probability of a loop at each node.
    ///   - parallels: the probability that a link is followed by a parallel one, which may be followed by
    ///     another.
    ///   - random: where the numbers come from.
    public static func gnp(
        _ count: Int, _ probability: Double, isDirected: Bool = false, loops: Double = 0,
        parallels: Double = 0, using random: inout SplitMix64
    ) -> PlainGraph {
        precondition(parallels < 1, "there would be no end of parallel links")
        var links: [Link] = []
        for from in 0..<count {
            for to in (isDirected ? 0 : from)..<count {
                guard random.chance(from == to ? loops : probability) else { continue }
                repeat {
                    // Without directions, it must not matter which end is named first.
                    links.append(!isDirected && random.chance(0.5) ? Link(to, from) : Link(from, to))
                } while random.chance(parallels)
            }
        }
        return PlainGraph(count, isDirected: isDirected, links: links)
    }

    /// A random graph with a given number of links, each between any two nodes: loops and parallel links occur.
    public static func gnm(
        _ count: Int, links linkCount: Int, isDirected: Bool = false, using random: inout SplitMix64
    ) -> PlainGraph {
        PlainGraph(
            count, isDirected: isDirected,
            links: (0..<linkCount).map { _ in Link(random.below(count), random.below(count)) })
    }

    /// A graph grown by preferential attachment: each new node is linked to `attachments` earlier ones, chosen
    /// in proportion to their degree (A.-L. Barabási, R. Albert 1999, doi:10.1126/science.286.5439.509).
    public static func barabasiAlbert(
        _ count: Int, attachments: Int, using random: inout SplitMix64
    ) -> PlainGraph {
        precondition(attachments > 0, "a node needs an attachment")
        var links: [Link] = []
        // Every node as often as it has links, so that a uniform choice is in proportion to the degree.
        var ends: [Int] = []
        for node in 0..<count {
            if node <= attachments {
                // The first ones form a complete graph.
                for earlier in 0..<node {
                    links.append(Link(node, earlier))
                    ends += [node, earlier]
                }
                continue
            }
            var chosen: [Int] = []
            while chosen.count < attachments {
                let end = random.element(of: ends)
                if !chosen.contains(end) { chosen.append(end) }
            }
            for end in chosen {
                links.append(Link(node, end))
                ends += [node, end]
            }
        }
        return PlainGraph(count, links: links)
    }

    /// A graph with the skewed degrees of large networks: each link's place in the adjacency matrix is found by
    /// choosing a quadrant `scale` times (D. Chakrabarti, Y. Zhan, C. Faloutsos, R-MAT, 2004,
    /// doi:10.1137/1.9781611972740.43). Loops and parallel links occur.
    ///
    /// - Parameters:
    ///   - scale: there are 2 to this power nodes.
    ///   - linksPerNode: how many links a node has on average.
    ///   - quadrants: the probabilities of the first three quadrants; those of the Graph500 benchmark unless
    ///     given.
    ///   - isDirected: whether directions count.
    ///   - random: where the numbers come from.
    public static func rmat(
        scale: Int, linksPerNode: Int = 16, quadrants: (Double, Double, Double) = (0.57, 0.19, 0.19),
        isDirected: Bool = false, using random: inout SplitMix64
    ) -> PlainGraph {
        let count = 1 << scale
        let links = (0..<(count * linksPerNode)).map { _ in
            var from = 0
            var to = 0
            for _ in 0..<scale {
                let choice = random.unit()
                let isLower = choice >= quadrants.0 + quadrants.1
                let isRight =
                    isLower
                    ? choice >= quadrants.0 + quadrants.1 + quadrants.2 : choice >= quadrants.0
                from = from << 1 | (isLower ? 1 : 0)
                to = to << 1 | (isRight ? 1 : 0)
            }
            return Link(from, to)
        }
        return PlainGraph(count, isDirected: isDirected, links: links)
    }

    /// A graph with groups: nodes of the same group are linked with one probability, nodes of different groups
    /// with another (P. Holland, K. Laskey, S. Leinhardt 1983, doi:10.1016/0378-8733(83)90021-7).
    ///
    /// - Parameters:
    ///   - groups: how many nodes each group has; groups are numbered one after the other.
    ///   - within: the probability of a link between two nodes of the same group.
    ///   - between: the probability of a link between nodes of two groups.
    ///   - isDirected: whether directions count.
    ///   - random: where the numbers come from.
    public static func stochasticBlock(
        _ groups: [Int], within: Double, between: Double, isDirected: Bool = false,
        using random: inout SplitMix64
    ) -> PlainGraph {
        let group = groups.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        var links: [Link] = []
        for from in group.indices {
            for to in (isDirected ? 0 : from + 1)..<max(group.count, from + 1) where from != to {
                if random.chance(group[from] == group[to] ? within : between) { links.append(Link(from, to)) }
            }
        }
        return PlainGraph(group.count, isDirected: isDirected, links: links)
    }

    /// A tree in which every node hangs on a random earlier one.
    public static func randomTree(
        _ count: Int, isDirected: Bool = false, using random: inout SplitMix64
    ) -> PlainGraph {
        PlainGraph(
            count, isDirected: isDirected, links: (1..<max(count, 1)).map { Link(random.below($0), $0) })
    }

    /// A small graph of a random sort: sparse or dense, whole or in pieces, with or without directions, loops
    /// and parallel links; also the smallest ones there are. Meant for tests against an oracle.
    ///
    /// - Parameters:
    ///   - largest: how many nodes it has at most.
    ///   - random: where the numbers come from.
    public static func anySmall(upTo largest: Int, using random: inout SplitMix64) -> PlainGraph {
        let count = random.below(largest + 1)
        let isDirected = random.chance(0.5)
        let loops = random.chance(0.3) ? 0.2 : 0
        let parallels = random.chance(0.3) ? 0.3 : 0
        switch random.below(8) {
        case 0: return randomTree(count, isDirected: isDirected, using: &random)
        case 1: return PlainGraph.cycle(count, isDirected: isDirected)
        case 2:
            let first = random.below(count + 1)
            return stochasticBlock(
                [first, count - first], within: 0.5, between: 0.05, isDirected: isDirected, using: &random)
        case 3:
            guard count > 0 else { return PlainGraph(0, isDirected: isDirected) }
            return gnm(count, links: random.below(2 * count), isDirected: isDirected, using: &random)
        default:
            // From a few links in pieces to nearly complete.
            let probability = [0.05, 0.12, 0.25, 0.5, 0.9][random.below(5)]
            return gnp(
                count, probability, isDirected: isDirected, loops: loops, parallels: parallels,
                using: &random)
        }
    }
}
