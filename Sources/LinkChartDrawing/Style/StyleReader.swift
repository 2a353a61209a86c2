internal import LinkChartModel
public import LinkChartFormats

extension StyleSheet {
    /// Reads a style of a file.
    ///
    /// - Parameters:
    ///   - input: YAML or JSON, see <doc:StyleFiles>.
    ///   - measures: the names of measures that can be handed over; others are errors.
    /// - Throws: `DocumentError` for the first thing that is wrong, with file, line, column and the
    ///   nearest right name.
    public init(
        _ input: GraphInput, measures: [String] = StyleSheet.knownMeasures
    ) throws(DocumentError) {
        guard let root = try DocumentNode.read(input) else {
            throw DocumentError(
                message: "\(input.name):1:1: an empty file is no style",
                suggestion: "`linkchart style --print` prints one to begin with")
        }
        let reader = StyleReader(knownMeasures: measures)
        self = try reader.sheet(root)
    }

    /// Reads a style of a text.
    public init(yaml: String, name: String = "style") throws(DocumentError) {
        try self.init(GraphInput(name: name, text: yaml))
    }

    /// The measures that the command line can compute, by their names there.
    public static let knownMeasures = [
        "degree", "inDegree", "outDegree", "betweenness", "closeness", "harmonic", "pagerank", "eigenvector",
        "katz", "hub", "authority", "core", "constraint", "effectiveSize", "triangles", "clustering",
    ]

    /// The keys of a file, in the order of help and schema.
    static let fileKeys = ["linkchartStyle", "name", "theme", "extends", "rules"]
}

/// Turns a document into rules, one key at a time.
struct StyleReader {
    let knownMeasures: [String]

    func sheet(_ root: DocumentNode) throws(DocumentError) -> StyleSheet {
        guard case .mapping(let members) = root.content else {
            throw DocumentError(
                "this is no style", at: root,
                suggestion: "begin with `rules:` and a list; `linkchart style --print` prints an example")
        }
        var sheet = StyleSheet(name: "", extendsBuiltin: true, rules: [])
        for (key, value) in members {
            switch key.text {
            case "linkchartStyle":
                guard case .number(1) = value.content else {
                    throw DocumentError(
                        "version \(value.text) of style files is not known", at: value,
                        suggestion: "write `linkchartStyle: 1`")
                }
            case "name": sheet.name = try text(value, of: key)
            case "theme":
                let name = try choice(value, of: key, DrawingOptions.Theme.allCases.map(\.rawValue))
                sheet.theme = DrawingOptions.Theme(rawValue: name)
            case "extends":
                sheet.extendsBuiltin = try choice(value, of: key, ["builtin", "none"]) == "builtin"
            case "rules":
                guard case .list(let elements) = value.content else {
                    throw DocumentError(
                        "`rules` has a list of rules", at: value,
                        suggestion: "begin each with `- nodes:` or `- links:`")
                }
                for element in elements { try add(element, to: &sheet) }
            default: throw unknown(key, "a style", StyleSheet.fileKeys)
            }
        }
        return sheet
    }

    private func add(_ element: DocumentNode, to sheet: inout StyleSheet) throws(DocumentError) {
        guard case .mapping(let members) = element.content else {
            throw DocumentError(
                "this is no rule", at: element, suggestion: "write `- nodes: {kind: Actor}` and what it sets")
        }
        let targets = members.filter { StyleRule.Target(rawValue: $0.key.text) != nil }
        guard let first = targets.first, let target = StyleRule.Target(rawValue: first.key.text) else {
            throw DocumentError(
                "a rule says what it is for", at: element,
                suggestion: "add `nodes: all`, `links: all`, or conditions such as `nodes: {kind: Actor}`")
        }
        if targets.count > 1 {
            throw DocumentError(
                "a rule is for nodes or for links", at: targets[1].key, suggestion: "write two rules")
        }
        var rule = StyleRule(target: target)
        rule.condition = try StyleConditionReader(self).condition(first.value, target, names: &sheet.names)
        let properties = StylePropertyReader(self, target: target)
        for (key, value) in members where StyleRule.Target(rawValue: key.text) == nil {
            try properties.read(key, value, into: &rule.properties)
        }
        sheet.rules.append(rule)
    }

