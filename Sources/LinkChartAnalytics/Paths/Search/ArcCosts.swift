internal import LinkChartModel
internal import Synchronization

/// What every arc of a projection costs, checked and laid out as its rows are.
final class ArcCosts: Sendable {
    /// By position in the outgoing rows; infinite where an arc can't be walked.
    let outgoing: [Double]
    /// By position in the incoming rows.
    let incoming: [Double]
    /// The greatest cost if all are small whole numbers, so that searches may use buckets.
    private let greatestWhole: UInt32?
    private let wholeRows = Mutex<[ArcDirection: WholeCostRows]>([:])

    /// - Throws: ``AnalysisError`` if an edge has no cost that can be.
    init(_ projection: Projection, _ costs: EdgeCosts) throws(AnalysisError) {
        try costs.check(for: projection)
        outgoing = projection.outgoing.edges.map { costs.values[Int($0)] }
        incoming =
            projection.isDirected ? projection.incoming.edges.map { costs.values[Int($0)] } : outgoing
        greatestWhole = WholeCostRows.greatest(of: outgoing, nodeCount: projection.nodeCount)
    }

    /// The rows for searches with buckets, made when first asked for; nil if costs are not small whole numbers.
    func wholeRows(_ direction: ArcDirection, of projection: Projection) -> WholeCostRows? {
        guard let greatestWhole else { return nil }
        let direction = projection.isDirected ? direction : .outgoing
        if let known = wholeRows.withLock({ $0[direction] }) { return known }
        let (ahead, back) = ((projection.outgoing, outgoing), (projection.incoming, incoming))
        let sets =
            switch direction {
            case .outgoing: [ahead]
            case .incoming: [back]
            case .both: [ahead, back]
            }
        let made = WholeCostRows(projection.hubFirstNumbering, greatest: greatestWhole, sets)
        return wholeRows.withLock { rows in
            let kept = rows[direction] ?? made
            rows[direction] = kept
            return kept
        }
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

    /// The least cost of a way from a node to every other, by buckets where costs are small whole numbers.
    ///
    /// - Parameters:
    ///   - source: where ways start, or end if arcs are followed backwards.
    ///   - arcCosts: what arcs cost; nil for 1 each.
    ///   - direction: along which arcs.
    ///   - avoided: nodes that are not entered.
    ///   - end: a node that is reached but not passed.
    ///   - goOn: told how many arcs were looked at; the search ends when it says false.
    /// - Returns: the costs, infinite where there is no way; those found by then if the search ended early.
    func leastCosts(
        from source: Int, _ arcCosts: ArcCosts?, _ direction: ArcDirection, avoiding avoided: [Int],
        end: Int? = nil, goOn: (_ arcs: Int) -> Bool
    ) -> [Double] {
        if let rows = arcCosts?.wholeRows(direction, of: self) {
            var search = BucketSearch(rows)
            return search.costs(from: source, avoiding: avoided, end: end, goOn: goOn)
        }
        let (ahead, back) = ((outgoing, arcCosts?.outgoing), (incoming, arcCosts?.incoming))
        let search = CostSearch(
            arcs: direction == .incoming ? back : ahead,
            also: direction == .both && isDirected ? back : nil, avoided: avoided, end: end)
        return search.costs(from: source, goOn: goOn)
    }
}
