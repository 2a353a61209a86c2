public import LinkChartModel

/// How far apart the nodes of a projection are: the eccentricity of each, and radius, diameter and average of all.
///
/// Only pairs of which the first node reaches the second have a distance. In a graph of several components, or one
/// with directions, the figures are about those; how many they are is said: ``reachedPairs``.
public struct DistanceSummary: AnalysisResult {
    /// What was searched.
    public let projection: Projection
    /// By the node's number in the projection: how far the farthest node is that it reaches; 0 if it reaches none.
    public let eccentricities: [Int]
    /// By distance: of how many ordered pairs of different nodes the first reaches the second in so many hops, and
    /// not in fewer. At 0 stands 0.
    public let pairsByDistance: [Int]
    /// The sum of all distances.
    private let sum: UInt128

    init(_ projection: Projection, _ totals: DistanceTotals) {
        self.projection = projection
        eccentricities = totals.sums.map { Int($0.greatest) }
        var pairs = totals.pairs.map { Int($0) }
        // A search ends with a level that reaches nobody.
        while let last = pairs.last, last == 0, pairs.count > 1 { pairs.removeLast() }
        pairsByDistance = pairs.isEmpty ? [0] : pairs
        sum = totals.sums.reduce(0) { $0 + UInt128($1.distances) }
    }

    /// Of how many ordered pairs of different nodes the first reaches the second.
    public var reachedPairs: Int { pairsByDistance.reduce(0, +) }

    /// Whether every node reaches every other.
    public var isConnected: Bool {
        let (pairs, isBeyond) = eccentricities.count.multipliedReportingOverflow(by: eccentricities.count - 1)
        return !isBeyond && reachedPairs == pairs
    }

    /// The greatest distance between two nodes of which the first reaches the second; nil without nodes.
    public var diameter: Int? { eccentricities.max() }

    /// The least eccentricity; nil without nodes. A node that reaches none makes it 0.
    public var radius: Int? { eccentricities.min() }

    /// The mean distance over ``reachedPairs``; nil if there are none.
    public var averagePathLength: Double? {
        let pairs = reachedPairs
        return pairs > 0 ? Double(sum) / Double(pairs) : nil
    }

    /// How far the farthest node is that a node reaches; nil if the projection leaves it out.
    public subscript(node: NodeIndex) -> Int? {
        projection.position(of: node).map { eccentricities[$0] }
    }

    /// The nodes whose eccentricity is the radius.
    public var center: [NodeIndex] { nodes { $0 == radius } }

    /// The nodes whose eccentricity is the diameter.
    public var periphery: [NodeIndex] { nodes { $0 == diameter } }

    private func nodes(where isMeant: (Int) -> Bool) -> [NodeIndex] {
        eccentricities.indices.filter { isMeant(eccentricities[$0]) }.map { projection.node(at: $0) }
    }

    private enum CodingKeys: String, CodingKey {
        case projection, radius, diameter, averagePathLength, reachedPairs, pairsByDistance, eccentricities
    }

    /// Writes the projection in words, the figures, and the eccentricity of every node.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(radius, forKey: .radius)
        try container.encode(diameter, forKey: .diameter)
        try container.encode(averagePathLength, forKey: .averagePathLength)
        try container.encode(reachedPairs, forKey: .reachedPairs)
        try container.encode(pairsByDistance, forKey: .pairsByDistance)
        try container.encode(eccentricities, forKey: .eccentricities)
    }
}

extension Projection {
    /// Eccentricities, radius, diameter and average path length, from the distances between all nodes.
    ///
    /// Distances are counted in arcs and run along them, from a node to those that it reaches; parallel edges and
    /// loops change none.
    ///
    /// - Parameter execution: how to run; the figures do not depend on it.
    /// - Returns: the eccentricity of every node, and how many pairs there are at each distance.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* (*n* + *m*)), for 512 searches at once; without directions what it finds also answers
    ///   ``closenessCentrality(execution:)`` and ``harmonicCentrality(normalized:execution:)``.
    /// - Source: F. Harary, Graph Theory (1969), chapter 4; M. Then et al., The more the merrier: efficient
    ///   multi-source graph traversal, PVLDB 8 (2014), doi:10.14778/2735496.2735507.
    public func distanceSummary(execution: Execution = .default) throws(AnalysisError) -> DistanceSummary {
        DistanceSummary(self, try outgoingTotals(execution))
    }
}
