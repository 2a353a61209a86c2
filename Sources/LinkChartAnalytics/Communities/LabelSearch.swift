/// Label propagation: every node takes the label that weighs most among its neighbours, in a random order, until
/// every node has one of those.
///
/// First a node with several such labels takes any of them, also in place of its own: labels then wander to where
/// more nodes have them, and fewer small communities are left than if each node kept what it has. Then nodes do
/// keep theirs, so that it comes to an end: every change adds to the weight between nodes of the same label.
struct LabelSearch {
    var iterationLimit: Int?

    /// After so many rounds labels have wandered enough; most graphs need fewer.
    private static let wanderingRounds = 20

    /// - Throws: ``AnalysisError/cancelled``.
    func run(
        on graph: CommunityGraph, random: inout RandomNumbers, _ execution: Execution
    ) throws(AnalysisError) -> CommunitySearch.Outcome {
        let work = CommunityWorkspace(nodeCount: graph.nodeCount)
        work.separate(graph.nodeCount)
        let iterations: Int
        if let weights = graph.weights {
            iterations = try propagate(graph, StoredArcWeights(weights: weights), work, &random, execution)
        } else {
            iterations = try propagate(graph, UnitArcWeights(), work, &random, execution)
        }
        let count = work.renumber(work.community, graph.nodeCount)
        let labels = (0..<graph.nodeCount).map { work.community[$0] }
        return CommunitySearch.Outcome(labels: labels, count: count, levels: 1, iterations: iterations)
    }

    private func propagate<Weights: ArcWeights>(
        _ graph: CommunityGraph, _ weights: Weights, _ work: CommunityWorkspace,
        _ random: inout RandomNumbers,
        _ execution: Execution
    ) throws(AnalysisError) -> Int {
        let count = graph.nodeCount
        let (offsets, neighbours) = (graph.offsets, graph.neighbours)
        let (label, weightTo, touched, order) = (work.community, work.weightTo, work.touched, work.queue)
        for node in 0..<count { order[node] = UInt32(truncatingIfNeeded: node) }
        // Whether a neighbour has changed since the node was looked at.
        let isStale = work.isQueued
        isStale.update(repeating: true, count: count)
        // What a round is of all rounds is not known; each reports on its end.
        var meter = WorkMeter(Execution(isCancelled: execution.isCancelled), total: .max)
        var iterations = 0
        var hasChanged = count > 0
        var isWandering = true
        while hasChanged && iterations < iterationLimit ?? .max {
            hasChanged = false
            iterations += 1
            work.shuffle(order, count, &random)
            for turn in 0..<count {
                let node = Int(order[turn])
                guard isStale[node] else { continue }
                isStale[node] = false
                let (start, end) = (offsets[node], offsets[node &+ 1])
                try meter.advance(by: end &- start &+ 1)
                var touchedCount = 0
                for arc in start..<end {
                    let other = Int(label[Int(neighbours[arc])])
                    let sum = weightTo[other]
                    touched[touchedCount] = UInt32(truncatingIfNeeded: other)
                    touchedCount &+= sum == 0 ? 1 : 0
                    weightTo[other] = sum + weights.weight(arc)
                }
                var heaviest = 0.0
                for position in 0..<touchedCount {
                    heaviest = max(heaviest, weightTo[Int(touched[position])])
                }
                // Sums of the same weights in another order differ in their last digits.
                let least = heaviest * (1 - 1e-12)
                var candidates = 0
                let own = label[node]
                let keepsOwn = touchedCount == 0 || weightTo[Int(own)] >= least
                for position in 0..<touchedCount {
                    let other = touched[position]
                    let isBest = weightTo[Int(other)] >= least
                    weightTo[Int(other)] = 0
                    touched[candidates] = other
                    candidates &+= isBest ? 1 : 0
                }
                let isTorn = isWandering && candidates > 1
                isStale[node] = isTorn
                guard !keepsOwn || isTorn else { continue }
                let chosen = touched[candidates > 1 ? random.below(candidates) : 0]
                guard chosen != own else { continue }
                label[node] = chosen
                hasChanged = hasChanged || !keepsOwn
                for arc in start..<end { isStale[Int(neighbours[arc])] = true }
            }
            if isWandering && (!hasChanged || iterations == Self.wanderingRounds) {
                isWandering = false
                hasChanged = true
            }
            execution.progress?(1 - 1 / Double(iterations + 1))
        }
        return iterations
    }
}
