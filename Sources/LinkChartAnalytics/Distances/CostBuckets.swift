/// Nodes that wait for their cost to come up: a bucket for every cost, used in turn, since no cost is further from the
/// one at hand than the greatest of an arc.
///
/// It points to what whoever made it gives back by ``deallocate()``. Threads that insert take turns.
struct CostBuckets {
    private let buckets: UnsafeMutablePointer<Bucket>
    /// A bit a bucket: whether there may be anything in it.
    private let occupied: UnsafeMutablePointer<UInt64>
    private let bucketCount: Int

    /// - Parameter greatest: how far a cost may be from the one at hand.
    init(greatest: UInt32) {
        // At least a word of buckets, and a power of two, so that a mask finds the bucket of a cost.
        var bucketCount = 64
        while bucketCount <= Int(greatest) { bucketCount *= 2 }
        self.bucketCount = bucketCount
        buckets = .allocate(capacity: bucketCount)
        for bucket in 0..<bucketCount { (buckets + bucket).initialize(to: Bucket()) }
        occupied = .allocate(capacity: bucketCount / 64)
        occupied.initialize(repeating: 0, count: bucketCount / 64)
    }

    func deallocate() {
        for bucket in 0..<bucketCount { buckets[bucket].deallocate() }
        buckets.deallocate()
        occupied.deallocate()
    }

    /// How many nodes wait for a cost, those among them that were reached more cheaply since.
    @inline(__always)
    func count(_ cost: UInt32) -> Int { buckets[place(cost)].count }

    @inline(__always)
    func insert(_ node: UInt32, cost: UInt32) {
        let place = place(cost)
        buckets[place].append(node)
        occupied[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place & 63)
    }

    /// Takes out the node that came last, of a bucket that is not empty.
    @inline(__always)
    func removeLast(_ cost: UInt32) -> UInt32 { buckets[place(cost)].removeLast() }

    /// Takes out all nodes; they are the caller's to deallocate.
    func removeAll(_ cost: UInt32) -> UnsafeMutableBufferPointer<UInt32> { buckets[place(cost)].removeAll() }

    /// Says that a bucket is empty.
    @inline(__always)
    func close(_ cost: UInt32) {
        let place = place(cost)
        occupied[place &>> 6] &= ~(1 &<< UInt64(truncatingIfNeeded: place & 63))
    }

    /// The least cost for which nodes wait, none lower than the one at hand; nil if there are none.
    @inline(__always)
    func leastCost(from cost: UInt32) -> UInt32? {
        let bucket = place(cost)
        let first = bucket &>> 6
        let here = occupied[first] &>> UInt64(truncatingIfNeeded: bucket & 63)
        if here != 0 { return cost &+ UInt32(truncatingIfNeeded: here.trailingZeroBitCount) }
        // The words behind this one, then those before it, and this one last, for the buckets before.
        let wordMask = bucketCount &>> 6 &- 1
        for step in 1...(wordMask &+ 1) {
            let word = (first &+ step) & wordMask
            guard occupied[word] != 0 else { continue }
            let next = word &<< 6 | occupied[word].trailingZeroBitCount
            return cost &+ UInt32(truncatingIfNeeded: (next &- bucket) & (bucketCount &- 1))
        }
        return nil
    }

    @inline(__always)
    private func place(_ cost: UInt32) -> Int { Int(cost) & (bucketCount &- 1) }
}

/// Nodes of one cost, and room for more.
private struct Bucket {
    private var nodes: UnsafeMutablePointer<UInt32>
    private(set) var count = 0
    private var room = 64

    init() { nodes = .allocate(capacity: room) }

    func deallocate() { nodes.deallocate() }

    @inline(__always)
    mutating func append(_ node: UInt32) {
        if count == room { grow() }
        nodes[count] = node
        count &+= 1
    }

    @inline(__always)
    mutating func removeLast() -> UInt32 {
        count &-= 1
        return nodes[count]
    }

    mutating func removeAll() -> UnsafeMutableBufferPointer<UInt32> {
        defer { self = Bucket() }
        return UnsafeMutableBufferPointer(start: nodes, count: count)
    }

    @inline(never)
    private mutating func grow() {
        let more = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * room)
        more.update(from: nodes, count: count)
        nodes.deallocate()
        nodes = more
        room *= 2
    }
}
