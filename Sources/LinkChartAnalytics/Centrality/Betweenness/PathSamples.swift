internal import LinkChartModel

/// How often each node is within a random shortest path, counted sample by sample.
///
/// Every sample has random numbers of its own and counts are whole numbers, so the counts are the same for any number
/// of threads.
struct PathSamples {
    private let numbering: HubFirstNumbering
    private let outgoing: CompressedRows
    private let incoming: CompressedRows
    private let seed: UInt64

    /// How many samples one thread takes at once: fewer of a large graph, so that a stop is soon.
    private var batch: Int { max(1, min(64, (1 << 20) / (outgoing.nodeCount + outgoing.arcCount + 1))) }

    init(_ projection: Projection, seed: UInt64) {
        numbering = projection.hubFirstNumbering
        outgoing = projection.hubFirstSuccessors.rows
        incoming = projection.hubFirstPredecessors.rows
        self.seed = seed
    }

    /// Values by the numbers used here, put in the order of the projection.
    func restored(_ values: [Double]) -> [Double] { numbering.restored(values) }

    /// Adds the counts of some samples.
    func count(
        _ samples: Range<Int>, into counts: inout [Int], _ execution: Execution
    ) throws(AnalysisError) {
        let batch = batch
        let blocks = (samples.count + batch - 1) / batch
        try counts.withUnsafeMutableBufferPointer { counts throws(AnalysisError) in
            try outgoing.withUnsafeRows { outgoing throws(AnalysisError) in
                try incoming.withUnsafeRows { incoming throws(AnalysisError) in
                    try WorkQueue.run(blocks: blocks, execution) { queue in
                        let worker = Worker(outgoing, incoming, seed: seed)
                        while let block = queue.take() {
                            let first = samples.lowerBound + block * batch
                            worker.take(first..<min(first + batch, samples.upperBound))
                            queue.commit(block) { for node in worker.visited { counts[Int(node)] += 1 } }
                        }
                    }
                }
            }
        }
    }

    /// What one thread needs.
    private final class Worker {
        private let outgoing: UnsafeRows
        private let incoming: UnsafeRows
        private let seed: UInt64
        private let fast: PathSampler<Double>
        private lazy var extended = PathSampler<ExtendedDouble>(nodeCount: outgoing.nodeCount)
        private(set) var visited: [UInt32] = []

        init(_ outgoing: UnsafeRows, _ incoming: UnsafeRows, seed: UInt64) {
            self.outgoing = outgoing
            self.incoming = incoming
            self.seed = seed
            fast = PathSampler(nodeCount: outgoing.nodeCount)
        }

        func take(_ samples: Range<Int>) {
            visited.removeAll(keepingCapacity: true)
            for sample in samples {
                var random = RandomNumbers(seed: seed, sample: sample)
                let source = random.below(outgoing.nodeCount)
                var target = random.below(outgoing.nodeCount - 1)
                if target >= source { target += 1 }
                let isDrawn = fast.sample(
                    from: source, to: target, outgoing, incoming, &random, addingTo: &visited)
                if isDrawn { continue }
                _ = extended.sample(
                    from: source, to: target, outgoing, incoming, &random, addingTo: &visited)
            }
        }
    }
}
