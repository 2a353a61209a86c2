#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The outline of a node's shape, where its links begin and end.
struct Outline {
    let corners: [GraphLayout.Point]

    /// - Parameters:
    ///   - shape: Graphviz's name; a shape not known here counts as its frame.
    init(shape: String, frame: Rectangle) {
        let (centre, a, b) = (frame.centre, frame.width / 2, frame.height / 2)
        func at(_ x: Double, _ y: Double) -> GraphLayout.Point {
            GraphLayout.Point(x: centre.x + x * a, y: centre.y + y * b)
        }
        switch shape {
        case "ellipse":
            corners = (0..<24).map { at(cos(Double($0) * .pi / 12), sin(Double($0) * .pi / 12)) }
        case "hexagon": corners = [at(1, 0), at(0.5, 1), at(-0.5, 1), at(-1, 0), at(-0.5, -1), at(0.5, -1)]
        case "octagon":
            let c = 0.4142
            corners = [
                at(1, -c), at(1, c), at(c, 1), at(-c, 1), at(-1, c), at(-1, -c), at(-c, -1), at(c, -1),
            ]
        case "house": corners = [at(1, -0.3), at(1, 1), at(-1, 1), at(-1, -0.3), at(0, -1)]
        default: corners = frame.corners
        }
    }

    /// Where a ray from a point within leaves the outline; the point itself if it does not.
    func exit(from inside: GraphLayout.Point, towards target: GraphLayout.Point) -> GraphLayout.Point {
        let ray = target - inside
        return inside + ray * (crossings(from: inside, ray).filter { $0 > 0 }.max() ?? 0)
    }

    /// Where a ray from a point outside first meets the outline; the target if it does not.
    func entry(from outside: GraphLayout.Point, towards target: GraphLayout.Point) -> GraphLayout.Point {
        // A little beyond the target, which may lie on the outline itself.
        let ray = (target - outside) * 1.0001 + (target - outside).unit
        let nearest = crossings(from: outside, ray).filter { $0 > 1e-9 && $0 <= 1 }.min()
        return nearest.map { outside + ray * $0 } ?? target
    }

    /// How far along a ray, as a share of it, it crosses each side that it crosses; negative behind its beginning.
    private func crossings(from start: GraphLayout.Point, _ ray: GraphLayout.Point) -> [Double] {
        corners.indices.compactMap { index in
            let side = corners[(index + 1) % corners.count] - corners[index]
            let determinant = side.x * ray.y - side.y * ray.x
            guard abs(determinant) > 1e-12 else { return nil }
            let offset = corners[index] - start
            let within = (ray.x * offset.y - ray.y * offset.x) / determinant
            guard within >= -1e-9, within <= 1 + 1e-9 else { return nil }
            return (side.x * offset.y - side.y * offset.x) / determinant
        }
    }
}