    // MARK: - Scalars

    func unknown(_ key: DocumentNode, _ owner: String, _ keys: [String]) -> DocumentError {
        DocumentError(
            "\(owner) has no `\(key.text)`", at: key,
            suggestion: nearestName(to: key.text, in: keys).map { "did you mean `\($0)`?" }
                ?? "there is \(keys.joined(separator: ", "))")
    }

    func text(_ value: DocumentNode, of key: DocumentNode) throws(DocumentError) -> String {
        switch value.content {
        case .string, .number, .bool: return value.text
        default: throw DocumentError("`\(key.text)` has a text", at: value)
        }
    }

    /// One text, or a list of them.
    func texts(_ value: DocumentNode, of key: DocumentNode) throws(DocumentError) -> [String] {
        guard case .list(let elements) = value.content else { return [try text(value, of: key)] }
        guard !elements.isEmpty else {
            throw DocumentError("an empty list matches nothing", at: value, suggestion: "leave out the key")
        }
        var texts: [String] = []
        for element in elements { texts.append(try text(element, of: key)) }
        return texts
    }

    func choice(
        _ value: DocumentNode, of key: DocumentNode, _ names: [String]
    ) throws(DocumentError) -> String {
        let text = try text(value, of: key)
        if names.contains(text) { return text }
        throw DocumentError(
            "no \(words(ofName: key.text)) `\(text)`", at: value,
            suggestion: nearestName(to: text, in: names).map { "did you mean `\($0)`?" }
                ?? "there is \(names.joined(separator: ", "))")
    }

    func flag(_ value: DocumentNode, of key: DocumentNode) throws(DocumentError) -> Bool {
        if case .bool(let flag) = value.content { return flag }
        throw DocumentError("`\(key.text)` is true or false", at: value)
    }

    func number(
        _ value: DocumentNode, of key: DocumentNode, in range: ClosedRange<Double>
    ) throws(DocumentError) -> Double {
        guard case .number(let number) = value.content, range.contains(number) else {
            let bounds = "from \(styleNumber(range.lowerBound)) to \(styleNumber(range.upperBound))"
            throw DocumentError("`\(key.text)` is a number \(bounds)", at: value)
        }
        return number
    }

    /// `{atLeast: 1, below: 5}`, or a single number.
    func range(_ value: DocumentNode, of key: DocumentNode) throws(DocumentError) -> StyleRange {
        if case .number(let number) = value.content { return StyleRange(atLeast: number, atMost: number) }
        guard case .mapping(let members) = value.content, !members.isEmpty else {
            throw DocumentError(
                "`\(key.text)` has a number or bounds", at: value,
                suggestion: "write `{atLeast: 1}`; there is atLeast, above, atMost, below")
        }
        var range = StyleRange()
        for (bound, value) in members {
            guard case .number(let number) = value.content, number.isFinite else {
                throw DocumentError("`\(bound.text)` is a number", at: value)
            }
            switch bound.text {
            case "atLeast": range.atLeast = number
            case "above": range.above = number
            case "atMost": range.atMost = number
            case "below": range.below = number
            default: throw unknown(bound, "a range", ["atLeast", "above", "atMost", "below"])
            }
        }
        if range.isEmpty { throw DocumentError("no number lies within these bounds", at: value) }
        return range
    }

    func measure(_ name: DocumentNode) throws(DocumentError) -> String {
        if knownMeasures.contains(name.text) { return name.text }
        throw DocumentError(
            "no measure `\(name.text)`", at: name,
            suggestion: nearestName(to: name.text, in: knownMeasures).map { "did you mean `\($0)`?" }
                ?? "there is \(knownMeasures.joined(separator: ", "))")
    }
}
