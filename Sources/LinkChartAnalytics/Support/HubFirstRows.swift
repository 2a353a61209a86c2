internal import LinkChartModel

/// A projection's rows hub first: made when first asked for, kept for every later question.
///
/// All of them number the nodes alike, by incoming and outgoing arcs together, so that results by new number
/// can be combined.
extension Projection {
    /// The numbers that nodes have in all rows below.
    var hubFirstNumbering: HubFirstNumbering {
        derived.value { HubFirstNumbering(outgoing, and: isDirected ? incoming : nil) }
    }

    /// The arcs that leave each node, parallel ones as often as the projection has them.
    var hubFirstOutgoing: HubFirstOrder {
        derived.value(OutgoingRows.self) {
            OutgoingRows(order: HubFirstOrder(hubFirstNumbering, outgoing, reversed: incoming))
        }.order
    }

    /// The arcs that reach each node, parallel ones as often as the projection has them.
    var hubFirstIncoming: HubFirstOrder {
        guard isDirected else { return hubFirstOutgoing }
        return derived.value(IncomingRows.self) {
            IncomingRows(order: HubFirstOrder(hubFirstNumbering, incoming, reversed: outgoing))
        }.order
    }

    /// The successors of each node, everyone once, itself too if there is a loop.
    var hubFirstSuccessors: HubFirstOrder {
        guard recipe.parallelEdges == .kept else { return hubFirstOutgoing }
        return derived.value(SuccessorRows.self) {
            let order = hubFirstOutgoing
            return SuccessorRows(
                order: HubFirstOrder(
                    order.numbering,
                    numbered: CompressedRows(mergingSorted: order.rows, and: nil, keepingLoops: true)))
        }.order
    }

    /// The predecessors of each node, everyone once, itself too if there is a loop.
    var hubFirstPredecessors: HubFirstOrder {
        guard isDirected else { return hubFirstSuccessors }
        guard recipe.parallelEdges == .kept else { return hubFirstIncoming }
        return derived.value(PredecessorRows.self) {
            let order = hubFirstIncoming
            return PredecessorRows(
                order: HubFirstOrder(
                    order.numbering,
                    numbered: CompressedRows(mergingSorted: order.rows, and: nil, keepingLoops: true)))
        }.order
    }

    /// The underlying simple graph: without directions, without loops, every neighbour once.
    var hubFirstNeighbours: HubFirstOrder {
        derived.value(NeighbourRows.self) {
            let order = hubFirstSuccessors
            return NeighbourRows(
                order: HubFirstOrder(
                    order.numbering,
                    numbered: CompressedRows(
                        mergingSorted: order.rows, and: isDirected ? hubFirstPredecessors.rows : nil,
                        keepingLoops: false)))
        }.order
    }
}

// A derived value is found by its type: one for each meaning.
private struct OutgoingRows: Sendable { let order: HubFirstOrder }
private struct IncomingRows: Sendable { let order: HubFirstOrder }
private struct SuccessorRows: Sendable { let order: HubFirstOrder }
private struct PredecessorRows: Sendable { let order: HubFirstOrder }
private struct NeighbourRows: Sendable { let order: HubFirstOrder }

extension CompressedRows {
    /// The union of rows that are in ascending order, every neighbour once.
    ///
    /// - Complexity: linear in nodes and arcs.
    init(mergingSorted first: CompressedRows, and second: CompressedRows?, keepingLoops: Bool) {
        let nodeCount = first.nodeCount
        let capacity = first.arcCount + (second?.arcCount ?? 0)
        var offsets = [Int](repeating: 0, count: nodeCount + 1)
        let merged = [UInt32](unsafeUninitializedCapacity: capacity) { merged, used in
            first.withUnsafeRows { first in
                (second ?? CompressedRows(offsets: [0], neighbours: [])).withUnsafeRows { second in
                    for node in 0..<nodeCount {
                        let start = used
                        var (left, right) = (first.row(node), second.nodeCount > 0 ? second.row(node) : 0..<0)
                        while true {
                            let neighbour: UInt32
                            if left.isEmpty {
                                guard !right.isEmpty else { break }
                                neighbour = second.neighbours[right.lowerBound]
                                right = (right.lowerBound &+ 1)..<right.upperBound
                            } else if right.isEmpty
                                || first.neighbours[left.lowerBound] <= second.neighbours[right.lowerBound]
                            {
                                neighbour = first.neighbours[left.lowerBound]
                                left = (left.lowerBound &+ 1)..<left.upperBound
                            } else {
                                neighbour = second.neighbours[right.lowerBound]
                                right = (right.lowerBound &+ 1)..<right.upperBound
                            }
                            if !keepingLoops && Int(neighbour) == node { continue }
                            if used > start && merged[used &- 1] == neighbour { continue }
                            merged[used] = neighbour
                            used &+= 1
                        }
                        offsets[node &+ 1] = used
                    }
                }
            }
        }
        // Nothing is gone and nothing has come: no second array is needed.
        self =
            second == nil && merged.count == first.arcCount
            ? first : CompressedRows(offsets: offsets, neighbours: merged)
    }
}
