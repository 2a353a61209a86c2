import Testing

@testable import LinkChartModel

/// Shapes that make a careless structure quadratic: each takes well under a second if linear, and hours if not.
@Suite(.timeLimit(.minutes(2)))
struct GraphSizeTests {
    @Test func parallelEdgesMergeInLinearTime() throws {
        var graph = Graph()
        let a = graph.add(.actor("A"))
        let b = graph.add(.actor("B"))
        var merged = Set<EdgeIndex>()
        for _ in 0..<100_000 { merged.insert(graph.link(a, .alliedWith, b)) }
        #expect(merged == [EdgeIndex(0)] && graph.edgeCount == 1)
        let ids = [a, b].map { $0.index.rawValue }
        let sources = [UInt32](repeating: ids[0], count: 100_000)
        let targets = [UInt32](repeating: ids[1], count: 100_000)
        let relatedTo = try #require(graph.ontology.relation(named: "relatedTo"))
        let first = try graph.appendEdges(from: sources, relation: relatedTo, to: targets)
        #expect(first == EdgeIndex(1) && graph.edgeCount == 100_001)
        // The next link finds the first of the hundred thousand.
        #expect(try graph.link(from: a.index, relatedTo, to: b.index) == first)
        #expect(graph.edgeCount == 100_001)
        let snapshot = graph.snapshot()
        #expect(
            snapshot.edges(from: a.index).count == 100_001 && snapshot.edges(to: b.index).count == 100_001)
        #expect(graph.projection(.facts).arcCount == 1)
        #expect(graph.projection(.facts, parallelEdges: .kept).arcCount == 100_001)
    }

    @Test func contradictingParallelEdgesAreFoundInConstantTime() {
        var graph = Graph()
        let a = graph.add(.actor("A"))
        for _ in 0..<2 {
            for weight in 0..<50_000 {
                let edge = graph.link(a, .attacks, a, attributes: ["weight": .integer(Int64(weight))])
                if edge != EdgeIndex(weight) { Issue.record("\(edge) for \(weight)") }
            }
        }
        #expect(graph.edgeCount == 50_000)
        #expect(graph.brokenInvariants().isEmpty)
    }

    @Test func selfLoopsAndClaimsAreLinear() {
        var graph = Graph()
        let loops = (0..<20_000).map { graph.add(.actor("actor \($0)")) }
        for actor in loops { graph.link(actor, .rivals, actor) }
        for _ in 0..<100_000 { graph.addClaim(Claim(statement: "again"), to: EdgeIndex(0)) }
        #expect(graph.edgeCount == 20_000)
        #expect(graph[EdgeIndex(0)].claims.count == 100_000)
        let snapshot = graph.snapshot()
        for actor in loops {
            #expect(Array(snapshot.edges(from: actor.index)) == Array(snapshot.edges(to: actor.index)))
        }
        #expect(graph.projection(.facts, isDirected: false).arcCount == 20_000)
    }

    @Test func nodesOfOneNameGetCountedIdentifiers() {
        var graph = Graph()
        for _ in 0..<100_000 { graph.add(.person("John Smith")) }
        #expect(graph.nodeCount == 100_000)
        #expect(graph.id(of: NodeIndex(0)) == "john-smith")
        #expect(graph.id(of: NodeIndex(1)) == "john-smith-2")
        #expect(graph.id(of: NodeIndex(99_999)) == "john-smith-100000")
        #expect(graph.name(of: NodeIndex(99_999)) == "John Smith")
    }

    @Test func reservingLittleByLittleIsLinear() {
        var graph = Graph()
        for number in 0..<50_000 {
            graph.reserveCapacity(nodes: 1, edges: 1)
            let node = graph.add(.actor("actor \(number)"))
            graph.link(node, .rivals, node)
        }
        #expect(graph.edgeCount == 50_000)
    }

    @Test func indicesAreStable() {
        var graph = Graph()
        let first = graph.add(.state("First"))
        let edge = graph.link(first, .borders, first, attributes: ["n": 1])
        for number in 0..<10_000 {
            let other = graph.add(.state("state \(number)"))
            graph.link(first, .borders, other)
        }
        #expect(graph.name(of: first.index) == "First")
        #expect(graph[edge].attributes == ["n": 1])
        #expect(graph.target(of: EdgeIndex(10_000)) == NodeIndex(10_000))
    }

    /// A hash that put similar strings or edges into few places would show here.
    @Test func hashesSpread() {
        var table = StringTable()
        for number in 0..<200_000 { table.insert("node \(number * 1024)") }
        #expect(table.count == 200_000)
        var graph = Graph()
        let nodes = (0..<1_000).map { graph.add(.actor("a\($0)")) }
        for source in nodes { for target in nodes.prefix(200) { graph.link(source, .attacks, target) } }
        #expect(graph.edgeCount == 200_000)
    }
}
