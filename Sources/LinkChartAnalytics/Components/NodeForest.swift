internal import Synchronization

/// Trees of nodes that several threads join at once; in the end a tree is a component, and its root the component's
/// smallest node, in whatever order the trees were joined.
///
/// A root points at itself, every other node at a smaller one. Joining points the larger of two roots at a smaller
/// node, so that a tree's root is always its smallest node.
final class NodeForest: @unchecked Sendable {
    private let count: Int
    private let parents: UnsafeMutablePointer<Atomic<UInt32>>

    /// About how many nodes a thread takes at a time.
    private static let blockSize = 4096
    /// How many arcs of every node are followed before most nodes are known to be together.
    private static let sampledArcs = 2
    /// How many nodes are asked which tree is the largest.
    private static let samples = 1024

    init(_ count: Int) {
        self.count = count
        parents = .allocate(capacity: max(count, 1))
        for node in 0..<count {
            (parents + node).initialize(to: Atomic(UInt32(truncatingIfNeeded: node)))
        }
    }

    deinit {
        parents.deinitialize(count: count)
        parents.deallocate()
    }

    /// The root of every node's tree.
    var roots: [UInt32] {
        [UInt32](unsafeUninitializedCapacity: count) { roots, used in
            for node in 0..<count { roots[node] = parents[node].load(ordering: .relaxed) }
            used = count
        }
    }

    /// Joins the trees of all nodes that arcs connect; every node then points at its root.
    ///
    /// - Parameters:
    ///   - rows: arcs; if `others` is nil, both ways.
    ///   - others: the same arcs by their other ends.
    ///   - execution: how to run.
    func link(
        along rows: UnsafeRows, _ others: UnsafeRows?, _ execution: Execution
    ) throws(AnalysisError) {
        let threads = rows.neighbours.count + count < 200_000 ? 1 : execution.threads
        let passes = 2 * Double(Self.sampledArcs + 1)
        func pass(_ number: Int) -> Execution {
            var part = execution.part(Double(number) / passes, Double(number + 1) / passes)
            part.threads = threads
            return part
        }
        for arc in 0..<Self.sampledArcs {
            try overNodes(pass(2 * arc)) { node in
                let row = rows.row(node)
                if row.count > arc {
                    self.join(UInt32(truncatingIfNeeded: node), rows.neighbours[row.lowerBound &+ arc])
                }
            }
            try overNodes(pass(2 * arc + 1)) { self.flatten($0) }
        }
        // Whatever arcs the largest tree's nodes have lead to it from their other ends too.
        let largest = largestTree
        try overNodes(pass(2 * Self.sampledArcs)) { node in
            guard self.parents[node].load(ordering: .relaxed) != largest else { return }
            let place = UInt32(truncatingIfNeeded: node)
            for arc in rows.row(node).dropFirst(Self.sampledArcs) { self.join(place, rows.neighbours[arc]) }
            guard let others else { return }
            for arc in others.row(node) { self.join(place, others.neighbours[arc]) }
        }
        try overNodes(pass(2 * Self.sampledArcs + 1)) { self.flatten($0) }
    }

    /// Makes one tree of those of two nodes.
    @inline(__always)
    private func join(_ first: UInt32, _ second: UInt32) {
        var (one, other) = (parent(first), parent(second))
        while one != other {
            let (high, low) = (max(one, other), min(one, other))
            let above = parent(high)
            if above == low { return }
            // Only a root may be pointed at another tree, else its own would be torn.
            if above == high,
                parents[Int(high)].compareExchange(expected: high, desired: low, ordering: .relaxed).exchanged
            {
                return
            }
            (one, other) = (parent(parent(high)), parent(low))
        }
    }

    /// Points a node at its root.
    @inline(__always)
    private func flatten(_ node: Int) {
        var root = parents[node].load(ordering: .relaxed)
        while case let above = parent(root), above != root { root = above }
        parents[node].store(root, ordering: .relaxed)
    }

    @inline(__always)
    private func parent(_ node: UInt32) -> UInt32 { parents[Int(node)].load(ordering: .relaxed) }

    /// The root that most of some evenly spread nodes have. A wrong guess costs time, nothing else.
    private var largestTree: UInt32 {
        var counts: [UInt32: Int] = [:]
        for node in stride(from: 0, to: count, by: max(count / Self.samples, 1)) {
            counts[parents[node].load(ordering: .relaxed), default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }

    @inline(__always)
    private func overNodes(_ execution: Execution, _ body: (_ node: Int) -> Void) throws(AnalysisError) {
        let (count, size) = (count, Self.blockSize)
        try WorkQueue.run(blocks: (count + size - 1) / size, execution) { queue in
            while let block = queue.take() {
                for node in (block * size)..<min((block + 1) * size, count) { body(node) }
            }
        }
    }
}
