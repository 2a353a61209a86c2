public import LinkChartModel

/// A score for every node of a projection, which knows what was measured on what.
public struct NodeScores: Sendable {
    /// What was measured.
    public let measure: CentralityMeasure
    /// Whether scores are divided by the greatest value a graph of this size allows.
    public let isNormalized: Bool
    /// What it was measured on.
    public let projection: Projection
    /// The score of every node of the projection, by its number there; not a number where the measure has no value,
    /// as constraint has none for a node without contacts.
    public let values: [Double]
    /// How the scores were estimated from a sample; nil if they are exact.
    public let sampling: Sampling?

    init(
        _ measure: CentralityMeasure, of projection: Projection, isNormalized: Bool = false,
        _ values: [Double], sampling: Sampling? = nil
    ) {
        self.measure = measure
        self.isNormalized = isNormalized
        self.projection = projection
        self.values = values
        self.sampling = sampling
    }

    /// Whether every score is a whole number by definition, as a count is.
    public var isWhole: Bool { measure.countsWhole && !isNormalized }

    /// A node's score, or nil if the projection's selection leaves it out or the measure has no value for it.
    public subscript(node: NodeIndex) -> Double? {
        guard let position = projection.position(of: node), !values[position].isNaN else { return nil }
        return values[position]
    }
}
