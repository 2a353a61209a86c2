public import LinkChartModel

extension Projection {
    /// The disparity filter: keeps the links that are stronger than chance would have it for one of their ends.
    ///
    /// If a node of *k* links divided its strength among them at random, a link would get a share of at least *p* with
    /// the probability (1 - *p*)^(*k* - 1). A link whose probability is below `alpha` for one of its two ends is kept.
    /// Weak links of nodes of little strength survive that a mere threshold of weight would cut.
    ///
    /// With directions, a node divides what leaves it and what reaches it separately: a link is one of those that leave
    /// its first node, and one of those that reach its second. The only link of a node has the p-value 1 there. Parallel
    /// edges are one link whose weight is their sum; loops and links of weight 0 do not count, and the latter have the
    /// p-value 1.
    ///
    /// ```swift
    /// let backbone = try graph.projection(.facts, keepingEdges: true)
    ///     .disparityFilter(weights: .claims(of: graph), alpha: 0.05)
    /// ```
    ///
    /// No correction is made for many links: of a thousand links of a random graph about fifty are kept at 0.05 for each
    /// end.
    ///
    /// - Parameters:
    ///   - weights: how strong edges are. If every arc counts 1, a link's strength is how many parallel edges it has.
    ///   - alpha: a link is kept if its p-value is below this, 0 ... 1.
    ///   - execution: how to run; the result does not depend on it.
    /// - Throws: ``AnalysisError`` `badParameter` if `alpha` is outside its range, or the projection does not keep its
    ///   edges and weights are not 1; `missingCost` or `badCost`, which name the edge, for a weight that is missing,
    ///   negative or not finite; `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m* log *m*).
    /// - Source: M. Serrano, M. Boguñá, A. Vespignani, Extracting the multiscale backbone of complex weighted networks,
    ///   PNAS 106 (2009), doi:10.1073/pnas.0808904106.
    public func disparityFilter(
        weights: EdgeWeights = .unit, alpha: Double = 0.05, execution: Execution = .default
    ) throws(AnalysisError) -> Backbone {
        try Backbone.check(alpha)
        let values = try weights.checkedValues(for: self)
        // Sums of the greatest numbers there are would leave their range.
        let scale = EdgeWeights.scale(of: values, in: self)
        var links = WeightedLinks(self, values, scale: scale)
        var meter = WorkMeter(execution, total: 2 * arcCount)
        for node in 0..<nodeCount {
            links.collect(node)
            try meter.advance(by: outgoing.count(node))
        }
        var result: [Backbone.Link] = []
        result.reserveCapacity(links.weights.count)
        for place in links.weights.indices {
            let (first, second) = (Int(links.firsts[place]), Int(links.seconds[place]))
            let weight = links.weights[place]
            result.append(
                Backbone.Link(
                    first: node(at: first), second: node(at: second),
                    weight: min(weight / scale, .greatestFiniteMagnitude),
                    firstPValue: Self.disparity(weight, links.leaving[first]),
                    secondPValue: Self.disparity(
                        weight, isDirected ? links.reaching[second] : links.leaving[second])))
            try meter.advance()
        }
        execution.progress?(1)
        return Backbone(projection: self, weighting: weights.meaning, alpha: alpha, links: result)
    }

    /// The probability that a link at random gets at least its share.
    private static func disparity(_ weight: Double, _ total: WeightedLinks.Total) -> Double {
        guard weight > 0 && total.count > 1 else { return 1 }
        let share = min(weight / total.strength, 1)
        // (1 - share) ^ (count - 1), right to the last digits for small shares too.
        return exponential(Double(total.count - 1) * logarithm(onePlus: -share))
    }
}

/// The links of a projection with the sums of their edges' weights.
private struct WeightedLinks {
    /// What leaves or reaches a node.
    struct Total {
        var count = 0
        var strength = 0.0
    }

    private let rows: CompressedRows
    private let isDirected: Bool
    private let values: [Double]?
    private let scale: Double
    private(set) var firsts: [UInt32] = []
    private(set) var seconds: [UInt32] = []
    private(set) var weights: [Double] = []
    /// By node; without directions of all its links.
    private(set) var leaving: [Total]
    /// By node; only with directions.
    private(set) var reaching: [Total]
    private var sums: [Double]
    private var isFound: [Bool]

    init(_ projection: Projection, _ values: [Double]?, scale: Double) {
        rows = projection.outgoing
        isDirected = projection.isDirected
        self.values = values
        self.scale = scale
        leaving = [Total](repeating: Total(), count: rows.nodeCount)
        reaching = [Total](repeating: Total(), count: isDirected ? rows.nodeCount : 0)
        sums = [Double](repeating: 0, count: rows.nodeCount)
        isFound = [Bool](repeating: false, count: rows.nodeCount)
    }

    /// Adds the links of a node; without directions those with nodes of higher numbers.
    mutating func collect(_ node: Int) {
        var others: [UInt32] = []
        for arc in rows.row(node) {
            let other = Int(rows.neighbours[arc])
            guard isDirected ? other != node : other > node else { continue }
            if !isFound[other] {
                isFound[other] = true
                others.append(UInt32(other))
            }
            sums[other] += values.map { $0[Int(rows.edges[arc])] * scale } ?? 1
        }
        others.sort()
        for other in others {
            let weight = sums[Int(other)]
            sums[Int(other)] = 0
            isFound[Int(other)] = false
            firsts.append(UInt32(node))
            seconds.append(other)
            weights.append(weight)
            guard weight > 0 else { continue }
            leaving[node].count += 1
            leaving[node].strength += weight
            if isDirected {
                reaching[Int(other)].count += 1
                reaching[Int(other)].strength += weight
            } else {
                leaving[Int(other)].count += 1
                leaving[Int(other)].strength += weight
            }
        }
    }
}
