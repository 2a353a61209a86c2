#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An upright rectangle by its edges, in points; y grows downwards.
struct Rectangle: Hashable, Sendable {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    init(centre: GraphLayout.Point, size: GraphLayout.Size) {
        self.init(
            minX: centre.x - size.width / 2, minY: centre.y - size.height / 2,
            maxX: centre.x + size.width / 2, maxY: centre.y + size.height / 2)
    }

    var width: Double { maxX - minX }
    var height: Double { maxY - minY }
    var centre: GraphLayout.Point { GraphLayout.Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }
    var corners: [GraphLayout.Point] {
        [
            GraphLayout.Point(x: minX, y: minY), GraphLayout.Point(x: maxX, y: minY),
            GraphLayout.Point(x: maxX, y: maxY), GraphLayout.Point(x: minX, y: maxY),
        ]
    }

    func inset(by margin: Double) -> Rectangle {
        Rectangle(minX: minX + margin, minY: minY + margin, maxX: maxX - margin, maxY: maxY - margin)
    }

    func moved(x: Double = 0, y: Double = 0) -> Rectangle {
        Rectangle(minX: minX + x, minY: minY + y, maxX: maxX + x, maxY: maxY + y)
    }

    func union(_ other: Rectangle) -> Rectangle {
        Rectangle(
            minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
            maxY: max(maxY, other.maxY))
    }

    /// Whether the two share more than their edges.
    func overlaps(_ other: Rectangle) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    func contains(_ point: GraphLayout.Point) -> Bool {
        minX < point.x && point.x < maxX && minY < point.y && point.y < maxY
    }

    func contains(_ other: Rectangle) -> Bool {
        minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
    }

    /// Whether a straight line between two points runs through the inside (Liang and Barsky 1984).
    func isCrossed(from a: GraphLayout.Point, to b: GraphLayout.Point) -> Bool {
        if max(a.x, b.x) <= minX || min(a.x, b.x) >= maxX || max(a.y, b.y) <= minY || min(a.y, b.y) >= maxY {
            return false
        }
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        var (enter, leave) = (0.0, 1.0)
        for (direction, low, high) in [(dx, minX - a.x, maxX - a.x), (dy, minY - a.y, maxY - a.y)] {
            if direction == 0 {
                if low >= 0 || high <= 0 { return false }
                continue
            }
            let (first, second) = (low / direction, high / direction)
            enter = max(enter, min(first, second))
            leave = min(leave, max(first, second))
            if enter >= leave { return false }
        }
        return enter < leave
    }
}

/// Whether two straight lines cross in their insides.
func segmentsCross(
    _ a: GraphLayout.Point, _ b: GraphLayout.Point, _ c: GraphLayout.Point, _ d: GraphLayout.Point
) -> Bool {
    if max(a.x, b.x) <= min(c.x, d.x) || max(c.x, d.x) <= min(a.x, b.x) || max(a.y, b.y) <= min(c.y, d.y)
        || max(c.y, d.y) <= min(a.y, b.y)
    {
        return false
    }
    func side(_ p: GraphLayout.Point, _ q: GraphLayout.Point, _ r: GraphLayout.Point) -> Double {
        (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

func distance(_ a: GraphLayout.Point, _ b: GraphLayout.Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
}

extension GraphLayout.Point {
    static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Self, b: Self) -> Self { Self(x: a.x - b.x, y: a.y - b.y) }
    static func * (a: Self, factor: Double) -> Self { Self(x: a.x * factor, y: a.y * factor) }
    var length: Double { (x * x + y * y).squareRoot() }
    /// The same direction with length 1; right for the point at the origin.
    var unit: Self {
        let length = length
        return length > 1e-9 ? self * (1 / length) : Self(x: 1, y: 0)
    }
    /// Turned a quarter to the left as seen on the page.
    var normal: Self { Self(x: y, y: -x) }
}
