internal import LinkChartModel

/// The graph of a projection with its nodes numbered by degree, the largest first: what a search visits most
/// often lies together, and nodes without neighbours come last and are left out.
struct HubFirstCommunityGraph: Sendable {
    /// The nodes that have a neighbour.
    let graph: CommunityGraph
    /// The projection's number of every node; those without a neighbour come last.
    let oldNumbers: [UInt32]
    /// Twice the weight of all edges, loops included.
    let doubleWeight: Double
    /// What weights were multiplied with, a power of two, so that no sum of them overflows; mostly 1.
    let scale: Double

    /// The graph of a projection; if all arcs count 1, it is made once.
    ///
    /// - Throws: what `EdgeWeights.checkedValues` throws.
    static func of(
        _ projection: Projection, _ weights: EdgeWeights
    ) throws(AnalysisError) -> HubFirstCommunityGraph {
        guard let values = try weights.checkedValues(for: projection) else {
            return projection.derived.value { HubFirstCommunityGraph(projection, weights: nil) }
        }
        return HubFirstCommunityGraph(projection, weights: values)
    }

    /// - Parameter weights: the weight of every edge of the graph that was projected; nil if every arc counts 1.
    private init(_ projection: Projection, weights: [Double]?) {
        var rows = [projection.outgoing]
        if projection.isDirected { rows.append(projection.incoming) }
        let order = HubFirstNumbers(rows)
        let isSimple = projection.recipe.parallelEdges == .merged && !projection.isDirected
        let graph = CommunityGraph(
            nodeCount: order.linkedCount, arcCapacity: rows.reduce(0) { $0 + $1.arcCount },
            isWeighted: weights != nil || !isSimple)
        scale = EdgeWeights.scale(of: weights, in: projection)
        var merger = RowMerger(
            graph: graph, order: order, scale: scale, loopShare: projection.isDirected ? 0.5 : 1)
        doubleWeight = merger.fill(from: rows, weights)
        self.graph = graph
        oldNumbers = order.old
    }
}

/// New numbers of nodes by degree.
private struct HubFirstNumbers {
    let old: [UInt32]
    let new: [UInt32]
    /// How many nodes have an arc; they come first.
    let linkedCount: Int

    /// - Complexity: linear (counting sort).
    init(_ rows: [CompressedRows]) {
        let count = rows[0].nodeCount
        let degrees = (0..<count).map { node in rows.reduce(0) { $0 + $1.count(node) } }
        var next = [Int](repeating: 0, count: (degrees.max() ?? 0) + 1)
        for degree in degrees { next[degree] += 1 }
        linkedCount = count - next[0]
        var sum = 0
        for degree in next.indices.reversed() {
            let size = next[degree]
            next[degree] = sum
            sum += size
        }
        var old = [UInt32](repeating: 0, count: count)
        var new = old
        for node in 0..<count {
            let place = next[degrees[node]]
            next[degrees[node]] += 1
            old[place] = UInt32(node)
            new[node] = UInt32(place)
        }
        self.old = old
        self.new = new
    }
}

/// Fills rows: sums parallel arcs, keeps loops apart, leaves out arcs of weight 0.
private struct RowMerger {
    let graph: CommunityGraph
    let order: HubFirstNumbers
    let scale: Double
    /// What a loop's arc counts: one half where it stands in both rows of its node.
    let loopShare: Double

    /// - Returns: the sum of all strengths.
    mutating func fill(from rows: [CompressedRows], _ weights: [Double]?) -> Double {
        graph.offsets[0] = 0
        // Where a neighbour stands in the row that is being made; before its start if it is not there yet.
        var places = [Int](repeating: -1, count: order.linkedCount)
        var used = 0
        var total = 0.0
        for node in 0..<order.linkedCount {
            let start = used
            let old = Int(order.old[node])
            var loop = 0.0
            for rows in rows {
                rows.withUnsafeRows { unsafe in
                    for arc in unsafe.row(old) {
                        let neighbour = Int(order.new[Int(unsafe.neighbours[arc])])
                        let weight = weights.map { $0[Int(rows.edges[arc])] * scale } ?? 1
                        if neighbour == node {
                            loop += weight * loopShare
                        } else if let weights = graph.weights {
                            guard weight > 0 else { continue }
                            let place = places[neighbour]
                            if place >= start {
                                weights[place] += weight
                            } else {
                                places[neighbour] = used
                                graph.neighbours[used] = UInt32(truncatingIfNeeded: neighbour)
                                weights[used] = weight
                                used &+= 1
                            }
                        } else {
                            graph.neighbours[used] = UInt32(truncatingIfNeeded: neighbour)
                            used &+= 1
                        }
                    }
                }
            }
            graph.offsets[node + 1] = used
            graph.loops[node] = loop
            var strength = 2 * loop
            if let weights = graph.weights {
                for arc in start..<used { strength += weights[arc] }
            } else {
                strength += Double(used - start)
            }
            graph.strengths[node] = strength
            total += strength
        }
        return total
    }
}
