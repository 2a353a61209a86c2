extension CompressedRows {
    /// The same arcs seen from their other ends, each row in ascending order of neighbours.
    ///
    /// - Complexity: linear in nodes and arcs.
    public func transposed() -> CompressedRows {
        // Nodes were checked to be less than the number of rows nowhere but where they serve as an index: here.
        var next = [Int](repeating: 0, count: nodeCount + 1)
        for node in neighbours {
            precondition(Int(node) < nodeCount, "an arc to a node that is not there")
            next[Int(node) &+ 1] &+= 1
        }
        for node in 0..<nodeCount { next[node + 1] &+= next[node] }
        let turnedOffsets = next
        var turnedEdges: [UInt32] = []
        let turned = [UInt32](unsafeUninitializedCapacity: arcCount) { turned, used in
            neighbours.withUnsafeBufferPointer { neighbours in
                next.withUnsafeMutableBufferPointer { next in
                    if edges.isEmpty {
                        for node in 0..<nodeCount {
                            for arc in row(node) {
                                let other = Int(neighbours[arc])
                                turned[next[other]] = UInt32(truncatingIfNeeded: node)
                                next[other] &+= 1
                            }
                        }
                    } else {
                        turnedEdges = [UInt32](unsafeUninitializedCapacity: arcCount) { turnedEdges, used in
                            for node in 0..<nodeCount {
                                for arc in row(node) {
                                    let other = Int(neighbours[arc])
                                    turned[next[other]] = UInt32(truncatingIfNeeded: node)
                                    turnedEdges[next[other]] = edges[arc]
                                    next[other] &+= 1
                                }
                            }
                            used = arcCount
                        }
                    }
                }
            }
            used = arcCount
        }
        return CompressedRows(offsets: turnedOffsets, neighbours: turned, edges: turnedEdges)
    }

    /// The same rows, each in ascending order of neighbours, equal neighbours in the order they stood.
    ///
    /// - Complexity: linear in nodes and arcs (transposed twice).
    public func sorted() -> CompressedRows { transposed().transposed() }

    /// Takes repeated neighbours out of sorted rows, where they stand.
    private static func mergeRepeats(offsets: inout [Int], neighbours: inout [UInt32]) {
        var used = 0
        let hasRepeats = neighbours.withUnsafeMutableBufferPointer { neighbours in
            offsets.withUnsafeMutableBufferPointer { offsets in
                var start = 0
                for node in 0..<(offsets.count - 1) {
                    let end = offsets[node &+ 1]
                    let first = used
                    while start < end {
                        let neighbour = neighbours[start]
                        start &+= 1
                        if used > first && neighbours[used &- 1] == neighbour { continue }
                        neighbours[used] = neighbour
                        used &+= 1
                    }
                    offsets[node &+ 1] = used
                }
                return used < neighbours.count
            }
        }
        if hasRepeats { neighbours.removeLast(neighbours.count - used) }
    }

    /// The rows of a graph whose arcs run both ways, each in ascending order of neighbours and without repeats; a
    /// loop is one arc.
    ///
    /// Besides the result it takes as much memory again while it sorts, which is less than writing down the arcs.
    ///
    /// - Complexity: linear in nodes and arcs.
    /// - Precondition: `from` and `to` have equally many elements, all less than `nodeCount`.
    static func mergedBothWays(nodeCount: Int, from: [UInt32], to: [UInt32]) -> CompressedRows {
        precondition(from.count == to.count)
        var next = [Int](repeating: 0, count: nodeCount + 1)
        next.withUnsafeMutableBufferPointer { next in
            for edge in 0..<from.count {
                let (one, other) = (Int(from[edge]), Int(to[edge]))
                precondition(one < nodeCount && other < nodeCount, "an arc of a node that is not there")
                next[one &+ 1] &+= 1
                if one != other { next[other &+ 1] &+= 1 }
            }
            for node in 0..<nodeCount { next[node &+ 1] &+= next[node] }
        }
        let offsets = next
        let arcCount = offsets[nodeCount]
        let unsorted = [UInt32](unsafeUninitializedCapacity: arcCount) { unsorted, used in
            next.withUnsafeMutableBufferPointer { next in
                for edge in 0..<from.count {
                    let (one, other) = (Int(from[edge]), Int(to[edge]))
                    unsorted[next[one]] = to[edge]
                    next[one] &+= 1
                    guard one != other else { continue }
                    unsorted[next[other]] = from[edge]
                    next[other] &+= 1
                }
            }
            used = arcCount
        }
        // Every arc has its reverse, so the rows seen from the other ends are the same rows, sorted.
        return merged(CompressedRows(offsets: offsets, neighbours: unsorted).transposed())
    }

    /// The rows of arcs from the first to the second ends, each in ascending order and without repeats.
    ///
    /// - Complexity: linear in nodes and arcs.
    /// - Precondition: `from` and `to` have equally many elements, all less than `nodeCount`.
    static func mergedOneWay(nodeCount: Int, from: [UInt32], to: [UInt32]) -> CompressedRows {
        merged(
            CompressedRows(nodeCount: nodeCount, from: to, to: from, keepingEdges: false).transposed())
    }

    /// The rows without repeats, in their own storage where nobody else holds it.
    private static func merged(_ rows: consuming CompressedRows) -> CompressedRows {
        var offsets = rows.offsets
        var neighbours = rows.neighbours
        _ = consume rows
        mergeRepeats(offsets: &offsets, neighbours: &neighbours)
        return CompressedRows(offsets: offsets, neighbours: neighbours)
    }
}
