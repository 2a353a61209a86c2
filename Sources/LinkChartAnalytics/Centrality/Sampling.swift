/// How scores were estimated from a sample.
public struct Sampling: Hashable, Sendable, Encodable {
    /// What was drawn.
    public enum Unit: String, Sendable, Encodable {
        /// One shortest path of a random pair of nodes each.
        case paths
        /// Nodes, from each of which all others were searched.
        case sources
    }

    /// What was drawn.
    public let unit: Unit
    /// How many were drawn, for the estimate and to plan it.
    public let samples: Int
    /// The seed of the random numbers.
    public let seed: UInt64
    /// The most that any score differs, on the scale of normalised scores, but for the probability ``delta``; nil
    /// where no bound was asked for.
    public let epsilon: Double?
    /// The probability that a score differs by more.
    public let delta: Double?
    /// Of how many first places the order is settled as well; nil if only scores were asked for.
    public let top: Int?
}
