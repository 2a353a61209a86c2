public import LinkChartModel

/// Which nodes are to become one, and why some are not.
public struct ResolutionGroups: Sendable {
    /// Nodes that are one, in the order of their first; each group has two or more.
    public internal(set) var groups: [[NodeIndex]] = []
    /// Pairs that would have been joined, but for a decision that a node of one and a node of the other are two.
    public internal(set) var vetoed: [(first: NodeIndex, second: NodeIndex)] = []

    /// Joins what is decided to be one, and what evidence is conclusive about, the best first; a decision that two
    /// nodes are two keeps apart whatever would join them.
    ///
    /// - Parameters:
    ///   - candidates: sorted by score, the greatest first.
    ///   - decisions: of the same graph.
    /// - Complexity: nearly linear in candidates and decisions.
    public init(_ candidates: some Sequence<ResolutionCandidate>, decisions: ResolutionDecisions) {
        var union = NodeGroups(different: decisions.different)
        for pair in decisions.same where !union.join(pair.first, pair.second) { vetoed.append(pair) }
        for candidate in candidates where candidate.isConclusive {
            if !union.join(candidate.first, candidate.second),
                decisions[candidate.first, candidate.second] == nil
            {
                vetoed.append((candidate.first, candidate.second))
            }
        }
        groups = union.groups
    }
}

/// Groups of nodes that grow together, but never across a pair that is decided to be two.
struct NodeGroups {
    private var parents: [NodeIndex: NodeIndex] = [:]
    private var members: [NodeIndex: [NodeIndex]] = [:]
    private var enemies: [NodeIndex: [NodeIndex]] = [:]

    init(different: [(first: NodeIndex, second: NodeIndex)] = []) {
        for pair in different {
            enemies[pair.first, default: []].append(pair.second)
            enemies[pair.second, default: []].append(pair.first)
        }
    }

    private mutating func root(_ node: NodeIndex) -> NodeIndex {
        var root = node
        while let parent = parents[root], parent != root { root = parent }
        var next = node
        while let parent = parents[next], parent != root {
            parents[next] = root
            next = parent
        }
        return root
    }

    /// Makes two nodes one, with all that are one with either.
    ///
    /// - Returns: false if a member of one and a member of the other are decided to be two.
    mutating func join(_ a: NodeIndex, _ b: NodeIndex) -> Bool {
        var (large, small) = (root(a), root(b))
        if large == small { return true }
        if members[large]?.count ?? 1 < members[small]?.count ?? 1 { swap(&large, &small) }
        let moving = members[small] ?? [small]
        for node in moving {
            for enemy in enemies[node] ?? [] where root(enemy) == large { return false }
        }
        parents[small] = large
        members[large, default: [large]] += moving
        members[small] = nil
        return true
    }

    /// The groups of two or more: members in the order of the graph, groups by their first.
    var groups: [[NodeIndex]] {
        members.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
