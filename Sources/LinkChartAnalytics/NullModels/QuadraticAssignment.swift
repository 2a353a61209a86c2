public import LinkChartModel

/// How much two graphs on the same nodes agree, and how likely such agreement is by chance.
public struct QuadraticAssignment: AnalysisResult {
    /// The one graph; its nodes were permuted.
    public let projection: Projection
    /// The other graph.
    public let other: Projection
    /// The seed of the permutations.
    public let seed: UInt64
    /// The correlation as it is, and after each permutation.
    public let distribution: NullDistribution

    /// The correlation, -1 ... 1.
    public var correlation: Double { distribution.observed }

    private enum CodingKeys: String, CodingKey { case projection, other, seed, correlation, distribution }

    /// Writes the projections in words, the seed and the values.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(other.description, forKey: .other)
        try container.encode(seed, forKey: .seed)
        try container.encode(correlation, forKey: .correlation)
        try container.encode(distribution, forKey: .distribution)
    }
}

extension Projection {
    /// The correlation of two graphs on the same nodes, with a permutation test: the quadratic assignment procedure
    /// (QAP).
    ///
    /// The correlation is Pearson's, over all ordered pairs of different nodes, of the numbers that the two adjacency
    /// matrices have for the pair: the sum of the weights of its arcs. Rows and columns of one matrix are then permuted
    /// together again and again, which keeps the structure of both graphs and takes away what they have in common.
    ///
    /// ```swift
    /// let hosts = graph.projection(.facts, selection: hosting)
    /// let attacks = graph.projection(.facts, selection: attacking)
    /// let test = try hosts.quadraticAssignment(with: attacks, permutations: 1000, seed: 1)
    /// print(test.correlation, test.distribution.pTwoSided)
    /// ```
    ///
    /// - Parameters:
    ///   - other: the other graph. If only one of the two has directions, every link of the other counts both ways.
    ///   - weights: how strong the edges of this graph are.
    ///   - otherWeights: how strong those of the other are.
    ///   - permutations: how many, at least 1.
    ///   - seed: of the permutations.
    ///   - execution: how to run; the result does not depend on it.
    /// - Throws: ``AnalysisError`` `badParameter` if the two do not have the same nodes or there is to be no
    ///   permutation, `undefined` if all pairs of one of the graphs have the same number, so that there is no
    ///   correlation, `missingCost` or `badCost` for a bad weight, `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*) for each permutation.
    /// - Source: D. Krackhardt, Predicting with networks: nonparametric multiple regression analysis of dyadic data,
    ///   Social Networks 10 (1988), doi:10.1016/0378-8733(88)90004-4.
    public func quadraticAssignment(
        with other: Projection, weights: EdgeWeights = .unit, otherWeights: EdgeWeights = .unit,
        permutations: Int = 1000, seed: UInt64 = 1, execution: Execution = .default
    ) throws(AnalysisError) -> QuadraticAssignment {
        guard permutations > 0 else {
            throw AnalysisError(.badParameter, "\(permutations) permutations: at least one is needed")
        }
        guard nodeCount == other.nodeCount, (0..<nodeCount).allSatisfy({ node(at: $0) == other.node(at: $0) })
        else {
            throw AnalysisError(
                .badParameter, "the two projections do not have the same nodes",
                suggestion: "project the same graph twice, selecting edges but not nodes")
        }
        let pairs = Double(nodeCount) * (Double(nodeCount) - 1)
        let one = try PairMatrix(self, weights)
        let two = try PairMatrix(other, otherWeights)
        let (spread, otherSpread) = (one.spread(over: pairs), two.spread(over: pairs))
        guard spread > 0, otherSpread > 0 else {
            throw AnalysisError(
                .undefined,
                "all pairs of nodes are linked alike in one of the graphs: there is no correlation")
        }
        let scale = (spread * otherSpread).squareRoot()
        let expected = one.sum * (two.sum / pairs)
        let identity = (0..<nodeCount).map { UInt32($0) }
        var products = [Double](repeating: 0, count: permutations)
        let observed = one.product(with: two, identity)
        try products.withUnsafeMutableBufferPointer { products throws(AnalysisError) in
            // Every permutation writes to a place of its own.
            nonisolated(unsafe) let products = products
            try WorkQueue.run(blocks: permutations, execution) { queue in
                while let number = queue.take() {
                    var random = RandomNumbers(seed: seed, sample: number)
                    var permutation = identity
                    random.shuffle(&permutation)
                    products[number] = one.product(with: two, permutation)
                }
            }
        }
        let correlation = { (product: Double) in max(-1, min(1, (product - expected) / scale)) }
        return QuadraticAssignment(
            projection: self, other: other, seed: seed,
            distribution: NullDistribution(
                observed: correlation(observed), samples: products.map(correlation)))
    }
}

