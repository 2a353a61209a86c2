/// How well a drawing can be read, in figures: overlaps, crossings, lines through nodes, where labels sit, shape.
///
/// The measures are those that readers' mistakes were found to go with: crossings above all (H. Purchase 1997,
/// doi:10.1007/3-540-63938-1_67), then lines through nodes and texts, even lengths, and a page of the screen's
/// shape. All are exact but ``crossings``, which is estimated from a sample where a drawing has so many lines that
/// counting would take seconds; ``crossingsAreEstimated`` says so.
///
/// - Complexity: linear in nodes, labels and pieces of lines, and in the pairs of them that are near each other;
///   100,000 nodes with twice as many edges take about a second.
public struct DrawingQuality: Hashable, Sendable {
    /// How many nodes were drawn.
    public var nodes: Int
    /// How many edges were drawn.
    public var edges: Int
    /// How many texts stand outside of nodes.
    public var labels: Int
    /// Pairs of nodes whose frames share more than a tenth of a point in both directions.
    public var nodeOverlaps = 0
    /// Pairs of texts outside of nodes that overlap.
    public var labelOverlaps = 0
    /// Pairs of a text outside of nodes and a node, not its own, that overlap.
    public var labelNodeOverlaps = 0
    /// How often two edges cross.
    public var crossings = 0
    /// Whether ``crossings`` is estimated.
    public var crossingsAreEstimated = false
    /// Pairs of an edge and a node, neither of its ends, that the edge runs through.
    public var edgeNodeHits = 0
    /// Pairs of an edge and a box around nodes, neither of its ends among them, that the edge runs through.
    public var edgeBoxHits = 0
    /// Pairs of an edge and a text of something else that the edge runs through.
    public var edgeLabelHits = 0
    /// The mean distance from an edge's text to the edge, in points; 0 where they touch.
    public var labelDistance = 0.0
    /// The largest such distance, in points.
    public var largestLabelDistance = 0.0
    /// Texts that are more than six points off their edge, about half a line.
    public var strayLabels = 0
    /// Width and height of the drawing, in points.
    public var width: Double
    /// Height of the drawing, in points.
    public var height: Double
    /// Width by height; 0 for an empty drawing.
    public var aspect: Double { height > 0 ? width / height : 0 }
    /// The share of the page, in a grid of 48 by 48, in which there is a node, a text or a line, 0 ... 1.
    public var areaUse = 0.0
    /// The mean length of an edge, in points.
    public var meanEdgeLength = 0.0
    /// The standard deviation of the edges' lengths by their mean: 0 where all are of one length.
    public var edgeLengthSpread = 0.0
    /// The length of all lines, those that edges share counted once, in points.
    public var ink = 0.0
    /// The share of line that edges save by sharing it, 0 ... 1.
    public var inkSaved = 0.0

    /// Judges a drawing.
    ///
    /// - Parameters:
    ///   - geometry: the drawing.
    ///   - comparisonLimit: how many pairs of lines to compare at most before crossings are estimated.
    ///   - seed: which sample they are estimated from.
    public init(of geometry: DrawingGeometry, comparisonLimit: Int = 40_000_000, seed: UInt64 = 1) {
        nodes = geometry.nodes.count
        edges = geometry.edges.count { $0.course.count > 1 }
        labels = geometry.labels.count
        width = geometry.size.width
        height = geometry.size.height
        let frames = geometry.nodes.map { Rectangle(around: $0.outline) }
        let texts = geometry.labels.map { Rectangle($0.box) }
        nodeOverlaps = Self.overlaps(frames)
        labelOverlaps = Self.overlaps(texts)
        labelNodeOverlaps = Self.overlaps(texts, frames) { label, node in
            geometry.labels[label].owner == .node(node)
        }
        let lines = LineIndex(geometry)
        (crossings, crossingsAreEstimated) = lines.crossings(limit: comparisonLimit, seed: seed)
        edgeNodeHits = lines.hits(of: geometry.nodes.map(\.outline)) { edge, node in
            geometry.edges[edge].tail == node || geometry.edges[edge].head == node
        }
        let around = geometry.ancestry
        edgeBoxHits = lines.hits(of: geometry.boxes.map { Rectangle($0.frame).corners }) { edge, box in
            let edge = geometry.edges[edge]
            return around(edge.tail, box) || around(edge.head, box)
        }
        edgeLabelHits = lines.hits(of: texts.map(\.corners)) { edge, label in
            geometry.labels[label].owner == .edge(edge)
        }
        measureLabels(geometry)
        measureLengths(geometry)
        ink = lines.ink
        inkSaved = lines.length > 0 ? max(0, 1 - ink / lines.length) : 0
        areaUse = Self.areaUse(geometry, frames + texts, lines)
    }

