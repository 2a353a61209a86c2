extension FormatTraits {
    static let plover = FormatTraits(
        extensions: ["plover.json", "json", "jsonl", "ndjson"],
        recognises: { head in
            head.isJSON && head.hasKey("event") && !head.hasKey("nodes")
                && (head.hasKey("eventText") || head.hasKey("actorText"))
        },
        makeReader: { input, _ in PLOVERReader(input) })
}
