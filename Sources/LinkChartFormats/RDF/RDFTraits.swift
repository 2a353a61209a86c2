extension FormatTraits {
    static let turtle = FormatTraits(extensions: ["ttl"], synonyms: ["rdf"], makeWriter: { TurtleWriter() })

    static let jsonLD = FormatTraits(
        extensions: ["jsonld"], synonyms: ["json-ld"], makeWriter: { JSONLDWriter() })
}
