public import LinkChartModel
internal import Synchronization

/// SimRank: two nodes are alike as far as those who link to them are alike.
///
/// A node is like itself by 1; two nodes are alike by ``decay`` times the mean likeness of those who link to the one
/// and those who link to the other; 0 where nobody links to one of them. Directions and loops count, parallel edges
/// do not; without directions all neighbours link to a node.
///
/// It keeps two numbers for every pair of nodes, so a graph may have at most ``nodeLimit`` nodes.
///
/// - Complexity: O(*n* *m*) for each of at most log(``tolerance``) / log(``decay``) iterations.
/// - Source: G. Jeh, J. Widom, SimRank: a measure of structural-context similarity, KDD 2002,
///   doi:10.1145/775047.775126; partial sums and the bound on iterations: D. Lizorkin et al., Accuracy estimate and
///   optimization techniques for SimRank computation, VLDB 2008, doi:10.14778/1453856.1453904.
public struct SimRank: LinkPredictor, Hashable {
    /// How much less alike two nodes are than those who link to them, 0 ..< 1.
    public var decay: Double
    /// How far a score may be from the exact one.
    public var tolerance: Double

    /// How many nodes a graph may have: their scores take 4 GiB.
    public static let nodeLimit = 16_384

    /// A measure.
    ///
    /// - Parameters:
    ///   - decay: how much less alike two nodes are than those who link to them, 0 ..< 1.
    ///   - tolerance: how far a score may be from the exact one; positive.
    public init(decay: Double = 0.8, tolerance: Double = 1e-4) {
        self.decay = decay
        self.tolerance = tolerance
    }

    public var name: String { "simRank" }

    public func scores(
        of pairs: [NodePair], in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores {
        for pair in pairs { _ = try PairCandidates.positions(of: pair, in: projection) }
        let values = try scorer(in: projection, execution)(pairs, execution.silent)
        return PairScores(
            of: projection, name,
            zip(pairs, values).map { ScoredPair(first: $0.first, second: $0.second, score: $1) })
    }

    /// Computes the scores of all pairs, and looks them up.
    public func scorer(in projection: Projection, _ execution: Execution) throws(AnalysisError) -> PairScorer
    {
        let table = try table(of: projection, execution)
        return { pairs, _ throws(AnalysisError) in try table.scores(of: pairs, in: projection) }
    }

    /// The nodes most like one, of all whom the measure finds alike at all.
    public func mostSimilar(
        to node: NodeIndex, top count: Int, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores {
        try PairCandidates.check(count)
        let source = try PairCandidates.position(of: node, in: projection)
        let table = try table(of: projection, execution)
        var selection = PairSelection(limit: count)
        for other in 0..<table.count where other != source && table[source, other] > 0 {
            selection.offer(
                PairCandidate(
                    score: table[source, other], first: UInt32(source), second: UInt32(other)))
        }
        return selection.scores(of: projection, by: name)
    }

    /// The links most likely missing; nearly all of the work, and so of the progress, is in the scores.
    public func missingLinks(
        top count: Int, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores {
        try PairCandidates.check(count)
        let score = try scorer(in: projection, execution)
        return try PairCandidates.missingLinks(
            top: count, in: projection, by: name, execution.silent
        ) { pairs throws(AnalysisError) in try score(pairs, execution.silent) }
    }
}

extension LinkPredictor where Self == SimRank {
    /// How alike those are who link to two nodes.
    public static var simRank: Self { Self() }
}

/// SimRank of all pairs.
private struct SimRankTable: Sendable {
    let count: Int
    let values: [Double]

    subscript(_ first: Int, _ second: Int) -> Double { values[first * count + second] }

    func scores(of pairs: [NodePair], in projection: Projection) throws(AnalysisError) -> [Double] {
        var scores: [Double] = []
        scores.reserveCapacity(pairs.count)
        for pair in pairs {
            let (first, second) = try PairCandidates.positions(of: pair, in: projection)
            scores.append(self[first, second])
        }
        return scores
    }
}

extension SimRank {
    private func table(
        of projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> SimRankTable {
        guard decay >= 0 && decay < 1 else {
            throw AnalysisError(.badParameter, "the decay \(decay) of SimRank is not in 0 ..< 1")
        }
        guard tolerance > 0 else {
            throw AnalysisError(.badParameter, "the tolerance \(tolerance) of SimRank is not positive")
        }
        let count = projection.nodeCount
        guard count <= Self.nodeLimit else {
            throw AnalysisError(
                .badParameter,
                "SimRank keeps a number for every pair of nodes: \(count) nodes are more than \(Self.nodeLimit)",
                suggestion: "keep to a part of the graph, or use a measure of shared neighbours")
        }
        let rows = projection.distinctIncoming
        var old = [Double](repeating: 0, count: count * count)
        for node in 0..<count { old[node * count + node] = 1 }
        var new = old
        // What an iteration changes is decayed in each later one; what is left after this many cannot matter.
        var left = 1.0
        var change = 1.0
        while change * decay > tolerance * (1 - decay) && left > tolerance {
            left *= decay
            change = try iterate(rows, old, &new, execution.silent)
            swap(&old, &new)
            execution.progress?(min(max((1 - left) / (1 - tolerance), 0), 1))
        }
        execution.progress?(1)
        return SimRankTable(count: count, values: old)
    }

    /// One iteration; returns the largest change.
    private func iterate(
        _ rows: CompressedRows, _ old: [Double], _ new: inout [Double], _ execution: Execution
    ) throws(AnalysisError) -> Double {
        let count = rows.nodeCount
        let largest = Mutex(0.0)
        try new.withUnsafeMutableBufferPointer { new throws(AnalysisError) in
            // The rows of a block, and what mirrors them, belong to the block alone.
            nonisolated(unsafe) let new = new
            try WorkQueue.run(blocks: count, execution) { queue in
                var change = 0.0
                let partial = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
                defer { partial.deallocate() }
                old.withUnsafeBufferPointer { old in
                    rows.withUnsafeRows { rows in
                        while let node = queue.take() {
                            change = max(change, iterate(node, rows, old, new, partial))
                        }
                    }
                }
                largest.withLock { $0 = max($0, change) }
            }
        }
        return largest.withLock { $0 }
    }

    /// The scores of one node with all before it; returns the largest change.
    @inline(__always)
    private func iterate(
        _ node: Int, _ rows: UnsafeRows, _ old: UnsafeBufferPointer<Double>,
        _ new: UnsafeMutableBufferPointer<Double>, _ partial: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        let count = rows.nodeCount
        guard rows.count(node) > 0, node > 0 else { return 0 }
        partial.initialize(repeating: 0)
        for arc in rows.row(node) {
            let start = Int(rows.neighbours[arc]) &* count
            var other = 0
            while other < count {
                partial[other] += old[start &+ other]
                other &+= 1
            }
        }
        var change = 0.0
        for other in 0..<node where rows.count(other) > 0 {
            var sum = 0.0
            for arc in rows.row(other) { sum += partial[Int(rows.neighbours[arc])] }
            let value = decay * sum / (Double(rows.count(node)) * Double(rows.count(other)))
            change = max(change, abs(value - old[node &* count &+ other]))
            new[node &* count &+ other] = value
            new[other &* count &+ node] = value
        }
        return change
    }
}
