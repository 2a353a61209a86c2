import LinkChartTestKit
import Testing

@testable import LinkChartModel

struct SelectionTests {
    /// Every sort of selection against a filter that reads as its definition.
    @Test func agreesWithFilters() throws {
        let seed = freshSeed()
        for round in 0..<150 {
            var random = SplitMix64(seed: seed &+ UInt64(round))
            let graph = try RandomGraph.make(&random, nodes: Int.random(in: 1...9, using: &random), edges: 40)
            var selection = Selection()
            if Bool.random(using: &random) {
                selection.kinds = KindSet(
                    (0..<15).filter { _ in Bool.random(using: &random) }.map { KindID(rawValue: $0) })
            }
            if Bool.random(using: &random) {
                selection.relations = Set(
                    graph.edges.map(\.relation).filter { _ in Bool.random(using: &random) })
            }
            if Bool.random(using: &random) {
                selection.period = try EDTFDate(
                    ["2019", "2020-06", "2004/2021", "2020-06-15", "2030"].pick(&random))
                selection.mode = SliceMode.allCases.pick(&random)
            }
            if Bool.random(using: &random) {
                selection.minimumConfidence = try Confidence([0, 1, 50, 90, 100].pick(&random))
            }
            if Bool.random(using: &random) {
                selection.claimant = NodeIndex(Int.random(in: 0..<graph.nodeCount, using: &random))
            }
            let parts = graph.parts(of: selection)
            let context = "seed \(seed), round \(round)"
            for node in graph.nodes {
                #expect(
                    parts.includes(node.index) == (selection.kinds?.contains(node.kind) ?? true), "\(context)"
                )
            }
            for edge in graph.edges {
                let claims = edge.claims.filter { isChosen($0, selection) }
                #expect(
                    parts.includes(edge.index, of: graph) == isChosen(edge, of: graph, selection, claims),
                    "\(context)")
                #expect(parts.claims(of: edge.index, in: graph) == claims, "\(context)")
            }
            #expect(parts.isEverything == (selection.isEmpty))
            checkSubgraph(of: graph, parts, context)
        }
    }

    private func isChosen(_ claim: Claim, _ selection: Selection) -> Bool {
        if let claimant = selection.claimant, claim.claimant != .node(claimant) { return false }
        guard let least = selection.minimumConfidence else { return true }
        // "Not specified" is not 0: it reaches no minimum, not even 0.
        guard let stated = claim.confidence?.value ?? claim.credibility?.confidence?.value else {
            return false
        }
        return stated >= least.value
    }

    private func isChosen(_ edge: Edge, of graph: Graph, _ selection: Selection, _ claims: [Claim]) -> Bool {
        if let kinds = selection.kinds {
            guard kinds.contains(graph.kind(of: edge.source)), kinds.contains(graph.kind(of: edge.target))
            else { return false }
        }
        if let relations = selection.relations, !relations.contains(edge.relation) { return false }
        if (selection.claimant != nil || selection.minimumConfidence != nil) && claims.isEmpty {
            return false
        }
        guard let period = selection.period else { return true }
        var date = edge.valid?.date
        for end in [edge.source, edge.target] where date == nil {
            let event = graph[end]
            guard event.kindName == "Incident" || event.kindName == "Campaign" else { continue }
            switch event.attributes["date"] {
            case .integer(2019)?:
                date = try? EDTFDate(event.attributes["end"] == nil ? "2019" : "2019/2021-02")
            case .string("2020-06")?:
                date = try? EDTFDate(event.attributes["end"] == nil ? "2020-06" : "2020-06/2021-02")
            default: break
            }
        }
        guard let date else { return selection.mode == .possible }
        #expect(graph.period(ofEdge: edge.index) == date)
        return date.isWithin(period, mode: selection.mode)
    }

    private func checkSubgraph(of graph: Graph, _ parts: SelectedParts, _ context: String) {
        let part = graph.subgraph(parts)
        #expect(part.brokenInvariants().isEmpty, "\(context)")
        let nodes = graph.nodes.filter { parts.includes($0.index) }
        let edges = graph.edges.filter { parts.includes($0.index, of: graph) }
        #expect(part.nodeCount == nodes.count && part.edgeCount == edges.count, "\(context)")
        #expect(part.title == graph.title && part.ontology == graph.ontology, "\(context)")
        for (copy, node) in zip(part.nodes, nodes) {
            #expect(copy.id == node.id && copy.name == node.name && copy.kind == node.kind, "\(context)")
            #expect(copy.aliases == node.aliases && copy.attributes == node.attributes, "\(context)")
        }
        for (copy, edge) in zip(part.edges, edges) {
            #expect(part.id(of: copy.source) == graph.id(of: edge.source), "\(context)")
            #expect(part.id(of: copy.target) == graph.id(of: edge.target), "\(context)")
            #expect(copy.relation == edge.relation && copy.valid == edge.valid, "\(context)")
            #expect(copy.attributes == edge.attributes && copy.hasOwnID == edge.hasOwnID, "\(context)")
            if edge.hasOwnID {
                #expect(copy.id == edge.id && part.edge(id: edge.id) == copy.index, "\(context)")
            }
            let claims = parts.claims(of: edge.index, in: graph)
            #expect(copy.claims.map(\.statement) == claims.map(\.statement), "\(context)")
            for (copied, claim) in zip(copy.claims, claims) {
                for (now, before) in [
                    (copied.claimant, claim.claimant), (copied.via, claim.via), (copied.source, claim.source),
                ] {
                    #expect(name(now, in: part) == name(before, in: graph), "\(context)")
                    if case .node(let node)? = before, parts.includes(node),
                        now == .named(graph.name(of: node))
                    {
                        Issue.record("a party that is kept became a name: \(context)")
                    }
                }
            }
        }
    }

    private func name(_ party: Party?, in graph: Graph) -> String? {
        switch party {
        case .node(let node): graph.name(of: node)
        case .named(let name): name
        case nil: nil
        }
    }

    /// An untyped table may name a node by an empty text; a part must not lose it.
    @Test func keepsANodeWithoutIdentifier() throws {
        var graph = Graph()
        var empty = ""
        let node = empty.withUTF8 { graph.findOrAddNode(id: $0, kind: .entity) }
        let relatedTo = try #require(graph.ontology.relation(named: "relatedTo"))
        try graph.appendEdges(from: [node.rawValue], relation: relatedTo, to: [node.rawValue])
        let part = graph.subgraph(SelectedParts(nodes: [true]))
        #expect(part.nodeCount == 1 && part.edgeCount == 1)
    }

    @Test func subgraphKeepsNumbers() throws {
        var graph = Graph()
        for node in 0..<3 { try graph.addNode(id: "\(node)", kind: "Entity") }
        let relatedTo = try #require(graph.ontology.relation(named: "relatedTo"))
        try graph.appendEdges(from: [0, 1, 2], relation: relatedTo, to: [1, 2, 0])
        graph.setNumbers("weight", [1, .nan, 2.5], from: EdgeIndex(0))
        let part = graph.subgraph(SelectedParts(edges: [false, true, true]))
        #expect(part.edges.map(\.attributes) == [[:], ["weight": 2.5]])
        #expect(part.numbers("weight")?.last == 2.5 && graph.numbers("none") == nil)
    }
}

extension Selection {
    fileprivate var isEmpty: Bool {
        kinds == nil && relations == nil && period == nil && minimumConfidence == nil && claimant == nil
    }
}
