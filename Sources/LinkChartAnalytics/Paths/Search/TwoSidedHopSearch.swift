internal import LinkChartModel

/// A breadth-first search from both ends at once, on borrowed memory: it costs what it sees, however large the
/// graph is.
struct TwoSidedHopSearch {
    private let question: PathQuestion
    private let outgoing: UnsafeRows
    private let blocked: UnsafeMutablePointer<Bool>
    private var ahead: Wave
    private var behind: Wave

    /// The arcs of the first path of the fewest hops, in the order of a depth-first search that takes arcs as
    /// they stand in the rows; nil if there is none.
    ///
    /// - Parameters:
    ///   - question: what is asked; its costs are not looked at.
    ///   - maxHops: how many hops there may be at most.
    ///   - meter: hears of the arcs looked at; where it says stop, the answer is nil.
    static func arcs(_ question: PathQuestion, maxHops: Int?, _ meter: inout StopMeter) -> [Int]? {
        if question.source == question.target { return [] }
        return question.projection.withPathWorkspace { workspace in
            for node in question.avoided { workspace.blocked[node] = true }
            defer { for node in question.avoided { workspace.blocked[node] = false } }
            return question.projection.outgoing.withUnsafeRows { outgoing in
                question.projection.incoming.withUnsafeRows { incoming in
                    var search = Self(
                        question: question, outgoing: outgoing, blocked: workspace.blocked,
                        ahead: Wave(question.source, outgoing, workspace.ahead),
                        behind: Wave(question.target, incoming, workspace.behind))
                    defer { search.clear() }
                    return search.meet(maxHops: maxHops, &meter) ? search.firstPath() : nil
                }
            }
        }
    }

    private func clear() {
        ahead.clear()
        behind.clear()
    }

    /// Lets the two waves grow until they meet.
    private mutating func meet(maxHops: Int?, _ meter: inout StopMeter) -> Bool {
        while true {
            if let maxHops, Int(ahead.depth) + Int(behind.depth) >= maxHops { return false }
            // A whole level at a time, on the side with less to look at. The waves are apart until they meet, so
            // the first meeting is at the least distance.
            let isMet: Bool
            if ahead.work <= behind.work {
                if meter.shouldStop(after: ahead.work) { return false }
                isMet = ahead.advance(toMeet: behind, blocked)
            } else {
                if meter.shouldStop(after: behind.work) { return false }
                isMet = behind.advance(toMeet: ahead, blocked)
            }
            if isMet { return true }
            if ahead.isEmpty || behind.isEmpty { return false }
        }
    }

    /// Goes down the rows of the wave ahead to the first meeting, and on along the wave behind.
    private func firstPath() -> [Int] {
        let arcCount = Int(ahead.depth) + Int(behind.depth)
        var arcs: [Int] = []
        arcs.reserveCapacity(arcCount)
        var nodes = [question.source]
        var cursors = [outgoing.row(question.source).lowerBound]
        while nodes.count <= Int(ahead.depth) {
            let depth = Int32(nodes.count)
            let node = nodes[nodes.count - 1]
            let end = outgoing.row(node).upperBound
            var arc = cursors[cursors.count - 1]
            var isFound = false
            while arc < end {
                let next = Int(outgoing.neighbours[arc])
                if ahead.hops[next] == depth, depth < ahead.depth || behind.hops[next] == behind.depth {
                    isFound = true
                    break
                }
                arc &+= 1
            }
            guard isFound else {
                // Nothing beyond this node meets the other wave: not to be tried again.
                ahead.hops[node] = .max
                nodes.removeLast()
                cursors.removeLast()
                arcs.removeLast()
                continue
            }
            let next = Int(outgoing.neighbours[arc])
            cursors[cursors.count - 1] = arc &+ 1
            arcs.append(arc)
            nodes.append(next)
            cursors.append(outgoing.row(next).lowerBound)
        }
        var node = nodes[nodes.count - 1]
        while arcs.count < arcCount {
            let left = Int32(arcCount - arcs.count - 1)
            let row = outgoing.row(node)
            // By construction some arc leads on from every node on a shortest path.
            guard let arc = row.first(where: { behind.hops[Int(outgoing.neighbours[$0])] == left }) else {
                preconditionFailure("a shortest path ends early")
            }
            arcs.append(arc)
            node = Int(outgoing.neighbours[arc])
        }
        return arcs
    }
}

/// One side of a search from both ends.
private struct Wave {
    let rows: UnsafeRows
    let hops: UnsafeMutablePointer<Int32>
    let queue: UnsafeMutablePointer<UInt32>
    /// The last level in the queue.
    private var start = 0
    private var end = 1
    private(set) var depth: Int32 = 0
    /// How many arcs the next level looks at.
    private(set) var work: Int

    var isEmpty: Bool { start == end }

    init(_ node: Int, _ rows: UnsafeRows, _ side: PathWorkspace.HopSide) {
        self.rows = rows
        hops = side.hops
        queue = side.queue
        hops[node] = 0
        queue[0] = UInt32(node)
        work = rows.count(node)
    }

    /// Goes one level further.
    ///
    /// - Returns: whether the other wave was met.
    mutating func advance(toMeet other: Wave, _ blocked: UnsafeMutablePointer<Bool>) -> Bool {
        depth &+= 1
        let (rows, hops, queue, depth, theirs) = (rows, hops, queue, depth, other.hops)
        var work = 0
        var isMet = false
        var tail = end
        var head = start
        while head < end {
            let row = rows.row(Int(queue[head]))
            head &+= 1
            var arc = row.lowerBound
            while arc < row.upperBound {
                let next = Int(rows.neighbours[arc])
                arc &+= 1
                guard hops[next] < 0, !blocked[next] else { continue }
                hops[next] = depth
                queue[tail] = UInt32(truncatingIfNeeded: next)
                tail &+= 1
                work &+= rows.count(next)
                if theirs[next] >= 0 { isMet = true }
            }
        }
        start = end
        end = tail
        self.work = work
        return isMet
    }

    /// Leaves the memory as it was.
    func clear() {
        var place = 0
        while place < end {
            hops[Int(queue[place])] = -1
            place &+= 1
        }
    }
}
