import LinkChartTestKit
import Testing

@testable import LinkChartModel

struct ProjectionTests {
    @Test(arguments: Projection.Name.allCases, [true, false])
    func agreesWithTheRule(name: Projection.Name, isDirected: Bool) throws {
        let seed = freshSeed()
        for round in 0..<50 {
            var random = SplitMix64(seed: seed &+ UInt64(round))
            let onlyRelation = [nil, nil, "relatedTo", "sameAs"].pick(&random)
            let graph = try RandomGraph.make(
                &random, nodes: Int.random(in: 1...9, using: &random),
                edges: Int.random(in: 0...40, using: &random),
                hasClaims: Int.random(in: 0..<3, using: &random) > 0, onlyRelation: onlyRelation)
            for parts in [SelectedParts.everything, randomParts(graph, &random), randomParts(graph, &random)]
            {
                try check(graph, name, isDirected: isDirected, parts, "seed \(seed), round \(round)")
            }
        }
    }

    private func randomParts(_ graph: Graph, _ random: inout SplitMix64) -> SelectedParts {
        var parts = SelectedParts()
        if Bool.random(using: &random) {
            parts.nodes = (0..<graph.nodeCount).map { _ in Int.random(in: 0..<4, using: &random) > 0 }
        }
        if Bool.random(using: &random) {
            parts.edges = (0..<graph.edgeCount).map { _ in Int.random(in: 0..<4, using: &random) > 0 }
        }
        if Bool.random(using: &random) {
            let wanted = Modality.allCases.shuffled(using: &random).prefix(5)
            parts.claims = { wanted.contains($0.modality) }
        }
        return parts
    }

    private func check(
        _ graph: Graph, _ name: Projection.Name, isDirected: Bool, _ parts: SelectedParts, _ context: String
    ) throws {
        let expected = ReferenceProjection(graph, name, isDirected: isDirected, parts: parts)
        let kept = graph.projection(
            name, isDirected: isDirected, parallelEdges: .kept, selection: parts)
        let merged = graph.projection(
            name, isDirected: isDirected, parallelEdges: .merged, selection: parts)
        let edges = graph.projection(name, isDirected: isDirected, selection: parts, keepingEdges: true)

        for projection in [kept, merged, edges] {
            #expect(projection.omissions == expected.omissions, "\(context)")
            #expect(projection.isDirected == isDirected && projection.recipe.name == name, "\(context)")
            // Numbers lead back to the nodes that take part, in their order.
            let nodes = graph.nodes.map(\.index).filter { parts.includes($0) }
            #expect((0..<projection.nodeCount).map { projection.node(at: $0) } == nodes, "\(context)")
            for node in graph.nodes {
                #expect(projection.position(of: node.index) == nodes.firstIndex(of: node.index), "\(context)")
            }
            #expect(projection.position(of: NodeIndex(graph.nodeCount)) == nil, "\(context)")
        }

        let ends = expected.arcs.map { [$0.source, $0.target] }
        #expect(Self.ends(kept, kept.outgoing) == sorted(ends), "\(context)")
        #expect(
            Self.ends(kept, kept.incoming) == sorted(isDirected ? ends.map { $0.reversed() } : ends),
            "\(context)")
        let distinct = sorted(Array(Set(ends)))
        #expect(Self.ends(merged, merged.outgoing, isSorted: true) == distinct, "\(context)")
        #expect(
            Self.ends(merged, merged.incoming, isSorted: true)
                == (isDirected ? sorted(distinct.map { $0.reversed() }) : distinct), "\(context)")
        #expect(!kept.keepsEdges || kept.arcCount == 0, "\(context)")

        #expect(edges.keepsEdges && edges.recipe.parallelEdges == .kept, "\(context)")
        var found: [ReferenceProjection.Arc] = []
        for node in 0..<edges.nodeCount {
            for arc in edges.outgoing.row(node) {
                let (edge, isForward) = edges.edge(ofArc: arc)
                found.append(
                    .init(
                        source: edges.node(at: node).position,
                        target: edges.node(at: Int(edges.outgoing.neighbours[arc])).position,
                        edge: edge.position, isForward: isForward))
            }
        }
        #expect(found.sorted() == expected.arcs.sorted(), "\(context)")
        #expect(edges.incoming.edges.sorted() == edges.outgoing.edges.sorted(), "\(context)")
        #expect(edges.incoming.arcCount == edges.arcCount, "\(context)")
    }

    /// The arcs of rows as pairs of the graph's nodes; those of merged rows must be in order as they are.
    private static func ends(_ projection: Projection, _ rows: CompressedRows, isSorted: Bool = false)
        -> [[Int]]
    {
        let ends = (0..<rows.nodeCount).flatMap { node in
            rows[node].map { [projection.node(at: node).position, projection.node(at: Int($0)).position] }
        }
        return isSorted ? ends : ends.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func sorted(_ ends: [[Int]]) -> [[Int]] { ends.sorted { $0.lexicographicallyPrecedes($1) } }
}

