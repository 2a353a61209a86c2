import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics
@testable import LinkChartDrawing

@Suite("Layout by forces")
struct ForceLayoutTests {
    private static func links(seed: UInt64, nodes: Int, links: Int) -> [(
        first: Int, second: Int, weight: Double
    )] {
        var generator = LinkChartTestKit.SplitMix64(seed: seed)
        return (0..<(nodes > 0 ? links : 0)).map { _ in
            (
                Int.random(in: 0..<nodes, using: &generator), Int.random(in: 0..<nodes, using: &generator),
                Double(Int.random(in: 1...3, using: &generator))
            )
        }
    }

    @Test("The tree's push is near that of all bodies on all", arguments: UInt64(0)..<20)
    func push(seed: UInt64) {
        var generator = LinkChartTestKit.SplitMix64(seed: seed)
        let count = Int.random(in: 2...300, using: &generator)
        var points = (0..<count).map { _ in
            GraphLayout.Point(
                x: Double.random(in: 0...100, using: &generator),
                y: Double.random(in: 0...100, using: &generator))
        }
        // Some in one place.
        points[count - 1] = points[0]
        let masses = (0..<count).map { _ in Double.random(in: 1...9, using: &generator) }
        let zero = GraphLayout.Point(x: 0, y: 0)
        func forces(_ openness: Double) -> [GraphLayout.Point] {
            var forces = [GraphLayout.Point](repeating: zero, count: count)
            QuadTree(points, masses: masses).push(&forces, openness: openness)
            return forces
        }
        var exact = [GraphLayout.Point](repeating: zero, count: count)
        for i in points.indices {
            for j in points.indices where i != j && points[i] != points[j] {
                let delta = points[i] - points[j]
                let square = delta.x * delta.x + delta.y * delta.y
                exact[i] = exact[i] + delta * (masses[i] * masses[j] / square)
            }
        }
        let closed = forces(0)
        for i in points.indices where i != 0 && i != count - 1 {
            #expect(distance(closed[i], exact[i]) <= 1e-6 * (1 + exact[i].length), "seed \(seed)")
        }
        let open = forces(0.8)
        let total = exact.indices.dropFirst().dropLast().reduce(0) { $0 + exact[$1].length }
        let error = exact.indices.dropFirst().dropLast().reduce(0) { $0 + distance(open[$1], exact[$1]) }
        #expect(error <= 0.06 * total + 1e-9, "seed \(seed): \(error / total)")
    }

    @Test("Coarser graphs keep mass and weight, and no group exceeds five", arguments: UInt64(0)..<30)
    func coarser(seed: UInt64) {
        let graph = ForceGraph(nodeCount: 90, links: Self.links(seed: seed, nodes: 90, links: 120))
        var random = RandomNumbers(seed: seed)
        let (coarse, groups) = graph.coarser(random: &random)
        #expect(abs(coarse.masses.reduce(0, +) - graph.masses.reduce(0, +)) < 1e-9)
        var sizes = [Int](repeating: 0, count: coarse.nodeCount)
        for group in groups { sizes[Int(group)] += 1 }
        #expect(sizes.allSatisfy { (1...5).contains($0) })
        func between(_ graph: ForceGraph, _ group: (Int) -> Int32) -> Double {
            (0..<graph.nodeCount).reduce(0) { sum, node in
                sum
                    + graph.arcs(node).reduce(0) {
                        let other = Int(graph.neighbours[$1])
                        return $0 + (group(node) != group(other) ? Double(graph.weights[$1]) : 0)
                    }
            }
        }
        #expect(between(coarse, { Int32($0) }) == between(graph, { groups[$0] }), "seed \(seed)")
    }

    @Test("Every node has a finite place, the same every time", arguments: [0, 1, 2, 3, 40, 41, 700])
    func determinism(nodes: Int) {
        let graph = ForceGraph(
            nodeCount: nodes, links: Self.links(seed: UInt64(nodes), nodes: nodes, links: nodes * 2))
        let positions = ForceLayout(seed: 5).positions(of: graph)
        #expect(positions.count == nodes)
        #expect(positions.allSatisfy { $0.x.isFinite && $0.y.isFinite })
        #expect(positions == ForceLayout(seed: 5).positions(of: graph))
        #expect(nodes < 2 || positions != ForceLayout(seed: 6).positions(of: graph))
    }

    @Test("Two cliques joined by one link come to lie apart")
    func cliques() {
        var links: [(first: Int, second: Int, weight: Double)] = [(0, 30, 1)]
        for start in [0, 30] {
            for i in 0..<30 { for j in 0..<i { links.append((start + i, start + j, 1)) } }
        }
        let positions = ForceLayout().positions(of: ForceGraph(nodeCount: 60, links: links))
        func middle(_ range: Range<Int>) -> GraphLayout.Point {
            range.reduce(GraphLayout.Point(x: 0, y: 0)) { $0 + positions[$1] } * (1 / Double(range.count))
        }
        let (a, b) = (middle(0..<30), middle(30..<60))
        for node in 0..<60 {
            let (own, other) = node < 30 ? (a, b) : (b, a)
            #expect(distance(positions[node], own) < distance(positions[node], other))
        }
    }

    @Test("Whatever overlapped no longer does, and what did not overlap stays", arguments: UInt64(0)..<40)
    func overlapRemoval(seed: UInt64) {
        var generator = LinkChartTestKit.SplitMix64(seed: seed)
        let count = Int.random(in: 2...80, using: &generator)
        let extent = seed % 4 == 0 ? 0 : Double.random(in: 10...800, using: &generator)
        var centres = (0..<count).map { _ in
            GraphLayout.Point(
                x: Double.random(in: 0...max(extent, 1e-9), using: &generator) * (extent == 0 ? 0 : 1),
                y: Double.random(in: 0...max(extent, 1e-9), using: &generator) * (extent == 0 ? 0 : 1))
        }
        let sizes = (0..<count).map { _ in
            GraphLayout.Size(
                width: Double.random(in: 4...90, using: &generator),
                height: Double.random(in: 4...40, using: &generator))
        }
        OverlapRemoval(gap: 3).apply(&centres, sizes: sizes)
        let frames = zip(centres, sizes).map { Rectangle(centre: $0, size: $1) }
        for (number, frame) in frames.enumerated() {
            for other in frames[(number + 1)...] {
                #expect(!frame.inset(by: -1.49).overlaps(other.inset(by: -1.49)), "seed \(seed)")
            }
        }
        let before = centres
        OverlapRemoval(gap: 3).apply(&centres, sizes: sizes)
        #expect(centres == before)
    }
}
