internal import LinkChartModel

/// Rows divided into blocks of about equally much work, for threads to take one after the other.
///
/// The division depends on the rows alone, never on the number of threads, so that sums over blocks are the same
/// to the last bit for any number of threads. Hub-first rows need it: a few thousand hubs have most of the arcs.
struct RowBlocks: Sendable {
    /// The first node of every block, and the number of nodes at the end.
    let starts: [Int]

    /// About how many nodes and arcs a block has: some tens of microseconds of work.
    private static let size = 1 << 15

    /// How many blocks there are.
    var count: Int { starts.count - 1 }

    /// - Complexity: linear in nodes.
    init(_ rows: CompressedRows) {
        var starts = [0]
        var work = 0
        for node in 0..<rows.nodeCount {
            // A node costs about as much as a few arcs.
            work += rows.count(node) + 4
            if work >= Self.size {
                starts.append(node + 1)
                work = 0
            }
        }
        if starts[starts.count - 1] != rows.nodeCount { starts.append(rows.nodeCount) }
        self.starts = starts
    }

    /// The nodes of a block.
    func nodes(_ block: Int) -> Range<Int> { Range(uncheckedBounds: (starts[block], starts[block + 1])) }
}
