extension ColumnLayout {
    /// How much a link pulls its ends to one height and how much it asks to run from left to right.
    func weight(of link: ChartLink) -> Double {
        switch link.family {
        case .hostile, .support: 3
        case .movement, .incident: 2
        case .information, .policy, .summary: 1
        case .structure: 0.6
        }
    }

    /// Gives every block a column within its parent, from the page inwards, so that what is in a box can turn
    /// to the side that its links lead to.
    mutating func assignColumns() {
        var arcs: [Int: [Arc]] = [:]
        for link in chart.links {
            guard let (parent, tail, head) = siblings(of: link) else { continue }
            arcs[parent, default: []].append(
                Arc(
                    tail: tail, head: head, weight: weight(of: link),
                    isFirm: link.flows && link.heads == .head && link.family != .structure))
        }
        for parent in topDown where isPage(parent) || blocks[parent].box != nil {
            assignColumns(of: parent, arcs[parent] ?? [])
        }
    }

    struct Arc {
        var tail: Int
        var head: Int
        var weight: Double
        /// Whether threat travels along it, so that its ends must not share a column; others may.
        var isFirm: Bool
        /// The least number of columns from tail to head.
        var length: Int { isFirm ? 1 : 0 }
    }

    private mutating func assignColumns(of parent: Int, _ arcs: [Arc]) {
        let children = blocks[parent].children
        var arcs = arcs
        let areAllSoft = !arcs.contains(where: \.isFirm)
        if areAllSoft, isPage(parent) {
            for arc in arcs.indices { arcs[arc].isFirm = true }
        }
        let observers = isPage(parent) ? observers(children, arcs) : []
        let actors = children.filter { !observers.contains($0) }
        let actorArcs = arcs.filter { !observers.contains($0.tail) && !observers.contains($0.head) }
        let rank = ranks(of: actors, actorArcs)
        let kept = actorArcs.filter { rank[$0.tail, default: 0] < rank[$0.head, default: 0] }

        var columns = longestPaths(actors, kept)
        pullTogether(&columns, actors, kept, sides: sidePulls(of: parent))
        // Those who only watch and warn stand left of whom they watch, next to them.
        moveObservers(observers, &columns, arcs)
        spreadUnlinked(&columns, children, arcs)
        let least = children.map { columns[$0, default: 0] }.min() ?? 0
        let count = (children.map { columns[$0, default: 0] - least }.max() ?? 0) + 1
        var lists = [[Int]](repeating: [], count: count)
        for child in children { lists[columns[child, default: 0] - least].append(child) }
        self.columns[parent] = lists.filter { !$0.isEmpty }
        numberColumns(of: parent)
    }

    func roughSize(of block: Int) -> GraphLayout.Size {
        if blocks[block].node != nil { return blocks[block].size }
        var size = GraphLayout.Size(width: 2 * spacing.padding, height: spacing.title + spacing.padding)
        for column in columns[block] {
            let sizes = column.map { roughSize(of: $0) }
            size.width += (sizes.map(\.width).max() ?? 0) + spacing.inner
            size.height = max(size.height, sizes.reduce(spacing.title) { $0 + $1.height + spacing.nodes })
        }
        size.width -= spacing.inner
        return size
    }

    mutating func numberColumns(of parent: Int) {
        for (number, list) in columns[parent].enumerated() {
            for child in list { blocks[child].column = number }
        }
    }

