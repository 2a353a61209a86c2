/// Moves rectangles apart until none overlap, each as little as can be and all deterministic.
struct OverlapRemoval {
    /// The space to keep between two, in points.
    var gap = 4.0

    /// - Parameters:
    ///   - centres: where the rectangles' middles are; changed.
    ///   - sizes: their extents.
    /// - Complexity: O(*n* + *k*) a round for *k* pairs that are near each other. It always ends: where pushing apart
    ///   has not helped after a hundred rounds, everything is spread a little.
    func apply(_ centres: inout [GraphLayout.Point], sizes: [GraphLayout.Size]) {
        guard centres.count > 1 else { return }
        separateEqual(&centres)
        for round in 0..<1000 {
            if !pushApart(&centres, sizes, force: round < 400 ? 0.5 : 0.52) { return }
            if round % 100 == 99 {
                let middle = Rectangle(around: centres).centre
                for node in centres.indices { centres[node] = middle + (centres[node] - middle) * 1.06 }
            }
        }
        // Spreading alone ends in any case, since no two have the same middle.
        while pushApart(&centres, sizes, force: 0) {
            for node in centres.indices { centres[node] = centres[node] * 1.1 }
        }
    }

    /// Nothing can be pushed away from where it is itself.
    private func separateEqual(_ centres: inout [GraphLayout.Point]) {
        var seen: Set<GraphLayout.Point> = []
        for node in centres.indices {
            var point = centres[node]
            while !seen.insert(point).inserted {
                point = GraphLayout.Point(x: point.x + 0.37, y: point.y + 0.11 * Double(node % 7 + 1))
            }
            centres[node] = point
        }
    }

    /// One round of pushing; returns whether any two overlapped before.
    private func pushApart(
        _ centres: inout [GraphLayout.Point], _ sizes: [GraphLayout.Size], force: Double
    ) -> Bool {
        let frames = centres.indices.map { node in
            Rectangle(
                centre: centres[node],
                size: GraphLayout.Size(width: sizes[node].width + gap, height: sizes[node].height + gap))
        }
        let grid = DrawingQuality.grid(of: frames)
        var moves = [GraphLayout.Point](repeating: GraphLayout.Point(x: 0, y: 0), count: centres.count)
        var overlaps = false
        for cell in 0..<grid.cellCount {
            let members = grid[cell]
            for i in members.indices {
                let first = Int(members[i])
                for j in members.indices[(i + 1)...] {
                    let second = Int(members[j])
                    let (a, b) = (frames[first], frames[second])
                    guard a.overlaps(b, by: 1e-6), grid.cell(at: a.corner(shared: b)) == cell else {
                        continue
                    }
                    overlaps = true
                    let (dx, dy) = (
                        centres[second].x - centres[first].x, centres[second].y - centres[first].y
                    )
                    let acrossX = (a.width + b.width) / 2 - abs(dx)
                    let acrossY = (a.height + b.height) / 2 - abs(dy)
                    // The small gives way to the large.
                    let (areaA, areaB) = (a.width * a.height, b.width * b.height)
                    let share = areaB / (areaA + areaB)
                    let amount = (acrossX < acrossY ? acrossX : acrossY) * 2 * force + 1e-4
                    if acrossX < acrossY {
                        let sign = dx < 0 ? -1.0 : 1.0
                        moves[first].x -= sign * amount * share
                        moves[second].x += sign * amount * (1 - share)
                    } else {
                        let sign = dy < 0 ? -1.0 : 1.0
                        moves[first].y -= sign * amount * share
                        moves[second].y += sign * amount * (1 - share)
                    }
                }
            }
        }
        guard overlaps, force > 0 else { return overlaps }
        for node in centres.indices { centres[node] = centres[node] + moves[node] }
        return true
    }
}
