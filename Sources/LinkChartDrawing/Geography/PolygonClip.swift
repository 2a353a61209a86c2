/// Cuts polygons at upright rectangles (Sutherland, Hodgman 1974).
enum PolygonClip {
    /// The part of a polygon within a rectangle. Parts that hang together only outside of it are joined along its edge.
    static func clip(_ polygon: [GraphLayout.Point], to frame: Rectangle) -> [GraphLayout.Point] {
        var points = polygon
        for side in 0..<4 {
            guard let last = points.last else { return [] }
            func inside(_ p: GraphLayout.Point) -> Bool {
                switch side {
                case 0: p.x >= frame.minX
                case 1: p.x <= frame.maxX
                case 2: p.y >= frame.minY
                default: p.y <= frame.maxY
                }
            }
            func crossing(_ a: GraphLayout.Point, _ b: GraphLayout.Point) -> GraphLayout.Point {
                let (edge, from, to) =
                    switch side {
                    case 0: (frame.minX, a.x, b.x)
                    case 1: (frame.maxX, a.x, b.x)
                    case 2: (frame.minY, a.y, b.y)
                    default: (frame.maxY, a.y, b.y)
                    }
                return a + (b - a) * ((edge - from) / (to - from))
            }
            var kept: [GraphLayout.Point] = []
            var previous = last
            for point in points {
                switch (inside(previous), inside(point)) {
                case (true, true): kept.append(point)
                case (true, false): kept.append(crossing(previous, point))
                case (false, true): kept += [crossing(previous, point), point]
                case (false, false): break
                }
                previous = point
            }
            points = kept
        }
        return points
    }

    /// A ring of longitudes and latitudes around a meridian in the middle: no step of it is longer than half a turn, and
    /// what reaches over the edge comes back at the other.
    static func pieces(
        of ring: [WorldMap.Place], within window: Rectangle
    ) -> [[GraphLayout.Point]] {
        guard let first = ring.first else { return [] }
        var points: [GraphLayout.Point] = []
        var longitude = first.longitude
        var previous = first.longitude
        for place in ring {
            longitude += MapProjection.turned(place.longitude - previous)
            previous = place.longitude
            points.append(GraphLayout.Point(x: longitude, y: place.latitude))
        }
        // A ring around a pole ends a turn away from where it began: it goes on along the pole.
        let end = longitude + MapProjection.turned(first.longitude - previous)
        if abs(end - points[0].x) > 180 {
            let pole = (points.map(\.y).reduce(0, +) < 0) ? -90.0 : 90.0
            points += [
                GraphLayout.Point(x: end, y: points[0].y), GraphLayout.Point(x: end, y: pole),
                GraphLayout.Point(x: points[0].x, y: pole),
            ]
        }
        return [-720.0, -360, 0, 360, 720].compactMap { turn in
            let piece = clip(points.map { GraphLayout.Point(x: $0.x + turn, y: $0.y) }, to: window)
            return piece.count >= 3 ? piece : nil
        }
    }

    /// The same ring with points so dense that straight lines in the plane stay near to what they stand for.
    static func densified(_ ring: [GraphLayout.Point], step: Double) -> [GraphLayout.Point] {
        var points: [GraphLayout.Point] = []
        for (index, point) in ring.enumerated() {
            let next = ring[(index + 1) % ring.count]
            points.append(point)
            let pieces = Int(min(400, (distance(point, next) / step).rounded(.up)))
            guard pieces > 1 else { continue }
            for piece in 1..<pieces {
                points.append(point + (next - point) * (Double(piece) / Double(pieces)))
            }
        }
        return points
    }
}
