import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Eccentricity, radius, diameter and average path length; numbers of shortest paths.
@Suite struct DistanceSummaryTests {
    @Test(arguments: MeasureReference.all)
    func sameAsNetworkXAndIgraph(reference: MeasureReference) throws {
        let projection = try reference.graph.plain.projection()
        let summary = try projection.distanceSummary()
        #expect(summary.eccentricities == reference.eccentricity.map { Int($0) })
        #expect(summary.diameter == reference.eccentricity.max().map { Int($0) })
        #expect(summary.radius == reference.eccentricity.min().map { Int($0) })
        #expect(summary.reachedPairs == reference.reachedPairs)
        expectEqual(
            [summary.averagePathLength ?? -1], [reference.averagePathLength ?? -1], reference.name)
    }

    @Test func sameAsASearchFromEveryNode() throws {
        try onRandomGraphs(400, upTo: 20) { graph, _, context in
            let projection = graph.projection()
            let all = (0..<graph.nodeCount).map { projection.breadthFirstSearch(from: NodeIndex($0)).hops }
            let summary = try projection.distanceSummary(execution: .threads(2))
            #expect(summary.eccentricities == all.map { Int($0.max() ?? 0) }, "\(context)")
            let distances = all.joined().filter { $0 > 0 }.map { Int($0) }
            let pairs = (0...(distances.max() ?? 0)).map { hops in distances.count { $0 == hops } }
            #expect(summary.pairsByDistance == pairs, "\(context)")
            let mean = distances.isEmpty ? nil : Double(distances.reduce(0, +)) / Double(distances.count)
            #expect(summary.averagePathLength == mean, "\(context)")
            let isConnected = distances.count == graph.nodeCount * (graph.nodeCount - 1)
            #expect(summary.isConnected == isConnected, "\(context)")
            #expect(summary.center.allSatisfy { summary[$0] == summary.radius }, "\(context)")
            #expect(summary.periphery.allSatisfy { summary[$0] == summary.diameter }, "\(context)")
            #expect(summary.center.isEmpty == (graph.nodeCount == 0), "\(context)")
        }
    }

    @Test func smallestGraphsAndConventions() throws {
        let nothing = try PlainGraph(0).projection().distanceSummary()
        #expect(nothing.diameter == nil && nothing.radius == nil && nothing.averagePathLength == nil)
        let alone = try PlainGraph(1, [(0, 0)]).projection().distanceSummary()
        #expect(alone.diameter == 0 && alone.isConnected && alone.averagePathLength == nil)
        #expect(alone[NodeIndex(1)] == nil)
        let path = PlainGraph.path(4).projection()
        let summary = try path.distanceSummary()
        #expect(summary.center == [NodeIndex(1), NodeIndex(2)])
        #expect(summary.periphery == [NodeIndex(0), NodeIndex(3)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(summary), as: UTF8.self).hasPrefix(
                #"{"averagePathLength":1.6666666666666667,"diameter":3,"eccentricities":[3,2,2,3],"pairsByDistance":[0,6,4,2],"#
            ))
        #expect(throws: AnalysisError.cancelled) {
            try PlainGraph.path(4).projection().distanceSummary(execution: Execution(isCancelled: { true }))
        }
    }

    @Test func numbersOfShortestPaths() throws {
        try onRandomGraphs(600, upTo: 7) { graph, random, context in
            guard graph.nodeCount > 0 else { return }
            let projection = graph.projection(keepingEdges: true)
            let source = random.below(graph.nodeCount)
            let avoided = random.chance(0.3) ? Set([random.below(graph.nodeCount)]) : []
            let counts = try projection.shortestPathCounts(
                from: NodeIndex(source), avoiding: Set(avoided.map { NodeIndex($0) }))
            let back = try projection.shortestPathCounts(
                from: NodeIndex(source), .incoming, avoiding: Set(avoided.map { NodeIndex($0) }))
            for other in 0..<graph.nodeCount {
                let there = BruteForce(graph).shortestPaths(from: source, to: other, avoiding: avoided)
                #expect(counts[NodeIndex(other)] == UInt64(there.count), "\(source) to \(other), \(context)")
                let here = BruteForce(graph).shortestPaths(from: other, to: source, avoiding: avoided)
                #expect(back[NodeIndex(other)] == UInt64(here.count), "\(other) to \(source), \(context)")
            }
            let both = try projection.shortestPathCounts(from: NodeIndex(source), .both)
            let undirected = try graph.directed(false).projection(keepingEdges: true)
                .shortestPathCounts(from: NodeIndex(source))
            let nodes = (0..<graph.nodeCount).map { NodeIndex($0) }
            #expect(nodes.map { both[$0] } == nodes.map { undirected[$0] }, "\(context)")
        }
    }

    /// From corner to corner of a grid of k by k lead (2k - 2)! / (k - 1)!^2 paths: more than 2^64 from k = 35 on.
    @Test func numbersBeyondCountingAreSaid() throws {
        let small = try PlainGraph.grid(rows: 34, columns: 34).projection(keepingEdges: true)
            .shortestPathCounts(from: NodeIndex(0))
        #expect(small[NodeIndex(34 * 34 - 1)] == 7_219_428_434_016_265_740)
        #expect(small.beyondCounting.isEmpty)
        let large = try PlainGraph.grid(rows: 40, columns: 40).projection(keepingEdges: true)
            .shortestPathCounts(from: NodeIndex(0))
        #expect(large.isBeyondCounting(NodeIndex(1599)) && large[NodeIndex(1599)] == nil)
        #expect(large[NodeIndex(39)] == 1)
        #expect(large.distances[NodeIndex(1599)] == 78)
        #expect(large.beyondCounting.last == NodeIndex(1599))
        #expect(String(decoding: try JSONEncoder().encode(large), as: UTF8.self).contains("null]"))
    }

    @Test func badQuestionsForNumbersOfPaths() throws {
        #expect(throws: AnalysisError.self) {
            try PlainGraph.path(3).projection().shortestPathCounts(from: NodeIndex(0))
        }
        let projection = PlainGraph.path(3).projection(keepingEdges: true)
        let none = try projection.shortestPathCounts(from: NodeIndex(7))
        #expect(none[NodeIndex(0)] == 0 && none[NodeIndex(7)] == 0)
        #expect(throws: AnalysisError.cancelled) {
            try projection.shortestPathCounts(from: NodeIndex(0), execution: Execution(isCancelled: { true }))
        }
    }
}
