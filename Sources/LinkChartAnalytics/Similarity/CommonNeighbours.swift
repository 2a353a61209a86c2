public import LinkChartModel

/// How many neighbours two nodes share.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: a pair of degrees *a* and *b* takes O(min(*a* + *b*, min(*a*, *b*) log max(*a*, *b*))); missing links
///   O(Σ degree²) at most, much less where few are asked for.
/// - Source: M. Newman, Clustering and preferential attachment in growing networks, Physical Review E 64 (2001),
///   doi:10.1103/PhysRevE.64.025102.
public struct CommonNeighbours: LinkPredictor, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "commonNeighbours" }

    public func scores(
        of pairs: [NodePair], in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores {
        try SharedNeighbourSearch(self, projection).scores(of: pairs, execution)
    }

    public func mostSimilar(
        to node: NodeIndex, top count: Int, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores {
        try SharedNeighbourSearch(self, projection).mostSimilar(to: node, top: count, execution)
    }

    public func missingLinks(
        top count: Int, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores {
        try SharedNeighbourSearch(self, projection).missingLinks(top: count, execution)
    }
}

extension LinkPredictor where Self == CommonNeighbours {
    /// How many neighbours two nodes share.
    public static var commonNeighbours: Self { Self() }
}

extension CommonNeighbours: SharedNeighbourMeasure {
    @inline(__always)
    func weight(ofDegree degree: Int) -> Double { 1 }

    @inline(__always)
    func score(shared: Double, _ first: Int, _ second: Int) -> Double { shared }
}
