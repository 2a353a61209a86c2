extension StyleSheet {
    /// The style as a file that ``init(yaml:name:)`` reads back as it was.
    public var yaml: String {
        var text = "linkchartStyle: 1\nname: \(Self.scalar(name))\n"
        if let theme { text += "theme: \(theme.rawValue)\n" }
        text += "extends: \(extendsBuiltin ? "builtin" : "none")\nrules:\n"
        if rules.isEmpty { text += "  []\n" }
        for rule in rules {
            text += "  - \(rule.target.rawValue): \(Self.text(of: rule.condition))\n"
            for line in Self.lines(of: rule.properties, target: rule.target) { text += "    \(line)\n" }
        }
        return text
    }

    /// A text in double quotes, or plain where it can't be taken for anything else.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.first?.isLetter == true
            && text.unicodeScalars.allSatisfy {
                (0x30...0x39).contains($0.value) || (0x41...0x5A).contains($0.value)
                    || (0x61...0x7A).contains($0.value)
            } && !["true", "false", "null", "yes", "no"].contains(text.lowercased())
        if isPlain { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func list(_ texts: [String]) -> String {
        texts.count == 1 ? scalar(texts[0]) : "[" + texts.map(scalar).joined(separator: ", ") + "]"
    }

    private static func map(_ entries: [(String, String)]) -> String {
        "{" + entries.map { "\($0): \($1)" }.joined(separator: ", ") + "}"
    }

    private static func text(of range: StyleRange) -> String {
        map(
            [
                ("atLeast", range.atLeast), ("above", range.above), ("atMost", range.atMost),
                ("below", range.below),
            ].compactMap { name, value in value.map { (name, "\($0)") } })
    }

    private static func text(of condition: StyleCondition) -> String {
        var entries: [(String, String)] = []
        for (name, values) in [
            ("kind", condition.kinds), ("is", condition.called), ("relation", condition.relations),
            ("family", condition.families.map(\.rawValue)), ("polarity", condition.polarities),
            ("modality", condition.modalities),
        ] where !values.isEmpty {
            entries.append((name, list(values)))
        }
        if !condition.attributes.isEmpty {
            let tests = condition.attributes.map { attribute in
                let test =
                    switch attribute.value {
                    case .isAny(let texts): list(texts)
                    case .range(let range): text(of: range)
                    case .exists(let exists): map([("exists", "\(exists)")])
                    }
                return (scalar(attribute.name), test)
            }
            entries.append(("attribute", map(tests)))
        }
        if !condition.measures.isEmpty {
            entries.append(("measure", map(condition.measures.map { ($0.name, text(of: $0.value)) })))
        }
        if let claims = condition.claims { entries.append(("claims", text(of: claims))) }
        if let confidence = condition.confidence { entries.append(("confidence", text(of: confidence))) }
        for (name, flag) in [
            ("established", condition.isEstablished), ("contested", condition.isContested),
            ("crossesBorder", condition.crossesBorder),
        ] {
            if let flag { entries.append((name, "\(flag)")) }
        }
        return entries.isEmpty ? "all" : map(entries)
    }

    private static func lines(of properties: StyleProperties, target: StyleRule.Target) -> [String] {
        var lines: [String] = []
        func add(_ name: String, _ value: String?) { if let value { lines.append("\(name): \(value)") } }
        add("fill", properties.fill.map(color))
        add("stroke", properties.stroke.map(color))
        add("text", properties.text.map(color))
        add("shape", properties.shape)
        add("rounded", properties.isRounded.map { "\($0)" })
        add("outlines", properties.outlines.map { "\($0)" })
        add("dash", properties.dash?.rawValue)
        add("arrowhead", properties.arrowhead)
        add("width", properties.width.map(amount))
        add("size", properties.size.map(amount))
        add("margin", properties.margin.map { "[\($0.x), \($0.y)]" })
        add("fontSize", properties.fontSize.map { "\($0)" })
        add(
            "icon",
            properties.icon.map { icon in
                switch icon {
                case .none: "none"
                case .automatic: "auto"
                case .icon(let icon): icon.rawValue
                }
            })
        add("label", properties.label.map { scalar($0.text) })
        add("legend", properties.legend.map(scalar))
        add("order", properties.order.map { "\($0)" })
        add("hide", properties.isHidden.map { "\($0)" })
        return lines
    }

    private static func color(_ ink: Ink) -> String {
        if let named = Inks.named.first(where: { $0.ink == ink }) { return named.name }
        if let color = SVGColor(ink.light), Ink(color) == ink { return "\"\(ink.light)\"" }
        return "{light: \"\(ink.light)\", dark: \"\(ink.dark)\"}"
    }

    private static func amount(_ amount: StyleAmount) -> String {
        switch amount {
        case .constant(let number): return "\(number)"
        case .scaled(let scale):
            let by =
                switch scale.by {
                case .claims: "claims"
                case .confidence: "confidence"
                case .links: "links"
                case .measure(let name): name
                case .attribute(let name): scalar("attribute:\(name)")
                }
            var entries = [
                ("by", by), ("scale", scale.curve.rawValue), ("from", "\(scale.from)"), ("to", "\(scale.to)"),
            ]
            if let least = scale.least { entries.append(("least", "\(least)")) }
            if let greatest = scale.greatest { entries.append(("greatest", "\(greatest)")) }
            return map(entries)
        }
    }
}
