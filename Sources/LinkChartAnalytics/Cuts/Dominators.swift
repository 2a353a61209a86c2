public import LinkChartModel

extension Projection {
    /// Dominators: of every node that a root reaches, the nodes that every way from the root to it passes.
    ///
    /// - Parameters:
    ///   - root: where all ways start.
    ///   - execution: how to run; the result does not depend on it.
    /// - Returns: the tree of immediate dominators.
    /// - Throws: ``AnalysisError``: `unknownNode` if the root is not in the projection, `cancelled` if it was stopped.
    /// - Complexity: O(*m* log *n*). Memory: O(*n*).
    /// - Source: T. Lengauer, R. Tarjan, A fast algorithm for finding dominators in a flowgraph, ACM Transactions on
    ///   Programming Languages and Systems 1 (1979), doi:10.1145/357062.357071.
    public func dominators(
        from root: NodeIndex, execution: Execution = .default
    ) throws(AnalysisError) -> DominatorTree {
        try dominatorTree(root, .fromRoot, along: outgoing, against: incoming, execution)
    }

    /// Postdominators: of every node that reaches a root, the nodes that every way from it to the root passes.
    ///
    /// - Parameters:
    ///   - root: where all ways end.
    ///   - execution: how to run; the result does not depend on it.
    /// - Returns: the tree of immediate postdominators.
    /// - Throws: ``AnalysisError``: `unknownNode` if the root is not in the projection, `cancelled` if it was stopped.
    /// - Complexity: O(*m* log *n*). Memory: O(*n*).
    /// - Source: T. Lengauer, R. Tarjan 1979, doi:10.1145/357062.357071.
    public func postdominators(
        to root: NodeIndex, execution: Execution = .default
    ) throws(AnalysisError) -> DominatorTree {
        try dominatorTree(root, .toRoot, along: incoming, against: outgoing, execution)
    }

    private func dominatorTree(
        _ root: NodeIndex, _ direction: DominatorTree.Direction, along forth: CompressedRows,
        against back: CompressedRows, _ execution: Execution
    ) throws(AnalysisError) -> DominatorTree {
        guard let position = position(of: root) else {
            throw AnalysisError(.unknownNode, "node \(root.position) is not in the projection")
        }
        try execution.check()
        var meter = WorkMeter(execution, total: 2 * (arcCount + nodeCount))
        var search = DominatorSearch()
        try forth.withUnsafeRows { forth throws(AnalysisError) in
            try back.withUnsafeRows { back throws(AnalysisError) in
                try search.run(from: position, forth, back, &meter)
            }
        }
        execution.progress?(1)
        return DominatorTree(
            of: self, root: root, direction, order: search.order, parents: search.dominators)
    }
}

/// Lengauer and Tarjan's search. Nodes are known by the order in which a depth-first search finds them.
private struct DominatorSearch {
    /// The node of each number.
    private(set) var order: [UInt32] = []
    /// The number of each node's immediate dominator.
    private(set) var dominators: [UInt32] = []
    /// The number from which each was found.
    private var parents: [UInt32] = []
    /// Semidominators: the least number from which a way leads to a node over larger numbers only.
    private var semi: [UInt32] = []
    /// The forest of what is dealt with: who is above, and the number of the least semidominator on the way up.
    private var above: [UInt32] = []
    private var best: [UInt32] = []
    private var chain: [Int] = []
    private static let none = UInt32.max

    mutating func run(
        from root: Int, _ forth: UnsafeRows, _ back: UnsafeRows, _ meter: inout WorkMeter
    ) throws(AnalysisError) {
        let numbers = try number(from: root, forth, &meter)
        let count = order.count
        semi = (0..<count).map { UInt32(truncatingIfNeeded: $0) }
        best = semi
        above = [UInt32](repeating: Self.none, count: count)
        dominators = [UInt32](repeating: 0, count: count)
        // The nodes of each semidominator, as linked lists.
        var first = above
        var after = above
        for node in (0..<count).dropFirst().reversed() {
            let row = back.row(Int(order[node]))
            var least = semi[node]
            for arc in row {
                let other = numbers[Int(back.neighbours[arc])]
                guard other != Self.none else { continue }
                least = min(least, semi[leastOnTheWayUp(from: Int(other))])
            }
            try meter.advance(by: row.count &+ 1)
            semi[node] = least
            after[node] = first[Int(least)]
            first[Int(least)] = UInt32(truncatingIfNeeded: node)
            let parent = Int(parents[node])
            above[node] = UInt32(truncatingIfNeeded: parent)
            var next = first[parent]
            first[parent] = Self.none
            while next != Self.none {
                let waiting = Int(next)
                next = after[waiting]
                let candidate = leastOnTheWayUp(from: waiting)
                // Else it has the same dominator as the candidate, which is settled below.
                dominators[waiting] = UInt32(
                    truncatingIfNeeded: semi[candidate] < semi[waiting] ? candidate : parent)
            }
        }
        for node in (0..<count).dropFirst() where dominators[node] != semi[node] {
            dominators[node] = dominators[Int(dominators[node])]
        }
    }

    /// Numbers what the root reaches, depth first.
    private mutating func number(
        from root: Int, _ rows: UnsafeRows, _ meter: inout WorkMeter
    ) throws(AnalysisError) -> [UInt32] {
        var numbers = [UInt32](repeating: Self.none, count: rows.nodeCount)
        var way: [(number: UInt32, arc: Int, end: Int)] = []
        func enter(_ node: Int, from parent: UInt32) {
            let number = UInt32(truncatingIfNeeded: order.count)
            numbers[node] = number
            order.append(UInt32(truncatingIfNeeded: node))
            parents.append(parent)
            way.append((number, rows.offsets[node], rows.offsets[node &+ 1]))
        }
        enter(root, from: 0)
        while let last = way.last {
            guard last.arc < last.end else {
                way.removeLast()
                continue
            }
            way[way.count - 1].arc = last.arc &+ 1
            let neighbour = Int(rows.neighbours[last.arc])
            if numbers[neighbour] == Self.none { enter(neighbour, from: last.number) }
            try meter.advance()
        }
        return numbers
    }

    /// Of the nodes on the way up through what is dealt with, the one of the least semidominator; the way is made
    /// short for the next question.
    private mutating func leastOnTheWayUp(from node: Int) -> Int {
        guard above[node] != Self.none else { return node }
        chain.removeAll(keepingCapacity: true)
        var top = node
        while above[Int(above[top])] != Self.none {
            chain.append(top)
            top = Int(above[top])
        }
        while let lower = chain.popLast() {
            let upper = Int(above[lower])
            if semi[Int(best[upper])] < semi[Int(best[lower])] { best[lower] = best[upper] }
            above[lower] = above[upper]
        }
        return Int(best[node])
    }
}
