/// Leads links of pictures made of islands: those between two islands side by side on one way around all others,
/// ordered so that they cross as little as can be; those within an island straight.
///
/// Each link keeps its own line from node to node, with its colour and arrowhead, so that a bundle can be followed
/// like a road with lanes. (Bundles that flow into one line save more ink, but nobody can tell who is linked with
/// whom.) Ribbons, which stand for all links of a sort between two islands, end at the islands' frames.
struct BundleRouter {
    private let chart: Chart
    private let layout: ChartLayout
    private let outlines: [Outline]
    private let widths: [Double]
    private let arrowLengths: [Double]
    /// The frame of each island, by its number.
    private let frames: [Int: Rectangle]
    private let islandOf: [Int]

    /// Space between bundles and the islands that they lead around, in points.
    private static let clearance = 9.0
    /// Space between the lines of a bundle, in points.
    private static let laneGap = 2.6
    /// Bundles do not shift further than this from the corner of an island, lest they run into the next one.
    private static let widestWater = 30.0

    init(chart: Chart, layout: ChartLayout, writer: DotWriter) {
        self.chart = chart
        self.layout = layout
        outlines = chart.nodes.indices.map {
            Outline(shape: writer.outlineShape(of: chart.nodes[$0]), frame: layout.nodes[$0])
        }
        widths = chart.links.map(writer.width)
        arrowLengths = chart.links.map(writer.arrowLength)
        islandOf = chart.nodes.enumerated().map { $1.box ?? chart.boxes.count + $0 }
        var frames: [Int: Rectangle] = [:]
        for (node, island) in islandOf.enumerated() {
            frames[island] =
                island < chart.boxes.count ? layout.boxes[island] ?? layout.nodes[node] : layout.nodes[node]
        }
        self.frames = frames
    }

    /// The islands at the ends of a link.
    private func ends(_ link: ChartLink) -> (tail: Int, head: Int) {
        link.span.map { ($0.tail, $0.head) } ?? (islandOf[link.tail], islandOf[link.head])
    }

    /// Straight lines from outline to outline.
    func straightCourses() -> [ChartLayout.Course] {
        let lanes = straightLanes()
        return chart.links.indices.map { number in
            let link = chart.links[number]
            let (tail, head) = ends(link)
            if link.span != nil, let from = frames[tail], let to = frames[head] {
                // Several between the same two islands must not hide each other.
                let aside = (to.centre - from.centre).unit.normal * (lanes[number] ?? 0)
                return ribbon(number, [from.centre + aside, to.centre + aside], from, to)
            }
            return course(number, along: [layout.nodes[link.tail].centre, layout.nodes[link.head].centre])
        }
    }

    /// How far each ribbon is off the straight line between the middles of its islands, to the left of its way.
    private func straightLanes() -> [Int: Double] {
        var bundles: [[Int]: [Int]] = [:]
        for (number, link) in chart.links.enumerated() {
            guard let span = link.span else { continue }
            bundles[[min(span.tail, span.head), max(span.tail, span.head)], default: []].append(number)
        }
        var lanes: [Int: Double] = [:]
        for links in bundles.values {
            var offset = -width(of: links) / 2
            for number in links {
                let span = chart.links[number].span
                let isForward = span.map { $0.tail < $0.head } ?? true
                lanes[number] = (offset + widths[number] / 2) * (isForward ? 1 : -1)
                offset += widths[number] + Self.laneGap
            }
        }
        return lanes
    }

