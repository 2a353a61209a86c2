internal import LinkChartModel

/// Nodes numbered anew by degree, the largest first, so that what a search visits most often lies together
/// in memory and stays in the cache.
struct HubFirstNumbering: Sendable {
    /// The old number of every node.
    let oldNumbers: [UInt32]
    /// The new number of every node, by its old one.
    let newNumbers: [UInt32]

    /// Numbers nodes by their arcs in `first` and, if given, `second` together; equal degrees keep their order.
    ///
    /// - Complexity: linear in nodes and the largest degree (counting sort).
    init(_ first: CompressedRows, and second: CompressedRows? = nil) {
        let count = first.nodeCount
        let degrees = [Int](unsafeUninitializedCapacity: count) { degrees, used in
            for node in 0..<count { degrees[node] = first.count(node) + (second?.count(node) ?? 0) }
            used = count
        }
        var next = [Int](repeating: 0, count: (degrees.max() ?? 0) + 1)
        for degree in degrees { next[degree] += 1 }
        var sum = 0
        for degree in next.indices.reversed() {
            let size = next[degree]
            next[degree] = sum
            sum += size
        }
        var oldNumbers = [UInt32](repeating: 0, count: count)
        newNumbers = [UInt32](unsafeUninitializedCapacity: count) { newNumbers, used in
            for node in 0..<count {
                let place = next[degrees[node]]
                next[degrees[node]] = place + 1
                oldNumbers[place] = UInt32(truncatingIfNeeded: node)
                newNumbers[node] = UInt32(truncatingIfNeeded: place)
            }
            used = count
        }
        self.oldNumbers = oldNumbers
    }

    /// Values by new number, put in the order of the old ones.
    func restored<Value>(_ values: [Value]) -> [Value] {
        [Value](unsafeUninitializedCapacity: values.count) { restored, used in
            for (node, place) in newNumbers.enumerated() {
                restored.initializeElement(at: node, to: values[Int(place)])
            }
            used = values.count
        }
    }
}

/// Rows of a graph whose nodes are numbered hub first. Every row is in ascending order, so that it begins with
/// the hubs: a search from below finds a visited neighbour at once, and two rows are merged in one pass.
struct HubFirstOrder: Sendable {
    /// How nodes are numbered.
    let numbering: HubFirstNumbering
    /// The arcs between new numbers.
    let rows: CompressedRows

    /// The old number of every node.
    var oldNumbers: [UInt32] { numbering.oldNumbers }
    /// The new number of every node, by its old one.
    var newNumbers: [UInt32] { numbering.newNumbers }

    /// Rows numbered by their own degrees.
    init(_ old: CompressedRows) {
        self.init(HubFirstNumbering(old), old, reversed: old.transposed())
    }

    /// Takes rows that are numbered already.
    init(_ numbering: HubFirstNumbering, numbered rows: CompressedRows) {
        self.numbering = numbering
        self.rows = rows
    }

    /// Rows numbered as is given.
    ///
    /// - Parameters:
    ///   - old: the rows by old numbers.
    ///   - reversed: the same arcs by their other ends; of a graph without directions the same rows.
    /// - Complexity: linear in nodes and arcs.
    init(_ numbering: HubFirstNumbering, _ old: CompressedRows, reversed: CompressedRows) {
        self.numbering = numbering
        var offsets = [Int](repeating: 0, count: old.nodeCount + 1)
        for (place, node) in numbering.oldNumbers.enumerated() {
            offsets[place + 1] = offsets[place] + old.count(Int(node))
        }
        // Whoever comes first goes first into the rows of all its neighbours: that sorts them.
        var next = offsets
        let neighbours = [UInt32](unsafeUninitializedCapacity: old.arcCount) { neighbours, used in
            reversed.withUnsafeRows { reversed in
                numbering.newNumbers.withUnsafeBufferPointer { newNumbers in
                    next.withUnsafeMutableBufferPointer { next in
                        for place in 0..<reversed.nodeCount {
                            for arc in reversed.row(Int(numbering.oldNumbers[place])) {
                                let row = Int(newNumbers[Int(reversed.neighbours[arc])])
                                let position = next[row]
                                next[row] = position &+ 1
                                neighbours[position] = UInt32(truncatingIfNeeded: place)
                            }
                        }
                    }
                }
            }
            used = old.arcCount
        }
        rows = CompressedRows(offsets: offsets, neighbours: neighbours)
    }

    /// Values by new number, put in the order of the old ones.
    func restored<Value>(_ values: [Value]) -> [Value] { numbering.restored(values) }
}
