internal import LinkChartModel

/// One thread's search for the unlinked pairs that score most. A pair is found at the node of the two that comes
/// first in the order of degrees.
struct MissingLinkSearch<Measure: SharedNeighbourMeasure>: ~Copyable {
    private let measure: Measure
    private var sums: SharedNeighbourSums
    private let ceilings: [Double]
    private let oldNumbers: [UInt32]
    private let threshold: SharedThreshold
    private(set) var selection: PairSelection
    private var looked = 0

    init(
        _ measure: Measure, _ sums: consuming SharedNeighbourSums, ceilings: [Double],
        oldNumbers: [UInt32], limit: Int, threshold: SharedThreshold
    ) {
        self.measure = measure
        self.sums = sums
        self.ceilings = ceilings
        self.oldNumbers = oldNumbers
        self.threshold = threshold
        selection = PairSelection(limit: limit)
    }

    /// Whether some milliseconds have gone by since this last was true.
    var isLookDue: Bool {
        mutating get {
            guard sums.work - looked > 1 << 20 else { return false }
            looked = sums.work
            return true
        }
    }

    /// The most that a node and a later one can score; it does not grow with the later one's number.
    @inline(__always)
    private func ceiling(_ source: Int, _ other: Int) -> Double {
        measure.score(shared: ceilings[other], sums.rows.count(source), sums.rows.count(other))
    }

    mutating func search(from source: Int) {
        var least = max(selection.worst?.score ?? 0, threshold.score)
        let end = end(of: source, least)
        guard end > source + 1, !isHopeless(source, end) else { return }
        sums.sum(around: source, within: (source + 1)..<end)
        let degree = sums.rows.count(source)
        let number = oldNumbers[source]
        for place in 0..<sums.found {
            let other = Int(sums.nodes[place])
            let score = measure.score(shared: sums.sums[other], degree, sums.rows.count(other))
            guard score >= least, score > 0 else { continue }
            let otherNumber = oldNumbers[other]
            selection.offer(
                PairCandidate(
                    score: score, first: min(number, otherNumber), second: max(number, otherNumber)))
            if let worst = selection.worst { least = max(least, worst.score) }
        }
        if let worst = selection.worst { threshold.raise(to: worst.score) }
    }

    /// The first of the nodes after a source that cannot score enough with it; nor can those after it.
    private func end(of source: Int, _ least: Double) -> Int {
        var low = source + 1
        var high = sums.rows.nodeCount
        guard least > 0 else { return high }
        while low < high {
            let middle = (low + high) / 2
            if ceiling(source, middle) >= least { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether all pairs of a source can at most tie with the worst of the best, and lose by their numbers. Without
    /// this, a star would have every pair of its leaves looked at.
    private func isHopeless(_ source: Int, _ end: Int) -> Bool {
        guard let worst = selection.worst, ceiling(source, source + 1) <= worst.score,
            sums.rows.count(source + 1) == sums.rows.count(end - 1)
        else { return false }
        // Nodes of equally many neighbours are in the order of their numbers.
        return min(oldNumbers[source], oldNumbers[source + 1]) > worst.first
    }
}
