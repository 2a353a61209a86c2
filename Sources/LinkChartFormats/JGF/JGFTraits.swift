extension FormatTraits {
    static let jsonGraph = FormatTraits(
        extensions: ["jgf", "jgf.json", "json"], synonyms: ["jsongraph", "json-graph"],
        recognises: { head in
            guard head.isJSON else { return false }
            let keys = head.outermostKeys
            // Node-link has `graph` too, but its nodes stand beside it.
            return !keys.isDisjoint(with: ["graph", "graphs"])
                && keys.isDisjoint(with: [
                    "nodes", "links", "edges", "elements", "linkchart", "directed", "multigraph",
                ])
        },
        makeReader: { input, _ in JGFReader(input) }, makeWriter: { JGFWriter() })
}
