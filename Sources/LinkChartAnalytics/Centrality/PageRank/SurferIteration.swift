internal import LinkChartModel

/// Solves the surfer's equation step by step, until the bounds on the error are met.
///
/// Let *r* = 1 + *M* *x* - *x* be the residual. All entries of *M* are at least 0 and a column's sum is at most
/// `damping`, so the error, the sum of all *M*^k *r*, is at most |*r*| / (1 - `damping`) in all (L1); and where |*r*|
/// is at most ε everywhere, the error of a node is at most ε times its exact *x*.
struct SurferIteration {
    let equation: SurferEquation
    private let tolerance: Double
    private let relativeTolerance: Double
    private var stepsLeft: Int
    private let execution: Execution
    private var report: ConvergenceReport
    /// How many threads work; one where a step is too short to share.
    private let threads: Int?
    private var blockSums: [BlockSum]

    /// *x*.
    private var scores: [Double]
    /// What a node hands along each of its arcs, by the values that the next step takes.
    private var handed: [Double]

    /// What a block adds to sums, kept apart so that the order of summing is always the same.
    private struct BlockSum {
        var total = 0.0
        var product = 0.0
        var largest = 0.0
    }

    init(
        _ equation: SurferEquation, tolerance: Double, relativeTolerance: Double, limit: Int,
        _ execution: Execution
    ) {
        self.equation = equation
        self.tolerance = tolerance
        self.relativeTolerance = relativeTolerance
        stepsLeft = limit
        self.execution = execution
        report = ConvergenceReport(
            execution, tolerance: min(tolerance, relativeTolerance) * (1 - equation.damping))
        threads = equation.rows.arcCount + equation.nodeCount < 100_000 ? 1 : execution.threads
        blockSums = [BlockSum](repeating: BlockSum(), count: equation.blocks.count)
        scores = equation.guess
        handed = [Double](repeating: 0, count: equation.nodeCount)
    }

    /// The scores of all nodes, hub first; nil if the limit came before the end.
    ///
    /// - Throws: ``AnalysisError/cancelled`` if nobody wants them any more.
    mutating func run() throws(AnalysisError) -> [Double]? {
        if equation.isSymmetric { try conjugateGradients() }
        // Also after conjugate gradients: what they take for the residual is only their own account of it.
        guard try plainSteps() else { return nil }
        report.finish()
        let sum = scores.reduce(0, +)
        return scores.map { $0 / sum }
    }

    /// Whether a residual is small enough.
    private func isSettled(_ residual: (total: Double, largest: Double), sum: Double) -> Bool {
        // Both the scores and the sum that they are divided by have an error: hence the half.
        residual.total <= tolerance / 2 * (1 - equation.damping) * sum
            && residual.largest <= relativeTolerance / 2
    }

    // MARK: Steps of the surfer

    /// Lets the surfer walk on until the bounds are met, or until all that changes is rounding.
    ///
    /// - Returns: whether the bounds were met.
    private mutating func plainSteps() throws(AnalysisError) -> Bool {
        var last = Double.infinity
        handOn()
        while stepsLeft > 0 {
            try execution.check()
            stepsLeft -= 1
            let (residual, sum) = step()
            try report.step(error: residual.total / sum)
            if isSettled(residual, sum: sum) || residual.total >= last { return true }
            last = residual.total
        }
        return false
    }

    /// Computes what every node hands on.
    private mutating func handOn() {
        for node in scores.indices { handed[node] = scores[node] * equation.inverseDegrees[node] }
    }

    /// Takes a step.
    ///
    /// - Returns: the residual before the step, which is how much scores changed, and the sum of scores after it.
    private mutating func step() -> (residual: (total: Double, largest: Double), sum: Double) {
        let damping = equation.damping
        let next = [Double](unsafeUninitializedCapacity: handed.count) { next, used in
            overBlocks { nodes, rows, scores, handed, inverseDegrees in
                var sum = BlockSum()
                for node in nodes {
                    let score = 1 + damping * rows.sum(node, of: handed)
                    let change = abs(score - scores[node])
                    scores[node] = score
                    next[node] = score * inverseDegrees[node]
                    sum.total += change
                    sum.largest = max(sum.largest, change)
                    sum.product += score
                }
                return sum
            }
            used = handed.count
        }
        handed = next
        return ((total(\.total), blockSums.reduce(0) { max($0, $1.largest) }), total(\.product))
    }

    // MARK: Conjugate gradients