    /// One figure to choose between drawings of the same graph by: the lower, the better. What hides something
    /// weighs more than what only looks untidy.
    public var penalty: Double {
        let hidden = Double(nodeOverlaps + labelOverlaps + labelNodeOverlaps)
        let shape = aspect > 0 ? max(aspect / 1.6, 1.6 / aspect) - 1 : 0
        let scale = Double(max(edges, 1))
        return 100 * hidden + 20 * Double(strayLabels) + 6 * Double(edgeNodeHits)
            + 4 * Double(edgeBoxHits)
            + 3 * Double(edgeLabelHits) + Double(crossings) + 0.2 * scale * shape
            + 0.1 * scale * (1 - areaUse) + 0.1 * scale * edgeLengthSpread
    }

    /// How much two frames must share to overlap, in points.
    private static let tolerance = 0.1

    private static func overlaps(_ frames: [Rectangle]) -> Int {
        var count = 0
        let grid = grid(of: frames)
        for cell in 0..<grid.cellCount {
            let members = grid[cell]
            for i in members.indices {
                let first = frames[Int(members[i])]
                for j in members.indices[(i + 1)...] {
                    let second = frames[Int(members[j])]
                    if first.overlaps(second, by: tolerance),
                        grid.cell(at: first.corner(shared: second)) == cell
                    {
                        count += 1
                    }
                }
            }
        }
        return count
    }

    private static func overlaps(
        _ firsts: [Rectangle], _ seconds: [Rectangle], isOwn: (Int, Int) -> Bool
    ) -> Int {
        var count = 0
        let grid = grid(of: seconds)
        for (number, first) in firsts.enumerated() {
            grid.forEachCell(in: first) { cell in
                for other in grid[cell] {
                    let second = seconds[Int(other)]
                    if first.overlaps(second, by: tolerance), !isOwn(number, Int(other)),
                        grid.cell(at: first.corner(shared: second)) == cell
                    {
                        count += 1
                    }
                }
            }
        }
        return count
    }

    static func grid(of frames: [Rectangle]) -> CellGrid {
        let page = frames.reduce(Rectangle(around: [])) { $0.union($1) }
        // Cells much smaller than what lies in them list everything many times.
        let covered = frames.reduce(0) { $0 + $1.width * $1.height }
        let mean = covered / Double(max(1, frames.count))
        let area = page.width * page.height
        let cells = mean > 0 && area.isFinite ? min(Double(2 * frames.count), 4 * area / mean) : 1
        return CellGrid(frame: page, cells: max(1, Int(cells)), count: frames.count) { grid, number, visit in
            grid.forEachCell(in: frames[number], visit)
        }
    }

    private mutating func measureLabels(_ geometry: DrawingGeometry) {
        var (sum, count) = (0.0, 0)
        for label in geometry.labels {
            guard case .edge(let edge) = label.owner, geometry.edges.indices.contains(edge) else { continue }
            let distance = Rectangle(label.box).distance(to: geometry.edges[edge].course)
            guard distance.isFinite else { continue }
            sum += distance
            count += 1
            largestLabelDistance = max(largestLabelDistance, distance)
            if distance > 6 { strayLabels += 1 }
        }
        labelDistance = count > 0 ? sum / Double(count) : 0
    }

