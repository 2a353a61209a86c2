internal import LinkChartModel
internal import Synchronization

/// The distances between every node and all others, added up: what closeness, harmonic centrality, eccentricity
/// and the average path length are made of.
struct DistanceTotals: Sendable {
    /// By node of the projection.
    let sums: [DistanceSums]
    /// How many ordered pairs of nodes there are at each distance; of distance 0 none is counted.
    let pairs: [UInt64]

    /// Searches from every node.
    ///
    /// - Parameters:
    ///   - forward: the arcs along which to search; a node's sums are over the nodes that reach it.
    ///   - backward: the same arcs from their other ends; nil if they are the same.
    ///   - execution: how to run.
    init(
        along forward: CompressedRows, _ backward: CompressedRows?, _ execution: Execution
    ) throws(AnalysisError) {
        let order = ComponentOrder(forward, backward)
        let count = forward.nodeCount
        let total = Mutex<(sums: [DistanceSums], pairs: [UInt64])>(([], []))
        let width = LaneSet.laneCount
        try order.forward.withUnsafeRows { forward throws(AnalysisError) in
            try (order.backward ?? order.forward).withUnsafeRows { backward throws(AnalysisError) in
                try order.sources.withUnsafeBufferPointer { sources throws(AnalysisError) in
                    try WorkQueue.run(blocks: (count + width - 1) / width, execution) { queue in
                        var search = MultiSourceSearch(forward: forward, backward: backward)
                        while let block = queue.take() {
                            let batch = (block * width)..<min((block + 1) * width, count)
                            let range =
                                Int(order.starts[batch.lowerBound])..<Int(order.ends[batch.upperBound - 1])
                            search.search(
                                from: UnsafeBufferPointer(rebasing: sources[batch]), in: range,
                                isStopped: { queue.isStopped })
                        }
                        total.withLock { total in
                            if total.sums.isEmpty {
                                total.sums = [DistanceSums](repeating: DistanceSums(), count: count)
                            }
                            for node in 0..<count { total.sums[node] += search.sums[node] }
                            for (distance, pairs) in search.pairs.enumerated() {
                                if distance == total.pairs.count { total.pairs.append(0) }
                                total.pairs[distance] += pairs
                            }
                        }
                    }
                }
            }
        }
        let (sums, pairs) = total.withLock { $0 }
        var restored = sums
        for (place, node) in order.oldNumbers.enumerated() { restored[Int(node)] = sums[place] }
        self.sums = restored
        self.pairs = pairs
    }
}

/// Over the nodes that reach a node.
private struct IncomingTotals: Sendable { let totals: DistanceTotals }

/// Over the nodes that a node reaches.
private struct OutgoingTotals: Sendable { let totals: DistanceTotals }

extension Projection {
    /// The distances to every node from all that reach it, worked out once.
    func incomingTotals(_ execution: Execution) throws(AnalysisError) -> DistanceTotals {
        try execution.check()
        return try derived.value { () throws(AnalysisError) in
            IncomingTotals(
                totals: try DistanceTotals(
                    along: distinctOutgoing, isDirected ? distinctIncoming : nil, execution))
        }.totals
    }

    /// The distances from every node to all that it reaches, worked out once.
    func outgoingTotals(_ execution: Execution) throws(AnalysisError) -> DistanceTotals {
        guard isDirected else { return try incomingTotals(execution) }
        try execution.check()
        return try derived.value { () throws(AnalysisError) in
            OutgoingTotals(
                totals: try DistanceTotals(along: distinctIncoming, distinctOutgoing, execution))
        }.totals
    }
}
