internal import LinkChartModel
internal import Synchronization

extension Projection {
    /// The distances from a node, found by ``LevelSearch``.
    ///
    /// - Parameters:
    ///   - source: where the search starts.
    ///   - direction: along which arcs it goes.
    ///   - avoided: nodes that are not entered.
    ///   - maxHops: how far it goes; nil for as far as it gets.
    ///   - execution: how to run; nil to run to the end on all cores.
    func levels(
        from source: Int, _ direction: ArcDirection, avoiding avoided: [Int] = [], maxHops: Int? = nil,
        _ execution: Execution?
    ) throws(AnalysisError) -> [Int32] {
        guard let order = orderForSearches(direction) else {
            let (rows, other) = direction == .incoming ? (incoming, outgoing) : (outgoing, incoming)
            return try Self.levels(
                along: rows, other, bothWays: direction == .both && isDirected, from: source,
                avoiding: avoided, maxHops: maxHops, execution)
        }
        let reversed = order.reversed ?? order.rows
        let newNumbers = order.numbering.newNumbers
        let hops = try Self.levels(
            along: order.rows, reversed, bothWays: false, from: Int(newNumbers[source]),
            avoiding: avoided.map { Int(newNumbers[$0]) }, maxHops: maxHops, execution)
        return order.numbering.restored(hops)
    }

    private static func levels(
        along rows: CompressedRows, _ reversed: CompressedRows, bothWays: Bool, from source: Int,
        avoiding avoided: [Int], maxHops: Int?, _ execution: Execution?
    ) throws(AnalysisError) -> [Int32] {
        // An array is filled by a closure that may throw anything but no type of error.
        var error: AnalysisError?
        let hops = [Int32](unsafeUninitializedCapacity: rows.nodeCount) { hops, used in
            rows.withUnsafeRows { rows in
                reversed.withUnsafeRows { reversed in
                    let arcs = LevelSearch.Arcs(
                        forward: rows, alsoForward: bothWays ? reversed : nil,
                        backward: bothWays ? rows : reversed, alsoBackward: bothWays ? reversed : nil)
                    used = rows.nodeCount
                    var search = LevelSearch(
                        arcs, into: UnsafeMutableBufferPointer(rebasing: hops[..<used]),
                        threads: execution?.threads)
                    do throws(AnalysisError) {
                        try search.run(from: source, avoiding: avoided, maxHops: maxHops, execution)
                    } catch let stop {
                        error = stop
                    }
                }
            }
        }
        if let error { throw error }
        return hops
    }

    /// The rows hub first, on which searches are twice as fast, unless this is the first search: making them costs
    /// more than one search does.
    private func orderForSearches(
        _ direction: ArcDirection
    ) -> (numbering: HubFirstNumbering, rows: CompressedRows, reversed: CompressedRows?)? {
        let isFirst = derived.value(SearchCount.self) { SearchCount() }.isFirst
        guard !isFirst else { return nil }
        guard isDirected else { return (hubFirstNumbering, hubFirstOutgoing.rows, nil) }
        return switch direction {
        case .outgoing: (hubFirstNumbering, hubFirstOutgoing.rows, hubFirstIncoming.rows)
        case .incoming: (hubFirstNumbering, hubFirstIncoming.rows, hubFirstOutgoing.rows)
        case .both: (hubFirstNumbering, hubFirstNeighbours.rows, nil)
        }
    }
}

/// How many searches there have been.
private final class SearchCount: Sendable {
    private let count = Atomic<Int>(0)
    var isFirst: Bool { count.wrappingAdd(1, ordering: .relaxed).oldValue == 0 }
}
