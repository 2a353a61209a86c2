public import LinkChartModel

/// Betweenness estimated from a few sources, as a value; see
/// ``LinkChartModel/Projection/sampledBetweenness(pivots:seed:normalized:execution:)``.
public struct PivotBetweenness: CentralityAlgorithm, Hashable {
    /// From how many nodes to search; all if there are fewer.
    public var pivots: Int
    /// The seed by which they are chosen.
    public var seed: UInt64
    /// Whether to divide by the number of pairs of other nodes.
    public var normalized: Bool

    /// Betweenness estimated from a few sources.
    ///
    /// - Parameters:
    ///   - pivots: from how many nodes to search; all if there are fewer.
    ///   - seed: the seed by which they are chosen.
    ///   - normalized: whether to divide by the number of pairs of other nodes.
    public init(_ pivots: Int, seed: UInt64 = 0, normalized: Bool = false) {
        self.pivots = pivots
        self.seed = seed
        self.normalized = normalized
    }

    public var measure: CentralityMeasure { .betweenness }

    public func scores(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> NodeScores {
        guard pivots > 0 else {
            throw AnalysisError(.badParameter, "betweenness can't be estimated from \(pivots) nodes")
        }
        let count = projection.nodeCount
        let sources = min(pivots, count)
        var random = RandomNumbers(seed: seed)
        let chosen = random.choose(sources, of: count).map { projection.hubFirstNumbering.newNumbers[$0] }
        var values = try PivotSums(projection, chosen, execution).values
        // What a pivot sees stands for what as many nodes see as there are nodes to a pivot.
        let pairs = projection.pairsOfOthers
        let share = Double(count) / Double(max(sources, 1))
        let scale = normalized ? (pairs > 0 ? share / pairs : 0) : share * (projection.isDirected ? 1 : 0.5)
        for node in values.indices { values[node] *= scale }
        return NodeScores(
            .betweenness, of: projection, isNormalized: normalized,
            projection.hubFirstNumbering.restored(values),
            sampling: sources == count
                ? nil
                : Sampling(
                    unit: .sources, samples: sources, seed: seed, epsilon: nil, delta: nil, top: nil))
    }
}

/// The dependencies of some sources on all nodes, by numbers hub first.
private struct PivotSums {
    private(set) var values: [Double]

    init(
        _ projection: Projection, _ sources: [UInt32], _ execution: Execution
    ) throws(AnalysisError) {
        let count = projection.nodeCount
        let outgoing = projection.hubFirstSuccessors.rows
        let incoming = projection.hubFirstPredecessors.rows
        let batches = (sources.count + BrandesLanes.laneCount - 1) / BrandesLanes.laneCount
        values = [Double](repeating: 0, count: count)
        try values.withUnsafeMutableBufferPointer { totals throws(AnalysisError) in
            try WorkQueue.run(blocks: batches, execution) { queue in
                let worker = Worker(outgoing, incoming)
                while let batch = queue.take() {
                    let first = batch * BrandesLanes.laneCount
                    worker.work(
                        sources[first..<min(first + BrandesLanes.laneCount, sources.count)])
                    queue.commit(batch) {
                        for node in 0..<count {
                            totals[node] += worker.sums[node]
                            worker.sums[node] = 0
                        }
                    }
                }
            }
        }
    }

    /// What one thread needs.
    private final class Worker {
        private var lanes: BrandesLanes
        private let outgoing: CompressedRows
        private let incoming: CompressedRows
        private lazy var extended = BrandesExtended(capacity: outgoing.nodeCount)
        private let ones: [Double]
        var sums: [Double]

        init(_ outgoing: CompressedRows, _ incoming: CompressedRows) {
            self.outgoing = outgoing
            self.incoming = incoming
            lanes = BrandesLanes(capacity: outgoing.nodeCount)
            ones = [Double](repeating: 1, count: outgoing.nodeCount)
            sums = [Double](repeating: 0, count: outgoing.nodeCount)
        }

        func work(_ sources: ArraySlice<UInt32>) {
            sources.withUnsafeBufferPointer { sources in
                ones.withUnsafeBufferPointer { ones in
                    sums.withUnsafeMutableBufferPointer { sums in
                        outgoing.withUnsafeRows { outgoing in
                            incoming.withUnsafeRows { incoming in
                                guard let sums = sums.baseAddress, let ones = ones.baseAddress else { return }
                                let isCounted = lanes.accumulate(
                                    from: sources[...], outgoing: outgoing, incoming: incoming,
                                    sourceWeights: ones, targetWeights: ones, to: sums)
                                guard !isCounted else { return }
                                for source in sources {
                                    extended.accumulate(
                                        from: Int(source), outgoing: outgoing, sourceWeight: 1,
                                        targetWeights: ones, to: sums)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Projection {
    /// Betweenness estimated from the shortest paths of a few nodes chosen at random, the pivots, to all others.
    ///
    /// It takes as long as it takes to search from the pivots, and there is no bound on the error: what a pivot sees
    /// counts as often as there are nodes to a pivot. For a bound on the error see
    /// ``sampledBetweenness(epsilon:delta:top:seed:normalized:execution:)``.
    ///
    /// - Parameters:
    ///   - pivots: from how many nodes to search; if there are no more nodes than that, the scores are exact.
    ///   - seed: the seed by which they are chosen.
    ///   - normalized: whether to divide by the number of pairs of other nodes.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node.
    /// - Throws: ``AnalysisError`` `badParameter` if there are no pivots, `cancelled` if it was stopped.
    /// - Complexity: O(*k* (*n* + *m*)) for *k* pivots, eight of which are searched from at once.
    /// - Source: U. Brandes, C. Pich, Centrality estimation in large networks, International Journal of Bifurcation
    ///   and Chaos 17 (2007), doi:10.1142/S0218127407018403.
    public func sampledBetweenness(
        pivots: Int, seed: UInt64 = 0, normalized: Bool = false, execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        try PivotBetweenness(pivots, seed: seed, normalized: normalized).scores(of: self, execution)
    }
}
