/// Whether a relation binds its ends or sets them against each other.
public enum Polarity: String, NamedCase {
    /// The source acts against the target: attacks, threatens, sanctions.
    case hostile
    /// The source acts with or for the target: funds, hosts, trains.
    case cooperative
    /// Neither, or not to be told from the relation alone.
    case neutral
}
