/// What one node shares with every other: a sum over the neighbours they have in common.
struct SharedNeighbourSums: ~Copyable {
    let rows: UnsafeRows
    private let weights: UnsafeBufferPointer<Double>
    /// The sums by node, after ``sum(around:)`` those of the nodes found.
    let sums: UnsafeMutableBufferPointer<Double>
    /// The nodes found, in the first places.
    let nodes: UnsafeMutableBufferPointer<UInt32>
    /// How many nodes were found.
    private(set) var found = 0
    /// How many arcs were looked at in all searches.
    private(set) var work = 0

    init(rows: UnsafeRows, weights: UnsafeBufferPointer<Double>) {
        self.rows = rows
        self.weights = weights
        sums = .allocate(capacity: rows.nodeCount)
        sums.initialize(repeating: 0)
        // One more, because a place is written to before it is known whether it is needed.
        nodes = .allocate(capacity: rows.nodeCount + 1)
        nodes.initialize(repeating: 0)
    }

    deinit {
        sums.deallocate()
        nodes.deallocate()
    }

    /// Finds all other nodes that share a neighbour with one.
    mutating func sum(around source: Int) {
        clear()
        sums[source] = -.infinity
        found = collect(source, within: 0..<rows.nodeCount)
        sums[source] = 0
    }

    /// Finds the nodes of a range that share a neighbour with one and are not linked to it.
    ///
    /// - Precondition: the range begins after the source.
    mutating func sum(around source: Int, within range: Range<Int>) {
        clear()
        // Nothing lifts a sum from here, so linked nodes are never found.
        for arc in rows.row(source) { sums[Int(rows.neighbours[arc])] = -.infinity }
        found = collect(source, within: range)
        for arc in rows.row(source) { sums[Int(rows.neighbours[arc])] = 0 }
    }

    private mutating func clear() {
        for place in 0..<found { sums[Int(nodes[place])] = 0 }
        found = 0
    }

    @inline(__always)
    private mutating func collect(_ source: Int, within range: Range<Int>) -> Int {
        let neighbours = rows.neighbours
        let sums = sums
        let nodes = nodes
        var found = 0
        for arc in rows.row(source) {
            let middle = Int(neighbours[arc])
            let weight = weights[middle]
            let row = rows.row(middle)
            let start =
                range.lowerBound == 0 ? row.lowerBound : rows.firstPosition(from: range.lowerBound, in: row)
            var position = start
            while position < row.upperBound {
                let other = Int(neighbours[position])
                if other >= range.upperBound { break }
                let sum = sums[other]
                nodes[found] = UInt32(truncatingIfNeeded: other)
                found &+= sum == 0 ? 1 : 0
                sums[other] = sum + weight
                position &+= 1
            }
            work &+= position &- start &+ 8
        }
        return found
    }
}

extension UnsafeRows {
    /// Where in a row, which ascends, the first neighbour stands that is not below a node.
    @inline(__always)
    func firstPosition(from node: Int, in row: Range<Int>) -> Int {
        var low = row.lowerBound
        var high = row.upperBound
        while low < high {
            let middle = (low &+ high) >> 1
            if Int(neighbours[middle]) < node { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// The sum of weights of the neighbours that two nodes share, in ascending order.
    func sharedWeight(_ first: Int, _ second: Int, _ weights: UnsafeBufferPointer<Double>) -> Double {
        var (few, many) = (row(first), row(second))
        if few.count > many.count { swap(&few, &many) }
        var sum = 0.0
        // Where one row is much shorter, its neighbours are looked up in the other.
        if many.count > 16 &* few.count {
            var rest = many
            for position in few {
                let neighbour = neighbours[position]
                let place = firstPosition(from: Int(neighbour), in: rest)
                guard place < rest.upperBound else { break }
                if neighbours[place] == neighbour { sum += weights[Int(neighbour)] }
                rest = place..<rest.upperBound
            }
            return sum
        }
        var (left, right) = (few.lowerBound, many.lowerBound)
        while left < few.upperBound && right < many.upperBound {
            let (one, other) = (neighbours[left], neighbours[right])
            if one == other { sum += weights[Int(one)] }
            left &+= one <= other ? 1 : 0
            right &+= other <= one ? 1 : 0
        }
        return sum
    }
}
