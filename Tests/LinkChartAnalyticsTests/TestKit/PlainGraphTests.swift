import LinkChartModel
import LinkChartTestKit
import Testing

/// The makers of graphs make what they say.
@Suite struct PlainGraphTests {
    @Test func regularGraphs() {
        #expect(PlainGraph.path(4).links == [.init(0, 1), .init(1, 2), .init(2, 3)])
        #expect(PlainGraph.cycle(3).links == [.init(0, 1), .init(1, 2), .init(2, 0)])
        #expect(PlainGraph.star(3).links == [.init(0, 1), .init(0, 2)])
        #expect(PlainGraph.complete(5).links.count == 10)
        #expect(PlainGraph.complete(5, isDirected: true).links.count == 20)
        #expect(PlainGraph.grid(rows: 3, columns: 4).links.count == 17)
        #expect(PlainGraph.tree(7).links.map(\.from) == [0, 0, 1, 1, 2, 2])
        #expect(PlainGraph.diamonds(2).nodeCount == 7)
        let barbell = PlainGraph.barbell(bell: 4, path: 2)
        #expect(barbell.nodeCount == 10 && barbell.links.count == 15)
        #expect(BruteForce(barbell).bridges.count == 3)
        for empty in [PlainGraph.path(0), .cycle(0), .star(0), .complete(0), .tree(0), .path(1), .star(1)] {
            #expect(empty.links.isEmpty)
        }
    }

    @Test func randomGraphs() {
        var random = SplitMix64(seed: 4)
        let attached = PlainGraph.barabasiAlbert(50, attachments: 3, using: &random)
        #expect(attached.links.count == 6 + 46 * 3)
        #expect(Set(attached.links).count == attached.links.count)
        let blocks = PlainGraph.stochasticBlock([10, 0, 20], within: 1, between: 0, using: &random)
        #expect(BruteForce(blocks).weakComponents.map(\.count) == [20, 10])
        let tree = PlainGraph.randomTree(40, using: &random)
        #expect(BruteForce(tree).weakComponents.count == 1 && tree.links.count == 39)
        let skewed = PlainGraph.rmat(scale: 8, linksPerNode: 8, using: &random)
        #expect(skewed.nodeCount == 256 && skewed.links.count == 2048)
        #expect(skewed.adjacency.map(\.count).max() ?? 0 > 50)
        let some = PlainGraph.gnp(200, 0.1, using: &random)
        #expect(abs(Double(some.links.count) - 1990) < 200)
        let loops = PlainGraph.gnp(50, 0, isDirected: true, loops: 1, parallels: 0.5, using: &random)
        #expect(loops.links.allSatisfy { $0.from == $0.to } && loops.links.count > 60)
    }

    @Test func numbersAreUniform() {
        var random = SplitMix64(seed: 1)
        // The first numbers of the reference implementation for seed 1234567.
        var known = SplitMix64(seed: 1_234_567)
        #expect(known.next() == 6_457_827_717_110_365_317)
        #expect(known.next() == 3_203_168_211_198_807_973)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<60_000 { counts[random.below(6)] += 1 }
        #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
        #expect((0..<1000).allSatisfy { _ in (0..<1).contains(random.unit()) })
    }

    @Test func indicesStayTheSameInAGraph() {
        let plain = PlainGraph(3, isDirected: true, [(2, 0), (0, 0), (2, 0)])
        let graph = plain.graph(weights: [1, 2.5, 3])
        #expect(graph.nodes.map(\.id) == ["n0", "n1", "n2"])
        #expect(graph.edges.map { PlainGraph.Link($0.source.position, $0.target.position) } == plain.links)
        #expect(graph.numbers("weight") == [1, 2.5, 3])
        #expect(plain.projection().arcCount == 2)
        #expect(plain.projection(keepingEdges: true).arcCount == 3)
        #expect(plain.description == "3 nodes, directed: [(2, 0), (0, 0), (2, 0)]")
    }
}
