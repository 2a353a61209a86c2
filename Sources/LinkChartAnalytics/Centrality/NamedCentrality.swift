public import LinkChartModel

/// A centrality with its default parameters, as a value; see
/// ``LinkChartModel/Projection/centrality(_:normalized:execution:)``.
public struct NamedCentrality: CentralityAlgorithm, Hashable {
    public var measure: CentralityMeasure
    /// Whether scores are divided by the greatest value that a graph of this size allows, where there is one.
    public var normalized: Bool

    /// A centrality by its name.
    ///
    /// - Parameters:
    ///   - measure: which one.
    ///   - normalized: whether scores are divided by the greatest value that a graph of this size allows.
    public init(_ measure: CentralityMeasure, normalized: Bool = false) {
        self.measure = measure
        self.normalized = normalized
    }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        try projection.centrality(measure, normalized: normalized, execution: execution)
    }
}
