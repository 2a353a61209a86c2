import Foundation
import Testing

/// What must not compile doesn't, with a diagnostic that names the end; what should, does.
@Suite(.enabled(if: Compiler.isThere, "needs swiftc on the search path"))
struct CompilationTests {
    /// Type-checks statements in a function that has a graph and a node of some kinds.
    private func check(_ statements: String, beside declarations: String = "") throws -> (
        isAccepted: Bool, diagnostics: String
    ) {
        let compiler = try #require(Compiler(), "the built module is nowhere near the test bundle")
        return try compiler.check(
            """
            import LinkChartModel
            \(declarations)
            func build() throws {
                var graph = Graph(title: "snippet")
                let state = graph.add(.state("Afghanistan", iso: "AF"))
                let actor = graph.add(.actor("Tehrik-i-Taliban Pakistan", aliases: ["TTP"]))
                let person = graph.add(.person("Somebody"))
                let document = graph.add(.document("Article"))
                let incident = graph.add(.incident("Attack"))
                _ = (state, actor, person, document, incident)
                \(statements)
            }
            """)
    }

    @Test func acceptsRightEnds() throws {
        let (isAccepted, diagnostics) = try check(
            """
            graph.link(state, .hosts, actor)
            graph.link(state, .warns, state)
            graph.link(incident, .launchedFrom, state, claim: Claim(by: person, in: document, locator: .line(12)))
            for group in graph.targets(of: state, via: .hosts) { print(graph[group.index].name) }
            try graph.link(actor, relation: "attacks", state)
            """)
        #expect(isAccepted, "\(diagnostics)")
        #expect(diagnostics.isEmpty, "\(diagnostics)")
    }

    @Test(arguments: [
        ("graph.link(person, .hosts, actor)", "Kinds.Person", "ActorPlaceOrState"),
        ("graph.link(state, .hosts, document)", "Kinds.Document", "ActorPersonOrPopulation"),
        ("graph.link(incident, .occurredIn, person)", "Kinds.Person", "Territory"),
        ("graph.link(document, .sanctions, state)", "Kinds.Document", "OrganisationOrState"),
        ("graph.link(state, .promised, state)", "Kinds.State", "Kinds.Pledge"),
        ("_ = Claim(by: document)", "Kinds.Document", "Agent"),
    ])
    func refusesWrongEnds(statement: String, given: String, expected: String) throws {
        let (isAccepted, diagnostics) = try check(statement)
        #expect(!isAccepted)
        #expect(
            diagnostics.contains("argument type '\(given)' does not conform to expected type '\(expected)'")
                || diagnostics.contains("cannot convert value of type '\(given)'"),
            "\(diagnostics)")
        #expect(diagnostics.contains(expected), "\(diagnostics)")
        #expect(diagnostics.components(separatedBy: ": error: ").count == 2, "\(diagnostics)")
    }

    /// The wording that the design promises, where a kind is missing in a union.
    @Test func namesTheKindAndTheUnion() throws {
        let (isAccepted, diagnostics) = try check("graph.link(person, .hosts, actor)")
        #expect(!isAccepted)
        #expect(
            diagnostics.contains(
                "argument type 'Kinds.Person' does not conform to expected type 'ActorPlaceOrState'"),
            "\(diagnostics)")
        #expect(try check("graph.link(state, .hosts, actor)").isAccepted)
    }

    @Test func doesNotShadowSwiftNorTheClient() throws {
        let (isAccepted, diagnostics) = try check(
            """
            let counter = Counter()
            _ = counter as any Actor
            _ = State.running
            let value: Event = 3
            _ = value
            """,
            beside: """
                actor Counter { var count = 0 }
                func isolate(_ isolation: isolated any Actor) {}
                enum State { case running, stopped }
                typealias Event = Int
                struct View { @Wrapper var state = 0 }
                @propertyWrapper struct Wrapper { var wrappedValue: Int }
                """)
        #expect(isAccepted, "\(diagnostics)")
        #expect(diagnostics.isEmpty, "\(diagnostics)")
    }

    @Test func aClientAddsItsOwnKindsAndRelations() throws {
        let declarations = """
            struct Vessel: ConcreteKind, Territory {
                static var kindName: String { "Vessel" }
                let index: NodeIndex
                init(index: NodeIndex) { self.index = index }
            }
            extension NewNode<Vessel> {
                static func vessel(_ name: String) -> Self { Self(name) }
            }
            extension Relation<Kinds.Person, Vessel> {
                static var commands: Self { Self("commands", source: { $0.index }, target: { $0.index }) }
            }
            """
        let right = try check(
            """
            let ontology = try Ontology.builtin.extended(
                name: "sea", kinds: [KindDefinition(name: "Vessel", abstract: ["Territory"])],
                relations: [RelationDefinition("commands", domain: ["Person"], range: ["Vessel"])])
            var sea = Graph(ontology: ontology)
            let master = sea.add(.person("Master"))
            let ship = sea.add(.vessel("Ship"))
            sea.link(master, .commands, ship)
            sea.link(master, .basedIn, ship)
            """, beside: declarations)
        #expect(right.isAccepted, "\(right.diagnostics)")
        let wrong = try check(
            "graph.link(state, .commands, Vessel(index: NodeIndex(0)))", beside: declarations)
        #expect(!wrong.isAccepted)
        #expect(wrong.diagnostics.contains("Kinds.State"), "\(wrong.diagnostics)")
    }
}
