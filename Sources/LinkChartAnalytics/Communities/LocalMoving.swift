/// What communities are rated by: the weight inside them less what their masses would lead one to expect.
///
/// The quality of a partition is the sum over communities of *w* - `penalty` *M*² / 2, where *w* is the weight of
/// the edges inside and *M* the sum of the nodes' masses, up to what does not depend on the partition. With
/// strengths as masses and *γ* / 2*m* as penalty this is the modularity times *m*; with ones as masses and *γ* as
/// penalty it is the constant Potts model.
struct CommunityPenalty {
    /// Whether a node's mass is its strength, else how many nodes it stands for.
    var goesByStrength: Bool
    /// What two units of mass in the same community cost.
    var penalty: Double
    /// The mass of all nodes.
    var totalMass: Double
    /// The gain below which nothing is moved, relative to what is added up for it: above what rounding makes of a
    /// sum, so that it can't move nodes in circles.
    static let tolerance = 1e-12

    func masses(of graph: CommunityGraph) -> UnsafeMutablePointer<Double> {
        goesByStrength ? graph.strengths : graph.sizes
    }
}

extension CommunityWorkspace {
    /// Moves nodes one by one to the community that gains most, until no move gains anything; a node is looked at
    /// again only after a neighbour has left for another community.
    ///
    /// - Parameters:
    ///   - graph: the graph.
    ///   - queued: how many nodes `queue` holds, each once.
    /// - Returns: by how much the quality grew.
    func moveNodes(
        of graph: CommunityGraph, queued: Int, _ rating: CommunityPenalty,
        _ execution: Execution
    ) throws(AnalysisError) -> Double {
        if let weights = graph.weights {
            try moveNodes(graph, StoredArcWeights(weights: weights), queued, rating, execution)
        } else {
            try moveNodes(graph, UnitArcWeights(), queued, rating, execution)
        }
    }

    private func moveNodes<Weights: ArcWeights>(
        _ graph: CommunityGraph, _ weights: Weights, _ queued: Int, _ rating: CommunityPenalty,
        _ execution: Execution
    ) throws(AnalysisError) -> Double {
        let count = graph.nodeCount
        let (offsets, neighbours) = (graph.offsets, graph.neighbours)
        let nodeMass = rating.masses(of: graph)
        let (penalty, totalMass, strengths) = (rating.penalty, rating.totalMass, graph.strengths)
        let (community, mass, members) = (community, mass, members)
        let (weightTo, touched, queue, isQueued, vacant) = (weightTo, touched, queue, isQueued, vacant)

        mass.update(repeating: 0, count: count)
        members.update(repeating: 0, count: count)
        for node in 0..<count {
            let own = Int(community[node])
            mass[own] += nodeMass[node]
            members[own] &+= 1
        }
        var vacantCount = 0
        for label in stride(from: count - 1, through: 0, by: -1) where members[label] == 0 {
            vacant[vacantCount] = UInt32(truncatingIfNeeded: label)
            vacantCount &+= 1
        }
        isQueued.update(repeating: false, count: count)
        for position in 0..<queued { isQueued[Int(queue[position])] = true }

        var gained = 0.0
        var head = 0
        var tail = queued == count ? 0 : queued
        var waiting = queued
        var meter = WorkMeter(execution, total: .max)
        while waiting > 0 {
            let node = Int(queue[head])
            head = head &+ 1 == count ? 0 : head &+ 1
            waiting &-= 1
            isQueued[node] = false
            let (start, end) = (offsets[node], offsets[node &+ 1])
            try meter.advance(by: end &- start &+ 1)

            // Without a branch: what was touched before is written over by the next.
            var touchedCount = 0
            var arc = start
            while arc < end {
                let label = Int(community[Int(neighbours[arc])])
                let sum = weightTo[label]
                touched[touchedCount] = UInt32(truncatingIfNeeded: label)
                touchedCount &+= sum == 0 ? 1 : 0
                weightTo[label] = sum + weights.weight(arc)
                arc &+= 1
            }
            let own = Int(community[node])
            let ownMass = nodeMass[node]
            let factor = penalty * ownMass
            let staying = weightTo[own] - factor * (mass[own] - ownMass)
            var best = own
            var bestGain = staying + CommunityPenalty.tolerance * (strengths[node] + factor * totalMass)
            var position = 0
            while position < touchedCount {
                let label = Int(touched[position])
                let gain = weightTo[label] - factor * mass[label]
                weightTo[label] = 0
                if gain > bestGain && label != own {
                    bestGain = gain
                    best = label
                }
                position &+= 1
            }
            // To be alone gains 0. Who is alone already stays at 0, so there is no going round in circles.
            if bestGain < 0 && members[own] > 1 && vacantCount > 0 {
                bestGain = 0
                vacantCount &-= 1
                best = Int(vacant[vacantCount])
            }
            guard best != own else { continue }

            gained += bestGain - staying
            community[node] = UInt32(truncatingIfNeeded: best)
            mass[own] -= ownMass
            mass[best] += ownMass
            members[own] &-= 1
            members[best] &+= 1
            if members[own] == 0 {
                mass[own] = 0
                vacant[vacantCount] = UInt32(truncatingIfNeeded: own)
                vacantCount &+= 1
            }
            arc = start
            while arc < end {
                let neighbour = Int(neighbours[arc])
                if !isQueued[neighbour] && Int(community[neighbour]) != best {
                    isQueued[neighbour] = true
                    queue[tail] = UInt32(truncatingIfNeeded: neighbour)
                    tail = tail &+ 1 == count ? 0 : tail &+ 1
                    waiting &+= 1
                }
                arc &+= 1
            }
        }
        return gained
    }
}