    private mutating func measureLengths(_ geometry: DrawingGeometry) {
        let lengths = geometry.edges.filter { $0.course.count > 1 }.map { edge in
            zip(edge.course, edge.course.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
        }
        .filter(\.isFinite)
        guard !lengths.isEmpty else { return }
        let mean = lengths.reduce(0, +) / Double(lengths.count)
        let variance = lengths.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(lengths.count)
        meanEdgeLength = mean
        edgeLengthSpread = mean > 0 ? variance.squareRoot() / mean : 0
    }

    private static func areaUse(
        _ geometry: DrawingGeometry, _ frames: [Rectangle], _ lines: LineIndex
    ) -> Double {
        let page = Rectangle(minX: 0, minY: 0, maxX: geometry.size.width, maxY: geometry.size.height)
        guard page.width > 0, page.height > 0 else { return 0 }
        let count = 48
        var isUsed = [Bool](repeating: false, count: count * count)
        func place(_ value: Double, _ extent: Double) -> Int {
            max(0, min(count - 1, Int(max(-1e6, min(1e6, value / extent * Double(count))))))
        }
        for frame in frames where frame.overlaps(page) {
            for row in place(frame.minY, page.height)...place(frame.maxY, page.height) {
                for column in place(frame.minX, page.width)...place(frame.maxX, page.width) {
                    isUsed[row * count + column] = true
                }
            }
        }
        for (a, b) in zip(lines.starts, lines.ends) {
            let steps = max(
                1, min(2 * count, Int(max(abs(b.x - a.x) / page.width, abs(b.y - a.y) / page.height) * 96)))
            for step in 0...steps {
                let point = a + (b - a) * (Double(step) / Double(steps))
                isUsed[place(point.y, page.height) * count + place(point.x, page.width)] = true
            }
        }
        return Double(isUsed.count { $0 }) / Double(isUsed.count)
    }
}

extension DrawingGeometry {
    /// Tells whether a node is within a box, or within one that is in it.
    var ancestry: (_ node: Int, _ box: Int) -> Bool {
        let (inner, parents) = (nodes.map(\.box), boxes.map(\.parent))
        return { node, box in
            var next = inner.indices.contains(node) ? inner[node] : nil
            while let current = next, current >= box {
                if current == box { return true }
                // A parent that does not come first would lead in circles.
                next = parents[current].flatMap { $0 < current ? $0 : nil }
            }
            return false
        }
    }
}

extension Rectangle {
    /// Whether two share more than a length in both directions.
    func overlaps(_ other: Rectangle, by length: Double) -> Bool {
        min(maxX, other.maxX) - max(minX, other.minX) > length
            && min(maxY, other.maxY) - max(minY, other.minY) > length
    }

    /// The upper left corner of what two overlapping rectangles share.
    func corner(shared other: Rectangle) -> GraphLayout.Point {
        GraphLayout.Point(x: max(minX, other.minX), y: max(minY, other.minY))
    }

    /// How far a line of straight pieces is away from it; 0 if it touches, infinite for no line.
    func distance(to course: [GraphLayout.Point]) -> Double {
        var least = Double.infinity
        for (a, b) in zip(course, course.dropFirst()) {
            if contains(a) || isCrossed(from: a, to: b) { return 0 }
            // Else the nearest points are an end of the one or a corner of the other.
            for end in [a, b] {
                let (x, y) = (max(minX - end.x, 0, end.x - maxX), max(minY - end.y, 0, end.y - maxY))
                least = min(least, (x * x + y * y).squareRoot())
            }
            let line = b - a
            let square = line.x * line.x + line.y * line.y
            guard square > 0 else { continue }
            for corner in corners {
                let share = ((corner.x - a.x) * line.x + (corner.y - a.y) * line.y) / square
                let foot = a + line * max(0, min(1, share))
                least = min(least, LinkChartDrawing.distance(corner, foot))
            }
        }
        return least
    }
}
