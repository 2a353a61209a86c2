extension FormatTraits {
    static let cytoscape = FormatTraits(
        extensions: ["cyjs", "cyjs.json", "json"], synonyms: ["cytoscape"],
        recognises: { head in
            guard head.isJSON, head.hasKey("data") else { return false }
            if head.outermostKeys.contains("elements") { return true }
            // The elements alone, as programs keep them.
            return head.lines.first?.hasPrefix("[") == true && (head.hasKey("group") || head.hasKey("source"))
        },
        makeReader: { input, _ in CytoscapeReader(input) }, makeWriter: { CytoscapeWriter() })
}
