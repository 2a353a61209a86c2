extension FormatTraits {
    static let docRED = FormatTraits(
        extensions: ["docred.json", "json", "jsonl", "ndjson"], synonyms: ["redocred", "re-docred"],
        recognises: { $0.isJSON && $0.hasKey("vertexSet") }, makeReader: { input, _ in DocREDReader(input) })
}
