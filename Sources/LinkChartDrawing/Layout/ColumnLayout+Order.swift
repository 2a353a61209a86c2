extension ColumnLayout {
    /// Orders columns by the mean position of what their blocks are linked with, sweeping to and fro.
    mutating func orderByBarycentre() {
        place()
        for round in 0..<6 {
            for parent in topDown where blocks[parent].node == nil {
                let frames = frames()
                let range = columns[parent].indices
                for column in round.isMultiple(of: 2) ? Array(range) : range.reversed() {
                    sort(column, of: parent, frames)
                }
            }
            place()
        }
    }

    private mutating func sort(_ column: Int, of parent: Int, _ frames: [Rectangle]) {
        var sums: [Int: Pull] = [:]
        for string in strings[parent] {
            for (child, other) in [(string.tailChild, string.head), (string.headChild, string.tail)] {
                guard let child, blocks[child].column == column else { continue }
                sums[child, default: Pull()].force += string.weight * frames[other].centre.y
                sums[child, default: Pull()].weight += string.weight
            }
        }
        let keys = columns[parent][column].map { child in
            sums[child].map { $0.force / $0.weight } ?? frames[child].centre.y
        }
        let sorted = columns[parent][column].indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        columns[parent][column] = sorted.map { columns[parent][column][$0] }
    }

    /// Moves blocks up and down within their columns as long as that helps, then from shaken orders
    /// again, and keeps the best.
    ///
    /// - Complexity: at most some 2500 steps, fewer for large charts, each O(e² + n e) at worst.
    mutating func improveOrder(steps given: Int? = nil) {
        let size = chart.links.count * (chart.links.count + chart.nodes.count) + 1
        var steps = given ?? min(Self.mostSteps, Self.mostSteps * 6_600 / size)
        descend(&steps)
        var best = (badness: OrderSearch(self).badness(), blocks: blocks, columns: columns)
        var random = UInt64(0x9E37_79B9_7F4A_7C15)
        while steps > 0 {
            (blocks, columns) = (best.blocks, best.columns)
            for _ in 0..<3 { shake(&random) }
            settle(rounds: 2)
            steps -= 10
            descend(&steps)
            let badness = OrderSearch(self).badness()
            if badness < best.badness - 1e-6 { best = (badness, blocks, columns) }
        }
        (blocks, columns) = (best.blocks, best.columns)
    }

    static let mostSteps = 1500

    private mutating func descend(_ steps: inout Int) {
        while steps > 0 {
            var search = OrderSearch(self)
            let isImproved = search.improve(&self, steps: &steps)
            settle(rounds: 2)
            if !isImproved { return }
        }
    }

    /// Moves a block somewhere else in its column, always in the same way.
    private mutating func shake(_ random: inout UInt64) {
        func next(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((random >> 33) % UInt64(bound))
        }
        let movable = topDown.flatMap { parent in
            columns[parent].indices.filter { columns[parent][$0].count > 1 }.map { (parent, $0) }
        }
        guard !movable.isEmpty else { return }
        let (parent, column) = movable[next(movable.count)]
        let count = columns[parent][column].count
        restack(parent, column, moving: next(count), to: next(count))
    }

    /// Moves a block within its column; the gaps between places stay.
    mutating func restack(_ parent: Int, _ column: Int, moving from: Int, to place: Int) {
        var list = columns[parent][column]
        var y = blocks[list[0]].origin.y
        let gaps = list.indices.map { index in
            guard index > 0 else { return 0.0 }
            let upper = list[index - 1]
            return blocks[list[index]].origin.y - blocks[upper].origin.y - blocks[upper].size.height
        }
        list.insert(list.remove(at: from), at: place)
        for (child, gap) in zip(list, gaps) {
            y += gap
            blocks[child].origin.y = y
            y += blocks[child].size.height
        }
        columns[parent][column] = list
    }
}
