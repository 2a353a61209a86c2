internal import LinkChartModel

/// Finds the truss number of every link of a simple graph: removes the links that are in the fewest triangles of
/// what is left, and on, until none is left.
///
/// Nodes are numbered hub first. A link's number is the place of its arc among all that lead to a smaller node.
///
/// - Source: J. Wang, J. Cheng, Truss decomposition in massive networks, PVLDB 5 (2012),
///   doi:10.14778/2311906.2311909.
struct TrussPeeling: ~Copyable {
    private let nodeCount: Int
    private let linkCount: Int
    private let offsets: UnsafeBufferPointer<Int>
    /// The rows; links that are gone are taken out once they are more than half of a row.
    private let neighbours: UnsafeMutableBufferPointer<UInt32>
    /// The link behind every arc.
    private let links: UnsafeMutableBufferPointer<UInt32>
    /// Where each row ends now.
    private let ends: UnsafeMutableBufferPointer<Int>
    /// How many links of each node are left.
    private let left: UnsafeMutableBufferPointer<Int>
    /// Both ends of every link, the larger first.
    private let nodes: UnsafeMutableBufferPointer<(large: UInt32, small: UInt32)>
    /// In how many triangles of what is left each link is; in the end, its truss number less 2.
    private let support: UnsafeMutableBufferPointer<UInt32>
    private let isGone: UnsafeMutableBufferPointer<Bool>

    /// - Parameter rows: simple rows, ascending, valid while this lives.
    init(_ rows: UnsafeRows) {
        nodeCount = rows.nodeCount
        linkCount = rows.neighbours.count / 2
        offsets = rows.offsets
        neighbours = .allocate(capacity: rows.neighbours.count)
        _ = neighbours.initialize(from: rows.neighbours)
        links = .allocate(capacity: rows.neighbours.count)
        ends = .allocate(capacity: nodeCount)
        left = .allocate(capacity: nodeCount)
        nodes = .allocate(capacity: linkCount)
        support = .allocate(capacity: linkCount)
        support.initialize(repeating: 0)
        isGone = .allocate(capacity: linkCount)
        isGone.initialize(repeating: false)
        numberLinks()
    }

    deinit {
        neighbours.deallocate()
        links.deallocate()
        ends.deallocate()
        left.deallocate()
        nodes.deallocate()
        support.deallocate()
        isGone.deallocate()
    }

    /// Numbers every link at its larger end; at the smaller ends the larger ones come by in ascending order, as
    /// they stand in the row.
    private func numberLinks() {
        var number = 0
        for node in 0..<nodeCount {
            let row = offsets[node]..<offsets[node &+ 1]
            var arc = row.lowerBound
            while arc < row.upperBound, neighbours[arc] < node {
                let small = Int(neighbours[arc])
                let link = UInt32(truncatingIfNeeded: number)
                links[arc] = link
                links[ends[small]] = link
                ends[small] &+= 1
                nodes[number] = (UInt32(truncatingIfNeeded: node), neighbours[arc])
                number &+= 1
                arc &+= 1
            }
            // From here on the row has larger nodes.
            ends[node] = arc
            left[node] = row.count
        }
    }

    /// The truss number of every link less 2, by number of the link, with both ends.
    func run(_ execution: Execution) throws(AnalysisError) -> [(large: UInt32, small: UInt32, level: UInt32)]
    {
        try countTriangles(execution.part(0, 0.3))
        try peel(execution.part(0.3, 1))
        return (0..<linkCount).map { (nodes[$0].large, nodes[$0].small, support[$0]) }
    }

