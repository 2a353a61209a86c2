extension SVGTheme {
    /// The class of the outermost element, which all rules are bound to: a page may hold other drawings.
    static let rootClass = "linkchart"

    /// The style sheet's text, not yet escaped for XML.
    ///
    /// - Complexity: O(pairs).
    func stylesheet() -> String {
        let root = ".\(Self.rootClass)"
        var variables: [(name: String, pair: ColorPair)] = [("ink", ink)]
        var rules = "\(root) text:not([fill]){fill:var(--ink)}\n"
        if let background {
            variables.append(("background", background))
            rules += "\(root){background:var(--background)}\n"
        }
        var covered: [SVGColor: ColorPair.Roles] = [:]
        for pair in pairs {
            // The first of two pairs for the same colour and role counts, in all modes.
            let roles = pair.roles.subtracting(covered[pair.light, default: []])
            covered[pair.light, default: []].formUnion(roles)
            let color = "\(pair.light)"
            let variable = "c-\(color.dropFirst())"
            if roles == .all {
                variables.append((variable, pair))
                rules += "\(root) [fill='\(color)']{fill:var(--\(variable))}\n"
                rules += "\(root) [stroke='\(color)']{stroke:var(--\(variable))}\n"
                rules += "\(root) [stop-color='\(color)']{stop-color:var(--\(variable))}\n"
                continue
            }
            for (role, name, selector, property) in Self.roles where roles.contains(role) {
                if variables.last?.name != "\(variable)-\(name)" {
                    variables.append(("\(variable)-\(name)", pair))
                }
                rules += "\(root) \(selector)='\(color)']{\(property):var(--\(variable)-\(name))}\n"
            }
        }
        func declarations(_ color: KeyPath<ColorPair, SVGColor>) -> String {
            variables.map { "--\($0.name):\($0.pair[keyPath: color])" }.joined(separator: ";")
        }
        switch mode {
        case .auto:
            let dark = "@media (prefers-color-scheme:dark){\(root){\(declarations(\.dark))}}\n"
            return "\(root){color-scheme:light dark;\(declarations(\.light))}\n" + dark + rules + behaviour
                + css
        case .light:
            return "\(root){color-scheme:light;\(declarations(\.light))}\n" + rules + behaviour + css
        case .dark:
            // The attributes are dark already; the variables are for `css`.
            let backdrop = background == nil ? "" : "\(root){background:var(--background)}\n"
            return "\(root){color-scheme:dark;\(declarations(\.dark))}\n" + backdrop + behaviour + css
        }
    }

    /// Follows an edge among many; keyboards see where they are.
    private var behaviour: String {
        let root = ".\(Self.rootClass)"
        return """
            \(root) .edge:hover path{stroke-width:3.5}
            \(root) a:focus-visible{outline:none}
            \(root) a:focus-visible :is(path,polygon,ellipse){stroke-width:4}

            """
    }

    private static let roles: [(role: ColorPair.Roles, name: String, selector: String, property: String)] = [
        (.fill, "fill", ":not(text)[fill", "fill"),
        (.fill, "fill", "[stop-color", "stop-color"),
        (.stroke, "stroke", "[stroke", "stroke"),
        (.text, "text", "text[fill", "fill"),
    ]

    /// Counterparts for one role, by the light colour.
    func darkColors(for role: ColorPair.Roles) -> [UInt32: SVGColor] {
        let own = pairs.lazy.filter { $0.roles.contains(role) }.map { ($0.light.rgb, $0.dark) }
        return Dictionary(own) { first, _ in first }
    }
}
