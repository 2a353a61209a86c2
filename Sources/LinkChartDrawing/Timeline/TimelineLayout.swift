internal import LinkChartModel

/// Puts a ``Timeline`` on the page: names to the left, a bar a lane, events under their bars, an axis above and below.
struct TimelineLayout {
    let timeline: Timeline
    let sizes: ChartSizes
    let graph: Graph
    let writer: DotWriter
    private let order: [Int]
    private let axis: TimeAxis
    /// The middle of each lane's bar, by position in ``Timeline/lanes``.
    private var middles: [Double]
    private var frames: [Rectangle]
    private var bands: [(title: String, frame: Rectangle)] = []
    private(set) var size = GraphLayout.Size(width: 0, height: 0)

    private static let barHeight = 9.0
    private static let top = 26.0

    init(_ timeline: Timeline, sizes: ChartSizes, graph: Graph, writer: DotWriter) {
        self.timeline = timeline
        self.sizes = sizes
        self.graph = graph
        self.writer = writer
        order = timeline.order()
        let names = timeline.lanes.map { sizes.nodes[$0.node].width }.max() ?? 0
        let left = names + 34
        let periods = timeline.lanes.map(\.period) + timeline.events.map(\.period)
        let from = periods.map(\.earliestStart).min() ?? 0
        let to = periods.map(\.latestEnd).max() ?? 0
        // Room for what happened: more events, a longer axis.
        let widest = timeline.events.map { sizes.nodes[$0.node].width }.max() ?? 0
        let room = min(1900, max(760, Double(timeline.events.count + timeline.chart.links.count) * 34))
        axis = TimeAxis(from: from, to: to, left: left, right: left + max(room, widest * 2))
        middles = Array(repeating: 0, count: timeline.lanes.count)
        frames = timeline.chart.nodes.indices.map {
            Rectangle(centre: GraphLayout.Point(x: 0, y: 0), size: sizes.nodes[$0])
        }
        place()
    }

    // MARK: - Places

    private mutating func place() {
        var y = Self.top + 12
        var territory: NodeIndex?? = .none
        for lane in order {
            let content = timeline.lanes[lane]
            if territory != .some(content.territory) {
                if territory != .none { y += 12 }
                territory = .some(content.territory)
                let title = content.territory.map { shortName(of: graph[$0]) } ?? "no single state"
                bands.append(
                    (title, Rectangle(minX: 4, minY: y, maxX: axis.right + 14, maxY: y)))
                y += 20
            }
            let name = sizes.nodes[content.node]
            let bar = max(name.height, 16)
            middles[lane] = y + bar / 2
            frames[content.node] = Rectangle(
                minX: axis.left - 20 - name.width, minY: middles[lane] - name.height / 2,
                maxX: axis.left - 20,
                maxY: middles[lane] + name.height / 2)
            let bottom = placeEvents(of: lane, below: max(middles[lane] + Self.barHeight / 2 + 13, y + 4))
            y = max(y + bar, bottom) + 9
            if let last = bands.indices.last { bands[last].frame.maxY = y }
        }
        size = GraphLayout.Size(width: axis.right + 18, height: y + Self.top)
        // An event near the end of the axis may reach over it.
        let right = frames.map(\.maxX).max() ?? 0
        if right + 10 > size.width { size.width = right + 10 }
        for band in bands.indices { bands[band].frame.maxX = size.width - 4 }
    }

    /// Puts a lane's events into as few rows as have room for them.
    ///
    /// - Returns: the bottom of the last row.
    private mutating func placeEvents(of lane: Int, below top: Double) -> Double {
        let own = timeline.events.filter { $0.lane == lane }.sorted {
            ($0.period.mark, $0.node) < ($1.period.mark, $1.node)
        }
        guard !own.isEmpty else { return top - 13 }
        var rows: [(right: Double, height: Double)] = []
        var rowOf: [Int] = []
        for event in own {
            let size = sizes.nodes[event.node]
            let x = max(axis.left + size.width / 2, axis.x(event.period.mark))
            let row = rows.firstIndex { $0.right + 10 <= x - size.width / 2 } ?? rows.count
            if row == rows.count { rows.append((0, 0)) }
            rows[row].right = x + size.width / 2
            rows[row].height = max(rows[row].height, size.height)
            rowOf.append(row)
            frames[event.node] = Rectangle(
                centre: GraphLayout.Point(x: x, y: 0), size: size)
        }
        var tops: [Double] = []
        var y = top
        for row in rows {
            tops.append(y)
            y += row.height + 8
        }
        for (event, row) in zip(own, rowOf) {
            frames[event.node] = frames[event.node].moved(y: tops[row] - frames[event.node].minY)
        }
        return y
    }

