public import LinkChartModel

/// The Leiden method: like Louvain's, but every community is connected, and run until nothing improves, none has a
/// part that would better be apart.
///
/// Nodes move to the community that gains most; each community is then refined, split into parts that are
/// connected and belong together; the parts become the nodes of a smaller graph that begins with the
/// communities found, and the search goes on there.
///
/// - Complexity: about O(*m*) a round on most graphs. Memory: O(*n* + *m*).
/// - Source: V. Traag, L. Waltman, N. J. van Eck, From Louvain to Leiden: guaranteeing well-connected communities,
///   Scientific Reports 9 (2019), doi:10.1038/s41598-019-41695-z; queues and arrays as in S. Sahu, GVE-Leiden,
///   ICPP 2024, doi:10.1145/3673038.3673146.
public struct Leiden: CommunityAlgorithm {
    /// How strong each edge is; other than unit needs a projection that keeps its edges.
    public var weights: EdgeWeights
    /// What is maximised.
    public var objective: CommunityObjective
    /// The resolution, finite and not negative: the larger, the smaller communities are.
    public var resolution: Double
    /// Where random choices come from: the order of nodes, and which of equally good parts is joined.
    public var seed: UInt64
    /// How many rounds to take at most, each beginning with what the one before found; nil for until nothing
    /// improves, which takes dozens on a graph without clear communities.
    public var iterationLimit: Int?

    /// Says how to search.
    ///
    /// - Parameters:
    ///   - weights: how strong each edge is; other than unit needs a projection that keeps its edges.
    ///   - objective: what is maximised.
    ///   - resolution: finite and not negative; the larger, the smaller communities are.
    ///   - seed: where random choices come from.
    ///   - iterationLimit: how many rounds to take at most, each beginning with what the one before found;
    ///     nil for until nothing improves.
    public init(
        weights: EdgeWeights = .unit, objective: CommunityObjective = .modularity, resolution: Double = 1,
        seed: UInt64 = 1, iterationLimit: Int? = 10
    ) {
        self.weights = weights
        self.objective = objective
        self.resolution = resolution
        self.seed = seed
        self.iterationLimit = iterationLimit
    }

    public var method: CommunityMethod { .leiden }

    public func communities(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> Communities {
        try CommunityRequest(
            method: .leiden, weights: weights, objective: objective, resolution: resolution, seed: seed,
            iterationLimit: iterationLimit
        ).answer(of: projection, execution)
    }
}

extension Projection {
    /// Communities by the Leiden method, without directions; see ``Leiden``.
    ///
    /// - Parameters:
    ///   - weights: how strong each edge is; other than unit needs a projection that keeps its edges.
    ///   - objective: what is maximised.
    ///   - resolution: finite and not negative; the larger, the smaller communities are.
    ///   - seed: where random choices come from: the same seed gives the same communities.
    ///   - iterationLimit: how many rounds to take at most, each beginning with what the one before found;
    ///     nil for until nothing improves.
    ///   - execution: how to run; the communities do not depend on it.
    /// - Returns: the communities; each is connected.
    /// - Throws: ``AnalysisError`` if a weight or a parameter is impossible, or it was stopped.
    /// - Complexity: about O(*m*) a round on most graphs.
    /// - Source: V. Traag, L. Waltman, N. J. van Eck 2019, doi:10.1038/s41598-019-41695-z.
    public func leidenCommunities(
        weights: EdgeWeights = .unit, objective: CommunityObjective = .modularity, resolution: Double = 1,
        seed: UInt64 = 1, iterationLimit: Int? = 10, execution: Execution = .default
    ) throws(AnalysisError) -> Communities {
        try Leiden(
            weights: weights, objective: objective, resolution: resolution, seed: seed,
            iterationLimit: iterationLimit
        ).communities(of: self, execution)
    }
}
