import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Paths against NetworkX and igraph.
@Suite struct PathReferenceTests {
    @Test(arguments: ReferenceGraph.all.filter { $0.hops != nil })
    func shortestPaths(reference: ReferenceGraph) throws {
        let projection = reference.plain.projection(keepingEdges: true)
        let hops = try #require(reference.hops)
        let counts = try #require(reference.shortestPathCounts)
        for from in 0..<reference.nodes {
            let distances = projection.breadthFirstSearch(from: NodeIndex(from))
            #expect(distances.hops.map { Int($0) } == hops[from], "from \(from)")
            for to in 0..<reference.nodes {
                let one = try projection.shortestPath(from: NodeIndex(from), to: NodeIndex(to))
                #expect(one.first?.hops ?? -1 == hops[from][to], "\(from) to \(to)")
                // Millions of shortest paths lead through a hypercube or a grid.
                guard counts[from][to] < 3000 else { continue }
                let all = try projection.allShortestPaths(from: NodeIndex(from), to: NodeIndex(to))
                #expect(all.reduce(0) { count, _ in count + 1 } == counts[from][to], "\(from) to \(to)")
            }
        }
    }

    @Test(arguments: ReferenceGraph.all.filter { $0.simplePaths != nil })
    func simplePaths(reference: ReferenceGraph) throws {
        let projection = reference.plain.projection(keepingEdges: true)
        for question in try #require(reference.simplePaths) {
            let paths = try projection.allSimplePaths(
                from: NodeIndex(question.from), to: NodeIndex(question.to), maxHops: question.maxHops)
            let nodes = paths.map { $0.nodes.map(\.position) }
            #expect(nodes.sorted { $0.lexicographicallyPrecedes($1) } == question.paths)
        }
    }

    @Test(arguments: ReferenceGraph.all.filter { $0.distances != nil })
    func weightedDistances(reference: ReferenceGraph) throws {
        let graph = reference.plain.graph(weights: reference.weights)
        let projection = graph.projection(.facts, isDirected: reference.directed, keepingEdges: true)
        let costs = EdgeCosts.attribute("weight", of: graph)
        let distances = try #require(reference.distances)
        for from in 0..<reference.nodes {
            let ours = try projection.dijkstra(from: NodeIndex(from), costs: costs).costs
            expectEqual(
                ours.map { $0 == .infinity ? -1 : $0 }, distances[from].map { $0 ?? -1 }, reference.name)
        }
        for to in 0..<reference.nodes {
            let ours = try projection.dijkstra(from: NodeIndex(to), costs: costs, .incoming).costs
            expectEqual(
                ours.map { $0 == .infinity ? -1 : $0 }, distances.map { $0[to] ?? -1 }, reference.name)
        }
    }

    @Test(arguments: ReferenceGraph.all.filter { $0.kShortestPaths != nil })
    func kShortestPaths(reference: ReferenceGraph) throws {
        let graph = reference.plain.graph(weights: reference.weights)
        let projection = graph.projection(.facts, isDirected: reference.directed, keepingEdges: true)
        let costs = EdgeCosts.attribute("weight", of: graph)
        for question in try #require(reference.kShortestPaths) {
            let set = try projection.yenKShortestPaths(
                question.k, from: NodeIndex(question.from), to: NodeIndex(question.to), costs: costs)
            expectEqual(set.paths.map(\.cost), question.costs, reference.name)
            let order = { (a: [Int], b: [Int]) in a.lexicographicallyPrecedes(b) }
            #expect(
                set.paths.map { $0.nodes.map(\.position) }.sorted(by: order)
                    == question.paths.sorted(by: order))
            #expect((set.noPathReason == nil) == (question.k > 0))
        }
    }
}
