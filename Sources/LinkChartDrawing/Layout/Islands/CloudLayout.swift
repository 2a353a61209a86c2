/// Places all nodes of a very large picture by forces, most as small dots, and makes room for those with names.
struct CloudLayout {
    let chart: Chart
    let sizes: ChartSizes
    var seed: UInt64 = 1

    /// The layout, with straight courses still to be drawn.
    ///
    /// - Complexity: O(*n* log *n* + *m*) a round of forces, some fifty rounds.
    func layout() -> ChartLayout {
        let links = chart.links.map { (first: $0.tail, second: $0.head, weight: 1.0) }
        let graph = ForceGraph(nodeCount: chart.nodes.count, links: links)
        let positions = ForceLayout(seed: seed, gravity: 2.5, aspect: 1.2).positions(of: graph)
        // Each dot gets the room of a few of its like.
        let area = sizes.nodes.reduce(0) { $0 + ($1.width + 2) * ($1.height + 2) } * 3.2
        let extent = spread(positions)
        let scale = (area / max(1e-9, extent.width * extent.height)).squareRoot()
        var centres = positions.map { $0 * scale }
        if chart.nodes.count <= 20_000 { OverlapRemoval(gap: 1).apply(&centres, sizes: sizes.nodes) }
        makeRoom(for: chart.nodes.indices.filter { !chart.nodes[$0].isDot }, &centres)
        let frames = zip(centres, sizes.nodes).map { Rectangle(centre: $0, size: $1) }
        let whole = frames.reduce(Rectangle(around: [])) { $0.union($1) }
        let zero = GraphLayout.Point(x: 0, y: 0)
        return ChartLayout(
            size: GraphLayout.Size(width: max(0, whole.width), height: max(0, whole.height)),
            nodes: frames.map { $0.moved(x: -whole.minX, y: -whole.minY) },
            boxes: Array(repeating: nil, count: chart.boxes.count),
            titles: Array(repeating: zero, count: chart.boxes.count),
            courses: Array(repeating: .init(curve: [], tip: nil), count: chart.links.count),
            labels: Array(repeating: nil, count: chart.links.count), legend: nil)
    }

    /// The extent of the middle nine tenths, which a few far nodes don't change.
    private func spread(_ points: [GraphLayout.Point]) -> GraphLayout.Size {
        func range(_ values: [Double]) -> Double {
            let sorted = values.sorted()
            guard let last = sorted.indices.last else { return 1 }
            return max(1e-9, (sorted[last - last / 20] - sorted[last / 20]) / 0.9)
        }
        return GraphLayout.Size(width: range(points.map(\.x)), height: range(points.map(\.y)))
    }

    /// Sets named nodes apart from each other, then moves dots out from under them.
    private func makeRoom(for named: [Int], _ centres: inout [GraphLayout.Point]) {
        var places = named.map { centres[$0] }
        OverlapRemoval(gap: 4).apply(&places, sizes: named.map { sizes.nodes[$0] })
        for (place, node) in zip(places, named) { centres[node] = place }
        let frames = named.map { Rectangle(centre: centres[$0], size: sizes.nodes[$0]).inset(by: -1.5) }
        let grid = DrawingQuality.grid(of: frames)
        for node in centres.indices where chart.nodes[node].isDot {
            let radius = sizes.nodes[node].width / 2
            // Out of one may be into the next.
            for _ in 0..<12 {
                let place = centres[node]
                let dot = Rectangle(centre: place, size: sizes.nodes[node])
                var covering: Rectangle?
                grid.forEachCell(in: dot) { cell in
                    for frame in grid[cell] where frames[Int(frame)].overlaps(dot) {
                        covering = frames[Int(frame)]
                    }
                }
                guard let frame = covering else { break }
                let outward = (place - frame.centre)
                // Along the ray from the middle, so that what was around it stays around it.
                let (halfX, halfY) = (frame.width / 2 + radius, frame.height / 2 + radius)
                let reach = max(abs(outward.x) / halfX, abs(outward.y) / halfY, 1e-6)
                let jitter = 1.02 + 0.35 * Double((node &* 2_654_435_761) & 1023) / 1024
                centres[node] = frame.centre + outward * (jitter / reach)
            }
        }
    }
}
