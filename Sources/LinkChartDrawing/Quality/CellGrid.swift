/// Things listed by the square cells of a page that they reach into, so that only what is near is compared.
///
/// What lies outside of the page counts to the cells at its edges.
struct CellGrid {
    let origin: GraphLayout.Point
    let side: Double
    let columns: Int
    let rows: Int
    private var offsets: [Int32]
    private var items: [Int32]

    /// - Parameters:
    ///   - frame: the page.
    ///   - cells: about how many cells to have.
    ///   - count: how many things there are.
    ///   - cover: calls its last argument with every cell that a thing reaches into, each once.
    /// - Complexity: linear in the cells and in all that is listed.
    init(
        frame: Rectangle, cells: Int, count: Int, cover: (CellGrid, Int, (Int) -> Void) -> Void
    ) {
        let isEmpty =
            !(frame.width.isFinite && frame.height.isFinite && frame.width >= 0 && frame.height >= 0)
        let (width, height) = isEmpty ? (1, 1) : (max(frame.width, 1e-6), max(frame.height, 1e-6))
        origin = isEmpty ? GraphLayout.Point(x: 0, y: 0) : GraphLayout.Point(x: frame.minX, y: frame.minY)
        // A long narrow page must not get a row of a million cells a side.
        side = max((width * height / Double(max(1, cells))).squareRoot(), max(width, height) / 20_000)
        columns = min(20_001, Int(width / side) + 1)
        rows = min(20_001, Int(height / side) + 1)
        offsets = [Int32](repeating: 0, count: columns * rows + 1)
        items = []
        var counts = offsets
        for item in 0..<count { cover(self, item) { counts[$0 + 1] += 1 } }
        for cell in 1..<counts.count { counts[cell] += counts[cell - 1] }
        offsets = counts
        items = [Int32](repeating: 0, count: Int(counts[counts.count - 1]))
        let empty = self
        var next = offsets
        for item in 0..<count {
            cover(empty, item) { cell in
                items[Int(next[cell])] = Int32(truncatingIfNeeded: item)
                next[cell] += 1
            }
        }
    }

    var cellCount: Int { columns * rows }

    func count(in cell: Int) -> Int { Int(offsets[cell + 1] - offsets[cell]) }

    subscript(cell: Int) -> ArraySlice<Int32> { items[Int(offsets[cell])..<Int(offsets[cell + 1])] }

    func column(_ x: Double) -> Int { Self.clamped((x - origin.x) / side, columns) }
    func row(_ y: Double) -> Int { Self.clamped((y - origin.y) / side, rows) }

    private static func clamped(_ place: Double, _ count: Int) -> Int {
        place > 0 ? (place < Double(count) ? Int(place) : count - 1) : 0
    }

    /// The one cell that a point is in.
    func cell(at point: GraphLayout.Point) -> Int { row(point.y) * columns + column(point.x) }

    func forEachCell(in frame: Rectangle, _ body: (Int) -> Void) {
        guard frame.minX <= frame.maxX, frame.minY <= frame.maxY else { return }
        let (first, last) = (column(frame.minX), column(frame.maxX))
        for row in row(frame.minY)...row(frame.maxY) {
            for cell in (row * columns + first)...(row * columns + last) { body(cell) }
        }
    }

    /// The cells that a straight line runs through, and where rounding leaves doubt the one beside.
    func forEachCell(from a: GraphLayout.Point, to b: GraphLayout.Point, _ body: (Int) -> Void) {
        let doubt = side * 1e-6
        let (low, high) = a.y <= b.y ? (a, b) : (b, a)
        let (firstRow, lastRow) = (row(low.y - doubt), row(high.y + doubt))
        let rise = high.y - low.y
        let slope = rise > 0 ? (high.x - low.x) / rise : 0
        for row in firstRow...lastRow {
            var (left, right) = (min(low.x, high.x), max(low.x, high.x))
            if firstRow < lastRow, rise > 0 {
                // The first and last row hold all that lies beyond them too.
                let top = row == firstRow ? low.y : max(low.y, origin.y + Double(row) * side - doubt)
                let bottom = row == lastRow ? high.y : min(high.y, origin.y + Double(row + 1) * side + doubt)
                let (x, y) = (low.x + (top - low.y) * slope, low.x + (bottom - low.y) * slope)
                left = max(left, min(x, y))
                right = min(right, max(x, y))
            }
            let (first, last) = (column(left - doubt), column(right + doubt))
            guard first <= last else { continue }
            for cell in (row * columns + first)...(row * columns + last) { body(cell) }
        }
    }
}
