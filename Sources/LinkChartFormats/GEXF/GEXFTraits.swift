extension FormatTraits {
    static let gexf = FormatTraits(
        extensions: ["gexf", "xml"], synonyms: ["gephi"], recognises: { $0.hasElement("gexf") },
        makeReader: { input, _ in GEXFReader(input) }, makeWriter: { GEXFWriter() })
}
