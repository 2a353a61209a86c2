internal import LinkChartModel

/// Chooses sets by any measure.
enum KeyPlayerSearch {
    enum Method {
        case exhaustive
        case greedySwap(restarts: Int)
        case automatic(restarts: Int)

        var restarts: Int {
            switch self {
            case .exhaustive: 0
            case .greedySwap(let restarts), .automatic(let restarts): restarts
            }
        }
    }

    /// Up to how many arcs all sets are compared unasked: some seconds.
    static let exhaustiveLimit = 1_000_000_000.0

    static func run(
        _ count: Int, _ measure: KeyPlayerMeasure, _ projection: Projection, seed: UInt64, method: Method,
        _ execution: Execution
    ) throws(AnalysisError) -> KeyPlayers {
        guard count >= 0 else {
            throw AnalysisError(
                .badParameter, "a set of \(count) key players: the number must not be negative")
        }
        guard method.restarts >= 0 else {
            throw AnalysisError(.badParameter, "\(method.restarts) restarts: the number must not be negative")
        }
        switch measure {
        case .fragmentation:
            return try run(
                FragmentationObjective(projection), count, measure, projection, seed, method, execution)
        case .distanceWeightedFragmentation:
            let objective = DistanceFragmentationObjective(projection, seed: seed)
            return try run(objective, count, measure, projection, seed, method, execution)
        case .reach(let steps):
            guard steps >= 0 else {
                throw AnalysisError(
                    .badParameter, "reach within \(steps) steps: the number must not be negative")
            }
            let objective = try ReachObjective(projection, limit: steps, execution)
            return try run(objective, count, measure, projection, seed, method, execution)
        case .distanceWeightedReach:
            let objective = try ReachObjective(projection, limit: nil, execution)
            return try run(objective, count, measure, projection, seed, method, execution)
        }
    }

    private static func run(
        _ objective: some PlayerObjective, _ count: Int, _ measure: KeyPlayerMeasure,
        _ projection: Projection, _ seed: UInt64, _ method: Method, _ execution: Execution
    ) throws(AnalysisError) -> KeyPlayers {
        let total = objective.nodeCount
        let wanted = min(count, total)
        var set = Array(0..<wanted)
        var isExact = wanted == 0 || wanted == total
        var starts = 0
        if !isExact {
            switch method {
            case .exhaustive: isExact = true
            case .greedySwap: break
            case .automatic:
                let cost = combinations(total, wanted - 1) * Double(objective.additionCost)
                isExact = cost <= exhaustiveLimit && objective.comparedSources == nil
            }
            if isExact {
                set = try best(of: wanted, objective, execution.part(0, 0.9))
            } else {
                starts = method.restarts + 1
                set = try sought(wanted, objective, seed, starts: starts, execution.part(0, 0.8))
            }
        }
        let scores = try score(set, objective, execution.part(starts > 0 ? 0.8 : 0.9, 1))
        var players = zip(set, scores.contributions).map {
            KeyPlayers.Player(node: projection.node(at: $0.0), contribution: $0.1)
        }
        players.sort { a, b in
            a.contribution != b.contribution
                ? a.contribution > b.contribution : a.node.position < b.node.position
        }
        execution.progress?(1)
        return KeyPlayers(
            projection: projection, measure: measure, players: players, before: scores.before,
            after: scores.after, isExact: isExact, seed: seed, starts: starts,
            comparedSources: starts > 0 ? objective.comparedSources : nil,
            scoredSources: objective.scoredSources)
    }

    /// The scores of no set, of the set, and what each member adds to the others.
    private static func score(
        _ set: [Int], _ objective: some PlayerObjective, _ execution: Execution
    ) throws(AnalysisError) -> (before: Double, after: Double, contributions: [Double]) {
        let steps = Double(set.count + 2)
        let before = try objective.score(of: [], execution.part(0, 1 / steps))
        let after = try objective.score(of: set, execution.part(1 / steps, 2 / steps))
        var contributions: [Double] = []
        for member in set.indices {
            if set.count == 1 {
                contributions.append(after - before)
                break
            }
            var others = set
            others.remove(at: member)
            let first = Double(member + 2) / steps
            contributions.append(
                after - (try objective.score(of: others, execution.part(first, first + 1 / steps))))
        }
        return (before, after, contributions)
    }

