public import LinkChartModel

/// How well a measure finds links that were there: some are held out, and it is to tell them from pairs that are not
/// linked.
public struct LinkPredictionEvaluation: AnalysisResult {
    /// Which pairs that are not linked the links held out are compared with.
    public enum NonLinks: Hashable, Sendable, CustomStringConvertible {
        /// All of them: what finding links among everything is worth. It takes time for each pair of nodes.
        case all
        /// A random sample: so many for each link held out, each once.
        case sampled(perHeldOut: Int)

        public var description: String {
            switch self {
            case .all: "all"
            case .sampled(let count): "\(count) for each link held out"
            }
        }
    }

    /// What links were held out of.
    public let projection: Projection
    /// The name of the measure.
    public let predictor: String
    /// The share of the links that was to be held out.
    public let heldOutShare: Double
    /// Whether no component was cut by it.
    public let keepsComponents: Bool
    /// What the links held out were compared with.
    public let nonLinks: NonLinks
    /// The seed of all trials; each has random numbers of its own.
    public let seed: UInt64
    /// What each trial found; each holds out other links.
    public let trials: [RankingQuality]

    /// The area under the receiver operating characteristic, over the trials.
    public var rocAUC: Estimate { Estimate(trials.map(\.rocAUC)) }
    /// The average precision, over the trials.
    public var averagePrecision: Estimate { Estimate(trials.map(\.averagePrecision)) }
    /// What precision is by chance.
    public var chancePrecision: Double { Estimate(trials.map(\.chancePrecision)).mean }

    /// Of the best so many pairs, the share that was a link, over the trials.
    ///
    /// - Parameter count: how many pairs; at least 1.
    public func precision(at count: Int) -> Estimate { Estimate(trials.map { $0.precision(at: count) }) }
}

extension LinkPredictionEvaluation: Encodable {
    private enum CodingKeys: String, CodingKey {
        case projection, predictor, heldOutShare, keepsComponents, nonLinks, seed, rocAUC, averagePrecision
        case chancePrecision, precisionAt, trials
    }

    /// Writes how it was done, the estimates, the precision of the best 10 and 100, and the trials.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(predictor, forKey: .predictor)
        try container.encode(heldOutShare, forKey: .heldOutShare)
        try container.encode(keepsComponents, forKey: .keepsComponents)
        try container.encode(nonLinks.description, forKey: .nonLinks)
        try container.encode(seed, forKey: .seed)
        try container.encode(rocAUC, forKey: .rocAUC)
        try container.encode(averagePrecision, forKey: .averagePrecision)
        try container.encode(chancePrecision, forKey: .chancePrecision)
        try container.encode(["10": precision(at: 10), "100": precision(at: 100)], forKey: .precisionAt)
        try container.encode(trials, forKey: .trials)
    }
}

extension Projection {
    /// Tests how well a measure finds missing links: holds out some, and ranks them among pairs that are not linked.
    ///
    /// A link is a pair of nodes with an arc either way; all its arcs are held out together, and loops never. The measure
    /// sees the graph without them.
    ///
    /// ```swift
    /// let test = try projection.evaluateLinkPrediction(by: .adamicAdar, trials: 20, seed: 1)
    /// print(test.rocAUC.mean, test.rocAUC.low, test.rocAUC.high)
    /// print(test.averagePrecision.mean, "by chance", test.chancePrecision)
    /// ```
    ///
    /// - Parameters:
    ///   - predictor: the measure.
    ///   - share: of the links that is held out, more than 0 and less than 1; at least one link is.
    ///   - keepingComponents: whether links of a random spanning forest are never held out, so that nodes that reach each
    ///     other still do; fewer than `share` may then be held out.
    ///   - nonLinks: which pairs that are not linked the links held out are compared with.
    ///   - trials: how often; each holds out other links.
    ///   - seed: of the random numbers.
    ///   - execution: how to run; the result does not depend on it.
    /// - Throws: ``AnalysisError`` `badParameter` if a number is outside its range, `undefined` if there is no link to
    ///   hold out or all nodes are linked, `cancelled` if it was stopped, or what the measure throws.
    /// - Complexity: for each trial O(*n* + *m*) and what the measure takes for the pairs; for all pairs, O(*n*²) of them.
    /// - Source: D. Liben-Nowell, J. Kleinberg, The link-prediction problem for social networks, Journal of the American
    ///   Society for Information Science and Technology 58 (2007), doi:10.1002/asi.20591; on what to compare with:
    ///   Y. Yang, R. Lichtenwalter, N. Chawla, Evaluating link prediction methods, Knowledge and Information Systems 45
    ///   (2015), doi:10.1007/s10115-014-0789-0.
    public func evaluateLinkPrediction(
        by predictor: some LinkPredictor, holdingOut share: Double = 0.1, keepingComponents: Bool = false,
        against nonLinks: LinkPredictionEvaluation.NonLinks = .sampled(perHeldOut: 1), trials: Int = 10,
        seed: UInt64 = 1, execution: Execution = .default
    ) throws(AnalysisError) -> LinkPredictionEvaluation {
        guard share > 0 && share < 1 else {
            throw AnalysisError(
                .badParameter, "the share \(share) of links to hold out is not between 0 and 1")
        }
        guard trials > 0 else {
            throw AnalysisError(.badParameter, "\(trials) trials: at least one is needed")
        }
        if case .sampled(let count) = nonLinks, count < 1 {
            throw AnalysisError(
                .badParameter, "\(count) unlinked pairs for each link held out: at least one is needed")
        }
        var qualities: [RankingQuality] = []
        for trial in 0..<trials {
            try execution.check()
            var random = RandomNumbers(seed: seed, sample: trial)
            let split = try LinkSplit(
                self, share: share, keepingComponents: keepingComponents, &random, execution)
            qualities.append(
                try quality(of: predictor, split, nonLinks, &random, execution.silent))
            execution.progress?(Double(trial + 1) / Double(trials))
        }
        return LinkPredictionEvaluation(
            projection: self, predictor: predictor.name, heldOutShare: share,
            keepsComponents: keepingComponents, nonLinks: nonLinks, seed: seed, trials: qualities)
    }

    private func quality(
        of predictor: some LinkPredictor, _ split: LinkSplit, _ choice: LinkPredictionEvaluation.NonLinks,
        _ random: inout RandomNumbers, _ execution: Execution
    ) throws(AnalysisError) -> RankingQuality {
        let score = try predictor.scorer(in: split.training, execution)
        let scores = { (pairs: [NodePair]) throws(AnalysisError) -> [Double] in try score(pairs, execution) }
        let unlinked = NonLinks(of: self)
        var counts = try RankingCounts(positives: scores(split.heldOut))
        if case .sampled(let factor) = choice {
            let (wanted, isTooMany) = split.heldOut.count.multipliedReportingOverflow(by: factor)
            if !isTooMany && wanted < unlinked.count {
                try counts.add(negatives: scores(unlinked.sample(wanted, &random)))
                return try RankingQuality(counts)
            }
        }
        try unlinked.forEachBatch(execution) { pairs throws(AnalysisError) in
            try counts.add(negatives: scores(pairs))
        }
        return try RankingQuality(counts)
    }
}
