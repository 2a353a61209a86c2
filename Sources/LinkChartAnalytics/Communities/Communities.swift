public import LinkChartModel

/// The communities that a method found in a projection, and how.
///
/// ```swift
/// let communities = try projection.leidenCommunities()
/// for members in communities.partition.members { print(members.map { graph.name(of: $0) }) }
/// ```
public struct Communities: AnalysisResult {
    /// Which community every node is in; the largest community is number 0.
    public let partition: Partition
    /// How they were found.
    public let method: CommunityMethod
    /// What was maximised; nil for label propagation, which maximises nothing.
    public let objective: CommunityObjective?
    /// The resolution: the larger, the smaller communities are.
    public let resolution: Double
    /// Where the weights of the arcs came from.
    public let weights: EdgeWeights.Meaning
    /// What the random choices came from: the same seed gives the same communities.
    public let seed: UInt64
    /// The modularity of the partition at ``resolution``, without directions; nil without links, where it is
    /// undefined.
    public let modularity: Double?
    /// How often all nodes were looked at for moves that begin from what was found before.
    public let iterations: Int
    /// How many graphs, each a summary of the one before, the search took in the round that took most; 1 for label
    /// propagation.
    public let levels: Int

    /// What was divided.
    public var projection: Projection { partition.projection }
    /// How many communities there are.
    public var count: Int { partition.count }

    /// A node's community, or nil if the projection's selection leaves the node out.
    public subscript(node: NodeIndex) -> Int? { partition[node] }
}

extension Communities {
    private enum CodingKeys: String, CodingKey {
        case projection, method, objective, resolution, weights, seed, modularity, iterations, levels
        case communities
    }

    /// Encodes how they were found and, under `communities`, the graph's indices of the nodes of each.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(method, forKey: .method)
        try container.encodeIfPresent(objective, forKey: .objective)
        try container.encode(resolution, forKey: .resolution)
        try container.encode(weights.description, forKey: .weights)
        try container.encode(seed, forKey: .seed)
        try container.encodeIfPresent(modularity, forKey: .modularity)
        try container.encode(iterations, forKey: .iterations)
        try container.encode(levels, forKey: .levels)
        try container.encode(partition.members.map { $0.map(\.rawValue) }, forKey: .communities)
    }
}
