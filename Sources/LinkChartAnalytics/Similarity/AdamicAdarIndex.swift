public import LinkChartModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Shared neighbours, each counting 1 / log (natural) of its degree: to share one with few links says more.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: a pair of degrees *a* and *b* takes O(min(*a* + *b*, min(*a*, *b*) log max(*a*, *b*))); missing links
///   O(Σ degree²) at most, much less where few are asked for.
/// - Source: L. Adamic, E. Adar, Friends and neighbors on the Web, Social Networks 25 (2003),
///   doi:10.1016/S0378-8733(03)00009-1.
public struct AdamicAdarIndex: LinkPredictor, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "adamicAdarIndex" }

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

extension LinkPredictor where Self == AdamicAdarIndex {
    /// Shared neighbours, each counting 1 / log of its degree.
    public static var adamicAdar: Self { Self() }
}

extension AdamicAdarIndex: SharedNeighbourMeasure {
    // Nobody shares a neighbour of a single link.
    func weight(ofDegree degree: Int) -> Double { degree < 2 ? 0 : 1 / log(Double(degree)) }

    @inline(__always)
    func score(shared: Double, _ first: Int, _ second: Int) -> Double { shared }
}