    /// The layout with all links led; words on them are placed later.
    func layout() -> ChartLayout {
        ChartLayout(
            size: size, nodes: frames, boxes: [], titles: [], courses: courses(),
            labels: Array(repeating: nil, count: timeline.chart.links.count), legend: nil)
    }

    // MARK: - Links

    private func courses() -> [ChartLayout.Course] {
        let laneOf = Dictionary(uniqueKeysWithValues: timeline.lanes.enumerated().map { ($1.node, $0) })
        let eventOf = Dictionary(uniqueKeysWithValues: timeline.events.map { ($0.node, $0) })
        // Lines at the same place stand side by side.
        var taken: [Int: Int] = [:]
        return timeline.chart.links.enumerated().map { number, link in
            let time = timeline.times[number]
            let event = eventOf[link.tail] ?? eventOf[link.head]
            var x = axis.x(event.map { $0.period.mark } ?? time.mark)
            if let event, laneOf[link.tail] == event.lane || laneOf[link.head] == event.lane {
                return line(link, x: frames[event.node].centre.x, laneOf)
            }
            let slot = Int((x / 5).rounded())
            let turn = taken[slot, default: 0]
            taken[slot] = turn + 1
            x += Double((turn + 1) / 2) * (turn % 2 == 0 ? -6 : 6)
            if let event {
                // Beside the event's middle, where its own lane's line is.
                let frame = frames[event.node]
                let shift = Double((turn % 3) + 1) * 6
                x = min(frame.maxX - 6, frame.centre.x + shift)
            }
            return line(link, x: x, laneOf)
        }
    }

    /// A line from lane to lane or event; splits and mergers sweep.
    private func line(_ link: ChartLink, x: Double, _ laneOf: [Int: Int]) -> ChartLayout.Course {
        func level(_ node: Int, towards other: Int) -> (y: Double, half: Double) {
            if let lane = laneOf[node] { return (middles[lane], Self.barHeight / 2) }
            return (frames[node].centre.y, frames[node].height / 2)
        }
        let (a, b) = (level(link.tail, towards: link.head), level(link.head, towards: link.tail))
        let direction = b.y >= a.y ? 1.0 : -1.0
        let start = GraphLayout.Point(x: x, y: a.y + direction * a.half)
        let end = GraphLayout.Point(x: x, y: b.y - direction * b.half)
        let length = min(writer.arrowLength(of: link), abs(end.y - start.y) / 2)
        let stop = GraphLayout.Point(x: x, y: end.y - direction * length)
        let names = Set(link.edges.map { graph.ontology[graph.relation(of: $0)].name })
        guard !names.isDisjoint(with: ["splitsFrom", "mergesInto"]) else {
            let third = (stop - start) * (1 / 3)
            return ChartLayout.Course(
                curve: [start, start + third, stop - third, stop], tip: link.heads == .head ? end : nil)
        }
        // From the one before to the other's beginning, or from the end into the other: leaning with time.
        let lean = min(22, abs(stop.y - start.y) / 3 + 6)
        let from = GraphLayout.Point(x: start.x - lean, y: start.y)
        let bend = GraphLayout.Point(x: 0, y: (stop.y - start.y) * 0.55)
        return ChartLayout.Course(
            curve: [from, from + bend, GraphLayout.Point(x: stop.x, y: stop.y - bend.y), stop],
            tip: link.heads == .head ? end : nil)
    }

    // MARK: - Background

