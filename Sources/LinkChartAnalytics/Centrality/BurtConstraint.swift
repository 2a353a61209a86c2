public import LinkChartModel

/// Burt's constraint as a value; see ``LinkChartModel/Projection/burtConstraint(execution:)``.
public struct BurtConstraint: CentralityAlgorithm, Hashable {
    /// Constraint has no parameters.
    public init() {}

    public var measure: CentralityMeasure { .constraint }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        NodeScores(.constraint, of: projection, try projection.structuralHoles(execution).constraint)
    }
}

/// Effective size as a value; see ``LinkChartModel/Projection/effectiveSize(execution:)``.
public struct EffectiveSize: CentralityAlgorithm, Hashable {
    /// Effective size has no parameters.
    public init() {}

    public var measure: CentralityMeasure { .effectiveSize }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        NodeScores(.effectiveSize, of: projection, try projection.structuralHoles(execution).effectiveSize)
    }
}

extension Projection {
    /// Burt's constraint: how much a node's ties are concentrated, directly and through its contacts' ties to each
    /// other, on few contacts. Who has little of it stands between groups that would not meet otherwise: a broker.
    ///
    /// Where p(i, j) is the share of the ties of *i* that it has with *j*, the constraint of *i* is the sum over its
    /// contacts *j* of (p(i, j) + Σ p(i, q) p(q, j))², as in NetworkX. A tie is as strong as there are arcs between
    /// the two in both directions; self-loops are left out. Every node with an arc has contacts, by incoming arcs
    /// too. It is 1 for a node with one contact.
    ///
    /// - Parameter execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node; none, which is not a number among the values, for nodes without contacts.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*m*^1.5 log *m*) at most; what it finds of all triangles also answers
    ///   ``effectiveSize(execution:)``.
    /// - Source: R. Burt, Structural holes and good ideas, American Journal of Sociology 110 (2004),
    ///   doi:10.1086/421787.
    public func burtConstraint(execution: Execution = .default) throws(AnalysisError) -> NodeScores {
        try BurtConstraint().scores(of: self, execution)
    }

    /// Effective size: how many contacts a node has, less what its contacts' ties to each other make redundant.
    ///
    /// Without directions and parallel edges it is *d* - 2 *t* / *d* for *d* contacts with *t* ties between them
    /// (S. Borgatti 1997). In general, each contact *j* of *i* counts 1 - Σ p(i, q) m(j, q), where p is as in
    /// ``burtConstraint(execution:)`` and m(j, q) is the strength of the tie of *j* with *q* relative to the
    /// strongest of *j*, as in NetworkX.
    ///
    /// - Parameter execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node; none, which is not a number among the values, for nodes without contacts.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*m*^1.5 log *m*) at most; what it finds of all triangles also answers
    ///   ``burtConstraint(execution:)``.
    /// - Source: R. Burt, Structural Holes: the social structure of competition (Harvard 1992), ISBN 9780674843714;
    ///   S. Borgatti, Structural holes: unpacking Burt's redundancy measures, Connections 20 (1997).
    public func effectiveSize(execution: Execution = .default) throws(AnalysisError) -> NodeScores {
        try EffectiveSize().scores(of: self, execution)
    }

    /// What both measures are made of, worked out once.
    fileprivate func structuralHoles(_ execution: Execution) throws(AnalysisError) -> StructuralHoles {
        try derived.value { () throws(AnalysisError) in try StructuralHoles(self, execution) }
    }
}
