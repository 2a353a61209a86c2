import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Betweenness of nodes and links where links have costs.
@Suite struct WeightedBetweennessTests {
    @Test(arguments: MeasureReference.all.filter { $0.weightedBetweenness != nil })
    func agrees(with reference: MeasureReference) throws {
        let graph = try reference.graph
        let typed = graph.plain.graph(weights: graph.weights)
        let costs = EdgeCosts.attribute("weight", of: typed)
        let projection = typed.projection(.facts, isDirected: graph.directed, keepingEdges: true)
        expectEqual(
            try projection.betweennessCentrality(costs: costs).values,
            try #require(reference.weightedBetweenness), reference.name)
        expectEqual(
            try projection.edgeBetweenness(costs: costs).map(\.score),
            try #require(reference.weightedEdgeBetweenness), "edges of \(reference.name)")
    }

    /// Few different costs, so that many paths cost the same; also free links.
    @Test(arguments: [1.0, 0.1, 0.3, 7])
    func agreesWithTheDefinition(unit: Double) throws {
        try onRandomGraphs(500, upTo: 8) { plain, random, context in
            let costs = plain.links.map { _ in random.below(4) }
            let graph = plain.graph(weights: costs.map { Double($0) * unit })
            let projection = graph.projection(.facts, isDirected: plain.isDirected, keepingEdges: true)
            let edgeCosts = EdgeCosts.attribute("weight", of: graph)
            let expected = BruteForce(plain).cheapestBetweenness(costs: costs)
            let scores = try projection.betweennessCentrality(costs: edgeCosts)
            expectEqual(scores.values, expected.nodes, "costs \(costs), \(context)")
            let edges = try projection.edgeBetweenness(costs: edgeCosts)
            #expect(edges.map(\.edge) == plain.links.indices.map { EdgeIndex($0) }, "\(context)")
            expectEqual(edges.map(\.score), expected.links, "edges, costs \(costs), \(context)")
        }
    }

    /// 0.1 + 0.2 is not 0.3 to a computer, 80 % of 50 % not 40 % either.
    @Test func equallyCheapWaysAreKnown() throws {
        let plain = PlainGraph(4, isDirected: true, [(0, 1), (1, 3), (0, 2), (2, 3), (0, 3)])
        for unit in [1, 0.1, 0.01, 1e-7, 3.7, 1 / 3.0] {
            let graph = plain.graph(weights: [1, 2, 2, 1, 3].map { $0 * unit })
            let projection = graph.projection(.facts, keepingEdges: true)
            let scores = try projection.betweennessCentrality(costs: .attribute("weight", of: graph))
            expectEqual(scores.values, [0, 1 / 3.0, 1 / 3.0, 0], "unit \(unit)")
        }
        // Nearly the same is not the same.
        let graph = plain.graph(
            weights: [1, 2, 2, 1, 3].map { $0 * 1e6 }.enumerated().map { $1 + ($0 == 4 ? 1e-3 : 0) })
        let projection = graph.projection(.facts, keepingEdges: true)
        let scores = try projection.betweennessCentrality(costs: .attribute("weight", of: graph))
        expectEqual(scores.values, [0, 0.5, 0.5, 0], "a direct way that costs a little more")
    }

    @Test func confidencesThatMultiplyToTheSame() throws {
        var graph = Graph()
        let nodes = try (0..<5).map { try graph.addNode(id: "n\($0)", kind: .entity) }
        let claimant = try graph.addNode(id: "claimant", kind: .entity)
        let relation = try #require(graph.ontology.relation(named: "relatedTo"))
        // 0.8 * 0.5 = 0.4 * 1 = 0.4, besides a link nobody trusts.
        for (from, to, confidence) in [
            (0, 1, 80), (1, 4, 50), (0, 2, 40), (2, 4, 100), (0, 3, 100), (3, 4, 0),
        ] {
            let claim = Claim(claimant: .node(claimant), confidence: try Confidence(confidence))
            _ = try graph.link(from: nodes[from], relation, to: nodes[to], claims: [claim])
        }
        let projection = graph.projection(.facts, keepingEdges: true)
        let costs = EdgeCosts.confidence(of: graph)
        // The way of one certain link has a free arc more, but also costs the same: so the other one is shorter.
        expectEqual(
            try projection.betweennessCentrality(costs: costs).values, [0, 1, 0, 0, 0, 0], "confidences")
        #expect(try projection.edgeBetweenness(costs: costs)[EdgeIndex(5)] == 0)
    }

    /// More cheapest paths from end to end than a `Double` counts with a digit to spare for products, and more than it
    /// counts at all: layers of two nodes, each linked to both of the next.
    @Test(arguments: [(480, true), (970, false)])
    func morePathsThanCanBeCounted(layers: Int, hasCosts: Bool) throws {
        var links: [(Int, Int)] = []
        for layer in 1..<layers {
            for a in 0..<2 { for b in 0..<2 { links.append((2 * layer - 2 + a, 2 * layer + b)) } }
        }
        let plain = PlainGraph(2 * layers, isDirected: true, links)
        let graph = plain.graph(weights: links.map { _ in 0.3 })
        let projection = graph.projection(.facts, keepingEdges: true)
        let scores = try projection.edgeBetweenness(
            costs: hasCosts ? .attribute("weight", of: graph) : nil)
        // A quarter of the pairs before and behind, half of those of one end, and the ends themselves.
        let expected = (0..<links.count).map { Double((1 + $0 / 4) * (layers - 1 - $0 / 4)) }
        expectEqual(scores.map(\.score), expected, "\(layers) layers")
    }

    @Test func badCostsAreRefused() throws {
        let plain = PlainGraph(3, isDirected: true, [(0, 1), (1, 2)])
        for bad in [-1, Double.nan, .infinity] {
            let graph = plain.graph()
            let projection = graph.projection(.facts, keepingEdges: true)
            let costs = EdgeCosts([1, bad], of: graph)
            for error in [
                #expect(throws: AnalysisError.self) { try projection.betweennessCentrality(costs: costs) },
                #expect(throws: AnalysisError.self) { try projection.edgeBetweenness(costs: costs) },
            ] {
                #expect(error?.code == .badCost && error?.edge == EdgeIndex(1))
            }
        }
        let graph = plain.graph()
        let missing = #expect(throws: AnalysisError.self) {
            try graph.projection(.facts, keepingEdges: true).betweennessCentrality(
                costs: .attribute("cost", of: graph))
        }
        #expect(missing?.code == .missingCost)
        let merged = #expect(throws: AnalysisError.self) {
            try graph.projection(.facts).betweennessCentrality(costs: EdgeCosts([1, 1], of: graph))
        }
        #expect(merged?.code == .badParameter)
    }

