extension FormatTraits {
    static let triples = FormatTraits(
        extensions: ["triples.json", "triples.jsonl", "jsonl", "ndjson", "json"],
        synonyms: ["openie", "spo"],
        recognises: { head in
            guard head.isJSON else { return false }
            let foreign = ["linkchart", "nodes", "links", "elements", "vertexSet", "tokens", "bundle"]
            guard !foreign.contains(where: { head.hasKey($0) }) else { return false }
            return TripleKeys.areAll(in: head) || isListOfTexts(head)
        },
        makeReader: { input, _ in TripleReader(input) })

    /// Whether it begins with a list of texts, or with a list of such lists.
    private static func isListOfTexts(_ head: FormatHead) -> Bool {
        let start = String(head.text.lazy.filter { !$0.isWhitespace }.prefix(3))
        return start.hasPrefix("[\"") || start.hasPrefix("[[\"")
    }
}

/// The names that triples have for their parts; each list in the order in which they are looked for.
enum TripleKeys {
    static let subject = ["subject", "sub", "subj", "head", "arg1", "entity1", "s", "h"]
    static let object = ["object", "obj", "tail", "arg2", "arg2s", "entity2", "o", "t"]
    static let relation = [
        "predicate", "pred", "relation", "rel", "relationship", "relation_type", "type", "verb", "label", "p",
        "r",
    ]

    /// Keys under which triples, or what holds them, stand.
    static let containers: Set<String> = [
        "triples", "triplets", "triple", "relations", "relationships", "extractions", "extraction", "openie",
        "facts",
        "sentences", "data", "results", "documents", "paragraphs", "output", "items", "knowledge_graph",
    ]

    static let subjectTypes: Set<String> = [
        "subject_type", "sub_type", "subj_type", "head_type", "subjecttype", "headtype", "arg1_type",
        "s_type",
    ]
    static let objectTypes: Set<String> = [
        "object_type", "obj_type", "tail_type", "objecttype", "tailtype", "arg2_type", "o_type",
    ]

    static let statements: Set<String> = [
        "sentence", "text", "evidence", "quote", "statement", "context", "source_text",
    ]
    static let sources: Set<String> = [
        "source", "document", "doc", "doc_id", "docid", "document_id", "url", "source_url", "file", "title",
    ]
    static let claimants: Set<String> = ["claimant", "speaker", "author", "said_by", "attribution"]
    static let confidences: Set<String> = ["confidence", "score", "probability", "conf"]
    static let locators: Set<String> = [
        "span", "locator", "offset", "offsets", "char_span", "page", "line", "sent_id", "sentence_id",
    ]
    static let negations: Set<String> = ["negated", "negation", "is_negated"]
    static let speculations: Set<String> = ["speculation", "speculative", "hedged", "uncertain"]
    static let validities: Set<String> = ["valid", "time", "when", "temporal"]
    static let dates: Set<String> = ["date", "published", "stated"]

    /// Whether a content has keys for all three parts.
    static func areAll(in head: FormatHead) -> Bool {
        let hasAny = { (keys: [String]) in keys.contains { head.hasKey($0) } }
        return hasAny(subject) && hasAny(object) && hasAny(relation)
    }
}
