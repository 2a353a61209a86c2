extension FormatTraits {
    static let nodeLink = FormatTraits(
        extensions: ["nodelink.json", "node-link.json", "json"], synonyms: ["networkx", "d3"],
        recognises: { head in
            guard head.isJSON, !head.hasKey("linkchart") else { return false }
            // Native edges say `from`, node-link says `source`.
            return !head.hasKey("from")
                && ["links", "directed", "multigraph", "source"].contains { head.hasKey($0) }
        },
        makeReader: { input, _ in NodeLinkReader(input) }, makeWriter: { NodeLinkWriter() })
}