    func background(_ palette: Palette, height: Double) -> String {
        var drawing = XDot(height: height, palette: palette)
        drawing.line(width: 0.7)
        for band in bands {
            drawing.pen(Inks.boxBorder)
            drawing.brush(Inks.boxFill)
            drawing.rectangle(band.frame, isFilled: true)
        }
        let (top, bottom) = (Self.top, size.height - Self.top + 6)
        for tick in axis.ticks {
            let x = axis.x(tick.day)
            drawing.pen(tick.isMajor ? Inks.boxBorder : Inks.legendBorder)
            drawing.line(width: tick.isMajor ? 0.8 : 0.5, dash: tick.isMajor ? .solid : .dotted)
            drawing.polyline([GraphLayout.Point(x: x, y: top), GraphLayout.Point(x: x, y: bottom)])
            for y in [top - 7, bottom + 13] {
                drawing.label(
                    tick.label, at: GraphLayout.Point(x: x, y: y), size: 9.5,
                    ink: tick.isMajor ? Inks.text : Inks.detail, alignment: .centre)
            }
        }
        for band in bands {
            drawing.label(
                band.title.uppercased(),
                at: GraphLayout.Point(x: band.frame.minX + 8, y: band.frame.minY + 14),
                size: 10, ink: Inks.boxTitle)
        }
        for (number, lane) in timeline.lanes.enumerated() { draw(lane, at: middles[number], into: &drawing) }
        for event in timeline.events { draw(event, into: &drawing) }
        drawing.line(width: 1)
        return drawing.text
    }

    private func draw(_ lane: Timeline.Lane, at y: Double, into drawing: inout XDot) {
        let style = writer.style(of: timeline.chart.nodes[lane.node])
        let half = Self.barHeight / 2
        let shortest = 5.0
        var (from, to) = (axis.x(lane.period.latestStart), axis.x(lane.period.earliestEnd))
        if to - from < shortest { to = from + shortest }
        drawing.pen(Inks.legendBorder)
        drawing.line(width: 0.6, dash: .dotted)
        drawing.polyline([GraphLayout.Point(x: axis.left - 20, y: y), GraphLayout.Point(x: from, y: y)])
        drawing.line(width: 0.4)
        func bar(_ a: Double, _ b: Double, _ alpha: Double) {
            guard b > a else { return }
            // No outline: outlines of steps side by side would show as bars of their own.
            drawing.pen(style.border, alpha: 0)
            drawing.brush(style.border, alpha: alpha)
            drawing.rectangle(
                Rectangle(minX: a, minY: y - half, maxX: b, maxY: y + half), isFilled: true)
        }
        // What is known roughly, or not at all, fades in steps.
        let steps = 6
        if lane.beginsFaded {
            let start = max(axis.left, min(axis.x(lane.period.earliestStart), from - 26))
            for step in 0..<steps {
                let width = (from - start) / Double(steps)
                bar(
                    start + Double(step) * width, start + Double(step + 1) * width,
                    0.75 * Double(step + 1) / Double(steps + 1))
            }
        }
        bar(from, to, 0.85)
        if lane.endsFaded {
            let end = min(axis.right + 10, max(axis.x(lane.period.latestEnd), to + 26))
            for step in 0..<steps {
                let width = (end - to) / Double(steps)
                bar(
                    to + Double(step) * width, to + Double(step + 1) * width,
                    0.75 * Double(steps - step) / Double(steps + 1))
            }
        } else {
            drawing.pen(style.border)
            drawing.line(width: 2)
            drawing.polyline([
                GraphLayout.Point(x: to, y: y - half - 3), GraphLayout.Point(x: to, y: y + half + 3),
            ])
            drawing.line(width: 0.4)
        }
    }

    private func draw(_ event: Timeline.Event, into drawing: inout XDot) {
        let style = writer.style(of: timeline.chart.nodes[event.node])
        let y = middles[event.lane]
        let (from, to) = (axis.x(event.period.earliestStart), axis.x(event.period.latestEnd))
        if to - from > 7 {
            // When it was, as far as that is known: a stretch on the bar.
            drawing.pen(style.border, alpha: 0.9)
            drawing.brush(style.fill, alpha: 0.9)
            drawing.line(width: 0.8)
            drawing.rectangle(Rectangle(minX: from, minY: y - 3, maxX: to, maxY: y + 3), isFilled: true)
        }
        drawing.pen(style.border)
        drawing.brush(style.fill)
        drawing.line(width: 1.2)
        drawing.disc(
            GraphLayout.Point(x: axis.x(event.period.mark), y: y), radius: 4, isFilled: true)
    }
}
