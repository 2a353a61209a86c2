internal import LinkChartModel

/// Sums over the rows of a graph, the step that iterations repeat, on several threads where it is worth it.
///
/// Every sum is taken in an order that depends on its row alone, so it is the same to the last bit for any number
/// of threads.
struct RowSums: Sendable {
    private let rows: CompressedRows
    private let blocks: RowBlocks
    private let threads: Int?

    init(_ rows: CompressedRows, threads: Int?) {
        self.rows = rows
        blocks = RowBlocks(rows)
        // Below this a step is too short to share.
        self.threads = rows.arcCount + rows.nodeCount < 100_000 ? 1 : threads
    }

    /// For every node `scale` times the sum of the values of its row.
    func multiply(_ values: [Double], by scale: Double = 1, into sums: inout [Double]) {
        rows.withUnsafeRows { rows in
            values.withUnsafeBufferPointer { values in
                sums.withUnsafeMutableBufferPointer { sums in
                    WorkQueue.run(blocks: blocks.count, threads: threads) { queue in
                        while let block = queue.take() {
                            for node in blocks.nodes(block) {
                                sums[node] = scale * rows.sum(node, of: values)
                            }
                        }
                    }
                }
            }
        }
    }
}

extension UnsafeRows {
    /// The sum of the values of a row, in an order of its own that never changes.
    ///
    /// Four sums at once, because an addition has to wait for the one before it.
    @inline(__always)
    func sum(_ node: Int, of values: UnsafeBufferPointer<Double>) -> Double {
        let row = row(node)
        var arc = row.lowerBound
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
        while arc &+ 4 <= row.upperBound {
            a += values[Int(neighbours[arc])]
            b += values[Int(neighbours[arc &+ 1])]
            c += values[Int(neighbours[arc &+ 2])]
            d += values[Int(neighbours[arc &+ 3])]
            arc &+= 4
        }
        while arc < row.upperBound {
            a += values[Int(neighbours[arc])]
            arc &+= 1
        }
        return (a + b) + (c + d)
    }
}