    @Test func theSameForAnyNumberOfThreadsAndStoppedWhenTold() throws {
        var random = SplitMix64(seed: 9)
        let plain = PlainGraph.barabasiAlbert(400, attachments: 3, using: &random)
        let graph = plain.graph(weights: plain.links.map { _ in Double(1 + random.below(9)) / 7 })
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let costs = EdgeCosts.attribute("weight", of: graph)
        let one = try projection.edgeBetweenness(costs: costs, execution: .threads(1)).map(\.score)
        let nodes = try projection.betweennessCentrality(costs: costs, execution: .threads(1)).values
        for threads in [2, 3] {
            let execution = Execution.threads(threads)
            #expect(try projection.edgeBetweenness(costs: costs, execution: execution).map(\.score) == one)
            guard threads == 2 else { continue }
            #expect(try projection.betweennessCentrality(costs: costs, execution: execution).values == nodes)
        }
        let stopped = Execution(isCancelled: { true })
        #expect(throws: AnalysisError.cancelled) {
            try projection.betweennessCentrality(costs: costs, execution: stopped)
        }
        #expect(throws: AnalysisError.cancelled) { try projection.edgeBetweenness(execution: stopped) }
    }

    /// Without costs, on as many nodes as make several pieces of work whose sums are added in order.
    @Test func edgeSumsOfSeveralPiecesAreAddedInOrder() throws {
        var random = SplitMix64(seed: 10)
        let projection = PlainGraph.barabasiAlbert(1000, attachments: 8, using: &random).projection()
        let one = try projection.edgeBetweenness(execution: .threads(1)).map(\.score)
        for threads in [2, 3] {
            #expect(try projection.edgeBetweenness(execution: .threads(threads)).map(\.score) == one)
        }
    }

    /// Two ways of the same cost but for rounding; the one that rounding makes the cheapest has an edge of cost 0,
    /// and loses to the one that has none.
    @Test func roundingDoesNotChooseAmongFreeEdges() throws {
        let (a, b, c) = (2.0.squareRoot(), 3.0.squareRoot(), 11.0.squareRoot())
        let links = [(0, 1), (1, 2), (2, 6), (0, 3), (3, 4), (4, 5), (5, 6)]
        let graph = PlainGraph(7, isDirected: true, links).graph()
        let costs = EdgeCosts([a, b, c, c, b, a, 0], of: graph)
        let scores = try graph.projection(.facts, keepingEdges: true).betweennessCentrality(costs: costs)
        // 1 and 2 carry the pair of ends, 3 to 5 only what begins or ends among themselves.
        #expect(scores[NodeIndex(1)] == 2 && scores[NodeIndex(2)] == 2)
        #expect(scores[NodeIndex(3)] == 2 && scores[NodeIndex(4)] == 3 && scores[NodeIndex(5)] == 2)
    }
}
