internal import LinkChartModel

/// A question for communities in the form that all methods share, and its answer.
struct CommunityRequest {
    var method: CommunityMethod
    var weights: EdgeWeights
    var objective: CommunityObjective?
    var resolution: Double
    var seed: UInt64
    var iterationLimit: Int?

    func answer(of projection: Projection, _ execution: Execution) throws(AnalysisError) -> Communities {
        guard resolution >= 0, resolution < .infinity else {
            throw AnalysisError(
                .badParameter, "a resolution of \(resolution): it must be finite and not negative")
        }
        if let iterationLimit, iterationLimit < 1 {
            throw AnalysisError(
                .badParameter, "\(iterationLimit) iterations find nothing: there must be one at least")
        }
        try execution.check()
        let prepared = try HubFirstCommunityGraph.of(projection, weights)
        try execution.check()
        var random = RandomNumbers(seed: seed)
        let outcome: CommunitySearch.Outcome
        if let objective {
            let search = CommunitySearch(
                rating: rating(objective, prepared, nodeCount: projection.nodeCount),
                refines: method == .leiden, randomness: 0.01 * prepared.meanWeight,
                iterationLimit: iterationLimit)
            outcome = try search.run(on: prepared.graph, random: &random, execution)
        } else {
            outcome = try LabelSearch(iterationLimit: iterationLimit)
                .run(on: prepared.graph, random: &random, execution)
        }
        try execution.check()
        execution.progress?(1)
        let partition = prepared.partition(of: projection, outcome.labels, outcome.count)
        return Communities(
            partition: partition, method: method, objective: objective, resolution: resolution,
            weights: weights.meaning, seed: seed,
            modularity: prepared.modularity(of: outcome.labels, outcome.count, resolution: resolution),
            iterations: outcome.iterations, levels: outcome.levels)
    }

    private func rating(
        _ objective: CommunityObjective, _ prepared: HubFirstCommunityGraph, nodeCount: Int
    ) -> CommunityPenalty {
        switch objective {
        case .modularity:
            CommunityPenalty(
                goesByStrength: true,
                penalty: prepared.doubleWeight > 0 ? resolution / prepared.doubleWeight : 0,
                totalMass: prepared.doubleWeight)
        case .constantPotts:
            CommunityPenalty(
                goesByStrength: false, penalty: resolution * prepared.scale, totalMass: Double(nodeCount))
        }
    }
}

extension HubFirstCommunityGraph {
    /// The weight of an arc on average.
    var meanWeight: Double { doubleWeight / Double(max(graph.arcCount, 1)) }

    /// Labels of the linked nodes as a partition of all: every other node is alone.
    func partition(of projection: Projection, _ labels: [UInt32], _ count: Int) -> Partition {
        var all = [UInt32](repeating: 0, count: oldNumbers.count)
        for (node, old) in oldNumbers.enumerated() {
            all[Int(old)] =
                node < labels.count ? labels[node] : UInt32(truncatingIfNeeded: count + node - labels.count)
        }
        return Partition(of: projection, labels: all, labelCount: count + oldNumbers.count - labels.count)
    }

    /// The modularity of communities of the linked nodes, all others alone; nil without links.
    func modularity(of labels: [UInt32], _ count: Int, resolution: Double) -> Double? {
        guard doubleWeight > 0 else { return nil }
        var inside = [Double](repeating: 0, count: count)
        var strengths = inside
        for node in 0..<graph.nodeCount {
            let own = labels[node]
            var sum = 2 * graph.loops[node]
            for arc in graph.offsets[node]..<graph.offsets[node + 1]
            where labels[Int(graph.neighbours[arc])] == own {
                sum += graph.weights.map { $0[arc] } ?? 1
            }
            inside[Int(own)] += sum
            strengths[Int(own)] += graph.strengths[node]
        }
        var modularity = 0.0
        for label in 0..<count {
            let share = strengths[label] / doubleWeight
            modularity += inside[label] / doubleWeight - resolution * share * share
        }
        return modularity
    }
}
