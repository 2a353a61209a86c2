import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct MinimumCutTests {
    @Test(arguments: MeasureReference.all)
    func sizesAgreeWithNetworkXAndIgraph(reference: MeasureReference) throws {
        let plain = try reference.graph.plain
        // Loops, of which the reference has none, must make no difference.
        let projection = PlainGraph(
            plain.nodeCount, isDirected: plain.isDirected,
            links: plain.links + (0..<min(plain.nodeCount, 3)).map { .init($0, $0) }
        ).projection()
        for cut in reference.cuts {
            let (from, to) = (NodeIndex(cut.from), NodeIndex(cut.to))
            #expect(try projection.minimumEdgeCut(from: from, to: to).capacity == Double(cut.edgeCut))
            if let size = cut.nodeCut {
                #expect(try projection.minimumNodeCut(from: from, to: to).nodes.count == size)
            } else {
                let error = #expect(throws: AnalysisError.self) {
                    try projection.minimumNodeCut(from: from, to: to)
                }
                #expect(error?.code == .undefined && error?.message.contains("directly") == true)
            }
        }
    }

    @Test func edgeCutsAgreeWithEnumeration() throws {
        try onRandomGraphs(500, upTo: 8) { graph, random, context in
            guard let (from, to) = twoNodes(of: graph, &random) else { return }
            let expected = BruteForce(graph).minimumEdgeCut(from: from, to: to)
            let kept = try graph.projection(keepingEdges: true)
                .minimumEdgeCut(from: NodeIndex(from), to: NodeIndex(to))
            expectEqual(kept, expected, graph, weights: nil, context)
            let counted = try graph.projection(parallelEdges: .kept)
                .minimumEdgeCut(from: NodeIndex(from), to: NodeIndex(to))
            #expect(counted.capacity == expected.capacity, "\(context)")
            #expect(Set(counted.sourceSide.map(\.position)) == expected.sourceSide, "\(context)")
            #expect(counted.links.allSatisfy { $0.edge == nil })
            // Merged, a pair counts once each way.
            var simple = graph
            simple.links = Array(
                Set(graph.links.map { graph.isDirected || $0.from < $0.to ? $0 : $0.reversed }))
            let merged = try graph.projection().minimumEdgeCut(from: NodeIndex(from), to: NodeIndex(to))
            let once = BruteForce(simple).minimumEdgeCut(from: from, to: to)
            #expect(merged.capacity == once.capacity, "\(context)")
            #expect(Set(merged.sourceSide.map(\.position)) == once.sourceSide, "\(context)")
        }
    }

    @Test func weightedEdgeCutsAgreeWithEnumeration() throws {
        try onRandomGraphs(500, upTo: 8) { plain, random, context in
            guard let (from, to) = twoNodes(of: plain, &random) else { return }
            // Whole numbers, zeros among them, and eighths of very large or small ones: sums are exact.
            let unit = [1, 0.125, 0x1p-1060, 0x1p1000][random.below(4)]
            let weights = plain.links.map { _ in Double(random.below(9)) * unit }
            let graph = plain.graph(weights: weights)
            let projection = graph.projection(.facts, isDirected: plain.isDirected, keepingEdges: true)
            let cut = try projection.minimumEdgeCut(
                from: NodeIndex(from), to: NodeIndex(to), weights: .attribute("weight", of: graph))
            #expect(cut.weights == .attribute("weight"))
            let expected = BruteForce(plain).minimumEdgeCut(from: from, to: to, weights: weights)
            expectEqual(cut, expected, plain, weights: weights, context)
        }
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func nodeCutsAgreeWithEnumeration(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(500, upTo: 9) { graph, random, context in
            guard let (from, to) = twoNodes(of: graph, &random) else { return }
            let projection = graph.projection(parallelEdges: parallelEdges)
            let ends = (NodeIndex(from), NodeIndex(to))
            var apart = graph
            apart.links.removeAll { link in
                (link.from, link.to) == (from, to) || !graph.isDirected && (link.to, link.from) == (from, to)
            }
            let direct = graph.links.count - apart.links.count
            let disjoint = try projection.nodeDisjointPathCount(from: ends.0, to: ends.1)
            let rest = try #require(BruteForce(apart).minimumNodeCut(from: from, to: to))
            #expect(
                disjoint == rest.nodes.count + (parallelEdges == .merged ? min(direct, 1) : direct),
                "\(context)")
            #expect(
                try projection.edgeDisjointPathCount(from: ends.0, to: ends.1)
                    == Int(projection.minimumEdgeCut(from: ends.0, to: ends.1).capacity), "\(context)")
            guard direct == 0 else {
                let error = #expect(throws: AnalysisError.self) {
                    try projection.minimumNodeCut(from: ends.0, to: ends.1)
                }
                #expect(error?.code == .undefined, "\(context)")
                return
            }
            let cut = try projection.minimumNodeCut(from: ends.0, to: ends.1)
            #expect(Set(cut.nodes.map(\.position)) == rest.nodes, "\(context)")
            #expect(Set(cut.sourceSide.map(\.position)) == rest.sourceSide, "\(context)")
            let parts = cut.sourceSide.nodes + cut.nodes.nodes + cut.targetSide.nodes
            #expect(parts.map(\.position).sorted() == Array(0..<graph.nodeCount), "\(context)")
            #expect(cut.targetSide.contains(ends.1))
        }
    }

    @Test func impossibleQuestionsSayWhy() throws {
        let graph = PlainGraph(4, isDirected: true, [(0, 1), (1, 2)]).graph(weights: [1, .nan])
        let projection = graph.projection(.facts, keepingEdges: true)
        func code(_ body: () throws -> Void) -> AnalysisError.Code? {
            let error = #expect(throws: AnalysisError.self) { try body() }
            return error?.code
        }
        let (a, b, c) = (NodeIndex(0), NodeIndex(1), NodeIndex(2))
        #expect(code { _ = try projection.minimumEdgeCut(from: a, to: a) } == .badParameter)
        #expect(code { _ = try projection.minimumNodeCut(from: a, to: a) } == .badParameter)
        #expect(code { _ = try projection.edgeDisjointPathCount(from: a, to: a) } == .badParameter)
        #expect(code { _ = try projection.nodeDisjointPathCount(from: a, to: a) } == .badParameter)
        #expect(code { _ = try projection.minimumEdgeCut(from: a, to: NodeIndex(9)) } == .unknownNode)
        #expect(code { _ = try projection.minimumNodeCut(from: NodeIndex(9), to: a) } == .unknownNode)
        #expect(code { _ = try projection.minimumNodeCut(from: a, to: b) } == .undefined)
        for weight in [-1, .infinity, Double.nan] {
            let weights = EdgeWeights([1, weight], of: graph)
            let error = #expect(throws: AnalysisError.self) {
                try projection.minimumEdgeCut(from: a, to: c, weights: weights)
            }
            #expect(error?.code == .badCost && error?.edge == EdgeIndex(1))
        }
        let plain = graph.projection(.facts)
        #expect(
            code { _ = try plain.minimumEdgeCut(from: a, to: c, weights: EdgeWeights([1, 1], of: graph)) }
                == .badParameter)
        let stopped = Execution(isCancelled: { true })
        #expect(code { _ = try projection.minimumEdgeCut(from: a, to: c, execution: stopped) } == .cancelled)
        #expect(code { _ = try projection.minimumNodeCut(from: a, to: c, execution: stopped) } == .cancelled)
    }

    @Test func nothingToCutIsAnEmptyCut() throws {
        let projection = PlainGraph(4, isDirected: true, [(0, 1), (2, 1), (2, 3)]).projection()
        let edges = try projection.minimumEdgeCut(from: NodeIndex(0), to: NodeIndex(3))
        #expect(edges.links.isEmpty && edges.capacity == 0)
        #expect(edges.sourceSide.map(\.position) == [0, 1] && edges.targetSide.map(\.position) == [2, 3])
        let nodes = try projection.minimumNodeCut(from: NodeIndex(0), to: NodeIndex(3))
        #expect(nodes.nodes.isEmpty && nodes.sourceSide.map(\.position) == [0, 1])
    }

    /// An edge with two claims counts 2 in the projection of claims, and is listed once.
    @Test func claimsCount() throws {
        var graph = Graph()
        let nodes = ["One", "Other", "Third"].map { graph.add(.actor($0)) }
        let strong = try graph.link(nodes[0], relation: "alliedWith", nodes[1], claim: Claim())
        graph.addClaim(Claim(modality: .confirmed), to: strong)
        let weak = try graph.link(nodes[1], relation: "alliedWith", nodes[2], claim: Claim())
        let claims = graph.projection(.claims, isDirected: false, keepingEdges: true)
        let cut = try claims.minimumEdgeCut(from: nodes[0].index, to: nodes[1].index)
        #expect(cut.links.map(\.edge) == [strong] && cut.capacity == 2)
        let facts = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let weighted = try facts.minimumEdgeCut(
            from: nodes[0].index, to: nodes[2].index, weights: .claims(of: graph))
        #expect(weighted.links.map(\.edge) == [weak] && weighted.weights == .claims)
        // Counted, both edges are as good, and the first is nearer.
        let unit = try facts.minimumEdgeCut(from: nodes[0].index, to: nodes[2].index)
        #expect(unit.links.map(\.edge) == [strong])
    }

    @Test func largeGraphsAreCut() throws {
        let count = 200_000
        let path = PlainGraph.path(count, isDirected: true).projection()
        let edges = try path.minimumEdgeCut(from: NodeIndex(0), to: NodeIndex(count - 1))
        #expect(edges.links.map(\.from.position) == [0] && edges.targetSide.count == count - 1)
        let nodes = try path.minimumNodeCut(from: NodeIndex(0), to: NodeIndex(count - 1))
        #expect(nodes.nodes.map(\.position) == [1])
        let grid = PlainGraph.grid(rows: 40, columns: 40).projection()
        let corners = (NodeIndex(0), NodeIndex(1599))
        #expect(try grid.edgeDisjointPathCount(from: corners.0, to: corners.1) == 2)
        #expect(try grid.nodeDisjointPathCount(from: NodeIndex(41), to: NodeIndex(1558)) == 4)
    }

    @Test func resultsCanBeEncoded() throws {
        let projection = PlainGraph(4, [(0, 1), (1, 2), (2, 3)]).projection(keepingEdges: true)
        func json(_ result: some AnalysisResult) throws -> [String: Any] {
            try #require(
                try JSONSerialization.jsonObject(with: JSONEncoder().encode(result)) as? [String: Any])
        }
        let edges = try json(projection.minimumEdgeCut(from: NodeIndex(0), to: NodeIndex(3)))
        #expect(edges["links"] as? [[String: Int]] == [["from": 0, "to": 1, "edge": 0, "capacity": 1]])
        #expect(edges["sourceSide"] as? [Int] == [0] && edges["targetSide"] as? [Int] == [1, 2, 3])
        #expect(edges["weights"] as? String == "unit" && edges["capacity"] as? Int == 1)
        let nodes = try json(projection.minimumNodeCut(from: NodeIndex(0), to: NodeIndex(3)))
        #expect(nodes["nodes"] as? [Int] == [1] && nodes["targetSide"] as? [Int] == [2, 3])
        #expect(nodes["source"] as? Int == 0 && nodes["target"] as? Int == 3)
        #expect(nodes["projection"] as? String == "facts, undirected, parallel edges counted")
    }

    private func twoNodes(of graph: PlainGraph, _ random: inout SplitMix64) -> (Int, Int)? {
        guard graph.nodeCount > 1 else { return nil }
        let first = random.below(graph.nodeCount)
        return (first, (first + 1 + random.below(graph.nodeCount - 1)) % graph.nodeCount)
    }

    /// The links of the cut must be those across, each as one edge with its weight.
    private func expectEqual(
        _ cut: EdgeCut, _ expected: BruteForce.Cut, _ graph: PlainGraph, weights: [Double]?, _ context: String
    ) {
        #expect(cut.capacity == expected.capacity, "\(context)")
        #expect(Set(cut.sourceSide.map(\.position)) == expected.sourceSide, "\(context)")
        let across = graph.links.indices.filter { number in
            let link = graph.links[number]
            let ends = (expected.sourceSide.contains(link.from), expected.sourceSide.contains(link.to))
            return ends.0 && !ends.1 || !graph.isDirected && ends.1 && !ends.0
        }
        #expect(cut.links.compactMap { $0.edge?.position }.sorted() == across, "\(context)")
        for link in cut.links {
            #expect(link.capacity == link.edge.map { weights?[$0.position] ?? 1 }, "\(context)")
            #expect(expected.sourceSide.contains(link.from.position), "\(context)")
            #expect(!expected.sourceSide.contains(link.to.position), "\(context)")
        }
    }
}
