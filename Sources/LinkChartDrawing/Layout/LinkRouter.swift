/// Leads links from outline to outline: straight where nothing is in the way, else the shortest way around other
/// nodes and box titles, with rounded corners.
///
/// Shortest ways lead over corners of obstacles (Lozano-Pérez, Wesley 1979); corners that several links use are
/// spread. Links that meet at a node are spread as well, so that their arrowheads can be told apart.
struct LinkRouter {
    private let chart: Chart
    private let frames: [Rectangle]
    private let outlines: [Outline]
    /// How far an arrowhead reaches, by link.
    private let arrowLengths: [Double]
    private var obstacles: [Rectangle]
    private var graph: VisibilityGraph?

    /// Space kept between links and what they lead around, in points.
    private static let clearance = 6.0

    init(chart: Chart, layout: ChartLayout, titles: [Rectangle], writer: DotWriter) {
        self.chart = chart
        frames = layout.nodes
        outlines = chart.nodes.indices.map {
            Outline(shape: writer.style(of: chart.nodes[$0]).shape, frame: layout.nodes[$0])
        }
        arrowLengths = chart.links.map(writer.arrowLength)
        obstacles = frames.map { $0.inset(by: -Self.clearance) } + titles.map { $0.inset(by: -2) }
    }

    /// The courses of all links, by position in ``Chart/links``.
    ///
    /// - Complexity: O(n³) tests of a line against a frame once if some link is blocked, then O(n²) a link.
    mutating func courses() -> [ChartLayout.Course] {
        let ports = ports()
        let bows = bows()
        return chart.links.indices.map { number in
            let link = chart.links[number]
            guard link.tail != link.head else { return loop(at: link.tail, number) }
            let (a, b) = ports[number]
            if bows[number] != 0, isFree(from: a, to: b, link) {
                return bowed(number, a, b, by: bows[number])
            }
            return course(number, along: path(from: a, to: b, link))
        }
    }

    // MARK: - Ends

    /// The points within its nodes that a link aims at: side by side for links that leave in one direction.
    private func ports() -> [(GraphLayout.Point, GraphLayout.Point)] {
        enum Side: Hashable { case left, right, up, down }
        struct End: Hashable {
            var node: Int
            var side: Side
        }
        func side(_ node: Int, _ other: Int) -> Side {
            let (from, to) = (frames[node], frames[other])
            let (dx, dy) = (to.centre.x - from.centre.x, to.centre.y - from.centre.y)
            if to.minX > from.maxX || to.maxX < from.minX {
                // Steep links leave through top or bottom.
                if abs(dy) < 2.5 * abs(dx) { return dx > 0 ? .right : .left }
            }
            return dy > 0 ? .down : .up
        }
        var bundles: [End: [(link: Int, isTail: Bool, key: Double)]] = [:]
        for (number, link) in chart.links.enumerated() where link.tail != link.head {
            for (node, other, isTail) in [(link.tail, link.head, true), (link.head, link.tail, false)] {
                let side = side(node, other)
                let delta = frames[other].centre - frames[node].centre
                let key =
                    side == .left || side == .right
                    ? delta.y / max(1, abs(delta.x)) : delta.x / max(1, abs(delta.y))
                bundles[End(node: node, side: side), default: []].append((number, isTail, key))
            }
        }
        var ports = chart.links.map { (frames[$0.tail].centre, frames[$0.head].centre) }
        for (end, bundle) in bundles where bundle.count > 1 {
            let isUpright = end.side == .left || end.side == .right
            let room = 0.62 * (isUpright ? frames[end.node].height : frames[end.node].width)
            let step = min(isUpright ? 8 : 14, room / Double(bundle.count - 1))
            let sorted = bundle.sorted { ($0.key, $0.link) < ($1.key, $1.link) }
            for (place, member) in sorted.enumerated() {
                let shift = (Double(place) - Double(bundle.count - 1) / 2) * step
                let offset = isUpright ? GraphLayout.Point(x: 0, y: shift) : GraphLayout.Point(x: shift, y: 0)
                if member.isTail {
                    ports[member.link].0 = ports[member.link].0 + offset
                } else {
                    ports[member.link].1 = ports[member.link].1 + offset
                }
            }
        }
        return ports
    }

