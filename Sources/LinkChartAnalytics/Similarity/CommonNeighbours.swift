/// How many neighbours two nodes share.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: see ``SharedNeighbourMeasure``.
/// - Source: M. Newman, Clustering and preferential attachment in growing networks, Physical Review E 64 (2001),
///   doi:10.1103/PhysRevE.64.025102.
public struct CommonNeighbours: SharedNeighbourMeasure, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "commonNeighbours" }

    @inline(__always)
    public func weight(ofDegree degree: Int) -> Double { 1 }

    @inline(__always)
    public func score(shared: Double, _ first: Int, _ second: Int) -> Double { shared }
}

extension LinkPredictor where Self == CommonNeighbours {
    /// How many neighbours two nodes share.
    public static var commonNeighbours: Self { Self() }
}
