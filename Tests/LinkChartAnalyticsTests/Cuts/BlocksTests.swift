import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct BlocksTests {
    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func agreeWithTheDefinition(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(1000, upTo: 10) { graph, _, context in
            let projection = graph.projection(parallelEdges: parallelEdges)
            let blocks = try projection.blocks()
            let members = (0..<blocks.count).map { blocks.nodes(of: $0).map(\.position) }
            #expect(members == BruteForce(graph).blocks, "\(context)")
            #expect(blocks.sizes == members.map(\.count), "\(context)")
            for node in 0..<graph.nodeCount {
                let expected = members.indices.filter { members[$0].contains(node) }
                #expect(blocks.blocks(of: NodeIndex(node)) == expected, "\(context)")
            }
        }
    }

    @Test func everyLinkLiesInOneBlock() throws {
        try onRandomGraphs(1000, upTo: 10) { graph, _, context in
            let blocks = try graph.projection(keepingEdges: true).blocks()
            var home = [Int?](repeating: nil, count: graph.links.count)
            for block in 0..<blocks.count {
                let edges = try blocks.edges(of: block)
                #expect(edges == edges.sorted(), "\(context)")
                for edge in edges {
                    #expect(home[edge.position] == nil, "\(context)")
                    home[edge.position] = block
                }
                let pairs = Set(
                    edges.map { edge -> [Int] in
                        let link = graph.links[edge.position]
                        return [min(link.from, link.to), max(link.from, link.to)]
                    })
                let linked = blocks.linkedPairs(of: block).map { [$0.first.position, $0.second.position] }
                #expect(linked == pairs.sorted { $0.lexicographicallyPrecedes($1) }, "\(context)")
            }
            for (number, link) in graph.links.enumerated() {
                let shared = blocks.block(of: NodeIndex(link.from), and: NodeIndex(link.to))
                #expect(home[number] == shared, "\(context)")
                #expect((shared == nil) == (link.from == link.to), "\(context)")
            }
        }
    }

    /// In every component the points and blocks with the links between them are a tree.
    @Test func theBlockCutTreeIsOne() throws {
        try onRandomGraphs(1000, upTo: 12) { graph, _, context in
            let projection = graph.projection()
            let blocks = try projection.blocks()
            let points = try projection.articulationPoints()
            #expect(blocks.articulationPoints.nodes == points.nodes, "\(context)")
            let links = blocks.tree
            var tree = PlainGraph(graph.nodeCount + blocks.count)
            tree.links = links.map { .init($0.point.position, graph.nodeCount + $0.block) }
            #expect(links.allSatisfy { points.contains($0.point) }, "\(context)")
            let parts = try projection.weakComponents().sizes.count { $0 > 1 }
            let others = graph.nodeCount - points.count
            let components = BruteForce(tree).weakComponents.count - others
            #expect(components == parts, "\(context)")
            #expect(links.count == points.count + blocks.count - parts, "\(context)")
            for block in 0..<blocks.count {
                let met = links.filter { $0.block == block }.map(\.point)
                #expect(blocks.articulationPoints(of: block).nodes == met, "\(context)")
            }
        }
    }

    @Test func twoTrianglesOnAStringAreThreeBlocks() throws {
        let plain = PlainGraph(6, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3)])
        let graph = plain.graph()
        let blocks = try graph.projection(.facts, isDirected: false).blocks()
        #expect(
            blocks.ranked(in: graph).map(\.ids) == [["n0", "n1", "n2"], ["n3", "n4", "n5"], ["n2", "n3"]])
        #expect(blocks.ranked(in: graph, top: 1).count == 1)
        #expect(blocks.tree.map { [$0.point.position, $0.block] } == [[2, 0], [2, 2], [3, 1], [3, 2]])
        #expect(blocks.block(of: NodeIndex(0), and: NodeIndex(0)) == nil)
        #expect(blocks.block(of: NodeIndex(0), and: NodeIndex(77)) == nil)
        let error = #expect(throws: AnalysisError.self) { try blocks.edges(of: 0) }
        #expect(error?.code == .badParameter)
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(blocks)) as? [String: Any]
        #expect(json?["blocks"] as? [[Int]] == [[0, 1, 2], [3, 4, 5], [2, 3]])
    }

    @Test func smallestGraphsAndStopping() throws {
        #expect(try PlainGraph(0).projection().blocks().count == 0)
        #expect(try PlainGraph(1, [(0, 0)]).projection().blocks().count == 0)
        let stopped = Execution(isCancelled: { true })
        let ring = PlainGraph.cycle(10).projection()
        #expect(throws: AnalysisError.cancelled) { try ring.blocks(execution: stopped) }
        // The search is known now; a stop is heeded all the same.
        #expect(try ring.blocks().count == 1)
        #expect(throws: AnalysisError.cancelled) { try ring.blocks(execution: stopped) }
    }

    @Test func aLongPathAndAStar() throws {
        let path = try PlainGraph.path(100_000).projection().blocks()
        #expect(path.count == 99_999)
        #expect(path.nodes(of: 5).map(\.position) == [5, 6])
        let star = try PlainGraph.star(100_000).projection().blocks()
        #expect(star.count == 99_999 && star.blocks(of: NodeIndex(0)).count == 99_999)
    }
}
