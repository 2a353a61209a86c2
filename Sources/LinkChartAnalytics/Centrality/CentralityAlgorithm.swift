public import LinkChartModel

/// A way to score every node: the common form of all centralities, as a value that carries its parameters.
///
/// The methods of ``LinkChartModel/Projection`` are shorter at the call site; a value can be stored, passed on
/// and chosen at run time.
///
/// ```swift
/// let algorithms: [any CentralityAlgorithm] = [BetweennessCentrality(), PageRank(damping: 0.9)]
/// for algorithm in algorithms { print(try algorithm.scores(of: projection).ranked(in: graph, top: 3)) }
/// ```
public protocol CentralityAlgorithm: Sendable {
    /// What it measures.
    var measure: CentralityMeasure { get }

    /// The score of every node.
    ///
    /// - Parameters:
    ///   - projection: what to measure it on.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Throws: ``AnalysisError`` where the measure is undefined, does not converge or is stopped.
    func scores(of projection: Projection, _ execution: Execution) throws(AnalysisError) -> NodeScores
}

extension CentralityAlgorithm {
    /// The score of every node, on as many threads as there are cores.
    public func scores(of projection: Projection) throws(AnalysisError) -> NodeScores {
        try scores(of: projection, .default)
    }
}
