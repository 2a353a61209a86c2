extension FormatTraits {
    static let dot = FormatTraits(
        extensions: ["dot", "gv"], synonyms: ["graphviz"],
        recognises: { head in
            guard let row = head.firstRow else { return false }
            let words = row.split { $0 == " " || $0 == "{" || $0 == "\t" }.prefix(2).map { $0.lowercased() }
            guard let first = words.first else { return false }
            return (first == "strict" || first == "digraph" || first == "graph") && head.text.contains("{")
        },
        makeWriter: { DOTWriter() })
}
