import LinkChartTestKit

@testable import LinkChartDrawing

/// Drawings with everything anywhere: overlaps, crossings, hits, touching and equal things, far outliers.
enum RandomGeometry {
    static func drawing(seed: UInt64, nodes: Int = 30, edges: Int = 50, extent: Double = 300)
        -> DrawingGeometry
    {
        var generator = LinkChartTestKit.SplitMix64(seed: seed)
        // Half of the time on a lattice, so that things touch and ends coincide.
        let isLattice = Bool.random(using: &generator)
        func value(_ range: ClosedRange<Double>) -> Double {
            let value = Double.random(in: range, using: &generator)
            return isLattice ? (value / 10).rounded() * 10 : value
        }
        func point() -> GraphLayout.Point {
            GraphLayout.Point(x: value(0...extent), y: value(0...extent * 0.7))
        }
        func box() -> GraphLayout.Box {
            GraphLayout.Box(origin: point(), size: .init(width: value(5...60), height: value(5...30)))
        }
        var geometry = DrawingGeometry(size: .init(width: extent, height: extent * 0.7))
        let boxes = nodes / 6
        for number in 0..<boxes {
            geometry.boxes.append(
                .init(
                    frame: box(),
                    parent: number > 0 && number % 2 == 0
                        ? Int.random(in: 0..<number, using: &generator) : nil))
        }
        for _ in 0..<nodes {
            let box = box()
            let shape =
                ["box", "ellipse", "hexagon", "octagon", "house"].randomElement(using: &generator) ?? "box"
            geometry.nodes.append(
                .init(
                    outline: Outline(shape: shape, frame: Rectangle(box)).corners,
                    box: boxes > 0 && Bool.random(using: &generator)
                        ? Int.random(in: 0..<boxes, using: &generator) : nil))
        }
        for _ in 0..<(nodes == 0 ? 0 : edges) {
            let count = Int.random(in: 0...4, using: &generator)
            geometry.edges.append(
                .init(
                    tail: Int.random(in: 0..<nodes, using: &generator),
                    head: Int.random(in: 0..<nodes, using: &generator),
                    course: count == 0 ? [] : (0...count).map { _ in point() }))
        }
        for number in 0..<(edges / 4) {
            let owner: DrawingGeometry.Label.Owner =
                switch number % 3 {
                case 0 where nodes > 0: .edge(Int.random(in: 0..<edges, using: &generator))
                case 1 where nodes > 0: .node(Int.random(in: 0..<nodes, using: &generator))
                default: .other
                }
            geometry.labels.append(.init(box: box(), owner: owner))
        }
        return geometry
    }
}

/// The same figures by comparing everything with everything, written from their definitions.
struct BruteForceQuality {
    let geometry: DrawingGeometry
    private let frames: [Rectangle]
    private let texts: [Rectangle]

    init(_ geometry: DrawingGeometry) {
        self.geometry = geometry
        frames = geometry.nodes.map { node in
            Rectangle(
                minX: node.outline.map(\.x).min() ?? 0, minY: node.outline.map(\.y).min() ?? 0,
                maxX: node.outline.map(\.x).max() ?? 0, maxY: node.outline.map(\.y).max() ?? 0)
        }
        texts = geometry.labels.map { label in
            Rectangle(
                minX: label.box.origin.x, minY: label.box.origin.y,
                maxX: label.box.origin.x + label.box.size.width,
                maxY: label.box.origin.y + label.box.size.height)
        }
    }

    private func share(_ a: Rectangle, _ b: Rectangle) -> Bool {
        min(a.maxX, b.maxX) - max(a.minX, b.minX) > 0.1 && min(a.maxY, b.maxY) - max(a.minY, b.minY) > 0.1
    }

    private func pairs(_ rectangles: [Rectangle]) -> Int {
        var count = 0
        for (number, first) in rectangles.enumerated() {
            for second in rectangles[(number + 1)...] where share(first, second) { count += 1 }
        }
        return count
    }

    var nodeOverlaps: Int { pairs(frames) }
    var labelOverlaps: Int { pairs(texts) }

    var labelNodeOverlaps: Int {
        var count = 0
        for (label, text) in texts.enumerated() {
            for (node, frame) in frames.enumerated()
            where geometry.labels[label].owner != .node(node) && share(text, frame) { count += 1 }
        }
        return count
    }

