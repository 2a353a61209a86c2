extension BruteForce {
    /// Katz centrality by solving its equations: every arc of a walk counts `alpha`.
    ///
    /// - Precondition: 1 / `alpha` is no eigenvalue of the arc counts.
    public func katz(alpha: Double) -> [Double] {
        let count = graph.nodeCount
        let arcCounts = arcCounts
        let matrix = (0..<count).map { to in
            (0..<count).map { from in (from == to ? 1 : 0) - alpha * Double(arcCounts[from][to]) }
        }
        return Self.solve(matrix, [Double](repeating: 1, count: count))
    }

    /// PageRank by solving its equations, where the surfer returns to these nodes in proportion.
    ///
    /// - Parameters:
    ///   - homes: the weight of every node, not all 0.
    ///   - damping: the probability of following an arc.
    public func personalizedPageRank(_ homes: [Double], damping: Double = 0.85) -> [Double] {
        let count = graph.nodeCount
        let arcCounts = arcCounts
        let total = homes.reduce(0, +)
        let homes = homes.map { $0 / total }
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for from in 0..<count {
            let arcs = arcCounts[from].reduce(0, +)
            for to in 0..<count {
                let step = arcs == 0 ? homes[to] : Double(arcCounts[from][to]) / Double(arcs)
                matrix[to][from] = (from == to ? 1 : 0) - damping * step
            }
        }
        return Self.solve(matrix, homes.map { $0 * (1 - damping) })
    }

    /// How far hubs and authorities are from being what they should: the greatest difference between an entry of
    /// A^T A *a* and of λ *a*, where λ fits best, and between A *a* and the hubs, each scaled to sum 1.
    public func hitsResidual(
        hubs: [Double], authorities: [Double]
    ) -> (eigenvalue: Double, residual: Double) {
        let arcCounts = arcCounts.map { $0.map { Double($0) } }
        let nodes = 0..<graph.nodeCount
        let led = nodes.map { from in nodes.reduce(0) { $0 + arcCounts[from][$1] * authorities[$1] } }
        let back = nodes.map { to in nodes.reduce(0) { $0 + arcCounts[$1][to] * led[$1] } }
        let square = authorities.reduce(0) { $0 + $1 * $1 }
        let eigenvalue = zip(authorities, back).reduce(0) { $0 + $1.0 * $1.1 } / square
        let sum = led.reduce(0, +)
        let ofAuthorities = zip(authorities, back).map { abs($1 - eigenvalue * $0) }.max() ?? 0
        let ofHubs = zip(hubs, led).map { abs($0 - $1 / sum) }.max() ?? 0
        return (eigenvalue, max(ofAuthorities / max(eigenvalue, 1), ofHubs))
    }

    /// How strong the tie between row and column is: the arcs in both directions, without loops.
    private var tieStrengths: [[Double]] {
        let arcCounts = arcCounts
        return arcCounts.indices.map { one in
            arcCounts.indices.map { other in
                guard one != other else { return 0 }
                return Double(arcCounts[one][other] + (graph.isDirected ? arcCounts[other][one] : 0))
            }
        }
    }

    /// Burt's constraint by its formula; nil for nodes without contacts.
    public var constraint: [Double?] {
        let ties = tieStrengths
        let shares = ties.map { row in row.map { $0 / max(row.reduce(0, +), 1) } }
        return ties.indices.map { node in
            let contacts = ties.indices.filter { ties[node][$0] > 0 }
            guard !contacts.isEmpty else { return nil }
            return contacts.reduce(0.0) { sum, contact in
                let indirect = ties.indices.reduce(0) { $0 + shares[node][$1] * shares[$1][contact] }
                let held = shares[node][contact] + indirect
                return sum + held * held
            }
        }
    }

    /// Burt's effective size by its formula; nil for nodes without contacts.
    public var effectiveSize: [Double?] {
        let ties = tieStrengths
        return ties.indices.map { node in
            let contacts = ties.indices.filter { ties[node][$0] > 0 }
            guard !contacts.isEmpty else { return nil }
            let total = ties[node].reduce(0, +)
            return contacts.reduce(0.0) { sum, contact in
                let strongest = ties[contact].max() ?? 1
                let redundant = ties.indices.reduce(0) {
                    $0 + ties[node][$1] / total * (ties[contact][$1] / strongest)
                }
                return sum + 1 - redundant
            }
        }
    }
}
