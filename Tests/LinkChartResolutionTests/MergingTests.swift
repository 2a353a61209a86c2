import LinkChartFormats
import LinkChartModel
import LinkChartResolution
import LinkChartTestKit
import Testing

@Suite struct MergingTests {
    /// Two names of one group with what each source says.
    private func example() throws -> Graph {
        var graph = Graph(title: "Two sources")
        let pakistan = graph.add(.state("Pakistan", id: "pakistan"))
        let afghanistan = graph.add(.state("Afghanistan", id: "afghanistan"))
        let full = graph.add(
            .actor("Tehrik-e-Taliban Pakistan", id: "full", attributes: ["founded": 2007, "size": "large"]))
        let ttp = graph.add(
            .actor("TTP", id: "ttp", aliases: ["Pakistani Taliban"], attributes: ["size": "small"]))
        let taliban = graph.add(.actor("Taliban", id: "taliban"))
        graph.link(full, .attacks, pakistan, claim: Claim(by: pakistan, locator: .line(1)))
        graph.link(ttp, .attacks, pakistan, claim: Claim(by: afghanistan, locator: .line(2)))
        graph.link(afghanistan, .hosts, full)
        graph.link(ttp, .alliedWith, taliban, claim: Claim(by: ttp))
        graph.link(full, .alliedWith, ttp)
        try graph.link(full, relation: "sameAs", ttp)
        return graph
    }

