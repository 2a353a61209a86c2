internal import LinkChartModel

/// Leads links over a map as arcs, so that a line of the map is never taken for one.
struct GeographicRouter {
    let chart: Chart
    let layout: ChartLayout
    /// Sizes of the boxes' titles.
    let titles: [GraphLayout.Size]
    let writer: DotWriter

    /// How far arcs bow, as a share of their length: the first that runs into no node is taken.
    private static let bows = [0.16, -0.16, 0.28, -0.28, 0.08, -0.08, 0.4, -0.4]

    /// The courses of all links.
    ///
    /// - Complexity: O(links · nodes).
    func courses() -> [ChartLayout.Course] {
        let outlines = chart.nodes.enumerated().map { number, node in
            Outline(shape: writer.style(of: node).shape, frame: layout.nodes[number])
        }
        var parallel: [[Int]: Int] = [:]
        let inner = innerCourses()
        return chart.links.enumerated().map { number, link in
            if let course = inner?[number], isInner(link) { return course }
            guard link.tail != link.head else { return loop(link) }
            let pair = [min(link.tail, link.head), max(link.tail, link.head)]
            let turn = parallel[pair, default: 0]
            parallel[pair] = turn + 1
            var best: (hits: Int, course: ChartLayout.Course)?
            for (rank, bow) in Self.bows.enumerated() where rank >= min(turn, Self.bows.count - 1) {
                let course = arc(link, bow: bow, outlines)
                let hits = hits(of: course, link)
                if hits < best?.hits ?? .max { best = (hits, course) }
                if hits == 0 { break }
            }
            return best?.course ?? ChartLayout.Course(curve: [], tip: nil)
        }
    }

    /// Links within a card lead around its other nodes; there is no map to be taken for them.
    private func isInner(_ link: ChartLink) -> Bool {
        chart.nodes[link.tail].box != nil && chart.nodes[link.tail].box == chart.nodes[link.head].box
    }

    private func innerCourses() -> [ChartLayout.Course]? {
        guard chart.nodes.count <= 150, chart.links.contains(where: isInner) else { return nil }
        var within = chart
        // Links that are not asked for cost the router nothing where they are loops.
        for number in within.links.indices where !isInner(within.links[number]) {
            within.links[number].head = within.links[number].tail
        }
        let frames = zip(layout.titles, titles).enumerated().compactMap { number, title in
            layout.boxes[number] == nil ? nil : Rectangle(centre: title.0, size: title.1)
        }
        var router = LinkRouter(chart: within, layout: layout, titles: frames, writer: writer)
        return router.courses()
    }

    private func arc(_ link: ChartLink, bow: Double, _ outlines: [Outline]) -> ChartLayout.Course {
        let (from, to) = (layout.nodes[link.tail].centre, layout.nodes[link.head].centre)
        let across = to - from
        // Bows to the north whichever way the link runs, as great circles do on most maps.
        let side = across.x >= 0 ? 1.0 : -1.0
        let top = (from + to) * 0.5 + across.unit.normal * (bow * side * across.length)
        let start = outlines[link.tail].exit(from: from, towards: top)
        let end = outlines[link.head].exit(from: to, towards: top)
        let length = writer.arrowLength(of: link)
        let stop = end + (top - end).unit * min(length, distance(top, end) / 2)
        // A parabola as a cubic curve.
        let curve = [start, start + (top - start) * (2 / 3), stop + (top - stop) * (2 / 3), stop]
        return ChartLayout.Course(curve: curve, tip: link.heads == .head ? end : nil)
    }

    private func hits(of course: ChartLayout.Course, _ link: ChartLink) -> Int {
        let points = LabelPlacer.pieces(of: course)
        let page = Rectangle(minX: 0, minY: 0, maxX: layout.size.width, maxY: layout.size.height)
        var hits = 0
        for (number, frame) in layout.nodes.enumerated() where number != link.tail && number != link.head {
            if zip(points, points.dropFirst()).contains(where: { frame.isCrossed(from: $0, to: $1) }) {
                hits += 1
            }
        }
        if points.contains(where: { !page.contains($0) }) { hits += 2 }
        return hits
    }

    private func loop(_ link: ChartLink) -> ChartLayout.Course {
        let frame = layout.nodes[link.tail]
        let start = GraphLayout.Point(x: frame.maxX, y: frame.centre.y - 3)
        let end = GraphLayout.Point(x: frame.maxX, y: frame.centre.y + 5)
        let stop = end + GraphLayout.Point(x: writer.arrowLength(of: link), y: 0)
        return ChartLayout.Course(
            curve: [
                start, start + GraphLayout.Point(x: 26, y: -14), stop + GraphLayout.Point(x: 22, y: 14), stop,
            ], tip: link.heads == .head ? end : nil)
    }
}
