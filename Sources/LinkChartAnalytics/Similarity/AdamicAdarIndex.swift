/// Shared neighbours, each counting 1 / log (natural) of its degree: to share one with few links says more.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: see ``SharedNeighbourMeasure``.
/// - Source: L. Adamic, E. Adar, Friends and neighbors on the Web, Social Networks 25 (2003),
///   doi:10.1016/S0378-8733(03)00009-1.
public struct AdamicAdarIndex: SharedNeighbourMeasure, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "adamicAdarIndex" }

    // Nobody shares a neighbour of a single link.
    public func weight(ofDegree degree: Int) -> Double { degree < 2 ? 0 : 1 / logarithm(Double(degree)) }

    @inline(__always)
    public func score(shared: Double, _ first: Int, _ second: Int) -> Double { shared }
}

extension LinkPredictor where Self == AdamicAdarIndex {
    /// Shared neighbours, each counting 1 / log of its degree.
    public static var adamicAdar: Self { Self() }
}
