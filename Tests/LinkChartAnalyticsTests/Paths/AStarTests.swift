import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// A*, with estimates of every kind that may be given.
@Suite struct AStarTests {
    /// Whatever an estimate says below the truth, also if it jumps from node to node, the path is a cheapest one.
    @Test func anyEstimateBelowTheTruthFindsACheapestPath() throws {
        try onRandomGraphs(1500, upTo: 12) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let weights = graph.links.map { _ in Double(random.below(8)) }
            let typed = graph.graph()
            let costs = EdgeCosts(weights, of: typed)
            let projection = typed.projection(.facts, isDirected: graph.isDirected, keepingEdges: true)
            let source = NodeIndex(random.below(graph.nodeCount))
            let target = NodeIndex(random.below(graph.nodeCount))
            let avoided = random.chance(0.3) ? Set([NodeIndex(random.below(graph.nodeCount))]) : []
            let truth = try projection.dijkstra(from: target, costs: costs, .incoming)
            let kind = random.below(3)
            let estimates = (0..<graph.nodeCount).map { node -> Double in
                let least = truth[NodeIndex(node)] ?? 50
                return kind == 0 ? 0 : kind == 1 ? least : (random.unit() * least).rounded(.down)
            }
            let context = "\(source) to \(target), \(weights), \(estimates), \(context)"
            let found = try projection.aStar(
                from: source, to: target, costs: costs, avoiding: avoided, execution: .threads(1)
            ) { estimates[$0.position] }
            let other = try projection.shortestPath(
                from: source, to: target, avoiding: avoided, costs: costs)
            #expect(found.first?.cost == other.first?.cost, "\(context)")
            #expect(found.noPathReason == other.noPathReason, "\(context)")
            #expect(found.paths.allSatisfy { $0.isTrue(to: graph) }, "\(context)")
            #expect(found.paths.allSatisfy { Set($0.nodes).count == $0.nodes.count }, "\(context)")
        }
    }

    /// On a grid whose distances are known, a good estimate asks about few nodes.
    @Test func aGoodEstimateSearchesLess() throws {
        let side = 60
        let projection = PlainGraph.grid(rows: side, columns: side).projection(keepingEdges: true)
        let target = NodeIndex(side / 2)
        let path = try projection.aStar(from: NodeIndex(0), to: target) { node in
            // Nobody far from the first row needs to be asked.
            if node.position / side > 1 { Issue.record("\(node) was asked about") }
            return Double(node.position / side + abs(node.position % side - side / 2))
        }
        #expect(path.first?.hops == side / 2)
    }

    @Test func badEstimatesAreErrors() throws {
        let projection = PlainGraph.path(4).projection(keepingEdges: true)
        for bad in [-1, .nan, .infinity] as [Double] {
            let error = #expect(throws: AnalysisError.self) {
                try projection.aStar(from: NodeIndex(0), to: NodeIndex(3)) { $0 == NodeIndex(1) ? bad : 0 }
            }
            #expect(error?.code == .badParameter)
        }
        // Too great an estimate is no error: a path is found, if not a cheapest one.
        let ring = PlainGraph(5, [(0, 1), (1, 4), (0, 2), (2, 3), (3, 4)]).projection(keepingEdges: true)
        let path = try ring.aStar(from: NodeIndex(0), to: NodeIndex(4)) { $0 == NodeIndex(1) ? 9 : 0 }
        #expect(path.first?.hops == 3)
    }
}
