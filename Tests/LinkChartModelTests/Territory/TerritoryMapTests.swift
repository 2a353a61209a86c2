import LinkChartTestKit
import Testing

@testable import LinkChartModel

/// Rule 9 by hand.
struct TerritoryExampleTests {
    private var graph = Graph()
    private let afghanistan: Kinds.State
    private let pakistan: Kinds.State
    private let tajikistan: Kinds.State

    init() {
        afghanistan = graph.add(.state("Afghanistan"))
        pakistan = graph.add(.state("Pakistan"))
        tajikistan = graph.add(.state("Tajikistan"))
    }

    private func states(_ node: some NodeReference) -> [NodeIndex] {
        TerritoryMap(of: graph).states(of: node.index)
    }

    @Test func aStateIsItsOwn() { #expect(states(pakistan) == [pakistan.index]) }

    @Test func nothingKnownIsNothing() {
        let region = TerritoryExampleTests.copy(graph) { graph in graph.add(.region("Central Asia")) }
        #expect(TerritoryMap(of: region.graph).states(of: region.node.index).isEmpty)
    }

    private static func copy<Kind>(_ graph: Graph, _ add: (inout Graph) -> Kind) -> (graph: Graph, node: Kind)
    {
        var graph = graph
        let node = add(&graph)
        return (graph, node)
    }

    @Test mutating func climbsThroughPlaces() {
        let valley = graph.add(.place("Korengal"))
        let province = graph.add(.place("Kunar"))
        let region = graph.add(.region("The east"))
        let attack = graph.add(.incident("Attack"))
        graph.link(valley, .partOf, region)
        graph.link(region, .locatedIn, province)
        graph.link(province, .locatedIn, afghanistan)
        graph.link(attack, .occurredIn, valley)
        for node in [valley, province] { #expect(states(node) == [afghanistan.index]) }
        #expect(states(region) == [afghanistan.index] && states(attack) == [afghanistan.index])
    }

    @Test mutating func takesTheFirstRelationThatTells() {
        let person = graph.add(.person("Somebody"))
        let nowhere = graph.add(.place("Nowhere"))
        let camp = graph.add(.place("Camp"))
        graph.link(camp, .locatedIn, pakistan)
        graph.link(person, .basedIn, camp)
        #expect(states(person) == [pakistan.index])
        graph.link(person, .nationalOf, tajikistan)
        #expect(states(person) == [tajikistan.index])
        // A nationality that somebody denies does not count.
        let other = graph.add(.person("Other"))
        graph.link(other, .nationalOf, tajikistan, claim: Claim(by: afghanistan, modality: .denied))
        graph.link(other, .basedIn, camp)
        #expect(states(other) == [pakistan.index])
        // A base whose state is not known says nothing, so what the group operates in does.
        let group = graph.add(.actor("Group"))
        graph.link(group, .basedIn, nowhere)
        graph.link(group, .operatesIn, afghanistan)
        #expect(states(group) == [afghanistan.index])
    }

    @Test mutating func saysSeveral() {
        let group = graph.add(.actor("Group"))
        let valley = graph.add(.place("Border valley"))
        graph.link(valley, .locatedIn, pakistan)
        graph.link(valley, .locatedIn, afghanistan)
        graph.link(group, .operatesIn, tajikistan)
        graph.link(group, .operatesIn, valley)
        #expect(states(valley) == [afghanistan.index, pakistan.index])
        #expect(states(group) == [afghanistan.index, pakistan.index, tajikistan.index])
    }

    @Test mutating func aBranchIsWhereItsWholeIs() {
        let bureau = graph.add(.organisation("Bureau"))
        let ministry = graph.add(.organisation("Ministry"))
        graph.link(bureau, .partOf, ministry)
        graph.link(ministry, .partOf, pakistan)
        #expect(states(bureau) == [pakistan.index])
    }

    /// Rule 9: yes if both are known and disjoint, no if they share a state, else unknown.
    @Test mutating func crossesBorders() {
        let group = graph.add(.actor("Group"))
        let camp = graph.add(.place("Camp"))
        let unknown = graph.add(.actor("Unknown"))
        graph.link(group, .operatesIn, pakistan)
        graph.link(group, .operatesIn, afghanistan)
        graph.link(camp, .locatedIn, afghanistan)
        let within = graph.link(camp, .hosts, group)
        let across = graph.link(tajikistan, .hosts, group)
        let open = graph.link(tajikistan, .hosts, unknown)
        let map = TerritoryMap(of: graph)
        #expect(map.crossesBorder(within, of: graph) == .no)
        #expect(map.crossesBorder(across, of: graph) == .yes)
        #expect(map.crossesBorder(open, of: graph) == .unknown)
        #expect(map.crossesBorder(from: unknown.index, to: unknown.index) == .unknown)
        #expect(map.crossesBorder(from: pakistan.index, to: afghanistan.index) == .yes)
    }

    @Test mutating func cyclesEnd() {
        let one = graph.add(.place("One"))
        let two = graph.add(.place("Two"))
        let three = graph.add(.place("Three"))
        graph.link(one, .locatedIn, two)
        graph.link(two, .locatedIn, three)
        graph.link(three, .locatedIn, one)
        graph.link(one, .locatedIn, one)
        #expect(states(one).isEmpty)
        graph.link(two, .locatedIn, pakistan)
        for place in [one, two, three] { #expect(states(place) == [pakistan.index]) }
    }

    @Test mutating func longChainsAreLinear() {
        var places = [graph.add(.place("p0"))]
        for number in 1..<50_000 {
            places.append(graph.add(.place("p\(number)")))
            graph.link(places[number - 1], .locatedIn, places[number])
        }
        graph.link(places[49_999], .locatedIn, tajikistan)
        let map = TerritoryMap(of: graph)
        #expect(places.allSatisfy { map.states(of: $0.index) == [tajikistan.index] })
    }

    @Test func otherOntologiesHaveNoStates() throws {
        let ontology = try Ontology(
            name: "own", kinds: [KindDefinition(name: "Ship")], relations: [RelationDefinition("meets")])
        var graph = Graph(ontology: ontology)
        try graph.addNode(id: "a", kind: "Ship")
        #expect(TerritoryMap(of: graph).states == [[]])
    }
}

/// Rule 9 by recursion, one node at a time, on random graphs full of cycles.
struct TerritoryMapTests {
    private struct Oracle {
        let graph: Graph

        func targets(_ node: Node, _ relation: String) -> [Node] {
            graph.edges.filter {
                $0.source == node.index && $0.definition.name == relation && $0.standing.isEstablished
            }.map { graph[$0.target] }
        }

        func climb(_ node: Node, _ path: [NodeIndex]) -> Set<NodeIndex> {
            if node.kindName == "State" { return [node.index] }
            let above = ["locatedIn", "partOf"].flatMap { targets(node, $0) }
            return above.filter { !path.contains($0.index) }.reduce(into: []) { found, next in
                found.formUnion(climb(next, path + [next.index]))
            }
        }

        func states(_ node: Node) -> [NodeIndex] {
            if node.kindName == "State" { return [node.index] }
            for relation in ["nationalOf", "basedIn", "locatedIn", "occurredIn", "operatesIn", "partOf"] {
                let found = targets(node, relation).reduce(into: Set<NodeIndex>()) { found, target in
                    found.formUnion(climb(target, [target.index]))
                }
                if !found.isEmpty { return found.sorted() }
            }
            return []
        }
    }

    @Test func agreesWithTheRule() throws {
        let seed = freshSeed()
        let relations = ["nationalOf", "basedIn", "locatedIn", "occurredIn", "operatesIn", "partOf", "hosts"]
        for round in 0..<80 {
            var random = SplitMix64(seed: seed &+ UInt64(round))
            var graph = Graph()
            let count = Int.random(in: 2...9, using: &random)
            for node in 0..<count {
                let kind = [
                    "State", "Region", "Place", "Place", "Place", "Actor", "Organisation", "Person",
                    "Incident",
                ]
                .pick(&random)
                try graph.addNode(id: "n\(node)", kind: kind)
            }
            for _ in 0..<60 {
                let ends = (
                    Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)
                )
                let claims: [Claim] = [
                    [], [], [Claim(modality: .denied)],
                    [Claim(modality: .alleged), Claim(modality: .asserted)],
                ].pick(&random)
                guard graph.edgeCount < 14,
                    let relation = graph.ontology.relation(named: relations.pick(&random))
                else { continue }
                // Most random links are refused by the table, which is not what is tested here.
                _ = try? graph.link(from: NodeIndex(ends.0), relation, to: NodeIndex(ends.1), claims: claims)
            }
            let (map, oracle) = (TerritoryMap(of: graph), Oracle(graph: graph))
            let expected = graph.nodes.map { oracle.states($0) }
            #expect(map.states == expected, "seed \(seed), round \(round)")
            for edge in graph.edges {
                let (a, b) = (Set(expected[edge.source.position]), Set(expected[edge.target.position]))
                let answer: ThreeValued =
                    a.isEmpty || b.isEmpty ? .unknown : a.isDisjoint(with: b) ? .yes : .no
                #expect(map.crossesBorder(edge.index, of: graph) == answer, "seed \(seed), round \(round)")
            }
        }
    }
}
