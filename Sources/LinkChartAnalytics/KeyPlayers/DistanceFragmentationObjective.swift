internal import LinkChartModel

/// DF: the loss of closeness by each possible addition to a set is found in one search from every node, or from
/// a random sample of them in large graphs.
struct DistanceFragmentationObjective: PlayerObjective {
    private let rows: CompressedRows
    /// All nodes in a random order: samples are taken from its front, the same for every set.
    private let order: [UInt32]
    let comparedSources: Int?
    let scoredSources: Int?

    /// How many arcs a comparison looks at before it takes a sample: tenths of a second.
    static let comparisonLimit = 100_000_000
    /// The same for a score, in arcs times batches of 512 sources: a second or two.
    static let scoreLimit = 20_000_000

    init(
        _ projection: Projection, seed: UInt64, isSampled: Bool = true,
        comparisonLimit: Int = Self.comparisonLimit, scoreLimit: Int = Self.scoreLimit
    ) {
        rows = projection.simpleRows
        let count = rows.nodeCount
        var order = (0..<count).map { UInt32($0) }
        let size = rows.arcCount + count + 1
        let compared = max(comparisonLimit / size, 64)
        let scored = max(scoreLimit / size, 1) * DistanceCounter.lanes
        comparedSources = isSampled && compared < count ? compared : nil
        scoredSources = isSampled && scored < count ? scored : nil
        if comparedSources != nil {
            var random = RandomNumbers(seed: seed, sample: 0)
            random.shuffle(&order)
        }
        self.order = order
    }

    var nodeCount: Int { rows.nodeCount }
    var additionCost: Int { 3 * min(comparedSources ?? nodeCount, nodeCount) * (nodeCount + rows.arcCount) }

    /// - Parameters:
    ///   - closeness: the sum of 1 / distance over ordered pairs.
    ///   - count: how many nodes there are.
    private static func score(closeness: Double, of count: Int) -> Double {
        guard count > 1 else { return 1 }
        // What rounding leaves must not show as a score below that of a complete graph.
        return max(1 - closeness / (Double(count) * Double(count - 1)), 0)
    }

    /// The first so many nodes of the order that stay, by their new numbers.
    private func sources(_ wanted: Int?, among oldNumbers: [UInt32]) -> [UInt32] {
        guard let wanted, wanted < oldNumbers.count else { return oldNumbers.indices.map { UInt32($0) } }
        var newNumbers = [UInt32](repeating: .max, count: nodeCount)
        for (new, old) in oldNumbers.enumerated() { newNumbers[Int(old)] = UInt32(new) }
        return Array(order.lazy.map { newNumbers[Int($0)] }.filter { $0 != .max }.prefix(wanted))
    }

    func score(of set: [Int], _ execution: Execution) throws(AnalysisError) -> Double {
        let (rest, oldNumbers) = rows.removing(set)
        let sources = sources(scoredSources, among: oldNumbers)
        let counts = try rest.withUnsafeRows { rows throws(AnalysisError) in
            try DistanceCounter.pairs(from: sources, rows, execution)
        }
        var closeness = 0.0
        for (distance, pairs) in counts.enumerated().dropFirst() {
            closeness += Double(pairs) / Double(distance)
        }
        let scale = sources.isEmpty ? 1 : Double(rest.nodeCount) / Double(sources.count)
        return Self.score(closeness: closeness * scale, of: rest.nodeCount)
    }

    func bestAddition(
        to set: [Int], _ execution: Execution
    ) throws(AnalysisError) -> (node: Int, score: Double)? {
        let (rest, oldNumbers) = rows.removing(set)
        let count = rest.nodeCount
        guard count > 0 else { return nil }
        let sources = sources(comparedSources, among: oldNumbers)
        let inverses = [0] + (1..<(count + 1)).map { 1 / Double($0) }
        var closeness = [Double](repeating: 0, count: count)
        var losses = closeness
        var total = 0.0
        let blockSize = max(1, (sources.count + 127) / 128)
        try rest.withUnsafeRows { rows throws(AnalysisError) in
            try WorkQueue.run(blocks: (sources.count + blockSize - 1) / blockSize, execution) { queue in
                inverses.withUnsafeBufferPointer { inverses in
                    var kernel = DistanceLossKernel(rows: rows, inverses: inverses)
                    while let block = queue.take() {
                        for place in (block * blockSize)..<min((block + 1) * blockSize, sources.count) {
                            kernel.search(from: Int(sources[place]))
                        }
                        queue.commit(block) { kernel.moveSums(&closeness, &losses, &total) }
                    }
                }
            }
        }
        let scale = Double(count) / Double(sources.count)
        var best: (node: Int, score: Double)?
        for node in 0..<count {
            // All ordered pairs, without those the node is an end of, and without what the others lose.
            let remaining = (total - 2 * closeness[node] - losses[node]) * scale
            let score = Self.score(closeness: remaining, of: count - 1)
            if score > (best?.score ?? -.infinity) + Self.tolerance {
                best = (Int(oldNumbers[node]), score)
            }
        }
        return best
    }
}
