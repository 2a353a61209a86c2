/// An island by itself: its size, and where its nodes and title are in it, from its upper left corner.
struct IslandContent {
    var size: GraphLayout.Size
    var frames: [Rectangle]
    /// The title's middle.
    var title = GraphLayout.Point(x: 0, y: 0)

    /// A node without a box around it.
    init(single size: GraphLayout.Size) {
        self.size = size
        frames = [Rectangle(minX: 0, minY: 0, maxX: size.width, maxY: size.height)]
    }

    /// Nodes in a box that is just large enough.
    ///
    /// - Parameters:
    ///   - positions: where the nodes want to be, in any scale.
    ///   - sizes: their extents.
    ///   - title: the extent of the title, above them; nil for none.
    init(
        _ positions: [GraphLayout.Point], sizes: [GraphLayout.Size], title: GraphLayout.Size?,
        spacing: IslandLayout.Spacing
    ) {
        let area = sizes.reduce(0) {
            $0 + ($1.width + spacing.nodes) * ($1.height + spacing.nodes)
        }
        let frame = Rectangle(around: positions)
        let height = (area / spacing.fill / 1.35).squareRoot()
        // Stretched to the wanted shape as far as that does not tear it.
        var scaleX = height * 1.35 / max(frame.width, 1e-6)
        var scaleY = height / max(frame.height, 1e-6)
        (scaleX, scaleY) = (min(scaleX, 1.8 * scaleY), min(scaleY, 1.8 * scaleX))
        var centres = positions.map {
            GraphLayout.Point(x: ($0.x - frame.minX) * scaleX, y: ($0.y - frame.minY) * scaleY)
        }
        OverlapRemoval(gap: spacing.nodes).apply(&centres, sizes: sizes)
        var placed = zip(centres, sizes).map { Rectangle(centre: $0, size: $1) }
        let content = placed.reduce(Rectangle(around: [])) { $0.union($1) }
        let titleHeight = title.map { $0.height + 7 } ?? 0
        let width = max(content.width, (title?.width ?? 0) + 6) + 2 * spacing.padding
        size = GraphLayout.Size(width: width, height: content.height + titleHeight + 2 * spacing.padding)
        let shiftX = (width - content.width) / 2 - content.minX
        let shiftY = titleHeight + spacing.padding - content.minY
        placed = placed.map { $0.moved(x: shiftX, y: shiftY) }
        frames = placed
        if let title {
            self.title = GraphLayout.Point(x: spacing.padding + title.width / 2 + 1, y: 5 + title.height / 2)
        }
    }
}
