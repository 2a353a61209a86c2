internal import LinkChartModel

/// The part of the globe that a map shows, and where on the page each place of it is.
struct MapView {
    let projection: MapProjection
    /// In points.
    let width: Double
    let height: Double
    /// The shown part of the plane, y to the north.
    private let frame: Rectangle
    /// Longitudes (around the middle, perhaps beyond 180) and latitudes that may be seen.
    private let window: Rectangle

    /// Chooses a projection and a part that shows some places with room around them.
    ///
    /// - Parameters:
    ///   - places: what must be seen; none is the whole world.
    ///   - width: of the page, in points.
    init(showing places: [WorldMap.Place], width: Double) {
        let middle = MapProjection.middle(of: places)
        let reach = middle.map { middle in places.map { MapProjection.distance($0, middle) }.max() ?? 0 }
        let projection: MapProjection =
            if let middle, let reach, reach < 55 {
                .azimuthal(longitude: middle.longitude, latitude: middle.latitude)
            } else {
                .equalEarth(longitude: Self.emptiestMeridian(places))
            }
        let points = places.compactMap { projection.project($0) }
        var frame = points.reduce(
            Rectangle(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
        ) { $0.union(Rectangle(minX: $1.x, minY: $1.y, maxX: $1.x, maxY: $1.y)) }
        if points.isEmpty {
            // From Tierra del Fuego to Spitsbergen.
            frame = Rectangle(minX: -2.7, minY: -0.95, maxX: 2.7, maxY: 1.3)
        } else {
            // A margin for cards and surroundings; a single place is shown with some 1,200 km around it.
            let margin = max(0.1, 0.16 * max(frame.width, frame.height))
            frame = frame.inset(by: -margin)
            // Neither a strip nor a tower.
            let aspect = frame.width / frame.height
            if aspect > 2.2 {
                let more = (frame.width / 2.2 - frame.height) / 2
                frame = Rectangle(
                    minX: frame.minX, minY: frame.minY - more, maxX: frame.maxX, maxY: frame.maxY + more)
            } else if aspect < 1.35 {
                let more = (frame.height * 1.35 - frame.width) / 2
                frame = Rectangle(
                    minX: frame.minX - more, minY: frame.minY, maxX: frame.maxX + more, maxY: frame.maxY)
            }
        }
        if case .equalEarth = projection {
            // Nothing lies beyond the edge of the world.
            let (x, y) = (2.7066, 1.3173)
            frame = Rectangle(
                minX: max(frame.minX, -x), minY: max(frame.minY, -y), maxX: min(frame.maxX, x),
                maxY: min(frame.maxY, y))
        }
        self.projection = projection
        self.frame = frame
        self.width = width
        height = width * frame.height / frame.width
        window = Self.window(of: frame, projection)
    }

    /// The meridian opposite of the widest gap between places, so that the map's edge runs through the gap.
    private static func emptiestMeridian(_ places: [WorldMap.Place]) -> Double {
        let longitudes = places.map(\.longitude).sorted()
        guard let first = longitudes.first, let last = longitudes.last, longitudes.count > 1 else {
            // The Bering Strait is the edge of common maps.
            return 11
        }
        var (widest, middle) = (first + 360 - last, (first + 360 + last) / 2)
        for (a, b) in zip(longitudes, longitudes.dropFirst()) where b - a > widest {
            (widest, middle) = (b - a, (a + b) / 2)
        }
        let centre = MapProjection.turned(middle + 180)
        // Near to the usual map the usual map is better.
        return abs(centre - 11) < 30 ? 11 : centre
    }

    private static func window(of frame: Rectangle, _ projection: MapProjection) -> Rectangle {
        let centre: Double
        switch projection {
        case .equalEarth(let longitude):
            return Rectangle(minX: longitude - 180, minY: -90, maxX: longitude + 180, maxY: 90)
        case .azimuthal(let longitude, _): centre = longitude
        }
        var (east, low, high) = (0.0, 90.0, -90.0)
        for step in 0...40 {
            for other in 0...40 {
                let x = frame.minX + frame.width * Double(step) / 40
                let y = frame.minY + frame.height * Double(other) / 40
                guard let place = projection.place(x: x, y: y) else { continue }
                east = max(east, abs(MapProjection.turned(place.longitude - centre)))
                low = min(low, place.latitude)
                high = max(high, place.latitude)
            }
        }
        // Where a pole is seen, so is every meridian.
        for pole in [90.0, -90] {
            guard let point = projection.project(WorldMap.Place(longitude: 0, latitude: pole)),
                frame.contains(GraphLayout.Point(x: point.x, y: point.y))
            else { continue }
            east = 180
            if pole > 0 { high = 90 } else { low = -90 }
        }
        east = min(180, east + 4)
        return Rectangle(
            minX: centre - east, minY: max(-90, low - 3), maxX: centre + east, maxY: min(90, high + 3))
    }

    /// Where a place is on the page; nil if it can't be shown.
    func point(of place: WorldMap.Place) -> GraphLayout.Point? {
        projection.project(place).map { page($0.x, $0.y) }
    }

    private func page(_ x: Double, _ y: Double) -> GraphLayout.Point {
        GraphLayout.Point(
            x: (x - frame.minX) / frame.width * width, y: (frame.maxY - y) / frame.height * height)
    }

    // MARK: - Drawing

    /// A polygon of longitudes and latitudes on the page, cut to its frame.
    private func outline(_ piece: [GraphLayout.Point]) -> [GraphLayout.Point] {
        let points = PolygonClip.densified(piece, step: 2.5).compactMap {
            point(of: WorldMap.Place(longitude: $0.x, latitude: $0.y))
        }
        let page = Rectangle(minX: 0, minY: 0, maxX: width, maxY: height)
        let clipped = PolygonClip.clip(points, to: page)
        // Points that the eye can't tell apart are left out.
        var kept: [GraphLayout.Point] = []
        for point in clipped where kept.last.map({ distance($0, point) > 0.35 }) ?? true {
            kept.append(point)
        }
        return kept
    }

    /// Draws sea, land and borders, the countries concerned brighter.
    func draw(into drawing: inout XDot, highlighting concerned: Set<Int>, map: WorldMap = .shared) {
        drawing.line(width: 0.5)
        drawing.pen(Inks.sea)
        drawing.brush(Inks.sea)
        drawing.polygon(
            outline([
                GraphLayout.Point(x: window.minX, y: window.minY),
                GraphLayout.Point(x: window.maxX, y: window.minY),
                GraphLayout.Point(x: window.maxX, y: window.maxY),
                GraphLayout.Point(x: window.minX, y: window.maxY),
            ]), isFilled: true)
        drawing.line(width: 0.6)
        for isConcerned in [false, true] {
            drawing.pen(isConcerned ? Inks.coast : Inks.frontier)
            drawing.brush(isConcerned ? Inks.focusLand : Inks.land)
            for (number, country) in map.countries.enumerated()
            where concerned.contains(number) == isConcerned {
                for ring in country.rings {
                    for piece in PolygonClip.pieces(of: ring, within: window) {
                        drawing.polygon(outline(piece), isFilled: true)
                    }
                }
            }
        }
        // Concerned countries too small for an outline are circles.
        drawing.pen(Inks.coast)
        for number in concerned.sorted() where map.countries[number].rings.isEmpty {
            if let point = point(of: map.countries[number].label) {
                drawing.disc(point, radius: 6, isFilled: true)
            }
        }
        drawing.pen(Inks.coast)
        drawing.line(width: 0.8)
        drawing.rectangle(Rectangle(minX: 0, minY: 0, maxX: width, maxY: height), isFilled: false)
    }
}
