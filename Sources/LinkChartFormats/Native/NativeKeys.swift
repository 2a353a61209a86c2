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
        guard let found = tree.withText(item, Self.find) else { return nil }
        self = found
    }

    /// The keys of edges and claims are most of a large file: they are told by one comparison of eight bytes.
    private static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> NativeKey? {
        guard bytes.count <= 13 else { return nil }
        var word: UInt64 = 0
        for byte in bytes.prefix(8) { word = word << 8 | UInt64(byte) }
        switch (word, bytes.count) {
        case (0x66726F6D, 4): return .from
        case (0x746F, 2): return .to
        case (0x6964, 2): return .id
        case (0x72656C6174696F6E, 8): return .relation
        case (0x636C61696D73, 6): return .claims
        case (0x736F75726365, 6): return .source
        case (0x6C6F6361746F72, 7): return .locator
        case (0x6D6F64616C697479, 8): return .modality
        case (0x76616C6964, 5): return .valid
        case (0x6B696E64, 4): return .kind
        case (0x6E616D65, 4): return .name
        default: return NativeKey(rawValue: String(decoding: bytes, as: UTF8.self))
        }
    }
}
