internal import LinkChartAnalytics

/// A graph to be laid out by forces: weighted neighbours of every node, without directions or loops.
struct ForceGraph {
    /// Where each node's neighbours begin, and after the last, where they end.
    private(set) var offsets: [Int32]
    private(set) var neighbours: [Int32]
    private(set) var weights: [Float]
    /// How strongly each node pushes others away.
    var masses: [Double]

    var nodeCount: Int { masses.count }

    /// - Parameters:
    ///   - nodeCount: how many nodes there are.
    ///   - links: pairs of nodes with a weight; equal pairs add up, loops are left out.
    ///   - masses: nil for one more than the weight of each node's links, so that hubs keep their distance.
    /// - Complexity: O(*n* + *m* log *d*) for *m* links and degrees *d*.
    init(nodeCount: Int, links: [(first: Int, second: Int, weight: Double)], masses: [Double]? = nil) {
        var counts = [Int32](repeating: 0, count: nodeCount + 1)
        for link in links where link.first != link.second {
            counts[link.first + 1] += 1
            counts[link.second + 1] += 1
        }
        for node in 0..<nodeCount { counts[node + 1] += counts[node] }
        var next = counts
        var rows = [(node: Int32, weight: Float)](repeating: (0, 0), count: Int(counts[nodeCount]))
        for link in links where link.first != link.second {
            for (from, to) in [(link.first, link.second), (link.second, link.first)] {
                rows[Int(next[from])] = (Int32(truncatingIfNeeded: to), Float(link.weight))
                next[from] += 1
            }
        }
        offsets = [0]
        offsets.reserveCapacity(nodeCount + 1)
        neighbours = []
        neighbours.reserveCapacity(rows.count)
        weights = []
        weights.reserveCapacity(rows.count)
        for node in 0..<nodeCount {
            let row = rows[Int(counts[node])..<Int(counts[node + 1])].sorted { $0.node < $1.node }
            let start = neighbours.count
            for (other, weight) in row {
                if neighbours.count > start, neighbours[neighbours.count - 1] == other {
                    weights[weights.count - 1] += weight
                } else {
                    neighbours.append(other)
                    weights.append(weight)
                }
            }
            offsets.append(Int32(neighbours.count))
        }
        self.masses = masses ?? []
        if masses == nil {
            self.masses = (0..<nodeCount).map { node in
                var sum = 1.0
                for arc in offsets[node]..<offsets[node + 1] { sum += Double(weights[Int(arc)]) }
                return sum
            }
        }
    }

    func arcs(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

    /// A smaller graph in which each node stands for up to five neighbours of this one, and where each node went.
    ///
    /// Nodes join the neighbour that they are bound to most in relation to its mass, or its group (as in M.
    /// Jacomy, T. Venturini, S. Heymann, M. Bastian 2014, hubs would else swallow everything).
    ///
    /// - Complexity: linear but for the sorting of links.
    func coarser(random: inout RandomNumbers) -> (graph: ForceGraph, groups: [Int32]) {
        var order = Array(0..<nodeCount)
        for place in order.indices.dropLast() {
            order.swapAt(place, place + random.below(order.count - place))
        }
        var groups = [Int32](repeating: -1, count: nodeCount)
        var sizes: [Int32] = []
        for node in order where groups[node] < 0 {
            var best = -1
            var bestScore = 0.0
            for arc in arcs(node) {
                let other = Int(neighbours[arc])
                let isFree = groups[other] < 0
                if !isFree, sizes[Int(groups[other])] >= 5 { continue }
                let score = Double(weights[arc]) / masses[other] * (isFree ? 2 : 1)
                if score > bestScore { (best, bestScore) = (other, score) }
            }
            if best >= 0, groups[best] >= 0 {
                groups[node] = groups[best]
                sizes[Int(groups[node])] += 1
            } else {
                groups[node] = Int32(sizes.count)
                sizes.append(1)
                if best >= 0 {
                    groups[best] = groups[node]
                    sizes[sizes.count - 1] = 2
                }
            }
        }
        var masses = [Double](repeating: 0, count: sizes.count)
        for node in 0..<nodeCount { masses[Int(groups[node])] += self.masses[node] }
        var links: [(first: Int, second: Int, weight: Double)] = []
        for node in 0..<nodeCount {
            for arc in arcs(node) where groups[Int(neighbours[arc])] > groups[node] {
                links.append((Int(groups[node]), Int(groups[Int(neighbours[arc])]), Double(weights[arc])))
            }
        }
        return (ForceGraph(nodeCount: sizes.count, links: links, masses: masses), groups)
    }
}
