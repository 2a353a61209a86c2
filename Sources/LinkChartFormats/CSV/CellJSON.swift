internal import LinkChartModel

/// Reads a value of JSON from a cell.
enum CellJSON {
    /// The value that a text is; nil if it is no JSON.
    static func value(_ text: String) -> AttributeValue? {
        let (tree, problems) = JSONParser.parse(MappedFile(copying: text.utf8))
        guard problems.isEmpty, let root = tree.root else { return nil }
        return value(tree, root)
    }

    private static func value(_ tree: DocumentTree, _ item: Int) -> AttributeValue {
        switch tree.kind(item) {
        case .null, .alias: return .null
        case .bool: return .bool(tree.isText(item, "true"))
        case .string: return .string(tree.text(item))
        case .integer:
            // A number too large to be held exactly stays a text.
            let text = tree.text(item)
            if text == "-0" { return .number(-0.0) }
            return CoreSchema.integer(text).map { .integer($0) } ?? .string(text)
        case .number:
            let text = tree.text(item)
            return CoreSchema.double(text).map { .number($0) } ?? .string(text)
        case .sequence:
            var values: [AttributeValue] = []
            tree.forEachElement(item) { values.append(value(tree, $0)) }
            return .list(values)
        case .mapping:
            var attributes: Attributes = [:]
            tree.forEachMember(item) { attributes[tree.text($0)] = value(tree, $1) }
            return .object(attributes)
        }
    }
}
