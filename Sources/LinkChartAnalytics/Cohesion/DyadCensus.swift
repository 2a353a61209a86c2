public import LinkChartModel

/// How many pairs of nodes are linked both ways, one way and not at all.
///
/// Parallel arcs count once and loops not at all; without directions every link runs both ways.
///
/// - Source: P. Holland, S. Leinhardt, A method for detecting structure in sociometric data, American Journal of
///   Sociology 76 (1970), doi:10.1086/224954.
public struct DyadCensus: AnalysisResult, Equatable {
    /// What was analysed.
    public let projection: Projection
    /// Pairs with arcs both ways.
    public let mutual: Int
    /// Pairs with arcs one way only.
    public let asymmetric: Int
    /// Pairs without an arc.
    public let null: Int

    /// The fraction of the arcs that are answered by an arc the other way, 0 ... 1; nil if there is no arc.
    public var reciprocity: Double? {
        let arcs = 2 * mutual + asymmetric
        return arcs == 0 ? nil : Double(2 * mutual) / Double(arcs)
    }

    /// Whether the counts are equal, on whatever projections.
    public static func == (a: Self, b: Self) -> Bool {
        (a.mutual, a.asymmetric, a.null) == (b.mutual, b.asymmetric, b.null)
    }

    private enum CodingKeys: String, CodingKey { case projection, mutual, asymmetric, null, reciprocity }

    /// Writes the projection in words, the counts and the reciprocity.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(mutual, forKey: .mutual)
        try container.encode(asymmetric, forKey: .asymmetric)
        try container.encode(null, forKey: .null)
        try container.encode(reciprocity, forKey: .reciprocity)
    }
}

extension Projection {
    /// The dyad census: how many pairs of nodes are linked both ways, one way and not at all; see ``DyadCensus``.
    ///
    /// - Parameter execution: how to run; the counts do not depend on it.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*).
    public func dyadCensus(execution: Execution = .default) throws(AnalysisError) -> DyadCensus {
        try execution.check()
        let successors = hubFirstSuccessors.rows
        let predecessors = hubFirstPredecessors.rows
        var (mutual, oneWay) = (0, 0)
        var meter = WorkMeter(execution, total: successors.arcCount + nodeCount)
        try successors.withUnsafeRows { successors throws(AnalysisError) in
            try predecessors.withUnsafeRows { predecessors throws(AnalysisError) in
                for node in 0..<nodeCount {
                    var (arc, back) = (successors.offsets[node], predecessors.offsets[node])
                    let (end, backEnd) = (
                        successors.offsets[node &+ 1], predecessors.offsets[node &+ 1]
                    )
                    while arc < end {
                        let neighbour = successors.neighbours[arc]
                        arc &+= 1
                        while back < backEnd && predecessors.neighbours[back] < neighbour { back &+= 1 }
                        guard Int(neighbour) != node else { continue }
                        if back < backEnd && predecessors.neighbours[back] == neighbour {
                            // Seen from both ends: counted at the larger one.
                            if neighbour < node { mutual &+= 1 }
                        } else {
                            oneWay &+= 1
                        }
                    }
                    try meter.advance(by: successors.count(node) &+ 1)
                }
            }
        }
        return DyadCensus(
            projection: self, mutual: mutual, asymmetric: oneWay,
            null: Self.pairs(nodeCount) - mutual - oneWay)
    }

    /// Reciprocity: the fraction of the arcs that are answered by an arc the other way, 0 ... 1.
    ///
    /// Parallel arcs count once and loops not at all. Without directions every link is answered.
    ///
    /// - Parameter execution: how to run; the number does not depend on it.
    /// - Returns: 0 ... 1; nil if there is no arc.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*).
    /// - Source: S. Wasserman, K. Faust, Social Network Analysis, Cambridge 1994, chapter 13,
    ///   doi:10.1017/CBO9780511815478.
    public func reciprocity(execution: Execution = .default) throws(AnalysisError) -> Double? {
        try dyadCensus(execution: execution).reciprocity
    }

    /// How many pairs there are of so many nodes; the largest number of nodes there can be does not overflow.
    static func pairs(_ count: Int) -> Int {
        count % 2 == 0 ? count / 2 * max(count - 1, 0) : count * ((count - 1) / 2)
    }
}