    /// Solves (1 - *M*) *x* = 1 where *M* is symmetric in the inner product that divides by degrees.
    ///
    /// Ends where its own account of the residual meets the bounds, or no longer shrinks.
    private mutating func conjugateGradients() throws(AnalysisError) {
        let (damping, count) = (equation.damping, equation.nodeCount)
        var residual = [Double](repeating: 0, count: count)
        handOn()
        residual.withUnsafeMutableBufferPointer { residual in
            overBlocks { nodes, rows, scores, handed, inverseDegrees in
                var sum = BlockSum()
                for node in nodes {
                    let value = 1 + damping * rows.sum(node, of: handed) - scores[node]
                    residual[node] = value
                    sum.product += value * value * inverseDegrees[node]
                    sum.total += abs(value)
                    sum.largest = max(sum.largest, abs(value))
                }
                return sum
            }
        }
        var square = total(\.product)
        var direction = residual
        var image = [Double](repeating: 0, count: count)
        for node in 0..<count { handed[node] = direction[node] * equation.inverseDegrees[node] }
        let sum = Double(count) / (1 - damping)
        var account = (total: total(\.total), largest: blockSums.reduce(0) { max($0, $1.largest) })
        while square > 0, stepsLeft > 1, !isSettled(account, sum: sum) {
            try execution.check()
            stepsLeft -= 1
            let curvature = self.image(of: direction, into: &image)
            guard curvature > 0 else { return }
            account = advance(by: square / curvature, along: direction, image, &residual)
            try report.step(error: account.total / sum)
            let next = total(\.product)
            turn(&direction, to: residual, keeping: next / square)
            square = next
        }
    }

    /// Applies 1 - *M* to a direction, of which `handed` has what nodes hand on.
    ///
    /// - Returns: the inner product of the two.
    private mutating func image(of direction: [Double], into image: inout [Double]) -> Double {
        let damping = equation.damping
        direction.withUnsafeBufferPointer { direction in
            image.withUnsafeMutableBufferPointer { image in
                overBlocks { nodes, rows, _, handed, _ in
                    var sum = BlockSum()
                    for node in nodes {
                        let value = direction[node] - damping * rows.sum(node, of: handed)
                        image[node] = value
                        sum.product += value * handed[node]
                    }
                    return sum
                }
            }
        }
        return total(\.product)
    }

    /// Goes along a direction; the residual's square is left in the blocks' `product`.
    ///
    /// - Returns: the residual.
    private mutating func advance(
        by length: Double, along direction: [Double], _ image: [Double], _ residual: inout [Double]
    ) -> (total: Double, largest: Double) {
        direction.withUnsafeBufferPointer { direction in
            image.withUnsafeBufferPointer { image in
                residual.withUnsafeMutableBufferPointer { residual in
                    overBlocks { nodes, _, scores, _, inverseDegrees in
                        var sum = BlockSum()
                        for node in nodes {
                            scores[node] += length * direction[node]
                            let value = residual[node] - length * image[node]
                            residual[node] = value
                            sum.product += value * value * inverseDegrees[node]
                            sum.total += abs(value)
                            sum.largest = max(sum.largest, abs(value))
                        }
                        return sum
                    }
                }
            }
        }
        return (total(\.total), blockSums.reduce(0) { max($0, $1.largest) })
    }

    /// The next direction: the residual, and of the last direction as much as keeps the two conjugate.
    private mutating func turn(_ direction: inout [Double], to residual: [Double], keeping part: Double) {
        residual.withUnsafeBufferPointer { residual in
            direction.withUnsafeMutableBufferPointer { direction in
                overBlocks { nodes, _, _, handed, inverseDegrees in
                    for node in nodes {
                        let value = residual[node] + part * direction[node]
                        direction[node] = value
                        handed[node] = value * inverseDegrees[node]
                    }
                    return BlockSum()
                }
            }
        }
    }

    // MARK: Threads

    private func total(_ part: KeyPath<BlockSum, Double>) -> Double {
        blockSums.reduce(0) { $0 + $1[keyPath: part] }
    }

    /// Does `work` for all nodes, block by block, and keeps what it says of each.
    private mutating func overBlocks(
        _ work: (
            _ nodes: Range<Int>, _ rows: UnsafeRows, _ scores: UnsafeMutableBufferPointer<Double>,
            _ handed: UnsafeMutableBufferPointer<Double>, _ inverseDegrees: UnsafeBufferPointer<Double>
        ) -> BlockSum
    ) {
        let (equation, threads) = (equation, threads)
        equation.rows.withUnsafeRows { rows in
            equation.inverseDegrees.withUnsafeBufferPointer { inverseDegrees in
                scores.withUnsafeMutableBufferPointer { scores in
                    handed.withUnsafeMutableBufferPointer { handed in
                        blockSums.withUnsafeMutableBufferPointer { blockSums in
                            WorkQueue.run(blocks: equation.blocks.count, threads: threads) { queue in
                                while let block = queue.take() {
                                    blockSums[block] = work(
                                        equation.blocks.nodes(block), rows, scores, handed, inverseDegrees)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