    @Test func twoNodesBecomeOneWithAllThatIsKnown() throws {
        let graph = try example()
        let nodes = ["full", "ttp"].compactMap { graph.node(id: $0) }
        let result = try graph.merging([nodes])
        let merged = result.graph
        #expect(result.merged.map(\.kept) == ["full"] || result.merged.map(\.kept) == ["ttp"])
        #expect(result.conflicts == 1 && result.refused.isEmpty)
        #expect(merged.nodeCount == 4 && merged.edgeCount == 3)
        let kept = try #require(result.merged.first?.kept)
        let node = merged[try #require(merged.node(id: kept))]
        #expect(Set([node.name] + node.aliases) == ["Tehrik-e-Taliban Pakistan", "TTP", "Pakistani Taliban"])
        #expect(node.attributes["founded"] == 2007)
        let attack = try #require(merged.edges.first { $0.definition.name == "attacks" })
        #expect(attack.claims.map(\.locator?.text) == ["L1", "L2"])
        let alliance = try #require(merged.edges.first { $0.definition.name == "alliedWith" })
        #expect(Array(alliance.claims).first?.claimant == .node(node.index))
        #expect(merged.mergedNodes.map(\.members) == [["full", "ttp"]])
        // A reader of the written graph has the same.
        let again = try reread(merged)
        #expect(try bytes(again) == bytes(merged))
        #expect(try bytes(again.splitting().graph) == bytes(graph))
        #expect(try bytes(merged.splitting([kept]).graph) == bytes(graph))
        #expect(try merged.splitting().split.map(\.kept) == [kept])
    }

    @Test func nothingToMergeChangesNothing() throws {
        let graph = try example()
        #expect(try bytes(graph.merging([]).graph) == bytes(graph))
        let one = try graph.merging([[NodeIndex(0)]])
        #expect(try one.merged.isEmpty && bytes(one.graph) == bytes(graph))
        #expect(try bytes(graph.splitting().graph) == bytes(graph))
        #expect(throws: ResolutionError.self) { try graph.splitting(["full"]) }
    }

    @Test func whatChangedSinceStays() throws {
        let graph = try example()
        var merged = try graph.merging([["full", "ttp"].compactMap { graph.node(id: $0) }]).graph
        let node = try #require(merged.mergedNodes.first?.node)
        let kept = merged.id(of: node)
        var attributes = merged[node].attributes
        attributes["added"] = "later"
        merged.updateNode(node, aliases: merged[node].aliases + ["Newname"], attributes: attributes)
        let attack = try #require(merged.edges.first { $0.definition.name == "attacks" })
        merged.addClaim(Claim(statement: "later"), to: attack.index)
        merged.add(.actor("Newcomer", id: "new"))
        let split = try merged.splitting().graph
        #expect(split.nodeCount == 6 && split.edgeCount == 6)
        let own = split[try #require(split.node(id: kept))]
        #expect(own.attributes["added"] == "later" && own.aliases.contains("Newname"))
        #expect(split.claims.contains { $0.claim.statement == "later" })
        #expect(split.claimCount == graph.claimCount + 1)
    }

    @Test func aKindThatFitsIsKeptOrNothingIsMerged() throws {
        var graph = Graph()
        let actor = graph.add(.actor("Guard", id: "actor"))
        let firm = graph.add(.organisation("The Guard", id: "firm"))
        let document = graph.add(.document("Report", id: "report"))
        let state = graph.add(.state("Pakistan", id: "pakistan"))
        graph.link(firm, .publishes, document)
        graph.link(actor, .alliedWith, firm)
        graph.link(actor, .alliedWith, state)
        let groups = [[actor.index, firm.index]]
        #expect(try graph.merging(groups).merged.map(\.kept) == ["firm"])
        graph.link(actor, .attacks, state)
        let refused = try graph.merging(groups)
        #expect(refused.merged.isEmpty && refused.refused.count == 1)
        #expect(try bytes(refused.graph) == bytes(graph))
    }

    @Test func damagedRecordsAreErrors() throws {
        let graph = try example()
        var merged = try graph.merging([["full", "ttp"].compactMap { graph.node(id: $0) }]).graph
        let node = try #require(merged.mergedNodes.first?.node)
        var taken = merged
        let gone = try #require(merged.mergedNodes.first?.members.first { $0 != merged.id(of: node) })
        taken.add(.actor("Somebody else", id: gone))
        #expect(throws: ResolutionError.self) { try taken.splitting() }
        var attributes = merged[node].attributes
        attributes["mergedNodes"] = [
            ["position": 0, "node": ["id": "x", "kind": "Actor"]],
            ["position": 1, "node": ["id": "y", "kind": "Actor"]],
        ]
        merged.updateNode(node, attributes: attributes)
        #expect(throws: ResolutionError.self) { try merged.splitting() }
        // An attribute of that name which is none of ours is only an attribute.
        attributes["mergedNodes"] = "2"
        merged.updateNode(node, attributes: attributes)
        #expect(merged.mergedNodes.isEmpty)
    }

    @Test(arguments: 1...200)
    func randomGraphsComeBack(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let graph = randomTypedGraph(seed: seed, TypedGraphRecipe(nodes: 14, links: 40))
        let groups = Self.groups(of: graph, &random)
        let whole = try graph.merging(groups)
        let merged = seed % 2 == 0 ? whole.graph : try reread(whole.graph)
        #expect(try bytes(merged.splitting().graph) == bytes(graph), "seed \(seed)")
        // Merging bit by bit gives the same, and splitting one group leaves the others as if it had never been.
        var steps = graph
        for group in groups {
            let ids = group.map { graph.id(of: $0) }
            let names = Dictionary(
                steps.mergedNodes.flatMap { node in node.members.map { ($0, node.node) } },
                uniquingKeysWith: { a, _ in a })
            steps = try steps.merging([ids.compactMap { steps.node(id: $0) ?? names[$0] }]).graph
        }
        #expect(try bytes(steps) == bytes(whole.graph), "seed \(seed)")
        guard let first = merged.mergedNodes.first else { return }
        let rest = merged.mergedNodes.dropFirst().map { $0.members.compactMap { graph.node(id: $0) } }
        let split = try merged.splitting([merged.id(of: first.node)]).graph
        #expect(try bytes(split) == bytes(graph.merging(rest).graph), "seed \(seed)")
    }

    @Test(arguments: 1...60)
    func oneMemberSplitsOff(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let graph = randomTypedGraph(seed: seed, TypedGraphRecipe(nodes: 10, links: 30))
        let merged = try graph.merging(Self.groups(of: graph, &random)).graph
        guard let large = merged.mergedNodes.first(where: { $0.members.count > 2 }),
            let member = large.members.first(where: { $0 != merged.id(of: large.node) })
        else { return }
        let rest = merged.mergedNodes.map {
            $0.members.filter { $0 != member }.compactMap { graph.node(id: $0) }
        }
        #expect(
            try bytes(merged.splitting([member]).graph) == bytes(graph.merging(rest).graph), "seed \(seed)")
    }

    /// Groups of nodes of one kind, each of which may be merged.
    private static func groups(of graph: Graph, _ random: inout SplitMix64) -> [[NodeIndex]] {
        var groups: [[NodeIndex]] = []
        for kind in Set(graph.kinds).sorted() {
            let nodes = (0..<graph.nodeCount).map { NodeIndex($0) }.filter { graph.kind(of: $0) == kind }
            if nodes.count > 1, random.chance(0.8) { groups.append(Array(nodes.prefix(2 + random.below(2)))) }
        }
        return groups
    }

    private func bytes(_ graph: Graph) throws -> String {
        String(decoding: try graphBytes(graph, as: .nativeJSON), as: UTF8.self)
    }

    private func reread(_ graph: Graph) throws -> Graph {
        let input = GraphInput(name: "graph", bytes: try graphBytes(graph, as: .nativeJSON))
        return readGraph(inputs: [input], options: ReadOptions(format: .nativeJSON)).graph
    }
}
