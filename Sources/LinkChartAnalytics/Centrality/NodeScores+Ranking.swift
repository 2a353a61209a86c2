public import LinkChartModel

/// A node with its score and its place in a ranking.
public struct RankedNode: Hashable, Sendable {
    /// The place, counted from 1; no two nodes share one.
    public let rank: Int
    /// The node.
    public let node: NodeIndex
    /// The node's identifier.
    public let id: String
    /// The node's score.
    public let score: Double
}

/// Which end of a ranking comes first.
public enum RankingOrder: String, Sendable, CaseIterable {
    /// The greatest score.
    case greatestFirst
    /// The least score: of constraint, those who broker.
    case leastFirst
}

extension NodeScores {
    /// Scores as near as this, relative to the larger one, count as equal in a ranking.
    ///
    /// Nodes in the same position of a graph have the same score, but sums in another order differ in their
    /// last digits; without this the order of such nodes would be an accident.
    public static let tieTolerance = 1e-12

    /// The nodes by score, the greatest first; nodes of equal score by identifier, in the order of its UTF-8
    /// bytes. Nodes for which the measure has no value are left out.
    ///
    /// Nodes of equal score (see ``tieTolerance``) all carry the first of their scores, so that the order
    /// is total on what is printed.
    ///
    /// - Parameters:
    ///   - graph: the graph that was projected; it has the identifiers.
    ///   - top: how many nodes at most; nil for all.
    ///   - order: whether the greatest or the least score comes first; nodes of equal score stand by identifier
    ///     either way.
    /// - Complexity: O(*n* log *n*) for *n* nodes; identifiers are only compared in groups of equal score
    ///   that reach into the result.
    public func ranked(
        in graph: Graph, top: Int? = nil, _ order: RankingOrder = .greatestFirst
    ) -> [RankedNode] {
        // Either way the group of equal scores begins with the one that all of them carry.
        let sign: Double = order == .greatestFirst ? 1 : -1
        var order = (0..<values.count).map { UInt32($0) }.filter { !values[Int($0)].isNaN }
        let wanted = min(max(top ?? order.count, 0), order.count)
        guard wanted > 0 else { return [] }
        order.sort { sign * values[Int($0)] > sign * values[Int($1)] }

        var result: [RankedNode] = []
        result.reserveCapacity(wanted)
        var start = 0
        while result.count < wanted {
            let score = values[Int(order[start])]
            let least = sign * score - abs(score) * Self.tieTolerance
            var end = start + 1
            while end < order.count, sign * values[Int(order[end])] >= least { end += 1 }
            let group = order[start..<end].map { projection.node(at: Int($0)) }
            for node in firstOfMany(wanted - result.count, of: group, by: graph.precedesByID) {
                result.append(
                    RankedNode(rank: result.count + 1, node: node, id: graph.id(of: node), score: score))
            }
            start = end
        }
        return result
    }
}

extension Graph {
    /// Whether a node's identifier comes before another one's, in the order of their UTF-8 bytes.
    func precedesByID(_ a: NodeIndex, _ b: NodeIndex) -> Bool {
        withID(of: a) { a in withID(of: b) { b in a.lexicographicallyPrecedes(b) } }
    }
}
