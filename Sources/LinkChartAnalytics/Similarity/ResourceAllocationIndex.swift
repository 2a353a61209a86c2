/// Shared neighbours, each counting 1 / its degree: what reaches one node if the other gives each of its neighbours
/// a unit, and these pass it on in equal parts.
///
/// Directions, loops and parallel edges do not count.
///
/// - Complexity: see ``SharedNeighbourMeasure``.
/// - Source: T. Zhou, L. Lü, Y.-C. Zhang, Predicting missing links via local information, European Physical Journal B
///   71 (2009), doi:10.1140/epjb/e2009-00335-8.
public struct ResourceAllocationIndex: SharedNeighbourMeasure, Hashable {
    /// A measure without parameters.
    public init() {}

    public var name: String { "resourceAllocationIndex" }

    public func weight(ofDegree degree: Int) -> Double { degree < 2 ? 0 : 1 / Double(degree) }

    @inline(__always)
    public func score(shared: Double, _ first: Int, _ second: Int) -> Double { shared }
}

extension LinkPredictor where Self == ResourceAllocationIndex {
    /// Shared neighbours, each counting 1 / its degree.
    public static var resourceAllocation: Self { Self() }
}
