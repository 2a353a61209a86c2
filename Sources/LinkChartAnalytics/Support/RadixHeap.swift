/// A queue of nodes by cost for searches whose least cost only ever grows: a radix heap.
///
/// Costs that are not negative stand in the same order as their bits do as whole numbers. An entry lies in the
/// bucket of the highest bit in which it differs from the least cost so far, and only ever moves to lower ones.
/// R. Ahuja, K. Mehlhorn, J. Orlin, R. Tarjan, Faster algorithms for the shortest path problem, Journal of the ACM
/// 37 (1990), doi:10.1145/77600.77615.
struct RadixHeap {
    private struct Entry {
        var key: UInt64
        var node: UInt32
    }

    private var buckets = [[Entry]](repeating: [], count: 65)
    /// A bit a bucket but the first, the lowest for bucket 1: whether something is in it.
    private var occupied: UInt64 = 0
    private var least: UInt64 = 0

    /// Enters a node.
    ///
    /// - Parameter cost: not less than the cost given out last, and not -0.
    @inline(__always)
    mutating func insert(_ node: UInt32, cost: Double) { put(Entry(key: cost.bitPattern, node: node)) }

    @inline(__always)
    private mutating func put(_ entry: Entry) {
        let bucket = 64 &- (entry.key ^ least).leadingZeroBitCount
        buckets[bucket].append(entry)
        if bucket > 0 { occupied |= 1 &<< UInt64(truncatingIfNeeded: bucket &- 1) }
    }

    /// Takes out a node of the least cost.
    mutating func popLeast() -> (cost: Double, node: UInt32)? {
        if buckets[0].isEmpty {
            guard occupied != 0 else { return nil }
            let bucket = occupied.trailingZeroBitCount + 1
            occupied &= occupied &- 1
            var moving: [Entry] = []
            swap(&moving, &buckets[bucket])
            least = moving.reduce(.max) { min($0, $1.key) }
            for entry in moving { put(entry) }
            // Its memory serves again.
            moving.removeAll(keepingCapacity: true)
            if buckets[bucket].isEmpty { swap(&moving, &buckets[bucket]) }
        }
        guard let entry = buckets[0].popLast() else { return nil }
        return (Double(bitPattern: entry.key), entry.node)
    }
}
