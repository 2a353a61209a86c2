extension StyleSheet {
    /// How pictures look without a style file, as rules: the same picture, letter by letter.
    public static let builtin: StyleSheet = {
        var rules: [StyleRule] = []
        // A user's kind looks like the abstract kind it belongs to; of several the first of these counts, which
        // therefore comes last.
        for (kind, model) in [("Territory", "Place"), ("Event", "Incident"), ("Agent", "Actor")] {
            guard let style = KindStyle.builtin[model] else { continue }
            var rule = StyleRule(target: .nodes, properties: properties(of: style))
            rule.condition.kinds = [kind]
            rule.properties.legend = "{kind}"
            rules.append(rule)
        }
        for (kind, style) in KindStyle.builtin.sorted(by: { $0.key < $1.key }) {
            var rule = StyleRule(target: .nodes, properties: properties(of: style))
            rule.condition.kinds = [kind]
            rules.append(rule)
        }
        for family in LinkFamily.allCases {
            var rule = StyleRule(target: .links)
            rule.condition.families = [family]
            let style = family.style
            rule.properties.stroke = style.line
            rule.properties.text = style.text
            rule.properties.dash = style.dash
            rule.properties.arrowhead = style.arrow
            rule.properties.width = .constant(style.width)
            rule.properties.legend = family.legend
            rules.append(rule)
        }
        return StyleSheet(name: "builtin", extendsBuiltin: false, rules: rules)
    }()

    private static func properties(of style: KindStyle) -> StyleProperties {
        var properties = StyleProperties()
        properties.fill = style.fill
        properties.stroke = style.border
        properties.shape = style.shape
        properties.dash = style.dash
        properties.width = .constant(style.borderWidth)
        properties.outlines = style.outlines
        properties.isRounded = style.isRounded
        properties.margin = style.margin
        properties.legend = style.legend
        return properties
    }
}
