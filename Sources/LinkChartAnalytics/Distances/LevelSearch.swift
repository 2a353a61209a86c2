internal import LinkChartModel
internal import Synchronization

/// Breadth-first search from one node, which takes each level from the side that costs less: from the nodes that
/// were reached last along their arcs, or from those not reached yet, each of which looks for one neighbour among
/// the last and stops at the first.
///
/// On graphs with hubs the second way sees a small part of the arcs. Which way a level is taken changes no
/// distance, nor does the number of threads.
/// S. Beamer, K. Asanović, D. Patterson, Direction-optimizing breadth-first search, SC 2012,
/// doi:10.1109/SC.2012.50.
struct LevelSearch: ~Copyable {
    /// The arcs along which a search goes, by the nodes that they leave and by those that they reach.
    struct Arcs {
        var forward: UnsafeRows
        /// A second set of arcs from the same nodes; nil if there is none.
        var alsoForward: UnsafeRows?
        var backward: UnsafeRows
        var alsoBackward: UnsafeRows?

        var count: Int { forward.neighbours.count + (alsoForward?.neighbours.count ?? 0) }

        @inline(__always)
        func forwardCount(_ node: Int) -> Int { forward.count(node) &+ (alsoForward?.count(node) ?? 0) }
    }

    private let arcs: Arcs
    private let nodeCount: Int
    private let wordCount: Int
    private let threads: Int?
    /// The distances, by node; -1 for those not reached.
    private let hops: UnsafeMutableBufferPointer<Int32>
    /// A bit a node: whether it is reached, or not to be.
    private let seen: UnsafeMutablePointer<Atomic<UInt64>>
    /// A bit a node: whether the last level reached it; as `front` where a level is taken from the other side.
    private var front: UnsafeMutablePointer<UInt64>
    private var next: UnsafeMutablePointer<UInt64>
    /// The nodes in the order in which levels reached them, but for levels that are kept as bits.
    private let queue: UnsafeMutablePointer<UInt32>

    /// What a level reached: how many nodes, and how many arcs lead on from them.
    private struct Reached {
        var nodes = 0
        var arcs = 0
    }

    /// A level of fewer steps is not worth waking another thread for.
    private static let serialLimit = 1 << 15

    /// - Parameters:
    ///   - arcs: where searches go.
    ///   - hops: where distances are written; of as many elements as there are nodes.
    ///   - threads: how many threads work at most; nil for one a core.
    init(_ arcs: Arcs, into hops: UnsafeMutableBufferPointer<Int32>, threads: Int?) {
        self.arcs = arcs
        self.hops = hops
        self.threads = threads
        nodeCount = arcs.forward.nodeCount
        wordCount = (nodeCount + 63) / 64
        seen = .allocate(capacity: wordCount)
        front = .allocate(capacity: wordCount)
        next = .allocate(capacity: wordCount)
        queue = .allocate(capacity: nodeCount)
        for word in 0..<wordCount { (seen + word).initialize(to: Atomic(0)) }
        // Bits beyond the last node stand for nobody.
        let rest = nodeCount % 64
        if rest > 0 { seen[wordCount - 1].store(~0 << UInt64(rest), ordering: .relaxed) }
        front.initialize(repeating: 0, count: wordCount)
        next.initialize(repeating: 0, count: wordCount)
        hops.update(repeating: -1)
    }

    deinit {
        seen.deinitialize(count: wordCount)
        seen.deallocate()
        front.deallocate()
        next.deallocate()
        queue.deallocate()
    }