    /// Joins neighbouring columns of the page as long as it is much wider than high, the lowest first. Links
    /// within a column run up and down.
    mutating func joinColumns(of page: Int, aspect: Double) {
        while columns[page].count > 2 {
            let sizes = columns[page].map { column in
                column.map { roughSize(of: $0) }.reduce(GraphLayout.Size(width: 0, height: 0)) {
                    GraphLayout.Size(
                        width: max($0.width, $1.width), height: $0.height + $1.height + spacing.boxes)
                }
            }
            let width = sizes.reduce(-spacing.outer) { $0 + $1.width + spacing.outer }
            let height = sizes.map(\.height).max() ?? 0
            guard width > 1000, width > aspect * height else { return }
            let pairs = sizes.indices.dropLast()
            // Never into the column of the largest box: that one is the middle of the picture.
            let largest = sizes.indices.max { sizes[$0].width < sizes[$1].width }
            let best = pairs.filter { $0 != largest && $0 + 1 != largest }
                .min { sizes[$0].height + sizes[$0 + 1].height < sizes[$1].height + sizes[$1 + 1].height }
            guard let best else { return }
            let joinedHeight = sizes[best].height + sizes[best + 1].height
            let joinedWidth = width - min(sizes[best].width, sizes[best + 1].width) - spacing.outer
            // Not if that makes it too high instead.
            guard joinedWidth > 1.2 * joinedHeight else { return }
            columns[page][best] += columns[page].remove(at: best + 1)
            numberColumns(of: page)
        }
    }

    /// For every node in a box, how much more weight its links to the right of the box have than those to the
    /// left.
    private func sidePulls(of parent: Int) -> [Int: Double] {
        guard !isPage(parent) else { return [:] }
        var pulls: [Int: Double] = [:]
        for link in chart.links {
            guard let (common, tail, head) = siblings(of: link), common != parent else { continue }
            let difference = (blocks[head].column - blocks[tail].column).signum()
            guard difference != 0 else { continue }
            let weight = weight(of: link)
            if let inside = child(of: parent, around: blockOf[link.tail]) {
                pulls[inside, default: 0] += Double(difference) * weight
            }
            if let inside = child(of: parent, around: blockOf[link.head]) {
                pulls[inside, default: 0] -= Double(difference) * weight
            }
        }
        return pulls
    }

    /// An order of blocks that most of the arcs' weight agrees with (Eades, Lin, Smyth 1993).
    private func ranks(of children: [Int], _ arcs: [Arc]) -> [Int: Int] {
        var out: [Int: [Int: Double]] = [:]
        var into: [Int: [Int: Double]] = [:]
        for arc in arcs {
            let weight = arc.isFirm ? arc.weight : arc.weight / 4
            out[arc.tail, default: [:]][arc.head, default: 0] += weight
            into[arc.head, default: [:]][arc.tail, default: 0] += weight
        }
        var rest = children
        var first: [Int] = []
        var last: [Int] = []
        var present = Set(children)
        func sum(_ weights: [Int: Double]?) -> Double {
            // Sorted, because sums of floating-point numbers depend on their order.
            (weights ?? [:]).filter { present.contains($0.key) }.sorted { $0.key < $1.key }.reduce(0) {
                $0 + $1.value
            }
        }
        while !rest.isEmpty {
            if let position = rest.lastIndex(where: { sum(out[$0]) == 0 && sum(into[$0]) > 0 }) {
                last.append(rest[position])
                present.remove(rest.remove(at: position))
            } else if let position = rest.firstIndex(where: { sum(into[$0]) == 0 }) {
                first.append(rest[position])
                present.remove(rest.remove(at: position))
            } else {
                let gains = rest.map { sum(out[$0]) - sum(into[$0]) }
                let position = gains.indices.max { (gains[$0], -$0) < (gains[$1], -$1) } ?? 0
                first.append(rest[position])
                present.remove(rest.remove(at: position))
            }
        }
        var rank: [Int: Int] = [:]
        for (number, block) in (first + last.reversed()).enumerated() { rank[block] = number }
        return rank
    }

    private func longestPaths(_ children: [Int], _ arcs: [Arc]) -> [Int: Int] {
        var columns: [Int: Int] = [:]
        for child in children { columns[child] = 0 }
        // The arcs have no cycle, so that the longest path has fewer arcs than there are blocks.
        for _ in 0..<children.count {
            var isChanged = false
            for arc in arcs {
                let least = columns[arc.tail, default: 0] + arc.length
                guard columns[arc.head, default: 0] < least else { continue }
                columns[arc.head] = least
                isChanged = true
            }
            if !isChanged { break }
        }
        return columns
    }

