import Foundation
import Testing

@testable import LinkChartModel

/// The built-in ontology must be the one that the design states, word for word.
struct BuiltinOntologyTests {
    private typealias Object = [String: Any]

    @Test func equalsTheDesign() throws {
        guard let data = try SharedFiles.data("design/ontology.json") else { return }
        let design = try #require(try JSONSerialization.jsonObject(with: data) as? Object)
        let ontology = Ontology.builtin

        let abstract = try #require(design["abstract"] as? [String: String])
        #expect(
            abstract
                == Dictionary(uniqueKeysWithValues: ontology.abstractKinds.map { ($0.name, $0.meaning) }))

        let kinds = try #require(design["kinds"] as? [Object])
        #expect(kinds.compactMap { $0["name"] as? String } == ontology.kinds.map(\.name))
        for (kind, definition) in zip(kinds, ontology.kinds) {
            #expect(kind["abstract"] as? [String] == definition.abstract, "\(definition.name)")
            #expect(kind["fields"] as? String ?? "" == definition.fields, "\(definition.name)")
            for vocabulary in ["stix21", "ftm", "misp"] {
                #expect(kind[vocabulary] as? String == definition.mappings[vocabulary], "\(definition.name)")
            }
            #expect(definition.mappings.count == 3)
        }

        let relations = try #require(design["relations"] as? [Object])
        #expect(relations.count == 67)
        #expect(relations.compactMap { $0["name"] as? String } == ontology.relations.map(\.name))
        for relation in relations {
            let name = try #require(relation["name"] as? String)
            let definition = ontology[try #require(ontology.relation(named: name))]
            #expect(definition.name == name)
            #expect(relation["group"] as? String == definition.group, "\(name)")
            #expect(relation["domain"] as? [String] == definition.domain, "\(name)")
            #expect(relation["range"] as? [String] == definition.range, "\(name)")
            #expect(relation["symmetric"] as? Bool ?? false == definition.isSymmetric, "\(name)")
            #expect(relation["summary"] as? Bool ?? false == definition.isSummary, "\(name)")
            #expect(relation["polarity"] as? String == definition.polarity.rawValue, "\(name)")
            #expect(relation["flow"] as? String == definition.flow.rawValue, "\(name)")
            #expect(relation["inverse"] as? String == definition.inverse, "\(name)")
            for (vocabulary, key) in [
                ("stix21", "stix21"), ("ftm", "ftm"), ("ploverCameo", "plover_cameo"),
            ] {
                #expect(relation[key] as? String == definition.mappings[vocabulary], "\(name)")
            }
            #expect(definition.mappings.count == 3)
        }
    }

    @Test func hasTheAdvertisedSize() {
        #expect(Ontology.builtin.kinds.count == 15)
        #expect(Ontology.builtin.abstractKinds.count == 4)
        #expect(Ontology.builtin.relations.count == 67)
        #expect(Ontology.builtin.base == .builtin)
    }

    /// What the rules of the ontology say of single relations.
    @Test func marksSummariesAndSymmetry() {
        let relations = Ontology.builtin.relations
        #expect(Set(relations.filter(\.isSummary).map(\.name)) == ["threatens", "spillsOverTo"])
        #expect(
            Set(relations.filter(\.isSymmetric).map(\.name)) == [
                "borders", "alliedWith", "affiliatedWith", "rivals", "linkedTo", "sameAs",
            ])
        for relation in relations where relation.isSymmetric {
            #expect(relation.inverse == relation.name)
            #expect(relation.domain == relation.range)
            // A fact that holds both ways can't send harm one way.
            #expect(relation.flow == .both || relation.flow == .none)
        }
    }

    @Test func hasNoProblemsByItsOwnRules() throws {
        let builtin = Ontology.builtin
        let copy = try Ontology(
            name: "builtin", abstractKinds: builtin.abstractKinds, kinds: builtin.kinds,
            relations: builtin.relations)
        #expect(copy == builtin)
        #expect(copy.hashValue == builtin.hashValue)
        #expect(copy.base == .replacement)
    }
}
