internal import LinkChartModel

/// Links that are held out, and what is left of the graph.
struct LinkSplit: Sendable {
    /// The graph without the links held out.
    let training: Projection
    /// The links held out.
    let heldOut: [NodePair]

    /// Divides the links of a projection at random.
    ///
    /// - Parameters:
    ///   - share: of the links that is held out, 0 ... 1; at least one link is.
    ///   - isWhole: whether nodes that reach each other, without directions, still do.
    ///   - random: where the numbers come from.
    init(
        _ projection: Projection, share: Double, keepingComponents isWhole: Bool,
        _ random: inout RandomNumbers, _ execution: Execution
    ) throws(AnalysisError) {
        let links = projection.simpleRows.links(isDirected: false)
        var order = (0..<links.sources.count).map { UInt32($0) }
        random.shuffle(&order)
        let wanted = max(Int((share * Double(order.count)).rounded()), 1)
        if isWhole { order = Self.dispensable(order, links, projection.nodeCount) }
        try execution.check()
        guard !order.isEmpty else {
            throw AnalysisError(
                .undefined,
                links.sources.isEmpty
                    ? "there is no link to hold out"
                    : "every link holds its component together: none can be held out")
        }
        let heldOut = order.prefix(wanted).sorted()
        let removed = PairSet(capacity: heldOut.count)
        self.heldOut = heldOut.map { link in
            let (first, second) = (links.sources[Int(link)], links.targets[Int(link)])
            removed.insert(PairSet.key(between: first, and: second))
            return NodePair(projection.node(at: Int(first)), projection.node(at: Int(second)))
        }
        var isKept = [Bool](repeating: true, count: projection.arcCount)
        for node in 0..<projection.nodeCount {
            for arc in projection.outgoing.row(node) {
                let key = PairSet.key(between: UInt32(node), and: projection.outgoing.neighbours[arc])
                isKept[arc] = !removed.contains(key)
            }
        }
        training = projection.keeping(arcs: isKept, alteration: "\(heldOut.count) links held out")
    }

    /// The links, in their order, that are not needed to keep together what the earlier ones have linked.
    private static func dispensable(
        _ order: [UInt32], _ links: (sources: [UInt32], targets: [UInt32]), _ nodeCount: Int
    ) -> [UInt32] {
        var above = (0..<nodeCount).map { UInt32($0) }
        func root(_ node: UInt32) -> Int {
            var node = Int(node)
            while Int(above[node]) != node {
                above[node] = above[Int(above[node])]
                node = Int(above[node])
            }
            return node
        }
        return order.filter { link in
            let (one, other) = (root(links.sources[Int(link)]), root(links.targets[Int(link)]))
            above[max(one, other)] = UInt32(min(one, other))
            return one == other
        }
    }
}

/// The pairs that are not linked.
struct NonLinks: Sendable {
    private let projection: Projection
    private let rows: CompressedRows
    /// How many there are.
    let count: Int
    /// How many pairs are handed out at a time.
    private static let batch = 1 << 18

    init(of projection: Projection) {
        self.projection = projection
        rows = projection.simpleRows
        count =
            DyadChoice.pairCount(projection.nodeCount, isDirected: false) - projection.simpleRows.arcCount / 2
    }

    /// Calls `body` with all of them, in their order, some at a time.
    func forEachBatch(
        _ execution: Execution, _ body: ([NodePair]) throws(AnalysisError) -> Void
    ) throws(AnalysisError) {
        var batch: [NodePair] = []
        try forEach { first, second throws(AnalysisError) in
            batch.append(NodePair(projection.node(at: first), projection.node(at: second)))
            guard batch.count == Self.batch else { return }
            try execution.check()
            try body(batch)
            batch.removeAll(keepingCapacity: true)
        }
        if !batch.isEmpty { try body(batch) }
    }

    /// Some of them; every choice is equally likely.
    func sample(_ wanted: Int, _ random: inout RandomNumbers) -> [NodePair] {
        var pairs: [NodePair] = []
        if wanted <= count / 2 && count >= DyadChoice.pairCount(rows.nodeCount, isDirected: false) / 4 {
            // Most pairs will do: draw until enough have done.
            let drawn = PairSet(capacity: wanted)
            while pairs.count < wanted {
                let first = UInt32(random.below(rows.nodeCount))
                let second = UInt32(random.below(rows.nodeCount))
                guard first != second, !isLinked(first, second),
                    drawn.insert(PairSet.key(between: first, and: second))
                else { continue }
                pairs.append(pair(Int(min(first, second)), Int(max(first, second))))
            }
            return pairs
        }
        let chosen = random.chooseSparsely(wanted, of: count)
        var number = 0
        forEach { first, second in
            if pairs.count < chosen.count, chosen[pairs.count] == number { pairs.append(pair(first, second)) }
            number += 1
        }
        return pairs
    }

    private func pair(_ first: Int, _ second: Int) -> NodePair {
        NodePair(projection.node(at: first), projection.node(at: second))
    }

    private func isLinked(_ first: UInt32, _ second: UInt32) -> Bool {
        rows.withUnsafeRows { rows in
            let isFew = rows.count(Int(first)) <= rows.count(Int(second))
            let (near, far) = isFew ? (first, second) : (second, first)
            let row = rows.row(Int(near))
            let place = rows.firstPosition(from: Int(far), in: row)
            return place < row.upperBound && rows.neighbours[place] == far
        }
    }

    private func forEach<Failure: Error>(
        _ body: (Int, Int) throws(Failure) -> Void
    ) throws(Failure) {
        for first in 0..<rows.nodeCount {
            let row = rows[first]
            var place = row.startIndex
            while place < row.endIndex, Int(row[place]) <= first { place += 1 }
            for second in (first + 1)..<max(rows.nodeCount, first + 1) {
                if place < row.endIndex, Int(row[place]) == second {
                    place += 1
                } else {
                    try body(first, second)
                }
            }
        }
    }
}
