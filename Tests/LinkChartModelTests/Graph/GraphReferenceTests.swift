import LinkChartTestKit
import Testing

@testable import LinkChartModel

/// Random operations on a graph and on a reference that does the same by searching lists.
struct GraphReferenceTests {
    @Test func agreesWithTheReference() throws {
        let seed = freshSeed()
        for round in 0..<60 {
            var random = SplitMix64(seed: seed &+ UInt64(round))
            var twins = TwinGraphs()
            var copies: [TwinGraphs] = []
            for step in 0..<70 {
                if Int.random(in: 0..<25, using: &random) == 0 { copies.append(twins) }
                try twins.mutate(&random)
                let broken = twins.graph.brokenInvariants()
                #expect(broken.isEmpty, "seed \(seed), round \(round), step \(step)")
                if !broken.isEmpty { return }
            }
            // Copies are as they were, whatever was done since; and they go their own way.
            for index in copies.indices {
                expectEqual(copies[index], "seed \(seed), round \(round), copy \(index)")
            }
            for index in copies.indices {
                for _ in 0..<20 { try copies[index].mutate(&random) }
                #expect(copies[index].graph.brokenInvariants().isEmpty, "seed \(seed), round \(round)")
                expectEqual(copies[index], "seed \(seed), round \(round), changed copy \(index)")
            }
            expectEqual(twins, "seed \(seed), round \(round)")
        }
    }

    /// Everything that can be asked of a graph, asked of both.
    private func expectEqual(_ twins: TwinGraphs, _ context: String) {
        let (graph, reference) = (twins.graph, twins.reference)
        #expect(graph.nodeCount == reference.nodes.count, "\(context)")
        #expect(graph.edgeCount == reference.edges.count, "\(context)")
        guard graph.nodeCount == reference.nodes.count, graph.edgeCount == reference.edges.count else {
            return
        }
        for (node, expected) in zip(graph.nodes, reference.nodes) {
            #expect(node.id.utf8.elementsEqual(expected.id.utf8), "\(context)")
            #expect(node.name.utf8.elementsEqual(expected.name.utf8), "\(context)")
            #expect(node.kindName == expected.kind, "\(context)")
            #expect(node.aliases == expected.aliases, "\(context)")
            #expect(node.subtype == expected.subtype, "\(context)")
            #expect(node.attributes == Attributes(expected.attributes.map { ($0, $1) }), "\(context)")
            #expect(node.isSource == expected.isSource, "\(context)")
            #expect(graph.node(id: expected.id) == node.index, "\(context)")
        }
        for (edge, expected) in zip(graph.edges, reference.edges) {
            let position = edge.index.position
            #expect(edge.source.position == expected.source, "\(context)")
            #expect(edge.target.position == expected.target, "\(context)")
            #expect(edge.definition == expected.relation, "\(context)")
            #expect(edge.valid == expected.valid, "\(context)")
            #expect(edge.attributes == Attributes(expected.attributes.map { ($0, $1) }), "\(context)")
            #expect(Array(edge.claims) == expected.claims, "\(context)")
            #expect(edge.claims.count == expected.claims.count, "\(context)")
            #expect(edge.hasOwnID == (expected.ownID != nil), "\(context)")
            #expect(edge.id == reference.id(ofEdge: position), "\(context)")
            #expect(graph.edge(id: edge.id) == edge.index, "\(context)")
        }
        let claims = reference.edges.enumerated().flatMap { edge, expected in
            expected.claims.map { (EdgeIndex(edge), $0) }
        }
        #expect(graph.claimCount == claims.count, "\(context)")
        #expect(graph.claims.map(\.claim) == claims.map(\.1), "\(context)")
        #expect(graph.claims.map(\.edge) == claims.map(\.0), "\(context)")
        let weights = reference.edges.map { $0.attributes["weight"] }
        let numbers = graph.numbers("weight")
        #expect((numbers != nil) || weights.allSatisfy { $0 == nil }, "\(context)")
        for (number, weight) in zip(numbers ?? [], weights) {
            let expected = weight?.double ?? .nan
            #expect(number == expected || number.isNaN && expected.isNaN, "\(context)")
        }
        for id in ["e0", "e\(graph.edgeCount + 1)", "e-1", "e", "", "e01", "e+1", "e1''''''"] {
            #expect(
                graph.edge(id: id)?.position == reference.edges.firstIndex { $0.ownID == id }, "\(context)")
        }
    }
}