    /// Bundled courses.
    ///
    /// - Complexity: O(*i*³) for *i* islands, then O(*i*²) a pair of islands with links between them.
    func bundledCourses() -> [ChartLayout.Course] {
        var courses = straightCourses()
        var bundles: [[Int]: [Int]] = [:]
        for (number, link) in chart.links.enumerated() {
            let (tail, head) = ends(link)
            if tail != head { bundles[[min(tail, head), max(tail, head)], default: []].append(number) }
        }
        let islands = frames.keys.sorted()
        var position: [Int: Int] = [:]
        for (place, island) in islands.enumerated() { position[island] = place }
        let visibility = VisibilityGraph(
            obstacles: islands.map { (frames[$0] ?? Rectangle(around: [])).inset(by: -Self.clearance) })
        // How much of the water at each corner earlier bundles have taken.
        var taken = [Double](repeating: 0, count: visibility.corners.count)
        // The largest first: they get the shortest ways.
        let ordered = bundles.sorted { a, b in
            (b.value.count, a.key[0], a.key[1]) < (a.value.count, b.key[0], b.key[1])
        }
        for (pair, links) in ordered {
            guard let from = frames[pair[0]], let to = frames[pair[1]], let first = position[pair[0]],
                let second = position[pair[1]]
            else { continue }
            let start = gate(in: from, at: links.map { end(of: $0, in: pair[0]) })
            let finish = gate(in: to, at: links.map { end(of: $0, in: pair[1]) })
            let ignoring = [first, second]
            var way = [start, finish]
            if !visibility.isFree(from: start, to: finish, ignoring: ignoring) {
                let width = width(of: links)
                let bends = visibility.way(from: start, to: finish, ignoring: ignoring).map { corner in
                    // Beside those that turn here already, as long as there is water.
                    if taken[corner] > Self.widestWater { taken[corner] = 0 }
                    let shift = taken[corner] + width / 2
                    taken[corner] += width + 2 * Self.laneGap
                    return visibility.corners[corner] + visibility.outward[corner] * (0.7 * shift)
                }
                way = [start] + bends + [finish]
            }
            // Only from frame to frame.
            way[0] = Outline(shape: "box", frame: from).exit(from: way[0], towards: way[1])
            let last = way.count - 1
            way[last] = Outline(shape: "box", frame: to).exit(from: way[last], towards: way[last - 1])
            lead(links, from: pair[0], along: way, &courses)
        }
        return courses
    }

    private func width(of links: [Int]) -> Double {
        links.reduce(-Self.laneGap) { $0 + widths[$1] + Self.laneGap }
    }

    /// The point within an island that a link aims at.
    private func end(of number: Int, in island: Int) -> GraphLayout.Point {
        let link = chart.links[number]
        if link.span != nil { return frames[island]?.centre ?? layout.nodes[link.tail].centre }
        return layout.nodes[islandOf[link.tail] == island ? link.tail : link.head].centre
    }

    /// Where a bundle aims: the middle of its nodes, well within the frame.
    private func gate(in frame: Rectangle, at ends: [GraphLayout.Point]) -> GraphLayout.Point {
        let sum = ends.reduce(GraphLayout.Point(x: 0, y: 0), +)
        let mean = sum * (1 / Double(max(1, ends.count)))
        let inner = frame.inset(by: min(frame.width, frame.height) / 4)
        return GraphLayout.Point(
            x: max(inner.minX, min(inner.maxX, mean.x)), y: max(inner.minY, min(inner.maxY, mean.y)))
    }

    /// Gives each link of a bundle its lane.
    private func lead(
        _ links: [Int], from island: Int, along way: [GraphLayout.Point],
        _ courses: inout [ChartLayout.Course]
    ) {
        let normals = Self.normals(way)
        let last = way.count - 1
        var keys: [Int: Double] = [:]
        for number in links {
            let (tail, head) = ends(chart.links[number])
            let far = tail == island ? head : tail
            let (near, distant) = (end(of: number, in: island) - way[0], end(of: number, in: far) - way[last])
            keys[number] =
                near.x * normals[0].x + near.y * normals[0].y
                + distant.x * normals[last].x + distant.y * normals[last].y
        }
        let sorted = links.sorted { (keys[$0] ?? 0, $0) < (keys[$1] ?? 0, $1) }
        var total = width(of: sorted)
        // A road as wide as its island is none: lanes become narrower then.
        let room =
            [frames[ends(chart.links[links[0]]).tail], frames[ends(chart.links[links[0]]).head]]
            .compactMap { $0.map { min($0.width, $0.height) } }.min() ?? 0
        let squeeze = total > 0.8 * room && total > 0 ? max(0.3, 0.8 * room / total) : 1
        total *= squeeze
        var offset = -total / 2
        for number in sorted {
            let width = widths[number] * squeeze
            let lane = zip(way, normals).map { $0 + $1 * (offset + width / 2) }
            offset += width + Self.laneGap * squeeze
            let link = chart.links[number]
            let isForward = ends(link).tail == island
            let directed = isForward ? lane : lane.reversed()
            if link.span != nil {
                if let from = frames[ends(link).tail], let to = frames[ends(link).head] {
                    courses[number] = ribbon(number, directed, from, to)
                }
            } else {
                let (a, b) = (layout.nodes[link.tail].centre, layout.nodes[link.head].centre)
                courses[number] = course(number, along: Self.thinned([a] + directed + [b]))
            }
        }
    }

