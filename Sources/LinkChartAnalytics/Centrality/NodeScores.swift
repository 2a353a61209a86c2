public import LinkChartModel

/// A score for every node of a projection, which knows what was measured on what.
public struct NodeScores: Sendable {
    /// What was measured.
    public let measure: CentralityMeasure
    /// Whether scores are divided by the greatest value a graph of this size allows.
    public let isNormalized: Bool
    /// What it was measured on.
    public let projection: Projection
    /// The score of every node of the projection, by its number there.
    public let values: [Double]

    init(
        _ measure: CentralityMeasure, of projection: Projection, isNormalized: Bool = false,
        _ values: [Double]
    ) {
        self.measure = measure
        self.isNormalized = isNormalized
        self.projection = projection
        self.values = values
    }

    /// Whether every score is a whole number by definition, as a count is.
    public var isWhole: Bool { measure.countsWhole && !isNormalized }

    /// A node's score, or nil if the projection's selection leaves it out.
    public subscript(node: NodeIndex) -> Double? {
        projection.position(of: node).map { values[$0] }
    }
}
