/// Looks for better orders of a ``ColumnLayout``'s columns by what straight links would look like: crossings,
/// links over nodes, slopes. Only what a move changes is counted again.
struct OrderSearch {
    private struct Line {
        var tail: Int
        var head: Int
        /// What a crossing with it costs.
        var cost: Float
        /// What a point of height between its ends costs.
        var slope: Double
        var a = GraphLayout.Point(x: 0, y: 0)
        var b = GraphLayout.Point(x: 0, y: 0)
        // The frame around it, which tells most pairs apart.
        var minX = 0.0
        var maxX = 0.0
        var minY = 0.0
        var maxY = 0.0

        mutating func place(_ a: GraphLayout.Point, _ b: GraphLayout.Point) {
            (self.a, self.b) = (a, b)
            (minX, maxX) = (min(a.x, b.x), max(a.x, b.x))
            (minY, maxY) = (min(a.y, b.y), max(a.y, b.y))
        }
    }

    /// Frames of the chart's nodes on the page, with the distance that links keep from nodes they pass.
    private var frames: [Rectangle]
    private var lines: [Line] = []
    /// The links at each node.
    private var linesAt: [[Int]]
    /// The nodes in each block.
    private var nodesIn: [[Int]]
    /// Marks of what a move touches.
    private var isMoved: [Bool]
    private var isTouched: [Bool] = []
    private var moved: [Int] = []
    /// What each pair of links costs for crossing, as a square.
    private var crossings: [Float]
    /// What each link costs for running over each node, a row a link.
    private var overlaps: [Float]
    private var slopes: [Double]
    private var touched: [Int] = []
    private let height: Double

    init(_ layout: ColumnLayout) {
        let all = layout.frames()
        frames = layout.blockOf.map { all[$0].inset(by: -4) }
        height = all[ColumnLayout.root].height
        linesAt = Array(repeating: [], count: frames.count)
        isMoved = Array(repeating: false, count: frames.count)
        for link in layout.chart.links where link.tail != link.head {
            let weight = layout.weight(of: link)
            linesAt[link.tail].append(lines.count)
            linesAt[link.head].append(lines.count)
            lines.append(
                Line(tail: link.tail, head: link.head, cost: weight < 1 ? 1.2 : 2, slope: weight * 0.014))
        }
        for line in lines.indices {
            lines[line].place(frames[lines[line].tail].centre, frames[lines[line].head].centre)
        }
        isTouched = Array(repeating: false, count: lines.count)
        crossings = Array(repeating: 0, count: lines.count * lines.count)
        overlaps = Array(repeating: 0, count: lines.count * frames.count)
        slopes = Array(repeating: 0, count: lines.count)
        nodesIn = Array(repeating: [], count: layout.blocks.count)
        for block in layout.topDown.reversed() {
            if let node = layout.blocks[block].node { nodesIn[block].append(node) }
            if let parent = layout.blocks[block].parent { nodesIn[parent] += nodesIn[block] }
        }
        countAll()
    }

    private mutating func countAll() {
        let (lineCount, nodeCount) = (lines.count, frames.count)
        for (number, line) in lines.enumerated() {
            slopes[number] = Self.slope(line)
            for second in (number + 1)..<max(number + 1, lineCount) {
                let cost = Self.crossing(line, lines[second])
                crossings[number * lineCount + second] = cost
                crossings[second * lineCount + number] = cost
            }
            for node in 0..<nodeCount {
                overlaps[number * nodeCount + node] = Self.overNode(line, frames[node], node)
            }
        }
    }

    /// How bad the whole is.
    ///
    /// - Complexity: O(e² + n e).
    func badness() -> Double {
        var total = height * 0.05
        for (number, line) in lines.enumerated() {
            total += Self.slope(line)
            for (node, frame) in frames.enumerated() { total += Double(Self.overNode(line, frame, node)) }
            for other in lines[(number + 1)...] { total += Double(Self.crossing(line, other)) }
        }
        return total
    }

    /// Moves every block to the best place in its column: sifting (Matuszewski, Schönfeld, Molitor 1999).
    ///
    /// - Parameter steps: how many swaps of neighbours may still be tried.
    /// - Returns: whether one helped.
    mutating func improve(_ layout: inout ColumnLayout, steps: inout Int) -> Bool {
        var isImproved = false
        for parent in layout.topDown where layout.blocks[parent].node == nil {
            for column in layout.columns[parent].indices where layout.columns[parent][column].count > 1 {
                for block in layout.columns[parent][column] where steps > 0 {
                    isImproved = sift(block, &layout, parent, column, &steps) || isImproved
                }
            }
        }
        return isImproved
    }

