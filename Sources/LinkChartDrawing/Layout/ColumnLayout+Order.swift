extension ColumnLayout {
    /// Orders columns by the mean position of what their blocks are linked with, sweeping to and fro.
    mutating func orderByBarycentre() {
        place()
        for round in 0..<6 {
            for parent in topDown where blocks[parent].node == nil {
                let order =
                    round.isMultiple(of: 2)
                    ? Array(columns[parent].indices) : columns[parent].indices.reversed()
                for column in order { sort(column, of: parent) }
            }
            place()
        }
    }

    private mutating func sort(_ column: Int, of parent: Int) {
        let frames = frames()
        var sums: [Int: (sum: Double, weight: Double)] = [:]
        let members = Set(columns[parent][column])
        for link in chart.links where link.tail != link.head {
            let (tail, head) = (blockOf[link.tail], blockOf[link.head])
            for (own, other) in [(tail, head), (head, tail)] {
                let path = ancestors(of: own)
                guard let child = path.first(where: members.contains), !ancestors(of: other).contains(child)
                else { continue }
                sums[child, default: (0, 0)].sum += weight(of: link) * frames[other].centre.y
                sums[child, default: (0, 0)].weight += weight(of: link)
            }
        }
        let keys = columns[parent][column].map { child in
            sums[child].map { $0.sum / $0.weight } ?? frames[child].centre.y
        }
        let sorted = columns[parent][column].indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        columns[parent][column] = sorted.map { columns[parent][column][$0] }
    }

    /// How bad straight links would look: crossings, links over nodes, slopes.
    func badness() -> Double {
        let frames = frames()
        let nodes = blockOf.map { frames[$0] }
        var lines: [(a: GraphLayout.Point, b: GraphLayout.Point, tail: Int, head: Int)] = []
        var total = 0.0
        for link in chart.links where link.tail != link.head {
            let (a, b) = (nodes[link.tail].centre, nodes[link.head].centre)
            lines.append((a, b, link.tail, link.head))
            total += abs(a.y - b.y) * weight(of: link) * 0.01
        }
        for (number, line) in lines.enumerated() {
            for other in lines[(number + 1)...] {
                if other.tail == line.tail || other.head == line.head || other.tail == line.head
                    || other.head == line.tail
                {
                    continue
                }
                if segmentsCross(line.a, line.b, other.a, other.b) { total += 4 }
            }
            for (node, frame) in nodes.enumerated() where node != line.tail && node != line.head {
                if frame.isCrossed(from: line.a, to: line.b) { total += 5 }
            }
        }
        return total + blocks[Self.root].size.height * 0.05
    }

    /// Tries swaps within columns and keeps those that help.
    mutating func swapNeighbours() {
        var tries =
            20_000_000 / max(1, chart.links.count * chart.links.count + chart.links.count * chart.nodes.count)
        tries = min(tries, 1500)
        var best = badness()
        for distance in [1, 2, 1, 3, 1] {
            for parent in topDown where blocks[parent].node == nil {
                for column in columns[parent].indices {
                    var upper = 0
                    while upper + distance < columns[parent][column].count, tries > 0 {
                        tries -= 1
                        let before = self
                        columns[parent][column].swapAt(upper, upper + distance)
                        restack(parent, column)
                        let now = badness()
                        if now < best - 1e-9 {
                            best = now
                        } else {
                            self = before
                        }
                        upper += 1
                    }
                }
            }
        }
    }

    /// Stacks a column again from where it began, after a change of order.
    private mutating func restack(_ parent: Int, _ column: Int) {
        let list = columns[parent][column]
        var y = list.map { blocks[$0].origin.y }.min() ?? 0
        for (child, gap) in zip(list, gaps(in: list)) {
            y += gap
            blocks[child].origin.y = y
            y += blocks[child].size.height
        }
        settle(rounds: 1)
    }
}
