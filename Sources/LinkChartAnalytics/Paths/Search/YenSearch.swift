internal import LinkChartModel

/// The simple paths between two nodes by ascending cost.
struct YenSearch {
    /// A departure from the paths so far: at the end of a prefix, by none of the arcs already taken there.
    private struct Candidate: Comparable {
        /// What the path costs; while the path is not known, the least that it can cost.
        var cost: Double
        /// How many arcs the path has; while it is not known, the prefix.
        var hops: Int
        /// Later candidates have greater numbers.
        var number: Int
        /// The prefix in the tree.
        var prefix: Int
        /// The arcs from the departure on; nil while they are not known.
        var rest: [Int]?

        /// Unknown paths first, so that all paths of equal cost are known before one is given out.
        static func < (a: Self, b: Self) -> Bool {
            if a.cost != b.cost { return a.cost < b.cost }
            if (a.rest == nil) != (b.rest == nil) { return a.rest == nil }
            return (a.hops, a.number) < (b.hops, b.number)
        }
    }

    private let question: PathQuestion
    private var search: CheapestPathSearch
    private var candidates = BinaryHeap<Candidate>()
    private var candidateCount = 0
    private var tree = PrefixTree()

    var wasStopped: Bool { search.wasStopped }

    init(_ question: PathQuestion, maxHops: Int?, _ meter: StopMeter) {
        var meter = meter
        self.question = question
        let ahead = question.costsToTarget(&meter)
        search = CheapestPathSearch(question, maxHops: maxHops, costsToTarget: ahead, meter)
        if ahead[question.source] < .infinity {
            enter(cost: ahead[question.source], hops: 0, prefix: PrefixTree.root)
        }
    }

    /// The arcs of the next path, or nil if there is none or the search was stopped.
    mutating func next() -> [Int]? {
        while !wasStopped, let candidate = candidates.popLeast() {
            if let rest = candidate.rest {
                addDepartures(from: candidate.prefix, rest)
                return tree.arcs(of: candidate.prefix) + rest
            }
            followUp(candidate)
            if wasStopped { return nil }
        }
        return nil
    }

    private mutating func enter(cost: Double, hops: Int, prefix: Int, rest: [Int]? = nil) {
        candidateCount += 1
        candidates.insert(
            Candidate(cost: cost, hops: hops, number: candidateCount, prefix: prefix, rest: rest))
    }

    /// Finds the cheapest path of a departure, if there is one.
    private mutating func followUp(_ candidate: Candidate) {
        let prefix = tree.arcs(of: candidate.prefix)
        let nodes = nodes(along: prefix)
        for node in nodes.dropLast() { search.blocked[node] = true }
        defer { for node in nodes.dropLast() { search.blocked[node] = false } }
        let cost = prefix.reduce(0) { $0 + search.cost(of: $1) }
        let rest = search.arcs(
            from: nodes[nodes.count - 1], without: Set(tree.followers(of: candidate.prefix)), after: cost,
            hops: prefix.count)
        guard let rest else { return }
        enter(
            cost: rest.reduce(cost) { $0 + search.cost(of: $1) }, hops: prefix.count + rest.count,
            prefix: candidate.prefix, rest: rest)
    }

    /// Enters a path that is given out, and the departures from it.
    private mutating func addDepartures(from departure: Int, _ rest: [Int]) {
        let rows = question.projection.outgoing
        let start = tree.arcs(of: departure)
        let nodes = nodes(along: start + rest)
        var isOnPrefix = Set(nodes.prefix(start.count))
        var cost = start.reduce(0) { $0 + search.cost(of: $1) }
        var prefix = departure
        for (position, arc) in rest.enumerated() {
            let node = nodes[start.count + position]
            isOnPrefix.insert(node)
            let longer = tree.enter(arc, after: prefix)
            let taken = Set(tree.followers(of: prefix))
            let row = rows.row(node)
            // The least cost of going on by another arc, as if the rest of the prefix were not in the way.
            var least = Double.infinity
            for other in row {
                let next = Int(rows.neighbours[other])
                let total = cost + (search.cost(of: other) + search.costAhead(of: next))
                guard total < least, !isOnPrefix.contains(next), !taken.contains(other),
                    !question.isRepeat(other, inRowFrom: row.lowerBound)
                else { continue }
                least = total
            }
            if least < .infinity { enter(cost: least, hops: start.count + position, prefix: prefix) }
            prefix = longer
            cost += search.cost(of: arc)
        }
    }

    private func nodes(along arcs: [Int]) -> [Int] {
        [question.source] + arcs.map { Int(question.projection.outgoing.neighbours[$0]) }
    }
}

/// The paths given out so far, as a tree of their common beginnings: a number is a beginning.
private struct PrefixTree {
    static let root = 0

    private var parent = [0]
    private var arc = [-1]
    private var firstFollower = [-1]
    private var nextSibling = [-1]

    /// The arcs of a beginning.
    func arcs(of prefix: Int) -> [Int] {
        var arcs: [Int] = []
        var prefix = prefix
        while prefix != Self.root {
            arcs.append(arc[prefix])
            prefix = parent[prefix]
        }
        return arcs.reversed()
    }

    /// The arcs by which paths go on from a beginning.
    func followers(of prefix: Int) -> [Int] {
        var arcs: [Int] = []
        var follower = firstFollower[prefix]
        while follower >= 0 {
            arcs.append(arc[follower])
            follower = nextSibling[follower]
        }
        return arcs
    }

    /// Enters a beginning that is longer by an arc.
    ///
    /// - Returns: its number.
    mutating func enter(_ arc: Int, after prefix: Int) -> Int {
        let number = parent.count
        parent.append(prefix)
        self.arc.append(arc)
        nextSibling.append(firstFollower[prefix])
        firstFollower.append(-1)
        firstFollower[prefix] = number
        return number
    }
}
