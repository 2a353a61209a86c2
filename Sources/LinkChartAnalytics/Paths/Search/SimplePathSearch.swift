internal import LinkChartModel

/// A depth-first search for simple paths that keeps its own stack, and that only goes where the target is near
/// enough.
///
/// At first "near enough" goes by the distances in the whole graph. These do not see that the path so far may
/// stand in the way, and on some graphs the search would try very many ways in vain. Therefore, when it has
/// looked at as many arcs as the graph has without finding a path, it goes carefully until it finds the next:
/// the distances are taken anew, around the path so far, at every node. Then every node it enters leads to a
/// path, and the time between two paths is bounded (E. Birmelé et al., Optimal listing of cycles and
/// st-paths in undirected graphs, SODA 2013, doi:10.1137/1.9781611973105.134, take care always).
struct SimplePathSearch: Sendable {
    /// Hears of the arcs looked at, and says when to stop.
    var meter: StopMeter
    var wasStopped: Bool { meter.wasStopped }

    private let question: PathQuestion
    private let hopsToTarget: [Int32]
    private let maxHops: Int
    /// The most that a path may cost, with the least from every node to the target; without a bound infinite.
    private let maxCost: Double
    private let costsToTarget: [Double]
    private let patience: Int

    /// The nodes of the path so far with the next arc to try at each, and the arcs between them.
    private var nodes: [Int]
    private var cursors: [Int]
    private var arcs: [Int] = []
    /// What the path costs up to each of its nodes.
    private var costs: [Double] = [0]
    private var isOnPath: [Bool]
    private var arcsSincePath = 0

    /// Distances around the path, and for how long a path they were taken; -1 if there are none.
    private var carefulHops: [Int32] = []
    private var carefulCosts: [Double] = []
    private var carefulDepth = -1

    init(
        _ question: PathQuestion, hopsToTarget: [Int32], maxHops: Int, maxCost: Double = .infinity,
        _ meter: StopMeter
    ) {
        self.question = question
        self.meter = meter
        self.hopsToTarget = hopsToTarget
        self.maxHops = maxHops
        self.maxCost = maxCost
        costsToTarget =
            maxCost == .infinity ? [] : question.costsToTarget(&self.meter)
        let rows = question.projection.outgoing
        // Going back and out again on a path through everything takes no more than this.
        patience = 4 * (rows.arcCount + rows.nodeCount) + 64
        nodes = [question.source]
        cursors = [rows.row(question.source).lowerBound]
        isOnPath = question.blocked
        isOnPath[question.source] = true
    }

    mutating func next() -> Path? {
        if question.source == question.target {
            guard !nodes.isEmpty else { return nil }
            nodes.removeAll()
            return makePath()
        }
        let rows = question.projection.outgoing
        while let node = nodes.last, !wasStopped {
            let depth = nodes.count - 1
            let isCareful = arcsSincePath > patience
            if isCareful && carefulDepth != depth { lookAroundPath() }
            let row = rows.row(node)
            var arc = cursors[depth]
            let first = arc
            var next: Int?
            while arc < row.upperBound {
                let neighbour = Int(rows.neighbours[arc])
                let hops = isCareful ? carefulHops[neighbour] : hopsToTarget[neighbour]
                if hops >= 0 && depth + 1 + Int(hops) <= maxHops && !isOnPath[neighbour]
                    && !question.isRepeat(arc, inRowFrom: row.lowerBound)
                    && isWorthwhile(arc, to: neighbour, isCareful: isCareful)
                    && (!isCareful || canEnd(by: arc, to: neighbour))
                {
                    next = neighbour
                    break
                }
                arc += 1
            }
            arcsSincePath += arc - first + 1
            if meter.shouldStop(after: arc - first + 1) { return nil }
            guard let next else {
                retreat()
                continue
            }
            cursors[depth] = arc + 1
            if next == question.target {
                arcs.append(arc)
                let path = makePath()
                arcs.removeLast()
                arcsSincePath = 0
                carefulDepth = -1
                return path
            }
            nodes.append(next)
            costs.append(costs[depth] + question.cost(of: arc))
            cursors.append(rows.row(next).lowerBound)
            arcs.append(arc)
            isOnPath[next] = true
            carefulDepth = -1
        }
        return nil
    }

    /// Whether an arc from the last node can be on a path that costs no more than it may.
    private func isWorthwhile(_ arc: Int, to neighbour: Int, isCareful: Bool) -> Bool {
        guard question.costs != nil else { return true }
        let cost = question.cost(of: arc)
        guard maxCost < .infinity else { return cost < .infinity }
        let ahead = isCareful ? carefulCosts[neighbour] : costsToTarget[neighbour]
        return costs[costs.count - 1] + (cost + ahead) <= maxCost
    }

    /// Whether one way on from an arc satisfies both bounds: that one satisfies each says nothing of both.
    private mutating func canEnd(by arc: Int, to neighbour: Int) -> Bool {
        guard maxCost < .infinity, maxHops < question.projection.nodeCount, neighbour != question.target
        else {
            return true
        }
        var search = CheapestPathSearch(question, maxHops: maxHops, costsToTarget: costsToTarget, meter)
        search.blocked = isOnPath
        let start = costs[costs.count - 1] + question.cost(of: arc)
        let rest = search.arcs(from: neighbour, after: start, hops: nodes.count)
        meter = search.meter
        return rest.map { $0.reduce(start) { $0 + question.cost(of: $1) } <= maxCost } ?? false
    }

    private func makePath() -> Path {
        question.path(along: arcs)
    }

    private mutating func retreat() {
        isOnPath[nodes.removeLast()] = false
        cursors.removeLast()
        costs.removeLast()
        if !arcs.isEmpty { arcs.removeLast() }
        carefulDepth = -1
    }

    private mutating func lookAroundPath() {
        carefulDepth = nodes.count - 1
        carefulHops = question.hopsToTarget(around: isOnPath, maxHops: maxHops - carefulDepth, &meter)
        if maxCost < .infinity { carefulCosts = question.costsToTarget(around: isOnPath, &meter) }
    }
}
