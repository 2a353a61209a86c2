internal import Synchronization
public import LinkChartModel

/// How many triangles there are, at every node and in all, and what follows from it: how far the acquaintances
/// of one are acquainted with each other.
///
/// Directions do not count, nor do parallel edges and loops.
///
/// ```swift
/// let triangles = try projection.triangles()
/// print(triangles.total, triangles.transitivity)
/// for node in triangles.clustering.ranked(in: graph, top: 5) { print(node.id, node.score) }
/// ```
public struct Triangles: AnalysisResult {
    /// What was analysed.
    public let projection: Projection
    /// How many triangles every node of the projection is a corner of, by its number there.
    public let counts: [Int]
    /// How many neighbours every node has.
    let degrees: [Int]
    /// How many triangles there are.
    public let total: Int

    /// How many triangles a node is a corner of, or nil if the projection's selection leaves the node out.
    public subscript(node: NodeIndex) -> Int? { projection.position(of: node).map { counts[$0] } }

    /// The number of triangles at every node, as a score that can be ranked.
    public var scores: NodeScores { NodeScores(.triangles, of: projection, counts.map { Double($0) }) }

    /// The local clustering coefficient of every node: the fraction of the pairs of its neighbours that are linked
    /// themselves, 0 ... 1; 0 where a node has fewer than two neighbours.
    ///
    /// - Source: D. Watts, S. Strogatz, Collective dynamics of 'small-world' networks, Nature 393 (1998),
    ///   doi:10.1038/30918.
    public var clustering: NodeScores {
        NodeScores(
            .clustering, of: projection,
            zip(counts, degrees).map { triangles, degree in
                degree < 2 ? 0 : 2 * Double(triangles) / (Double(degree) * Double(degree - 1))
            })
    }

    /// The mean of the local clustering coefficients over all nodes, those with fewer than two neighbours counted
    /// as 0; 0 without nodes.
    public var averageClustering: Double {
        counts.isEmpty ? 0 : clustering.values.reduce(0, +) / Double(counts.count)
    }

    /// The fraction of the ways of two links, from one node over another to a third, whose ends are linked, 0 ... 1:
    /// three times the triangles by the number of such ways; 0 where there is none.
    ///
    /// - Source: M. Newman, S. Strogatz, D. Watts, Random graphs with arbitrary degree distributions and their
    ///   applications, Physical Review E 64 (2001), doi:10.1103/PhysRevE.64.026118.
    public var transitivity: Double { Self.transitivity(total, degrees: degrees) }

    static func transitivity(_ triangles: Int, degrees: some Sequence<Int>) -> Double {
        let ways = degrees.reduce(0.0) { $0 + Double($1) * Double(max($1 - 1, 0)) / 2 }
        return ways == 0 ? 0 : 3 * Double(triangles) / ways
    }

    private enum CodingKeys: String, CodingKey {
        case projection, total, transitivity, averageClustering, counts
    }

    /// Writes the projection in words, the totals, and the count of every node by its number in the projection.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(total, forKey: .total)
        try container.encode(transitivity, forKey: .transitivity)
        try container.encode(averageClustering, forKey: .averageClustering)
        try container.encode(counts, forKey: .counts)
    }
}

