import Testing

@testable import LinkChartModel

/// Ontologies that extend or replace the built-in one, and everything that can be wrong with them.
struct OwnOntologyTests {
    private static let ship = KindDefinition(name: "Ship", abstract: ["Thing"], fields: "IMO number")
    private static let shadows = RelationDefinition(
        "shadows", domain: ["Ship"], range: ["Ship", "Person"], flow: .reverse, aliases: ["tails"])

    @Test func extends() throws {
        let ontology = try Ontology.builtin.extended(
            name: "sea", kinds: [Self.ship], relations: [Self.shadows])
        #expect(ontology.name == "sea")
        #expect(ontology.base == .extension)
        #expect(ontology.kinds.count == 16 && ontology.relations.count == 68)
        for (position, kind) in Ontology.builtin.kinds.enumerated() {
            #expect(ontology.kinds[position] == kind)
        }
        let ship = try #require(ontology.kind(named: "ship"))
        #expect(ship == KindID(rawValue: 15))
        #expect(ontology.kinds(named: "Thing")?.contains(ship) == true)
        #expect(ontology.kinds(named: "Agent")?.contains(ship) == false)
        let shadows = try #require(ontology.relation(named: "TAILS"))
        #expect(ontology.allows(ship, shadows, .person))
        #expect(!ontology.allows(.person, shadows, ship))
        // Relations of `any` kind admit the new one.
        let relatedTo = try #require(ontology.relation(named: "relatedTo"))
        #expect(ontology.allows(ship, relatedTo, ship))
        let again = try ontology.extended(name: "sea and air", kinds: [KindDefinition(name: "Plane")])
        #expect(again.base == .extension)
        #expect(again.kind(named: "Plane") == KindID(rawValue: 16))
        #expect(Ontology.builtin.kind(named: "Ship") == nil)
    }

    @Test func redefinesInPlace() throws {
        let wider = RelationDefinition("HOSTS", domain: ["any"], range: ["Actor"])
        let ontology = try Ontology.builtin.extended(name: "wide", relations: [wider])
        let hosts = try #require(ontology.relation(named: "hosts"))
        #expect(hosts == Ontology.builtin.relation(named: "hosts"))
        #expect(ontology.relations.count == 67)
        #expect(ontology[hosts].name == "HOSTS")
        #expect(ontology.allows(.document, hosts, .actor))
        #expect(!ontology.allows(.state, hosts, .person))
    }

    @Test func replaces() throws {
        let ontology = try Ontology(
            name: "sea", abstractKinds: [AbstractKindDefinition(name: "Vehicle", meaning: "what moves")],
            kinds: [KindDefinition(name: "Ship", abstract: ["Vehicle"]), KindDefinition(name: "Harbour")],
            relations: [RelationDefinition("calls", domain: ["Vehicle"], range: ["Harbour"])])
        #expect(ontology.base == .replacement)
        #expect(ontology.kind(named: "State") == nil)
        #expect(ontology.relation(named: "hosts") == nil)
        let calls = try #require(ontology.relation(named: "calls"))
        #expect(ontology.allows(KindID(rawValue: 0), calls, KindID(rawValue: 1)))
        #expect(!ontology.allows(KindID(rawValue: 1), calls, KindID(rawValue: 1)))
        #expect(ontology[calls].inverse == "calls (inverse)")
        let more = try ontology.extended(name: "more", kinds: [KindDefinition(name: "Buoy")])
        #expect(more.base == .replacement)
    }

    @Test func aNameWinsOverAnAlias() throws {
        let ontology = try Ontology(
            name: "two", kinds: [KindDefinition(name: "A")],
            relations: [
                RelationDefinition("knows"), RelationDefinition("meets", aliases: ["knows", "sees"]),
            ])
        #expect(ontology.relation(named: "knows") == RelationID(rawValue: 0))
        #expect(ontology.relation(named: "sees") == RelationID(rawValue: 1))
    }

    @Test func isComparedByContent() throws {
        let one = try Ontology.builtin.extended(name: "sea", kinds: [Self.ship])
        let same = try Ontology.builtin.extended(name: "sea", kinds: [Self.ship])
        let other = try Ontology.builtin.extended(name: "sea", relations: [Self.shadows.anyToAny])
        #expect(one == same && one.hashValue == same.hashValue)
        #expect(one != other && one != .builtin)
    }

    // MARK: - Problems

    private func problems(
        abstractKinds: [AbstractKindDefinition] = [], kinds: [KindDefinition] = [],
        relations: [RelationDefinition] = [], extending base: Ontology? = .builtin
    ) -> [OntologyError.Problem] {
        do throws(OntologyError) {
            if let base {
                _ = try base.extended(
                    name: "test", abstractKinds: abstractKinds, kinds: kinds, relations: relations)
            } else {
                _ = try Ontology(
                    name: "test", abstractKinds: abstractKinds, kinds: kinds, relations: relations)
            }
            return []
        } catch {
            return error.problems
        }
    }

