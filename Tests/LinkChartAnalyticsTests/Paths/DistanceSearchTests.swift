import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Searches from one node over a whole graph, by hops and by cost, against relaxing every link until nothing changes.
@Suite struct DistanceSearchTests {
    private struct Question {
        var source: Int
        var direction: ArcDirection
        var avoiding: Set<Int>
        var maxHops: Int?

        init(_ graph: PlainGraph, _ random: inout SplitMix64) {
            source = random.below(graph.nodeCount)
            direction = [.outgoing, .incoming, .both][random.below(3)]
            avoiding = []
            while random.chance(0.4) { avoiding.insert(random.below(graph.nodeCount)) }
            maxHops = random.chance(0.3) ? random.below(5) : nil
        }

        var start: NodeIndex { NodeIndex(source) }
        var avoided: Set<NodeIndex> { Set(avoiding.map { NodeIndex($0) }) }

        /// The least cost of a way of at most so many links to every node.
        func costs(in graph: PlainGraph, weights: [Double], within rounds: Int) -> [Double] {
            var found = [Double](repeating: .infinity, count: graph.nodeCount)
            guard !avoiding.contains(source) else { return found }
            found[source] = 0
            for _ in 0..<rounds {
                let before = found
                for (link, weight) in zip(graph.links, weights) {
                    if !graph.isDirected || direction != .incoming, !avoiding.contains(link.to) {
                        found[link.to] = min(found[link.to], before[link.from] + weight)
                    }
                    if !graph.isDirected || direction != .outgoing, !avoiding.contains(link.from) {
                        found[link.from] = min(found[link.from], before[link.to] + weight)
                    }
                }
                if found == before { break }
            }
            return found
        }

        func hops(in graph: PlainGraph) -> [Int32] {
            let ones = [Double](repeating: 1, count: graph.links.count)
            return costs(in: graph, weights: ones, within: maxHops ?? graph.nodeCount)
                .map { $0 == .infinity ? -1 : Int32($0) }
        }
    }

