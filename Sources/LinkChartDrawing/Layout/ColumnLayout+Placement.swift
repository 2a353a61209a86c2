extension ColumnLayout {
    /// Sizes boxes and places their content by the present order, stacks centred beside each other.
    mutating func place() {
        for block in topDown.reversed() where blocks[block].node == nil {
            placeColumns(of: block)
            for column in columns[block] {
                var y = 0.0
                for (child, gap) in zip(column, gaps(in: column)) {
                    y += gap
                    blocks[child].origin.y = y
                    y += blocks[child].size.height
                }
            }
            let tallest = columns[block].map { height(of: $0) }.max() ?? 0
            for column in columns[block] {
                let slack = (tallest - height(of: column)) / 2
                for child in column { blocks[child].origin.y += slack }
            }
            fit(block)
        }
    }

    private func height(of column: [Int]) -> Double {
        guard let first = column.first, let last = column.last else { return 0 }
        return blocks[last].origin.y + blocks[last].size.height - blocks[first].origin.y
    }

    /// The space above each block of a column; 0 for the first.
    func gaps(in column: [Int]) -> [Double] {
        column.indices.map { index in
            guard index > 0 else { return 0 }
            let areBoxes = blocks[column[index]].box != nil || blocks[column[index - 1]].box != nil
            return areBoxes ? spacing.boxes : spacing.nodes
        }
    }

    private mutating func placeColumns(of block: Int) {
        var x = 0.0
        let gap = block == Self.root ? spacing.outer : spacing.inner
        for column in columns[block] {
            let width = column.map { blocks[$0].size.width }.max() ?? 0
            for child in column { blocks[child].origin.x = x + (width - blocks[child].size.width) / 2 }
            x += width + gap
        }
    }

    /// Moves a block's content to its upper left corner and makes the block as large as that.
    private mutating func fit(_ block: Int) {
        let children = blocks[block].children
        let top = children.map { blocks[$0].origin.y }.min() ?? 0
        for child in children { blocks[child].origin.y -= top }
        var size = GraphLayout.Size(
            width: children.map { blocks[$0].origin.x + blocks[$0].size.width }.max() ?? 0,
            height: children.map { blocks[$0].origin.y + blocks[$0].size.height }.max() ?? 0)
        if let box = blocks[block].box {
            let content = size.width
            size.width = max(content + 2 * spacing.padding, sizes.titles[box].width + 18)
            size.height += spacing.title + spacing.padding
            let slack = (size.width - 2 * spacing.padding - content) / 2
            for child in children { blocks[child].origin.x += slack }
        }
        blocks[block].size = size
    }

    /// Makes the gaps of a block's columns as wide as they must be at least.
    mutating func spread(_ block: Int) {
        for column in columns[block] {
            var least = -Double.infinity
            for (child, gap) in zip(column, gaps(in: column)) {
                blocks[child].origin.y = max(blocks[child].origin.y, least + gap)
                least = blocks[child].origin.y + blocks[child].size.height
            }
        }
    }

    /// Moves everything towards the height of what it is linked with, as far as order and gaps allow.
    mutating func settle(rounds: Int) {
        for _ in 0..<rounds {
            for block in topDown.reversed() where blocks[block].node == nil {
                settleColumns(of: block)
                placeColumns(of: block)
                fit(block)
            }
        }
    }

    private mutating func settleColumns(of parent: Int) {
        let frames = frames()
        // What a child is pulled by: links between what is in it and what is not.
        var pulls: [Int: (force: Double, weight: Double)] = [:]
        for link in chart.links where link.tail != link.head {
            let (tail, head) = (blockOf[link.tail], blockOf[link.head])
            let (above, below) = (child(of: parent, around: tail), child(of: parent, around: head))
            guard above != below else { continue }
            // Long links matter less: they are bent anyway.
            let distance = abs(frames[tail].centre.x - frames[head].centre.x)
            let weight = weight(of: link) / (1 + distance / 250)
            let difference = frames[head].centre.y - frames[tail].centre.y
            if let above {
                pulls[above, default: (0, 0)].force += weight * difference
                pulls[above, default: (0, 0)].weight += weight
            }
            if let below {
                pulls[below, default: (0, 0)].force -= weight * difference
                pulls[below, default: (0, 0)].weight += weight
            }
        }
        for column in columns[parent] { settle(column, pulls) }
        gatherColumns(of: parent)
    }

    /// Moves the blocks of one column; those without links stay with the one above them.
    private mutating func settle(_ column: [Int], _ pulls: [Int: (force: Double, weight: Double)]) {
        let gaps = gaps(in: column)
        var groups: [(members: Range<Int>, height: Double, gap: Double)] = []
        for index in column.indices {
            let height = blocks[column[index]].size.height
            let isLoose = pulls[column[index]] == nil
            let isAfterLoose = groups.count == 1 && column[groups[0].members].allSatisfy { pulls[$0] == nil }
            if let last = groups.indices.last, isLoose || isAfterLoose {
                groups[last].members = groups[last].members.lowerBound..<(index + 1)
                groups[last].height += gaps[index] + height
            } else {
                groups.append((index..<(index + 1), height, gaps[index]))
            }
        }
        var wanted: [Double] = []
        var weights: [Double] = []
        for group in groups {
            let members = column[group.members]
            let weight = members.reduce(0) { $0 + (pulls[$1]?.weight ?? 0) }
            let force = members.reduce(0) { $0 + (pulls[$1]?.force ?? 0) }
            wanted.append(
                blocks[members[members.startIndex]].origin.y + (weight > 0 ? 0.8 * force / weight : 0))
            weights.append(max(weight, 0.05))
        }
        let tops = isotonic(wanted, weights, heights: groups.map(\.height), gaps: groups.map(\.gap))
        for (group, top) in zip(groups, tops) {
            var y = top
            for index in group.members {
                if index > group.members.lowerBound { y += gaps[index] }
                blocks[column[index]].origin.y = y
                y += blocks[column[index]].size.height
            }
        }
    }

    /// Keeps stacks from drifting apart: no column lies wholly beyond the middle of the tallest.
    private mutating func gatherColumns(of parent: Int) {
        guard
            let tallest = columns[parent].max(by: { height(of: $0) < height(of: $1) }),
            let first = tallest.first
        else { return }
        let top = blocks[first].origin.y
        let bottom = top + height(of: tallest)
        for column in columns[parent] {
            guard let start = column.first.map({ blocks[$0].origin.y }) else { continue }
            let end = start + height(of: column)
            let shift =
                start < top
                ? min(top - start, max(0, bottom - end))
                : end > bottom ? max(bottom - end, min(0, top - start)) : 0
            for child in column { blocks[child].origin.y += shift }
        }
    }

    func child(of parent: Int, around block: Int) -> Int? {
        var block = block
        while let next = blocks[block].parent {
            if next == parent { return block }
            block = next
        }
        return nil
    }

    /// Tops as near as possible to the wanted ones, in order and with gaps: isotonic regression by pooling
    /// adjacent violators (Ayer and others 1955).
    ///
    /// - Complexity: linear in the number of items.
    func isotonic(_ wanted: [Double], _ weights: [Double], heights: [Double], gaps: [Double]) -> [Double] {
        var offsets: [Double] = []
        var offset = 0.0
        for index in wanted.indices {
            if index > 0 { offset += heights[index - 1] + gaps[index] }
            offsets.append(offset)
        }
        var pools: [(sum: Double, weight: Double, count: Int)] = []
        for index in wanted.indices {
            pools.append(((wanted[index] - offsets[index]) * weights[index], weights[index], 1))
            while pools.count > 1 {
                let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
                guard before.sum / before.weight > last.sum / last.weight else { break }
                pools.removeLast(2)
                pools.append((before.sum + last.sum, before.weight + last.weight, before.count + last.count))
            }
        }
        var tops: [Double] = []
        for pool in pools {
            for _ in 0..<pool.count { tops.append(pool.sum / pool.weight + offsets[tops.count]) }
        }
        return tops
    }
}