extension Projection {
    /// The triangles at every node, and what follows from them; see ``Triangles``.
    ///
    /// - Parameter execution: how to run; the result does not depend on it.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*m*^1.5) at most. Memory: O(*n* + *m*), and a count a node for each thread.
    /// - Source: T. Schank, D. Wagner, Finding, counting and listing all triangles in large graphs, WEA 2005,
    ///   doi:10.1007/11427186_54.
    public func triangles(execution: Execution = .default) throws(AnalysisError) -> Triangles {
        try execution.check()
        let ordered = degreeOrderedRows()
        let sum = Mutex<(counts: [Int], total: Int)>(([], 0))
        try ordered.withUnsafeRows { rows throws(AnalysisError) in
            let matrix = HubMatrix(rows)
            try WorkQueue.run(blocks: Self.triangleBlocks(nodeCount), execution) { queue in
                let counter = TriangleCounter(rows)
                let counts = UnsafeMutablePointer<Int>.allocate(capacity: max(nodeCount, 1))
                counts.initialize(repeating: 0, count: max(nodeCount, 1))
                defer { counts.deallocate() }
                var total = 0
                while let block = queue.take() {
                    total += counter.count(of: triangleBlock(block), matrix, atCorners: counts)
                }
                sum.withLock { sum in
                    sum.total += total
                    if sum.counts.isEmpty {
                        sum.counts = Array(UnsafeBufferPointer(start: counts, count: nodeCount))
                    } else {
                        for node in 0..<nodeCount { sum.counts[node] += counts[node] }
                    }
                }
            }
        }
        let (counts, total) = sum.withLock { $0 }
        return Triangles(
            projection: self, counts: ordered.numbering.restored(counts), degrees: simpleDegrees(ordered),
            total: total)
    }

    /// How many triangles there are. Directions do not count, nor do parallel edges and loops.
    ///
    /// It takes less time than ``triangles(execution:)``, which counts those at every node as well.
    ///
    /// - Parameter execution: how to run; the number does not depend on it.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*m*^1.5) at most. Memory: O(*n* + *m*).
    /// - Source: T. Schank, D. Wagner 2005, doi:10.1007/11427186_54.
    public func triangleCount(execution: Execution = .default) throws(AnalysisError) -> Int {
        try execution.check()
        return try triangleCount(degreeOrderedRows(), execution)
    }

    /// The fraction of the ways of two links whose ends are linked; see ``Triangles/transitivity``.
    ///
    /// - Parameter execution: how to run; the number does not depend on it.
    /// - Returns: 0 ... 1.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*m*^1.5) at most. Memory: O(*n* + *m*).
    /// - Source: M. Newman, S. Strogatz, D. Watts 2001, doi:10.1103/PhysRevE.64.026118.
    public func transitivity(execution: Execution = .default) throws(AnalysisError) -> Double {
        try execution.check()
        let ordered = degreeOrderedRows()
        return Triangles.transitivity(
            try triangleCount(ordered, execution), degrees: simpleDegrees(ordered))
    }

    private func triangleCount(
        _ ordered: DegreeOrderedRows, _ execution: Execution
    ) throws(AnalysisError) -> Int {
        let sum = Atomic<Int>(0)
        try ordered.withUnsafeRows { rows throws(AnalysisError) in
            let matrix = HubMatrix(rows)
            try WorkQueue.run(blocks: Self.triangleBlocks(nodeCount), execution) { queue in
                let counter = TriangleCounter(rows)
                var total = 0
                while let block = queue.take() { total += counter.count(of: triangleBlock(block), matrix) }
                sum.wrappingAdd(total, ordering: .relaxed)
            }
        }
        return sum.load(ordering: .relaxed)
    }

    /// How many neighbours each node has without loops, repeats and directions: the links in its own row, and
    /// those in others'.
    private func simpleDegrees(_ ordered: DegreeOrderedRows) -> [Int] {
        ordered.withUnsafeRows { rows in
            var degrees = [Int](repeating: 0, count: nodeCount)
            for node in 0..<nodeCount {
                degrees[node] += rows.count(node)
                for arc in rows.starts[node]..<rows.ends[node] { degrees[Int(rows.neighbours[arc])] += 1 }
            }
            return ordered.numbering.restored(degrees)
        }
    }

    /// Hubs have long rows, so a block is a few nodes.
    private static let triangleBlockSize = 64

    private static func triangleBlocks(_ nodeCount: Int) -> Int {
        (nodeCount + triangleBlockSize - 1) / triangleBlockSize
    }

    private func triangleBlock(_ block: Int) -> Range<Int> {
        (block * Self.triangleBlockSize)..<min((block + 1) * Self.triangleBlockSize, nodeCount)
    }
}
