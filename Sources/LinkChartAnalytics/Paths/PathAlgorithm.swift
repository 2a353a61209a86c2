public import LinkChartModel

/// A way to ask how one node reaches another: the common form of all searches for paths, as a value that carries
/// its parameters.
///
/// The methods of ``LinkChartModel/Projection`` are shorter at the call site; a value can be stored, passed on
/// and chosen at run time.
///
/// ```swift
/// let questions: [any PathAlgorithm] = [ShortestPath(), YenKShortestPaths(3), AllSimplePaths(maxHops: 4)]
/// for question in questions {
///     print(try question.paths(in: projection, from: one, to: other).paths.count)
/// }
/// ```
///
/// All of them answer alike: a node that the projection leaves out, an end to be avoided or a target out of reach
/// is no error but a ``PathSet/noPathReason``; from a node to itself there is one path, without steps, unless a pattern
/// of hops is asked for. How far a search has come is not reported: nobody knows how many paths there are. Where
/// ``SearchLimits`` end a search, the paths found by then are the answer and ``PathSet/truncation`` is set; a
/// cancelled ``Execution`` or task throws ``AnalysisError/cancelled``.
public protocol PathAlgorithm: Sendable {
    /// The paths from one node to another.
    ///
    /// - Parameters:
    ///   - projection: what to search; it keeps its edges.
    ///   - source: the first node of every path.
    ///   - target: the last node of every path.
    ///   - limits: how many paths to report at most, and when to stop.
    ///   - execution: how to run; the paths do not depend on it.
    /// - Returns: the paths, or why there are none.
    /// - Throws: ``AnalysisError`` if an edge has no cost that can be, a parameter is out of its range, the
    ///   projection does not keep its edges, or nobody wants the paths any more.
    func paths(
        in projection: Projection, from source: NodeIndex, to target: NodeIndex, limits: SearchLimits,
        execution: Execution
    ) throws(AnalysisError) -> PathSet
}

extension PathAlgorithm {
    /// The paths from one node to another, without limits.
    ///
    /// - Parameters:
    ///   - projection: what to search; it keeps its edges.
    ///   - source: the first node of every path.
    ///   - target: the last node of every path.
    /// - Returns: the paths, or why there are none.
    /// - Throws: ``AnalysisError`` as ``paths(in:from:to:limits:execution:)``.
    public func paths(
        in projection: Projection, from source: NodeIndex, to target: NodeIndex
    ) throws(AnalysisError) -> PathSet {
        try paths(in: projection, from: source, to: target, limits: .none, execution: .default)
    }
}
