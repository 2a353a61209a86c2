internal import LinkChartModel

/// A pair that may be among the best. The least one is the one to drop first.
struct PairCandidate: Comparable, Sendable {
    let score: Double
    let first: UInt32
    let second: UInt32

    static func < (one: PairCandidate, other: PairCandidate) -> Bool {
        if one.score != other.score { return one.score < other.score }
        return (one.first, one.second) > (other.first, other.second)
    }
}

/// The best of the pairs that were offered, no more than are wanted.
///
/// The order of pairs is total, so it does not matter in which order, or in how many parts, they are offered.
struct PairSelection: Sendable {
    private let limit: Int
    private var heap = BinaryHeap<PairCandidate>()

    init(limit: Int) { self.limit = limit }

    /// The least of the best if no more fit in.
    var worst: PairCandidate? { heap.count == limit ? heap.least : nil }

    mutating func offer(_ pair: PairCandidate) {
        guard limit > 0 else { return }
        if let worst {
            guard worst < pair else { return }
            _ = heap.popLeast()
        }
        heap.insert(pair)
    }

    mutating func offer(allOf other: consuming PairSelection) {
        while let pair = other.heap.popLeast() { offer(pair) }
    }

    /// The pairs as a result, the best first.
    consuming func scores(of projection: Projection, by measure: String) -> PairScores {
        var pairs: [ScoredPair] = []
        pairs.reserveCapacity(heap.count)
        while let pair = heap.popLeast() {
            pairs.append(
                ScoredPair(
                    first: projection.node(at: Int(pair.first)),
                    second: projection.node(at: Int(pair.second)), score: pair.score))
        }
        return PairScores(of: projection, measure, pairs.reversed())
    }
}
