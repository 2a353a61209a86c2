public import LinkChartModel
internal import Synchronization

/// What a measure says of a graph, beside what it says of graphs of a null model.
public struct NullModelComparison: AnalysisResult {
    /// The given graph.
    public let projection: Projection
    /// The name of the null model.
    public let model: String
    /// The seed of its samples.
    public let seed: UInt64
    /// The measure's value of the given graph and of the samples.
    public let distribution: NullDistribution

    private enum CodingKeys: String, CodingKey { case projection, model, seed, distribution }

    /// Writes the projection in words, the model, the seed and the values.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(model, forKey: .model)
        try container.encode(seed, forKey: .seed)
        try container.encode(distribution, forKey: .distribution)
    }
}

extension Projection {
    /// Compares what a measure says of this graph with what it says of graphs at random.
    ///
    /// ```swift
    /// let bridges = try projection.compared(with: .degreePreserving, samples: 200) {
    ///     Double(try $0.bridges().count)
    /// }
    /// print(bridges.distribution.zScore ?? 0, bridges.distribution.pTwoSided)
    /// ```
    ///
    /// Samples have neither loops nor parallel arcs, and no edges behind their arcs: the measure should not go by these.
    ///
    /// - Parameters:
    ///   - model: how to make graphs at random.
    ///   - samples: how many, at least 1. With a hundred, p is 0.02 at best.
    ///   - seed: of the samples.
    ///   - execution: how to run; samples are made and measured on several threads, and the result does not depend on
    ///     it.
    ///   - measure: the measure; it is called on several threads at once.
    /// - Throws: ``AnalysisError`` `badParameter` if there is to be no sample or a parameter of the model is impossible,
    ///   `undefined` if the measure is not a finite number of the graph or of a sample, `cancelled` if it was stopped,
    ///   and what the measure throws of the first graph it fails on.
    /// - Complexity: for each sample what the model and the measure take.
    public func compared(
        with model: some NullModel, samples: Int = 100, seed: UInt64 = 1, execution: Execution = .default,
        _ measure: @Sendable (Projection) throws -> Double
    ) throws(AnalysisError) -> NullModelComparison {
        guard samples > 0 else {
            throw AnalysisError(.badParameter, "\(samples) samples: at least one is needed")
        }
        let observed = try Self.value(of: measure, on: self, "the graph")
        // Made once here rather than by several threads at once.
        _ = simpleArcs
        let outcomes = Mutex(Outcomes(values: [Double](repeating: 0, count: samples)))
        try WorkQueue.run(blocks: samples, execution) { queue in
            // The task that called is known to the queue alone, not to the threads that work.
            let silent = Execution(threads: 1, isCancelled: { queue.isStopped })
            while let number = queue.take() {
                // Those before a failing sample are measured all the same: which failure is the first does not
                // depend on which thread comes upon one sooner.
                if outcomes.withLock({ $0.failed(before: number) }) { break }
                do throws(AnalysisError) {
                    let sample = try model.sample(number, of: self, seed: seed, silent)
                    let value = try Self.value(of: measure, on: sample, "sample \(number)")
                    outcomes.withLock { $0.values[number] = value }
                } catch {
                    outcomes.withLock { $0.fail(number, error) }
                }
            }
        }
        let found = outcomes.withLock { $0 }
        if let failure = found.failure { throw failure.error }
        return NullModelComparison(
            projection: self, model: model.name, seed: seed,
            distribution: NullDistribution(observed: observed, samples: found.values))
    }

    private struct Outcomes {
        var values: [Double]
        var failure: (number: Int, error: AnalysisError)?

        func failed(before number: Int) -> Bool { failure.map { $0.number < number } ?? false }

        mutating func fail(_ number: Int, _ error: AnalysisError) {
            if number < failure?.number ?? .max { failure = (number, error) }
        }
    }

    private static func value(
        of measure: (Projection) throws -> Double, on graph: Projection, _ which: String
    ) throws(AnalysisError) -> Double {
        let value: Double
        do {
            value = try measure(graph)
        } catch let error as AnalysisError {
            throw error
        } catch {
            throw AnalysisError(.undefined, "the measure failed on \(which): \(error)")
        }
        guard value.isFinite else {
            throw AnalysisError(.undefined, "the measure of \(which) is \(value), not a finite number")
        }
        return value
    }
}
