internal import LinkChartModel
internal import Synchronization

/// What every arc of a projection costs, checked, and laid out as its rows are when that is first asked for.
final class ArcCosts: Sendable {
    private let rows: (outgoing: CompressedRows, incoming: CompressedRows)
    private let isDirected: Bool
    /// What every edge costs; see ``EdgeCosts/values``.
    private let values: [Double]
    /// The costs of edges, and the greatest, if all are small whole numbers, so that searches may use buckets.
    private let whole: (costs: [UInt16], greatest: UInt32)?
    private let laidOut = Mutex<(lists: [ArcDirection: [Double]], whole: [ArcDirection: WholeCostRows])>(
        ([:], [:]))

    /// - Throws: ``AnalysisError`` if an edge has no cost that can be.
    init(_ projection: Projection, _ costs: EdgeCosts) throws(AnalysisError) {
        try costs.check(for: projection)
        rows = (projection.outgoing, projection.incoming)
        isDirected = projection.isDirected
        values = costs.values
        whole = WholeCostRows.whole(values, of: rows.outgoing.edges, nodeCount: projection.nodeCount)
    }

    /// By position in the outgoing rows; infinite where an arc can't be walked.
    var outgoing: [Double] { list(.outgoing, of: rows.outgoing) }

    /// By position in the incoming rows.
    var incoming: [Double] { isDirected ? list(.incoming, of: rows.incoming) : outgoing }

    private func list(_ direction: ArcDirection, of rows: CompressedRows) -> [Double] {
        if let known = laidOut.withLock({ $0.lists[direction] }) { return known }
        let made = rows.edges.map { values[Int($0)] }
        return laidOut.withLock { laidOut in
            let kept = laidOut.lists[direction] ?? made
            laidOut.lists[direction] = kept
            return kept
        }
    }

    /// The rows for searches with buckets, made when first asked for; nil if costs are not small whole numbers.
    func wholeRows(_ direction: ArcDirection, of projection: Projection) -> WholeCostRows? {
        guard let whole else { return nil }
        let direction = isDirected ? direction : .outgoing
        if let known = laidOut.withLock({ $0.whole[direction] }) { return known }
        let sets =
            switch direction {
            case .outgoing: [rows.outgoing]
            case .incoming: [rows.incoming]
            case .both: [rows.outgoing, rows.incoming]
            }
        let made = WholeCostRows(
            projection.hubFirstNumbering, greatest: whole.greatest, sets, costs: whole.costs)
        return laidOut.withLock { laidOut in
            let kept = laidOut.whole[direction] ?? made
            laidOut.whole[direction] = kept
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
    ///   - threads: how many threads work at most; nil for one a core.
    ///   - goOn: told how many arcs were looked at; the search ends when it says false.
    /// - Returns: the costs, infinite where there is no way; those found by then if the search ended early.
    func leastCosts(
        from source: Int, _ arcCosts: ArcCosts?, _ direction: ArcDirection, avoiding avoided: [Int],
        end: Int? = nil, threads: Int?, goOn: (_ arcs: Int) -> Bool
    ) -> [Double] {
        if let rows = arcCosts?.wholeRows(direction, of: self) {
            let search = BucketSearch(rows, threads: threads)
            return search.costs(from: source, avoiding: avoided, end: end, goOn: goOn)
        }
        let (ahead, back) = ((outgoing, arcCosts?.outgoing), (incoming, arcCosts?.incoming))
        let search = CostSearch(
            arcs: direction == .incoming ? back : ahead,
            also: direction == .both && isDirected ? back : nil, avoided: avoided, end: end)
        return search.costs(from: source, goOn: goOn)
    }
}
