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
        var farthest = 0.0
        for (index, corner) in corners.enumerated() {
            let side = corners[(index + 1) % corners.count] - corner
            let determinant = side.x * ray.y - side.y * ray.x
            guard abs(determinant) > 1e-12 else { continue }
            let offset = corner - inside
            let along = (side.x * offset.y - side.y * offset.x) / determinant
            let within = (ray.x * offset.y - ray.y * offset.x) / determinant
            if within >= -1e-9, within <= 1 + 1e-9, along > farthest { farthest = along }
        }
        return inside + ray * farthest
    }

    /// Where a ray from a point outside first meets the outline; the target if it does not.
    func entry(from outside: GraphLayout.Point, towards target: GraphLayout.Point) -> GraphLayout.Point {
        // A little beyond the target, which may lie on the outline itself.
        let ray = (target - outside) * 1.0001 + (target - outside).unit
        var nearest = Double.infinity
        for (index, corner) in corners.enumerated() {
            let side = corners[(index + 1) % corners.count] - corner
            let determinant = side.x * ray.y - side.y * ray.x
            guard abs(determinant) > 1e-12 else { continue }
            let offset = corner - outside
            let along = (side.x * offset.y - side.y * offset.x) / determinant
            let within = (ray.x * offset.y - ray.y * offset.x) / determinant
            if within >= -1e-9, within <= 1 + 1e-9, along > 1e-9, along <= 1, along < nearest {
                nearest = along
            }
        }
        return nearest.isFinite ? outside + ray * nearest : target
    }
}
