internal import LinkChartModel

extension BetweennessBlocks {
    /// A part of the work: some sources of one large block, or all of several small blocks.
    private struct Part {
        var blocks: Range<Int>
        /// The sources, counted from the first one of these blocks.
        var sources: Range<Int>
    }

    /// What a part costs at least, in arcs and nodes looked at: about a millisecond.
    private static let leastWork = 1 << 20

    private func parts() -> [Part] {
        var parts: [Part] = []
        var firstSmall = 0
        var work = 0
        for block in 0..<count {
            let range = starts[block]..<starts[block + 1]
            let workOfSource =
                outgoing.offsets[range.upperBound] - outgoing.offsets[range.lowerBound] + range.count
            let workOfBlock = workOfSource * range.count
            if workOfBlock >= 2 * Self.leastWork {
                // Full lanes, but for the last part.
                let lanes = BrandesLanes.laneCount
                let size = max(1, Self.leastWork / (workOfSource * lanes)) * lanes
                for first in stride(from: 0, to: range.count, by: size) {
                    parts.append(
                        Part(blocks: block..<(block + 1), sources: first..<min(first + size, range.count)))
                }
                firstSmall = block + 1
                continue
            }
            work += workOfBlock
            if work >= Self.leastWork || block == count - 1 {
                parts.append(
                    Part(
                        blocks: firstSmall..<(block + 1),
                        sources: 0..<(range.upperBound - starts[firstSmall])))
                firstSmall = block + 1
                work = 0
            }
        }
        return parts
    }

    /// For every node, the sum over all ordered pairs of other nodes of the share of their shortest paths that run
    /// through it.
    func sums(_ execution: Execution) throws(AnalysisError) -> [Double] {
        let parts = parts()
        let widest = parts.map { starts[$0.blocks.upperBound] - starts[$0.blocks.lowerBound] }.max() ?? 0
        let largest = count > 0 ? starts[1] : 0
        var totals = crossings
        try totals.withUnsafeMutableBufferPointer { totals throws(AnalysisError) in
            try WorkQueue.run(blocks: parts.count, execution) { queue in
                let worker = Worker(capacity: largest, width: widest)
                while let number = queue.take() {
                    let part = parts[number]
                    worker.work(self, part.blocks, part.sources)
                    let first = starts[part.blocks.lowerBound]
                    let width = starts[part.blocks.upperBound] - first
                    queue.commit(number) {
                        for place in 0..<width {
                            totals[Int(nodes[first + place])] += worker.sums[place]
                            worker.sums[place] = 0
                        }
                    }
                }
            }
        }
        return totals
    }

    /// What one thread needs.
    private final class Worker {
        private var lanes: BrandesLanes
        private let capacity: Int
        private lazy var extended = BrandesExtended(capacity: capacity)
        var sums: [Double]

        init(capacity: Int, width: Int) {
            self.capacity = capacity
            lanes = BrandesLanes(capacity: capacity)
            sums = [Double](repeating: 0, count: width)
        }

        func work(_ blocks: BetweennessBlocks, _ range: Range<Int>, _ part: Range<Int>) {
            blocks.withUnsafeBlocks(range) { block in
                let first = blocks.starts[block.number] - blocks.starts[range.lowerBound]
                let mine = part.clamped(to: first..<(first + block.outgoing.nodeCount))
                sums.withUnsafeMutableBufferPointer { sums in
                    guard let sums = sums.baseAddress else { return }
                    var position = mine.lowerBound - first
                    while position < mine.upperBound - first {
                        let end = min(position + BrandesLanes.laneCount, mine.upperBound - first)
                        work(block, block.sources[position..<end], to: sums + first)
                        position = end
                    }
                }
            }
        }

        private func work(
            _ block: UnsafeBlock, _ batch: Slice<UnsafeBufferPointer<UInt32>>,
            to sums: UnsafeMutablePointer<Double>
        ) {
            let isCounted = lanes.accumulate(
                from: batch, outgoing: block.outgoing, incoming: block.incoming,
                sourceWeights: block.weights, targetWeights: block.weights, to: sums)
            guard !isCounted else { return }
            for source in batch {
                extended.accumulate(
                    from: Int(source), outgoing: block.outgoing, sourceWeight: block.weights[Int(source)],
                    targetWeights: block.weights, to: sums)
            }
        }
    }

    /// A block as kernels read it, valid inside the call that hands it out.
    private struct UnsafeBlock {
        var number: Int
        var outgoing: UnsafeRows
        var incoming: UnsafeRows
        var weights: UnsafePointer<Double>
        var sources: UnsafeBufferPointer<UInt32>
    }

    /// Calls `body` with every block of a range.
    private func withUnsafeBlocks(_ range: Range<Int>, _ body: (UnsafeBlock) -> Void) {
        outgoing.withUnsafeRows { outgoing in
            incoming.withUnsafeRows { incoming in
                weights.withUnsafeBufferPointer { weights in
                    sources.withUnsafeBufferPointer { sources in
                        guard let weights = weights.baseAddress else { return }
                        for block in range {
                            let nodes = starts[block]..<starts[block + 1]
                            body(
                                UnsafeBlock(
                                    number: block, outgoing: outgoing[nodes], incoming: incoming[nodes],
                                    weights: weights + nodes.lowerBound,
                                    sources: UnsafeBufferPointer(rebasing: sources[nodes])))
                        }
                    }
                }
            }
        }
    }
}

extension UnsafeRows {
    /// The rows of some nodes that follow each other, numbered from 0.
    fileprivate subscript(nodes: Range<Int>) -> UnsafeRows {
        UnsafeRows(
            nodeCount: nodes.count,
            offsets: UnsafeBufferPointer(rebasing: offsets[nodes.lowerBound...nodes.upperBound]),
            neighbours: neighbours)
    }
}
