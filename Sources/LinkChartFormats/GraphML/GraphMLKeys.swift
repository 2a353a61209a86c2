internal import LinkChartModel

/// What a GraphML document declares of the data that its elements carry.
struct GraphMLKeys {
    typealias Key = DeclaredValues.Declaration

    private var keys = DeclaredValues()

    /// The declaration that an element's data refers to; nil, with a diagnostic, if there is none.
    func key(_ id: String, of element: String, at range: SourceRange, into builder: inout GraphBuilder)
        -> Key?
    {
        if let key = keys[id, of: element] ?? keys[id, of: "all"] { return key }
        for other in ["node", "edge", "graph", "graphml", "hyperedge", "port", "endpoint"] {
            guard let key = keys[id, of: other] else { continue }
            builder.report(
                .badDeclaration, "the key `\(id)` is declared for \(other) elements, not for \(element)",
                at: range,
                suggestion: "taken all the same")
            return key
        }
        builder.report(
            .badDeclaration, "no key `\(id)` is declared; the value is kept as a text", at: range,
            suggestion: "declare it with `<key id=\"\(id)\" for=\"\(element)\" …>` before the graph")
        return nil
    }

    /// Reads a port with those in it; the parser stands at its beginning.
    func readPort(_ parser: XMLPullParser, _ source: MappedFile) -> AttributeValue {
        var port: Attributes = [:]
        parser.forEachAttribute { port[$0] = .string($1) }
        let own = parser.depth
        var inner: [AttributeValue] = []
        while parser.next() {
            if parser.event.kind == .end, parser.depth == own { break }
            guard parser.event.kind == .start else { continue }
            if parser.isNamed("port") {
                // The parser bounds the depth.
                inner.append(readPort(parser, source))
            } else if parser.isNamed("data") {
                let id = parser.attribute("key") ?? "data"
                let key = keys[id, of: "port"] ?? keys[id, of: "all"]
                let text = parser.readContent(source).text
                port[key?.name ?? id] = key?.type.flatMap { $0.value(text) } ?? .string(text)
            } else {
                port[parser.name] = .string(parser.readContent(source).text)
            }
        }
        if !inner.isEmpty { port["ports"] = .list(inner) }
        return .object(port)
    }

    /// Reads a declaration; the parser stands at its beginning.
    mutating func read(_ parser: XMLPullParser, _ source: MappedFile, into builder: inout GraphBuilder) {
        let range = parser.event.range
        let id = parser.attribute("id")
        let yedType = parser.attribute("yfiles.type")
        let name = parser.attribute("attr.name") ?? yedType ?? id ?? ""
        let typeWord = parser.attribute("attr.type")
        let element = parser.attribute("for") ?? "all"
        let text = parser.readDefault(source)
        guard let id else {
            builder.report(.missingKey, "a `<key>` needs an `id`", at: range)
            return
        }
        let type = typeWord.flatMap { DeclaredType(word: $0) }
        if let typeWord, type == nil {
            builder.report(
                .badDeclaration, "no type `\(typeWord)` in GraphML; values of `\(name)` are kept as texts",
                at: range, suggestion: "boolean, int, long, float, double or string")
        }
        let isNew = keys.add(
            Key(name: name, type: type), default: text, word: typeWord ?? "text", id: id, of: element,
            for: element == "all" ? ["node", "edge", "graph"] : [element], at: range, into: &builder)
        if !isNew {
            builder.report(.duplicateKey, "a key `\(id)` for \(element) is declared already", at: range)
        }
    }

    /// Gives an element the defaults of what it does not say.
    func complete(_ attributes: inout Attributes, of element: String) {
        keys.complete(&attributes, of: element)
    }
}
