/// Which corners of obstacles see each other, and shortest ways over them.
struct VisibilityGraph {
    private let obstacles: [Rectangle]
    /// Corners a little outside of their obstacles, so that ways may touch them.
    let corners: [GraphLayout.Point]
    /// Away from the obstacle, one along each axis.
    let outward: [GraphLayout.Point]
    private var neighbours: [[(corner: Int, length: Double)]]
    /// How many ways lead over each corner already.
    private var uses: [Int]

    /// - Complexity: O(n³) for n obstacles, most of it tests that end at once.
    init(obstacles: [Rectangle]) {
        self.obstacles = obstacles
        var corners: [GraphLayout.Point] = []
        var outward: [GraphLayout.Point] = []
        for (number, obstacle) in obstacles.enumerated() {
            let around = obstacle.inset(by: -0.5)
            let inside = obstacles.indices.filter { $0 != number && obstacles[$0].overlaps(around) }
            for corner in around.corners where !inside.contains(where: { obstacles[$0].contains(corner) }) {
                corners.append(corner)
                outward.append(
                    GraphLayout.Point(
                        x: corner.x < obstacle.centre.x ? -1 : 1, y: corner.y < obstacle.centre.y ? -1 : 1))
            }
        }
        self.corners = corners
        self.outward = outward
        uses = Array(repeating: 0, count: corners.count)
        neighbours = Array(repeating: [], count: corners.count)
        for i in corners.indices {
            for j in corners.indices.dropFirst(i + 1)
            where Self.isFree(from: corners[i], to: corners[j], obstacles, ignoring: []) {
                let length = distance(corners[i], corners[j])
                neighbours[i].append((j, length))
                neighbours[j].append((i, length))
            }
        }
    }

    private static func isFree(
        from a: GraphLayout.Point, to b: GraphLayout.Point, _ obstacles: [Rectangle], ignoring: [Int]
    ) -> Bool {
        for (number, obstacle) in obstacles.enumerated() where obstacle.isCrossed(from: a, to: b) {
            if !ignoring.contains(number) { return false }
        }
        return true
    }

    /// The shortest way between two points around all obstacles but those ignored, the points included; the
    /// straight line if there is none (Dijkstra 1959).
    ///
    /// - Complexity: O(c²) for c corners.
    mutating func path(
        from a: GraphLayout.Point, to b: GraphLayout.Point, ignoring: [Int]
    ) -> [GraphLayout.Point] {
        let way = way(from: a, to: b, ignoring: ignoring)
        var path = [a]
        for corner in way {
            path.append(corners[corner] + outward[corner] * (3.5 * Double(uses[corner] % 4)))
            uses[corner] += 1
        }
        return path + [b]
    }

    /// Whether a straight line runs through no obstacle but those ignored.
    func isFree(from a: GraphLayout.Point, to b: GraphLayout.Point, ignoring: [Int]) -> Bool {
        Self.isFree(from: a, to: b, obstacles, ignoring: ignoring)
    }

    /// The corners of the shortest way; none where the straight line is all there is.
    func way(from a: GraphLayout.Point, to b: GraphLayout.Point, ignoring: [Int]) -> [Int] {
        let ends = corners.map { corner in
            Self.isFree(from: corner, to: b, obstacles, ignoring: ignoring) ? distance(corner, b) : .infinity
        }
        var lengths = corners.map { corner in
            Self.isFree(from: a, to: corner, obstacles, ignoring: ignoring) ? distance(a, corner) : .infinity
        }
        var previous = [Int](repeating: -1, count: corners.count)
        var isDone = [Bool](repeating: false, count: corners.count)
        var best = (length: Double.infinity, last: -1)
        while true {
            var nearest = -1
            for corner in corners.indices where !isDone[corner] && lengths[corner] < best.length {
                if nearest < 0 || lengths[corner] < lengths[nearest] { nearest = corner }
            }
            guard nearest >= 0 else { break }
            isDone[nearest] = true
            if lengths[nearest] + ends[nearest] < best.length {
                best = (lengths[nearest] + ends[nearest], nearest)
            }
            for (next, length) in neighbours[nearest] where lengths[nearest] + length < lengths[next] {
                lengths[next] = lengths[nearest] + length
                previous[next] = nearest
            }
        }
        var way: [Int] = []
        var corner = best.last
        while corner >= 0 {
            way.append(corner)
            corner = previous[corner]
        }
        return way.reversed()
    }
}
