import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Betweenness of graphs large enough for several vectors of sources, and for every way the search can go.
@Suite struct BetweennessTests {
    @Test(arguments: 0..<24)
    func largerGraphsAgreeWithTheDefinition(number: Int) throws {
        var random = SplitMix64(seed: testSeed() &+ UInt64(number))
        let graph = Self.graph(number, using: &random)
        expectEqual(
            try graph.projection().betweennessCentrality().values, BruteForce(graph).betweenness,
            "number \(number): \(graph)")
    }

    /// Of every kind of shape: dense and sparse, with trees, with many blocks, with and without directions.
    static func graph(_ number: Int, using random: inout SplitMix64) -> PlainGraph {
        let isDirected = number % 2 == 1
        switch number / 2 % 6 {
        case 0: return .gnp(50, 0.08, isDirected: isDirected, loops: 0.1, parallels: 0.2, using: &random)
        case 1: return .gnp(70, 0.025, isDirected: isDirected, using: &random)
        case 2: return .barabasiAlbert(60, attachments: 2, using: &random).directed(isDirected)
        case 3: return .rmat(scale: 6, linksPerNode: 4, isDirected: isDirected, using: &random)
        case 4: return .grid(rows: 6, columns: 9, isDirected: isDirected)
        default:
            // Cycles and stars that hang on each other's nodes.
            var links: [PlainGraph.Link] = []
            var count = 1
            while count < 55 {
                let size = 1 + random.below(6)
                let ring = [random.below(count)] + (count..<(count + size))
                for (place, node) in ring.enumerated() {
                    links.append(.init(node, ring[random.chance(0.2) ? 0 : (place + 1) % ring.count]))
                }
                count += size
            }
            return PlainGraph(count, isDirected: isDirected, links: links)
        }
    }

    /// Layers of two nodes, each linked to both of the next: one block with 2^1000 shortest paths.
    @Test func morePathsThanADoubleCountsWithinABlock() throws {
        let layers = 1001
        var links: [PlainGraph.Link] = []
        for layer in 1..<layers {
            for a in 0..<2 { for b in 0..<2 { links.append(.init(2 * layer - 2 + a, 2 * layer + b)) } }
        }
        let scores = try PlainGraph(2 * layers, links: links).projection().betweennessCentrality().values
        for layer in 0..<layers {
            // Each node of a layer has half of the paths across it, and its share of those between the two
            // nodes of the layers beside it.
            var expected = Double(2 * layer * (layers - 1 - layer))
            for beside in [layer - 1, layer + 1] where (0..<layers).contains(beside) {
                expected += beside == 0 || beside == layers - 1 ? 0.5 : 0.25
            }
            #expect(abs(scores[2 * layer] - expected) <= 1e-9 * expected, "\(layer)")
            #expect(abs(scores[2 * layer + 1] - expected) <= 1e-9 * expected, "\(layer)")
        }
    }

    @Test(arguments: [false, true])
    func theSameForAnyNumberOfThreads(isDirected: Bool) throws {
        var random = SplitMix64(seed: 23)
        let graph = PlainGraph.rmat(scale: 9, linksPerNode: 8, isDirected: isDirected, using: &random)
        let projection = graph.projection()
        let one = try projection.betweennessCentrality(execution: .threads(1)).values
        for threads in [2, 3, 7] {
            #expect(try projection.betweennessCentrality(execution: .threads(threads)).values == one)
        }
    }

    @Test func stopsWhenTold() {
        let projection = PlainGraph.cycle(300).projection()
        let error = #expect(throws: AnalysisError.self) {
            try projection.betweennessCentrality(execution: Execution(isCancelled: { true }))
        }
        #expect(error?.code == .cancelled)
    }
}
