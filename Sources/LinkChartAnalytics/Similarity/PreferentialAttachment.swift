/// The product of two nodes' degrees: who has many links gets more.
///
/// It does not regard shared neighbours; like the other measures it ranks only pairs that have one, since otherwise
/// the same few hubs would be listed for everybody.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: see ``SharedNeighbourMeasure``.
/// - Source: M. Newman, Clustering and preferential attachment in growing networks, Physical Review E 64 (2001),
///   doi:10.1103/PhysRevE.64.025102.
public struct PreferentialAttachment: SharedNeighbourMeasure, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "preferentialAttachment" }

    @inline(__always)
    public func weight(ofDegree degree: Int) -> Double { 1 }

    @inline(__always)
    public func score(shared: Double, _ first: Int, _ second: Int) -> Double {
        Double(first) * Double(second)
    }
}

extension LinkPredictor where Self == PreferentialAttachment {
    /// The product of two nodes' degrees.
    public static var preferentialAttachment: Self { Self() }
}
