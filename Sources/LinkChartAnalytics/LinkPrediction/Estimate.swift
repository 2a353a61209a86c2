/// A mean over repeated trials, and how sure it is.
public struct Estimate: Hashable, Sendable, Encodable {
    /// The mean.
    public let mean: Double
    /// The standard deviation between trials; 0 of a single one.
    public let standardDeviation: Double
    /// How many trials there were.
    public let trials: Int
    /// The ends of the 95 % confidence interval of the mean, by Student's distribution; both the mean if there was one
    /// trial, which tells nothing of its error.
    ///
    /// Trials that divide one graph again and again share most of it, so that the interval is on the narrow side.
    public let low: Double
    /// The upper end of the interval.
    public let high: Double

    /// The estimate from the values of trials.
    ///
    /// - Precondition: there is one.
    public init(_ values: [Double]) {
        precondition(!values.isEmpty, "no estimate without a trial")
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = values.count > 1 ? (squares / (count - 1)).squareRoot() : 0
        self.mean = mean
        standardDeviation = deviation
        trials = values.count
        let half = Self.quantile(values.count - 1) * deviation / count.squareRoot()
        low = mean - half
        high = mean + half
    }

    /// The quantile 0.975 of Student's distribution: from a table up to 5 degrees of freedom, to 4 digits beyond.
    ///
    /// - Source: G. Hill, Algorithm 396: Student's t-quantiles, CACM 13 (1970), doi:10.1145/355598.355600; here the
    ///   Cornish-Fisher expansion.
    static func quantile(_ freedom: Int) -> Double {
        let known = [0, 12.706204736, 4.302652730, 3.182446305, 2.776445105, 2.570581836]
        guard freedom >= known.count else { return known[max(freedom, 0)] }
        let z = 1.959963984540054
        let z2 = z * z
        let n = Double(freedom)
        let terms = [
            z,
            z * (z2 + 1) / 4,
            z * ((5 * z2 + 16) * z2 + 3) / 96,
            z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384,
            z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160,
        ]
        return terms.reversed().reduce(0) { $0 / n + $1 }
    }
}