    /// How far each link is bent aside because others join the same two nodes, in points to its left.
    private func bows() -> [Double] {
        var bows = [Double](repeating: 0, count: chart.links.count)
        var pairs: [[Int]: [Int]] = [:]
        for (number, link) in chart.links.enumerated() {
            pairs[[min(link.tail, link.head), max(link.tail, link.head)], default: []].append(number)
        }
        for members in pairs.values where members.count > 1 {
            for (place, number) in members.enumerated() {
                let shift = (Double(place) - Double(members.count - 1) / 2) * 14
                bows[number] = chart.links[number].tail < chart.links[number].head ? shift : -shift
            }
        }
        return bows
    }

    // MARK: - Ways

    private func isFree(from a: GraphLayout.Point, to b: GraphLayout.Point, _ link: ChartLink) -> Bool {
        for (number, obstacle) in obstacles.enumerated() where number != link.tail && number != link.head {
            if obstacle.isCrossed(from: a, to: b) { return false }
        }
        return true
    }

    private mutating func path(
        from a: GraphLayout.Point, to b: GraphLayout.Point, _ link: ChartLink
    ) -> [GraphLayout.Point] {
        guard !isFree(from: a, to: b, link) else { return [a, b] }
        var visibility = graph ?? VisibilityGraph(obstacles: obstacles)
        defer { graph = visibility }
        return visibility.path(from: a, to: b, ignoring: [link.tail, link.head])
    }

    private func course(_ number: Int, along path: [GraphLayout.Point]) -> ChartLayout.Course {
        let link = chart.links[number]
        var path = path
        let last = path.count - 1
        path[0] = outlines[link.tail].exit(from: path[0], towards: path[1])
        path[last] = outlines[link.head].exit(from: path[last], towards: path[last - 1])
        let tip = path[last]
        let length = min(arrowLengths[number], 0.6 * distance(path[last - 1], tip))
        path[last] = tip - (tip - path[last - 1]).unit * length
        return ChartLayout.Course(curve: roundedCurve(along: path), tip: length > 0 ? tip : nil)
    }

    private func bowed(
        _ number: Int, _ a: GraphLayout.Point, _ b: GraphLayout.Point, by bow: Double
    ) -> ChartLayout.Course {
        let link = chart.links[number]
        let aside = (b - a).unit.normal * (bow * 4 / 3)
        let (c, d) = (a + (b - a) * 0.3 + aside, a + (b - a) * 0.7 + aside)
        let start = outlines[link.tail].exit(from: a, towards: c)
        let tip = outlines[link.head].exit(from: b, towards: d)
        let end = tip - (tip - d).unit * min(arrowLengths[number], 0.5 * distance(start, tip))
        return ChartLayout.Course(curve: [start, c, d, end], tip: arrowLengths[number] > 0 ? tip : nil)
    }

    /// A link from a node to itself, above its right end.
    private func loop(at node: Int, _ number: Int) -> ChartLayout.Course {
        let frame = frames[node]
        let top = GraphLayout.Point(x: frame.centre.x + frame.width * 0.2, y: frame.minY + 1)
        let tip = GraphLayout.Point(x: frame.maxX - frame.width * 0.06, y: frame.minY + frame.height * 0.3)
        let high = GraphLayout.Point(x: top.x, y: frame.minY - 20)
        let right = GraphLayout.Point(x: frame.maxX + 22, y: frame.minY - 14)
        let end = tip - (tip - right).unit * arrowLengths[number]
        return ChartLayout.Course(curve: [top, high, right, end], tip: arrowLengths[number] > 0 ? tip : nil)
    }
}
