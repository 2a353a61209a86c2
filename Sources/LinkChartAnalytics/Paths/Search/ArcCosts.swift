internal import LinkChartModel
internal import Synchronization

/// What every arc of a projection costs, checked and laid out as its rows are.
final class ArcCosts: Sendable {
    /// By position in the outgoing rows; infinite where an arc can't be walked.
    let outgoing: [Double]
    /// By position in the incoming rows.
    let incoming: [Double]

    /// - Throws: ``AnalysisError`` if an edge has no cost that can be.
    init(_ projection: Projection, _ costs: EdgeCosts) throws(AnalysisError) {
        try costs.check(for: projection)
        outgoing = projection.outgoing.edges.map { costs.values[Int($0)] }
        incoming =
            projection.isDirected ? projection.incoming.edges.map { costs.values[Int($0)] } : outgoing
    }
}

/// The last few costs by which a projection was asked.
private final class KnownArcCosts: Sendable {
    private let known = Mutex<[(measure: EdgeCosts.Identity, costs: ArcCosts)]>([])
    private static let limit = 4

    func costs(_ costs: EdgeCosts, of projection: Projection) throws(AnalysisError) -> ArcCosts {
        let measure = costs.identity
        if let found = known.withLock({ $0.first { $0.measure === measure }?.costs }) { return found }
        let made = try ArcCosts(projection, costs)
        known.withLock { known in
            if known.count == Self.limit { known.removeFirst() }
            known.append((measure, made))
        }
        return made
    }
}

extension Projection {
    /// What every arc costs; worked out when first asked for.
    ///
    /// - Throws: ``AnalysisError`` if an edge has no cost that can be.
    func arcCosts(_ costs: EdgeCosts) throws(AnalysisError) -> ArcCosts {
        try derived.value(KnownArcCosts.self) { KnownArcCosts() }.costs(costs, of: self)
    }
}
