extension FormatTraits {
    static let spert = FormatTraits(
        extensions: ["spert.json", "json", "jsonl", "ndjson"], synonyms: ["conll04"],
        recognises: { $0.isJSON && $0.hasKey("tokens") && $0.hasKey("entities") && $0.hasKey("relations") },
        makeReader: { input, _ in SpERTReader(input) })
}