    /// The best of all sets; of equal ones the first in the order of comparison.
    private static func best(
        of count: Int, _ objective: some PlayerObjective, _ execution: Execution
    ) throws(AnalysisError) -> [Int] {
        let sets = Int(combinations(objective.nodeCount, count - 1))
        let blockSize = max(1, min(sets / 64, 4096))
        var best: (set: [Int], score: Double) = ([], -.infinity)
        try WorkQueue.run(blocks: (sets + blockSize - 1) / blockSize, execution) { queue in
            while let block = queue.take() {
                var found: (set: [Int], score: Double) = ([], -.infinity)
                let first = block * blockSize
                var others = combination(first, of: count - 1, from: objective.nodeCount)
                for rank in first..<min(first + blockSize, sets) {
                    if rank > first { advance(&others, below: objective.nodeCount) }
                    // What can stop it is asked between blocks.
                    let addition = try? objective.bestAddition(to: others, .threads(1))
                    if let addition, addition.score > found.score + 1e-12 {
                        found = (others + [addition.node], addition.score)
                    }
                }
                queue.commit(block) { if found.score > best.score + 1e-12 { best = found } }
            }
        }
        return best.set.sorted()
    }

    /// A good set: greedy, then random starts, each improved by exchanging members.
    private static func sought(
        _ count: Int, _ objective: some PlayerObjective, _ seed: UInt64, starts: Int,
        _ execution: Execution
    ) throws(AnalysisError) -> [Int] {
        var best: (set: [Int], score: Double) = ([], -.infinity)
        var done = 0
        // A start takes an addition a member, and seldom more than two rounds of exchanges.
        let expected = Double(starts * count * 3)
        func addition(to set: [Int]) throws(AnalysisError) -> (node: Int, score: Double)? {
            try execution.check()
            let part = execution.part(min(Double(done) / expected, 1), min(Double(done + 1) / expected, 1))
            done += 1
            return try objective.bestAddition(to: set, part)
        }
        for start in 0..<starts {
            var set: [Int] = []
            var score = -Double.infinity
            if start == 0 {
                while set.count < count, let next = try addition(to: set) {
                    set.append(next.node)
                    score = next.score
                }
            } else {
                var random = RandomNumbers(seed: seed, sample: start)
                set = random.choose(count, of: objective.nodeCount)
            }
            var member = 0
            var unchanged = 0
            while unchanged < count {
                var others = set
                others.remove(at: member)
                if let other = try addition(to: others), other.score > score + 1e-12 {
                    score = other.score
                    set[member] = other.node
                    unchanged = 0
                }
                unchanged += 1
                member = (member + 1) % count
            }
            if score > best.score + 1e-12 { best = (set, score) }
        }
        return best.set.sorted()
    }

    /// How many sets of `count` there are, as far as a `Double` counts.
    static func combinations(_ total: Int, _ count: Int) -> Double {
        var result = 1.0
        for step in 0..<max(count, 0) { result = result * Double(total - step) / Double(step + 1) }
        return result.rounded()
    }

    /// The set with a rank in lexicographic order.
    static func combination(_ rank: Int, of count: Int, from total: Int) -> [Int] {
        var set: [Int] = []
        var rank = rank
        var next = 0
        while set.count < count {
            let following = Int(combinations(total - next - 1, count - set.count - 1))
            if rank < following { set.append(next) } else { rank -= following }
            next += 1
        }
        return set
    }

    /// Makes the next set in lexicographic order of it.
    private static func advance(_ set: inout [Int], below total: Int) {
        var place = set.count - 1
        while place >= 0, set[place] == total - set.count + place { place -= 1 }
        guard place >= 0 else { return }
        set[place] += 1
        for later in (place + 1)..<max(set.count, place + 1) { set[later] = set[later - 1] + 1 }
    }
}
