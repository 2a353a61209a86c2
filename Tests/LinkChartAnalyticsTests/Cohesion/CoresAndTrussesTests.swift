import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct CoresAndTrussesTests {
    @Test(arguments: MeasureReference.all)
    func trussesAgreeWithNetworkX(reference: MeasureReference) throws {
        let numbers = try reference.graph.plain.projection().trussNumbers()
        #expect(plain(numbers) == reference.truss)
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func agreeWithDeletion(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(1500, upTo: 12) { graph, _, context in
            let oracle = BruteForce(graph)
            let projection = graph.projection(parallelEdges: parallelEdges)
            let numbers = try projection.trussNumbers()
            #expect(plain(numbers) == oracle.trussNumbers, "\(context)")
            for k in 0...5 {
                let links = oracle.trussNumbers.filter { $0[2] >= k }
                #expect(plain(numbers.links(ofTruss: k)) == links, "\(context)")
                #expect(
                    numbers.nodes(ofTruss: k).map(\.position) == Set(links.flatMap { $0[...1] }).sorted(),
                    "\(context)")
                let core = oracle.coreNumbers.indices.filter { oracle.coreNumbers[$0] >= k }
                #expect(try projection.kCore(k).map(\.position) == core, "\(context)")
            }
        }
    }

    /// Rows that shrink, and rows of very different lengths.
    @Test func aLargerGraphAgreesWithItsDefinition() throws {
        var random = SplitMix64(seed: 8)
        let graph = PlainGraph.rmat(scale: 9, linksPerNode: 10, using: &random)
        let numbers = try graph.projection().trussNumbers()
        let greatest = try #require(numbers.greatest)
        #expect(greatest > 8)
        for k in [3, greatest / 2, greatest] {
            // Within the truss every link has its triangles, and no link outside could join it.
            var neighbours = [Set<Int>](repeating: [], count: graph.nodeCount)
            func shared(_ a: Int, _ b: Int) -> Int { neighbours[a].intersection(neighbours[b]).count }
            var links = Set(
                graph.links.filter { $0.from != $0.to }.map { $0.from < $0.to ? $0 : $0.reversed })
            for link in links {
                neighbours[link.from].insert(link.to)
                neighbours[link.to].insert(link.from)
            }
            while true {
                let weak = links.filter { shared($0.from, $0.to) < k - 2 }
                if weak.isEmpty { break }
                for link in weak {
                    links.remove(link)
                    neighbours[link.from].remove(link.to)
                    neighbours[link.to].remove(link.from)
                }
            }
            let ours = Set(
                numbers.links(ofTruss: k).map { PlainGraph.Link($0.first.position, $0.second.position) })
            #expect(ours == links)
        }
    }

    @Test func boundsOfK() throws {
        let projection = PlainGraph.complete(5).projection()
        #expect(try projection.kCore(0).count == 5)
        #expect(try projection.kCore(4).count == 5)
        #expect(try projection.kCore(5).isEmpty)
        #expect(try projection.kCore(Int.max).isEmpty)
        let error = #expect(throws: AnalysisError.self) { try projection.kCore(-1) }
        #expect(error?.code == .badParameter)
        let numbers = try projection.trussNumbers()
        #expect(numbers.greatest == 5)
        #expect(numbers.links(ofTruss: -1).count == 10 && numbers.links(ofTruss: 6).isEmpty)
        for count in 0...2 {
            let empty = PlainGraph(count).projection()
            #expect(try empty.kCore(0).count == count && empty.kCore(1).isEmpty)
            #expect(try empty.trussNumbers().isEmpty && empty.trussNumbers().greatest == nil)
        }
    }

    @Test func canBeStopped() {
        let stopped = Execution(isCancelled: { true })
        let projection = PlainGraph.complete(20).projection()
        #expect(throws: AnalysisError.cancelled) { try projection.coreNumbers(execution: stopped) }
        #expect(throws: AnalysisError.cancelled) { try projection.kCore(2, execution: stopped) }
        #expect(throws: AnalysisError.cancelled) { try projection.trussNumbers(execution: stopped) }
    }

    @Test func canBeEncoded() throws {
        let numbers = try PlainGraph(4, [(3, 2), (1, 0), (2, 0), (2, 1)]).projection().trussNumbers()
        let json = try #require(
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(numbers)) as? [String: Any])
        #expect(
            json["links"] as? [[String: Int]] == [
                ["first": 0, "second": 1, "truss": 3], ["first": 0, "second": 2, "truss": 3],
                ["first": 1, "second": 2, "truss": 3], ["first": 2, "second": 3, "truss": 2],
            ])
    }

    private func plain(_ links: some Sequence<TrussLink>) -> [[Int]] {
        links.map { [$0.first.position, $0.second.position, $0.truss] }
    }
}
