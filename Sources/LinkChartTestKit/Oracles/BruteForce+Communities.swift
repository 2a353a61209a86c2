extension BruteForce {
    /// The symmetric matrix of weights in which communities are sought: what two nodes have between them either way
    /// is summed, and a loop counts twice.
    ///
    /// - Parameters:
    ///   - weights: the weight of every link; nil for 1 each.
    ///   - merged: whether parallel links count once. Of a directed graph, a link and its reverse are two.
    public func weightMatrix(_ weights: [Double]? = nil, merged: Bool = false) -> [[Double]] {
        var matrix = [[Double]](
            repeating: [Double](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
        var seen: Set<PlainGraph.Link> = []
        for (number, link) in graph.links.enumerated() {
            if merged {
                guard seen.insert(link).inserted else { continue }
                guard graph.isDirected || link.from == link.to || !seen.contains(link.reversed) else {
                    continue
                }
            }
            matrix[link.from][link.to] += weights?[number] ?? 1
            matrix[link.to][link.from] += weights?[number] ?? 1
        }
        return matrix
    }

    /// The modularity of communities, straight from its definition; nil without links.
    ///
    /// - Parameters:
    ///   - labels: the community of every node.
    ///   - matrix: what ``weightMatrix(_:merged:)`` gives.
    ///   - resolution: how much the expected weight counts.
    public static func modularity(
        of labels: [Int], _ matrix: [[Double]], resolution: Double = 1
    ) -> Double? {
        let strengths = matrix.map { $0.reduce(0, +) }
        let total = strengths.reduce(0, +)
        guard total > 0 else { return nil }
        var sum = 0.0
        for a in labels.indices {
            for b in labels.indices where labels[a] == labels[b] {
                sum += matrix[a][b] - resolution * strengths[a] * strengths[b] / total
            }
        }
        return sum / total
    }

    /// The modularity of communities with directions (E. Leicht, M. Newman 2008,
    /// doi:10.1103/PhysRevLett.100.118703), every link counted; nil without links.
    ///
    /// - Parameters:
    ///   - labels: the community of every node.
    ///   - resolution: how much the expected weight counts.
    public func directedModularity(of labels: [Int], resolution: Double = 1) -> Double? {
        let counts = arcCounts
        let total = Double(graph.links.count)
        guard total > 0 else { return nil }
        var sum = 0.0
        for a in labels.indices {
            for b in labels.indices where labels[a] == labels[b] {
                let leaving = Double(counts[a].reduce(0, +))
                let reaching = Double(counts.reduce(0) { $0 + $1[b] })
                sum += Double(counts[a][b]) - resolution * leaving * reaching / total
            }
        }
        return sum / total
    }

    /// The quality of communities by the constant Potts model: the weight inside each less the resolution for each
    /// pair of its nodes (V. Traag, P. Van Dooren, Y. Nesterov 2011, doi:10.1103/PhysRevE.84.016114).
    ///
    /// - Parameters:
    ///   - labels: the community of every node.
    ///   - matrix: what ``weightMatrix(_:merged:)`` gives.
    ///   - resolution: what a pair costs.
    public static func constantPotts(of labels: [Int], _ matrix: [[Double]], resolution: Double) -> Double {
        var sum = 0.0
        for a in labels.indices {
            sum += matrix[a][a] / 2
            for b in 0..<a where labels[a] == labels[b] { sum += matrix[a][b] - resolution }
        }
        return sum
    }

    /// Every way to put so many nodes into communities: labels from 0, each first used in ascending order.
    ///
    /// There are 4,140 for eight nodes, and 115,975 for ten.
    public static func allPartitions(of count: Int) -> [[Int]] {
        var partitions: [[Int]] = [[]]
        for _ in 0..<count {
            partitions = partitions.flatMap { labels in
                (0...((labels.max() ?? -1) + 1)).map { labels + [$0] }
            }
        }
        return partitions
    }

    /// Whether the nodes of every community reach each other by links of positive weight inside it.
    ///
    /// - Parameters:
    ///   - labels: the community of every node.
    ///   - matrix: what ``weightMatrix(_:merged:)`` gives.
    public static func areConnected(_ labels: [Int], _ matrix: [[Double]]) -> Bool {
        var reached = Set<Int>()
        var begun = Set<Int>()
        for start in labels.indices where begun.insert(labels[start]).inserted {
            var open = [start]
            reached.insert(start)
            while let node = open.popLast() {
                for other in labels.indices
                where matrix[node][other] > 0 && labels[other] == labels[node]
                    && reached.insert(other).inserted
                {
                    open.append(other)
                }
            }
        }
        return reached.count == labels.count
    }
}
