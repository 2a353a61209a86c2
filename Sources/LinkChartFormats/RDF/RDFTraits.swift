extension FormatTraits {
    static let turtle = FormatTraits(
        extensions: ["ttl"], synonyms: ["rdf"], makeWriter: { TurtleWriter() },
        lacks: [.ontology, .rawDates])

    static let jsonLD = FormatTraits(
        extensions: ["jsonld"], synonyms: ["json-ld"], makeWriter: { JSONLDWriter() },
        lacks: [.ontology, .rawDates])
}
