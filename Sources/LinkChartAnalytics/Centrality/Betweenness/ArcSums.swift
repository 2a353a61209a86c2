internal import LinkChartModel

/// The dependencies of all sources on all arcs, where every arc costs the same.
struct ArcSums {
    /// By arc of the rows.
    private(set) var arcs: [Double]

    /// What a piece of work costs at least, in arcs and nodes looked at: some milliseconds.
    private static let leastWork = 1 << 20

    /// - Parameters:
    ///   - outgoing: no loops, every neighbour once.
    ///   - isDirected: whether the arcs the other way round are others.
    ///   - execution: how to run.
    /// - Complexity: O(*n* (*n* + *m*)) time, O(*n* + *m*) memory a thread.
    init(_ outgoing: CompressedRows, isDirected: Bool, _ execution: Execution) throws(AnalysisError) {
        let count = outgoing.nodeCount
        let sources = Self.likeSources(outgoing)
        let incoming = isDirected ? outgoing.transposed() : outgoing
        let lanes = BrandesLanes.laneCount
        let size = max(Self.leastWork / (count + outgoing.arcCount + 1) / lanes, 1) * lanes
        arcs = [Double](repeating: 0, count: outgoing.arcCount)
        guard !arcs.isEmpty else { return }
        try arcs.withUnsafeMutableBufferPointer { totals throws(AnalysisError) in
            try WorkQueue.run(blocks: (count + size - 1) / size, execution) { queue in
                let worker = Worker(outgoing, incoming)
                while let piece = queue.take() {
                    worker.work(sources[(piece * size)..<min(piece * size + size, count)])
                    queue.commit(piece) {
                        for arc in worker.sums.indices {
                            totals[arc] += worker.sums[arc]
                            worker.sums[arc] = 0
                        }
                    }
                }
            }
        }
    }

    /// The nodes in an order in which the searches of those that follow each other are alike: breadth first.
    private static func likeSources(_ rows: CompressedRows) -> [UInt32] {
        var sources: [UInt32] = []
        sources.reserveCapacity(rows.nodeCount)
        var isSeen = [Bool](repeating: false, count: rows.nodeCount)
        for root in 0..<rows.nodeCount where !isSeen[root] {
            var head = sources.count
            sources.append(UInt32(root))
            isSeen[root] = true
            while head < sources.count {
                for neighbour in rows[Int(sources[head])] where !isSeen[Int(neighbour)] {
                    isSeen[Int(neighbour)] = true
                    sources.append(neighbour)
                }
                head += 1
            }
        }
        return sources
    }

    /// What one thread needs.
    private final class Worker {
        private var lanes: BrandesLanes
        private let outgoing: CompressedRows
        private let incoming: CompressedRows
        private lazy var extended = CheapestPathCounter<ExtendedDouble>(DistinctArcs(distinct: outgoing))
        private lazy var unused = [Double](repeating: 0, count: outgoing.nodeCount)
        var sums: [Double]

        init(_ outgoing: CompressedRows, _ incoming: CompressedRows) {
            self.outgoing = outgoing
            self.incoming = incoming
            lanes = BrandesLanes(capacity: outgoing.nodeCount)
            sums = [Double](repeating: 0, count: outgoing.arcCount)
        }

        func work(_ sources: ArraySlice<UInt32>) {
            sources.withUnsafeBufferPointer { sources in
                sums.withUnsafeMutableBufferPointer { sums in
                    guard let sums = sums.baseAddress else { return }
                    for first in stride(from: 0, to: sources.count, by: BrandesLanes.laneCount) {
                        let batch = sources[first..<min(first + BrandesLanes.laneCount, sources.count)]
                        let isCounted = outgoing.withUnsafeRows { outgoing in
                            incoming.withUnsafeRows { incoming in
                                lanes.accumulateArcs(
                                    from: batch, outgoing: outgoing, incoming: incoming, to: sums)
                            }
                        }
                        if !isCounted { workExtended(batch, to: sums) }
                    }
                }
            }
        }

        private func workExtended(
            _ sources: Slice<UnsafeBufferPointer<UInt32>>, to sums: UnsafeMutablePointer<Double>
        ) {
            unused.withUnsafeMutableBufferPointer { unused in
                guard let unused = unused.baseAddress else { return }
                for source in sources {
                    _ = extended.accumulate(from: Int(source), nodeSums: unused, arcSums: sums)
                }
            }
        }
    }
}
