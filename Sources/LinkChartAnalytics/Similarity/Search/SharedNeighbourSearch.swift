internal import LinkChartModel
internal import Synchronization

/// Answers what is asked about shared neighbours.
struct SharedNeighbourSearch<Measure: SharedNeighbourMeasure>: Sendable {
    private let measure: Measure
    private let projection: Projection
    private let order: HubFirstOrder
    /// What every node counts as a shared neighbour.
    private let weights: [Double]

    /// - Throws: ``AnalysisError`` `badParameter` if the measure gives a neighbour a weight that is not positive: sums
    ///   that stay 0 would not tell who was met before.
    init(_ measure: Measure, _ projection: Projection) throws(AnalysisError) {
        self.measure = measure
        self.projection = projection
        order = projection.degreeOrderedNeighbours
        let rows = order.rows
        weights = (0..<rows.nodeCount).map { measure.weight(ofDegree: rows.count($0)) }
        for (node, weight) in weights.enumerated() {
            let isShared = rows.count(node) > 1
            guard weight >= 0, weight < .infinity, weight > 0 || !isShared else {
                throw AnalysisError(
                    .badParameter,
                    "\(measure.name) counts a neighbour of \(rows.count(node)) links as \(weight): it must be finite "
                        + (isShared ? "and above 0" : "and not negative"))
            }
        }
    }

    func scores(of pairs: [NodePair], _ execution: Execution) throws(AnalysisError) -> PairScores {
        var places: [(Int, Int)] = []
        places.reserveCapacity(pairs.count)
        for pair in pairs {
            let (first, second) = try PairCandidates.positions(of: pair, in: projection)
            places.append((Int(order.newNumbers[first]), Int(order.newNumbers[second])))
        }
        let size = 2048
        var values = [Double](repeating: 0, count: pairs.count)
        try values.withUnsafeMutableBufferPointer { values throws(AnalysisError) in
            // Each block writes to places of its own.
            nonisolated(unsafe) let values = values
            try WorkQueue.run(blocks: (pairs.count + size - 1) / size, execution) { queue in
                order.rows.withUnsafeRows { rows in
                    weights.withUnsafeBufferPointer { weights in
                        while let block = queue.take() {
                            for place in (block * size)..<min((block + 1) * size, places.count) {
                                let (first, second) = places[place]
                                values[place] = measure.score(
                                    shared: rows.sharedWeight(first, second, weights), rows.count(first),
                                    rows.count(second))
                            }
                        }
                    }
                }
            }
        }
        return PairScores(
            of: projection, measure.name,
            zip(pairs, values).map { ScoredPair(first: $0.first, second: $0.second, score: $1) })
    }

    func mostSimilar(
        to node: NodeIndex, top count: Int, _ execution: Execution
    ) throws(AnalysisError) -> PairScores {
        try PairCandidates.check(count)
        let position = try PairCandidates.position(of: node, in: projection)
        try execution.check()
        var selection = PairSelection(limit: count)
        order.rows.withUnsafeRows { rows in
            weights.withUnsafeBufferPointer { weights in
                let source = Int(order.newNumbers[position])
                var search = SharedNeighbourSums(rows: rows, weights: weights)
                search.sum(around: source)
                for place in 0..<search.found {
                    let other = Int(search.nodes[place])
                    let score = measure.score(
                        shared: search.sums[other], rows.count(source), rows.count(other))
                    guard score > 0 else { continue }
                    selection.offer(
                        PairCandidate(
                            score: score, first: UInt32(position), second: order.oldNumbers[other]))
                }
            }
        }
        return selection.scores(of: projection, by: measure.name)
    }

    func missingLinks(top count: Int, _ execution: Execution) throws(AnalysisError) -> PairScores {
        try PairCandidates.check(count)
        let sources = sources
        let ceilings = ceilings
        let best = Mutex(PairSelection(limit: count))
        let threshold = SharedThreshold()
        let size = max(sources.count >> 16, 16)
        let blocks = count > 0 ? (sources.count + size - 1) / size : 0
        try WorkQueue.run(blocks: blocks, execution) { queue in
            order.rows.withUnsafeRows { rows in
                weights.withUnsafeBufferPointer { weights in
                    var search = MissingLinkSearch(
                        measure, SharedNeighbourSums(rows: rows, weights: weights), ceilings: ceilings,
                        oldNumbers: order.oldNumbers, limit: count, threshold: threshold)
                    while let block = queue.take() {
                        for place in (block * size)..<min((block + 1) * size, sources.count) {
                            search.search(from: Int(sources[place]))
                            if search.isLookDue, queue.isStopped { break }
                        }
                    }
                    let found = search.selection
                    best.withLock { $0.offer(allOf: found) }
                }
            }
        }
        return best.withLock { $0 }.scores(of: projection, by: measure.name)
    }

    /// The most that a node, or one after it, can share with anybody.
    private var ceilings: [Double] {
        var ceilings = [Double](repeating: 0, count: order.rows.nodeCount)
        var largest = 0.0
        for node in ceilings.indices.reversed() {
            // In the order in which shares are summed, so that rounding does not make one of them greater.
            largest = max(largest, order.rows[node].reduce(0.0) { $0 + weights[Int($1)] })
            ceilings[node] = largest
        }
        return ceilings
    }

    /// The nodes that have neighbours, those first whose pairs are likely the best; of equally many neighbours in
    /// their order.
    private var sources: [UInt32] {
        let rows = order.rows
        var end = rows.nodeCount
        while end > 0, rows.count(end - 1) == 0 { end -= 1 }
        guard measure.startsWithFewLinks else { return (0..<end).map { UInt32($0) } }
        var sources: [UInt32] = []
        sources.reserveCapacity(end)
        while end > 0 {
            var start = end - 1
            while start > 0, rows.count(start - 1) == rows.count(start) { start -= 1 }
            for node in start..<end { sources.append(UInt32(node)) }
            end = start
        }
        return sources
    }
}

/// A score below which no pair is among the best, as far as any thread knows.
final class SharedThreshold: Sendable {
    private let bits = Atomic<UInt64>(0)

    /// Scores are not negative, so that they are in the order of their bits.
    var score: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    func raise(to score: Double) { _ = bits.max(score.bitPattern, ordering: .relaxed) }
}
