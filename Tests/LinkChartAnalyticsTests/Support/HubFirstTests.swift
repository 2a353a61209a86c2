import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics

/// The cached rows against lists of arcs.
@Suite struct HubFirstTests {
    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func rowsHoldTheSameArcsInOrder(parallelEdges: Projection.ParallelEdges) {
        onRandomGraphs(1000, upTo: 12) { graph, _, context in
            let projection = graph.projection(parallelEdges: parallelEdges)
            let outgoing = arcs(projection.outgoing)
            let incoming = arcs(projection.incoming)
            let both = Set(outgoing + incoming).filter { $0[0] != $0[1] }
            #expect(arcs(projection.hubFirstOutgoing) == outgoing, "\(context)")
            #expect(arcs(projection.hubFirstIncoming) == incoming, "\(context)")
            #expect(arcs(projection.hubFirstSuccessors) == sorted(Set(outgoing)), "\(context)")
            #expect(arcs(projection.hubFirstPredecessors) == sorted(Set(incoming)), "\(context)")
            #expect(arcs(projection.hubFirstNeighbours) == sorted(both), "\(context)")
            #expect(arcs(HubFirstOrder(projection.outgoing)) == outgoing, "\(context)")
            for order in [
                projection.hubFirstOutgoing, projection.hubFirstIncoming, projection.hubFirstNeighbours,
            ] {
                for node in 0..<order.rows.nodeCount {
                    #expect(order.rows[node].elementsEqual(order.rows[node].sorted()), "\(context)")
                }
            }
        }
    }

    @Test func hubsComeFirst() {
        let graph = PlainGraph(5, isDirected: true, [(0, 3), (1, 3), (3, 4), (4, 1)])
        let numbering = graph.projection().hubFirstNumbering
        #expect(numbering.oldNumbers == [3, 1, 4, 0, 2])
        #expect(numbering.newNumbers == [3, 1, 4, 0, 2])
        #expect(numbering.restored(["3", "1", "4", "0", "2"]) == ["0", "1", "2", "3", "4"])
    }

    /// A loop that goes and an arc that comes leave the number of arcs as it was.
    @Test func asManyArcsAreNotTheSameArcs() {
        let projection = PlainGraph(2, isDirected: true, [(0, 0), (0, 1)]).projection()
        #expect(arcs(projection.hubFirstNeighbours) == [[0, 1], [1, 0]])
    }

    private func arcs(_ order: HubFirstOrder) -> [[Int]] {
        let oldNumbers = order.oldNumbers.map { Int($0) }
        return sorted(arcs(order.rows).map { [oldNumbers[$0[0]], oldNumbers[$0[1]]] })
    }

    private func arcs(_ rows: CompressedRows) -> [[Int]] {
        sorted((0..<rows.nodeCount).flatMap { node in rows[node].map { [node, Int($0)] } })
    }

    private func sorted(_ arcs: some Sequence<[Int]>) -> [[Int]] {
        arcs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    }
}
