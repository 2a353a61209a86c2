internal import LinkChartModel

/// A network in which flow is sent: for every arc how much more it takes, and its twin the other way.
///
/// Capacities are whole numbers, so that sums are exact, a search ends, and what is full is known for sure.
struct FlowNetwork: ~Copyable {
    let nodeCount: Int
    let arcCount: Int
    /// Where each node's arcs begin, and the end of the last.
    let offsets: UnsafeMutableBufferPointer<Int>
    let heads: UnsafeMutableBufferPointer<UInt32>
    /// The arc the other way, for every arc.
    let twins: UnsafeMutableBufferPointer<Int>
    /// How much more each arc takes.
    let residual: UnsafeMutableBufferPointer<Int>

    /// More than flows through any arc of a network of nodes.
    static let unlimited = Int.max / 4

    private init(nodeCount: Int, arcCount: Int) {
        self.nodeCount = nodeCount
        self.arcCount = arcCount
        offsets = .allocate(capacity: nodeCount + 1)
        heads = .allocate(capacity: arcCount)
        twins = .allocate(capacity: arcCount)
        residual = .allocate(capacity: arcCount)
        offsets.initialize(repeating: 0)
        residual.initialize(repeating: 0)
    }

    deinit {
        offsets.deallocate()
        heads.deallocate()
        twins.deallocate()
        residual.deallocate()
    }

    /// The network whose arcs are those of a projection, each pair of nodes having one arc either way, which takes
    /// what all the projection's arcs that way do together. Loops carry nothing anywhere and are left out.
    ///
    /// - Parameters:
    ///   - projection: what flow goes through.
    ///   - weights: what every outgoing arc takes, finite and not negative; nil for 1 each. Capacities are multiples of
    ///     the power of two for which the largest is a little less than 2^60.
    /// - Complexity: linear in nodes and arcs.
    init(linksOf projection: Projection, weights: [Double]?) {
        let rows = projection.simpleRows
        self.init(nodeCount: rows.nodeCount, arcCount: rows.arcCount)
        // Where each neighbour of the node at hand stands in its row.
        var places = [Int](repeating: 0, count: nodeCount)
        var next = rows.offsets
        // In units of the greatest weight, so that no sum leaves the range of numbers.
        let unit = (weights?.max() ?? 0).binade
        var sums = [Double](repeating: 0, count: weights == nil ? 0 : arcCount)
        for node in 0..<nodeCount {
            offsets[node + 1] = rows.offsets[node + 1]
            for arc in rows.row(node) {
                let neighbour = rows.neighbours[arc]
                heads[arc] = neighbour
                places[Int(neighbour)] = arc
                // Rows ascend, so nodes come by in each row in the order in which they stand there.
                twins[arc] = next[Int(neighbour)]
                next[Int(neighbour)] += 1
            }
            for arc in projection.outgoing.row(node) {
                let neighbour = Int(projection.outgoing.neighbours[arc])
                guard neighbour != node else { continue }
                if let weights {
                    if unit > 0 { sums[places[neighbour]] += weights[arc] / unit }
                } else {
                    residual[places[neighbour]] += 1
                }
            }
        }
        guard let largest = sums.max(), largest > 0 else { return }
        for arc in sums.indices { residual[arc] = Int((sums[arc] / largest.binade * 0x1p59).rounded()) }
    }

    /// The network in which every node lets one unit pass: node *v* becomes an entrance 2*v* and an exit 2*v* + 1
    /// with an arc of capacity 1 between them, and every arc leads from an exit to an entrance, without limit.
    ///
    /// - Parameters:
    ///   - successors: rows without repeats and loops.
    ///   - omitted: an arc that is left out, as its ends.
    /// - Complexity: linear in nodes and arcs.
    init(nodesOf successors: CompressedRows, without omitted: (Int, Int)?) {
        let count = successors.nodeCount
        var predecessorCounts = [Int](repeating: 0, count: count)
        for node in successors.neighbours { predecessorCounts[Int(node)] += 1 }
        self.init(nodeCount: 2 * count, arcCount: 2 * (count + successors.arcCount))
        for node in 0..<count {
            offsets[2 * node + 1] = offsets[2 * node] + 1 + predecessorCounts[node]
            offsets[2 * node + 2] = offsets[2 * node + 1] + 1 + successors.count(node)
        }
        var next = (0..<count).map { offsets[2 * $0] + 1 }
        for node in 0..<count {
            let (entrance, exit) = (2 * node, 2 * node + 1)
            connect(offsets[entrance], offsets[exit], entrance, exit, capacity: 1)
            var arc = offsets[exit] + 1
            for place in successors.row(node) {
                let successor = Int(successors.neighbours[place])
                let isOmitted = omitted.map { $0 == (node, successor) } ?? false
                connect(
                    arc, next[successor], exit, 2 * successor, capacity: isOmitted ? 0 : Self.unlimited)
                next[successor] += 1
                arc += 1
            }
        }
    }

    private func connect(_ arc: Int, _ twin: Int, _ from: Int, _ to: Int, capacity: Int) {
        heads[arc] = UInt32(truncatingIfNeeded: to)
        heads[twin] = UInt32(truncatingIfNeeded: from)
        twins[arc] = twin
        twins[twin] = arc
        residual[arc] = capacity
    }

    /// Which nodes more flow could reach from a node.
    func reached(from source: Int, _ meter: inout WorkMeter) throws(AnalysisError) -> [Bool] {
        var isReached = [Bool](repeating: false, count: nodeCount)
        isReached[source] = true
        var stack = [source]
        while let node = stack.popLast() {
            let row = offsets[node]..<offsets[node + 1]
            for arc in row where residual[arc] > 0 && !isReached[Int(heads[arc])] {
                isReached[Int(heads[arc])] = true
                stack.append(Int(heads[arc]))
            }
            try meter.advance(by: row.count + 1)
        }
        return isReached
    }
}