/// The adjacency matrix of a projection, without its diagonal.
private struct PairMatrix: Sendable {
    private let rows: CompressedRows
    /// Of every arc; nil if each counts 1.
    private let values: [Double]?
    let sum: Double

    /// Weights are scaled so that their products stay numbers; a correlation does not mind.
    init(_ projection: Projection, _ weights: EdgeWeights) throws(AnalysisError) {
        let byEdge = try weights.checkedValues(for: projection)
        let scale = EdgeWeights.scale(of: byEdge, in: projection)
        rows = projection.outgoing
        values = byEdge.map { values in projection.outgoing.edges.map { values[Int($0)] * scale } }
        var sum = 0.0
        Self.forEachPair(rows, values) { sum += $0 }
        self.sum = sum
    }

    /// Calls `body` with the number of every pair of linked nodes, that of parallel arcs together.
    private static func forEachPair(_ rows: CompressedRows, _ values: [Double]?, _ body: (Double) -> Void) {
        var row = [Double](repeating: 0, count: rows.nodeCount)
        var isMet = [Bool](repeating: false, count: rows.nodeCount)
        for node in 0..<rows.nodeCount {
            for arc in rows.row(node) { row[Int(rows.neighbours[arc])] += values.map { $0[arc] } ?? 1 }
            for neighbour in rows[node] where Int(neighbour) != node && !isMet[Int(neighbour)] {
                isMet[Int(neighbour)] = true
                body(row[Int(neighbour)])
            }
            for neighbour in rows[node] {
                row[Int(neighbour)] = 0
                isMet[Int(neighbour)] = false
            }
        }
    }

    /// The sum of squared differences from the mean; 0 if all pairs have the same number.
    func spread(over pairs: Double) -> Double {
        guard pairs > 0 else { return 0 }
        let mean = sum / pairs
        var (spread, linked, least, greatest) = (0.0, 0.0, Double.infinity, 0.0)
        Self.forEachPair(rows, values) { value in
            spread += (value - mean) * (value - mean)
            linked += 1
            least = min(least, value)
            greatest = max(greatest, value)
        }
        if linked < pairs { least = 0 }
        return least < greatest ? spread + (pairs - linked) * mean * mean : 0
    }

    /// The sum of products of the numbers of this matrix with those of another after nodes have changed places.
    func product(with other: PairMatrix, _ places: [UInt32]) -> Double {
        let row = UnsafeMutableBufferPointer<Double>.allocate(capacity: rows.nodeCount)
        row.initialize(repeating: 0)
        defer { row.deallocate() }
        var sum = 0.0
        rows.withUnsafeRows { rows in
            other.rows.withUnsafeRows { others in
                for node in 0..<rows.nodeCount where rows.count(node) > 0 {
                    let place = Int(places[node])
                    for arc in others.row(place) where Int(others.neighbours[arc]) != place {
                        row[Int(others.neighbours[arc])] += other.values.map { $0[arc] } ?? 1
                    }
                    for arc in rows.row(node) {
                        sum += row[Int(places[Int(rows.neighbours[arc])])] * (values.map { $0[arc] } ?? 1)
                    }
                    for arc in others.row(place) { row[Int(others.neighbours[arc])] = 0 }
                }
            }
        }
        return sum
    }
}