    /// From the second search on, rows are in another order.
    @Test func hops() throws {
        try onRandomGraphs(600, upTo: 40) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let projection = graph.projection()
            for _ in 0..<4 {
                let ask = Question(graph, &random)
                let found = try projection.breadthFirstSearch(
                    from: ask.start, ask.direction, avoiding: ask.avoided, maxHops: ask.maxHops,
                    execution: .threads(1 + random.below(2)))
                #expect(found.hops == ask.hops(in: graph), "\(ask), \(context)")
                #expect(found.reachedCount == found.reached.count, "\(ask), \(context)")
            }
        }
    }

    /// Whole numbers go to buckets, the others to a heap; every sum is taken from the source on, so that the least
    /// is the same to the last bit.
    @Test func costs() throws {
        try onRandomGraphs(800, upTo: 30) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let kind = random.below(6)
            let weights = graph.links.map { _ -> Double in
                switch kind {
                case 0: Double(random.below(4))
                case 1: random.chance(0.7) ? 0 : 1
                case 2: Double(random.below(4096))
                case 3: Double(random.below(5000))
                case 4: random.unit() * (random.chance(0.5) ? 1e-300 : 1e300)
                default: random.unit()
                }
            }
            let typed = graph.graph()
            let costs = EdgeCosts(weights, of: typed)
            let projection = typed.projection(.facts, isDirected: graph.isDirected, keepingEdges: true)
            for _ in 0..<3 {
                let ask = Question(graph, &random)
                let found = try projection.dijkstra(
                    from: ask.start, costs: costs, ask.direction, avoiding: ask.avoided)
                let theirs = ask.costs(in: graph, weights: weights, within: graph.nodeCount)
                #expect(found.costs == theirs, "\(ask), kind \(kind), \(context)")
                #expect(found.reachedCount == theirs.count { $0 < .infinity }, "\(ask), \(context)")
            }
        }
    }

    /// A way far longer than the circle of buckets goes round it many times.
    @Test func bucketsAreUsedInTurn() throws {
        for (greatest, share) in [(1, 0.5), (63, 1), (64, 0.02), (4095, 0.01), (4095, 1)] {
            var random = SplitMix64(seed: UInt64(greatest))
            let plain = PlainGraph.path(600, isDirected: true)
            let weights = plain.links.map { _ in
                random.chance(share) ? Double(random.below(greatest + 1)) : 0
            }
            let graph = plain.graph()
            let projection = graph.projection(.facts, keepingEdges: true)
            let found = try projection.dijkstra(from: NodeIndex(0), costs: EdgeCosts(weights, of: graph))
            var sum = 0.0
            let sums = weights.map { weight in
                sum += weight
                return sum
            }
            #expect(found.costs == [0] + sums, "up to \(greatest)")
        }
    }

    /// Large enough for buckets that several threads share, with arcs that cost nothing among them.
    @Test(arguments: [2, 30])
    func largeBuckets(costs: Int) throws {
        var random = SplitMix64(seed: 11)
        let plain = PlainGraph.rmat(scale: 12, linksPerNode: 24, using: &random)
        let weights = plain.links.map { _ in Double(random.below(costs)) }
        let graph = plain.graph()
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let whole = EdgeCosts(weights, of: graph)
        let degrees = projection.degreeCentrality().values
        var ask = Question(plain, &random)
        ask.source = degrees.indices.max { degrees[$0] < degrees[$1] } ?? 0
        ask.direction = .both
        ask.avoiding.remove(ask.source)
        let theirs = ask.costs(in: plain, weights: weights, within: plain.nodeCount)
        #expect(theirs.count { $0 < .infinity } > 1000)
        for threads in [1, 2, 3] {
            let found = try projection.dijkstra(
                from: ask.start, costs: whole, avoiding: ask.avoided, execution: .threads(threads))
            #expect(found.costs == theirs, "\(threads) threads")
            #expect(throws: AnalysisError.cancelled) {
                try projection.dijkstra(
                    from: ask.start, costs: whole, execution: .init(threads: threads, isCancelled: { true }))
            }
        }
    }

    /// Large enough for levels that several threads share, taken from either side.
    @Test(arguments: [true, false])
    func largeLevels(isDirected: Bool) throws {
        var random = SplitMix64(seed: 7)
        let graph = PlainGraph.rmat(scale: 12, linksPerNode: 24, isDirected: isDirected, using: &random)
        let projection = graph.projection()
        let degrees = projection.degreeCentrality().values
        let hub = degrees.indices.max { degrees[$0] < degrees[$1] } ?? 0
        for direction in [ArcDirection.outgoing, .incoming, .both] {
            var ask = Question(graph, &random)
            (ask.source, ask.direction, ask.maxHops) = (hub, direction, nil)
            ask.avoiding.remove(ask.source)
            let theirs = ask.hops(in: graph)
            #expect(theirs.count { $0 > 0 } > 100)
            for threads in [1, 2, 3] {
                let found = try projection.breadthFirstSearch(
                    from: ask.start, direction, avoiding: ask.avoided, execution: .threads(threads))
                #expect(found.hops == theirs, "\(direction), \(threads) threads")
            }
            let unasked = projection.breadthFirstSearch(from: ask.start, direction, avoiding: ask.avoided)
            #expect(unasked.hops == theirs)
        }
    }

    @Test func searchesCanBeStopped() throws {
        let plain = PlainGraph.complete(500)
        let graph = plain.graph()
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let cancelled = Execution(isCancelled: { true })
        #expect(throws: AnalysisError.cancelled) {
            try projection.breadthFirstSearch(from: NodeIndex(0), execution: cancelled)
        }
        for unit in [1, 0.3] {
            let costs = EdgeCosts(plain.links.map { _ in unit }, of: graph)
            #expect(throws: AnalysisError.cancelled) {
                try projection.dijkstra(from: NodeIndex(0), costs: costs, execution: cancelled)
            }
            // What was stopped leaves no traces.
            let whole = try projection.dijkstra(from: NodeIndex(0), costs: costs).costs
            #expect(whole.dropFirst().allSatisfy { $0 == unit })
        }
    }

    @Test func badQuestions() throws {
        let graph = PlainGraph.path(3).graph()
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        #expect(projection.breadthFirstSearch(from: NodeIndex(9)).reachedCount == 0)
        #expect(projection.breadthFirstSearch(from: NodeIndex(0), avoiding: [NodeIndex(0)]).reachedCount == 0)
        #expect(projection.breadthFirstSearch(from: NodeIndex(0), maxHops: 0).reached == [NodeIndex(0)])
        #expect(projection.breadthFirstSearch(from: NodeIndex(0), maxHops: -1).reached.isEmpty)
        let empty = PlainGraph(0).projection(keepingEdges: true)
        #expect(empty.breadthFirstSearch(from: NodeIndex(0)).hops.isEmpty)
        let costs = EdgeCosts([1, 2], of: graph)
        #expect(try projection.dijkstra(from: NodeIndex(9), costs: costs).reachedCount == 0)
        for bad in [-1, .nan, .infinity] as [Double] {
            let error = #expect(throws: AnalysisError.self) {
                try projection.dijkstra(from: NodeIndex(0), costs: EdgeCosts([1, bad], of: graph))
            }
            #expect(error?.edge == EdgeIndex(1))
        }
    }

    @Test func distancesCanBeEncoded() throws {
        let graph = PlainGraph(3, isDirected: true, [(0, 1)]).graph()
        let projection = graph.projection(.facts, keepingEdges: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let hops = projection.breadthFirstSearch(from: NodeIndex(0))
        let costs = try projection.dijkstra(from: NodeIndex(0), costs: EdgeCosts([2.5], of: graph))
        #expect(String(decoding: try encoder.encode(hops), as: UTF8.self).contains("\"hops\":[0,1,-1]"))
        #expect(String(decoding: try encoder.encode(costs), as: UTF8.self).contains("\"costs\":[0,2.5,null]"))
    }
}
