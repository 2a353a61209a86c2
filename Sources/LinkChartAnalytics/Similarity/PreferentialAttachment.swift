public import LinkChartModel

/// The product of two nodes' degrees: who has many links gets more.
///
/// It does not regard shared neighbours; like the other measures it ranks only pairs that have one, since otherwise
/// the same few hubs would be listed for everybody.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: a pair of degrees *a* and *b* takes O(min(*a* + *b*, min(*a*, *b*) log max(*a*, *b*))); missing links
///   O(Σ degree²) at most, much less where few are asked for.
/// - Source: M. Newman, Clustering and preferential attachment in growing networks, Physical Review E 64 (2001),
///   doi:10.1103/PhysRevE.64.025102.
public struct PreferentialAttachment: LinkPredictor, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "preferentialAttachment" }

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

extension LinkPredictor where Self == PreferentialAttachment {
    /// The product of two nodes' degrees.
    public static var preferentialAttachment: Self { Self() }
}

extension PreferentialAttachment: SharedNeighbourMeasure {
    @inline(__always)
    func weight(ofDegree degree: Int) -> Double { 1 }

    @inline(__always)
    func score(shared: Double, _ first: Int, _ second: Int) -> Double { Double(first) * Double(second) }
}
