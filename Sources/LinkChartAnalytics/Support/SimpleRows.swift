internal import LinkChartModel

/// The underlying simple graph with every row in ascending order, kept for later questions.
struct SimpleRows: Sendable {
    let rows: CompressedRows
}

extension Projection {
    /// The underlying simple graph: without directions, without loops, every neighbour once, in ascending order.
    var simpleRows: CompressedRows {
        derived.value { SimpleRows(rows: simpleUndirectedRows.sorted()) }.rows
    }
}

extension CompressedRows {
    /// The rows of the nodes that stay, numbered anew in the same order; and their old numbers.
    func removing(_ nodes: [Int]) -> (rows: CompressedRows, oldNumbers: [UInt32]) {
        guard !nodes.isEmpty else { return (self, (0..<nodeCount).map { UInt32($0) }) }
        var newNumbers = [UInt32](repeating: 0, count: nodeCount)
        for node in nodes { newNumbers[node] = .max }
        var oldNumbers: [UInt32] = []
        oldNumbers.reserveCapacity(nodeCount)
        for node in 0..<nodeCount where newNumbers[node] != .max {
            newNumbers[node] = UInt32(oldNumbers.count)
            oldNumbers.append(UInt32(node))
        }
        var offsets = [0]
        offsets.reserveCapacity(oldNumbers.count + 1)
        let kept = [UInt32](unsafeUninitializedCapacity: arcCount) { kept, used in
            for node in oldNumbers {
                for arc in row(Int(node)) {
                    let neighbour = newNumbers[Int(neighbours[arc])]
                    guard neighbour != .max else { continue }
                    kept[used] = neighbour
                    used &+= 1
                }
                offsets.append(used)
            }
        }
        return (CompressedRows(offsets: offsets, neighbours: kept), oldNumbers)
    }
}
