import Testing

@testable import LinkChartModel

/// A kind that the built-in ontology does not have, as a client adds it.
private struct Vessel: ConcreteKind, Territory {
    static var kindName: String { "Vessel" }
    let index: NodeIndex
    init(index: NodeIndex) { self.index = index }
}

extension NewNode<Vessel> {
    fileprivate static func vessel(_ name: String) -> Self { Self(name) }
}

extension Relation<Kinds.Person, Vessel> {
    fileprivate static var commands: Self { Self("commands", source: { $0.index }, target: { $0.index }) }
}

/// What typed questions answer, for built-in kinds, a client's kinds and ontologies without the built-in ones.
struct TypedReferenceTests {
    private func sea() throws -> Ontology {
        try Ontology.builtin.extended(
            name: "sea", kinds: [KindDefinition(name: "Vessel", abstract: ["Territory"])],
            relations: [
                RelationDefinition("commands", domain: ["Person"], range: ["Vessel"]),
                RelationDefinition(
                    "locatedIn", domain: ["Place", "Person"], range: ["Territory", "Vessel"]),
                RelationDefinition("basedIn", domain: ["Person"], range: ["Territory"]),
            ])
    }

    @Test func answersInTypes() {
        var graph = Graph()
        let state = graph.add(.state("Afghanistan"))
        let camp = graph.add(.place("Camp"))
        let group = graph.add(.actor("Group"))
        let people = graph.add(.population("People"))
        graph.link(state, .hosts, group)
        graph.link(state, .hosts, people)
        graph.link(camp, .hosts, group)
        graph.link(state, .shields, group)
        let hosted = graph.targets(of: state, via: .hosts)
        #expect(hosted.map(\.index) == [group.index, people.index])
        #expect(hosted.first is Kinds.Actor && hosted.last is Kinds.Population)
        #expect(graph.sources(of: group, via: .hosts).map(\.index) == [state.index, camp.index])
        #expect(graph.targets(of: camp, via: .hosts).count == 1)
        #expect(graph.targets(of: group, via: .hosts).isEmpty == true)
    }

    @Test func checksReferences() throws {
        var graph = Graph()
        let state = graph.add(.state("A"))
        #expect(graph.reference(to: state.index, as: Kinds.State.self) == state)
        #expect(graph.reference(to: state.index, as: Kinds.Actor.self) == nil)
        #expect(graph.reference(to: NodeIndex(1), as: Kinds.State.self) == nil)
        #expect(graph.reference(to: state.index, as: Vessel.self) == nil)
        #expect(graph[state].name == "A")
        for (position, type) in Kinds.all.enumerated() {
            let index = try graph.addNode(id: "k\(position)", kind: KindID(rawValue: UInt8(position)))
            #expect(Swift.type(of: graph.typedReference(to: index)) == type)
        }
    }

    @Test func knowsAClientsKinds() throws {
        var graph = Graph(ontology: try sea())
        let master = graph.add(.person("Master"))
        let ship = graph.add(.vessel("Ship"))
        let port = graph.add(.place("Port"))
        graph.link(master, .commands, ship)
        graph.link(master, .basedIn, ship)
        graph.link(master, .basedIn, port)
        #expect(graph.targets(of: master, via: .commands) == [ship])
        #expect(graph.sources(of: ship, via: .commands) == [master])
        // Behind an existential end, too.
        #expect(graph.targets(of: master, via: .basedIn).map(\.index) == [ship.index, port.index])
        #expect(graph.typedReference(to: ship.index) is Vessel)
        #expect(graph.reference(to: ship.index, as: Vessel.self) == ship)
        #expect(graph.brokenInvariants().isEmpty)
    }

    /// A graph from a file knows no client's type, but a relation between single kinds names it.
    @Test func findsAClientsKindsInGraphsFromFiles() throws {
        var graph = Graph(ontology: try sea())
        let master = try graph.addNode(id: "master", kind: "Person")
        let ship = try graph.addNode(id: "ship", kind: "vessel")
        try graph.link(AnyNode(index: master), relation: "commands", AnyNode(index: ship))
        let person = try #require(graph.reference(to: master, as: Kinds.Person.self))
        #expect(graph.targets(of: person, via: .commands).map(\.index) == [ship])
        #expect(graph.typedReference(to: ship) is AnyNode)
    }

    @Test func worksWithAReplacement() throws {
        let ontology = try Ontology(
            name: "own", kinds: [KindDefinition(name: "Vessel"), KindDefinition(name: "person")],
            relations: [RelationDefinition("commands", domain: ["person"], range: ["Vessel"])])
        var graph = Graph(ontology: ontology)
        let ship = graph.add(.vessel("Ship"))
        let master = graph.add(.person("Master"))
        #expect(graph[ship].kind == KindID(rawValue: 0) && graph[master].kind == KindID(rawValue: 1))
        graph.link(master, .commands, ship)
        #expect(graph.targets(of: master, via: .commands) == [ship])
        #expect(graph.typedReference(to: master.index) is Kinds.Person)
        #expect(graph.targets(of: master, via: .leads).isEmpty)
        #expect(graph.brokenInvariants().isEmpty)
    }

    /// Where another ontology allows less than the type says, the table wins.
    @Test func checksTypedLinksAgainstAnotherOntology() async throws {
        await #expect(processExitsWith: .failure) {
            var graph = Graph(
                ontology: try Ontology.builtin.extended(
                    name: "narrow",
                    relations: [RelationDefinition("hosts", domain: ["State"], range: ["Person"])]))
            let (state, actor) = (graph.add(.state("A")), graph.add(.actor("B")))
            graph.link(state, .hosts, actor)
        }
        await #expect(processExitsWith: .failure) {
            var graph = Graph()
            graph.add(.vessel("Ship"))
        }
        await #expect(processExitsWith: .failure) {
            var graph = Graph()
            let node = graph.add(.actor("A"))
            graph.link(node, .rivals, Kinds.Actor(index: NodeIndex(1)))
        }
        await #expect(processExitsWith: .failure) {
            var graph = Graph()
            let node = graph.add(.actor("A"))
            graph.link(node, .rivals, node, claim: Claim(claimant: .node(NodeIndex(1))))
        }
    }
}