    /// A way without points that lie closer than a lane's width to the one before: they would only make kinks.
    private static func thinned(_ way: [GraphLayout.Point]) -> [GraphLayout.Point] {
        var result = [way[0]]
        for point in way.dropFirst().dropLast() where distance(point, result[result.count - 1]) > 5 {
            result.append(point)
        }
        if result.count > 1, distance(result[result.count - 1], way[way.count - 1]) < 5 {
            result.removeLast()
        }
        result.append(way[way.count - 1])
        return result
    }

    /// The direction across a way at each of its points, longer at corners so that lanes keep their distance.
    private static func normals(_ way: [GraphLayout.Point]) -> [GraphLayout.Point] {
        way.indices.map { index in
            let before = index > 0 ? (way[index] - way[index - 1]).unit : (way[1] - way[0]).unit
            let after = index + 1 < way.count ? (way[index + 1] - way[index]).unit : before
            let sum = before.normal + after.normal
            let length = sum.length
            guard length > 0.5 else { return after.normal }
            // Half the sum is as long as the cosine of half the turn.
            return sum * (min(1.5, 2 / length) / length)
        }
    }

    private func ribbon(
        _ number: Int, _ way: [GraphLayout.Point], _ from: Rectangle, _ to: Rectangle
    ) -> ChartLayout.Course {
        var way = way
        let last = way.count - 1
        way[0] = Outline(shape: "box", frame: from).entry(from: way[1], towards: way[0])
        way[last] = Outline(shape: "box", frame: to).entry(from: way[last - 1], towards: way[last])
        return finished(number, way)
    }

    private func course(_ number: Int, along way: [GraphLayout.Point]) -> ChartLayout.Course {
        let link = chart.links[number]
        if link.tail == link.head { return loop(number, at: link.tail) }
        guard way.count > 1, way[0] != way[way.count - 1] else {
            return ChartLayout.Course(curve: [], tip: nil)
        }
        var way = way
        let last = way.count - 1
        way[0] = outlines[link.tail].exit(from: way[0], towards: way[1])
        way[last] = outlines[link.head].exit(from: way[last], towards: way[last - 1])
        return finished(number, way)
    }

    /// A link to the node that it comes from, around its upper right corner.
    private func loop(_ number: Int, at node: Int) -> ChartLayout.Course {
        let frame = layout.nodes[node]
        let (x, y) = (frame.width / 2, frame.height / 2)
        let from = outlines[node].exit(
            from: frame.centre, towards: frame.centre + GraphLayout.Point(x: 0.5 * x, y: -y))
        let tip = outlines[node].exit(
            from: frame.centre, towards: frame.centre + GraphLayout.Point(x: x, y: -0.4 * y))
        let reach = max(8, arrowLengths[number] * 1.6)
        let length = arrowLengths[number]
        let end = tip + GraphLayout.Point(x: length, y: 0)
        return ChartLayout.Course(
            curve: [
                from, from + GraphLayout.Point(x: 0, y: -1.6 * reach),
                end + GraphLayout.Point(x: 1.2 * reach, y: -0.6 * reach), end,
            ], tip: length > 0.5 ? tip : nil)
    }

    private func finished(_ number: Int, _ way: [GraphLayout.Point]) -> ChartLayout.Course {
        var way = way
        let last = way.count - 1
        let tip = way[last]
        let length = min(arrowLengths[number], 0.6 * distance(way[last - 1], tip))
        way[last] = tip - (tip - way[last - 1]).unit * length
        return ChartLayout.Course(curve: roundedCurve(along: way), tip: length > 0.5 ? tip : nil)
    }
}

/// A way of straight pieces with its inner corners rounded, as joined Bézier curves.
func roundedCurve(along way: [GraphLayout.Point]) -> [GraphLayout.Point] {
    var tangents = way
    for index in way.indices {
        let before = index > 0 ? (way[index] - way[index - 1]).unit : (way[1] - way[0]).unit
        let after = index + 1 < way.count ? (way[index + 1] - way[index]).unit : before
        tangents[index] = (before + after).unit
    }
    var curve = [way[0]]
    for index in 1..<way.count {
        let length = distance(way[index - 1], way[index])
        let reach = way.count == 2 ? length / 3 : min(length / 3, 70)
        curve.append(way[index - 1] + tangents[index - 1] * reach)
        curve.append(way[index] - tangents[index] * reach)
        curve.append(way[index])
    }
    return curve
}
