import LinkChartModel

/// Values out of a document tree, with diagnostics where they are not what they should be.
extension GraphBuilder {
    /// Calls `body` with each element of a list.
    mutating func forEachEntry(
        _ tree: DocumentTree, _ list: Int?, of name: String, _ body: (inout GraphBuilder, Int) -> Void
    ) {
        guard let list else { return }
        switch tree.kind(list) {
        case .sequence: tree.forEachElement(list) { body(&self, $0) }
        case .null: break
        default:
            reportWrongType(tree, list, "`\(name)` must be a list", suggestion: "begin each entry with `- `")
        }
    }

    /// Reports a value of the wrong type.
    mutating func reportWrongType(
        _ tree: DocumentTree, _ item: Int, _ message: String, suggestion: String? = nil
    ) {
        let found =
            switch tree.kind(item) {
            case .null: "nothing"
            case .bool: "a truth value"
            case .integer, .number: "a number"
            case .string: "a text"
            case .sequence: "a list"
            case .mapping: "a mapping"
            case .alias: "an alias"
            }
        report(.wrongType, "\(message), not \(found)", at: tree.range(item), suggestion: suggestion)
    }

    /// Reports a key that is not known, with the nearest that is.
    mutating func reportUnknownKey(
        _ tree: DocumentTree, _ key: Int, in known: [NativeKey], and others: [String] = [], of what: String
    ) {
        let name = tree.text(key)
        report(
            .unknownKey, "\(what) has no key `\(name)`; it is kept as an attribute", at: tree.range(key),
            suggestion: nearestName(to: name, in: known.map(\.rawValue) + others).map {
                "did you mean `\($0)`?"
            }
                ?? "put it under `attributes`")
    }

    /// Reports a key that is missing.
    mutating func reportMissing(_ key: NativeKey, of what: String, _ tree: DocumentTree, _ item: Int) {
        report(.missingKey, "\(what) needs a key `\(key.rawValue)`", at: tree.range(item))
    }

    /// The text of a scalar: nil without a diagnostic for null, and with one for a container.
    ///
    /// A number or a truth value counts as the text that it is written as.
    mutating func text(_ tree: DocumentTree, _ item: Int, _ name: String) -> String? {
        switch tree.kind(item) {
        case .null: return nil
        case .sequence, .mapping, .alias:
            reportWrongType(tree, item, "`\(name)` must be a text")
            return nil
        default: return tree.text(item)
        }
    }

    /// The texts of a list; a single text counts as a list of one.
    mutating func texts(_ tree: DocumentTree, _ item: Int, _ name: String) -> [String] {
        switch tree.kind(item) {
        case .null: return []
        case .sequence:
            var texts: [String] = []
            tree.forEachElement(item) { element in
                if let text = text(tree, element, name) { texts.append(text) }
            }
            return texts
        case .mapping, .alias:
            reportWrongType(tree, item, "`\(name)` must be a list of texts")
            return []
        default: return [tree.text(item)]
        }
    }

    /// A truth value; nil, with a diagnostic, for anything else.
    mutating func flag(_ tree: DocumentTree, _ item: Int, _ name: String) -> Bool? {
        if tree.kind(item) == .bool { return tree.text(item).lowercased() == "true" }
        let isWord = ["yes", "no", "on", "off"].contains(tree.text(item).lowercased())
        reportWrongType(
            tree, item, "`\(name)` must be true or false",
            suggestion: isWord
                ? "write `true` or `false`; YAML 1.2 takes `\(tree.text(item))` for a text" : nil)
        return nil
    }

    /// The value of any item.
    mutating func value(_ tree: DocumentTree, _ item: Int) -> AttributeValue {
        switch tree.kind(item) {
        case .null, .alias: return .null
        case .bool: return .bool(tree.text(item).lowercased() == "true")
        case .string: return .string(tree.text(item))
        case .integer:
            let text = tree.text(item)
            if text == "-0" { return .number(-0.0) }
            if let value = CoreSchema.integer(text) { return .integer(value) }
            report(
                .numberOutOfRange, "the number is too large to be held exactly; it is kept as a text",
                at: tree.range(item))
            return .string(text)
        case .number:
            let text = tree.text(item)
            return CoreSchema.double(text).map { .number($0) } ?? .string(text)
        case .sequence:
            var values: [AttributeValue] = []
            tree.forEachElement(item) { values.append(value(tree, $0)) }
            return .list(values)
        case .mapping: return .object(members(tree, item))
        }
    }

    /// The members of a mapping as attributes.
    private mutating func members(_ tree: DocumentTree, _ item: Int) -> Attributes {
        var attributes: Attributes = [:]
        tree.forEachMember(item) { key, value in attributes[tree.text(key)] = self.value(tree, value) }
        return attributes
    }

    /// The value of a key `attributes`, which must be a mapping.
    mutating func attributes(_ tree: DocumentTree, _ item: Int) -> Attributes {
        switch tree.kind(item) {
        case .mapping: return members(tree, item)
        case .null: return [:]
        default:
            reportWrongType(tree, item, "`attributes` must be a mapping", suggestion: "write `{name: value}`")
            return [:]
        }
    }

    /// Keeps the value of an unknown key as an attribute, unless there is one of that name.
    mutating func keep(_ tree: DocumentTree, _ item: Int, as name: String, in attributes: inout Attributes) {
        if attributes[name] == nil { attributes[name] = value(tree, item) }
    }
}
