import Testing

@testable import LinkChartModel

/// The Swift types of the built-in relations must say exactly what the ontology's table says.
struct TypedRelationTests {
    /// A relation without its type, which is kept as two questions.
    struct Erased: Sendable, CustomTestStringConvertible {
        let name: String
        let id: RelationID?
        let acceptsSource: @Sendable (any NodeReference) -> Bool
        let acceptsTarget: @Sendable (any NodeReference) -> Bool
        let indices: @Sendable (any NodeReference, any NodeReference) -> (NodeIndex?, NodeIndex?)

        init<Source, Target>(_ relation: Relation<Source, Target>) {
            name = relation.name
            id = relation.builtin
            acceptsSource = { $0 is Source }
            acceptsTarget = { $0 is Target }
            indices = { source, target in
                ((source as? Source).map(relation.source), (target as? Target).map(relation.target))
            }
        }

        var testDescription: String { name }
    }

    static let relations: [Erased] = [
        Erased(.locatedIn), Erased(.borders), Erased(.partOf), Erased(.memberOf),
        Erased(.formerlyMemberOf), Erased(.leads), Erased(.represents), Erased(.accreditedTo),
        Erased(.nationalOf), Erased(.originatesFrom), Erased(.basedIn), Erased(.operatesIn),
        Erased(.governs), Erased(.controls), Erased(.sameAs), Erased(.relatedTo), Erased(.hosts),
        Erased(.shields), Erased(.enables), Erased(.complicitIn), Erased(.funds), Erased(.arms),
        Erased(.trains), Erased(.recruitsFrom), Erased(.joins), Erased(.alliedWith),
        Erased(.affiliatedWith), Erased(.pledgesAllegianceTo), Erased(.splitsFrom), Erased(.mergesInto),
        Erased(.contributesTo), Erased(.communicatedWith), Erased(.attacks), Erased(.threatens),
        Erased(.rivals), Erased(.sanctions), Erased(.designates), Erased(.arrests), Erased(.movesTo),
        Erased(.stagesThrough), Erased(.stagingPointFor), Erased(.usesMeans), Erased(.perpetratedBy),
        Erased(.responsibilityClaimedBy), Erased(.victim), Erased(.target), Erased(.occurredIn),
        Erased(.launchedFrom), Erased(.plannedIn), Erased(.sourcedFrom), Erased(.linkedTo),
        Erased(.triggered), Erased(.participant), Erased(.asserts), Erased(.disputes), Erased(.warns),
        Erased(.reportsOn), Erased(.corroborates), Erased(.confirms), Erased(.publishes),
        Erased(.authored), Erased(.promised), Erased(.broke), Erased(.participatesIn), Erased(.directedAt),
        Erased(.engages), Erased(.spillsOverTo),
    ]

    @Test func everyRelationOfTheTableHasAType() {
        #expect(Self.relations.map(\.name).sorted() == Ontology.builtin.relations.map(\.name).sorted())
        #expect(Self.relations.count == 67)
    }

    @Test func everyKindOfTheTableHasAType() throws {
        #expect(Kinds.all.count == Ontology.builtin.kinds.count)
        for (position, type) in Kinds.all.enumerated() {
            #expect(type.kindName == Ontology.builtin.kinds[position].name)
            #expect(type.builtinKind == KindID(rawValue: UInt8(position)))
        }
        let constants: [(KindID, String)] = [
            (.state, "State"), (.region, "Region"), (.place, "Place"), (.actor, "Actor"),
            (.organisation, "Organisation"), (.person, "Person"), (.population, "Population"),
            (.incident, "Incident"), (.campaign, "Campaign"), (.means, "Means"), (.document, "Document"),
            (.proposition, "Proposition"), (.pledge, "Pledge"), (.proposal, "Proposal"), (.entity, "Entity"),
        ]
        #expect(constants.count == 15)
        for (id, name) in constants { #expect(Ontology.builtin[id].name == name) }
    }

    @Test func abstractKindsAreProtocols() throws {
        for (name, isOne) in [
            ("Agent", { $0 is any Agent }), ("Territory", { $0 is any Territory }),
            ("Event", { $0 is any Event }), ("Thing", { $0 is any Thing }),
        ] as [(String, (any NodeReference) -> Bool)] {
            let members = try #require(Ontology.builtin.kinds(named: name))
            for (position, type) in Kinds.all.enumerated() {
                let reference = type.init(index: NodeIndex(0))
                #expect(
                    isOne(reference) == members.contains(KindID(rawValue: UInt8(position))),
                    "\(type.kindName) as \(name)")
            }
        }
    }

    @Test(arguments: relations) func typeEqualsTable(_ relation: Erased) throws {
        let id = try #require(relation.id)
        #expect(Ontology.builtin[id].name == relation.name)
        for (position, type) in Kinds.all.enumerated() {
            let kind = KindID(rawValue: UInt8(position))
            let reference = type.init(index: NodeIndex(7))
            #expect(
                relation.acceptsSource(reference) == Ontology.builtin.domain(of: id).contains(kind),
                "\(type.kindName) as source of \(relation.name)")
            #expect(
                relation.acceptsTarget(reference) == Ontology.builtin.range(of: id).contains(kind),
                "\(type.kindName) as target of \(relation.name)")
        }
    }

    @Test(arguments: relations) func allowsIsDomainTimesRange(_ relation: Erased) throws {
        let id = try #require(relation.id)
        for (first, source) in Kinds.all.enumerated() {
            for (second, target) in Kinds.all.enumerated() {
                let (from, to) = (source.init(index: NodeIndex(3)), target.init(index: NodeIndex(5)))
                let isTyped = relation.acceptsSource(from) && relation.acceptsTarget(to)
                let isAllowed = Ontology.builtin.allows(
                    KindID(rawValue: UInt8(first)), id, KindID(rawValue: UInt8(second)))
                #expect(isTyped == isAllowed, "\(source.kindName) \(relation.name) \(target.kindName)")
                guard isTyped else { continue }
                let (start, end) = relation.indices(from, to)
                #expect(start == NodeIndex(3) && end == NodeIndex(5), "ends of \(relation.name)")
            }
        }
    }

    /// The same question put to a graph: what the compiler accepts the table accepts, and only that.
    @Test(arguments: relations) func graphChecksTheSame(_ relation: Erased) throws {
        let id = try #require(relation.id)
        var graph = Graph()
        for type in Kinds.all {
            let kind = type.builtinKind
            try graph.addNode(id: type.kindName, kind: #require(kind))
        }
        for (first, source) in Kinds.all.enumerated() {
            for (second, target) in Kinds.all.enumerated() {
                let from = NodeIndex(first)
                let to = NodeIndex(second)
                let isTyped =
                    relation.acceptsSource(source.init(index: from))
                    && relation.acceptsTarget(target.init(index: to))
                do {
                    try graph.checkEnds(from, id, to)
                    #expect(isTyped, "\(source.kindName) \(relation.name) \(target.kindName)")
                } catch {
                    #expect(!isTyped, "\(source.kindName) \(relation.name) \(target.kindName)")
                    #expect(
                        error.code
                            == (relation.acceptsSource(source.init(index: from))
                                ? .wrongTarget : .wrongSource))
                }
            }
        }
    }
}