/// What the rule says of single edges, by hand.
struct ProjectionExampleTests {
    /// A camp lies in Kunar (flow both), Kunar in Afghanistan; an attack was launched from there (reverse), hit a
    /// person (forward), and Pakistan threatens (summary) and warns (flow none) Afghanistan.
    private func sample() -> Graph {
        var graph = Graph()
        let afghanistan = graph.add(.state("Afghanistan"))
        let kunar = graph.add(.place("Kunar"))
        let attack = graph.add(.incident("Attack"))
        let victim = graph.add(.person("Victim"))
        let pakistan = graph.add(.state("Pakistan"))
        graph.link(kunar, .locatedIn, afghanistan)
        graph.link(attack, .launchedFrom, kunar)
        graph.link(attack, .victim, victim, claim: Claim(by: pakistan))
        graph.link(pakistan, .threatens, afghanistan)
        graph.link(pakistan, .warns, afghanistan)
        graph.link(pakistan, .borders, afghanistan)
        graph.link(pakistan, .enables, attack, claim: Claim(by: afghanistan, modality: .alleged))
        return graph
    }

    private func arcs(_ projection: Projection) -> [String] {
        (0..<projection.nodeCount).flatMap { node in
            projection.outgoing[node].map { "\(node)→\($0)" }
        }.sorted()
    }

    @Test func factsAreAsWritten() {
        let facts = sample().projection(.facts)
        // One arc an edge, of the symmetric `borders` too; the three of 4→0 are one.
        #expect(arcs(facts) == ["1→0", "2→1", "2→3", "4→0"])
        #expect(arcs(sample().projection(.facts, parallelEdges: .kept)).count == 6)
        #expect(facts.omissions.unestablished == 1)
        #expect(facts.description == "facts, directed, parallel edges merged")
        #expect(facts.notes == ["1 edge left out: not established by any claim"])
    }

    @Test func mechanismFollowsTheFlow() {
        let mechanism = sample().projection(.mechanism)
        #expect(arcs(mechanism) == ["0→1", "1→0", "1→2", "2→3"])
        #expect(mechanism.omissions.summary == 1 && mechanism.omissions.flowless == 2)
        #expect(
            mechanism.notes == [
                "1 edge left out: not established by any claim", "1 edge left out: a summary, no mechanism",
                "2 edges left out: nothing flows along them",
            ])
        #expect(arcs(sample().projection(.mechanism, isDirected: false, parallelEdges: .kept)).count == 6)
    }

    @Test func allHasWhatIsOnlyAlleged() {
        #expect(arcs(sample().projection(.all)) == ["1→0", "2→1", "2→3", "4→0", "4→2"])
        #expect(sample().projection(.all).notes.isEmpty)
    }

    @Test func claimsCountEach() {
        var graph = Graph()
        let a = graph.add(.actor("A"))
        let b = graph.add(.actor("B"))
        for modality in Modality.allCases {
            graph.link(a, .attacks, b, claim: Claim(by: a, modality: modality))
        }
        graph.link(b, .attacks, a)
        let claims = graph.projection(.claims)
        #expect(claims.recipe.parallelEdges == .kept)
        #expect(arcs(claims) == ["0→1", "0→1", "0→1", "1→0"])
        #expect(claims.description == "claims, directed, parallel edges counted")
        #expect(arcs(graph.projection(.claims, parallelEdges: .merged)) == ["0→1", "1→0"])
        #expect(arcs(graph.projection(.claims, isDirected: false)).count == 8)
    }

    @Test func emptyGraphsProject() {
        for name in Projection.Name.allCases {
            let projection = Graph().projection(name, keepingEdges: true)
            #expect(projection.nodeCount == 0 && projection.arcCount == 0 && projection.keepsEdges)
        }
    }
}
