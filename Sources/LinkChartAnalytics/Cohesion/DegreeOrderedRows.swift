internal import LinkChartModel

/// The underlying simple graph with every link at one of its ends: the one of fewer links, whose row has the other.
///
/// Nodes are numbered hub first, rows ascend, and every arc leads to a smaller number. A row has at most
/// √(2*m*) arcs, whatever the degree: that is why triangles take O(*m*^1.5) and not the square of a hub's degree.
struct DegreeOrderedRows: Sendable {
    /// How nodes are numbered.
    let numbering: HubFirstNumbering
    /// Where each row begins.
    let starts: [Int]
    /// Where each row ends; between a row and the next there may be room that nothing uses.
    let ends: [Int]
    /// The smaller ends of the links, row by row.
    let neighbours: [UInt32]

    /// - Parameters:
    ///   - numbering: by degree, the largest first, or any other order.
    ///   - rows: the arcs of a graph without directions, every neighbour once; loops are left out.
    /// - Complexity: linear in nodes and arcs.
    init(_ numbering: HubFirstNumbering, _ rows: CompressedRows) {
        self.numbering = numbering
        let count = rows.nodeCount
        var starts = [Int](repeating: 0, count: count)
        var sum = 0
        for (place, node) in numbering.oldNumbers.enumerated() {
            starts[place] = sum
            sum += rows.count(Int(node))
        }
        var next = starts
        // Whoever comes first goes first into the rows of all that come later: that sorts them.
        neighbours = [UInt32](unsafeUninitializedCapacity: rows.arcCount) { neighbours, used in
            rows.withUnsafeRows { rows in
                numbering.newNumbers.withUnsafeBufferPointer { newNumbers in
                    next.withUnsafeMutableBufferPointer { next in
                        for place in 0..<count {
                            for arc in rows.row(Int(numbering.oldNumbers[place])) {
                                let row = Int(newNumbers[Int(rows.neighbours[arc])])
                                guard row > place else { continue }
                                let position = next[row]
                                next[row] = position &+ 1
                                neighbours[position] = UInt32(truncatingIfNeeded: place)
                            }
                        }
                    }
                }
            }
            // What lies between rows is never read, and UInt32 needs no initialisation to be freed.
            used = rows.arcCount
        }
        self.starts = starts
        ends = next
    }

    /// Calls `body` with the storage itself, for kernels.
    func withUnsafeRows<Result, Failure: Error>(
        _ body: (Unsafe) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try starts.withUnsafeBufferPointer { starts throws(Failure) in
            try ends.withUnsafeBufferPointer { ends throws(Failure) in
                try neighbours.withUnsafeBufferPointer { neighbours throws(Failure) in
                    try body(Unsafe(starts: starts, ends: ends, neighbours: neighbours))
                }
            }
        }
    }

    /// Rows as kernels read them: valid inside the call that hands them out.
    struct Unsafe {
        let starts: UnsafeBufferPointer<Int>
        let ends: UnsafeBufferPointer<Int>
        let neighbours: UnsafeBufferPointer<UInt32>

        var nodeCount: Int { starts.count }

        @inline(__always)
        func count(_ node: Int) -> Int { ends[node] &- starts[node] }
    }
}

extension Projection {
    /// The underlying simple graph, every link at the end of fewer links.
    func degreeOrderedRows() -> DegreeOrderedRows {
        if !isDirected && recipe.parallelEdges == .merged {
            return DegreeOrderedRows(hubFirstNumbering, outgoing)
        }
        let simple = simpleUndirectedRows
        return DegreeOrderedRows(HubFirstNumbering(simple), simple)
    }
}
