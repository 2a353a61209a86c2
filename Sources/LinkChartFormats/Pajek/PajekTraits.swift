extension FormatTraits {
    static let pajek = FormatTraits(
        extensions: ["net", "paj", "pajek"],
        recognises: { head in
            // Comments begin with `%`, sections with `*`.
            guard let row = head.firstRow?.lowercased() else { return false }
            return row.hasPrefix("*vertices") || row.hasPrefix("*network")
        },
        makeReader: { input, _ in PajekReader(input) }, makeWriter: { PajekWriter() },
        lacks: [.titleBlanks, .graphAttributes, .ontology])
}
