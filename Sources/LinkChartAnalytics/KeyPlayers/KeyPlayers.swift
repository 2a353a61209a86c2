public import LinkChartModel

/// A set of nodes that fragments a network most when it is gone, or reaches most of it.
public struct KeyPlayers: AnalysisResult {
    /// A member of the set.
    public struct Player: Hashable, Sendable {
        /// Who it is.
        public let node: NodeIndex
        /// How much less the set would score without this member.
        public let contribution: Double
    }

    /// What the set was chosen from.
    public let projection: Projection
    /// What the set is to achieve.
    public let measure: KeyPlayerMeasure
    /// The members, by contribution, the greatest first; of equal ones the node with the lower number.
    public let players: [Player]
    /// The score of the empty set: the network as it is, or nobody reached.
    public let before: Double
    /// The score of the set.
    public let after: Double
    /// Whether all sets of this size were compared, so that none is better.
    public let isExact: Bool
    /// The seed of the random starts and samples.
    public let seed: UInt64
    /// How many starts the search made, the greedy one included; 0 if all sets were compared.
    public let starts: Int
    /// From how many nodes distances were measured to compare candidates; nil for all.
    public let comparedSources: Int?
    /// From how many nodes distances were measured for ``before``, ``after`` and the contributions; nil for
    /// all, in which case these are exact.
    public let scoredSources: Int?

    /// The members with their identifiers, by contribution; members that contribute the same by identifier.
    ///
    /// - Parameter graph: the graph that was projected; it has the identifiers.
    /// - Returns: ranked nodes whose score is the contribution.
    public func ranked(in graph: Graph) -> [RankedNode] {
        var rows = players.map { (id: graph.id(of: $0.node), player: $0) }
        rows.sort { a, b in
            let (x, y) = (a.player.contribution, b.player.contribution)
            if abs(x - y) > NodeScores.tieTolerance * max(abs(x), abs(y)) { return x > y }
            return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
        }
        return rows.enumerated().map { place, row in
            RankedNode(rank: place + 1, node: row.player.node, id: row.id, score: row.player.contribution)
        }
    }
}

extension KeyPlayers: Encodable {
    private enum CodingKeys: String, CodingKey {
        case projection, measure, within, players, before, after, isExact, seed, starts
        case comparedSources, scoredSources
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(measure.name, forKey: .measure)
        if case .reach(let steps) = measure { try container.encode(steps, forKey: .within) }
        try container.encode(players, forKey: .players)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
        try container.encode(isExact, forKey: .isExact)
        try container.encode(seed, forKey: .seed)
        try container.encode(starts, forKey: .starts)
        try container.encodeIfPresent(comparedSources, forKey: .comparedSources)
        try container.encodeIfPresent(scoredSources, forKey: .scoredSources)
    }
}

extension KeyPlayers.Player: Encodable {
    private enum CodingKeys: String, CodingKey { case node, contribution }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(node.position, forKey: .node)
        try container.encode(contribution, forKey: .contribution)
    }
}
