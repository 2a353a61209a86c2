internal import LinkChartModel

/// A column of a table for Neo4j's admin import: `name:type`, `:ID(space)`, `:LABEL` … (Neo4j, Operations Manual,
/// "Import", CSV header format).
struct Neo4jColumn: Equatable {
    /// What it stands for.
    enum Role: Equatable { case id, labels, start, end, type, ignored, property }

    /// The property's name; empty where there is none.
    var name: String
    /// What it stands for.
    var role: Role
    /// The type of its values, in small letters; `string` where none is said.
    var type: String
    /// Whether a cell holds several values.
    var isList: Bool
    /// The space in which an identifier means something; nil for the one of all.
    var space: String?

    init(_ field: String) {
        // Options such as the time zone of a date stand in braces.
        var text = field.prefix { $0 != "{" }[...]
        var space: String?
        if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
            space = String(text[text.index(after: open)...].dropLast())
            text = text[..<open]
        }
        var word = ""
        if let colon = text.lastIndex(of: ":") {
            name = String(text[..<colon])
            word = String(text[text.index(after: colon)...])
        } else {
            name = String(text)
        }
        isList = word.hasSuffix("[]")
        if isList { word.removeLast(2) }
        self.space = space.flatMap { $0.isEmpty ? nil : $0 }
        type = word.isEmpty ? "string" : word.lowercased()
        switch word.uppercased() {
        case "ID": role = .id
        case "LABEL": role = .labels
        case "START_ID": role = .start
        case "END_ID": role = .end
        case "TYPE": role = .type
        case "IGNORE": role = .ignored
        default:
            // What APOC exports has columns of its own.
            switch text {
            case "_id": role = .id
            case "_labels": role = .labels
            case "_start": role = .start
            case "_end": role = .end
            case "_type": role = .type
            default: role = .property
            }
            if role != .property { name = "" }
        }
    }

    /// Whether the names of a table's columns are those of such a table.
    static func areColumns(_ fields: [String]) -> Bool {
        let columns = fields.map { Neo4jColumn($0) }
        let has = { (role: Role) in columns.contains { $0.role == role } }
        return has(.start) && has(.end)
            || has(.id) && (has(.labels) || fields.contains { $0.contains(":ID") })
    }

    /// What stands between the values of a list.
    static let listDelimiter: Character = ";"

    /// The value of a cell; nil if it is none of the column's type.
    func value(_ text: String) -> AttributeValue? {
        guard isList else { return single(text) }
        if text.isEmpty { return .list([]) }
        var values: [AttributeValue] = []
        for part in text.split(separator: Self.listDelimiter, omittingEmptySubsequences: false) {
            guard let value = single(String(part)) else { return nil }
            values.append(value)
        }
        return .list(values)
    }

    private func single(_ text: String) -> AttributeValue? {
        switch type {
        case "int", "integer", "long", "short", "byte": DeclaredType.long.value(text)
        case "float", "double": DeclaredType.double.value(text)
        // Whatever is not `true` is false for Neo4j; here it is no truth value.
        case "boolean": DeclaredType.boolean.value(text)
        default: .string(text)
        }
    }

    /// The word for the type of a value; nil if a column can't hold it.
    static func type(of value: AttributeValue) -> String? {
        switch value {
        case .bool: return "boolean"
        case .integer: return "long"
        case .number(let number): return number.isFinite ? "double" : nil
        case .string: return "string"
        case .list(let values):
            let isHeld =
                !values.isEmpty
                && values.allSatisfy { value in
                    guard let text = value.string else { return false }
                    return !text.contains(listDelimiter)
                }
            // A list of one empty text looks like an empty list.
            return isHeld && values != [.string("")] ? "string[]" : nil
        case .null, .object: return nil
        }
    }
}
