public import LinkChartModel

extension Projection {
    /// The *k* shortest simple paths: Yen's algorithm.
    ///
    /// A path differs from those before it from some node on, where it leaves the way that they take. Such
    /// departures are found for each path from the node on where it left its own model (Lawler), are aimed by
    /// the exact costs to the target, and are only followed up when nothing cheaper is left.
    ///
    /// - Parameters:
    ///   - count: how many paths; fewer are found if there are no more.
    ///   - source: the first node.
    ///   - target: the last node; if it is the source, there is one path, without steps.
    ///   - maxHops: how many hops a path has at most; nil for any number.
    ///   - avoiding: nodes that are on no path.
    ///   - costs: what each edge costs; nil for 1 each.
    ///   - shouldStop: ends the search when it returns true; the paths found by then are the cheapest ones.
    /// - Returns: the paths by cost, then by hops, then by the indices of nodes and edges.
    /// - Throws: ``PathError`` if an edge has no cost that can be.
    /// - Complexity: O(*k* *n* (*n* + *m*) log *n*) at worst; usually little more than writing the paths down.
    /// - Precondition: the projection keeps its edges.
    /// - Source: J. Yen, Finding the K shortest loopless paths in a network, Management Science 17 (1971),
    ///   doi:10.1287/mnsc.17.11.712; E. Lawler, A procedure for computing the K best solutions to discrete
    ///   optimization problems, Management Science 18 (1972), doi:10.1287/mnsc.18.7.401.
    public func yenKShortestPaths(
        _ count: Int, from source: NodeIndex, to target: NodeIndex, maxHops: Int? = nil,
        avoiding: Set<NodeIndex> = [], costs: EdgeCosts? = nil, shouldStop: (@Sendable () -> Bool)? = nil
    ) throws(PathError) -> PathSet {
        let question: PathQuestion
        switch try PathQuestion.make(self, from: source, to: target, avoiding: avoiding, costs: costs) {
        case .success(let made): question = made
        case .failure(let none): return PathSet(self, noPathReason: none.reason)
        }
        guard count > 0 else { return PathSet(self) }
        var yen = YenSearch(question, maxHops: maxHops, shouldStop: shouldStop)
        var paths: [Path] = []
        while paths.count < count, let arcs = yen.next() {
            paths.append(Path(in: self, from: question.source, arcs: arcs, costs: costs))
        }
        let reason =
            paths.isEmpty && !yen.wasStopped ? question.noPathReason(maxHops: maxHops) : nil
        return PathSet(
            self, paths.sorted(by: Path.precedes), noPathReason: reason,
            truncation: yen.wasStopped ? .stopped : nil)
    }
}

/// The simple paths between two nodes by ascending cost.
private struct YenSearch {
    /// A departure from the paths so far: the arcs up to a node, and from there none of those already taken.
    private struct Candidate: Comparable {
        /// What the path costs; while the path is not known, the least that it can cost.
        var cost: Double
        /// The whole path, or only the arcs up to the departure.
        var arcs: [Int]
        /// How many arcs there are before the departure.
        var departure: Int
        /// The prefix in the tree.
        var prefix: Int
        var isKnown: Bool

        /// Unknown paths first, so that all paths of equal cost are known before one is given out.
        static func < (a: Self, b: Self) -> Bool {
            if a.cost != b.cost { return a.cost < b.cost }
            if a.isKnown != b.isKnown { return !a.isKnown }
            if a.arcs.count != b.arcs.count { return a.arcs.count < b.arcs.count }
            return a.arcs.lexicographicallyPrecedes(b.arcs)
        }
    }

    private let question: PathQuestion
    private let maxHops: Int?
    private var search: CheapestPathSearch
    private var candidates = BinaryHeap<Candidate>()
    /// A tree of the paths given out: of every prefix the arcs that follow, with the longer prefix.
    private var followers: [[(arc: Int, prefix: Int)]] = [[]]

    var wasStopped: Bool { search.wasStopped }

    init(_ question: PathQuestion, maxHops: Int?, shouldStop: (@Sendable () -> Bool)?) {
        self.question = question
        self.maxHops = maxHops
        let ahead = Projection.costs(
            from: question.target, along: question.projection.incoming, question.costs?.values,
            blocked: question.blocked, dead: question.source)
        search = CheapestPathSearch(
            question, maxHops: maxHops, costsToTarget: ahead, shouldStop: shouldStop)
        guard ahead[question.source] < .infinity else { return }
        candidates.insert(
            Candidate(cost: ahead[question.source], arcs: [], departure: 0, prefix: 0, isKnown: false))
    }

    /// The arcs of the next path, or nil if there is none or the search was stopped.
    mutating func next() -> [Int]? {
        while let candidate = candidates.popLeast() {
            if candidate.isKnown {
                addDepartures(from: candidate)
                return candidate.arcs
            }
            guard let known = followUp(candidate) else {
                if wasStopped { return nil }
                continue
            }
            candidates.insert(known)
        }
        return nil
    }

    /// Finds the cheapest path of a departure.
    private mutating func followUp(_ candidate: Candidate) -> Candidate? {
        let rows = question.projection.outgoing
        var node = question.source
        var cost = 0.0
        var left: [Int] = []
        for arc in candidate.arcs {
            left.append(node)
            search.blocked[node] = true
            cost += search.cost(of: arc)
            node = Int(rows.neighbours[arc])
        }
        defer { for node in left { search.blocked[node] = false } }
        let rest = search.arcs(
            from: node, without: followers[candidate.prefix].map(\.arc), after: cost,
            hops: candidate.arcs.count)
        guard let rest else { return nil }
        var known = candidate
        known.arcs += rest
        known.cost = known.arcs.reduce(0) { $0 + search.cost(of: $1) }
        known.isKnown = true
        return known
    }

    /// Enters a path that is given out, and the departures from it.
    private mutating func addDepartures(from path: Candidate) {
        let rows = question.projection.outgoing
        var prefix = path.prefix
        var node = question.source
        var cost = 0.0
        for (position, arc) in path.arcs.enumerated() {
            if position >= path.departure {
                followers.append([])
                followers[prefix].append((arc, followers.count - 1))
                let taken = followers[prefix].map(\.arc)
                let row = rows.row(node)
                // The least cost of going on by another arc, if other nodes of the path are not in the way.
                var least = Double.infinity
                for other in row
                where !taken.contains(other) && !question.isRepeat(other, inRowFrom: row.lowerBound) {
                    let ahead = search.costAhead(of: Int(rows.neighbours[other]))
                    least = min(least, cost + (search.cost(of: other) + ahead))
                }
                if least < .infinity {
                    candidates.insert(
                        Candidate(
                            cost: least, arcs: Array(path.arcs[..<position]), departure: position,
                            prefix: prefix, isKnown: false))
                }
                prefix = followers.count - 1
            }
            cost += search.cost(of: arc)
            node = Int(rows.neighbours[arc])
        }
    }
}
