public import LinkChartModel

/// A link with its score.
public struct EdgeScore: Hashable, Sendable, Encodable {
    /// Where the edge begins as it is written; without edges of an undirected projection the end with the smaller
    /// index.
    public let from: NodeIndex
    /// Where it leads.
    public let to: NodeIndex
    /// The edge, if the projection keeps its edges.
    public let edge: EdgeIndex?
    /// The score.
    public let score: Double

    private enum CodingKeys: String, CodingKey { case from, to, edge, score }

    /// Writes the ends and the edge by their indices in the graph, and the score.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(from.rawValue, forKey: .from)
        try container.encode(to.rawValue, forKey: .to)
        try container.encodeIfPresent(edge?.rawValue, forKey: .edge)
        try container.encode(score, forKey: .score)
    }
}

/// A link with its score and its place in a ranking.
public struct RankedEdge: Hashable, Sendable {
    /// The place, counted from 1; no two links share one.
    public let rank: Int
    /// The link and its score.
    public let link: EdgeScore
    /// The edge's identifier, if the projection keeps its edges.
    public let id: String?
    /// The identifier of the node where it begins.
    public let from: String
    /// The identifier of the node where it leads.
    public let to: String
    /// The link's score.
    public var score: Double { link.score }
}

/// A score for every link of a projection.
///
/// If the projection keeps its edges, there is one for every edge that takes part; else one for every pair of linked
/// nodes, ordered if it is directed, in which parallel edges are one.
public struct EdgeScores: AnalysisResult, RandomAccessCollection {
    /// What was measured on.
    public let projection: Projection
    /// Whether scores are divided by the number of pairs of nodes.
    public let isNormalized: Bool
    /// The links, by edge if the projection keeps its edges, else by first and second end.
    public let links: [EdgeScore]

    /// The position of the first link.
    public var startIndex: Int { links.startIndex }
    /// The position after the last link.
    public var endIndex: Int { links.endIndex }
    /// The link at a position.
    public subscript(position: Int) -> EdgeScore { links[position] }

    /// An edge's score, or nil if it does not take part or the projection does not keep its edges.
    ///
    /// - Complexity: O(log *m*).
    public subscript(edge: EdgeIndex) -> Double? {
        guard projection.keepsEdges else { return nil }
        var (low, high) = (0, links.count)
        while low < high {
            let middle = (low + high) / 2
            if let other = links[middle].edge, other < edge { low = middle + 1 } else { high = middle }
        }
        return low < links.count && links[low].edge == edge ? links[low].score : nil
    }

    /// The links by score, the greatest first; links of equal score (see ``NodeScores/tieTolerance``) by the
    /// identifiers of their ends and then of the edge, in the order of their bytes.
    ///
    /// - Parameters:
    ///   - graph: the graph that was projected; it has the identifiers.
    ///   - top: how many links at most; nil for all.
    /// - Complexity: O(*m* log *m*).
    public func ranked(in graph: Graph, top: Int? = nil) -> [RankedEdge] {
        let wanted = Swift.min(Swift.max(top ?? links.count, 0), links.count)
        guard wanted > 0 else { return [] }
        let order = links.indices.sorted { (links[$1].score, $0) < (links[$0].score, $1) }
        var result: [RankedEdge] = []
        result.reserveCapacity(wanted)
        var start = 0
        while result.count < wanted {
            let score = links[order[start]].score
            let least = score - abs(score) * NodeScores.tieTolerance
            var end = start + 1
            while end < order.count, links[order[end]].score >= least { end += 1 }
            let group = order[start..<end].map { links[$0] }
            for link in firstOfMany(
                wanted - result.count, of: group, by: { Self.precedes($0, $1, in: graph) })
            {
                result.append(
                    RankedEdge(
                        rank: result.count + 1,
                        link: EdgeScore(from: link.from, to: link.to, edge: link.edge, score: score),
                        id: link.edge.map { graph.id(of: $0) }, from: graph.id(of: link.from),
                        to: graph.id(of: link.to)))
            }
            start = end
        }
        return result
    }

    /// Whether a link comes before another by the identifiers of its ends and then of its edge.
    private static func precedes(_ a: EdgeScore, _ b: EdgeScore, in graph: Graph) -> Bool {
        for (one, other) in [(a.from, b.from), (a.to, b.to)] where one != other {
            return graph.precedesByID(one, other)
        }
        guard let one = a.edge, let other = b.edge, one != other else { return false }
        return graph.id(of: one).utf8.lexicographicallyPrecedes(graph.id(of: other).utf8)
    }

    private enum CodingKeys: String, CodingKey { case projection, isNormalized, links }

    /// Writes the projection in words and the links.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(isNormalized, forKey: .isNormalized)
        try container.encode(links, forKey: .links)
    }
}
