internal import LinkChartModel

extension Projection {
    /// The outgoing rows with every neighbour once: what distances and the number of shortest paths go by.
    var distinctOutgoing: CompressedRows {
        recipe.parallelEdges == .merged
            ? outgoing : CompressedRows(distinctNeighboursOf: outgoing, keepingLoops: true)
    }

    /// The incoming rows with every neighbour once.
    var distinctIncoming: CompressedRows {
        guard isDirected else { return distinctOutgoing }
        return recipe.parallelEdges == .merged
            ? incoming : CompressedRows(distinctNeighboursOf: incoming, keepingLoops: true)
    }

    /// The underlying simple graph: without directions, without loops, every neighbour once.
    var simpleUndirectedRows: CompressedRows {
        CompressedRows(distinctNeighboursOf: outgoing, and: isDirected ? incoming : nil, keepingLoops: false)
    }
}

extension CompressedRows {
    /// Rows with every neighbour once, in the order in which it first occurs.
    ///
    /// - Complexity: linear in nodes and arcs.
    init(distinctNeighboursOf first: CompressedRows, and second: CompressedRows? = nil, keepingLoops: Bool) {
        let nodeCount = first.nodeCount
        var offsets = [Int](repeating: 0, count: nodeCount + 1)
        // The last node whose row a neighbour was put in, + 1.
        var mark = [UInt32](repeating: 0, count: nodeCount)
        let capacity = first.arcCount + (second?.arcCount ?? 0)
        let neighbours = [UInt32](unsafeUninitializedCapacity: capacity) { result, used in
            for node in 0..<nodeCount {
                let stamp = UInt32(truncatingIfNeeded: node) &+ 1
                if !keepingLoops { mark[node] = stamp }
                for neighbour in first[node] where mark[Int(neighbour)] != stamp {
                    mark[Int(neighbour)] = stamp
                    result[used] = neighbour
                    used &+= 1
                }
                if let second {
                    for neighbour in second[node] where mark[Int(neighbour)] != stamp {
                        mark[Int(neighbour)] = stamp
                        result[used] = neighbour
                        used &+= 1
                    }
                }
                offsets[node + 1] = used
            }
        }
        self.init(offsets: offsets, neighbours: neighbours)
    }

    /// Calls `body` with the storage itself, for kernels.
    func withUnsafeRows<Result, Failure: Error>(
        _ body: (UnsafeRows) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try offsets.withUnsafeBufferPointer { offsets throws(Failure) in
            try neighbours.withUnsafeBufferPointer { neighbours throws(Failure) in
                try body(UnsafeRows(nodeCount: nodeCount, offsets: offsets, neighbours: neighbours))
            }
        }
    }
}

/// Rows as kernels read them: valid inside the call that hands them out.
///
/// `CompressedRows` checked that offsets ascend and a projection that neighbours are nodes, so kernels read
/// without checks in release builds.
struct UnsafeRows {
    let nodeCount: Int
    let offsets: UnsafeBufferPointer<Int>
    let neighbours: UnsafeBufferPointer<UInt32>

    @inline(__always)
    func row(_ node: Int) -> Range<Int> {
        Range(uncheckedBounds: (offsets[node], offsets[node &+ 1]))
    }

    @inline(__always)
    func count(_ node: Int) -> Int { offsets[node &+ 1] &- offsets[node] }
}
