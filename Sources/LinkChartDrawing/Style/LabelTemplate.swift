internal import LinkChartModel

/// A text with places for what is known of a node or link: `{name} ({kind})`.
struct LabelTemplate: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case text(String)
        // Nodes.
        case name, short, id, kind, subtype
        case measure(String)
        // Links.
        case relation, family, modality, confidence, date
        // Both.
        case claims
        case attribute(String)
    }

    var parts: [Part]

    static let nodeFields = ["name", "short", "id", "kind", "subtype", "claims"]
    static let linkFields = ["relation", "family", "modality", "confidence", "date", "claims", "id"]

    struct Mistake: Error {
        var message: String
        var suggestion: String?
    }

    /// Reads a template.
    ///
    /// - Parameters:
    ///   - text: Braces stand for themselves if doubled.
    ///   - measures: the names of measures there are.
    init(_ text: String, for target: StyleRule.Target, measures: [String]) throws(Mistake) {
        parts = []
        var literal = ""
        var rest = Substring(text)
        while let character = rest.popFirst() {
            if (character == "{" || character == "}") && rest.first == character {
                literal.append(character)
                rest.removeFirst()
                continue
            }
            if character == "}" {
                throw Mistake(
                    message: "a `}` without a `{`", suggestion: "write `}}` for a brace that is meant")
            }
            guard character == "{" else {
                literal.append(character)
                continue
            }
            guard let end = rest.firstIndex(of: "}") else {
                throw Mistake(
                    message: "a `{` without a `}`", suggestion: "write `{{` for a brace that is meant")
            }
            if !literal.isEmpty { parts.append(.text(literal)) }
            literal = ""
            parts.append(try Self.part(String(rest[..<end]), target, measures))
            rest = rest[rest.index(after: end)...]
        }
        if !literal.isEmpty { parts.append(.text(literal)) }
    }

    private static func part(
        _ field: String, _ target: StyleRule.Target, _ measures: [String]
    ) throws(Mistake) -> Part {
        for (prefix, make) in [
            ("attribute:", Part.attribute as (String) -> Part), ("measure:", Part.measure),
        ] where field.hasPrefix(prefix) {
            let name = String(field.dropFirst(prefix.count))
            if prefix == "measure:", target == .links || !measures.contains(name) {
                throw Mistake(
                    message: target == .links ? "links have no measures" : "no measure `\(name)`",
                    suggestion: nearestName(to: name, in: measures).map { "did you mean `{measure:\($0)}`?" })
            }
            return make(name)
        }
        let isNode = target == .nodes
        switch field {
        case "id": return .id
        case "claims": return .claims
        case "name" where isNode: return .name
        case "short" where isNode: return .short
        case "kind" where isNode: return .kind
        case "subtype" where isNode: return .subtype
        case "relation" where !isNode: return .relation
        case "family" where !isNode: return .family
        case "modality" where !isNode: return .modality
        case "confidence" where !isNode: return .confidence
        case "date" where !isNode: return .date
        default:
            let fields = isNode ? nodeFields : linkFields
            throw Mistake(
                message: "a label of \(target.rawValue) has no `{\(field)}`",
                suggestion: nearestName(to: field, in: fields).map { "did you mean `{\($0)}`?" }
                    ?? "there is \(fields.map { "{\($0)}" }.joined(separator: ", ")), {attribute:NAME}"
                    + (isNode ? " and {measure:NAME}" : ""))
        }
    }

    /// The template as it is written in a file.
    var text: String {
        parts.map { part in
            switch part {
            case .text(let text):
                text.reduce(into: "") { $0 += $1 == "{" || $1 == "}" ? "\($1)\($1)" : "\($1)" }
            case .measure(let name): "{measure:\(name)}"
            case .attribute(let name): "{attribute:\(name)}"
            default: "{\(part)}"
            }
        }.joined()
    }
}
