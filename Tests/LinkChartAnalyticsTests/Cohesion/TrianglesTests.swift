import Foundation
import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics

@Suite struct TrianglesTests {
    @Test(arguments: MeasureReference.all)
    func agreeWithNetworkX(reference: MeasureReference) throws {
        let projection = try reference.graph.plain.projection()
        let triangles = try projection.triangles()
        #expect(triangles.scores.values == reference.triangles)
        #expect(triangles.total == Int(reference.triangles.reduce(0, +)) / 3)
        #expect(try projection.triangleCount() == triangles.total)
        expectEqual(triangles.clustering.values, reference.clustering, reference.name)
        expectEqual([triangles.averageClustering], [reference.averageClustering], reference.name)
        expectEqual([triangles.transitivity], [reference.transitivity], reference.name)
        #expect(try projection.transitivity() == triangles.transitivity)
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func agreeWithEnumeration(parallelEdges: Projection.ParallelEdges) throws {
        let suite = Conformance(graphs: 800, parallelEdges: parallelEdges)
        for (measure, definition): (CentralityMeasure, (BruteForce) -> [Double]) in [
            (.triangles, { $0.triangles.map { Double($0) } }), (.clustering, { $0.clustering }),
        ] {
            let failures = suite.ofNodeScores({ projection, threads in
                try projection.centrality(measure, execution: .threads(threads)).values
            }) { definition(BruteForce($0)) }
            for failure in failures { Issue.record("\(measure.rawValue): \(failure)") }
        }
    }

    /// More nodes than there are hubs with bits, and long and short rows on both sides of that border: all the ways
    /// to look a pair up.
    @Test(arguments: [false, true])
    func countsOfALargeGraphAgree(isDirected: Bool) throws {
        var random = SplitMix64(seed: 3)
        let plain = PlainGraph.rmat(scale: 14, linksPerNode: 6, isDirected: isDirected, using: &random)
        // A dense part makes rows longer than the words of their bits.
        let dense = PlainGraph.gnp(300, 0.6, using: &random)
        let graph = PlainGraph(plain.nodeCount, isDirected: isDirected, links: plain.links + dense.links)
        let projection = graph.projection()
        let one = try projection.triangles(execution: .threads(1))
        #expect(one.counts == naiveCounts(graph))
        #expect(try projection.triangles(execution: .threads(2)).counts == one.counts)
        for threads in [1, 2] {
            #expect(try projection.triangleCount(execution: .threads(threads)) == one.total)
        }
        #expect(one.total == one.counts.reduce(0, +) / 3 && one.total > 100_000)
    }

    private func naiveCounts(_ graph: PlainGraph) -> [Int] {
        var neighbours = [Set<Int>](repeating: [], count: graph.nodeCount)
        for link in graph.links where link.from != link.to {
            neighbours[link.from].insert(link.to)
            neighbours[link.to].insert(link.from)
        }
        var counts = [Int](repeating: 0, count: graph.nodeCount)
        func key(_ node: Int) -> (Int, Int) { (neighbours[node].count, node) }
        let later =
            graph.nodeCount == 0
            ? [] : neighbours.indices.map { node in neighbours[node].filter { key($0) > key(node) } }
        for a in later.indices {
            for b in later[a] {
                let (few, many) =
                    later[a].count < later[b].count ? (later[a], later[b]) : (later[b], later[a])
                for c in few where many.contains(c) { for node in [a, b, c] { counts[node] += 1 } }
            }
        }
        return counts
    }

    @Test func knownGraphs() throws {
        let complete = try PlainGraph.complete(6).projection().triangles()
        #expect(complete.total == 20 && complete.counts == Array(repeating: 10, count: 6))
        #expect(complete.transitivity == 1 && complete.averageClustering == 1)
        #expect(complete[NodeIndex(3)] == 10 && complete[NodeIndex(6)] == nil)
        let star = try PlainGraph.star(1000).projection().triangles()
        #expect(star.total == 0 && star.transitivity == 0)
        for count in 0...2 {
            let empty = try PlainGraph(count).projection().triangles()
            #expect(empty.total == 0 && empty.transitivity == 0 && empty.averageClustering == 0)
        }
        // Directions, loops and repeats make no difference.
        let messy = PlainGraph(3, isDirected: true, [(0, 1), (1, 0), (1, 2), (1, 2), (2, 0), (2, 2)])
        for parallelEdges in [Projection.ParallelEdges.merged, .kept] {
            #expect(try messy.projection(parallelEdges: parallelEdges).triangles().counts == [1, 1, 1])
        }
    }

    @Test func canBeStopped() {
        let projection = PlainGraph.complete(200).projection()
        let stopped = Execution(isCancelled: { true })
        #expect(throws: AnalysisError.cancelled) { try projection.triangles(execution: stopped) }
        #expect(throws: AnalysisError.cancelled) { try projection.triangleCount(execution: stopped) }
        #expect(throws: AnalysisError.cancelled) { try projection.transitivity(execution: stopped) }
    }

    @Test func canBeEncoded() throws {
        let graph = PlainGraph(4, [(0, 1), (1, 2), (2, 0), (2, 3)])
        let data = try JSONEncoder().encode(graph.projection().triangles())
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json["total"] as? Int == 1)
        #expect(json["counts"] as? [Int] == [1, 1, 1, 0])
        #expect(json["transitivity"] as? Double == 0.6)
        #expect(json["projection"] as? String == "facts, undirected, parallel edges merged")
    }
}
