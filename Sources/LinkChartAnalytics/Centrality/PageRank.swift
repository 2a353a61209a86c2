public import LinkChartModel

extension Projection {
    /// PageRank: how often a surfer is at a node who follows a random arc, and jumps to a random node with
    /// probability 1 - `damping`, and always where no arc leaves.
    ///
    /// Parallel arcs count as often as the projection has them. A self-loop of an undirected projection counts
    /// as one arc, as in NetworkX; igraph counts two.
    ///
    /// - Parameters:
    ///   - damping: the probability of following an arc, 0 ..< 1.
    ///   - tolerance: the most that all scores together may differ from the exact ones (L1), and each relative
    ///     to itself.
    ///   - iterationLimit: how many steps to take at most; nil for as many as any graph needs.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: a score for every node; they sum to 1.
    /// - Throws: ``AnalysisError`` if `damping` is outside its range, the limit is too low, or it was stopped.
    /// - Complexity: O(*n* + *m*) a step; a step brings the scores nearer by the factor `damping`, so about 150
    ///   steps at 0.85.
    /// - Source: L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking (Stanford InfoLab,
    ///   1999); A. Langville, C. Meyer, Deeper inside PageRank, Internet Mathematics 1 (2004),
    ///   doi:10.1080/15427951.2004.10129091.
    public func pageRank(
        damping: Double = 0.85, tolerance: Double = 1e-10, iterationLimit: Int? = nil,
        execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        guard damping >= 0, damping < 1 else {
            throw AnalysisError(.badParameter, "a damping of \(damping) is outside 0 ..< 1")
        }
        guard tolerance > 0 else {
            throw AnalysisError(.badParameter, "a tolerance of \(tolerance) is not positive")
        }
        guard nodeCount > 0 else { return NodeScores(.pageRank, of: self, isNormalized: true, []) }
        // A step of size s leaves at most s * damping / (1 - damping) to go, and is at most `damping` times the
        // one before, unless all that is left are rounding errors.
        let step = damping > 0 ? tolerance * (1 - damping) / damping : .infinity
        let limit = iterationLimit ?? Int(100 / (1 - damping)) + 100
        var walk = RandomWalk(self, damping: damping, threads: execution.threads)
        var last = Double.infinity
        for _ in 0..<max(limit, 1) {
            try execution.check()
            let change = walk.advance()
            defer { last = change.total }
            if change.total <= step && change.relative <= step || change.total >= last {
                return NodeScores(.pageRank, of: self, isNormalized: true, walk.normalizedScores)
            }
        }
        throw AnalysisError(
            .notConverged, "PageRank did not settle within \(limit) steps",
            suggestion: "allow more steps or a larger tolerance")
    }
}

/// The distribution of the surfer, step by step: every node pulls from those with an arc to it.
private struct RandomWalk {
    private let incoming: CompressedRows
    private let damping: Double
    /// How many threads work; one where a step is too short to share.
    private let threads: Int?
    /// `damping` over the number of arcs that leave a node; 0 if none does.
    private let shares: [Double]
    private var scores: [Double]
    /// What a node sends along each of its arcs.
    private var sent: [Double]
    private var chunks: [Chunk]

    /// What a block of nodes adds to sums, kept apart so that the order of summing is always the same.
    private struct Chunk {
        var dangling = 0.0
        var change = 0.0
        var relative = 0.0
    }

    private static let chunkSize = 4096

    init(_ projection: Projection, damping: Double, threads: Int?) {
        incoming = projection.incoming
        self.damping = damping
        let count = projection.nodeCount
        self.threads = projection.arcCount + count < 100_000 ? 1 : threads
        shares = (0..<count).map { node in
            let arcs = projection.outgoing.count(node)
            return arcs == 0 ? 0 : damping / Double(arcs)
        }
        scores = [Double](repeating: 1 / Double(count), count: count)
        sent = [Double](repeating: 0, count: count)
        chunks = [Chunk](repeating: Chunk(), count: (count + Self.chunkSize - 1) / Self.chunkSize)
    }

    /// The scores, rid of what rounding added to their sum.
    var normalizedScores: [Double] {
        let sum = scores.reduce(0, +)
        return scores.map { $0 / sum }
    }

    /// Takes a step.
    ///
    /// - Returns: how much all scores changed, and how much one did at most relative to itself.
    mutating func advance() -> (total: Double, relative: Double) {
        let (count, size) = (scores.count, Self.chunkSize)
        let (threads, damping) = (threads, damping)
        incoming.withUnsafeRows { rows in
            shares.withUnsafeBufferPointer { shares in
                scores.withUnsafeMutableBufferPointer { scores in
                    sent.withUnsafeMutableBufferPointer { sent in
                        chunks.withUnsafeMutableBufferPointer { chunks in
                            WorkQueue.run(blocks: chunks.count, threads: threads) { queue in
                                while let chunk = queue.take() {
                                    var dangling = 0.0
                                    for node in (chunk * size)..<min((chunk + 1) * size, count) {
                                        let share = shares[node]
                                        sent[node] = scores[node] * share
                                        if share == 0 { dangling += scores[node] }
                                    }
                                    chunks[chunk].dangling = dangling
                                }
                            }
                            let dangling = chunks.reduce(0) { $0 + $1.dangling }
                            let base = (1 - damping + damping * dangling) / Double(count)
                            WorkQueue.run(blocks: chunks.count, threads: threads) { queue in
                                while let chunk = queue.take() {
                                    var change = 0.0
                                    var relative = 0.0
                                    for node in (chunk * size)..<min((chunk + 1) * size, count) {
                                        var sum = 0.0
                                        for arc in rows.row(node) { sum += sent[Int(rows.neighbours[arc])] }
                                        let score = base + sum
                                        let difference = abs(score - scores[node])
                                        scores[node] = score
                                        change += difference
                                        relative = max(relative, difference / score)
                                    }
                                    chunks[chunk].change = change
                                    chunks[chunk].relative = relative
                                }
                            }
                        }
                    }
                }
            }
        }
        return chunks.reduce((0, 0)) { ($0.0 + $1.change, max($0.1, $1.relative)) }
    }
}
