public import LinkChartModel

/// A way to find communities, as a value that carries its parameters.
///
/// The methods of ``LinkChartModel/Projection`` are shorter at the call site; a value can be stored, passed on
/// and chosen at run time.
///
/// ```swift
/// let algorithms: [any CommunityAlgorithm] = [Leiden(), Louvain(), LabelPropagation(seed: 3)]
/// for algorithm in algorithms { print(try algorithm.communities(of: projection).count) }
/// ```
public protocol CommunityAlgorithm: Sendable {
    /// How communities are found.
    var method: CommunityMethod { get }

    /// The communities of a projection. Directions do not count: what two nodes have between them either way is
    /// summed.
    ///
    /// - Parameters:
    ///   - projection: what to divide.
    ///   - execution: how to run; the communities do not depend on it.
    /// - Throws: ``AnalysisError`` if a weight or a parameter is impossible, or it was stopped.
    func communities(of projection: Projection, _ execution: Execution) throws(AnalysisError) -> Communities
}

extension CommunityAlgorithm {
    /// The communities of a projection.
    public func communities(of projection: Projection) throws(AnalysisError) -> Communities {
        try communities(of: projection, .default)
    }
}
