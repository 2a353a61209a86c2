extension CommunityWorkspace {
    /// Splits every community into connected parts that belong together: every node begins as a part of its own,
    /// and one that is still alone may join a part of its community that it has an arc to, if neither is badly
    /// connected to the rest of the community and the quality does not fall.
    ///
    /// A part only grows by nodes with an arc into it, so it is connected.
    ///
    /// - Parameters:
    ///   - graph: the graph. The queue is used for the order in which its nodes are looked at.
    ///   - randomness: the larger, the likelier another part is chosen than the one that gains most, in units of
    ///     the weights; parts that gain the same are equally likely.
    /// - Returns: how many parts there are; `part` holds each node's, without gaps.
    func refine(
        _ graph: CommunityGraph, _ rating: CommunityPenalty, randomness: Double,
        _ random: inout RandomNumbers,
        _ execution: Execution
    ) throws(AnalysisError) -> Int {
        if let weights = graph.weights {
            try refine(
                graph, StoredArcWeights(weights: weights), rating, randomness, &random, execution)
        } else {
            try refine(graph, UnitArcWeights(), rating, randomness, &random, execution)
        }
        return renumber(part, graph.nodeCount)
    }

    private func refine<Weights: ArcWeights>(
        _ graph: CommunityGraph, _ weights: Weights, _ rating: CommunityPenalty, _ randomness: Double,
        _ random: inout RandomNumbers, _ execution: Execution
    ) throws(AnalysisError) {
        let count = graph.nodeCount
        let (offsets, neighbours) = (graph.offsets, graph.neighbours)
        let nodeMass = rating.masses(of: graph)
        let (penalty, totalMass, strengths) = (rating.penalty, rating.totalMass, graph.strengths)
        let (community, mass) = (community, mass)
        let (part, partMass, partCut) = (part, partMass, partCut)
        let (weightTo, touched, order) = (weightTo, touched, queue)
        // Whether a node is no longer alone in its part.
        let isJoined = isQueued

        var meter = WorkMeter(execution, total: .max)
        for node in 0..<count {
            part[node] = UInt32(truncatingIfNeeded: node)
            partMass[node] = nodeMass[node]
            isJoined[node] = false
            order[node] = UInt32(truncatingIfNeeded: node)
            let own = community[node]
            var inside = 0.0
            for arc in offsets[node]..<offsets[node &+ 1] where community[Int(neighbours[arc])] == own {
                inside += weights.weight(arc)
            }
            partCut[node] = inside
        }
        shuffle(order, count, &random)

        for turn in 0..<count {
            let node = Int(order[turn])
            guard !isJoined[node] else { continue }
            let own = community[node]
            let ownMass = nodeMass[node]
            let factor = penalty * ownMass
            let slack = CommunityPenalty.tolerance * (strengths[node] + factor * totalMass)
            let inside = partCut[node]
            // Badly connected to the rest of its community: stays apart.
            guard inside > 0, inside >= factor * (mass[Int(own)] - ownMass) - slack else { continue }
            try meter.advance(by: offsets[node &+ 1] &- offsets[node] &+ 1)

            var touchedCount = 0
            for arc in offsets[node]..<offsets[node &+ 1] {
                let neighbour = Int(neighbours[arc])
                guard community[neighbour] == own else { continue }
                let label = Int(part[neighbour])
                let sum = weightTo[label]
                touched[touchedCount] = UInt32(truncatingIfNeeded: label)
                touchedCount &+= sum == 0 ? 1 : 0
                weightTo[label] = sum + weights.weight(arc)
            }
            // Of the parts that are well connected and cost nothing to join, kept at the front.
            let communityMass = mass[Int(own)]
            var candidates = 0
            var bestGain = -Double.infinity
            for position in 0..<touchedCount {
                let label = Int(touched[position])
                let gain = weightTo[label] - factor * partMass[label]
                guard gain >= -slack,
                    partCut[label] >= penalty * partMass[label] * (communityMass - partMass[label]) - slack
                else {
                    weightTo[label] = 0
                    continue
                }
                touched[candidates] = UInt32(truncatingIfNeeded: label)
                candidates &+= 1
                bestGain = max(bestGain, gain)
            }
            guard candidates > 0 else { continue }
            let best = choose(
                candidates, factor, bestGain: bestGain, randomness: randomness, &random)
            part[node] = UInt32(truncatingIfNeeded: best)
            isJoined[node] = true
            isJoined[best] = true
            partMass[best] += ownMass
            partCut[best] += inside - 2 * weightTo[best]
            for position in 0..<candidates { weightTo[Int(touched[position])] = 0 }
        }
    }

    /// One of the parts at the front of `touched`, with a probability in proportion to exp(gain / randomness).
    @inline(__always)
    private func choose(
        _ candidates: Int, _ factor: Double, bestGain: Double, randomness: Double,
        _ random: inout RandomNumbers
    ) -> Int {
        func chance(_ position: Int) -> Double {
            let label = Int(touched[position])
            let loss = bestGain - (weightTo[label] - factor * partMass[label])
            // Beyond this a chance is below one in 10^17.
            return loss <= 0 ? 1 : loss < 40 * randomness ? exponential(-loss / randomness) : 0
        }
        var sum = 0.0
        for position in 0..<candidates { sum += chance(position) }
        var left = sum > 1 ? random.unit() * sum : 0
        var chosen = 0
        for position in 0..<candidates {
            let chance = chance(position)
            guard chance > 0 else { continue }
            chosen = position
            left -= chance
            if left < 0 { break }
        }
        return Int(touched[chosen])
    }

    /// Puts numbers in an order of which all are equally likely.
    func shuffle(_ order: UnsafeMutablePointer<UInt32>, _ count: Int, _ random: inout RandomNumbers) {
        var last = count - 1
        while last > 0 {
            let other = random.below(last + 1)
            let number = order[last]
            order[last] = order[other]
            order[other] = number
            last -= 1
        }
    }
}
