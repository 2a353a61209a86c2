/// Breadth-first searches from up to 512 nodes at once, one bit each, which add up distances by the node that is
/// reached.
///
/// M. Then et al., The more the merrier: efficient multi-source graph traversal, PVLDB 8 (2014),
/// doi:10.14778/2735496.2735507. What is wanted here is not which search reached a node but how many did, and
/// at which distance: a count of the new bits of a node at each level.
struct MultiSourceSearch: ~Copyable {
    private let forward: UnsafeRows
    private let backward: UnsafeRows
    /// Which searches have reached a node.
    private let seen: UnsafeMutablePointer<LaneSet>
    /// Which searches reached a node in the last level; empty for all nodes that are not in `active`.
    private var frontier: UnsafeMutablePointer<LaneSet>
    /// Which searches reach a node in this level; empty between levels.
    private var next: UnsafeMutablePointer<LaneSet>
    /// The nodes that a search reached in the last level.
    private var active: UnsafeMutablePointer<UInt32>
    private var nextActive: UnsafeMutablePointer<UInt32>
    /// Nodes that some search may still reach.
    private let open: UnsafeMutablePointer<UInt32>
    private let isTouched: UnsafeMutablePointer<Bool>
    /// What was counted, by node.
    let sums: UnsafeMutablePointer<DistanceSums>
    /// How many pairs there are at each distance.
    private(set) var pairs: [UInt64] = [0]

    /// - Parameters:
    ///   - forward: the arcs along which searches go.
    ///   - backward: the same arcs from their other ends.
    init(forward: UnsafeRows, backward: UnsafeRows) {
        self.forward = forward
        self.backward = backward
        let count = max(forward.nodeCount, 1)
        func make<Element>(_ value: Element) -> UnsafeMutablePointer<Element> {
            let pointer = UnsafeMutablePointer<Element>.allocate(capacity: count)
            pointer.initialize(repeating: value, count: count)
            return pointer
        }
        seen = make(.zero)
        frontier = make(.zero)
        next = make(.zero)
        active = make(0)
        nextActive = make(0)
        open = make(0)
        isTouched = make(false)
        sums = make(DistanceSums())
    }

    deinit {
        seen.deallocate()
        frontier.deallocate()
        next.deallocate()
        active.deallocate()
        nextActive.deallocate()
        open.deallocate()
        isTouched.deallocate()
        sums.deallocate()
    }

    /// Searches from some nodes, and adds what they find.
    ///
    /// - Parameters:
    ///   - sources: at most 512 nodes, none twice.
    ///   - range: the nodes that may be reached.
    ///   - isStopped: asked before each level; if it says true, what was counted is of no use.
    mutating func search(
        from sources: UnsafeBufferPointer<UInt32>, in range: Range<Int>, isStopped: () -> Bool
    ) {
        for node in range { seen[node] = .zero }
        for (lane, node) in sources.enumerated() {
            let lanes = LaneSet(lane: lane)
            seen[Int(node)] = lanes
            frontier[Int(node)] = lanes
            active[lane] = node
        }
        var activeCount = sources.count
        let all = LaneSet(first: sources.count)
        var openCount = 0
        var openArcs = 0
        for node in range {
            open[openCount] = UInt32(truncatingIfNeeded: node)
            openCount &+= 1
            openArcs &+= backward.count(node)
        }
        var level: UInt32 = 0
        while activeCount > 0, !isStopped() {
            level &+= 1
            if pairs.count <= Int(level) { pairs.append(0) }
            var activeArcs = 0
            for place in 0..<activeCount { activeArcs &+= forward.count(Int(active[place])) }
            if activeArcs &* 2 < openArcs {
                activeCount = push(activeCount, level)
            } else {
                activeCount = pull(activeCount, level, all, &openCount, &openArcs)
            }
        }
        // After a stop, what a level left behind is of no interest: the search is not used again.
    }

