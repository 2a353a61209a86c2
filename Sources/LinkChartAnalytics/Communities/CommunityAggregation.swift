extension CommunityWorkspace {
    /// The graph whose nodes are parts of this one, with the weights between them summed.
    ///
    /// - Parameters:
    ///   - graph: the graph.
    ///   - labels: the part of every node, numbered without gaps.
    ///   - count: how many parts there are.
    func aggregate(
        _ graph: CommunityGraph, by labels: UnsafeMutablePointer<UInt32>, _ count: Int, _ execution: Execution
    ) throws(AnalysisError) -> CommunityGraph {
        if let weights = graph.weights {
            try aggregate(graph, StoredArcWeights(weights: weights), labels, count, execution)
        } else {
            try aggregate(graph, UnitArcWeights(), labels, count, execution)
        }
    }

    private func aggregate<Weights: ArcWeights>(
        _ graph: CommunityGraph, _ weights: Weights, _ labels: UnsafeMutablePointer<UInt32>, _ count: Int,
        _ execution: Execution
    ) throws(AnalysisError) -> CommunityGraph {
        let (offsets, neighbours) = (graph.offsets, graph.neighbours)
        let small = CommunityGraph(nodeCount: count, arcCapacity: graph.arcCount, isWeighted: true)
        guard let smallWeights = small.weights else { return small }
        // Nodes by part: counting sort into the queue.
        let (next, byPart) = (numbers, queue)
        next.update(repeating: 0, count: count + 1)
        for node in 0..<graph.nodeCount { next[Int(labels[node]) &+ 1] &+= 1 }
        for label in 0..<count { next[label &+ 1] &+= next[label] }
        for node in 0..<graph.nodeCount {
            let label = Int(labels[node])
            byPart[Int(next[label])] = UInt32(truncatingIfNeeded: node)
            next[label] &+= 1
        }

        let (weightTo, touched) = (weightTo, touched)
        var meter = WorkMeter(execution, total: .max)
        var used = 0
        var first = 0
        for label in 0..<count {
            // What was moved on by one is now where the part ends.
            let end = Int(next[label])
            var touchedCount = 0
            var loops = 0.0
            var strength = 0.0
            var size = 0.0
            for position in first..<end {
                let node = Int(byPart[position])
                loops += graph.loops[node]
                strength += graph.strengths[node]
                size += graph.sizes[node]
                try meter.advance(by: offsets[node &+ 1] &- offsets[node] &+ 1)
                for arc in offsets[node]..<offsets[node &+ 1] {
                    let other = Int(labels[Int(neighbours[arc])])
                    let sum = weightTo[other]
                    touched[touchedCount] = UInt32(truncatingIfNeeded: other)
                    touchedCount &+= sum == 0 ? 1 : 0
                    weightTo[other] = sum + weights.weight(arc)
                }
            }
            for position in 0..<touchedCount {
                let other = Int(touched[position])
                if other == label {
                    loops += weightTo[other] / 2
                } else {
                    small.neighbours[used] = touched[position]
                    smallWeights[used] = weightTo[other]
                    used &+= 1
                }
                weightTo[other] = 0
            }
            small.offsets[label &+ 1] = used
            small.loops[label] = loops
            small.strengths[label] = strength
            small.sizes[label] = size
            first = end
        }
        return small
    }
}
