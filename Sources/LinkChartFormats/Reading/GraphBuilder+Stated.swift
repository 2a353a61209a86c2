internal import LinkChartModel

/// Kinds and relations in the words of an input that knows nothing of the ontology.
extension GraphBuilder {
    /// What an input's word for a relation means.
    struct StatedRelation: Sendable {
        /// The relation; nil if the ontology has none of that name.
        var relation: RelationID?
        /// Whether the word names its inverse.
        var isInverse = false
    }

    /// The relation of a name, an alias or the name of an inverse, compared without case and punctuation.
    mutating func statedRelation(_ word: String) -> StatedRelation {
        if let known = statedRelations[word] { return known }
        let ontology = graph.ontology
        var meaning = StatedRelation(relation: ontology.relation(named: word))
        if meaning.relation == nil, let inverse = ontology.relation(inverseNamed: word) {
            meaning = StatedRelation(relation: inverse, isInverse: true)
        }
        // A file of nothing but different words shall not fill the memory twice.
        if statedRelations.count < 1 << 16 { statedRelations[word] = meaning }
        return meaning
    }

    /// Adds an edge of the relation that an input's word names.
    ///
    /// Where the ontology has no such relation, or it does not fit the ends, the edge is `relatedTo`. The word is kept
    /// as `rawRelation` wherever it is not the relation's own name, and counted as normalised or guessed.
    ///
    /// - Returns: the edge; nil if the ontology has no `relatedTo` either.
    @discardableResult
    mutating func addStatedEdge(
        _ word: String, from source: NodeIndex, to target: NodeIndex, attributes: Attributes = [:],
        valid: RecordedDate? = nil, claims: [Claim] = [], at range: SourceRange?
    ) -> EdgeIndex? {
        count(edges: 1, claims: claims.count)
        let ontology = graph.ontology
        let meaning = statedRelation(word)
        var record: EdgeRecord
        let (first, last) = meaning.isInverse ? (target, source) : (source, target)
        if let relation = meaning.relation,
            ontology.allows(graph.kind(of: first), relation, graph.kind(of: last))
        {
            record = EdgeRecord(from: first, relation, to: last)
            record.attributes = attributes
            let name = ontology[relation].name
            if name != word {
                reportRelation(word, relation, at: range)
                record.attributes = Attributes(prepending: "rawRelation", .string(word), to: attributes)
            }
        } else {
            guard let related = ontology.relation(named: "relatedTo") ?? untypedRelation() else {
                reportSkipped("edge without a relation of the ontology", word, at: range)
                return nil
            }
            record = EdgeRecord(from: source, related, to: target)
            reportRelation(word, related, at: range)
            record.attributes = Attributes(prepending: "rawRelation", .string(word), to: attributes)
        }
        record.valid = valid
        record.claims = claims
        return addEdge(record, at: EdgePlaces(edge: range))
    }

    /// The kind that an input's word for a type of thing means, and whether it is the ontology's own word; Entity if it
    /// means none.
    ///
    /// Known are the ontology's names and the tags that named-entity recognition uses: `PER`, `ORG`, `LOC`, `GPE` …
    func kind(ofType word: String) -> (kind: KindID?, isOwnName: Bool) {
        let ontology = graph.ontology
        if let kind = ontology.kind(named: word) { return (kind, ontology[kind].name == word) }
        let name = Self.entityTypes[foldedKey(word)] ?? "Entity"
        return (ontology.kind(named: name) ?? ontology.kind(named: "Entity"), false)
    }

    private static let entityTypes: [String: String] = [
        "per": "Person", "pers": "Person", "people": "Person", "peop": "Person", "human": "Person",
        "org": "Organisation", "orgn": "Organisation", "organization": "Organisation",
        "company": "Organisation", "corporation": "Organisation", "agency": "Organisation",
        "institution": "Organisation", "government": "Organisation", "media": "Organisation",
        "group": "Actor", "militia": "Actor", "armedgroup": "Actor", "terroristgroup": "Actor",
        "terroristorganization": "Actor", "terroristorganisation": "Actor", "threatactor": "Actor",
        "loc": "Place", "location": "Place", "gpe": "Place", "geopoliticalentity": "Place", "fac": "Place",
        "facility": "Place", "city": "Place", "town": "Place", "geo": "Place", "country": "State",
        "nation": "State", "norp": "Population", "nationality": "Population", "ethnicgroup": "Population",
        "event": "Incident", "attack": "Incident", "weapon": "Means", "wea": "Means", "veh": "Means",
        "vehicle": "Means", "workofart": "Document", "law": "Document", "article": "Document",
    ]
}

/// The one name of most attributes of edges, in an array that they share.
private let rawRelationName = ["rawRelation"]

extension Attributes {
    /// Attributes with one before them, unless they have one of that name.
    init(prepending name: String, _ value: AttributeValue, to others: Attributes) {
        guard !others.isEmpty else {
            self.init(uniqueNames: name == rawRelationName[0] ? rawRelationName : [name], values: [value])
            return
        }
        self.init([(name, value)] + others.map { ($0.name, $0.value) })
    }
}
