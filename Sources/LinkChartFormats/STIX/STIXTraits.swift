extension FormatTraits {
    static let stix = FormatTraits(
        extensions: ["stix.json", "stix", "stix2.json", "stix21.json", "json", "jsonl", "ndjson"],
        synonyms: ["stix2", "stix21", "stix2.1", "attack"],
        recognises: { head in
            guard head.isJSON else { return false }
            // A bundle, an object, or objects one a line: all have a type and an identifier that begins with it.
            return head.hasKey("type") && (head.text.contains("\"bundle--") || STIXHead.hasObject(head.text))
        },
        makeReader: { input, _ in STIXReader(input) }, makeWriter: { STIXWriter() })
}

/// How STIX looks from outside.
enum STIXHead {
    /// Whether a text has `"id": "malware--…"` in it.
    static func hasObject(_ text: String) -> Bool {
        var rest = text[...]
        while let key = rest.range(of: "\"id\"") {
            rest = rest[key.upperBound...]
            let value = rest.drop { $0 == " " || $0 == ":" || $0.isNewline || $0 == "\t" }
            guard value.first == "\"" else { continue }
            let id = value.dropFirst().prefix { $0 != "\"" && !$0.isNewline }
            if STIXIdentifier(id) != nil { return true }
        }
        return false
    }
}

extension StringProtocol {
    /// The first place of a text, without Foundation.
    fileprivate func range(of text: String) -> Range<Index>? {
        guard let first = text.utf8.first else { return nil }
        var start = utf8.startIndex
        while let found = utf8[start...].firstIndex(of: first) {
            if utf8[found...].starts(with: text.utf8) {
                return found..<utf8.index(found, offsetBy: text.utf8.count)
            }
            start = utf8.index(after: found)
        }
        return nil
    }
}
