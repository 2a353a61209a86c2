extension FormatTraits {
    static let petrarch = FormatTraits(
        extensions: ["petr.xml", "xml"], synonyms: ["petrarch2"],
        recognises: { $0.hasElement("Sentences") || $0.hasElement("EventCoding") },
        makeReader: { input, _ in PETRARCHReader(input) })
}
