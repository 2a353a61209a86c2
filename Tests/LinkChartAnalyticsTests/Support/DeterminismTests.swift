import Foundation
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

/// Results are the same to the last bit for any number of threads.
@Suite struct DeterminismTests {
    @Test(arguments: [false, true])
    func centralities(isDirected: Bool) throws {
        var random = SplitMix64(seed: 17)
        let graph = PlainGraph.rmat(scale: 9, linksPerNode: 6, isDirected: isDirected, using: &random)
        let projection = graph.projection()
        for measure in CentralityMeasure.allCases {
            // By bits, since nodes without a score are not equal to themselves.
            let one = try projection.centrality(measure, execution: .threads(1)).values.map(\.bitPattern)
            for threads in [2, 3, 7] {
                let scores = try projection.centrality(measure, execution: .threads(threads))
                #expect(scores.values.map(\.bitPattern) == one, "\(measure)")
            }
            #expect(try projection.centrality(measure).values.map(\.bitPattern) == one, "\(measure)")
        }
    }

    /// Large enough for PageRank to share its steps: the surfer's with directions, conjugate gradients without.
    @Test(arguments: [false, true])
    func pageRankOfALargerGraph(isDirected: Bool) throws {
        var random = SplitMix64(seed: 5)
        let graph = PlainGraph.rmat(
            scale: 13, linksPerNode: isDirected ? 20 : 10, isDirected: isDirected, using: &random)
        let projection = graph.projection()
        // Below this, steps are not shared.
        #expect(projection.arcCount + projection.nodeCount >= 100_000)
        let one = try projection.pageRank(tolerance: 1e-4, execution: .threads(1)).values
        for _ in 0..<3 {
            #expect(try projection.pageRank(tolerance: 1e-4, execution: .threads(2)).values == one)
        }
    }

    /// Large enough for weak components to be joined by several threads at once, with thousands of components and
    /// one large one.
    @Test(arguments: [false, true])
    func weakComponentsOfALargerGraph(isDirected: Bool) throws {
        var random = SplitMix64(seed: 23)
        let count = 150_000
        let graph = PlainGraph.gnm(count, links: 120_000, isDirected: isDirected, using: &random)
        var parents = Array(0..<count)
        func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[parents[node]]
                node = parents[node]
            }
            return node
        }
        for link in graph.links {
            let (one, other) = (root(link.from), root(link.to))
            parents[max(one, other)] = min(one, other)
        }
        let projection = graph.projection()
        for threads in [1, 2, 4] {
            let partition = try projection.weakComponents(execution: .threads(threads))
            var smallest = [Int](repeating: .max, count: partition.count)
            for (node, part) in partition.parts.enumerated() { smallest[part] = min(smallest[part], node) }
            #expect(partition.parts.map { smallest[$0] } == (0..<count).map(root), "\(threads) threads")
        }
    }

    /// On a busy machine all workers may run one after the other; here they certainly run at once.
    @Test func blocksAreCommittedInOrder() {
        let queue = WorkQueue(count: 60)
        let order = Mutex<[Int]>([])
        let left = DispatchSemaphore(value: 0)
        for _ in 0..<4 {
            Thread.detachNewThread {
                while let block = queue.take() {
                    // Every fourth block takes longest, so that others are done before it.
                    Thread.sleep(forTimeInterval: block % 4 == 0 ? 0.004 : 0.0005)
                    queue.commit(block) { order.withLock { $0.append(block) } }
                }
                left.signal()
            }
        }
        for _ in 0..<4 { left.wait() }
        #expect(order.withLock { $0 } == Array(0..<60))
    }
}
