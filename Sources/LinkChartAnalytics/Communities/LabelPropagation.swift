public import LinkChartModel

/// Label propagation: every node begins with a label of its own and takes, in a random order, the label that
/// weighs most among its neighbours, until every node has one of those; among several the seed chooses. In the
/// last rounds, and after the twentieth, a node that has one of them keeps it, so that there is an end.
///
/// It is simple and quick, maximises nothing, and may find one community where others find several.
///
/// - Complexity: about O(*m*) a round, and few rounds. Memory: O(*n* + *m*).
/// - Source: U. Raghavan, R. Albert, S. Kumara, Near linear time algorithm to detect community structures in
///   large-scale networks, Physical Review E 76 (2007), doi:10.1103/PhysRevE.76.036106.
public struct LabelPropagation: CommunityAlgorithm {
    /// How strong each edge is; other than unit needs a projection that keeps its edges.
    public var weights: EdgeWeights
    /// Where the order of nodes and the choice among equal labels come from.
    public var seed: UInt64
    /// How many rounds to take at most; nil for until nothing changes.
    public var iterationLimit: Int?

    /// Says how to search.
    ///
    /// - Parameters:
    ///   - weights: how strong each edge is; other than unit needs a projection that keeps its edges.
    ///   - seed: where the order of nodes and the choice among equal labels come from.
    ///   - iterationLimit: how many rounds to take at most; nil for until nothing changes.
    public init(weights: EdgeWeights = .unit, seed: UInt64 = 1, iterationLimit: Int? = nil) {
        self.weights = weights
        self.seed = seed
        self.iterationLimit = iterationLimit
    }

    public var method: CommunityMethod { .labelPropagation }

    public func communities(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> Communities {
        try CommunityRequest(
            method: .labelPropagation, weights: weights, objective: nil, resolution: 1, seed: seed,
            iterationLimit: iterationLimit
        ).answer(of: projection, execution)
    }
}

extension Projection {
    /// Communities by label propagation, without directions; see ``LabelPropagation``.
    ///
    /// - Parameters:
    ///   - weights: how strong each edge is; other than unit needs a projection that keeps its edges.
    ///   - seed: where random choices come from: the same seed gives the same communities.
    ///   - iterationLimit: how many rounds to take at most; nil for until nothing changes.
    ///   - execution: how to run; the communities do not depend on it.
    /// - Returns: the communities.
    /// - Throws: ``AnalysisError`` if a weight or a parameter is impossible, or it was stopped.
    /// - Complexity: about O(*m*) a round.
    /// - Source: U. Raghavan, R. Albert, S. Kumara 2007, doi:10.1103/PhysRevE.76.036106.
    public func labelPropagationCommunities(
        weights: EdgeWeights = .unit, seed: UInt64 = 1, iterationLimit: Int? = nil,
        execution: Execution = .default
    ) throws(AnalysisError) -> Communities {
        try LabelPropagation(weights: weights, seed: seed, iterationLimit: iterationLimit)
            .communities(of: self, execution)
    }
}
