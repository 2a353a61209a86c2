#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

internal import LinkChartAnalytics

/// Places linked nodes near and others apart, in any number: springs and repulsion on a pyramid of graphs, each
/// about a third of the one below (Y. Hu 2005), with the forces of ForceAtlas2 (M. Jacomy, T. Venturini, S. Heymann,
/// M. Bastian 2014, doi:10.1371/journal.pone.0098679), which let communities show and hubs keep their distance.
///
/// The same graph and seed give the same places.
struct ForceLayout {
    var seed: UInt64 = 1
    /// How strongly everything is drawn to the middle, so that parts without links between them stay near.
    var gravity = 1.0
    /// How much wider than high the picture wants to be.
    var aspect = 1.0
    /// A constant force on each node; empty for none.
    var pulls: [GraphLayout.Point] = []

    /// The places of the nodes; two linked nodes with no other links come to lie about two apart.
    ///
    /// - Complexity: O(*n* log *n* + *m*) a round, some hundreds of rounds on small graphs and fifty on large ones.
    func positions(of graph: ForceGraph) -> [GraphLayout.Point] {
        guard graph.nodeCount > 1 else {
            return Array(repeating: GraphLayout.Point(x: 0, y: 0), count: graph.nodeCount)
        }
        var random = RandomNumbers(seed: seed)
        var levels = [graph]
        var groups: [[Int32]] = []
        while let last = levels.last, last.nodeCount > 40 {
            let (coarser, belongs) = last.coarser(random: &random)
            guard coarser.nodeCount * 10 < last.nodeCount * 9 else { break }
            levels.append(coarser)
            groups.append(belongs)
        }
        var positions: [GraphLayout.Point] = []
        for (level, graph) in levels.enumerated().reversed() {
            let isTop = level == levels.count - 1
            if isTop {
                let radius = 2 * graph.masses.reduce(0, +).squareRoot()
                positions = (0..<graph.nodeCount).map { _ in
                    GraphLayout.Point(x: (random.unit() - 0.5) * radius, y: (random.unit() - 0.5) * radius)
                }
            } else {
                let above = positions
                positions = (0..<graph.nodeCount).map { node in
                    let around = above[Int(groups[level][node])]
                    return GraphLayout.Point(
                        x: around.x + (random.unit() - 0.5) * 2, y: around.y + (random.unit() - 0.5) * 2)
                }
            }
            let rounds = isTop ? 300 : graph.nodeCount > 20_000 ? 40 : graph.nodeCount > 2_000 ? 70 : 120
            settle(graph, &positions, rounds: rounds, isTop: isTop, takesPulls: level == 0)
        }
        return positions
    }

    /// Moves nodes along their forces, ever less far.
    private func settle(
        _ graph: ForceGraph, _ positions: inout [GraphLayout.Point], rounds: Int, isTop: Bool,
        takesPulls: Bool
    ) {
        let total = graph.masses.reduce(0, +)
        let radius = total.squareRoot()
        // From the whole page at first, later from a few neighbours' distance, down to a hair's breadth.
        var step = isTop ? radius / 4 : 6 * (total / Double(graph.nodeCount)).squareRoot()
        let last = 0.02 * (total / Double(graph.nodeCount)).squareRoot()
        let cooling = positions.count > 1 ? pow(last / max(step, last * 1.01), 1 / Double(rounds)) : 1
        var forces = [GraphLayout.Point](repeating: GraphLayout.Point(x: 0, y: 0), count: positions.count)
        for _ in 0..<rounds {
            for node in forces.indices { forces[node] = GraphLayout.Point(x: 0, y: 0) }
            QuadTree(positions, masses: graph.masses).push(
                &forces, openness: positions.count > 5000 ? 1.1 : 0.8)
            for node in positions.indices {
                let place = positions[node]
                var force = forces[node]
                for arc in graph.arcs(node) {
                    let other = positions[Int(graph.neighbours[arc])]
                    let weight = Double(graph.weights[arc])
                    force.x += (other.x - place.x) * weight
                    force.y += (other.y - place.y) * weight
                }
                // Towards the middle, more so where the page is short.
                let far = max(place.length, 1e-9)
                let draw = gravity * graph.masses[node] * (0.2 + 0.8 * far / radius) / far
                force.x -= place.x * draw / aspect
                force.y -= place.y * draw * aspect
                if takesPulls, !pulls.isEmpty {
                    force.x += pulls[node].x
                    force.y += pulls[node].y
                }
                forces[node] = force
            }
            for node in positions.indices {
                let force = forces[node] * (0.5 / graph.masses[node])
                let length = force.length
                guard length.isFinite, length > 0 else { continue }
                positions[node] = positions[node] + force * (min(length, step) / length)
            }
            step *= cooling
        }
    }
}