    /// Moves blocks with room on both sides to where their links are shortest.
    private func pullTogether(
        _ columns: inout [Int: Int], _ children: [Int], _ arcs: [Arc], sides: [Int: Double]
    ) {
        let rightmost = columns.values.max() ?? 0
        for _ in 0..<8 {
            var isChanged = false
            for child in children.reversed() {
                let into = arcs.filter { $0.head == child }
                let out = arcs.filter { $0.tail == child }
                guard !into.isEmpty || !out.isEmpty else { continue }
                let low = into.map { columns[$0.tail, default: 0] + $0.length }.max() ?? 0
                let high = out.map { columns[$0.head, default: 0] - $0.length }.min() ?? rightmost
                let pull =
                    out.reduce(0) { $0 + $1.weight } - into.reduce(0) { $0 + $1.weight }
                    + sides[child, default: 0]
                let wanted = pull > 0 ? high : pull < 0 ? low : columns[child, default: 0]
                guard wanted != columns[child], wanted >= low, wanted <= high else { continue }
                columns[child] = wanted
                isChanged = true
            }
            if !isChanged { break }
        }
    }

    /// Blocks from which nothing flows and that nothing reaches: they only say something about others.
    private func observers(_ children: [Int], _ arcs: [Arc]) -> Set<Int> {
        var observers = Set(arcs.map(\.tail)).union(arcs.map(\.head))
        for arc in arcs where arc.isFirm {
            observers.remove(arc.tail)
            observers.remove(arc.head)
        }
        return observers
    }

    private func moveObservers(_ observers: Set<Int>, _ columns: inout [Int: Int], _ arcs: [Arc]) {
        for observer in observers.sorted() {
            let watched = arcs.filter { $0.tail == observer && !observers.contains($0.head) }
            guard let nearest = watched.map({ columns[$0.head, default: 0] }).min() else { continue }
            columns[observer] = nearest - 1
        }
        let least = columns.filter { !observers.contains($0.key) }.values.min() ?? 0
        for observer in observers where columns[observer] == nil { columns[observer] = least - 1 }
        // Observers of observers stand with them.
        for arc in arcs where observers.contains(arc.tail) && observers.contains(arc.head) {
            columns[arc.tail] = min(columns[arc.tail, default: 0], columns[arc.head, default: 0])
        }
    }

    /// Blocks without a link within their parent fill the columns that have most room, nearest to the side
    /// where their links lead.
    private func spreadUnlinked(
        _ columns: inout [Int: Int], _ children: [Int], _ arcs: [Arc]
    ) {
        let linked = Set(arcs.map(\.tail)).union(arcs.map(\.head))
        let free = children.filter { !linked.contains($0) }
        guard !free.isEmpty, free.count < children.count else {
            // Nothing to go by: as square as possible.
            if free.count > 3 {
                let rows = Int(Double(free.count).squareRoot().rounded(.up))
                for (number, child) in free.enumerated() { columns[child] = number / rows }
            }
            return
        }
        let range = columns.filter { linked.contains($0.key) }.values
        guard let low = range.min(), let high = range.max() else { return }
        var heights: [Int: Double] = [:]
        for child in children where linked.contains(child) {
            heights[columns[child, default: 0], default: 0] += roughSize(of: child).height + spacing.nodes
        }
        for child in free {
            let (incoming, outgoing) = outsideLinks(of: child)
            let side = outgoing - incoming
            let best = (low...high).min { a, b in
                func cost(_ column: Int) -> Double {
                    let fromSide = side > 0 ? Double(high - column) : side < 0 ? Double(column - low) : 0
                    return heights[column, default: 0] + fromSide * 60
                }
                return cost(a) < cost(b)
            }
            columns[child] = best ?? low
            heights[best ?? low, default: 0] += roughSize(of: child).height + spacing.nodes
        }
    }

    private func outsideLinks(of block: Int) -> (incoming: Int, outgoing: Int) {
        guard let node = blocks[block].node else { return (0, 0) }
        return (chart.links.count { $0.head == node }, chart.links.count { $0.tail == node })
    }
}
