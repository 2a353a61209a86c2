internal import LinkChartFormats
internal import LinkChartModel

/// Reads what a rule is for.
struct StyleConditionReader {
    let reader: StyleReader

    static let nodeKeys = ["kind", "is", "attribute", "measure", "claims"]
    static let linkKeys = [
        "relation", "family", "polarity", "modality", "attribute", "claims", "confidence", "established",
        "contested", "crossesBorder",
    ]

    init(_ reader: StyleReader) { self.reader = reader }

    func condition(
        _ value: DocumentNode, _ target: StyleRule.Target, names: inout [StyleName]
    ) throws(DocumentError) -> StyleCondition {
        var condition = StyleCondition()
        if value.text == "all" { return condition }
        guard case .mapping(let members) = value.content else {
            throw DocumentError(
                "`\(target.rawValue)` has conditions, or is `all`", at: value,
                suggestion: target == .nodes ? "write `{kind: Actor}`" : "write `{relation: attacks}`")
        }
        for (key, value) in members {
            switch (target, key.text) {
            case (.nodes, "kind"):
                condition.kinds = try reader.texts(value, of: key)
                names += elements(value).map { StyleName(sort: .kind, name: $0.text, place: $0.place) }
            case (.nodes, "is"): condition.called = try reader.texts(value, of: key)
            case (.nodes, "measure"):
                for (name, range) in try self.members(of: value, key) {
                    condition.measures.append(
                        .init(name: try reader.measure(name), value: try reader.range(range, of: name)))
                }
            case (.links, "relation"):
                condition.relations = try reader.texts(value, of: key)
                names += elements(value).map { StyleName(sort: .relation, name: $0.text, place: $0.place) }
            case (.links, "family"):
                condition.families = try choices(value, key, LinkFamily.allCases.map(\.rawValue))
                    .compactMap(LinkFamily.init)
            case (.links, "polarity"):
                condition.polarities = try choices(value, key, Polarity.allCases.map(\.rawValue))
            case (.links, "modality"):
                condition.modalities = try choices(value, key, Modality.allCases.map(\.rawValue))
            case (.links, "confidence"): condition.confidence = try reader.range(value, of: key)
            case (.links, "established"): condition.isEstablished = try reader.flag(value, of: key)
            case (.links, "contested"): condition.isContested = try reader.flag(value, of: key)
            case (.links, "crossesBorder"): condition.crossesBorder = try reader.flag(value, of: key)
            case (_, "attribute"):
                for (name, test) in try self.members(of: value, key) {
                    condition.attributes.append(.init(name: name.text, value: try self.test(test, of: name)))
                }
            case (_, "claims"): condition.claims = try reader.range(value, of: key)
            default:
                let keys = target == .nodes ? Self.nodeKeys : Self.linkKeys
                throw reader.unknown(key, "a condition of \(target.rawValue)", keys)
            }
        }
        return condition
    }

    private func elements(_ value: DocumentNode) -> [DocumentNode] {
        if case .list(let elements) = value.content { elements } else { [value] }
    }

    private func members(
        of value: DocumentNode, _ key: DocumentNode
    ) throws(DocumentError) -> [(key: DocumentNode, value: DocumentNode)] {
        guard case .mapping(let members) = value.content, !members.isEmpty else {
            let example = key.text == "measure" ? "{degree: {atLeast: 5}}" : "{trend: rising}"
            throw DocumentError(
                "`\(key.text)` has names with what is asked of them", at: value,
                suggestion: "write `\(key.text): \(example)`")
        }
        return members
    }

    private func choices(
        _ value: DocumentNode, _ key: DocumentNode, _ names: [String]
    ) throws(DocumentError) -> [String] {
        var found: [String] = []
        for element in elements(value) { found.append(try reader.choice(element, of: key, names)) }
        return found
    }

    private func test(_ value: DocumentNode, of name: DocumentNode) throws(DocumentError) -> StyleTest {
        guard case .mapping(let members) = value.content else {
            return .isAny(try reader.texts(value, of: name))
        }
        if let only = members.first, members.count == 1, only.key.text == "exists" {
            return .exists(try reader.flag(only.value, of: only.key))
        }
        return .range(try reader.range(value, of: name))
    }
}
