internal import LinkChartModel

/// Nodes numbered anew so that a weak component lies together, the one with the first node first, and within it
/// the nodes of most arcs: what searches visit most often stays in the cache, and a search from a small
/// component leaves the others alone.
struct ComponentOrder: Sendable {
    /// The old number of every node.
    let oldNumbers: [UInt32]
    /// The arcs along which searches go, between new numbers.
    let forward: CompressedRows
    /// The same arcs from their other ends; nil where they are the same, because directions do not count.
    let backward: CompressedRows?
    /// All nodes, by new number, in the order in which they should start searches: component by component as
    /// they lie, within one in the order of a breadth-first search, because searches from near nodes go
    /// through the graph together.
    let sources: [UInt32]
    /// Where the component of every node begins, by new number.
    let starts: [UInt32]
    /// Where it ends.
    let ends: [UInt32]

    /// - Parameters:
    ///   - forward: the arcs along which searches go.
    ///   - backward: the same arcs from their other ends; nil if they are the same.
    /// - Complexity: O(*n* + *m*), and sorting the nodes by their number of arcs.
    init(_ forward: CompressedRows, _ backward: CompressedRows?) {
        let count = forward.nodeCount
        let walk = Self.components(forward, backward)
        var order = walk.walked
        var newNumbers = [UInt32](repeating: 0, count: count)
        var starts = [UInt32](repeating: 0, count: count)
        var ends = starts
        let degrees = (0..<count).map { forward.count($0) + (backward?.count($0) ?? 0) }
        for component in 0..<(walk.bounds.count - 1) {
            let range = walk.bounds[component]..<walk.bounds[component + 1]
            order[range].sort { (degrees[Int($1)], $0) < (degrees[Int($0)], $1) }
            for place in range {
                newNumbers[Int(order[place])] = UInt32(place)
                starts[place] = UInt32(range.lowerBound)
                ends[place] = UInt32(range.upperBound)
            }
        }
        sources = walk.walked.map { newNumbers[Int($0)] }
        oldNumbers = order
        self.starts = starts
        self.ends = ends
        self.forward = forward.renumbered(order, newNumbers)
        self.backward = backward?.renumbered(order, newNumbers)
    }

    /// The nodes component by component, each in the order of a breadth-first search, and where each component
    /// begins.
    private static func components(
        _ forward: CompressedRows, _ backward: CompressedRows?
    ) -> (walked: [UInt32], bounds: [Int]) {
        let count = forward.nodeCount
        var bounds = [0]
        var walked: [UInt32] = []
        walked.reserveCapacity(count)
        var isSeen = [Bool](repeating: false, count: count)
        var queue: [UInt32] = []
        for start in 0..<count where !isSeen[start] {
            isSeen[start] = true
            queue.removeAll(keepingCapacity: true)
            queue.append(UInt32(start))
            var head = 0
            while head < queue.count {
                let node = Int(queue[head])
                head += 1
                for neighbour in forward[node] where !isSeen[Int(neighbour)] {
                    isSeen[Int(neighbour)] = true
                    queue.append(neighbour)
                }
                guard let backward else { continue }
                for neighbour in backward[node] where !isSeen[Int(neighbour)] {
                    isSeen[Int(neighbour)] = true
                    queue.append(neighbour)
                }
            }
            walked += queue
            bounds.append(walked.count)
        }
        return (walked, bounds)
    }
}

extension CompressedRows {
    /// The same arcs between new numbers.
    ///
    /// - Parameters:
    ///   - oldNumbers: the old number of every new one.
    ///   - newNumbers: the new number of every old one.
    /// - Complexity: O(*n* + *m*).
    func renumbered(_ oldNumbers: [UInt32], _ newNumbers: [UInt32]) -> CompressedRows {
        var offsets = [Int](repeating: 0, count: nodeCount + 1)
        let neighbours = [UInt32](unsafeUninitializedCapacity: arcCount) { result, used in
            for (place, node) in oldNumbers.enumerated() {
                for neighbour in self[Int(node)] {
                    result[used] = newNumbers[Int(neighbour)]
                    used &+= 1
                }
                offsets[place + 1] = used
            }
        }
        return CompressedRows(offsets: offsets, neighbours: neighbours)
    }
}
