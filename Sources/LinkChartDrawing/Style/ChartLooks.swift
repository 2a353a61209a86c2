/// How everything in one chart looks, where a style file has a say; what is not listed looks as built in.
struct ChartLooks: Sendable {
    /// By ``ChartNode/id``.
    var nodes: [String: KindStyle] = [:]
    /// By ``ChartLink/id``.
    var links: [String: LinkStyle] = [:]
    /// What sizes and widths mean, in words for the legend.
    var scales: [String] = []

    /// Colours that are not built in, for the switch of themes.
    var ownInks: [Ink] {
        let all = Set(
            nodes.values.flatMap { [$0.fill, $0.border, $0.text] }
                + links.values.flatMap { [$0.line, $0.text] })
        return all.subtracting(Inks.all).sorted { ($0.light, $0.dark) < ($1.light, $1.dark) }
    }

    /// Changes own colours by as little as can be, until no light one has two dark counterparts: themes are switched
    /// by the light colour.
    mutating func separateInks() {
        var darkOf = Dictionary(Inks.all.map { ($0.light, $0.dark) }) { first, _ in first }
        var replacements: [Ink: Ink] = [:]
        for ink in ownInks {
            guard let color = SVGColor(ink.light) else { continue }
            var rgb = color.rgb
            while let dark = darkOf["\(SVGColor(rgb))"], dark != ink.dark {
                rgb = rgb & 0xFF == 0xFF ? rgb - 1 : rgb ^ 1 == color.rgb ? rgb &+ 0x100 : rgb ^ 1
            }
            let separate = Ink("\(SVGColor(rgb))", dark: ink.dark)
            darkOf[separate.light] = separate.dark
            if separate != ink { replacements[ink] = separate }
        }
        guard !replacements.isEmpty else { return }
        func replace(_ ink: inout Ink) { if let new = replacements[ink] { ink = new } }
        for id in nodes.keys {
            guard var style = nodes[id] else { continue }
            replace(&style.fill)
            replace(&style.border)
            replace(&style.text)
            nodes[id] = style
        }
        for id in links.keys {
            guard var style = links[id] else { continue }
            replace(&style.line)
            replace(&style.text)
            links[id] = style
        }
    }
}
