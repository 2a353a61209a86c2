internal import LinkChartModel

/// The dependencies of all sources on all nodes, and on all arcs if wanted, where arcs may have costs.
struct CheapestPathSums {
    private(set) var nodes: [Double]
    /// By arc of the rows; empty if not wanted.
    private(set) var arcs: [Double]

    /// What a piece of work costs at least, in arcs and nodes looked at: some milliseconds.
    private static let leastWork = 1 << 18

    /// - Complexity: O(*n* (*n* + *m*) log *n*) time, O(*n* + *m*) memory a thread.
    init(_ distinct: DistinctArcs, countingArcs: Bool, _ execution: Execution) throws(AnalysisError) {
        let count = distinct.rows.nodeCount
        let arcCount = countingArcs ? distinct.rows.arcCount : 0
        nodes = [Double](repeating: 0, count: count)
        arcs = [Double](repeating: 0, count: arcCount)
        let size = max(Self.leastWork / (count + distinct.rows.arcCount + 1), 4)
        try nodes.withUnsafeMutableBufferPointer { nodes throws(AnalysisError) in
            try arcs.withUnsafeMutableBufferPointer { arcs throws(AnalysisError) in
                try WorkQueue.run(blocks: (count + size - 1) / size, execution) { queue in
                    let worker = CheapestPathWorker(distinct, arcCount: arcCount)
                    while let piece = queue.take() {
                        worker.work((piece * size)..<min(piece * size + size, count))
                        queue.commit(piece) { worker.deliver(to: nodes, arcs) }
                    }
                }
            }
        }
    }
}

/// What one thread needs.
private final class CheapestPathWorker {
    private let distinct: DistinctArcs
    private let fast: CheapestPathCounter<Double>
    private lazy var extended = CheapestPathCounter<ExtendedDouble>(distinct)
    private var nodes: [Double]
    private var arcs: [Double]

    init(_ distinct: DistinctArcs, arcCount: Int) {
        self.distinct = distinct
        fast = CheapestPathCounter(distinct)
        nodes = [Double](repeating: 0, count: distinct.rows.nodeCount)
        arcs = [Double](repeating: 0, count: arcCount)
    }

    func work(_ sources: Range<Int>) {
        nodes.withUnsafeMutableBufferPointer { nodes in
            arcs.withUnsafeMutableBufferPointer { arcs in
                guard let nodes = nodes.baseAddress else { return }
                let arcs = arcs.isEmpty ? nil : arcs.baseAddress
                for source in sources
                where !fast.accumulate(from: source, nodeSums: nodes, arcSums: arcs) {
                    _ = extended.accumulate(from: source, nodeSums: nodes, arcSums: arcs)
                }
            }
        }
    }

    /// Adds what was counted since the last time.
    func deliver(
        to nodeTotals: UnsafeMutableBufferPointer<Double>, _ arcTotals: UnsafeMutableBufferPointer<Double>
    ) {
        for node in nodes.indices {
            nodeTotals[node] += nodes[node]
            nodes[node] = 0
        }
        for arc in arcs.indices {
            arcTotals[arc] += arcs[arc]
            arcs[arc] = 0
        }
    }
}
