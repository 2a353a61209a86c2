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
