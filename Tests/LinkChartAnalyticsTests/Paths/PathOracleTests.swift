import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Paths against enumeration on random small graphs with loops and parallel links.
@Suite struct PathOracleTests {
    private struct Question {
        var from: Int
        var to: Int
        var maxHops: Int?
        var avoiding: Set<Int>

        init(_ graph: PlainGraph, _ random: inout SplitMix64) {
            from = random.below(graph.nodeCount)
            to = random.chance(0.05) ? from : random.below(graph.nodeCount)
            maxHops = random.chance(0.5) ? random.below(graph.nodeCount + 1) : nil
            avoiding = []
            if random.chance(0.4) { avoiding.insert(random.below(graph.nodeCount)) }
            if random.chance(0.1) { avoiding.insert(random.below(graph.nodeCount)) }
        }

        var source: NodeIndex { NodeIndex(from) }
        var target: NodeIndex { NodeIndex(to) }
        var avoided: Set<NodeIndex> { Set(avoiding.map { NodeIndex($0) }) }
    }

    @Test func simplePaths() throws {
        try onRandomGraphs(2500, upTo: 7) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let ask = Question(graph, &random)
            let context = "\(ask), \(context)"
            let theirs = BruteForce(graph).simplePaths(
                from: ask.from, to: ask.to, maxHops: ask.maxHops, avoiding: ask.avoiding)
            let paths = try graph.projection(keepingEdges: true).allSimplePaths(
                from: ask.source, to: ask.target, maxHops: ask.maxHops, avoiding: ask.avoided)
            let ours = Array(paths)
            #expect(ours.map(\.walk).ordered == theirs.ordered, "\(context)")
            #expect(ours.allSatisfy { $0.isTrue(to: graph) }, "\(context)")
            #expect((paths.noPathReason == nil) == !theirs.isEmpty, "\(context)")
            #expect(paths.fewestHops == theirs.map(\.links.count).min(), "\(context)")
        }
    }

    @Test func shortestPaths() throws {
        try onRandomGraphs(3000, upTo: 8) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let ask = Question(graph, &random)
            let context = "\(ask), \(context)"
            let theirs = BruteForce(graph).shortestPaths(from: ask.from, to: ask.to, avoiding: ask.avoiding)
                .filter { $0.links.count <= ask.maxHops ?? .max }
            let projection = graph.projection(keepingEdges: true)
            let all = try projection.allShortestPaths(
                from: ask.source, to: ask.target, maxHops: ask.maxHops, avoiding: ask.avoided)
            #expect(all.map(\.walk).ordered == theirs.ordered, "\(context)")
            let one = try projection.shortestPath(
                from: ask.source, to: ask.target, maxHops: ask.maxHops, avoiding: ask.avoided)
            #expect(one.first == all.first { _ in true }, "\(context)")
            #expect(one.noPathReason == all.noPathReason, "\(context)")
        }
    }

    @Test func cheapestPaths() throws {
        try onRandomGraphs(3000, upTo: 7) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let ask = Question(graph, &random)
            // Whole numbers make ties, thirds make rounding; zeros are allowed.
            let unit = random.chance(0.5) ? 1 : 1.0 / 3
            let weights = graph.links.map { _ in Double(random.below(5)) * unit }
            let count = random.below(12)
            let context = "\(ask), \(count) paths, weights \(weights), \(context)"

            let typed = graph.graph(weights: weights)
            let costs = EdgeCosts.attribute("weight", of: typed)
            let projection = typed.projection(.facts, isDirected: graph.isDirected, keepingEdges: true)
            let theirs = BruteForce(graph).simplePaths(
                from: ask.from, to: ask.to, maxHops: ask.maxHops, weights: weights, avoiding: ask.avoiding
            ).sorted { $0.cost < $1.cost }

            let set = try projection.yenKShortestPaths(
                count, from: ask.source, to: ask.target, maxHops: ask.maxHops, avoiding: ask.avoided,
                costs: costs)
            expectEqual(set.paths.map(\.cost), theirs.prefix(count).map(\.cost), context)
            #expect(Set(set.paths).count == set.paths.count, "\(context)")
            #expect(Set(set.paths.map(\.walk.links)).isSubset(of: theirs.map(\.links)), "\(context)")
            #expect(set.paths.allSatisfy { $0.isTrue(to: graph) }, "\(context)")
            if count > 0 { #expect((set.noPathReason == nil) == !theirs.isEmpty, "\(context)") }
            #expect(set.paths == set.paths.sorted(by: Path.precedes), "\(context)")

            let one = try projection.shortestPath(
                from: ask.source, to: ask.target, maxHops: ask.maxHops, avoiding: ask.avoided, costs: costs)
            expectEqual(one.paths.map(\.cost), theirs.prefix(1).map(\.cost), context)
            let fewest = theirs.filter { $0.cost <= theirs[0].cost + 1e-9 }.map(\.links.count).min()
            if unit == 1 { #expect(one.first?.hops == fewest, "\(context)") }

            let every = try projection.allSimplePaths(
                from: ask.source, to: ask.target, maxHops: ask.maxHops, avoiding: ask.avoided, costs: costs)
            #expect(every.map(\.walk).ordered == theirs.ordered, "\(context)")
            let all = try projection.allShortestPaths(
                from: ask.source, to: ask.target, maxHops: ask.maxHops, avoiding: ask.avoided, costs: costs)
            let least = theirs.filter { $0.cost <= theirs[0].cost + 1e-9 }
            #expect(all.map(\.walk).ordered == least.ordered, "\(context)")
        }
    }

    /// A dear way of few hops must not be forgotten for a cheap one that is too long.
    @Test func aBoundOnHopsKeepsDearerWays() throws {
        let plain = PlainGraph(
            7, isDirected: true, [(0, 1), (1, 2), (2, 3), (0, 4), (4, 3), (3, 5), (5, 6)])
        let graph = plain.graph(weights: [0, 0, 0, 5, 1, 0, 0])
        let projection = graph.projection(.facts, keepingEdges: true)
        let costs = EdgeCosts.attribute("weight", of: graph)
        for (maxHops, cost) in [(3, nil), (4, 6), (5, 0)] as [(Int, Double?)] {
            let path = try projection.shortestPath(
                from: NodeIndex(0), to: NodeIndex(6), maxHops: maxHops, costs: costs)
            #expect(path.first?.cost == cost)
        }
        let first = testSeed()
        for seed in first..<(first + 1500) {
            var random = SplitMix64(seed: seed)
            let plain = PlainGraph.gnp(8, 0.3, isDirected: true, using: &random)
            let weights = plain.links.map { _ in random.chance(0.5) ? 0 : Double(1 + random.below(20)) }
            let graph = plain.graph(weights: weights)
            let projection = graph.projection(.facts, keepingEdges: true)
            let costs = EdgeCosts.attribute("weight", of: graph)
            let maxHops = 2 + random.below(4)
            let theirs = BruteForce(plain).simplePaths(from: 0, to: 7, maxHops: maxHops, weights: weights)
                .map(\.cost).sorted()
            let context = "at most \(maxHops) hops, weights \(weights), seed \(seed): \(plain)"
            let one = try projection.shortestPath(
                from: NodeIndex(0), to: NodeIndex(7), maxHops: maxHops, costs: costs)
            #expect(one.first?.cost == theirs.first, "\(context)")
            let some = try projection.yenKShortestPaths(
                6, from: NodeIndex(0), to: NodeIndex(7), maxHops: maxHops, costs: costs)
            #expect(some.paths.map(\.cost) == Array(theirs.prefix(6)), "\(context)")
        }
    }

    @Test func kShortestByHops() throws {
        try onRandomGraphs(1000, upTo: 7) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let ask = Question(graph, &random)
            let theirs = BruteForce(graph).simplePaths(
                from: ask.from, to: ask.to, maxHops: ask.maxHops, avoiding: ask.avoiding)
            let projection = graph.projection(keepingEdges: true)
            let every = try projection.yenKShortestPaths(
                theirs.count + 3, from: ask.source, to: ask.target, maxHops: ask.maxHops,
                avoiding: ask.avoided)
            #expect(every.paths.map(\.walk).ordered == theirs.ordered, "\(ask), \(context)")
            #expect(every.paths.map(\.hops) == every.paths.map(\.hops).sorted(), "\(ask), \(context)")
        }
    }

    /// On larger graphs, where the search goes carefully, the first paths of each kind agree with each other.
    @Test func denseAndSparseGraphsOfMiddleSize() throws {
        for seed in UInt64(1)...12 {
            var random = SplitMix64(seed: seed)
            let graph = PlainGraph.gnp(
                300, 0.01, isDirected: seed.isMultiple(of: 2), parallels: 0.1, using: &random)
            let weights = graph.links.map { _ in random.unit() }
            let typed = graph.graph(weights: weights)
            let costs = EdgeCosts.attribute("weight", of: typed)
            let projection = typed.projection(.facts, isDirected: graph.isDirected, keepingEdges: true)
            let (source, target) = (NodeIndex(random.below(300)), NodeIndex(random.below(300)))
            let hops = projection.breadthFirstSearch(from: source)[target]
            let one = try projection.shortestPath(from: source, to: target)
            #expect(one.first?.hops == hops, "seed \(seed)")
            let far = try Array(projection.allSimplePaths(from: source, to: target).prefix(200))
            #expect(far.allSatisfy { Set($0.nodes).count == $0.nodes.count }, "seed \(seed)")
            #expect(Set(far).count == far.count, "seed \(seed)")
            let distance = try projection.dijkstra(from: source, costs: costs)[target]
            let cheapest = try projection.yenKShortestPaths(50, from: source, to: target, costs: costs)
            #expect(cheapest.paths.count == (hops == nil ? 0 : hops == 0 ? 1 : 50), "seed \(seed)")
            expectEqual(
                cheapest.paths.prefix(1).map(\.cost), distance.map { [$0] } ?? [], "seed \(seed)")
        }
    }
}
