/// Answers straight from a definition, by enumerating or by solving dense equations: slow, and independent of
/// the algorithms under test. Meant for graphs of a dozen nodes.
public struct BruteForce: Sendable {
    /// The graph that is asked.
    public let graph: PlainGraph

    /// An oracle for a graph.
    public init(_ graph: PlainGraph) { self.graph = graph }

    /// Whether there is an arc from row to column.
    public var isLinked: [[Bool]] { arcCounts.map { $0.map { $0 > 0 } } }

    /// How many arcs there are from row to column. Without directions a link counts both ways, a loop once.
    public var arcCounts: [[Int]] {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
        for link in graph.links {
            counts[link.from][link.to] += 1
            if !graph.isDirected && link.from != link.to { counts[link.to][link.from] += 1 }
        }
        return counts
    }
}
