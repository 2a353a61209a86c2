internal import Synchronization

/// Shortest paths from one node where costs are small whole numbers: a bucket for every cost, taken in order, so
/// that every node is followed up once and nothing is ever sorted.
///
/// A cost is at most so much dearer than the one at hand, so the buckets are used in turn. A node that is reached more
/// cheaply is put in another bucket; its entry in the dearer one stays, and is passed over when its turn comes, which
/// costs less than to look for it. What is in one bucket can be followed up in any order, so that several threads
/// share a full one; neither that nor their number changes a cost.
/// R. Dial, Algorithm 360: shortest-path forest with topological ordering, Communications of the ACM 12 (1969),
/// doi:10.1145/363269.363610.
struct BucketSearch: ~Copyable {
    private let rows: WholeCostRows
    private let threads: Int?
    /// The costs found, by node; the greatest number where there is none.
    private let found: UnsafeMutablePointer<Atomic<UInt32>>
    private let buckets: CostBuckets

    /// A bucket of fewer nodes is not worth waking another thread for.
    private static let serialLimit = 768
    /// How many nodes are followed up before anybody is asked whether to go on, and how many a thread takes at once.
    private static let (nodesAtOnce, nodesInBlock) = (1 << 16, 32)

    /// - Parameters:
    ///   - rows: where the search goes, and what it costs.
    ///   - threads: how many threads work at most; nil for one a core.
    init(_ rows: WholeCostRows, threads: Int?) {
        self.rows = rows
        self.threads = threads
        buckets = CostBuckets(greatest: rows.greatest)
        found = .allocate(capacity: rows.nodeCount)
        for node in 0..<rows.nodeCount { (found + node).initialize(to: Atomic(.max)) }
    }

    deinit {
        buckets.deallocate()
        found.deinitialize(count: rows.nodeCount)
        found.deallocate()
    }

    /// The least cost of a way from a node to every other, by old numbers; infinite where there is none.
    ///
    /// - Parameters:
    ///   - source: where ways start, by its old number, as all that follow.
    ///   - avoided: nodes that are not entered.
    ///   - end: a node that is reached but not passed.
    ///   - goOn: told how many arcs were looked at; the search ends when it says false.
    consuming func costs(
        from source: Int, avoiding avoided: [Int], end: Int? = nil, goOn: (_ arcs: Int) -> Bool
    ) -> [Double] {
        let numbers = rows.numbering.newNumbers
        for node in avoided { found[Int(numbers[node])].store(0, ordering: .relaxed) }
        search(from: numbers[source], end: end.map { numbers[$0] }, goOn: goOn)
        for node in avoided { found[Int(numbers[node])].store(.max, ordering: .relaxed) }
        let found = found
        return [Double](unsafeUninitializedCapacity: numbers.count) { costs, used in
            for (node, number) in numbers.enumerated() {
                let cost = found[Int(number)].load(ordering: .relaxed)
                costs[node] = cost == .max ? .infinity : Double(cost)
            }
            used = numbers.count
        }
    }

    private func search(from source: UInt32, end: UInt32?, goOn: (Int) -> Bool) {
        found[Int(source)].store(0, ordering: .relaxed)
        buckets.insert(source, cost: 0)
        let isShared = (threads ?? WorkQueue.processorCount) > 1
        // The cost at hand; no node waits for a lower one.
        var cost: UInt32 = 0
        rows.offsets.withUnsafeBufferPointer { offsets in
            rows.arcs.withUnsafeBufferPointer { arcs in
                while let next = buckets.leastCost(from: cost) {
                    cost = next
                    // Arcs that cost nothing lead into the bucket at hand.
                    while buckets.count(cost) > 0 {
                        let goesOn =
                            isShared && buckets.count(cost) >= Self.serialLimit
                            ? followTogether(cost, offsets, arcs, end, goOn)
                            : followOne(cost, offsets, arcs, end, goOn)
                        guard goesOn else { return }
                    }
                    buckets.close(cost)
                }
            }
        }
    }

    /// Follows up the last node of the bucket at hand.
    @inline(__always)
    private func followOne(
        _ cost: UInt32, _ offsets: UnsafeBufferPointer<Int>, _ arcs: UnsafeBufferPointer<WholeCostRows.Arc>,
        _ end: UInt32?, _ goOn: (Int) -> Bool
    ) -> Bool {
        let node = buckets.removeLast(cost)
        guard found[Int(node)].load(ordering: .relaxed) == cost, node != end else { return true }
        let row = offsets[Int(node)]..<offsets[Int(node) &+ 1]
        for arc in row {
            let (neighbour, total) = (arcs[arc].node, cost &+ arcs[arc].cost)
            guard total < found[Int(neighbour)].load(ordering: .relaxed) else { continue }
            found[Int(neighbour)].store(total, ordering: .relaxed)
            buckets.insert(neighbour, cost: total)
        }
        return goOn(row.count)
    }

    /// Follows up all nodes of the bucket at hand, by several threads: who lowers a node's cost puts the node in the
    /// bucket of that cost.
    private func followTogether(
        _ cost: UInt32, _ offsets: UnsafeBufferPointer<Int>, _ arcs: UnsafeBufferPointer<WholeCostRows.Arc>,
        _ end: UInt32?, _ goOn: (Int) -> Bool
    ) -> Bool {
        let (found, buckets, width) = (found, buckets, Self.nodesInBlock)
        let nodes = buckets.removeAll(cost)
        defer { nodes.deallocate() }
        for start in stride(from: 0, to: nodes.count, by: Self.nodesAtOnce) {
            let slice = start..<min(start + Self.nodesAtOnce, nodes.count)
            let looked = Atomic<Int>(0)
            let door = Mutex<Void>(())
            WorkQueue.run(blocks: (slice.count + width - 1) / width, threads: threads) { blocks in
                withUnsafeTemporaryAllocation(of: WholeCostRows.Arc.self, capacity: 1024) { reached in
                    var (count, own) = (0, 0)
                    func put() {
                        door.withLock { _ in
                            for place in 0..<count {
                                buckets.insert(reached[place].node, cost: reached[place].cost)
                            }
                        }
                        count = 0
                    }
                    while let block = blocks.take() {
                        let first = slice.lowerBound + block * width
                        for place in first..<min(first + width, slice.upperBound) {
                            let node = nodes[place]
                            guard found[Int(node)].load(ordering: .relaxed) == cost, node != end else {
                                continue
                            }
                            let row = offsets[Int(node)]..<offsets[Int(node) &+ 1]
                            own &+= row.count
                            for arc in row {
                                let (neighbour, total) = (arcs[arc].node, cost &+ arcs[arc].cost)
                                guard Self.lower(found + Int(neighbour), to: total) else { continue }
                                reached[count] = WholeCostRows.Arc(node: neighbour, cost: total)
                                count &+= 1
                                if count == reached.count { put() }
                            }
                        }
                    }
                    put()
                    looked.add(own, ordering: .relaxed)
                }
            }
            guard goOn(looked.load(ordering: .relaxed)) else { return false }
        }
        return true
    }

    /// Whether a cost was greater, and is now this.
    @inline(__always)
    private static func lower(_ found: UnsafeMutablePointer<Atomic<UInt32>>, to cost: UInt32) -> Bool {
        var known = found.pointee.load(ordering: .relaxed)
        while cost < known {
            let (isDone, original) = found.pointee.weakCompareExchange(
                expected: known, desired: cost, ordering: .relaxed)
            if isDone { return true }
            known = original
        }
        return false
    }
}
