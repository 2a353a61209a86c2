extension BruteForce {
    /// The number of arcs on a shortest way from row to column, nil if there is none (R. Floyd 1962,
    /// doi:10.1145/367766.368168).
    public var hops: [[Int?]] {
        let count = graph.nodeCount
        var hops = isLinked.map { row in row.map { $0 ? 1 : nil as Int? } }
        for node in 0..<count { hops[node][node] = 0 }
        for middle in 0..<count {
            for from in 0..<count {
                guard let first = hops[from][middle] else { continue }
                for to in 0..<count {
                    guard let second = hops[middle][to] else { continue }
                    hops[from][to] = min(hops[from][to] ?? .max, first + second)
                }
            }
        }
        return hops
    }

    /// How many shortest ways there are from row to column, over distinct neighbours; 1 to itself.
    public var shortestPathCounts: [[Double]] {
        let count = graph.nodeCount
        let (hops, isLinked) = (hops, isLinked)
        return (0..<count).map { from in
            var ways = [Double](repeating: 0, count: count)
            ways[from] = 1
            for distance in 1..<max(count, 1) {
                for to in 0..<count where hops[from][to] == distance {
                    for last in 0..<count where hops[from][last] == distance - 1 && isLinked[last][to] {
                        ways[to] += ways[last]
                    }
                }
            }
            return ways
        }
    }

    /// Betweenness, unnormalised: for each pair the share of shortest paths through each other node.
    public var betweenness: [Double] {
        let count = graph.nodeCount
        let (hops, ways) = (hops, shortestPathCounts)
        var sums = [Double](repeating: 0, count: count)
        for from in 0..<count {
            for to in 0..<count where graph.isDirected ? from != to : from < to {
                guard let whole = hops[from][to] else { continue }
                for node in 0..<count where node != from && node != to {
                    guard let first = hops[from][node], let second = hops[node][to], first + second == whole
                    else { continue }
                    sums[node] += ways[from][node] * ways[node][to] / ways[from][to]
                }
            }
        }
        return sums
    }

    /// Closeness by the formula of Wasserman and Faust, over incoming distances.
    public var closeness: [Double] {
        let hops = hops
        return (0..<graph.nodeCount).map { node in
            let distances = (0..<graph.nodeCount).compactMap { $0 == node ? nil : hops[$0][node] }
            guard !distances.isEmpty else { return 0 }
            let reached = Double(distances.count)
            return reached / Double(graph.nodeCount - 1) * reached / Double(distances.reduce(0, +))
        }
    }

    /// The sum of inverse incoming distances.
    public var harmonic: [Double] {
        let hops = hops
        return (0..<graph.nodeCount).map { node in
            var sum = 0.0
            for from in 0..<graph.nodeCount where from != node {
                if let distance = hops[from][node] { sum += 1 / Double(distance) }
            }
            return sum
        }
    }
}
