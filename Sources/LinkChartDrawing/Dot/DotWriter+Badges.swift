extension DotWriter {
    /// The icons of nodes in the coordinates of Graphviz's SVG, by the nodes' identifiers.
    func badges(_ layout: ChartLayout) -> [String: SVGBadge] {
        var badges: [String: SVGBadge] = [:]
        for (number, node) in chart.nodes.enumerated() where !node.isDot && node.emphasis != .faded {
            let style = style(of: node)
            guard let icon = style.icon, layout.nodes.indices.contains(number) else { continue }
            // On the outline, up and to the left of the middle.
            let frame = layout.nodes[number]
            let outline = Outline(shape: style.shape, frame: frame)
            let corner = GraphLayout.Point(x: frame.minX + 1, y: frame.minY + 1)
            let onOutline = outline.exit(from: frame.centre, towards: corner)
            // A little outwards, off the first letters.
            let place = onOutline + (onOutline - frame.centre).unit * 3.5
            let size = 11 * min(2, max(0.8, style.scale))
            badges[node.id] = SVGBadge(
                path: icon.path, x: place.x, y: place.y - layout.size.height, size: size,
                ink: hex(style.border), ground: hex(Inks.canvas))
        }
        return badges
    }
}
