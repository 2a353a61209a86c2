public import LinkChartModel

/// Closeness as a value; see ``LinkChartModel/Projection/closenessCentrality(execution:)``.
public struct ClosenessCentrality: CentralityAlgorithm, Hashable {
    /// Closeness has no parameters.
    public init() {}

    public var measure: CentralityMeasure { .closeness }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        let others = Double(projection.nodeCount - 1)
        let values = try projection.incomingTotals(execution).sums.map { sums in
            guard sums.reached > 0 else { return 0.0 }
            let reached = Double(sums.reached)
            return (reached / others) * (reached / Double(sums.distances))
        }
        return NodeScores(.closeness, of: projection, isNormalized: true, values)
    }
}

/// Harmonic centrality as a value; see
/// ``LinkChartModel/Projection/harmonicCentrality(normalized:execution:)``.
public struct HarmonicCentrality: CentralityAlgorithm, Hashable {
    /// Whether to divide by *n* - 1.
    public var normalized: Bool

    /// Harmonic centrality with or without division.
    ///
    /// - Parameter normalized: whether to divide by *n* - 1 (0 if there is only one node).
    public init(normalized: Bool = false) { self.normalized = normalized }

    public var measure: CentralityMeasure { .harmonic }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        let others = Double(max(projection.nodeCount - 1, 1))
        let values = try projection.incomingTotals(execution).sums.map { sums in
            normalized ? sums.inverseSum / others : sums.inverseSum
        }
        return NodeScores(.harmonic, of: projection, isNormalized: normalized, values)
    }
}

extension Projection {
    /// Closeness: how near the nodes are from which a node can be reached.
    ///
    /// Where *r* of the other *n* - 1 nodes reach the node, and the sum of their distances to it is *s*, its
    /// closeness is (*r* / (*n* - 1)) (*r* / *s*): the improved form of Wasserman and Faust, which makes
    /// values of different components comparable, over incoming distances, as NetworkX has it. It is 0 where
    /// no other node reaches it. It lies in 0 ... 1 by definition, so there is no other normalised form.
    /// Distances are counted in arcs; parallel edges and loops change none.
    ///
    /// - Parameter execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node; nodes in the same position have exactly the same.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* (*n* + *m*)), for 512 searches at once; what it finds of all distances also answers
    ///   ``harmonicCentrality(normalized:execution:)`` and the eccentricity.
    /// - Source: S. Wasserman, K. Faust, Social Network Analysis (1994), p. 201,
    ///   doi:10.1017/CBO9780511815478; M. Then et al., The more the merrier: efficient multi-source graph
    ///   traversal, PVLDB 8 (2014), doi:10.14778/2735496.2735507.
    public func closenessCentrality(
        execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        try ClosenessCentrality().scores(of: self, execution)
    }

    /// Harmonic centrality: the sum of 1 / distance over all nodes from which a node can be reached.
    ///
    /// Unreachable nodes add 0, so the measure needs no correction in a graph of several components.
    /// Distances are counted in arcs; parallel edges and loops change none.
    ///
    /// - Parameters:
    ///   - normalized: whether to divide by *n* - 1 (0 if there is only one node).
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node; nodes in the same position have exactly the same.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* (*n* + *m*)), for 512 searches at once; what it finds of all distances also answers
    ///   ``closenessCentrality(execution:)`` and the eccentricity.
    /// - Source: P. Boldi, S. Vigna, Axioms for centrality, Internet Mathematics 10 (2014),
    ///   doi:10.1080/15427951.2013.865686.
    public func harmonicCentrality(
        normalized: Bool = false, execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        try HarmonicCentrality(normalized: normalized).scores(of: self, execution)
    }
}
