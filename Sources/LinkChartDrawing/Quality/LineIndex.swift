internal import LinkChartAnalytics

/// The straight pieces of all edges, and what they cross.
struct LineIndex {
    /// The pieces' ends.
    private(set) var starts: [GraphLayout.Point] = []
    private(set) var ends: [GraphLayout.Point] = []
    /// The edge of each piece, ascending.
    private(set) var edges: [Int32] = []
    /// Where the pieces of each edge begin, and after the last, where they end.
    private(set) var offsets: [Int] = [0]
    /// The sum of the pieces' lengths.
    private(set) var length = 0.0

    init(_ geometry: DrawingGeometry) {
        for (number, edge) in geometry.edges.enumerated() {
            for (a, b) in zip(edge.course, edge.course.dropFirst()) where a != b {
                guard [a.x, a.y, b.x, b.y].allSatisfy(\.isFinite) else { continue }
                starts.append(a)
                ends.append(b)
                edges.append(Int32(truncatingIfNeeded: number))
                length += distance(a, b)
            }
            offsets.append(starts.count)
        }
    }

    var frame: Rectangle { Rectangle(around: starts).union(Rectangle(around: ends)) }

    /// How often two edges cross: every crossing of two pieces of different edges in their insides.
    ///
    /// - Parameters:
    ///   - limit: about how many pairs of pieces to compare at most. Where more share a cell, a sample of edges,
    ///     drawn from the seed, is compared with all others and what it crosses is scaled up.
    /// - Returns: the number, and whether it is an estimate.
    /// - Complexity: O(*n* + *k*) for *n* pieces and *k* pairs of pieces in one cell, *k* at most the limit.
    func crossings(limit: Int, seed: UInt64) -> (count: Int, isEstimate: Bool) {
        guard starts.count > 1 else { return (0, false) }
        let frame = frame
        // Long lines reach into many cells: no more of those than memory is cheap for.
        let area = max(frame.width, 1) * max(frame.height, 1)
        let fullest = 6_000_000.0 / max(1, length)
        let cells = min(Double(starts.count), 1_000_000, area * fullest * fullest)
        let grid = CellGrid(frame: frame, cells: max(1, Int(cells)), count: starts.count) {
            grid, piece, visit in
            grid.forEachCell(from: starts[piece], to: ends[piece], visit)
        }
        let pairs = (0..<grid.cellCount).reduce(0) { $0 + grid.count(in: $1) * (grid.count(in: $1) - 1) / 2 }
        if pairs <= limit {
            var count = 0
            for cell in 0..<grid.cellCount {
                let members = grid[cell]
                for i in members.indices {
                    for j in members.indices[(i + 1)...]
                    where crosses(Int(members[i]), Int(members[j]), in: cell, of: grid) {
                        count += 1
                    }
                }
            }
            return (count, false)
        }
        // Each piece meets 2 * pairs / pieces others on average.
        let edgeCount = offsets.count - 1
        let share = Double(limit) / Double(2 * pairs)
        let sample = max(30, min(edgeCount, Int(share * Double(edgeCount))))
        var random = RandomNumbers(seed: seed)
        var order = Array(0..<edgeCount)
        for place in 0..<sample { order.swapAt(place, place + random.below(edgeCount - place)) }
        var count = 0
        for edge in order[..<sample] {
            for piece in offsets[edge]..<offsets[edge + 1] {
                grid.forEachCell(from: starts[piece], to: ends[piece]) { cell in
                    for other in grid[cell] where crosses(piece, Int(other), in: cell, of: grid) {
                        count += 1
                    }
                }
            }
        }
        return (Int((Double(count) / 2 * Double(edgeCount) / Double(sample)).rounded()), true)
    }

    /// Whether two pieces of different edges cross in a point of this cell.
    private func crosses(_ first: Int, _ second: Int, in cell: Int, of grid: CellGrid) -> Bool {
        guard edges[first] != edges[second],
            segmentsCross(starts[first], ends[first], starts[second], ends[second])
        else { return false }
        let (along, across) = (ends[first] - starts[first], ends[second] - starts[second])
        let determinant = along.x * across.y - along.y * across.x
        guard determinant != 0 else { return false }
        let delta = starts[second] - starts[first]
        let share = (delta.x * across.y - delta.y * across.x) / determinant
        return grid.cell(at: starts[first] + along * share) == cell
    }

