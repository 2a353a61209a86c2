internal import LinkChartModel

/// Pairs worth scoring: those that share a neighbour. Also what all questions about pairs check.
enum PairCandidates {
    /// Scores pairs.
    typealias Scoring = ([NodePair]) throws(AnalysisError) -> [Double]

    /// How many pairs are scored at a time.
    private static let batch = 1 << 16

    static func check(_ count: Int) throws(AnalysisError) {
        guard count >= 0 else {
            throw AnalysisError(.badParameter, "the best \(count) pairs: the number must not be negative")
        }
    }

    static func position(
        of node: NodeIndex, in projection: Projection
    ) throws(AnalysisError) -> Int {
        guard let position = projection.position(of: node) else {
            throw AnalysisError(.unknownNode, "node \(node.position) is not in the projection")
        }
        return position
    }

    static func positions(
        of pair: NodePair, in projection: Projection
    ) throws(AnalysisError) -> (Int, Int) {
        (try position(of: pair.first, in: projection), try position(of: pair.second, in: projection))
    }

    /// The best by any measure of the nodes that share a neighbour with one.
    static func mostSimilar(
        to node: NodeIndex, top count: Int, in projection: Projection, by name: String,
        _ execution: Execution, _ score: Scoring
    ) throws(AnalysisError) -> PairScores {
        try check(count)
        let source = try position(of: node, in: projection)
        try execution.check()
        let rows = projection.simpleRows
        let others = Set(rows[source].flatMap { rows[Int($0)] }).subtracting([UInt32(source)])
        let pairs = others.map { (UInt32(source), $0) }
        var selection = PairSelection(limit: count)
        try offer(pairs, to: &selection, projection, score)
        return selection.scores(of: projection, by: name)
    }

    /// The best by any measure of the pairs that are not linked and share a neighbour.
    static func missingLinks(
        top count: Int, in projection: Projection, by name: String, _ execution: Execution,
        _ score: Scoring
    ) throws(AnalysisError) -> PairScores {
        try check(count)
        let rows = projection.simpleRows
        var selection = PairSelection(limit: count)
        var mark = [UInt32](repeating: .max, count: rows.nodeCount)
        var pairs: [(UInt32, UInt32)] = []
        var meter = WorkMeter(
            execution, total: rows.neighbours.reduce(0) { $0 + rows.count(Int($1)) + 1 })
        for node in 0..<rows.nodeCount where count > 0 {
            let stamp = UInt32(node)
            for neighbour in rows[node] { mark[Int(neighbour)] = stamp }
            for neighbour in rows[node] {
                try meter.advance(by: rows.count(Int(neighbour)) + 1)
                for other in rows[Int(neighbour)] where other > stamp && mark[Int(other)] != stamp {
                    mark[Int(other)] = stamp
                    pairs.append((stamp, other))
                }
            }
            guard pairs.count >= batch else { continue }
            try offer(pairs, to: &selection, projection, score)
            pairs.removeAll(keepingCapacity: true)
            try execution.check()
        }
        try offer(pairs, to: &selection, projection, score)
        return selection.scores(of: projection, by: name)
    }

    private static func offer(
        _ pairs: [(UInt32, UInt32)], to selection: inout PairSelection, _ projection: Projection,
        _ score: Scoring
    ) throws(AnalysisError) {
        guard !pairs.isEmpty else { return }
        let scores = try score(
            pairs.map { NodePair(projection.node(at: Int($0.0)), projection.node(at: Int($0.1))) })
        for (pair, score) in zip(pairs, scores) where score > 0 {
            selection.offer(PairCandidate(score: score, first: pair.0, second: pair.1))
        }
    }
}
