public import LinkChartModel

/// What the native format has for an ontology.
enum OntologyForm {
    /// `builtin`, or the definitions that the built-in ontology lacks or has otherwise, or all of them.
    static func value(of ontology: Ontology) -> AttributeValue {
        ontology.base == .builtin ? "builtin" : .object(definitions(of: ontology))
    }

    /// `{name, extends, abstractKinds, kinds, relations}`, with only what differs from the ontology that it
    /// extends.
    static func definitions(of ontology: Ontology) -> Attributes {
        let isExtension = ontology.base != .replacement
        let base: Ontology? = isExtension ? .builtin : nil
        var form = Form()
        form.add("name", ontology.name)
        form.add("extends", isExtension ? "builtin" : "none")
        let abstract = difference(ontology.abstractKinds, base?.abstractKinds)
        if !abstract.isEmpty { form.add("abstractKinds", .list(abstract.map { .object(value(of: $0)) })) }
        let kinds = difference(ontology.kinds, base?.kinds)
        if !kinds.isEmpty { form.add("kinds", .list(kinds.map { .object(value(of: $0)) })) }
        let relations = difference(ontology.relations, base?.relations)
        if !relations.isEmpty { form.add("relations", .list(relations.map { .object(value(of: $0)) })) }
        return form.attributes
    }

    /// All definitions of an ontology, as if it extended none.
    static func everything(of ontology: Ontology) -> Attributes {
        [
            "name": .string(ontology.name), "extends": "none",
            "abstractKinds": .list(ontology.abstractKinds.map { .object(value(of: $0)) }),
            "kinds": .list(ontology.kinds.map { .object(value(of: $0)) }),
            "relations": .list(ontology.relations.map { .object(value(of: $0)) }),
        ]
    }

    /// An extension keeps the order of what it extends and adds at the end.
    private static func difference<Definition: Equatable>(
        _ all: [Definition], _ base: [Definition]?
    ) -> [Definition] {
        guard let base else { return all }
        return all.enumerated().filter { $0.offset >= base.count || base[$0.offset] != $0.element }
            .map(\.element)
    }

    private static func value(of kind: AbstractKindDefinition) -> Attributes {
        ["name": .string(kind.name), "meaning": .string(kind.meaning)]
    }

    private static func value(of kind: KindDefinition) -> Attributes {
        var form = Form()
        form.add("name", kind.name)
        if !kind.abstract.isEmpty { form.add("abstract", texts(kind.abstract)) }
        if !kind.fields.isEmpty { form.add("fields", kind.fields) }
        if !kind.mappings.isEmpty { form.add("mappings", value(of: kind.mappings)) }
        return form.attributes
    }

    private static func value(of relation: RelationDefinition) -> Attributes {
        var form = Form()
        form.add("name", relation.name)
        form.add("group", relation.group)
        form.add("domain", texts(relation.domain))
        form.add("range", texts(relation.range))
        form.add("polarity", relation.polarity.rawValue)
        form.add("flow", relation.flow.rawValue)
        if relation.isSymmetric { form.add("symmetric", true) }
        if relation.isSummary { form.add("summary", true) }
        form.add("inverse", relation.inverse)
        if !relation.aliases.isEmpty { form.add("aliases", texts(relation.aliases)) }
        if !relation.mappings.isEmpty { form.add("mappings", value(of: relation.mappings)) }
        return form.attributes
    }

    private static func texts(_ texts: [String]) -> AttributeValue { .list(texts.map { .string($0) }) }

    private static func value(of mappings: [String: String]) -> AttributeValue {
        .object(Attributes(mappings.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
    }
}

/// The text of an ontology with all its definitions, in a form that ``readOntology(_:)`` reads.
///
/// - Parameters:
///   - ontology: what to write.
///   - format: ``GraphFormat/nativeYAML`` or, for any other, JSON.
public func text(of ontology: Ontology, as format: GraphFormat) -> String {
    let definitions = OntologyForm.everything(of: ontology)
    if format == .nativeYAML {
        var emitter = YAMLEmitter()
        for (name, value) in definitions { emitter.member(name, value, indent: 0) }
        return emitter.text
    }
    var json = JSONWriter(style: .rows(depth: 2))
    json.value(definitions)
    return json.text + "\n"
}