    /// Searches once.
    ///
    /// - Parameters:
    ///   - source: where the search starts.
    ///   - avoided: nodes that are not entered.
    ///   - maxHops: how far it goes; nil for as far as it gets.
    ///   - execution: how to run; nil to run to the end.
    /// - Throws: ``AnalysisError/cancelled``.
    mutating func run(
        from source: Int, avoiding avoided: [Int], maxHops: Int?, _ execution: Execution?
    ) throws(AnalysisError) {
        var meter = execution.map { WorkMeter($0, total: arcs.count) }
        for node in avoided { mark(node) }
        mark(source)
        hops[source] = 0
        queue[0] = UInt32(truncatingIfNeeded: source)
        var reached = Reached(nodes: 1, arcs: arcs.forwardCount(source))
        var openNodes = nodeCount - 1
        var openArcs = arcs.count - reached.arcs
        // The last level in the queue, unless it is kept as bits.
        var last = 0..<1
        var isInBits = false
        var level: Int32 = 0
        // A path has fewer hops than there are nodes.
        let furthest = Int32(clamping: min(maxHops ?? .max, nodeCount))
        while reached.nodes > 0, level < furthest {
            level &+= 1
            try meter?.advance(by: reached.arcs)
            let pullCost = costOfPulling(reached, openNodes: openNodes, openArcs: openArcs)
            if pullCost < Double(reached.arcs) {
                if !isInBits { putInBits(last) }
                isInBits = true
                reached = pull(level, isShared: pullCost > Double(Self.serialLimit))
            } else {
                if isInBits { last = takeFromBits(after: last.upperBound) }
                isInBits = false
                let end = reached.arcs > Self.serialLimit ? pushTogether(last, level) : push(last, level)
                last = last.upperBound..<end
                reached = Reached(nodes: last.count, arcs: 0)
                for place in last { reached.arcs &+= arcs.forwardCount(Int(queue[place])) }
            }
            openNodes &-= reached.nodes
            openArcs = max(openArcs &- reached.arcs, 0)
        }
    }

    private func mark(_ node: Int) {
        let word = seen[node >> 6].load(ordering: .relaxed)
        seen[node >> 6].store(word | 1 &<< UInt64(truncatingIfNeeded: node & 63), ordering: .relaxed)
    }

    /// About how many steps it takes to let those who are not reached look for those who are: until a node has
    /// found one, it looks at as many neighbours as arcs in all come to one that leads on from the last level.
    private func costOfPulling(_ reached: Reached, openNodes: Int, openArcs: Int) -> Double {
        let tries = Double(openNodes) * (Double(arcs.count) / Double(max(reached.arcs, 1)))
        // A node costs a row to find and a branch that is foreseen badly; a word costs a look.
        return min(tries, Double(openArcs)) + 3 * Double(openNodes) + Double(wordCount)
    }

    // MARK: - Along the arcs of the last level

    private func push(_ last: Range<Int>, _ level: Int32) -> Int {
        let (queue, seen, hops) = (queue, seen, hops)
        var end = last.upperBound
        func visit(_ rows: UnsafeRows, _ node: Int) {
            for arc in rows.row(node) {
                let neighbour = rows.neighbours[arc]
                let place = Int(neighbour >> 6)
                let word = seen[place].load(ordering: .relaxed)
                let bit = 1 &<< UInt64(neighbour & 63)
                guard word & bit == 0 else { continue }
                seen[place].store(word | bit, ordering: .relaxed)
                hops[Int(neighbour)] = level
                queue[end] = neighbour
                end &+= 1
            }
        }
        for place in last {
            let node = Int(queue[place])
            visit(arcs.forward, node)
            if let also = arcs.alsoForward { visit(also, node) }
        }
        return end
    }

