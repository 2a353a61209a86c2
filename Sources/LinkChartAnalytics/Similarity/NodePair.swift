public import LinkChartModel

/// Two nodes, linked or not.
public struct NodePair: Hashable, Sendable {
    /// One of them.
    public let first: NodeIndex
    /// The other one.
    public let second: NodeIndex

    /// A pair.
    public init(_ first: NodeIndex, _ second: NodeIndex) {
        self.first = first
        self.second = second
    }
}

/// A pair of nodes and how alike they are, or how likely a link between them is.
public struct ScoredPair: Hashable, Sendable, Encodable {
    /// One of them.
    public let first: NodeIndex
    /// The other one.
    public let second: NodeIndex
    /// The score; what it means is a matter of the measure.
    public let score: Double

    private enum CodingKeys: String, CodingKey { case first, second, score }

    /// Writes the nodes by their indices in the graph, and the score.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(first.rawValue, forKey: .first)
        try container.encode(second.rawValue, forKey: .second)
        try container.encode(score, forKey: .score)
    }
}

/// A pair of nodes by identifier, with its place in a ranking.
public struct RankedPair: Hashable, Sendable {
    /// The place, counted from 1; no two pairs share one.
    public let rank: Int
    /// The pair and its score.
    public let pair: ScoredPair
    /// The identifier of the first node.
    public let first: String
    /// The identifier of the second node.
    public let second: String
}

/// Pairs of nodes with their scores, which know what was measured on what.
public struct PairScores: AnalysisResult, RandomAccessCollection {
    /// What was measured on.
    public let projection: Projection
    /// The name of the measure.
    public let measure: String
    /// The pairs: in the order they were asked about, or the greatest score first.
    public let pairs: [ScoredPair]

    /// Takes scores.
    ///
    /// - Parameters:
    ///   - projection: what was measured on.
    ///   - measure: the name of the measure.
    ///   - pairs: the pairs with their scores.
    public init(of projection: Projection, _ measure: String, _ pairs: [ScoredPair]) {
        self.projection = projection
        self.measure = measure
        self.pairs = pairs
    }

    /// The position of the first pair.
    public var startIndex: Int { pairs.startIndex }
    /// The position after the last pair.
    public var endIndex: Int { pairs.endIndex }
    /// The pair at a position.
    public subscript(position: Int) -> ScoredPair { pairs[position] }

    /// The pairs by score, the greatest first, with identifiers; equal scores keep their order.
    ///
    /// - Parameter graph: the graph that was projected; it has the identifiers.
    public func ranked(in graph: Graph) -> [RankedPair] {
        let order = pairs.indices.sorted { a, b in
            pairs[a].score != pairs[b].score ? pairs[a].score > pairs[b].score : a < b
        }
        return order.enumerated().map { place, position in
            let pair = pairs[position]
            return RankedPair(
                rank: place + 1, pair: pair, first: graph.id(of: pair.first),
                second: graph.id(of: pair.second))
        }
    }

    private enum CodingKeys: String, CodingKey { case projection, measure, pairs }

    /// Writes the projection in words, the measure and the pairs.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(measure, forKey: .measure)
        try container.encode(pairs, forKey: .pairs)
    }
}
