/// Shortest paths from one node where costs are small whole numbers: a bucket for every cost, taken in order, so
/// that every node is followed up once and nothing is ever sorted.
///
/// A cost is at most so much dearer than the one at hand, so the buckets are used in turn. Each node stands in one
/// of them at most.
/// R. Dial, Algorithm 360: shortest-path forest with topological ordering, Communications of the ACM 12 (1969),
/// doi:10.1145/363269.363610.
struct BucketSearch: ~Copyable {
    private let rows: WholeCostRows
    /// The costs found, by node; the greatest number where there is none.
    private let found: UnsafeMutablePointer<UInt32>
    /// The nodes before and after a node in its bucket; `none` at the ends.
    private let previous: UnsafeMutablePointer<UInt32>
    private let next: UnsafeMutablePointer<UInt32>
    /// The first node of each bucket.
    private let first: UnsafeMutablePointer<UInt32>
    /// A bit a bucket: whether a node stands in it; and a bit a word of those.
    private let occupied: UnsafeMutablePointer<UInt64>
    private var occupiedWords: UInt64 = 0
    private let bucketCount: Int

    private static var none: UInt32 { .max }

    init(_ rows: WholeCostRows) {
        self.rows = rows
        let count = rows.nodeCount
        // At least a word of buckets, and a power of two, so that a mask finds the bucket of a cost.
        var buckets = 64
        while buckets <= Int(rows.greatest) { buckets *= 2 }
        bucketCount = buckets
        found = .allocate(capacity: count)
        found.initialize(repeating: .max, count: count)
        previous = .allocate(capacity: count)
        next = .allocate(capacity: count)
        first = .allocate(capacity: buckets)
        first.initialize(repeating: Self.none, count: buckets)
        occupied = .allocate(capacity: buckets / 64)
        occupied.initialize(repeating: 0, count: buckets / 64)
    }

    deinit {
        found.deallocate()
        previous.deallocate()
        next.deallocate()
        first.deallocate()
        occupied.deallocate()
    }

    /// The least cost of a way from a node to every other, by old numbers; infinite where there is none.
    ///
    /// - Parameters:
    ///   - source: where ways start, by its old number, as all that follow.
    ///   - avoided: nodes that are not entered.
    ///   - end: a node that is reached but not passed.
    ///   - goOn: told how many arcs were looked at; the search ends when it says false.
    mutating func costs(
        from source: Int, avoiding avoided: [Int], end: Int? = nil, goOn: (_ arcs: Int) -> Bool
    ) -> [Double] {
        let numbers = rows.numbering.newNumbers
        for node in avoided { found[Int(numbers[node])] = 0 }
        search(from: numbers[source], end: end.map { numbers[$0] }, goOn: goOn)
        for node in avoided { found[Int(numbers[node])] = .max }
        let found = found
        return [Double](unsafeUninitializedCapacity: numbers.count) { costs, used in
            for (node, number) in numbers.enumerated() {
                let cost = found[Int(number)]
                costs[node] = cost == .max ? .infinity : Double(cost)
            }
            used = numbers.count
        }
    }

    private mutating func search(from source: UInt32, end: UInt32?, goOn: (Int) -> Bool) {
        let (found, previous, next, first) = (found, previous, next, first)
        let (occupied, mask) = (occupied, UInt32(truncatingIfNeeded: bucketCount &- 1))
        var words = occupiedWords
        @inline(__always)
        func enter(_ node: UInt32, _ bucket: Int) {
            let second = first[bucket]
            first[bucket] = node
            next[Int(node)] = second
            previous[Int(node)] = Self.none
            if second == Self.none {
                occupied[bucket &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: bucket & 63)
                words |= 1 &<< UInt64(truncatingIfNeeded: bucket &>> 6)
            } else {
                previous[Int(second)] = node
            }
        }
        @inline(__always)
        func leave(_ node: UInt32, _ bucket: Int) {
            let (before, after) = (previous[Int(node)], next[Int(node)])
            if after != Self.none { previous[Int(after)] = before }
            if before != Self.none {
                next[Int(before)] = after
                return
            }
            first[bucket] = after
            if after == Self.none {
                occupied[bucket &>> 6] &= ~(1 &<< UInt64(truncatingIfNeeded: bucket & 63))
                if occupied[bucket &>> 6] == 0 { words &= ~(1 &<< UInt64(truncatingIfNeeded: bucket &>> 6)) }
            }
        }
        found[Int(source)] = 0
        enter(source, 0)
        var cost: UInt32 = 0
        rows.offsets.withUnsafeBufferPointer { offsets in
            rows.arcs.withUnsafeBufferPointer { arcs in
                while words != 0 {
                    cost &+= Self.distance(
                        from: Int(cost & mask), to: occupied, words, wordCount: bucketCount &>> 6)
                    let bucket = Int(cost & mask)
                    while first[bucket] != Self.none {
                        let node = first[bucket]
                        leave(node, bucket)
                        if node == end { continue }
                        var arc = offsets[Int(node)]
                        let last = offsets[Int(node) &+ 1]
                        guard goOn(last &- arc) else { return }
                        while arc < last {
                            let (neighbour, total) = (arcs[arc].node, cost &+ arcs[arc].cost)
                            arc &+= 1
                            let known = found[Int(neighbour)]
                            guard total < known else { continue }
                            if known != .max { leave(neighbour, Int(known & mask)) }
                            found[Int(neighbour)] = total
                            enter(neighbour, Int(total & mask))
                        }
                    }
                }
            }
        }
        occupiedWords = words
    }

    /// How far it is from a bucket to the next one in which a node stands, itself counted, in their circle.
    @inline(__always)
    private static func distance(
        from bucket: Int, to occupied: UnsafeMutablePointer<UInt64>, _ words: UInt64, wordCount: Int
    ) -> UInt32 {
        let word = bucket &>> 6
        let here = occupied[word] &>> UInt64(truncatingIfNeeded: bucket & 63)
        if here != 0 { return UInt32(truncatingIfNeeded: here.trailingZeroBitCount) }
        // The words behind this one, then those before it, and this one last.
        let behind = word == 63 ? 0 : words & (~0 &<< UInt64(truncatingIfNeeded: word &+ 1))
        let found = (behind != 0 ? behind : words).trailingZeroBitCount
        let target = found &<< 6 | occupied[found].trailingZeroBitCount
        let count = wordCount &<< 6
        return UInt32(truncatingIfNeeded: (target &- bucket &+ count) & (count &- 1))
    }
}