    /// Pairs of an edge and a convex shape that the edge runs through for more than a point's length, except
    /// where the shape is the edge's own.
    ///
    /// - Complexity: O(*n* + *k*) for *n* pieces and cells they run through and *k* pairs in one cell.
    func hits(of shapes: [[GraphLayout.Point]], isOwn: (_ edge: Int, _ shape: Int) -> Bool) -> Int {
        guard !starts.isEmpty, !shapes.isEmpty else { return 0 }
        let frames = shapes.map { Rectangle(around: $0) }
        let page = frames.reduce(frame) { $0.union($1) }
        let area = max(page.width, 1) * max(page.height, 1)
        let fullest = 20_000_000.0 / max(1, length)
        let cells = min(Double(shapes.count) * 2, 1_000_000, area * fullest * fullest)
        let grid = CellGrid(frame: page, cells: max(1, Int(cells)), count: shapes.count) {
            grid, shape, visit in
            grid.forEachCell(in: frames[shape], visit)
        }
        var count = 0
        var hit = [Int](repeating: -1, count: shapes.count)
        for piece in starts.indices {
            let edge = Int(edges[piece])
            grid.forEachCell(from: starts[piece], to: ends[piece]) { cell in
                for shape in grid[cell] {
                    let shape = Int(shape)
                    guard hit[shape] != edge, frames[shape].isCrossed(from: starts[piece], to: ends[piece]),
                        !isOwn(edge, shape),
                        chordLength(of: shapes[shape], from: starts[piece], to: ends[piece]) > 1
                    else { continue }
                    hit[shape] = edge
                    count += 1
                }
            }
        }
        return count
    }

    /// The length of line on the page where what several edges share counts once.
    ///
    /// - Complexity: O(*n* log *n*) for *n* pieces, by sorting.
    var ink: Double {
        // Pieces are the same if their ends agree to a hundredth of a point.
        struct Piece: Hashable {
            var x, y, z, w: Int64
        }
        func rounded(_ value: Double) -> Int64 { Int64(max(-1e15, min(1e15, value * 100)).rounded()) }
        var seen: Set<Piece> = []
        seen.reserveCapacity(starts.count)
        var ink = 0.0
        for (a, b) in zip(starts, ends) {
            let (first, second) = (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
            let piece = Piece(
                x: rounded(first.x), y: rounded(first.y), z: rounded(second.x), w: rounded(second.y))
            if seen.insert(piece).inserted { ink += distance(a, b) }
        }
        return ink
    }
}

/// How much of a straight line lies within a convex polygon (Cyrus, Beck 1978), in points.
func chordLength(
    of polygon: [GraphLayout.Point], from a: GraphLayout.Point, to b: GraphLayout.Point
) -> Double {
    guard polygon.count > 2 else { return 0 }
    var area = 0.0
    for (index, corner) in polygon.enumerated() {
        let next = polygon[(index + 1) % polygon.count]
        area += corner.x * next.y - corner.y * next.x
    }
    let turn = area < 0 ? -1.0 : 1.0
    let line = b - a
    var (enter, leave) = (0.0, 1.0)
    for (index, corner) in polygon.enumerated() {
        let side = polygon[(index + 1) % polygon.count] - corner
        // Within is to the left of every side, turned as the polygon is.
        let distance = turn * (side.x * (a.y - corner.y) - side.y * (a.x - corner.x))
        let change = turn * (side.x * line.y - side.y * line.x)
        if change == 0 {
            if distance <= 0 { return 0 }
        } else if change > 0 {
            enter = max(enter, -distance / change)
        } else {
            leave = min(leave, -distance / change)
        }
        if enter >= leave { return 0 }
    }
    return (leave - enter) * line.length
}
