internal import LinkChartModel

/// What a GEXF document declares of the values that its nodes and edges carry.
struct GEXFAttributes {
    struct Declaration {
        var title: String
        var type: DeclaredType?
        var defaultValue: AttributeValue?
    }

    private var declarations: [String: Declaration] = [:]
    private var defaults: [String: [Declaration]] = [:]

    subscript(id: String, of element: String) -> Declaration? { declarations[element + " " + id] }

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
        var text: String?
        let own = parser.depth
        while parser.next() {
            if parser.event.kind == .end, parser.depth == own { break }
            guard parser.event.kind == .start else { continue }
            if parser.isNamed("default") {
                text = parser.readContent(source).text
            } else {
                parser.skipElement()
            }
        }
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
        var declaration = Declaration(title: title, type: type)
        if let text {
            declaration.defaultValue = type.map { $0.value(text) } ?? .string(text)
            if declaration.defaultValue == nil {
                builder.report(
                    .badDeclaration, "the default `\(text)` of `\(title)` is no \(word)", at: range)
            }
        }
        if declarations[element + " " + id] != nil {
            builder.report(
                .duplicateKey, "an attribute `\(id)` for \(element)s is declared already", at: range)
            return
        }
        declarations[element + " " + id] = declaration
        if declaration.defaultValue != nil { defaults[element, default: []].append(declaration) }
    }

    /// Gives an element the defaults of what it does not say.
    func complete(_ attributes: inout Attributes, of element: String) {
        guard let defaults = defaults[element] else { return }
        for declaration in defaults where attributes[declaration.title] == nil {
            attributes[declaration.title] = declaration.defaultValue
        }
    }
}
