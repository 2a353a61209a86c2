import Testing

@testable import LinkChartModel

/// One spelling is written, many are read.
struct OntologyLookupTests {
    @Test(arguments: [
        ("warns-about", "warns"), ("warnsAbout", "warns"), ("WARNS_OF", "warns"), ("LOCATED_IN", "locatedIn"),
        ("member of", "memberOf"), ("MemberOf", "memberOf"), ("  hosts ", "hosts"), ("same-as", "sameAs"),
        ("Perpetrated By", "perpetratedBy"), ("spills_over_to", "spillsOverTo"), ("hosts", "hosts"),
    ])
    func findsRelations(spelling: String, name: String) throws {
        let id = try #require(Ontology.builtin.relation(named: spelling))
        #expect(Ontology.builtin[id].name == name)
    }

    @Test func findsEveryRelationInEveryStyle() {
        for (position, relation) in Ontology.builtin.relations.enumerated() {
            let id = RelationID(rawValue: UInt16(position))
            var words = ""
            for letter in relation.name {
                words += letter.isUppercase ? " \(letter.lowercased())" : "\(letter)"
            }
            let snake = words.split(separator: " ").joined(separator: "_")
            for spelling in [
                relation.name, relation.name.uppercased(), words, snake, snake.uppercased(),
                words.split(separator: " ").joined(separator: "-"), "`\(relation.name)`",
            ] + relation.aliases {
                #expect(Ontology.builtin.relation(named: spelling) == id, "\(spelling)")
            }
        }
    }

    @Test func findsKindsAndAbstractKinds() throws {
        let ontology = Ontology.builtin
        #expect(ontology.kind(named: "organisation") == .organisation)
        #expect(ontology.kind(named: "PERSON") == .person)
        #expect(ontology.kind(named: "Agent") == nil)
        #expect(ontology.kind(named: "any") == nil)
        #expect(ontology.kinds(named: "state") == KindSet([.state]))
        #expect(
            ontology.kinds(named: "AGENT")
                == KindSet([.state, .actor, .organisation, .person, .population]))
        #expect(ontology.kinds(named: "Territory") == KindSet([.state, .region, .place]))
        #expect(ontology.kinds(named: "Event") == KindSet([.incident, .campaign]))
        #expect(
            ontology.kinds(named: "Thing")
                == KindSet([.means, .document, .proposition, .pledge, .proposal, .entity]))
        #expect(ontology.kinds(named: "Any") == .any)
        #expect(ontology.kinds(named: "Ship") == nil)
    }

    @Test(arguments: ["hostz", "", "-", "🚢", "любой", "hos", "Host s me"])
    func findsNothingElse(spelling: String) {
        #expect(Ontology.builtin.relation(named: spelling) == nil)
        #expect(Ontology.builtin.kind(named: spelling) == nil)
    }

    @Test func readsInverses() throws {
        for (position, relation) in Ontology.builtin.relations.enumerated() {
            let found = try #require(Ontology.builtin.relation(inverseNamed: relation.inverse))
            // `communicatedWith` is the inverse of itself, as the symmetric ones are.
            #expect(found == RelationID(rawValue: UInt16(position)), "\(relation.inverse)")
        }
        #expect(
            Ontology.builtin.relation(inverseNamed: "hosted_by") == Ontology.builtin.relation(named: "hosts"))
        #expect(Ontology.builtin.relation(inverseNamed: "hosts") == nil)
    }

    @Test func suggestsTheNearest() {
        #expect(Ontology.builtin.nearestRelationName(to: "host") == "hosts")
        #expect(Ontology.builtin.nearestRelationName(to: "memberof1") == "memberOf")
        #expect(Ontology.builtin.nearestRelationName(to: "qqqqqqqqqq") == nil)
        #expect(Ontology.builtin.nearestKindName(to: "Organization") == "Organisation")
        #expect(Ontology.builtin.nearestKindName(to: "Agnet") == "Agent")
    }

    @Test func listsWhatFits() {
        let ontology = Ontology.builtin
        for source in 0..<15 {
            for target in 0..<15 {
                let (from, to) = (KindID(rawValue: UInt8(source)), KindID(rawValue: UInt8(target)))
                let brute = (0..<67).map { RelationID(rawValue: $0) }.filter { ontology.allows(from, $0, to) }
                #expect(ontology.relations(from: from, to: to) == brute)
                #expect(!brute.isEmpty, "relatedTo links anything")
            }
        }
        let hosts = ontology.relation(named: "hosts")
        #expect(
            hosts.map { ontology.signature(of: $0) } == "State | Actor | Place -> Actor | Population | Person"
        )
    }
}
