internal import LinkChartModel

/// What a document declares of the values that its elements carry: GraphML's keys and GEXF's attributes.
struct DeclaredValues {
    /// One declaration.
    struct Declaration {
        var name: String
        var type: DeclaredType?
        var defaultValue: AttributeValue?
    }

    private var declarations: [String: Declaration] = [:]
    /// For each sort of element the declarations with a default.
    private var defaults: [String: [Declaration]] = [:]

    subscript(id: String, of element: String) -> Declaration? { declarations[element + " " + id] }

    /// Enters a declaration.
    ///
    /// - Parameters:
    ///   - text: its default as it is written; nil if it has none.
    ///   - word: its type as it is written, for a default that is not of it.
    ///   - elements: the sorts of elements that get the default.
    /// - Returns: false if there is one of this identifier already, which stays.
    mutating func add(
        _ declaration: Declaration, default text: String?, word: String, id: String, of element: String,
        for elements: [String], at range: SourceRange, into builder: inout GraphBuilder
    ) -> Bool {
        var declaration = declaration
        if let text {
            declaration.defaultValue = declaration.type.map { $0.value(text) } ?? .string(text)
            if declaration.defaultValue == nil {
                builder.report(
                    .badDeclaration, "the default `\(text)` of `\(declaration.name)` is no \(word)", at: range
                )
            }
        }
        guard declarations[element + " " + id] == nil else { return false }
        declarations[element + " " + id] = declaration
        guard declaration.defaultValue != nil else { return true }
        for each in elements { defaults[each, default: []].append(declaration) }
        return true
    }

    /// Gives an element the defaults of what it does not say.
    func complete(_ attributes: inout Attributes, of element: String) {
        guard let defaults = defaults[element] else { return }
        for declaration in defaults where attributes[declaration.name] == nil {
            attributes[declaration.name] = declaration.defaultValue
        }
    }
}

extension XMLPullParser {
    /// Reads a declaration to its end; the parser stands at its beginning.
    ///
    /// - Returns: the text of its `<default>`; nil if it has none.
    func readDefault(_ source: MappedFile) -> String? {
        var text: String?
        let own = depth
        while next() {
            if event.kind == .end, depth == own { break }
            guard event.kind == .start else { continue }
            if isNamed("default") { text = readContent(source).text } else { skipElement() }
        }
        return text
    }
}
