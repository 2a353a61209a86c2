internal import LinkChartModel

/// Lays out a chart on a map: what belongs together is a card beside the place it belongs to, joined to it by a thin line.
struct GeographicLayout {
    /// Nodes that are placed as one: those of a box, or one alone.
    struct Card {
        var nodes: [Int]
        var box: Int?
        var size: GraphLayout.Size
        /// Where it belongs on the map; nil if that is not known.
        var anchor: GraphLayout.Point?
        /// Frames of the nodes from the card's upper left corner.
        var frames: [Rectangle]
        var frame = Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0)
    }

    let chart: Chart
    let sizes: ChartSizes
    let graph: Graph
    private let places: NodePlaces
    private var cards: [Card] = []
    private(set) var view: MapView
    /// How high the part of the page is that shows the map.
    private(set) var mapHeight = 0.0
    private var pageHeight = 0.0
    /// Nodes of which nothing says where they are.
    private(set) var unplaced = 0

    init(_ chart: Chart, sizes: ChartSizes, graph: Graph) {
        self.chart = chart
        self.sizes = sizes
        self.graph = graph
        places = NodePlaces(graph)
        view = MapView(showing: [], width: 900)
        makeCards()
    }

    // MARK: - Cards

    private mutating func makeCards() {
        var groups: [(box: Int?, nodes: [Int])] = chart.boxes.indices.map { ($0, []) }
        for (number, node) in chart.nodes.enumerated() {
            if let box = node.box { groups[box].nodes.append(number) } else { groups.append((nil, [number])) }
        }
        var anchors: [WorldMap.Place?] = []
        for group in groups where !group.nodes.isEmpty {
            let (frames, size) = pack(group.nodes, title: group.box.map { sizes.titles[$0] })
            cards.append(Card(nodes: group.nodes, box: group.box, size: size, frames: frames))
            anchors.append(anchor(of: group.box, group.nodes))
        }
        unplaced = zip(cards, anchors).reduce(0) { $0 + ($1.1 == nil ? $1.0.nodes.count : 0) }
        let area = cards.reduce(0) { $0 + ($1.size.width + 14) * ($1.size.height + 14) }
        let shown = anchors.compactMap { $0 }
        // Cards cover a third of the map at most.
        view = MapView(showing: shown, width: 900)
        let width = min(2400, max(900, (3.2 * area * view.width / max(1, view.height)).squareRoot()))
        view = MapView(showing: shown, width: width)
        mapHeight = shown.isEmpty ? 0 : view.height
        for (number, place) in anchors.enumerated() {
            cards[number].anchor = place.flatMap { view.point(of: $0) }
        }
        placeCards()
    }

    private func anchor(of box: Int?, _ nodes: [Int]) -> WorldMap.Place? {
        if let owner = box.flatMap({ chart.boxes[$0].node }), let found = places.place(of: owner) {
            return found.place
        }
        return MapProjection.middle(
            of: nodes.flatMap { chart.nodes[$0].members }.compactMap { places.place(of: $0)?.place })
    }

    /// Puts nodes in rows of about the same width, the title above.
    private func pack(
        _ nodes: [Int], title: GraphLayout.Size?
    ) -> (frames: [Rectangle], size: GraphLayout.Size) {
        // Links lead between the nodes of a box.
        let gap = title == nil ? 10.0 : 20
        let padding = title == nil ? 0 : 9.0
        let top = title.map { $0.height + 10 } ?? 0
        let area = nodes.reduce(0) { $0 + (sizes.nodes[$1].width + gap) * (sizes.nodes[$1].height + gap) }
        let widest = nodes.map { sizes.nodes[$0].width }.max() ?? 0
        let limit = max(widest, (area * 1.7).squareRoot())
        var frames: [Rectangle] = []
        var (x, y, rowHeight, width) = (0.0, 0.0, 0.0, 0.0)
        for node in nodes {
            let size = sizes.nodes[node]
            if x > 0, x + size.width > limit {
                (x, y) = (0, y + rowHeight + gap)
                rowHeight = 0
            }
            frames.append(Rectangle(minX: x, minY: y, maxX: x + size.width, maxY: y + size.height))
            x += size.width + gap
            rowHeight = max(rowHeight, size.height)
            width = max(width, x - gap)
        }
        width = max(width, title?.width ?? 0)
        return (
            frames.map { $0.moved(x: padding, y: top + (title == nil ? 0 : 2)) },
            GraphLayout.Size(
                width: width + 2 * padding, height: y + rowHeight + top + (title == nil ? 0 : padding + 2))
        )
    }

    // MARK: - Places

    /// Puts each card near its anchor where it covers no other card and as few other anchors as can be; a few rounds
    /// settle who gives way. Cards without anchor stand in rows under the map.
    private mutating func placeCards() {
        let page = Rectangle(minX: 6, minY: 6, maxX: view.width - 6, maxY: max(mapHeight - 6, 12))
        let placed = cards.indices.filter { cards[$0].anchor != nil }
        // Small cards have the least choice of what is near, large ones the least room: large first.
        let order = placed.sorted { a, b in
            let (p, q) = (cards[a].size, cards[b].size)
            return (q.width * q.height, a) < (p.width * p.height, b)
        }
        var isDown = [Bool](repeating: false, count: cards.count)
        for round in 0..<4 {
            for card in order {
                isDown[card] = true
                cards[card].frame = bestFrame(of: card, page, isDown, isFirst: round == 0)
            }
        }
        var (x, y, rowHeight) = (6.0, mapHeight + (mapHeight > 0 ? 26 : 6), 0.0)
        for card in cards.indices where cards[card].anchor == nil {
            let size = cards[card].size
            if x > 6, x + size.width > view.width - 6 {
                (x, y) = (6, y + rowHeight + 12)
                rowHeight = 0
            }
            cards[card].frame = Rectangle(minX: x, minY: y, maxX: x + size.width, maxY: y + size.height)
            x += size.width + 14
            rowHeight = max(rowHeight, size.height)
        }
        pageHeight = rowHeight > 0 ? y + rowHeight + 8 : mapHeight
    }

    private func bestFrame(of card: Int, _ page: Rectangle, _ isDown: [Bool], isFirst: Bool) -> Rectangle {
        guard let anchor = cards[card].anchor else { return cards[card].frame }
        let size = cards[card].size
        let (halfWidth, halfHeight) = (size.width / 2, size.height / 2)
        var best: (cost: Double, frame: Rectangle)?
        func consider(_ centre: GraphLayout.Point) {
            // A card does not leave the page.
            let centre = GraphLayout.Point(
                x: max(page.minX + halfWidth, min(page.maxX - halfWidth, centre.x)),
                y: max(page.minY + halfHeight, min(page.maxY - halfHeight, centre.y)))
            let frame = Rectangle(centre: centre, size: size)
            let cost = cost(of: frame, card, anchor, isDown)
            if cost < best?.cost ?? .infinity { best = (cost, frame) }
        }
        consider(anchor)
        for ring in 0..<14 {
            let reach = Double(ring) * 22
            for step in 0..<16 {
                let direction = Self.directions[step]
                // From the anchor to the card's middle, so that the card's edge is `reach` away.
                let across = abs(direction.x) < 1e-9 ? .infinity : halfWidth / abs(direction.x)
                let along = abs(direction.y) < 1e-9 ? .infinity : halfHeight / abs(direction.y)
                consider(anchor + direction * (min(across, along) + 8 + reach))
            }
            // Farther away is only worse once there is a place that covers nothing.
            if let best, best.cost < reach * 0.5 { break }
        }
        return best?.frame ?? Rectangle(centre: anchor, size: size)
    }

    private static let directions: [GraphLayout.Point] = {
        let (a, b) = (0.9238795325, 0.3826834324)
        let quarter = [(1, 0), (a, b), (0.7071067812, 0.7071067812), (b, a)]
        return quarter.map { GraphLayout.Point(x: $0.0, y: $0.1) }
            + quarter.map { GraphLayout.Point(x: -$0.1, y: $0.0) }
            + quarter.map { GraphLayout.Point(x: -$0.0, y: -$0.1) }
            + quarter.map { GraphLayout.Point(x: $0.1, y: -$0.0) }
    }()

    private func cost(
        of frame: Rectangle, _ card: Int, _ anchor: GraphLayout.Point, _ isDown: [Bool]
    ) -> Double {
        let roomy = frame.inset(by: -7)
        var cost = 0.0
        for (other, neighbour) in cards.enumerated() where other != card {
            if isDown[other], roomy.overlaps(neighbour.frame) {
                let width = min(roomy.maxX, neighbour.frame.maxX) - max(roomy.minX, neighbour.frame.minX)
                let height = min(roomy.maxY, neighbour.frame.maxY) - max(roomy.minY, neighbour.frame.minY)
                cost += 2000 + width * height
            }
            guard let place = neighbour.anchor, place != anchor else { continue }
            if frame.contains(place) { cost += 120 }
            // Leaders that cross are hard to follow.
            if isDown[other],
                segmentsCross(anchor, frame.centre, place, neighbour.frame.centre)
            {
                cost += 90
            }
        }
        // Under a single node its own country may lie; a large card leaves it to be seen.
        let covers = frame.contains(anchor)
        if covers { cost += cards[card].box == nil ? 0 : 60 }
        let nearest = GraphLayout.Point(
            x: max(frame.minX, min(frame.maxX, anchor.x)), y: max(frame.minY, min(frame.maxY, anchor.y)))
        return cost + distance(nearest, anchor) * 0.5 + distance(frame.centre, anchor) * 0.12
    }

    // MARK: - The result

    /// Everything in its place but for links, which ``GeographicRouter`` leads.
    func layout() -> ChartLayout {
        var layout = ChartLayout(
            size: GraphLayout.Size(width: view.width, height: pageHeight),
            nodes: Array(
                repeating: Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0), count: chart.nodes.count),
            boxes: Array(repeating: nil, count: chart.boxes.count),
            titles: Array(repeating: GraphLayout.Point(x: 0, y: 0), count: chart.boxes.count),
            courses: Array(repeating: .init(curve: [], tip: nil), count: chart.links.count),
            labels: Array(repeating: nil, count: chart.links.count), legend: nil)
        for card in cards {
            for (node, frame) in zip(card.nodes, card.frames) {
                layout.nodes[node] = frame.moved(x: card.frame.minX, y: card.frame.minY)
            }
            guard let box = card.box else { continue }
            layout.boxes[box] = card.frame
            layout.titles[box] = GraphLayout.Point(
                x: card.frame.minX + 9 + sizes.titles[box].width / 2,
                y: card.frame.minY + 5 + sizes.titles[box].height / 2)
        }
        return layout
    }

    /// The map, and the lines from cards to their places.
    func background(_ palette: Palette, height: Double) -> String {
        var drawing = XDot(height: height, palette: palette)
        guard mapHeight > 0 else { return "" }
        var concerned: Set<Int> = []
        for node in chart.nodes { concerned.formUnion(node.members.compactMap { places.countries[$0] }) }
        for box in chart.boxes {
            if let node = box.node, let country = places.countries[node] { concerned.insert(country) }
        }
        view.draw(into: &drawing, highlighting: concerned)
        for card in cards {
            guard let anchor = card.anchor else { continue }
            let frame = card.frame
            guard !frame.contains(anchor) || card.box != nil else { continue }
            if !frame.contains(anchor) {
                let end = GraphLayout.Point(
                    x: max(frame.minX, min(frame.maxX, anchor.x)),
                    y: max(frame.minY, min(frame.maxY, anchor.y)))
                drawing.pen(Inks.detail)
                drawing.line(width: 0.7)
                drawing.polyline([anchor, end])
            }
            drawing.pen(Inks.canvas)
            drawing.brush(Inks.detail)
            drawing.line(width: 0.8)
            drawing.disc(anchor, radius: 3, isFilled: true)
        }
        if unplaced > 0 {
            drawing.label(
                "not on the map: nothing says where", at: GraphLayout.Point(x: 8, y: mapHeight + 17),
                size: 9.5,
                ink: Inks.detail)
        }
        return drawing.text
    }
}