    @Test func reportsDuplicateNames() {
        let twice = problems(kinds: [Self.ship, KindDefinition(name: "SHIP")])
        #expect(twice.map(\.code) == [.duplicateName])
        #expect(twice.first?.name == "SHIP")
        #expect(
            problems(relations: [Self.shadows.anyToAny, RelationDefinition("Shadows")]).map(\.code)
                == [.duplicateName])
        #expect(problems(kinds: [KindDefinition(name: "Agent")]).map(\.code) == [.duplicateName])
        #expect(problems(kinds: [KindDefinition(name: "any")]).map(\.code) == [.duplicateName])
        #expect(
            problems(abstractKinds: [AbstractKindDefinition(name: "state", meaning: "")]).map(\.code)
                == [.duplicateName])
        #expect(
            problems(kinds: [KindDefinition(name: "A"), KindDefinition(name: "a")], extending: nil)
                .map(\.code) == [.duplicateName])
        let aliases = [
            RelationDefinition("knows", aliases: ["meets"]), RelationDefinition("sees", aliases: ["MEETS"]),
        ]
        #expect(problems(relations: aliases).map(\.code) == [.duplicateName])
        #expect(problems(relations: aliases).map(\.definition) == ["sees"])
        #expect(problems(relations: [RelationDefinition("knows", aliases: ["meets", "Meets"])]).isEmpty)
    }

    @Test func reportsUnknownKinds() {
        let found = problems(
            kinds: [KindDefinition(name: "Ship", abstract: ["Agnet", "Person"])],
            relations: [RelationDefinition("shadows", domain: ["Shap"], range: ["Persn", "any", "ship"])])
        #expect(found.map(\.code) == [.unknownKind, .unknownKind, .unknownKind, .unknownKind])
        #expect(found.map(\.name) == ["Agnet", "Person", "Shap", "Persn"])
        #expect(found.map(\.definition) == ["Ship", "Ship", "shadows", "shadows"])
        #expect(found.map(\.suggestion) == ["Agent", nil, "Ship", "Person"])
    }

    @Test func reportsTooManyKinds() {
        let many = (0..<113).map { KindDefinition(name: "K\($0)") }
        #expect(problems(kinds: many).isEmpty)
        #expect(problems(kinds: many + [KindDefinition(name: "Last")]).map(\.code) == [.tooManyKinds])
        #expect(KindSet.capacity == 128)
    }

    @Test func allKindsOfAFullOntologyWork() throws {
        let many = (0..<128).map { KindDefinition(name: "K\($0)", abstract: $0 % 2 == 0 ? ["Even"] : []) }
        let ontology = try Ontology(
            name: "full", abstractKinds: [AbstractKindDefinition(name: "Even", meaning: "")], kinds: many,
            relations: [RelationDefinition("to", domain: ["Even"], range: ["K127"])])
        for number in 0..<128 {
            let kind = KindID(rawValue: UInt8(number))
            #expect(ontology.kind(named: "k\(number)") == kind)
            #expect(
                ontology.allows(kind, RelationID(rawValue: 0), KindID(rawValue: 127)) == (number % 2 == 0))
            #expect(
                ontology.allows(KindID(rawValue: 0), RelationID(rawValue: 0), kind) == (number == 127))
            #expect(KindSet.any.contains(kind))
        }
    }

    @Test func reportsTooManyRelations() {
        let many = (0..<65_536).map { RelationDefinition("r\($0)") }
        #expect(problems(kinds: [Self.ship.concrete], relations: many, extending: nil).isEmpty)
        #expect(
            problems(
                kinds: [Self.ship.concrete], relations: many + [RelationDefinition("last")], extending: nil
            )
            .map(\.code) == [.tooManyRelations])
    }

    @Test func reportsEmptyNamesAndEnds() {
        let found = problems(
            abstractKinds: [AbstractKindDefinition(name: "\t", meaning: "")],
            kinds: [KindDefinition(name: "")],
            relations: [
                RelationDefinition(" "), RelationDefinition("+"), RelationDefinition("-"),
                RelationDefinition("r", domain: [], range: []),
            ])
        #expect(found.map(\.code) == [.emptyName, .emptyName, .emptyName, .emptyEnds, .emptyEnds])
        #expect(found.suffix(2).map(\.name) == ["domain", "range"])
    }

    /// All problems at once, in words that name each.
    @Test func reportsEverythingAtOnce() {
        let found = problems(
            kinds: [Self.ship, Self.ship],
            relations: [RelationDefinition("r", domain: [], range: ["Nobody"])])
        #expect(Set(found.map(\.code)) == [.duplicateName, .emptyEnds, .unknownKind])
        let error = OntologyError(problems: found)
        for part in ["`Ship`", "twice", "`r`", "domain", "`Nobody`", "not defined"] {
            #expect(error.description.contains(part), "\(error)")
        }
        for code in OntologyError.Problem.Code.allCases {
            let problem = OntologyError.Problem(code: code, definition: "d", name: "n", suggestion: "s")
            #expect(!problem.description.isEmpty)
        }
    }
}

extension RelationDefinition {
    /// The same without constraints.
    fileprivate var anyToAny: RelationDefinition { RelationDefinition(name) }
}

extension KindDefinition {
    /// The same without abstract kinds.
    fileprivate var concrete: KindDefinition { KindDefinition(name: name) }
}
