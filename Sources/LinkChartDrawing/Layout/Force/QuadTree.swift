/// Bodies on a plane in squares within squares, so that those far away count as one (J. Barnes, P. Hut 1986,
/// doi:10.1038/324446a0).
struct QuadTree {
    private struct Cell {
        var x = 0.0
        var y = 0.0
        var mass = 0.0
        /// The square of the cell's side.
        var area = 0.0
        /// The bodies within, by their places in the order.
        var first: Int32
        var last: Int32
        /// Where its up to four parts begin among the cells; 0 for a cell whose bodies are looked at one by one.
        var parts: Int32 = 0
        var partCount: Int32 = 0
    }

    private var cells: [Cell] = []
    /// Bodies along a curve that fills the plane (G. Morton 1966), so that near ones lie near in memory.
    private let order: [Int32]
    private var x: [Double]
    private var y: [Double]
    private var mass: [Double]

    private static let leafSize = 6
    private static let depth = 15

    /// - Complexity: O(*n* log *n*).
    init(_ points: [GraphLayout.Point], masses: [Double]) {
        let frame = Rectangle(around: points)
        let side = max(frame.width, frame.height, 1e-9) * (1 + 1e-9)
        let scale = Double(1 << Self.depth) / side
        func spread(_ value: UInt64) -> UInt64 {
            var bits = value
            bits = (bits | (bits << 16)) & 0x0000_FFFF_0000_FFFF
            bits = (bits | (bits << 8)) & 0x00FF_00FF_00FF_00FF
            bits = (bits | (bits << 4)) & 0x0F0F_0F0F_0F0F_0F0F
            bits = (bits | (bits << 2)) & 0x3333_3333_3333_3333
            return (bits | (bits << 1)) & 0x5555_5555_5555_5555
        }
        // Place on the curve above, number of the body below: one sort of plain numbers.
        var keys = [UInt64](repeating: 0, count: points.count)
        for (number, point) in points.enumerated() {
            let (column, row) = ((point.x - frame.minX) * scale, (point.y - frame.minY) * scale)
            keys[number] =
                (spread(UInt64(max(0, column))) | spread(UInt64(max(0, row))) << 1) << 32
                | UInt64(number)
        }
        keys.sort()
        order = keys.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        x = order.map { points[Int($0)].x }
        y = order.map { points[Int($0)].y }
        mass = order.map { masses[Int($0)] }
        let codes = keys.map { UInt32(truncatingIfNeeded: $0 >> 32) }
        guard !points.isEmpty else { return }
        cells = [Cell(area: side * side, first: 0, last: Int32(points.count))]
        var depths: [Int] = [0]
        var next = 0
        while next < cells.count {
            let (first, last) = (Int(cells[next].first), Int(cells[next].last))
            if last - first > Self.leafSize, depths[next] < Self.depth {
                let shift = UInt32(2 * (Self.depth - 1 - depths[next]))
                cells[next].parts = Int32(cells.count)
                var start = first
                while start < last {
                    let digit = codes[start] >> shift
                    var (low, high) = (start + 1, last)
                    while low < high {
                        let middle = (low + high) / 2
                        if codes[middle] >> shift == digit { low = middle + 1 } else { high = middle }
                    }
                    cells.append(Cell(area: cells[next].area / 4, first: Int32(start), last: Int32(low)))
                    depths.append(depths[next] + 1)
                    start = low
                }
                cells[next].partCount = Int32(cells.count) - cells[next].parts
            }
            next += 1
        }
        // Parts come after their cells, so that going backwards they are summed first.
        for number in cells.indices.reversed() {
            var (sumX, sumY, sum) = (0.0, 0.0, 0.0)
            if cells[number].partCount > 0 {
                let parts = cells[number].parts
                for part in Int(parts)..<Int(parts + cells[number].partCount) {
                    sumX += cells[part].x * cells[part].mass
                    sumY += cells[part].y * cells[part].mass
                    sum += cells[part].mass
                }
            } else {
                for body in Int(cells[number].first)..<Int(cells[number].last) {
                    sumX += x[body] * mass[body]
                    sumY += y[body] * mass[body]
                    sum += mass[body]
                }
            }
            cells[number].mass = sum
            if sum > 0 { (cells[number].x, cells[number].y) = (sumX / sum, sumY / sum) }
        }
    }

    /// Adds to each body the push that all others give it: mass times mass by distance.
    ///
    /// - Parameter openness: a cell counts as one body if its side is below this share of its distance.
    /// - Complexity: O(*n* log *n*).
    func push(_ forces: inout [GraphLayout.Point], openness: Double) {
        let limit = openness * openness
        var stack: [Int32] = []
        cells.withUnsafeBufferPointer { cells in
            for body in order.indices {
                let (bodyX, bodyY) = (x[body], y[body])
                var (forceX, forceY) = (0.0, 0.0)
                stack.append(0)
                while let number = stack.popLast() {
                    let cell = cells[Int(number)]
                    let (dx, dy) = (bodyX - cell.x, bodyY - cell.y)
                    let square = dx * dx + dy * dy
                    let isWithin = cell.first <= body && body < cell.last
                    if cell.area < limit * square, !isWithin {
                        let push = cell.mass / square
                        forceX += dx * push
                        forceY += dy * push
                    } else if cell.partCount > 0 {
                        for part in cell.parts..<(cell.parts + cell.partCount) { stack.append(part) }
                    } else {
                        for other in Int(cell.first)..<Int(cell.last) where other != body {
                            var (dx, dy) = (bodyX - x[other], bodyY - y[other])
                            var square = dx * dx + dy * dy
                            if square < 1e-12 {
                                // In one place: pushed apart by the order of their numbers.
                                (dx, dy) = (
                                    order[body] < order[other] ? -1e-3 : 1e-3, 1e-4 * Double(body - other)
                                )
                                square = dx * dx + dy * dy
                            }
                            let push = mass[other] / square
                            forceX += dx * push
                            forceY += dy * push
                        }
                    }
                }
                let target = Int(order[body])
                forces[target].x += forceX * mass[body]
                forces[target].y += forceY * mass[body]
            }
        }
    }
}
