import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// A million nodes in a row, and a million around one: nothing recurs, nothing overflows, nothing is quadratic.
@Suite(.serialized) struct LargeGraphTests {
    private static let million = 1_000_000
    /// For what tests without optimisation take long over; recursion would not survive this either.
    private static let many = 200_000

    @Test(arguments: [false, true])
    func structureOfAPath(isDirected: Bool) throws {
        let count = isDirected ? Self.many : Self.million
        let projection = PlainGraph.path(count, isDirected: isDirected).projection()
        #expect(try projection.strongComponents().count == (isDirected ? count : 1))
        #expect(try projection.articulationPoints().count == count - 2)
        let hops = projection.breadthFirstSearch(from: NodeIndex(0))
        #expect(hops[NodeIndex(count - 1)] == count - 1)
        guard isDirected else { return }
        #expect(try projection.weakComponents().count == 1)
        let error = #expect(throws: AnalysisError.self) { try projection.eigenvectorCentrality() }
        #expect(error?.code == .undefined)
    }

    @Test func structureOfAStar() throws {
        let count = Self.million
        let graph = PlainGraph.star(count).graph()
        let projection = graph.projection(.facts, isDirected: false)
        #expect(try projection.articulationPoints().nodes == [NodeIndex(0)])
        #expect(try projection.weakComponents().sizes == [count])
        let top = projection.degreeCentrality().ranked(in: graph, top: 3)
        #expect(top.map(\.id) == ["n0", "n1", "n10"])
    }

    @Test func coresAndBridges() throws {
        let count = Self.many
        for graph in [PlainGraph.star(count), .path(count)] {
            let projection = graph.projection(keepingEdges: true)
            #expect(try projection.bridges().count == count - 1)
            #expect(try projection.coreNumbers().values.allSatisfy { $0 == 1 })
            #expect(try projection.triangles().total == 0)
            #expect(try projection.trussNumbers().allSatisfy { $0.truss == 2 })
        }
    }

    /// From the first node, the arc that leads on stands first in every row, from the last it stands second.
    @Test(arguments: [true, false])
    func pathsAlongAPath(fromFirst: Bool) throws {
        let count = Self.many
        let projection = PlainGraph.path(count).projection(keepingEdges: true)
        let (source, target) = (NodeIndex(fromFirst ? 0 : count - 1), NodeIndex(fromFirst ? count - 1 : 0))
        #expect(try projection.shortestPath(from: source, to: target).first?.hops == count - 1)
        let simple = try projection.allSimplePaths(from: source, to: target).collected()
        #expect(simple.paths.map(\.hops) == [count - 1])
        let cheapest = try projection.yenKShortestPaths(3, from: source, to: target)
        #expect(cheapest.paths.map(\.hops) == [count - 1])
    }

    @Test func pathsAcrossAStar() throws {
        let projection = PlainGraph.star(Self.many).projection(keepingEdges: true)
        let (source, target) = (NodeIndex(1), NodeIndex(Self.many - 1))
        #expect(try projection.shortestPath(from: source, to: target).first?.hops == 2)
        #expect(try projection.allShortestPaths(from: source, to: target).map(\.hops) == [2])
        #expect(try projection.yenKShortestPaths(5, from: source, to: target).paths.map(\.hops) == [2])
    }

    @Test func manyParallelEdges() throws {
        let count = 100_000
        let graph = PlainGraph(
            3, isDirected: true, links: Array(repeating: .init(0, 1), count: count) + [.init(1, 2)])
        let projection = graph.projection(keepingEdges: true)
        let paths = try projection.allSimplePaths(from: NodeIndex(0), to: NodeIndex(2))
        #expect(try paths.collected(SearchLimits(maxPaths: 10)).truncation == .pathLimit(10))
        #expect(paths.reduce(0) { count, _ in count + 1 } == count)
        #expect(try projection.bridges().map(\.edge) == [EdgeIndex(count)])
        #expect(projection.degreeCentrality().values == [Double(count), Double(count + 1), 1])
        let cheapest = try projection.yenKShortestPaths(3, from: NodeIndex(0), to: NodeIndex(2))
        #expect(cheapest.paths.count == 3)
    }
}