    /// The same by several threads: who sets a node's bit puts it in the queue, so that it stands there once, in
    /// whatever order.
    private func pushTogether(_ last: Range<Int>, _ level: Int32) -> Int {
        let (arcs, queue, seen, hops) = (arcs, queue, seen, hops)
        let end = Atomic<Int>(last.upperBound)
        let width = 256
        WorkQueue.run(blocks: (last.count + width - 1) / width, threads: threads) { blocks in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1024) { found in
                var count = 0
                func put() {
                    let place = end.wrappingAdd(count, ordering: .relaxed).oldValue
                    (queue + place).update(from: found.baseAddress.unsafelyUnwrapped, count: count)
                    count = 0
                }
                func visit(_ rows: UnsafeRows, _ node: Int) {
                    for arc in rows.row(node) {
                        let neighbour = rows.neighbours[arc]
                        let place = Int(neighbour >> 6)
                        let bit = 1 &<< UInt64(neighbour & 63)
                        guard seen[place].load(ordering: .relaxed) & bit == 0,
                            seen[place].bitwiseOr(bit, ordering: .relaxed).oldValue & bit == 0
                        else { continue }
                        hops[Int(neighbour)] = level
                        found[count] = neighbour
                        count &+= 1
                        if count == found.count { put() }
                    }
                }
                while let block = blocks.take() {
                    let start = last.lowerBound + block * width
                    for place in start..<min(start + width, last.upperBound) {
                        let node = Int(queue[place])
                        visit(arcs.forward, node)
                        if let also = arcs.alsoForward { visit(also, node) }
                    }
                }
                put()
            }
        }
        return end.load(ordering: .relaxed)
    }

    // MARK: - Along the arcs of those not reached

    private mutating func pull(_ level: Int32, isShared: Bool) -> Reached {
        let width = 64
        let wordCount = wordCount
        var reached = Reached()
        if isShared {
            let nodes = Atomic<Int>(0)
            let onward = Atomic<Int>(0)
            WorkQueue.run(blocks: (wordCount + width - 1) / width, threads: threads) { blocks in
                var own = Reached()
                while let block = blocks.take() {
                    pull(block * width..<min((block + 1) * width, wordCount), level, &own)
                }
                nodes.add(own.nodes, ordering: .relaxed)
                onward.add(own.arcs, ordering: .relaxed)
            }
            reached = Reached(nodes: nodes.load(ordering: .relaxed), arcs: onward.load(ordering: .relaxed))
        } else {
            pull(0..<wordCount, level, &reached)
        }
        swap(&front, &next)
        return reached
    }

    private func pull(_ words: Range<Int>, _ level: Int32, _ reached: inout Reached) {
        let (arcs, seen, front, next, hops) = (arcs, seen, front, next, hops)
        @inline(__always)
        func finds(_ rows: UnsafeRows, _ node: Int) -> Bool {
            for arc in rows.row(node) {
                let neighbour = rows.neighbours[arc]
                if front[Int(neighbour >> 6)] &>> UInt64(neighbour & 63) & 1 != 0 { return true }
            }
            return false
        }
        var (nodes, onward) = (0, 0)
        for word in words {
            let known = seen[word].load(ordering: .relaxed)
            var open = ~known
            var found: UInt64 = 0
            while open != 0 {
                let bit = open & (0 &- open)
                let node = word &<< 6 | open.trailingZeroBitCount
                open &= open &- 1
                guard finds(arcs.backward, node) || arcs.alsoBackward.map({ finds($0, node) }) ?? false else {
                    continue
                }
                found |= bit
                hops[node] = level
                nodes &+= 1
                onward &+= arcs.forwardCount(node)
            }
            next[word] = found
            if found != 0 { seen[word].store(known | found, ordering: .relaxed) }
        }
        reached.nodes &+= nodes
        reached.arcs &+= onward
    }

    // MARK: - From one form of a level to the other

    private func putInBits(_ last: Range<Int>) {
        front.update(repeating: 0, count: wordCount)
        for place in last {
            let node = queue[place]
            front[Int(node >> 6)] |= 1 &<< UInt64(node & 63)
        }
    }

    private func takeFromBits(after start: Int) -> Range<Int> {
        var end = start
        for word in 0..<wordCount {
            var bits = front[word]
            while bits != 0 {
                queue[end] = UInt32(truncatingIfNeeded: word &<< 6 | bits.trailingZeroBitCount)
                end &+= 1
                bits &= bits &- 1
            }
        }
        return start..<end
    }
}
