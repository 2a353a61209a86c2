extension FormatTraits {
    static let nativeYAML = FormatTraits(
        extensions: ["linkchart.yaml", "yaml", "yml"], synonyms: ["linkchart", "native"],
        recognises: { head in
            guard !head.isJSON, let row = head.firstRow else { return false }
            return head.lines.contains { isKey("linkchart", $0) } || row.hasPrefix("---")
                || ["nodes", "edges", "sources", "title", "ontology"].contains { isKey($0, row) }
        },
        makeReader: { input, _ in NativeReader(input, isYAML: true) }, makeWriter: { NativeYAMLWriter() })

    /// Any JSON that is nothing else: what is wrong with it is best said by the reader of our own format.
    static let nativeJSON = FormatTraits(
        extensions: ["linkchart.json", "json"], recognises: { $0.isJSON },
        makeReader: { input, _ in NativeReader(input, isYAML: false) }, makeWriter: { NativeJSONWriter() })

    private static func isKey(_ key: String, _ line: Substring) -> Bool {
        line.hasPrefix(key + ":") || line.hasPrefix("\"\(key)\":") || line.hasPrefix("'\(key)':")
    }
}