    private func pieces(_ edge: Int) -> [(GraphLayout.Point, GraphLayout.Point)] {
        let course = geometry.edges[edge].course
        return zip(course, course.dropFirst()).filter { $0.0 != $0.1 }
    }

    var crossings: Int {
        func turn(_ p: GraphLayout.Point, _ q: GraphLayout.Point, _ r: GraphLayout.Point) -> Double {
            (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        var count = 0
        for first in geometry.edges.indices {
            for second in geometry.edges.indices where second > first {
                for (a, b) in pieces(first) {
                    for (c, d) in pieces(second) {
                        if turn(a, b, c) * turn(a, b, d) < 0, turn(c, d, a) * turn(c, d, b) < 0 { count += 1 }
                    }
                }
            }
        }
        return count
    }

    /// The length of a line within a convex polygon, by cutting the line where it meets the polygon's sides and
    /// asking for the middle of each part whether it is inside.
    private func length(_ a: GraphLayout.Point, _ b: GraphLayout.Point, within polygon: [GraphLayout.Point])
        -> Double
    {
        var shares = [0.0, 1.0]
        for (index, p) in polygon.enumerated() {
            let q = polygon[(index + 1) % polygon.count]
            let determinant = (b.x - a.x) * (q.y - p.y) - (b.y - a.y) * (q.x - p.x)
            if determinant == 0 { continue }
            let share = ((p.x - a.x) * (q.y - p.y) - (p.y - a.y) * (q.x - p.x)) / determinant
            if share > 0, share < 1 { shares.append(share) }
        }
        shares.sort()
        var sum = 0.0
        for (low, high) in zip(shares, shares.dropFirst()) {
            let middle = a + (b - a) * ((low + high) / 2)
            var (left, right) = (0, 0)
            for (index, p) in polygon.enumerated() {
                let q = polygon[(index + 1) % polygon.count]
                let turn = (q.x - p.x) * (middle.y - p.y) - (q.y - p.y) * (middle.x - p.x)
                if turn > 1e-9 { left += 1 }
                if turn < -1e-9 { right += 1 }
            }
            if left == polygon.count || right == polygon.count { sum += (high - low) * distance(a, b) }
        }
        return sum
    }

    private func hits(_ polygon: [GraphLayout.Point], edge: Int) -> Bool {
        pieces(edge).contains { length($0.0, $0.1, within: polygon) > 1 }
    }

    var edgeNodeHits: Int {
        var count = 0
        for (number, edge) in geometry.edges.enumerated() {
            for node in geometry.nodes.indices where node != edge.tail && node != edge.head {
                if hits(geometry.nodes[node].outline, edge: number) { count += 1 }
            }
        }
        return count
    }

    var edgeBoxHits: Int {
        func boxes(_ node: Int) -> [Int] {
            var list: [Int] = []
            var next = geometry.nodes[node].box
            while let box = next {
                list.append(box)
                next = geometry.boxes[box].parent
            }
            return list
        }
        var count = 0
        for (number, edge) in geometry.edges.enumerated() {
            for (box, content) in geometry.boxes.enumerated()
            where !boxes(edge.tail).contains(box) && !boxes(edge.head).contains(box) {
                if hits(Rectangle(content.frame).corners, edge: number) { count += 1 }
            }
        }
        return count
    }

    var edgeLabelHits: Int {
        var count = 0
        for number in geometry.edges.indices {
            for (label, text) in texts.enumerated() where geometry.labels[label].owner != .edge(number) {
                if hits(text.corners, edge: number) { count += 1 }
            }
        }
        return count
    }

    /// By looking at thousands of points along the edge; at most as far off as these lie apart.
    func labelDistance(_ label: Int) -> Double? {
        guard case .edge(let edge) = geometry.labels[label].owner else { return nil }
        let text = texts[label]
        var least: Double?
        for (a, b) in pieces(edge) {
            for step in 0...2000 {
                let point = a + (b - a) * (Double(step) / 2000)
                let (x, y) = (
                    max(text.minX - point.x, 0, point.x - text.maxX),
                    max(text.minY - point.y, 0, point.y - text.maxY)
                )
                least = min(least ?? .infinity, (x * x + y * y).squareRoot())
            }
        }
        return least
    }
}
