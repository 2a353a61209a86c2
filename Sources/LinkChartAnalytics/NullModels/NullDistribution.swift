/// A value that was observed, beside the values it has by chance.
///
/// A p-value counts the observed graph as one of the samples, so it is never 0 and errs on the safe side: with *N*
/// samples the least is 1 / (*N* + 1) on one side, and twice that on two.
///
/// - Source: B. Phipson, G. Smyth, Permutation p-values should never be zero, Statistical Applications in Genetics and
///   Molecular Biology 9 (2010), doi:10.2202/1544-6115.1585.
public struct NullDistribution: Hashable, Sendable {
    /// The value of the given graph.
    public let observed: Double
    /// The values of the samples, in their order.
    public let samples: [Double]
    /// The mean of the samples.
    public let mean: Double
    /// Their standard deviation (dividing by one less than there are); 0 if all are the same but for rounding, or
    /// there is one.
    public let standardDeviation: Double
    /// How likely a value at least as great is by chance.
    public let pGreater: Double
    /// How likely a value at least as small is by chance.
    public let pLess: Double

    /// How many standard deviations the observed value lies above the mean; nil if the samples do not
    /// differ.
    public var zScore: Double? { standardDeviation > 0 ? (observed - mean) / standardDeviation : nil }

    /// How likely a value at least as far out on either side is by chance: twice the smaller one, 1 at most.
    public var pTwoSided: Double { min(1, 2 * min(pGreater, pLess)) }

    /// Compares a value with samples.
    ///
    /// Values as near as 1e-12 of the larger one count as equal, so that it does not depend on rounding on which side
    /// they are counted.
    ///
    /// - Parameters:
    ///   - observed: the value of the given graph.
    ///   - samples: the values of the samples.
    public init(observed: Double, samples: [Double]) {
        self.observed = observed
        self.samples = samples
        let count = Double(samples.count)
        let mean = samples.isEmpty ? 0 : samples.reduce(0) { $0 + $1 / count }
        let (least, greatest) = (samples.min() ?? 0, samples.max() ?? 0)
        let isConstant = greatest - least <= NodeScores.tieTolerance * max(abs(least), abs(greatest))
        self.mean = least == greatest ? least : mean
        let squares = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardDeviation = isConstant ? 0 : (squares / (count - 1)).squareRoot()
        let slack = { (value: Double) in NodeScores.tieTolerance * max(abs(value), abs(observed)) }
        let greater = samples.count { $0 >= observed - slack($0) }
        let less = samples.count { $0 <= observed + slack($0) }
        pGreater = Double(greater + 1) / (count + 1)
        pLess = Double(less + 1) / (count + 1)
    }
}

extension NullDistribution: Encodable {
    private enum CodingKeys: String, CodingKey {
        case observed, mean, standardDeviation, zScore, pGreater, pLess, pTwoSided, samples
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(observed, forKey: .observed)
        try container.encode(mean, forKey: .mean)
        try container.encode(standardDeviation, forKey: .standardDeviation)
        try container.encodeIfPresent(zScore, forKey: .zScore)
        try container.encode(pGreater, forKey: .pGreater)
        try container.encode(pLess, forKey: .pLess)
        try container.encode(pTwoSided, forKey: .pTwoSided)
        try container.encode(samples, forKey: .samples)
    }
}
