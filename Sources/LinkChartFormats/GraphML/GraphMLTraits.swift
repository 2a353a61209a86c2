extension FormatTraits {
    static let graphML = FormatTraits(
        extensions: ["graphml", "xml"], recognises: { $0.hasElement("graphml") },
        makeReader: { input, _ in GraphMLReader(input) }, makeWriter: { GraphMLWriter() })
}
