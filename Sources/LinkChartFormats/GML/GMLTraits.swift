extension FormatTraits {
    static let gml = FormatTraits(
        extensions: ["gml"],
        recognises: { head in
            let rows = head.rows.prefix(40)
            guard let first = rows.first, !first.hasPrefix("<"), !head.isJSON else { return false }
            let words = rows.flatMap { $0.split { $0 == " " || $0 == "\t" } }
            guard let position = words.firstIndex(where: { $0 == "graph" || $0 == "graph[" }) else {
                return false
            }
            return words[position] == "graph[" || words.dropFirst(position + 1).first?.hasPrefix("[") == true
        },
        makeReader: { input, _ in GMLReader(input) }, makeWriter: { GMLWriter() })
}
