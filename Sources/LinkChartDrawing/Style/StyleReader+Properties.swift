internal import LinkChartFormats
internal import LinkChartModel

/// Reads what a rule sets.
struct StylePropertyReader {
    let reader: StyleReader
    let target: StyleRule.Target

    static let nodeKeys = [
        "fill", "stroke", "text", "shape", "rounded", "outlines", "dash", "width", "size", "margin",
        "fontSize", "icon", "label", "legend", "order", "hide",
    ]
    static let linkKeys = [
        "stroke", "text", "dash", "arrowhead", "width", "fontSize", "label", "legend", "hide",
    ]

    init(_ reader: StyleReader, target: StyleRule.Target) {
        self.reader = reader
        self.target = target
    }

    func read(
        _ key: DocumentNode, _ value: DocumentNode, into properties: inout StyleProperties
    ) throws(DocumentError) {
        switch (target, key.text) {
        case (.nodes, "fill"): properties.fill = try color(value, of: key)
        case (_, "stroke"): properties.stroke = try color(value, of: key)
        case (_, "text"): properties.text = try color(value, of: key)
        case (.nodes, "shape"): properties.shape = try reader.choice(value, of: key, StyleProperties.shapes)
        case (.nodes, "rounded"): properties.isRounded = try reader.flag(value, of: key)
        case (.nodes, "outlines"):
            let number = try reader.number(value, of: key, in: 1...3)
            guard number == number.rounded() else {
                throw DocumentError("`outlines` is 1, 2 or 3", at: value)
            }
            properties.outlines = Int(number)
        case (_, "dash"):
            let name = try reader.choice(value, of: key, LinkStyle.Dash.allCases.map(\.rawValue))
            properties.dash = LinkStyle.Dash(rawValue: name)
        case (.links, "arrowhead"):
            properties.arrowhead = try reader.choice(value, of: key, StyleProperties.arrowheads)
        case (_, "width"): properties.width = try amount(value, of: key, in: 0.1...12)
        case (.nodes, "size"): properties.size = try amount(value, of: key, in: 0.25...6)
        case (.nodes, "margin"): properties.margin = try margin(value, of: key)
        case (_, "fontSize"): properties.fontSize = try reader.number(value, of: key, in: 4...72)
        case (.nodes, "icon"):
            let name = try reader.choice(
                value, of: key, ["auto", "none"] + StyleIcon.allCases.map(\.rawValue))
            properties.icon = name == "auto" ? .automatic : StyleIcon(rawValue: name).map { .icon($0) }
            if name == "none" { properties.icon = StyleProperties.IconChoice.none }
        case (_, "label"):
            let text = try reader.text(value, of: key)
            do throws(LabelTemplate.Mistake) {
                properties.label = try LabelTemplate(text, for: target, measures: reader.knownMeasures)
            } catch {
                throw DocumentError(error.message, at: value, suggestion: error.suggestion)
            }
        case (_, "legend"): properties.legend = try reader.text(value, of: key)
        case (.nodes, "order"):
            let number = try reader.number(value, of: key, in: -1000...1000)
            properties.order = Int(number)
        case (_, "hide"): properties.isHidden = try reader.flag(value, of: key)
        default:
            let keys = target == .nodes ? Self.nodeKeys : Self.linkKeys
            throw reader.unknown(key, "a rule for \(target.rawValue)", keys)
        }
    }

    /// A name, `#rrggbb`, or `{light: …, dark: …}`.
    private func color(_ value: DocumentNode, of key: DocumentNode) throws(DocumentError) -> Ink {
        if case .mapping(let members) = value.content {
            var (light, dark): (SVGColor?, SVGColor?)
            for (name, value) in members {
                switch name.text {
                case "light": light = try code(value)
                case "dark": dark = try code(value)
                default: throw reader.unknown(name, "a colour", ["light", "dark"])
                }
            }
            guard let light else {
                throw DocumentError("the colour for light screens is missing", at: value)
            }
            return Ink(light, dark: dark)
        }
        if case .null = value.content { return Ink(try code(value)) }
        let text = try reader.text(value, of: key)
        if let named = Inks.named.first(where: { $0.name == text }) { return named.ink }
        return Ink(try code(value))
    }

    private func code(_ value: DocumentNode) throws(DocumentError) -> SVGColor {
        if value.text.hasPrefix("#"), let color = SVGColor(value.text) { return color }
        // An unquoted # begins a comment, so that nothing is left of the colour.
        if case .null = value.content {
            throw DocumentError(
                "there is no colour here", at: value, suggestion: "put it in quotes: \"#7a1f5c\"")
        }
        throw DocumentError(
            "no colour `\(value.text)`", at: value,
            suggestion: nearestName(to: value.text, in: Inks.named.map(\.name)).map {
                "did you mean `\($0)`?"
            }
                ?? "write it as \"#7a1f5c\" or as one of \(Inks.named.map(\.name).joined(separator: ", "))")
    }

    private func margin(
        _ value: DocumentNode, of key: DocumentNode
    ) throws(DocumentError) -> KindStyle.Margin {
        guard case .list(let sides) = value.content, sides.count == 2 else {
            throw DocumentError("`margin` has two numbers, across and down: [6, 3.5]", at: value)
        }
        return KindStyle.Margin(
            x: try reader.number(sides[0], of: key, in: 0...60),
            y: try reader.number(sides[1], of: key, in: 0...60))
    }

    /// A number, or `{by: degree, from: 1, to: 3}`.
    private func amount(
        _ value: DocumentNode, of key: DocumentNode, in range: ClosedRange<Double>
    ) throws(DocumentError) -> StyleAmount {
        guard case .mapping(let members) = value.content else {
            return .constant(try reader.number(value, of: key, in: range))
        }
        var (by, from, to): (StyleScale.Source?, Double?, Double?)
        var scale = StyleScale(by: .claims, from: 0, to: 0)
        for (name, value) in members {
            switch name.text {
            case "by": by = try source(value)
            case "scale":
                let curve = try reader.choice(value, of: name, StyleScale.Curve.allCases.map(\.rawValue))
                scale.curve = StyleScale.Curve(rawValue: curve) ?? .sqrt
            case "from": from = try reader.number(value, of: name, in: range)
            case "to": to = try reader.number(value, of: name, in: range)
            case "least": scale.least = try reader.number(value, of: name, in: -1e15...1e15)
            case "greatest": scale.greatest = try reader.number(value, of: name, in: -1e15...1e15)
            default:
                throw reader.unknown(name, "a scale", ["by", "scale", "from", "to", "least", "greatest"])
            }
        }
        guard let by, let from, let to else {
            throw DocumentError(
                "a scale says by what, from and to", at: value,
                suggestion: "write `{by: \(target == .nodes ? "degree" : "claims"), from: 1, to: 3}`")
        }
        if let least = scale.least, let greatest = scale.greatest, least >= greatest {
            throw DocumentError("`least` is below `greatest`", at: value)
        }
        (scale.by, scale.from, scale.to) = (by, from, to)
        return .scaled(scale)
    }

    private func source(_ value: DocumentNode) throws(DocumentError) -> StyleScale.Source {
        if value.text.hasPrefix("attribute:") {
            return .attribute(String(value.text.dropFirst("attribute:".count)))
        }
        if value.text == "claims" { return .claims }
        if target == .nodes {
            if value.text == "links" { return .links }
            return .measure(try reader.measure(value))
        }
        if value.text == "confidence" { return .confidence }
        throw DocumentError(
            "links have no `\(value.text)` to go by", at: value,
            suggestion: "there is claims, confidence, attribute:NAME")
    }
}
