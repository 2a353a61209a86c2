public import LinkChartModel

/// How well a partition fits the links: what lies inside its parts and what between them.
///
/// Without directions: an arc counts for both its ends, whichever way it runs. A loop of weight *w* lies inside and
/// adds 2*w* to its node's strength.
public struct PartitionQuality: AnalysisResult {
    /// What lies inside a part and on its border.
    public struct Part: Hashable, Sendable, Encodable {
        /// How many nodes it has.
        public let size: Int
        /// How many links lie inside: arcs of a directed projection, edges of an undirected one.
        public let internalLinks: Int
        /// How many links lead from it to other parts or from them to it.
        public let externalLinks: Int
        /// The weight of the links inside.
        public let internalWeight: Double
        /// The weight of the links between it and other parts: its cut.
        public let externalWeight: Double
        /// The weight of its border relative to the strengths of its nodes, or to those of all others where these
        /// are less: 0 if nothing leads out, 1 if everything does; nil where nothing is to be divided by.
        ///
        /// - Source: R. Kannan, S. Vempala, A. Vetta, On clusterings, Journal of the ACM 51 (2004),
        ///   doi:10.1145/990308.990313.
        public let conductance: Double?
    }

    /// What was divided.
    public let projection: Projection
    /// Where weights came from.
    public let weights: EdgeWeights.Meaning
    /// Every part, by its number.
    public let parts: [Part]
    /// How many links lie between parts.
    public let crossingLinks: Int
    /// The weight of the links between parts.
    public let crossingWeight: Double
    /// The share of all weight that lies inside parts; nil without links.
    public let coverage: Double?
    /// The share of all weight that lies inside parts, less the share expected if only strengths decided, times
    /// ``resolution``; nil without links.
    ///
    /// - Source: M. Newman, M. Girvan, Finding and evaluating community structure in networks, Physical Review E
    ///   69 (2004), doi:10.1103/PhysRevE.69.026113; resolution: J. Reichardt, S. Bornholdt 2006,
    ///   doi:10.1103/PhysRevE.74.016110.
    public let modularity: Double?
    /// The same where an arc is expected by the strength that leaves its source and the one that reaches its target;
    /// equal to ``modularity`` without directions.
    ///
    /// - Source: E. Leicht, M. Newman, Community structure in directed networks, Physical Review Letters 100
    ///   (2008), doi:10.1103/PhysRevLett.100.118703.
    public let directedModularity: Double?
    /// How much the expected share counted.
    public let resolution: Double
}

extension PartitionQuality {
    private enum CodingKeys: String, CodingKey {
        case projection, weights, resolution, modularity, directedModularity, coverage
        case crossingLinks, crossingWeight, parts
    }

    /// Encodes all numbers and the projection in words; what is undefined is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(weights.description, forKey: .weights)
        try container.encode(resolution, forKey: .resolution)
        try container.encodeIfPresent(modularity, forKey: .modularity)
        try container.encodeIfPresent(directedModularity, forKey: .directedModularity)
        try container.encodeIfPresent(coverage, forKey: .coverage)
        try container.encode(crossingLinks, forKey: .crossingLinks)
        try container.encode(crossingWeight, forKey: .crossingWeight)
        try container.encode(parts, forKey: .parts)
    }
}