    private func countTriangles(_ execution: Execution) throws(AnalysisError) {
        var meter = WorkMeter(execution, total: 4 * neighbours.count + nodeCount)
        // The link from the node at hand to each neighbour, plus 1.
        var marks = [UInt32](repeating: 0, count: nodeCount)
        try marks.withUnsafeMutableBufferPointer { marks throws(AnalysisError) in
            for node in 0..<nodeCount {
                let start = offsets[node]
                var end = start
                while end < offsets[node &+ 1], neighbours[end] < node {
                    marks[Int(neighbours[end])] = links[end] &+ 1
                    end &+= 1
                }
                for arc in start..<end {
                    let second = Int(neighbours[arc])
                    var found: UInt32 = 0
                    var next = offsets[second]
                    while next < offsets[second &+ 1], neighbours[next] < second {
                        let mark = marks[Int(neighbours[next])]
                        if mark != 0 {
                            support[Int(mark &- 1)] &+= 1
                            support[Int(links[next])] &+= 1
                            found &+= 1
                        }
                        next &+= 1
                    }
                    support[Int(links[arc])] &+= found
                    try meter.advance(by: next &- offsets[second])
                }
                for arc in start..<end { marks[Int(neighbours[arc])] = 0 }
                try meter.advance()
            }
        }
    }

    private func peel(_ execution: Execution) throws(AnalysisError) {
        var meter = WorkMeter(execution, total: 4 * neighbours.count)
        // The links left, and those to remove on this level; a link comes among these once.
        let waiting = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: linkCount)
        let remaining = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: linkCount)
        defer {
            waiting.deallocate()
            remaining.deallocate()
        }
        for link in 0..<linkCount { remaining[link] = UInt32(truncatingIfNeeded: link) }
        var remainingCount = linkCount
        while true {
            // Drops what the last level removed, and finds the next level with the links that are on it already.
            var level = UInt32.max
            var waitingCount = 0
            var kept = 0
            for place in 0..<remainingCount {
                let link = remaining[place]
                guard !isGone[Int(link)] else { continue }
                remaining[kept] = link
                kept &+= 1
                if support[Int(link)] < level {
                    level = support[Int(link)]
                    waitingCount = 0
                }
                guard support[Int(link)] == level else { continue }
                waiting[waitingCount] = link
                waitingCount &+= 1
            }
            try meter.advance(by: remainingCount &>> 3)
            remainingCount = kept
            guard kept > 0 else { return }
            while waitingCount > 0 {
                waitingCount &-= 1
                let work = remove(Int(waiting[waitingCount])) { link in
                    guard support[link] > level else { return }
                    support[link] &-= 1
                    guard support[link] == level else { return }
                    waiting[waitingCount] = UInt32(truncatingIfNeeded: link)
                    waitingCount &+= 1
                }
                try meter.advance(by: work)
            }
        }
    }

    /// Removes a link.
    ///
    /// - Parameter lose: called with each link that loses a triangle, as often as it loses one.
    /// - Returns: how many arcs were looked at.
    @inline(__always)
    private func remove(_ link: Int, _ lose: (Int) -> Void) -> Int {
        var (near, far) = (Int(nodes[link].large), Int(nodes[link].small))
        isGone[link] = true
        for node in [near, far] {
            left[node] &-= 1
            if (ends[node] &- offsets[node]) > 2 &* left[node] { compact(node) }
        }
        if left[far] < left[near] { swap(&near, &far) }
        // The shorter row is walked; in the longer one the place is looked up, from the last place on.
        var place = offsets[far]
        let end = ends[far]
        for arc in offsets[near]..<ends[near] {
            let third = neighbours[arc]
            place = firstPlace(from: place, to: end, notBelow: third)
            guard place < end else { break }
            let (one, other) = (Int(links[arc]), Int(links[place]))
            guard neighbours[place] == third, !isGone[one], !isGone[other] else { continue }
            lose(one)
            lose(other)
        }
        return ends[near] &- offsets[near] &+ 1
    }

    /// The first place whose neighbour is not below a node: doubling steps, then halving ones.
    @inline(__always)
    private func firstPlace(from start: Int, to end: Int, notBelow node: UInt32) -> Int {
        var low = start
        var step = 1
        while low &+ step < end, neighbours[low &+ step] < node {
            low &+= step
            step &<<= 1
        }
        var high = min(low &+ step, end)
        while low < high {
            let middle = (low &+ high) &>> 1
            if neighbours[middle] < node { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    private func compact(_ node: Int) {
        var end = offsets[node]
        for arc in offsets[node]..<ends[node] where !isGone[Int(links[arc])] {
            neighbours[end] = neighbours[arc]
            links[end] = links[arc]
            end &+= 1
        }
        ends[node] = end
    }
}
