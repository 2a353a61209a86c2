extension FormatTraits {
    static let dot = FormatTraits(
        extensions: ["dot", "gv"], synonyms: ["graphviz"],
        recognises: { head in
            // C's comments and lines for its preprocessor may stand before the graph.
            guard let row = withoutComments(head.text) else { return false }
            let words = row.prefix(200).split { $0.isWhitespace || $0 == "{" }.prefix(2).map {
                $0.lowercased()
            }
            guard let first = words.first, first == "strict" || first == "digraph" || first == "graph",
                let brace = row.firstIndex(of: "{")
            else { return false }
            // GML begins with the same word, but has square brackets.
            return !row[..<brace].contains("[")
        },
        transcode: { DOTCharset.utf8($0) },
        makeReader: { input, _ in DOTReader(input) }, makeWriter: { DOTWriter() })

    /// What follows the comments at the beginning of a text; nil if nothing does.
    private static func withoutComments(_ text: String) -> Substring? {
        var rest = text[...]
        while true {
            rest = rest.drop { $0.isWhitespace }
            if rest.hasPrefix("#") || rest.hasPrefix("//") {
                rest = rest.drop { !$0.isNewline }
            } else if rest.hasPrefix("/*") {
                rest = rest.dropFirst(2)
                while !rest.isEmpty, !rest.hasPrefix("*/") { rest = rest.dropFirst() }
                rest = rest.dropFirst(2)
            } else {
                return rest.isEmpty ? nil : rest
            }
        }
    }
}
