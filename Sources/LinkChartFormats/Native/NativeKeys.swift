/// The keys of the native format. The schema in `schemas/` has the same, which a test proves.
enum NativeKey: String, CaseIterable {
    case linkchart, title, attributes, ontology, sources, nodes, edges
    case id, kind, name, aliases, subtype
    case from, relation, to, valid, claims, parallel
    case claimant, via, source, locator, statement, quote, date, modality, confidence, reliability,
        credibility
    case raw, scale, value
    case extends, kinds, abstractKinds, relations
    case abstract, meaning, fields, mappings
    case group, domain, range, symmetric, polarity, flow, summary, inverse

    /// Keys of a graph.
    static let ofGraph: [NativeKey] = [.linkchart, .title, .ontology, .attributes, .sources, .nodes, .edges]
    /// Keys of a node.
    static let ofNode: [NativeKey] = [.id, .kind, .name, .aliases, .subtype, .attributes]
    /// Keys of a source: a node, and what is usually known of a document.
    static let ofSource: [NativeKey] = [.id, .kind, .title, .name, .aliases, .subtype, .attributes]
    /// Keys of an edge.
    static let ofEdge: [NativeKey] = [.id, .from, .relation, .to, .valid, .parallel, .attributes, .claims]
    /// Keys of a claim.
    static let ofClaim: [NativeKey] = [
        .claimant, .via, .source, .locator, .statement, .quote, .date, .modality, .confidence, .reliability,
        .credibility, .attributes,
    ]
    /// Keys of a claimant or a source that is no node.
    static let ofParty: [NativeKey] = [.name]
    /// Keys of a date whose text does not say all.
    static let ofDate: [NativeKey] = [.date, .raw]
    /// Keys of a confidence on a scale of words or grades.
    static let ofConfidence: [NativeKey] = [.scale, .value]
    /// Keys of an ontology.
    static let ofOntology: [NativeKey] = [.name, .extends, .abstractKinds, .kinds, .relations]
    /// Keys of an abstract kind.
    static let ofAbstractKind: [NativeKey] = [.name, .meaning]
    /// Keys of a kind.
    static let ofKind: [NativeKey] = [.name, .abstract, .fields, .mappings]
    /// Keys of a relation.
    static let ofRelation: [NativeKey] = [
        .name, .group, .domain, .range, .symmetric, .polarity, .flow, .summary, .inverse, .aliases, .mappings,
    ]

    /// What is usually known of a source and stands beside its other keys; kept as attributes.
    static let metadata: [String] = [
        "publisher", "author", "authors", "date", "language", "reliability", "credibility", "url",
        "retrieved",
        "license", "hash", "doi", "isbn", "pages", "place", "note",
    ]

    /// The key that an item is; nil for one that the format does not have.
    @inline(__always)
    init?(_ tree: DocumentTree, _ item: Int) {
        let found = tree.withText(item) { bytes -> NativeKey? in
            // Edges are most of a large file: their keys are told without making a string.
            switch bytes.count {
            case 2 where bytes[0] == 0x74 && bytes[1] == 0x6F: .to
            case 2 where bytes[0] == 0x69 && bytes[1] == 0x64: .id
            case 4 where bytes[0] == 0x66 && bytes[1] == 0x72 && bytes[2] == 0x6F && bytes[3] == 0x6D: .from
            case 1...13: NativeKey(rawValue: String(decoding: bytes, as: UTF8.self))
            default: nil
            }
        }
        guard let found else { return nil }
        self = found
    }
}
