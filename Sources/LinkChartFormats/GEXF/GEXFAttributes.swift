internal import LinkChartModel

/// What a GEXF document declares of the values that its nodes and edges carry.
struct GEXFAttributes {
    private var declarations = DeclaredValues()

    subscript(id: String, of element: String) -> DeclaredValues.Declaration? { declarations[id, of: element] }

    /// Reads `<attributes>`; the parser stands at its beginning.
    mutating func read(_ parser: XMLPullParser, _ source: MappedFile, into builder: inout GraphBuilder) {
        let element = parser.attribute("class")?.lowercased() ?? "node"
        let own = parser.depth
        while parser.next() {
            if parser.event.kind == .end, parser.depth == own { break }
            guard parser.event.kind == .start else { continue }
            if parser.isNamed("attribute") {
                readOne(parser, source, of: element, into: &builder)
            } else {
                parser.skipElement()
            }
        }
    }

    private mutating func readOne(
        _ parser: XMLPullParser, _ source: MappedFile, of element: String, into builder: inout GraphBuilder
    ) {
        let range = parser.event.range
        let id = parser.attribute("id")
        let title = parser.attribute("title") ?? id ?? ""
        let word = parser.attribute("type") ?? "string"
        let text = parser.readDefault(source)
        guard let id else {
            builder.report(.missingKey, "an `<attribute>` needs an `id`", at: range)
            return
        }
        let type = DeclaredType(word: word)
        // Lists stay the texts that they are: their separators differ from version to version.
        if type == nil, !word.lowercased().hasPrefix("list") {
            builder.report(
                .badDeclaration, "no type `\(word)` in GEXF; values of `\(title)` are kept as texts",
                at: range,
                suggestion: "boolean, integer, long, float, double, string or anyURI")
        }
        let isNew = declarations.add(
            DeclaredValues.Declaration(name: title, type: type), default: text, word: word, id: id,
            of: element,
            for: [element], at: range, into: &builder)
        if !isNew {
            builder.report(
                .duplicateKey, "an attribute `\(id)` for \(element)s is declared already", at: range)
        }
    }

    /// Gives an element the defaults of what it does not say.
    func complete(_ attributes: inout Attributes, of element: String) {
        declarations.complete(&attributes, of: element)
    }
}