    /// Takes a level from the nodes that searches are at.
    private mutating func push(_ activeCount: Int, _ level: UInt32) -> Int {
        let (rows, frontier, next, isTouched) = (forward, frontier, next, isTouched)
        let (active, touched) = (active, nextActive)
        var touchedCount = 0
        var place = 0
        while place < activeCount {
            let node = Int(active[place])
            place &+= 1
            let lanes = frontier[node]
            frontier[node] = .zero
            var arc = rows.offsets[node]
            let end = rows.offsets[node &+ 1]
            while arc < end {
                let neighbour = Int(rows.neighbours[arc])
                arc &+= 1
                next[neighbour] |= lanes
                if !isTouched[neighbour] {
                    isTouched[neighbour] = true
                    touched[touchedCount] = UInt32(truncatingIfNeeded: neighbour)
                    touchedCount &+= 1
                }
            }
        }
        let seen = seen
        let sums = sums
        let inverse = DistanceSums.inverse(of: level)
        var pairs: UInt64 = 0
        var newCount = 0
        place = 0
        while place < touchedCount {
            let node = Int(touched[place])
            place &+= 1
            isTouched[node] = false
            let old = seen[node]
            let new = next[node] & ~old
            next[node] = .zero
            if new.isEmpty { continue }
            seen[node] = old | new
            frontier[node] = new
            // The list of those touched becomes the list of those reached.
            touched[newCount] = UInt32(truncatingIfNeeded: node)
            newCount &+= 1
            let count = new.memberCount
            pairs &+= count
            sums[node].add(count, at: level, inverse: inverse)
        }
        self.pairs[Int(level)] &+= pairs
        swap(&self.active, &nextActive)
        return newCount
    }

    /// Takes a level from the nodes that searches may yet reach.
    private mutating func pull(
        _ activeCount: Int, _ level: UInt32, _ all: LaneSet, _ openCount: inout Int, _ openArcs: inout Int
    ) -> Int {
        let (rows, frontier, next, seen, sums, open) = (backward, frontier, next, seen, sums, open)
        let reached = nextActive
        let inverse = DistanceSums.inverse(of: level)
        var pairs: UInt64 = 0
        var newCount = 0
        var stillOpen = 0
        var stillOpenArcs = 0
        var place = 0
        while place < openCount {
            let node = Int(open[place])
            place &+= 1
            let old = seen[node]
            var arc = rows.offsets[node]
            let end = rows.offsets[node &+ 1]
            var lanes = LaneSet.zero
            while arc < end {
                lanes |= frontier[Int(rows.neighbours[arc])]
                arc &+= 1
            }
            let new = lanes & ~old
            let now = old | new
            open[stillOpen] = UInt32(truncatingIfNeeded: node)
            if !(now ^ all).isEmpty {
                stillOpen &+= 1
                stillOpenArcs &+= rows.count(node)
            }
            if new.isEmpty { continue }
            seen[node] = now
            next[node] = new
            reached[newCount] = UInt32(truncatingIfNeeded: node)
            newCount &+= 1
            let count = new.memberCount
            pairs &+= count
            sums[node].add(count, at: level, inverse: inverse)
        }
        for place in 0..<activeCount { frontier[Int(active[place])] = .zero }
        openCount = stillOpen
        openArcs = stillOpenArcs
        self.pairs[Int(level)] &+= pairs
        swap(&self.frontier, &self.next)
        swap(&self.active, &nextActive)
        return newCount
    }
}

/// What is known of the distances between a node and all others. The sums are whole numbers, so that they are the
/// same in any order.
struct DistanceSums: Sendable {
    /// The sum of inverse distances, in units of 2^-64.
    var inverses: UInt128 = 0
    /// The sum of distances.
    var distances: UInt64 = 0
    /// How many other nodes there are at a finite distance.
    var reached: UInt32 = 0
    /// The greatest distance.
    var greatest: UInt32 = 0

    /// 1 / distance in units of 2^-64, rounded; what this is off by is less than the last digit of a `Double`
    /// for any sum there can be.
    @inline(__always)
    static func inverse(of distance: UInt32) -> UInt128 {
        let one = UInt128(1) << 64
        return (one + UInt128(distance / 2)) / UInt128(distance)
    }

    @inline(__always)
    mutating func add(_ count: UInt64, at distance: UInt32, inverse: UInt128) {
        inverses &+= UInt128(count) &* inverse
        distances &+= count &* UInt64(distance)
        reached &+= UInt32(truncatingIfNeeded: count)
        greatest = max(greatest, distance)
    }

    /// The sum of inverse distances, rounded once.
    var inverseSum: Double {
        let shift = inverses.leadingZeroBitCount
        guard shift < 128 else { return 0 }
        let shifted = inverses << UInt128(shift)
        // What lies below decides only whether the upper half is exact.
        let isExact = UInt64(truncatingIfNeeded: shifted) == 0
        let upper = UInt64(truncatingIfNeeded: shifted >> 64) | (isExact ? 0 : 1)
        return Double(sign: .plus, exponent: -shift, significand: Double(upper))
    }

    static func += (sums: inout Self, other: Self) {
        sums.inverses &+= other.inverses
        sums.distances &+= other.distances
        sums.reached &+= other.reached
        sums.greatest = max(sums.greatest, other.greatest)
    }
}