    private mutating func sift(
        _ block: Int, _ layout: inout ColumnLayout, _ parent: Int, _ column: Int, _ steps: inout Int
    ) -> Bool {
        guard let start = layout.columns[parent][column].firstIndex(of: block) else { return false }
        let last = layout.columns[parent][column].count - 1
        // To the nearer end first, then through all places to the other.
        let isUpFirst = start < last - start
        var place = start
        var change = 0.0
        var best = (change: -1e-6, place: start)
        for isUp in [isUpFirst, !isUpFirst] {
            while isUp ? place > 0 : place < last {
                let upper = isUp ? place - 1 : place
                change += swap(upper, &layout, parent, column)
                place += isUp ? -1 : 1
                steps -= 1
                if change < best.change { best = (change, place) }
            }
        }
        while place != best.place {
            let isUp = place > best.place
            _ = swap(isUp ? place - 1 : place, &layout, parent, column)
            place += isUp ? -1 : 1
        }
        return best.place != start
    }

    /// Swaps a block with the one below it.
    ///
    /// - Returns: by how much that makes the whole worse.
    mutating func swap(
        _ upper: Int, _ layout: inout ColumnLayout, _ parent: Int, _ column: Int
    ) -> Double {
        let (first, second) = (
            layout.columns[parent][column][upper], layout.columns[parent][column][upper + 1]
        )
        mark(first, second, true)
        let top = layout.blocks[first].origin.y
        let bottom = layout.blocks[second].origin.y + layout.blocks[second].size.height
        let down = bottom - layout.blocks[first].size.height - top
        let up = top - layout.blocks[second].origin.y
        layout.blocks[first].origin.y += down
        layout.blocks[second].origin.y += up
        shift(first, by: down)
        shift(second, by: up)
        layout.columns[parent][column].swapAt(upper, upper + 1)
        let change = recount()
        mark(first, second, false)
        return change
    }

    private mutating func mark(_ first: Int, _ second: Int, _ value: Bool) {
        touched.removeAll(keepingCapacity: true)
        moved.removeAll(keepingCapacity: true)
        for block in [first, second] {
            for node in nodesIn[block] {
                isMoved[node] = value
                if value { moved.append(node) }
                for line in linesAt[node] where isTouched[line] != value {
                    isTouched[line] = value
                    if value { touched.append(line) }
                }
            }
        }
    }

    private mutating func shift(_ block: Int, by distance: Double) {
        for node in nodesIn[block] { frames[node] = frames[node].moved(y: distance) }
        for node in nodesIn[block] {
            for line in linesAt[node] {
                lines[line].place(frames[lines[line].tail].centre, frames[lines[line].head].centre)
            }
        }
    }

    /// Counts anew what the moved nodes and their links cost.
    ///
    /// - Returns: by how much that is more than before.
    private mutating func recount() -> Double {
        var change = 0.0
        let (lineCount, nodeCount) = (lines.count, frames.count)
        frames.withUnsafeBufferPointer { frames in
            lines.withUnsafeBufferPointer { lines in
                crossings.withUnsafeMutableBufferPointer { crossings in
                    overlaps.withUnsafeMutableBufferPointer { overlaps in
                        for number in touched {
                            let line = lines[number]
                            let slope = Self.slope(line)
                            change += slope - slopes[number]
                            slopes[number] = slope
                            for second in 0..<lineCount where second != number {
                                let cost = Self.crossing(line, lines[second])
                                let place = number * lineCount + second
                                // A pair that was counted from its other end has its new cost already.
                                guard cost != crossings[place] else { continue }
                                change += Double(cost - crossings[place])
                                crossings[place] = cost
                                crossings[second * lineCount + number] = cost
                            }
                            for node in 0..<nodeCount {
                                let cost = Self.overNode(line, frames[node], node)
                                guard cost != overlaps[number * nodeCount + node] else { continue }
                                change += Double(cost - overlaps[number * nodeCount + node])
                                overlaps[number * nodeCount + node] = cost
                            }
                        }
                        for number in 0..<lineCount where !isTouched[number] {
                            for node in moved {
                                let cost = Self.overNode(lines[number], frames[node], node)
                                guard cost != overlaps[number * nodeCount + node] else { continue }
                                change += Double(cost - overlaps[number * nodeCount + node])
                                overlaps[number * nodeCount + node] = cost
                            }
                        }
                    }
                }
            }
        }
        return change
    }

    private static func slope(_ line: Line) -> Double { (line.maxY - line.minY) * line.slope }

    private static func overNode(_ line: Line, _ frame: Rectangle, _ node: Int) -> Float {
        guard frame.minY < line.maxY, frame.maxY > line.minY, frame.minX < line.maxX, frame.maxX > line.minX,
            node != line.tail, node != line.head, frame.isCrossed(from: line.a, to: line.b)
        else { return 0 }
        return 4 * line.cost
    }

    private static func crossing(_ line: Line, _ other: Line) -> Float {
        guard line.minX < other.maxX, line.maxX > other.minX, line.minY < other.maxY, line.maxY > other.minY,
            line.tail != other.tail, line.tail != other.head, line.head != other.tail,
            line.head != other.head,
            segmentsCross(line.a, line.b, other.a, other.b)
        else { return 0 }
        return line.cost + other.cost
    }
}
