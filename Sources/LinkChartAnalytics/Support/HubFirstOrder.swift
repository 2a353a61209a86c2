internal import LinkChartModel

/// Nodes numbered anew by degree, the largest first, so that what a search visits most often lies together
/// in memory and stays in the cache.
struct HubFirstOrder: Sendable {
    /// The old number of every node.
    let oldNumbers: [UInt32]
    /// The same arcs between new numbers.
    let rows: CompressedRows

    /// - Complexity: linear in nodes and arcs (counting sort).
    init(_ old: CompressedRows) {
        let count = old.nodeCount
        var next = [Int](repeating: 0, count: ((0..<count).map { old.count($0) }.max() ?? 0) + 2)
        for node in 0..<count { next[old.count(node)] += 1 }
        // Where each degree begins; equal degrees keep their order.
        var sum = 0
        for degree in next.indices.reversed() {
            let size = next[degree]
            next[degree] = sum
            sum += size
        }
        var oldNumbers = [UInt32](repeating: 0, count: count)
        var newNumbers = oldNumbers
        for node in 0..<count {
            let place = next[old.count(node)]
            next[old.count(node)] += 1
            oldNumbers[place] = UInt32(node)
            newNumbers[node] = UInt32(place)
        }
        var offsets = [Int](repeating: 0, count: count + 1)
        let neighbours = [UInt32](unsafeUninitializedCapacity: old.arcCount) { neighbours, used in
            for (place, node) in oldNumbers.enumerated() {
                for neighbour in old[Int(node)] {
                    neighbours[used] = newNumbers[Int(neighbour)]
                    used += 1
                }
                offsets[place + 1] = used
            }
        }
        self.oldNumbers = oldNumbers
        rows = CompressedRows(offsets: offsets, neighbours: neighbours)
    }

    /// Values by new number, put in the order of the old ones.
    func restored(_ values: [Double]) -> [Double] {
        var restored = values
        for (place, node) in oldNumbers.enumerated() { restored[Int(node)] = values[place] }
        return restored
    }
}
