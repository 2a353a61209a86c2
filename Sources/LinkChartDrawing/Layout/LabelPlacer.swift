/// Finds room for the words on links: beside nobody's node, title or label, and crossed by as few links as can be.
struct LabelPlacer {
    private let chart: Chart
    private let layout: ChartLayout
    private let titles: [Rectangle]
    private let page: Rectangle
    /// The links as short straight pieces, with the frame around each link.
    private let lines: [(points: [GraphLayout.Point], frame: Rectangle)]

    init(chart: Chart, layout: ChartLayout, titles: [Rectangle]) {
        self.chart = chart
        self.layout = layout
        self.titles = titles
        page = Rectangle(minX: 0, minY: 0, maxX: layout.size.width, maxY: layout.size.height)
        lines = layout.courses.map { course in
            let points = Self.pieces(of: course)
            var frame = Rectangle(
                minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
            for point in points {
                frame = frame.union(Rectangle(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y))
            }
            return (points, frame)
        }
    }

    /// The text of a link in lines, in the two shapes it may take: wide, and narrow if that differs.
    static func shapes(of link: ChartLink) -> [[String]] {
        let text = truncated(link.words, cells: 80)
        let (wide, narrow) = (wrapped(text, width: 28), wrapped(text, width: 14))
        return wide == narrow ? [wide] : [wide, narrow]
    }

    /// Links of which one label is enough: those of one family and wording from or to the same node.
    private func bundles() -> [[Int]] {
        struct Key: Hashable {
            var words: String
            var family: LinkFamily
            var node: Int
            var isTail: Bool
            var emphasis: Emphasis
            /// What a ribbon counts is its own, whatever the others' number.
            var ribbon: Int?
        }
        var members: [Key: [Int]] = [:]
        for (number, link) in chart.links.enumerated() where link.emphasis != .faded && !link.words.isEmpty {
            for (node, isTail) in [(link.tail, true), (link.head, false)] {
                let key = Key(
                    words: link.words, family: link.family, node: node, isTail: isTail,
                    emphasis: link.emphasis, ribbon: link.span == nil ? nil : number)
                members[key, default: []].append(number)
            }
        }
        // Each link goes with the larger of its two bundles.
        var bundleOf: [Int: Key] = [:]
        for (key, numbers) in members.sorted(by: { a, b in
            (b.value.count, a.value[0], a.key.isTail ? 0 : 1) < (
                a.value.count, b.value[0], b.key.isTail ? 0 : 1
            )
        }) {
            let free = numbers.filter { bundleOf[$0] == nil }
            for number in free { bundleOf[number] = key }
        }
        var bundles: [Key: [Int]] = [:]
        for number in chart.links.indices {
            if let key = bundleOf[number] { bundles[key, default: []].append(number) }
        }
        return bundles.values.sorted { $0[0] < $1[0] }
    }

    /// Places at most `limit` labels.
    ///
    /// - Returns: labels by position in ``Chart/links``, and how many bundles of links found no room or were
    ///   beyond the limit.
    func place(sizes: [[String]: GraphLayout.Size], limit: Int) -> (
        labels: [ChartLayout.LinkLabel?], missing: Int
    ) {
        var labels = [ChartLayout.LinkLabel?](repeating: nil, count: chart.links.count)
        var placed: [Rectangle] = []
        var missing = 0
        // The strong first, then those where there is least choice.
        let ordered = bundles().sorted { a, b in key(a) < key(b) }
        for bundle in ordered {
            var best: (cost: Double, link: Int, label: ChartLayout.LinkLabel)?
            for number in bundle where placed.count < limit {
                for text in Self.shapes(of: chart.links[number]) {
                    guard let size = sizes[text] else { continue }
                    for (centre, cost) in candidates(number, size) {
                        let label = ChartLayout.LinkLabel(centre: centre, size: size, lines: text)
                        let limit = best?.cost ?? .infinity
                        guard cost < limit, let more = self.cost(of: label.frame, on: number, placed)
                        else { continue }
                        if cost + more < limit { best = (cost + more, number, label) }
                    }
                }
            }
            guard let best else {
                missing += 1
                continue
            }
            labels[best.link] = best.label
            placed.append(best.label.frame)
        }
        return (labels, missing)
    }

    private func key(_ bundle: [Int]) -> (Int, Int, Int) {
        let link = chart.links[bundle[0]]
        return (link.emphasis == .strong ? 0 : 1, bundle.count, bundle[0])
    }

    /// Places along a link with what they cost for being off its middle.
    private func candidates(_ number: Int, _ size: GraphLayout.Size) -> [(GraphLayout.Point, Double)] {
        let points = lines[number].points
        var lengths = [0.0]
        for index in points.indices.dropFirst() {
            lengths.append(lengths[index - 1] + distance(points[index - 1], points[index]))
        }
        guard let total = lengths.last, total > 8 else { return [] }
        var candidates: [(GraphLayout.Point, Double)] = []
        var index = 1
        for step in 3...37 {
            let share = Double(step) / 40
            let wanted = total * share
            while index < lengths.count - 1, lengths[index] < wanted { index += 1 }
            let piece = lengths[index] - lengths[index - 1]
            let along = piece > 0 ? (wanted - lengths[index - 1]) / piece : 0
            let point = points[index - 1] + (points[index] - points[index - 1]) * along
            let direction = (points[index] - points[index - 1]).unit
            // The arrowhead and the first bit of the line stay visible.
            let reach = abs(direction.x) * size.width / 2 + abs(direction.y) * size.height / 2
            let offMiddle = abs(share - 0.5) * 5
            if wanted > reach + 3, total - wanted > reach + 5 { candidates.append((point, offMiddle)) }
            // Beside the line, where it is too short or too busy for a label on it.
            let aside = abs(direction.y) * size.width / 2 + abs(direction.x) * size.height / 2 + 1.5
            for side in [-1.0, 1.0] {
                candidates.append((point + direction.normal * (aside * side), offMiddle + 5))
            }
        }
        return candidates
    }

    /// What else a place costs; nil where there is no room.
    private func cost(of frame: Rectangle, on number: Int, _ placed: [Rectangle]) -> Double? {
        guard page.contains(frame) else { return nil }
        let roomy = frame.inset(by: -1.5)
        if layout.nodes.contains(where: roomy.overlaps) || titles.contains(where: roomy.overlaps) {
            return nil
        }
        if placed.contains(where: { $0.inset(by: -2).overlaps(frame) }) { return nil }
        var cost = 0.0
        for box in layout.boxes {
            guard let box, frame.overlaps(box), !box.contains(frame) else { continue }
            cost += 3
        }
        for (other, line) in lines.enumerated() where other != number && line.frame.overlaps(frame) {
            for index in line.points.indices.dropFirst()
            where frame.isCrossed(from: line.points[index - 1], to: line.points[index]) {
                cost += chart.links[other].emphasis == .faded ? 1 : 9
                break
            }
        }
        return cost
    }

    /// A course as straight pieces, eight a curve.
    static func pieces(of course: ChartLayout.Course) -> [GraphLayout.Point] {
        guard course.curve.count >= 4 else { return course.curve }
        var points = [course.curve[0]]
        for start in stride(from: 0, to: course.curve.count - 3, by: 3) {
            let (a, b, c, d) = (
                course.curve[start], course.curve[start + 1], course.curve[start + 2], course.curve[start + 3]
            )
            for step in 1...8 {
                let t = Double(step) / 8
                let s = 1 - t
                points.append(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t))
            }
        }
        if let tip = course.tip { points.append(tip) }
        return points
    }
}
