/// How well scores tell what is true from what is not: how far the true ones rank above the others.
///
/// Equal scores are in no order: each measure has the value that it has on average over all orders of them, or, for
/// ``averagePrecision``, the one where they come all at once (as scikit-learn has it).
public struct RankingQuality: Hashable, Sendable {
    /// How many scores there are of what is true.
    public let positives: Int
    /// How many scores there are of what is not.
    public let negatives: Int
    /// The area under the receiver operating characteristic: how likely something true scores more than something
    /// that is not, ties counting half. 0.5 by chance.
    public let rocAUC: Double
    /// The standard error of ``rocAUC`` if both sorts are random samples; nil with fewer than two of a sort.
    ///
    /// - Source: E. DeLong, D. DeLong, D. Clarke-Pearson, Comparing the areas under two or more correlated receiver
    ///   operating characteristic curves, Biometrics 44 (1988), doi:10.2307/2531595.
    public let rocAUCStandardError: Double?
    /// The mean, over what is true, of the precision at its rank: the area under the precision-recall curve as a sum
    /// of steps. By chance about the share of what is true, see ``chancePrecision``.
    public let averagePrecision: Double

    /// The share of what is true: what precision is by chance.
    public var chancePrecision: Double { Double(positives) / Double(positives + negatives) }

    /// Of the best so many, or of all if there are fewer, the share that is true.
    ///
    /// - Parameter count: how many; at least 1.
    /// - Returns: 0 ... 1; of the best 0 it is 0.
    /// - Complexity: linear in the number of different scores of what is true.
    /// - Source: F. McSherry, M. Najork, Computing information retrieval performance measures efficiently in the presence
    ///   of tied scores, ECIR 2008, doi:10.1007/978-3-540-78646-7_38.
    public func precision(at count: Int) -> Double {
        let wanted = min(count, positives + negatives)
        guard wanted > 0 else { return 0 }
        var left = wanted
        var hits = 0.0
        for group in groups {
            let size = group.positives + group.negatives
            let taken = min(left, size)
            hits += Double(group.positives) * Double(taken) / Double(max(size, 1))
            left -= taken
            guard left > 0 else { break }
        }
        return hits / Double(wanted)
    }

    /// Equal scores, or scores of what is not true between two of what is; from the greatest down.
    struct Group: Hashable, Sendable {
        var positives = 0
        var negatives = 0
    }

    private let groups: [Group]

    /// Compares scores.
    ///
    /// - Parameters:
    ///   - positives: scores of what is true; at least one, none of them NaN.
    ///   - negatives: scores of what is not; at least one, none of them NaN.
    /// - Throws: ``AnalysisError`` `undefined` if there are none of a sort, or one is not a number.
    /// - Complexity: O((*p* + *n*) log *p*).
    public init(positives: [Double], negatives: [Double]) throws(AnalysisError) {
        var counts = try RankingCounts(positives: positives)
        try counts.add(negatives: negatives)
        try self.init(counts)
    }

    init(_ counts: RankingCounts) throws(AnalysisError) {
        groups = counts.groups
        let positives = groups.reduce(0) { $0 + $1.positives }
        let negatives = groups.reduce(0) { $0 + $1.negatives }
        guard positives > 0 && negatives > 0 else {
            throw AnalysisError(
                .undefined,
                "a ranking of \(positives) that are true and \(negatives) that are not tells nothing")
        }
        self.positives = positives
        self.negatives = negatives
        var above = Group()
        var precisions = 0.0
        // How much of the other sort each one beats, or is beaten by, ties counting half.
        var wins = Spread()
        var losses = Spread()
        for group in groups {
            let below = Double(negatives - above.negatives - group.negatives)
            wins.add((below + Double(group.negatives) / 2) / Double(negatives), times: group.positives)
            losses.add(
                (Double(above.positives) + Double(group.positives) / 2) / Double(positives),
                times: group.negatives)
            above.positives += group.positives
            above.negatives += group.negatives
            guard group.positives > 0 else { continue }
            precisions +=
                Double(group.positives) * Double(above.positives)
                / Double(above.positives + above.negatives)
        }
        rocAUC = wins.mean
        averagePrecision = precisions / Double(positives)
        rocAUCStandardError =
            positives > 1 && negatives > 1
            ? (wins.variance / Double(positives) + losses.variance / Double(negatives)).squareRoot() : nil
    }

    private struct Spread {
        private var count = 0.0
        private(set) var mean = 0.0
        private var squares = 0.0

        /// Weighted updating (D. West 1979, doi:10.1145/359146.359153).
        mutating func add(_ value: Double, times: Int) {
            guard times > 0 else { return }
            let weight = Double(times)
            count += weight
            let difference = value - mean
            mean += difference * weight / count
            squares += weight * difference * (value - mean)
        }

        var variance: Double { squares / (count - 1) }
    }
}

extension RankingQuality: Encodable {
    private enum CodingKeys: String, CodingKey {
        case positives, negatives, rocAUC, rocAUCStandardError, averagePrecision, chancePrecision
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(positives, forKey: .positives)
        try container.encode(negatives, forKey: .negatives)
        try container.encode(rocAUC, forKey: .rocAUC)
        try container.encodeIfPresent(rocAUCStandardError, forKey: .rocAUCStandardError)
        try container.encode(averagePrecision, forKey: .averagePrecision)
        try container.encode(chancePrecision, forKey: .chancePrecision)
    }
}

/// Scores counted by where they lie among those of what is true: as many of what is not as one likes, in little memory.
struct RankingCounts: Sendable {
    /// The different scores of what is true, the greatest first.
    private let scores: [Double]
    /// Between the scores, and at them: group 2 *i* is above score *i*, group 2 *i* + 1 is it, the last is below all.
    private(set) var groups: [RankingQuality.Group]

    init(positives: [Double]) throws(AnalysisError) {
        for score in positives { try Self.check(score) }
        var scores: [Double] = []
        var groups = [RankingQuality.Group()]
        for score in positives.sorted(by: >) {
            if scores.last != score {
                scores.append(score)
                groups += [RankingQuality.Group(), RankingQuality.Group()]
            }
            groups[groups.count - 2].positives += 1
        }
        self.scores = scores
        self.groups = groups
    }

    mutating func add(negatives: [Double]) throws(AnalysisError) {
        for score in negatives {
            try Self.check(score)
            var low = 0
            var high = scores.count
            while low < high {
                let middle = (low + high) / 2
                if scores[middle] > score { low = middle + 1 } else { high = middle }
            }
            let isTie = low < scores.count && scores[low] == score
            groups[2 * low + (isTie ? 1 : 0)].negatives += 1
        }
    }

    private static func check(_ score: Double) throws(AnalysisError) {
        guard !score.isNaN else {
            throw AnalysisError(.undefined, "a score is not a number, and has no place in a ranking")
        }
    }
}
