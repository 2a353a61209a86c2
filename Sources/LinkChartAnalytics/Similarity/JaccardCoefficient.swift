/// Of the neighbours that two nodes have together, the share they have in common: 0 ... 1; 0 if they have none.
///
/// Most alike are nodes of one link that lead to the same other node: ask for what scores less, or of a core, where
/// these say nothing.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: see ``SharedNeighbourMeasure``.
/// - Source: P. Jaccard, Étude comparative de la distribution florale, Bulletin de la Société Vaudoise des Sciences
///   Naturelles 37 (1901), doi:10.5169/seals-266450.
public struct JaccardCoefficient: SharedNeighbourMeasure, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "jaccardCoefficient" }

    @inline(__always)
    public func weight(ofDegree degree: Int) -> Double { 1 }

    @inline(__always)
    public func score(shared: Double, _ first: Int, _ second: Int) -> Double {
        let union = Double(first &+ second) - shared
        return union > 0 ? shared / union : 0
    }

    public var startsWithFewLinks: Bool { true }
}

extension LinkPredictor where Self == JaccardCoefficient {
    /// Of the neighbours that two nodes have together, the share they have in common.
    public static var jaccard: Self { Self() }
}
