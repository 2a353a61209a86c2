public import LinkChartModel

/// Shared neighbours, each counting 1 / its degree: what reaches one node if the other gives each of its neighbours
/// a unit, and these pass it on in equal parts.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: a pair of degrees *a* and *b* takes O(min(*a* + *b*, min(*a*, *b*) log max(*a*, *b*))); missing links
///   O(Σ degree²) at most, much less where few are asked for.
/// - Source: T. Zhou, L. Lü, Y.-C. Zhang, Predicting missing links via local information, European Physical Journal B
///   71 (2009), doi:10.1140/epjb/e2009-00335-8.
public struct ResourceAllocationIndex: LinkPredictor, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "resourceAllocationIndex" }

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

extension LinkPredictor where Self == ResourceAllocationIndex {
    /// Shared neighbours, each counting 1 / its degree.
    public static var resourceAllocation: Self { Self() }
}

extension ResourceAllocationIndex: SharedNeighbourMeasure {
    func weight(ofDegree degree: Int) -> Double { degree < 2 ? 0 : 1 / Double(degree) }

    @inline(__always)
    func score(shared: Double, _ first: Int, _ second: Int) -> Double { shared }
}
