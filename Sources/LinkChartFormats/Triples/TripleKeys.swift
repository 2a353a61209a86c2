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
