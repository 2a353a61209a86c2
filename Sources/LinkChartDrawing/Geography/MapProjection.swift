#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// From the globe to the plane, keeping areas: what is twice as large on the map is twice as large.
enum MapProjection: Hashable, Sendable {
    /// The whole world: Equal Earth (Šavrič, Patterson, Jenny 2018, doi:10.1080/13658816.2018.1504949).
    case equalEarth(longitude: Double)
    /// A part of it: Lambert's azimuthal equal-area projection (Snyder 1987, USGS Professional Paper 1395, pages 182 to
    /// 190), around a middle.
    case azimuthal(longitude: Double, latitude: Double)

    private static let a = (1.340264, -0.081106, 0.000893, 0.003796)

    /// Coordinates on a sphere of radius 1, y to the north.
    ///
    /// - Returns: nil for what lies (almost) opposite of an azimuthal projection's middle.
    func project(_ place: WorldMap.Place) -> (x: Double, y: Double)? {
        let radians = Double.pi / 180
        let latitude = min(90, max(-90, place.latitude)) * radians
        switch self {
        case .equalEarth(let centre):
            let longitude = Self.turned(place.longitude - centre) * radians
            let root = 3.0.squareRoot()
            let t = asin(root / 2 * sin(latitude))
            let (a, t2) = (Self.a, t * t)
            let t6 = t2 * t2 * t2
            let slope = a.0 + 3 * a.1 * t2 + t6 * (7 * a.2 + 9 * a.3 * t2)
            return (2 * root * longitude * cos(t) / (3 * slope), t * (a.0 + a.1 * t2 + t6 * (a.2 + a.3 * t2)))
        case .azimuthal(let longitude, let middle):
            let (east, centre) = ((place.longitude - longitude) * radians, middle * radians)
            let nearness = sin(centre) * sin(latitude) + cos(centre) * cos(latitude) * cos(east)
            guard nearness > -0.999 else { return nil }
            let scale = (2 / (1 + nearness)).squareRoot()
            return (
                scale * cos(latitude) * sin(east),
                scale * (cos(centre) * sin(latitude) - sin(centre) * cos(latitude) * cos(east))
            )
        }
    }

    /// The place of coordinates; nil for what lies beyond the world's edge.
    func place(x: Double, y: Double) -> WorldMap.Place? {
        let degrees = 180 / Double.pi
        switch self {
        case .equalEarth(let centre):
            var t = y
            // Newton's method; five steps are exact to the last digits.
            for _ in 0..<12 {
                let (a, t2) = (Self.a, t * t)
                let t6 = t2 * t2 * t2
                let error = t * (a.0 + a.1 * t2 + t6 * (a.2 + a.3 * t2)) - y
                t -= error / (a.0 + 3 * a.1 * t2 + t6 * (7 * a.2 + 9 * a.3 * t2))
            }
            let root = 3.0.squareRoot()
            let sine = 2 / root * sin(t)
            guard abs(sine) <= 1 else { return nil }
            let (a, t2) = (Self.a, t * t)
            let t6 = t2 * t2 * t2
            let slope = a.0 + 3 * a.1 * t2 + t6 * (7 * a.2 + 9 * a.3 * t2)
            let longitude = x * 3 * slope / (2 * root * cos(t)) * degrees
            guard abs(longitude) <= 180 + 1e-9 else { return nil }
            return WorldMap.Place(
                longitude: Self.turned(longitude + centre), latitude: asin(sine) * degrees)
        case .azimuthal(let longitude, let middle):
            let distance = hypot(x, y)
            guard distance <= 2 else { return nil }
            guard distance > 0 else { return WorldMap.Place(longitude: longitude, latitude: middle) }
            let (angle, centre) = (2 * asin(distance / 2), middle / degrees)
            let sine = cos(angle) * sin(centre) + y * sin(angle) * cos(centre) / distance
            let east = atan2(
                x * sin(angle), distance * cos(centre) * cos(angle) - y * sin(centre) * sin(angle))
            return WorldMap.Place(
                longitude: Self.turned(longitude + east * degrees),
                latitude: asin(min(1, max(-1, sine))) * degrees)
        }
    }

    /// A longitude from -180 to 180.
    static func turned(_ longitude: Double) -> Double {
        guard abs(longitude) > 180 else { return longitude }
        let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
        return turned < 0 ? turned + 180 : turned - 180
    }

    /// How far two places are apart, in degrees of a great circle.
    static func distance(_ a: WorldMap.Place, _ b: WorldMap.Place) -> Double {
        let radians = Double.pi / 180
        let (p, q) = (a.latitude * radians, b.latitude * radians)
        let half = sin((q - p) / 2)
        let across = sin((b.longitude - a.longitude) * radians / 2)
        let h = half * half + cos(p) * cos(q) * across * across
        return 2 * asin(min(1, h.squareRoot())) / radians
    }

    /// The middle of places: the direction of their sum as vectors; nil where they cancel out.
    static func middle(of places: [WorldMap.Place]) -> WorldMap.Place? {
        let radians = Double.pi / 180
        var (x, y, z) = (0.0, 0.0, 0.0)
        for place in places {
            let (l, p) = (place.longitude * radians, place.latitude * radians)
            x += cos(p) * cos(l)
            y += cos(p) * sin(l)
            z += sin(p)
        }
        guard hypot(hypot(x, y), z) > 1e-6 * Double(places.count) else { return nil }
        return WorldMap.Place(
            longitude: atan2(y, x) / radians, latitude: atan2(z, hypot(x, y)) / radians)
    }
}
