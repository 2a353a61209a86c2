internal import LinkChartModel

extension StyleResolver {
    /// Takes what the rules hide out of what is to be drawn.
    ///
    /// - Returns: what is to be said of the style: names it has that the graph has not, and how much it hides.
    func hide(from options: inout DrawingOptions) -> [String] {
        let (visible, nodes, links) = visibleParts()
        options.parts = visible
        var texts: [String] = []
        if nodes > 0 { texts.append("\(nodes) node\(nodes == 1 ? "" : "s")") }
        if links > 0 { texts.append("\(links) link\(links == 1 ? "" : "s")") }
        guard !texts.isEmpty else { return warnings }
        return warnings + ["Hidden by the style: \(texts.joined(separator: ", "))."]
    }
}

extension SVGTheme {
    /// The colours of a palette for SVG, with dark counterparts where the reader's screen may ask for them.
    init(_ palette: Palette, ownInks: [Ink] = []) {
        let mode: Mode = palette.theme == .dark ? .dark : palette.isFixed ? .light : .auto
        func pair(_ ink: Ink) -> ColorPair? {
            guard let light = SVGColor(palette.hex(ink)),
                let dark = SVGColor(mode == .auto || palette.theme == .light ? ink.dark : palette.hex(ink))
            else { return nil }
            return ColorPair(light, dark)
        }
        var seen: Set<SVGColor> = []
        let pairs =
            palette.theme == .dark
            ? []
            : (Inks.all + ownInks).compactMap(pair).filter { seen.insert($0.light).inserted }
        let background =
            palette.theme == .dark
            ? SVGColor(Inks.canvas.light).flatMap { light in
                SVGColor(Inks.canvas.dark).map { ColorPair(light, $0) }
            } : pair(Inks.canvas)
        self.init(mode: mode, pairs: pairs, background: background)
    }
}
