public import LinkChartModel

/// The Louvain method: nodes move to the community that gains most, communities become the nodes of a smaller
/// graph, and the search goes on there. Communities may be badly connected, even disconnected; ``Leiden`` is
/// better and no slower.
///
/// - Complexity: about O(*m*) an iteration on most graphs. Memory: O(*n* + *m*).
/// - Source: V. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast unfolding of communities in large
///   networks, Journal of Statistical Mechanics (2008), doi:10.1088/1742-5468/2008/10/P10008.
public struct Louvain: CommunityAlgorithm {
    /// How strong each edge is; other than unit needs a projection that keeps its edges.
    public var weights: EdgeWeights
    /// What is maximised.
    public var objective: CommunityObjective
    /// The resolution, finite and not negative: the larger, the smaller communities are.
    public var resolution: Double
    /// Where the order of nodes comes from.
    public var seed: UInt64
    /// How often to search, each time from what was found; nil for until nothing improves.
    public var iterationLimit: Int?

    /// Says how to search.
    ///
    /// - Parameters:
    ///   - weights: how strong each edge is; other than unit needs a projection that keeps its edges.
    ///   - objective: what is maximised.
    ///   - resolution: finite and not negative; the larger, the smaller communities are.
    ///   - seed: where the order of nodes comes from.
    ///   - iterationLimit: how often to search, each time from what was found; 1 is the method as published, the
    ///     second adds a third to the time and gains most of what there is to gain, nil goes on until nothing
    ///     improves.
    public init(
        weights: EdgeWeights = .unit, objective: CommunityObjective = .modularity, resolution: Double = 1,
        seed: UInt64 = 1, iterationLimit: Int? = 2
    ) {
        self.weights = weights
        self.objective = objective
        self.resolution = resolution
        self.seed = seed
        self.iterationLimit = iterationLimit
    }

    public var method: CommunityMethod { .louvain }

    public func communities(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> Communities {
        try CommunityRequest(
            method: .louvain, weights: weights, objective: objective, resolution: resolution, seed: seed,
            iterationLimit: iterationLimit
        ).answer(of: projection, execution)
    }
}

extension Projection {
    /// Communities by the Louvain method, without directions; see ``Louvain``.
    ///
    /// - Parameters:
    ///   - weights: how strong each edge is; other than unit needs a projection that keeps its edges.
    ///   - objective: what is maximised.
    ///   - resolution: finite and not negative; the larger, the smaller communities are.
    ///   - seed: where the order of nodes comes from: the same seed gives the same communities.
    ///   - iterationLimit: how often to search, each time from what was found; 1 is the method as published, the
    ///     second adds a third to the time and gains most of what there is to gain, nil goes on until nothing
    ///     improves.
    ///   - execution: how to run; the communities do not depend on it.
    /// - Returns: the communities.
    /// - Throws: ``AnalysisError`` if a weight or a parameter is impossible, or it was stopped.
    /// - Complexity: about O(*m*) an iteration on most graphs.
    /// - Source: V. Blondel and others 2008, doi:10.1088/1742-5468/2008/10/P10008.
    public func louvainCommunities(
        weights: EdgeWeights = .unit, objective: CommunityObjective = .modularity, resolution: Double = 1,
        seed: UInt64 = 1, iterationLimit: Int? = 2, execution: Execution = .default
    ) throws(AnalysisError) -> Communities {
        try Louvain(
            weights: weights, objective: objective, resolution: resolution, seed: seed,
            iterationLimit: iterationLimit
        ).communities(of: self, execution)
    }
}
