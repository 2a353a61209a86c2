internal import LinkChartModel

/// How many ordered pairs of nodes there are at every distance: breadth-first searches from 512 nodes at once,
/// a bit each (M. Then et al., The more the merrier, VLDB 2015, doi:10.14778/2735496.2735507).
enum DistanceCounter {
    /// How many searches go on at once.
    static let lanes = 512
    private typealias Lanes = SIMD8<UInt64>

    /// Pairs of a source and another node by distance; element 0 counts none.
    ///
    /// - Complexity: O((*n* + *m*) *d*) for each 512 sources, *d* being the greatest distance.
    static func pairs(
        from sources: [UInt32], _ rows: UnsafeRows, _ execution: Execution
    ) throws(AnalysisError) -> [Int] {
        var counts: [Int] = []
        let batches = (sources.count + lanes - 1) / lanes
        try WorkQueue.run(blocks: batches, execution) { queue in
            let count = rows.nodeCount
            let memory = UnsafeMutableBufferPointer<Lanes>.allocate(capacity: 3 * count)
            defer { memory.deallocate() }
            while let batch = queue.take() {
                memory.initialize(repeating: .zero)
                let first = batch * lanes
                let found = levels(of: sources[first..<min(first + lanes, sources.count)], rows, memory)
                queue.commit(batch) {
                    while counts.count < found.count { counts.append(0) }
                    for (distance, pairs) in found.enumerated() { counts[distance] += pairs }
                }
            }
        }
        return counts
    }

    private static func levels(
        of sources: ArraySlice<UInt32>, _ rows: UnsafeRows, _ memory: UnsafeMutableBufferPointer<Lanes>
    ) -> [Int] {
        let count = rows.nodeCount
        guard let seen = memory.baseAddress else { return [] }
        let frontier = seen + count
        let next = frontier + count
        for (lane, source) in sources.enumerated() {
            let node = Int(source)
            frontier[node][lane >> 6] |= 1 << UInt64(lane & 63)
            seen[node] = frontier[node]
        }
        var found = [0]
        while true {
            for node in 0..<count where frontier[node] != .zero {
                let bits = frontier[node]
                for arc in rows.row(node) { next[Int(rows.neighbours[arc])] |= bits }
            }
            var pairs = 0
            for node in 0..<count {
                let new = next[node] & ~seen[node]
                frontier[node] = new
                next[node] = .zero
                guard new != .zero else { continue }
                seen[node] |= new
                for word in 0..<8 { pairs &+= new[word].nonzeroBitCount }
            }
            guard pairs > 0 else { return found }
            found.append(pairs)
        }
    }
}
