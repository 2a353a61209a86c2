import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct RandomTypedGraphTests {
    @Test func theSameSeedGivesTheSameGraph() {
        for seed in UInt64(0)..<20 {
            #expect(summary(randomTypedGraph(seed: seed)) == summary(randomTypedGraph(seed: seed)))
        }
        #expect(summary(randomTypedGraph(seed: 1)) != summary(randomTypedGraph(seed: 2)))
    }

    @Test func everythingOccurs() {
        var kinds: Set<KindID> = []
        var relations: Set<RelationID> = []
        var modalities: Set<Modality> = []
        var names: Set<String> = []
        var selfLoops = 0
        for seed in UInt64(0)..<400 {
            let graph = randomTypedGraph(seed: seed)
            kinds.formUnion(graph.nodes.map(\.kind))
            names.formUnion(graph.nodes.map(\.name))
            relations.formUnion(graph.edges.map(\.relation))
            modalities.formUnion(graph.claims.map(\.claim.modality))
            selfLoops += graph.edges.count { $0.source == $0.target }
        }
        #expect(kinds.count == Ontology.builtin.kinds.count)
        #expect(relations.count == Ontology.builtin.relations.count)
        #expect(modalities == Set(Modality.allCases))
        #expect(names.isSuperset(of: HostileText.all))
        #expect(selfLoops > 0)
    }

    @Test func recipesAreKeptTo() {
        let recipe = TypedGraphRecipe(
            nodes: 30, links: 50, claimsPerLink: 0, isHostile: false, hasAttributes: false, hasDates: false,
            hasEdgeIDs: false)
        let graph = randomTypedGraph(seed: 9, recipe)
        #expect(graph.nodeCount == 30 && graph.edgeCount <= 50 && graph.claimCount == 0)
        #expect(graph.nodes.allSatisfy { $0.attributes.isEmpty && $0.name.utf8.allSatisfy { $0 < 128 } })
        #expect(graph.edges.allSatisfy { $0.valid == nil && !$0.hasOwnID && $0.attributes.isEmpty })
        #expect(randomTypedGraph(seed: 1, TypedGraphRecipe(nodes: 0)).edgeCount == 0)
    }

    private func summary(_ graph: Graph) -> [String] {
        graph.nodes.map { "\($0.id) \($0.name) \($0.aliases) \($0.kind) \($0.attributes)" }
            + graph.edges.map { "\($0.source) \($0.relation) \($0.target) \($0.id) \(Array($0.claims))" }
    }
}
