public import LinkChartModel

extension Conformance {
    /// What an algorithm that divides the nodes must do: put every node in exactly one part, number parts from 0
    /// without gaps, the largest first and of equal size the one with the smallest node first, and yield the same for
    /// any number of threads.
    ///
    /// - Parameters:
    ///   - parts: the algorithm: the part of every node of a projection, found on so many threads.
    ///   - definition: the parts, found independently, in any order; nil if there is no telling, as of heuristics.
    ///   - complaint: what is wrong with a division where there is no definition, such as a part in two pieces.
    /// - Returns: what fails, at most ``failureLimit`` graphs.
    public func ofPartitions(
        _ parts: (Projection, _ threads: Int) throws -> [Int], definition: ((PlainGraph) -> [[Int]])? = nil,
        complaint: (PlainGraph, [[Int]]) -> String? = { _, _ in nil }
    ) -> [Failure] {
        failures { graph, _ in
            let labels = try parts(graph.projection(parallelEdges: parallelEdges), 1)
            guard labels.count == graph.nodeCount else {
                return "\(labels.count) labels for \(graph.nodeCount) nodes"
            }
            var members = [[Int]](repeating: [], count: (labels.max() ?? -1) + 1)
            for (node, label) in labels.enumerated() {
                guard label >= 0 else { return "node \(node) is in no part" }
                members[label].append(node)
            }
            guard members.allSatisfy({ !$0.isEmpty }) else { return "a part is empty: \(members)" }
            for (one, next) in zip(members, members.dropFirst())
            where (next.count, one[0]) > (one.count, next[0]) {
                return "\(one) comes before \(next)"
            }
            if let definition {
                let expected = Set(definition(graph).map { Set($0) })
                if Set(members.map { Set($0) }) != expected { return "the parts are \(members)" }
            }
            for threads in [2, 3]
            where try parts(graph.projection(parallelEdges: parallelEdges), threads) != labels {
                return "\(threads) threads find other parts than one"
            }
            return complaint(graph, members)
        }
    }
}
