public import LinkChartModel

/// Of the neighbours that two nodes have together, the share they have in common: 0 ... 1; 0 if they have none.
///
/// Most alike are nodes of one link that lead to the same other node: ask for what scores less, or of a core, where
/// these say nothing.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: a pair of degrees *a* and *b* takes O(min(*a* + *b*, min(*a*, *b*) log max(*a*, *b*))); missing links
///   O(Σ degree²) at most, much less where few are asked for.
/// - Source: P. Jaccard, Étude comparative de la distribution florale, Bulletin de la Société Vaudoise des Sciences
///   Naturelles 37 (1901), doi:10.5169/seals-266450.
public struct JaccardCoefficient: LinkPredictor, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "jaccardCoefficient" }

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

extension LinkPredictor where Self == JaccardCoefficient {
    /// Of the neighbours that two nodes have together, the share they have in common.
    public static var jaccard: Self { Self() }
}

extension JaccardCoefficient: SharedNeighbourMeasure {
    @inline(__always)
    func weight(ofDegree degree: Int) -> Double { 1 }

    @inline(__always)
    func score(shared: Double, _ first: Int, _ second: Int) -> Double {
        let union = Double(first &+ second) - shared
        return union > 0 ? shared / union : 0
    }

    var startsWithFewLinks: Bool { true }
}
