internal import LinkChartModel

/// Dijkstra's algorithm from node to node, aimed by what is known of the way ahead (A*), in the order of cost
/// and, of equal cost, of hops (without costs the two are one); also with a bound on hops, where a dearer way counts if it has fewer hops.
///
/// It can be asked again and again, around other nodes and arcs each time, as Yen's algorithm does; only what
/// a search has touched is made ready for the next.
/// P. Hart, N. Nilsson, B. Raphael, A formal basis for the heuristic determination of minimum cost paths
/// (1968), doi:10.1109/TSSC.1968.300136.
struct CheapestPathSearch {
    /// A way that was found to a node, and by which arc from which other way.
    private struct Label {
        var node: Int
        var cost: Double
        var hops: Int
        var previous: Int
        var arc: Int
    }

    private struct Entry: Comparable {
        /// The cost so far and the least that is to come.
        var cost: Double
        /// What decides between equal costs: the hops, the fewest first; where hops are what is counted, the most
        /// first, which are nearest to the target.
        var order: Int
        var label: Int

        static func < (a: Self, b: Self) -> Bool { (a.cost, a.order, a.label) < (b.cost, b.order, b.label) }
    }

    /// Nodes that no path may enter.
    var blocked: [Bool]
    /// Hears of the arcs looked at, and says when to stop.
    private(set) var meter: StopMeter
    var wasStopped: Bool { meter.wasStopped }

    private let question: PathQuestion
    private let maxHops: Int
    private let costsToTarget: [Double]?

    private var labels: [Label] = []
    private var queue = BinaryHeap<Entry>()
    /// Of every node the cost and hops of the best way found, and the hops of the last one followed up.
    private var best: [(cost: Double, hops: Int, settledHops: Int)]

    private static let untouched = (cost: Double.infinity, hops: Int.max, settledHops: Int.max)

    /// - Parameter costsToTarget: the least cost from every node to the target, or less, but such that it
    ///   falls along no arc by more than the arc's cost; nil for 0.
    init(
        _ question: PathQuestion, maxHops: Int?, costsToTarget: [Double]? = nil,
        _ meter: StopMeter
    ) {
        self.question = question
        self.maxHops = maxHops ?? .max
        self.costsToTarget = costsToTarget
        self.meter = meter
        blocked = question.blocked
        best = [(cost: Double, hops: Int, settledHops: Int)](
            repeating: Self.untouched, count: question.projection.nodeCount)
    }

    /// The cost of an arc.
    func cost(of arc: Int) -> Double { question.cost(of: arc) }

    /// The least that is to come at a node.
    func costAhead(of node: Int) -> Double { costsToTarget.map { $0[node] } ?? 0 }

    /// The arcs of the cheapest path to the target.
    ///
    /// - Parameters:
    ///   - source: where it starts.
    ///   - without: arcs at the source that it does not take.
    ///   - cost: what the way to the source cost.
    ///   - hops: how many hops the way to the source had.
    /// - Returns: the arcs, or nil if there is no path or the search was stopped.
    mutating func arcs(
        from source: Int, without: Set<Int> = [], after cost: Double = 0, hops: Int = 0
    ) -> [Int]? {
        defer { clear() }
        let rows = question.projection.outgoing
        push(Label(node: source, cost: cost, hops: hops, previous: -1, arc: -1))
        while let entry = queue.popLeast() {
            let label = labels[entry.label]
            if label.node == question.target { return way(to: entry.label) }
            // Another way of no more hops was followed up, and being first it was no dearer.
            guard label.hops < best[label.node].settledHops else { continue }
            best[label.node].settledHops = label.hops
            guard label.hops < maxHops else { continue }
            let row = rows.row(label.node)
            if meter.shouldStop(after: row.count) { return nil }
            for arc in row {
                let neighbour = Int(rows.neighbours[arc])
                guard !blocked[neighbour], label.previous >= 0 || !without.contains(arc),
                    !question.isRepeat(arc, inRowFrom: row.lowerBound)
                else { continue }
                push(
                    Label(
                        node: neighbour, cost: label.cost + self.cost(of: arc), hops: label.hops + 1,
                        previous: entry.label, arc: arc))
            }
        }
        return nil
    }

    private mutating func push(_ label: Label) {
        let known = best[label.node]
        let total = label.cost + costAhead(of: label.node)
        guard total < .infinity, label.hops < known.settledHops else { return }
        if (label.cost, label.hops) < (known.cost, known.hops) {
            best[label.node].cost = label.cost
            best[label.node].hops = label.hops
        } else if maxHops == .max || label.hops >= known.hops {
            // With a bound, a dearer way is of use if it has fewer hops.
            return
        }
        labels.append(label)
        let order = question.costs == nil ? -label.hops : label.hops
        queue.insert(Entry(cost: total, order: order, label: labels.count - 1))
    }

    private func way(to last: Int) -> [Int] {
        var arcs: [Int] = []
        var label = last
        while labels[label].previous >= 0 {
            arcs.append(labels[label].arc)
            label = labels[label].previous
        }
        return arcs.reversed()
    }

    private mutating func clear() {
        for label in labels { best[label.node] = Self.untouched }
        labels.removeAll(keepingCapacity: true)
        queue.removeAll()
    }
}
