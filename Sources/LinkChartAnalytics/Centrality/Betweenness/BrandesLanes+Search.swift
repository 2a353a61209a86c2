extension BrandesLanes {
    /// Counts shortest paths, and lists the nodes of every step with the lanes that reached them.
    ///
    /// - Returns: whether all counts, and what is divided by them, are within the range of a `Double`.
    mutating func search(
        from sources: Slice<UnsafeBufferPointer<UInt32>>, outgoing: UnsafeRows, incoming: UnsafeRows
    ) -> Bool {
        let count = outgoing.nodeCount
        let all = UInt8(truncatingIfNeeded: (1 << sources.count) - 1)
        var state = SearchState(all: all, openArcs: incoming.arcCount)
        steps.removeAll(keepingCapacity: true)
        steps.append(Step(first: 0))
        for (lane, source) in sources.enumerated() {
            let node = Int(source)
            front[node][lane] = 1
            counts[node][lane] = 1
            reached[node] |= 1 << UInt8(lane)
            entries[state.entryCount] = source
            entryLanes[state.entryCount] = 1 << UInt8(lane)
            state.entryCount += 1
            state.stepOut += outgoing.count(node)
            state.stepIn += incoming.count(node)
            if reached[node] == all { state.close(node, incoming) }
        }
        while true {
            let first = steps[steps.count - 1].first
            let end = state.entryCount
            steps[steps.count - 1].arcsOut = state.stepOut
            steps[steps.count - 1].arcsIn = state.stepIn
            steps.append(Step(first: end))
            if end == first || state.closedCount == count { break }
            let arcs = state.stepOut
            (state.stepOut, state.stepIn) = (0, 0)
            step &+= 1
            // To push is to read and write a vector an arc, to pull only to read it.
            if state.openArcs &+ count < arcs &* 2 {
                pull(&state, outgoing, incoming)
            } else {
                push(first..<end, &state, outgoing, incoming)
            }
            clearFront(first..<end)
        }
        // Beyond this, (1 + δ)/σ would be lost in the smallest numbers, and further on σ is infinite.
        var most = 0.0
        for lane in 0..<Self.laneCount { most = max(most, state.most[lane]) }
        return most < 1e290
    }

    struct SearchState {
        /// The lanes in use.
        let all: UInt8
        /// How many arcs reach nodes that not all lanes have reached.
        var openArcs: Int
        var closedCount = 0
        var entryCount = 0
        var stepOut = 0
        var stepIn = 0
        /// The greatest counts so far.
        var most = Lanes.zero
        /// How many of the list of open nodes are valid; -1 before it is made.
        var openCount = -1

        init(all: UInt8, openArcs: Int) {
            self.all = all
            self.openArcs = openArcs
        }

        @inline(__always)
        mutating func close(_ node: Int, _ incoming: UnsafeRows) {
            closedCount &+= 1
            openArcs &-= incoming.count(node)
        }
    }

    mutating func clearFront(_ range: Range<Int>) {
        var entry = range.lowerBound
        while entry < range.upperBound {
            front[Int(entries[entry])] = .zero
            entry &+= 1
        }
        swap(&front, &next)
    }

    /// Gives a node its counts in the lanes that reach it now; the others have reached it before.
    @inline(__always)
    private func settle(
        _ node: Int, _ sum: Lanes, _ state: inout SearchState, _ outgoing: UnsafeRows, _ incoming: UnsafeRows
    ) {
        let before = reached[node]
        let bits = unsafeBitCast(sum, to: Bits.self) & laneBits[Int(~before)]
        let fresh = unsafeBitCast(bits, to: Lanes.self)
        next[node] = fresh
        let lanes = Self.laneByte(fresh)
        entries[state.entryCount] = UInt32(truncatingIfNeeded: node)
        entryLanes[state.entryCount] = lanes
        guard lanes != 0 else { return }
        state.entryCount &+= 1
        counts[node] += fresh
        state.most.replace(with: fresh, where: fresh .> state.most)
        state.stepOut &+= outgoing.count(node)
        state.stepIn &+= incoming.count(node)
        reached[node] = before | lanes
        if before | lanes == state.all { state.close(node, incoming) }
    }

    /// The lanes that are not 0.
    @inline(__always)
    static func laneByte(_ lanes: Lanes) -> UInt8 {
        let isSet = lanes .!= .zero
        let bits = unsafeBitCast(isSet, to: Bits.self) & Bits(1, 2, 4, 8, 16, 32, 64, 128)
        return UInt8(truncatingIfNeeded: bits.wrappedSum())
    }

    private func push(
        _ range: Range<Int>, _ state: inout SearchState, _ outgoing: UnsafeRows, _ incoming: UnsafeRows
    ) {
        let touchedCount = spread(range, outgoing)
        var position = 0
        while position < touchedCount {
            settle(Int(touched[position]), next[Int(touched[position])], &state, outgoing, incoming)
            position &+= 1
        }
    }

    /// Adds the front of these entries to `next` of their neighbours, and lists those.
    @inline(__always)
    func spread(_ range: Range<Int>, _ rows: UnsafeRows) -> Int {
        let (front, next, touched, touchedIn, step) = (front, next, touched, touchedIn, step)
        var touchedCount = 0
        var entry = range.lowerBound
        while entry < range.upperBound {
            let node = Int(entries[entry])
            let value = front[node]
            var arc = rows.offsets[node]
            let end = rows.offsets[node &+ 1]
            while arc < end {
                let neighbour = rows.neighbours[arc]
                next[Int(neighbour)] += value
                touched[touchedCount] = neighbour
                touchedCount &+= touchedIn[Int(neighbour)] == step ? 0 : 1
                touchedIn[Int(neighbour)] = step
                arc &+= 1
            }
            entry &+= 1
        }
        return touchedCount
    }

    private func pull(_ state: inout SearchState, _ outgoing: UnsafeRows, _ incoming: UnsafeRows) {
        if state.openCount < 0 {
            state.openCount = outgoing.nodeCount
            for node in 0..<outgoing.nodeCount { open[node] = UInt32(truncatingIfNeeded: node) }
        }
        var kept = 0
        var position = 0
        while position < state.openCount {
            let node = Int(open[position])
            position &+= 1
            guard reached[node] != state.all else { continue }
            settle(node, gathered(node, incoming), &state, outgoing, incoming)
            open[kept] = UInt32(truncatingIfNeeded: node)
            kept &+= reached[node] == state.all ? 0 : 1
        }
        state.openCount = kept
    }

    /// The sum of the front over a node's row.
    @inline(__always)
    func gathered(_ node: Int, _ rows: UnsafeRows) -> Lanes {
        let front = front
        var sum = Lanes.zero
        var arc = rows.offsets[node]
        let end = rows.offsets[node &+ 1]
        while arc < end {
            sum += front[Int(rows.neighbours[arc])]
            arc &+= 1
        }
        return sum
    }
}
