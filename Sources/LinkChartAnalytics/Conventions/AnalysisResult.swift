public import LinkChartModel

/// What an analysis yields: a small value that knows the projection it was computed on (rule 8 of the
/// ontology: a result means nothing without it), and can be encoded with it.
public protocol AnalysisResult: Sendable, Encodable {
    /// What was analysed.
    var projection: Projection { get }
}
