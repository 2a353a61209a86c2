public import LinkChartModel

extension Conformance {
    /// What an algorithm that scores every node must do: score as many nodes as there are, each by a number; agree
    /// with its definition; yield the same bits for any number of threads; and give a node the same score whatever
    /// number it has.
    ///
    /// - Parameters:
    ///   - scores: the algorithm: a score for every node of a projection, computed on so many threads. What
    ///     it throws is a failure, so it must answer every graph; return nil where the measure is undefined.
    ///   - tolerance: how far a score may be from its definition, of the score or of 1, whichever is larger.
    ///   - definition: the scores of the graph, computed independently; nil where the measure is undefined.
    /// - Returns: what fails, at most ``failureLimit`` graphs.
    public func ofNodeScores(
        _ scores: (Projection, _ threads: Int) throws -> [Double]?, tolerance: Double = 1e-9,
        definition: (PlainGraph) -> [Double]?
    ) -> [Failure] {
        failures { graph, random in
            let expected = definition(graph)
            let found = try scores(graph.projection(parallelEdges: parallelEdges), 1)
            guard let found, let expected else {
                return (found == nil) == (expected == nil)
                    ? nil
                    : "it is \(found == nil ? "undefined, but should not be" : "defined, but should not be")"
            }
            if let complaint = Self.difference(found, expected, tolerance) { return complaint }
            for threads in [2, 3] {
                let again = try scores(graph.projection(parallelEdges: parallelEdges), threads)
                if again?.map(\.bitPattern) != found.map(\.bitPattern) {
                    return "\(threads) threads find other bits than one"
                }
            }
            let order = Array(0..<graph.nodeCount).shuffled(using: &random)
            let renamed = graph.relabelled(order, using: &random)
            guard let moved = try scores(renamed.projection(parallelEdges: parallelEdges), 1) else {
                return "it is undefined once nodes have other numbers"
            }
            return Self.difference(order.indices.map { moved[order[$0]] }, found, tolerance)
                .map { "once nodes have other numbers, \($0)" }
        }
    }

    /// Where two lists of scores differ by more than the tolerance.
    private static func difference(_ found: [Double], _ expected: [Double], _ tolerance: Double) -> String? {
        guard found.count == expected.count else {
            return "\(found.count) scores for \(expected.count) nodes"
        }
        for (node, (a, b)) in zip(found, expected).enumerated()
        where !(a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b))) {
            return "node \(node) has \(a) and not \(b)"
        }
        return nil
    }
}
