/// The way threat, capability or harm travels along an edge, which need not be the way the sentence reads.
///
/// `attack launchedFrom valley` reads from the attack to the valley, while the threat comes from the valley: the
/// flow is ``reverse``.
public enum Flow: String, NamedCase {
    /// From the edge's source to its target.
    case forward
    /// From the edge's target to its source.
    case reverse
    /// Either way.
    case both
    /// Nothing travels: the edge is information or status.
    case none

    /// The flow of the same edge read from its other end, as the inverse relation reads it.
    public var reversed: Flow {
        switch self {
        case .forward: .reverse
        case .reverse: .forward
        case .both, .none: self
        }
    }
}
