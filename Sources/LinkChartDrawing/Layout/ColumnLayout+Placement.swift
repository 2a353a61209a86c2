extension ColumnLayout {
    /// Sizes boxes and places their content by the present order, stacks centred beside each other.
    mutating func place() {
        for block in topDown.reversed() where blocks[block].node == nil {
            if isPacked, block == Self.root {
                pack()
                continue
            }
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
        let gap = isPage(block) ? spacing.outer : spacing.inner
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
        var pulls = [Pull](repeating: Pull(), count: blocks.count)
        for _ in 0..<rounds {
            let frames = frames()
            for block in topDown.reversed() where blocks[block].node == nil {
                if isPacked, block == Self.root {
                    pack()
                    continue
                }
                gather(&pulls, of: block, frames)
                let window = window(of: block)
                for column in columns[block] { settle(column, pulls, window) }
                placeColumns(of: block)
                fit(block)
            }
        }
    }

    /// What a block is pulled by: links between what is in it and what is not.
    struct Pull {
        var force = 0.0
        var weight = 0.0
    }

    private func gather(_ pulls: inout [Pull], of parent: Int, _ frames: [Rectangle]) {
        for child in blocks[parent].children { pulls[child] = Pull() }
        for string in strings[parent] {
            let (tail, head) = (frames[string.tail].centre, frames[string.head].centre)
            // Long links matter less: they are bent anyway.
            let weight = string.weight / (1 + abs(tail.x - head.x) / 250)
            let force = weight * (head.y - tail.y)
            if let child = string.tailChild {
                pulls[child].force += force
                pulls[child].weight += weight
            }
            if let child = string.headChild {
                pulls[child].force -= force
                pulls[child].weight += weight
            }
        }
    }

    /// Blocks of a column that move together: one with links, and those without after it.
    private struct Group {
        var members: Range<Int>
        var height: Double
        var gap: Double
        var pull: Pull
    }

    /// Moves the blocks of one column; those without links stay with the one above them.
    private mutating func settle(_ column: [Int], _ pulls: [Pull], _ window: ClosedRange<Double>) {
        let gaps = gaps(in: column)
        var groups: [Group] = []
        var total = 0.0
        for (index, child) in column.enumerated() {
            let height = blocks[child].size.height
            let pull = pulls[child]
            total += gaps[index] + height
            if let last = groups.indices.last, pull.weight == 0 || groups[last].pull.weight == 0 {
                groups[last].members = groups[last].members.lowerBound..<(index + 1)
                groups[last].height += gaps[index] + height
                groups[last].pull.force += pull.force
                groups[last].pull.weight += pull.weight
            } else {
                groups.append(
                    Group(members: index..<(index + 1), height: height, gap: gaps[index], pull: pull))
            }
        }
        var items: [StackItem] = []
        var above = 0.0
        for group in groups {
            let top = blocks[column[group.members.lowerBound]].origin.y
            let own = top + (group.pull.weight > 0 ? 0.8 * group.pull.force / group.pull.weight : 0)
            above += group.gap
            let (least, most) = (window.lowerBound + above, window.upperBound - (total - above))
            items.append(
                StackItem(
                    wanted: min(max(own, least), max(least, most)), weight: max(group.pull.weight, 0.05),
                    height: group.height, gap: group.gap))
            above += group.height
        }
        for (group, top) in zip(groups, isotonic(items)) {
            var y = top
            for index in group.members {
                if index > group.members.lowerBound { y += gaps[index] }
                blocks[column[index]].origin.y = y
                y += blocks[column[index]].size.height
            }
        }
    }

    /// The stretch within which a block's columns stay: as high as the highest stack must be, and a little
    /// more, about the middle of what is there.
    private func window(of parent: Int) -> ClosedRange<Double> {
        var height = 0.0
        var (top, bottom) = (Double.infinity, -Double.infinity)
        for column in columns[parent] {
            var least = 0.0
            for (child, gap) in zip(column, gaps(in: column)) {
                least += gap + blocks[child].size.height
                top = min(top, blocks[child].origin.y)
                bottom = max(bottom, blocks[child].origin.y + blocks[child].size.height)
            }
            height = max(height, least)
        }
        guard top < bottom else { return 0...0 }
        let middle = (top + bottom) / 2
        return (middle - height * 0.53)...(middle + height * 0.53)
    }

    func child(of parent: Int, around block: Int) -> Int? {
        var block = block
        while let next = blocks[block].parent {
            if next == parent { return block }
            block = next
        }
        return nil
    }

    /// Something to be stacked.
    struct StackItem {
        /// Where its top would best be.
        var wanted: Double
        var weight: Double
        var height: Double
        /// The space above it at least.
        var gap: Double
    }

    /// Tops as near as possible to the wanted ones, in order and with gaps: isotonic regression by pooling
    /// adjacent violators (Ayer and others 1955).
    ///
    /// - Complexity: linear in the number of items.
    func isotonic(_ items: [StackItem]) -> [Double] {
        var offsets: [Double] = []
        var offset = 0.0
        var pools: [(sum: Double, weight: Double, count: Int)] = []
        for (index, item) in items.enumerated() {
            if index > 0 { offset += items[index - 1].height + item.gap }
            offsets.append(offset)
            pools.append(((item.wanted - offset) * item.weight, item.weight, 1))
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
