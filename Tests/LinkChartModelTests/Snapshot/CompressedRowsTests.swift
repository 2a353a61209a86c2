import LinkChartTestKit
import Testing

@testable import LinkChartModel

/// Rows against lists of lists.
struct CompressedRowsTests {
    private struct Arcs {
        var nodeCount: Int
        var from: [UInt32] = []
        var to: [UInt32] = []

        init(_ random: inout SplitMix64) {
            nodeCount = Int.random(in: 1...8, using: &random)
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                from.append(UInt32.random(in: 0..<UInt32(nodeCount), using: &random))
                to.append(UInt32.random(in: 0..<UInt32(nodeCount), using: &random))
            }
        }

        /// For every node its arcs, as pairs of neighbour and number.
        var lists: [[[UInt32]]] {
            (0..<nodeCount).map { node in
                from.indices.filter { from[$0] == UInt32(node) }.map { [to[$0], UInt32($0)] }
            }
        }
    }

    private func lists(_ rows: CompressedRows) -> [[[UInt32]]] {
        (0..<rows.nodeCount).map { node in rows.row(node).map { [rows.neighbours[$0], rows.edges[$0]] } }
    }

    @Test func agreeWithLists() {
        let seed = freshSeed()
        for round in 0..<200 {
            var random = SplitMix64(seed: seed &+ UInt64(round))
            let arcs = Arcs(&random)
            let rows = CompressedRows(nodeCount: arcs.nodeCount, from: arcs.from, to: arcs.to)
            let context = "seed \(seed), round \(round)"
            #expect(rows.nodeCount == arcs.nodeCount && rows.arcCount == arcs.from.count, "\(context)")
            #expect(lists(rows) == arcs.lists, "\(context)")
            for node in 0..<arcs.nodeCount {
                #expect(Array(rows[node]) == arcs.lists[node].map { $0[0] }, "\(context)")
                #expect(rows.count(node) == arcs.lists[node].count, "\(context)")
            }
            // The edges behind the arcs, instead of their numbers.
            let edges = arcs.from.map { _ in UInt32.random(in: 0..<99, using: &random) }
            let named = CompressedRows(nodeCount: arcs.nodeCount, from: arcs.from, to: arcs.to, edges: edges)
            #expect(lists(named) == arcs.lists.map { $0.map { [$0[0], edges[Int($0[1])]] } }, "\(context)")
            let bare = CompressedRows(
                nodeCount: arcs.nodeCount, from: arcs.from, to: arcs.to, keepingEdges: false)
            #expect(
                bare.edges.isEmpty && bare.neighbours == rows.neighbours && bare.offsets == rows.offsets,
                "\(context)")

            let transposed = rows.transposed()
            let turned = (0..<UInt32(arcs.nodeCount)).map { node in
                (0..<UInt32(arcs.nodeCount)).flatMap { source in
                    arcs.lists[Int(source)].filter { $0[0] == node }.map { [source, $0[1]] }
                }
            }
            #expect(lists(transposed) == turned, "\(context)")
            #expect(
                bare.transposed().neighbours == transposed.neighbours && bare.transposed().edges.isEmpty,
                "\(context)")

            let sorted = arcs.lists.map { list in list.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) } }
            #expect(lists(rows.sorted()) == sorted, "\(context)")
            let merged = CompressedRows.mergedOneWay(nodeCount: arcs.nodeCount, from: arcs.from, to: arcs.to)
            #expect(merged.edges.isEmpty, "\(context)")
            for node in 0..<arcs.nodeCount {
                #expect(Array(merged[node]) == Set(arcs.lists[node].map { $0[0] }).sorted(), "\(context)")
            }
            let bothWays = CompressedRows.mergedBothWays(
                nodeCount: arcs.nodeCount, from: arcs.from, to: arcs.to)
            for node in 0..<arcs.nodeCount {
                var ends: Set<UInt32> = []
                for (from, to) in zip(arcs.from, arcs.to) {
                    if Int(from) == node { ends.insert(to) }
                    if Int(to) == node { ends.insert(from) }
                }
                #expect(Array(bothWays[node]) == ends.sorted(), "\(context)")
            }
            #expect(
                merged.offsets.count == arcs.nodeCount + 1 && Int(merged.offsets.last ?? 0) == merged.arcCount
            )
        }
    }

    @Test func holdNothing() {
        let none = CompressedRows(nodeCount: 0, from: [], to: [])
        #expect(none.nodeCount == 0 && none.arcCount == 0 && none.transposed().nodeCount == 0)
        let isolated = CompressedRows(nodeCount: 3, from: [], to: [])
        #expect(isolated.nodeCount == 3 && (0..<3).allSatisfy { isolated[$0].isEmpty })
    }

    /// What would read or write out of bounds in a release build stops instead.
    @Test func refuseArcsOfNodesThatAreNotThere() async {
        await #expect(processExitsWith: .failure) { _ = CompressedRows(nodeCount: 2, from: [2], to: [0]) }
        await #expect(processExitsWith: .failure) {
            _ = CompressedRows(nodeCount: 2, from: [0], to: [2]).transposed()
        }
        await #expect(processExitsWith: .failure) { _ = CompressedRows(nodeCount: 2, from: [0, 1], to: [1]) }
        await #expect(processExitsWith: .failure) { _ = CompressedRows(offsets: [0, 1], neighbours: []) }
    }
}

struct GraphSnapshotTests {
    @Test func listsEdgesOfEveryNode() throws {
        let seed = freshSeed()
        for round in 0..<50 {
            var random = SplitMix64(seed: seed &+ UInt64(round))
            let graph = try RandomGraph.make(&random, nodes: Int.random(in: 1...8, using: &random), edges: 25)
            let snapshot = graph.snapshot()
            #expect(snapshot.nodeCount == graph.nodeCount && snapshot.edgeCount == graph.edgeCount)
            for node in graph.nodes {
                let out = graph.edges.filter { $0.source == node.index }
                let into = graph.edges.filter { $0.target == node.index }
                #expect(
                    Array(snapshot.edges(from: node.index)) == out.map(\.index),
                    "seed \(seed), round \(round)")
                #expect(
                    Array(snapshot.edges(to: node.index)) == into.map(\.index), "seed \(seed), round \(round)"
                )
                #expect(Array(snapshot.outgoing[node.index.position]) == out.map(\.target.rawValue))
                #expect(Array(snapshot.incoming[node.index.position]) == into.map(\.source.rawValue))
            }
            #expect(
                snapshot.kinds == graph.nodes.map(\.kind) && snapshot.relations == graph.edges.map(\.relation)
            )
        }
    }

    @Test func needsNoEdges() throws {
        var random = SplitMix64(seed: freshSeed())
        let graph = try RandomGraph.make(&random, nodes: 7, edges: 25)
        let (full, bare) = (graph.snapshot(), graph.snapshot(keepingEdges: false))
        #expect(bare.outgoing.edges.isEmpty && bare.incoming.edges.isEmpty)
        #expect(bare.outgoing.neighbours == full.outgoing.neighbours)
        #expect(bare.incoming.offsets == full.incoming.offsets)
    }

    @Test func staysAsItWas() {
        var graph = Graph()
        let a = graph.add(.actor("A"))
        graph.link(a, .rivals, a)
        let snapshot = graph.snapshot()
        let b = graph.add(.actor("B"))
        graph.link(a, .rivals, b)
        #expect(snapshot.nodeCount == 1 && snapshot.edgeCount == 1 && snapshot.graph.edgeCount == 1)
    }
}
