public import LinkChartModel

/// A measure of two nodes by the neighbours they share and by how many they have.
///
/// Directions, loops and parallel edges do not count. A measure of your own says what a shared neighbour counts and
/// what the sum makes of two nodes; all questions of ``LinkPredictor`` are then answered on all threads:
///
/// ```swift
/// /// Of the neighbours that one has, how many the one with fewer shares (Ravasz et al. 2002).
/// struct HubPromotedIndex: SharedNeighbourMeasure {
///     var name: String { "hubPromotedIndex" }
///     func weight(ofDegree degree: Int) -> Double { 1 }
///     func score(shared: Double, _ first: Int, _ second: Int) -> Double {
///         shared / Double(max(min(first, second), 1))
///     }
/// }
/// ```
///
/// The search for missing links leaves out pairs that cannot be among the best. For that, a node of many neighbours
/// being first and one of fewer second, the score that two nodes would have if they shared all that the second has
/// must not grow as the second has fewer.
///
/// - Complexity: a pair of degrees *a* and *b* takes O(min(*a* + *b*, min(*a*, *b*) log max(*a*, *b*))); missing links
///   O(Σ degree²) at most, much less where few are asked for.
public protocol SharedNeighbourMeasure: LinkPredictor {
    /// What a shared neighbour of so many neighbours counts: finite, not negative, and positive from two on; the
    /// questions throw `badParameter` otherwise.
    func weight(ofDegree degree: Int) -> Double

    /// The score of two nodes.
    ///
    /// - Parameters:
    ///   - shared: the sum over the neighbours they share; the score does not fall as it grows.
    ///   - first: how many neighbours one has.
    ///   - second: how many the other has; the score does not depend on which is which.
    func score(shared: Double, _ first: Int, _ second: Int) -> Double

    /// Whether the best pairs are found sooner among nodes of few links; it only changes how long a search takes.
    var startsWithFewLinks: Bool { get }
}

extension SharedNeighbourMeasure {
    /// The best pairs are among nodes of many links.
    public var startsWithFewLinks: Bool { false }

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
