/// What a set of key players is to achieve together.
///
/// The two *negative* measures look at what is left once the set is gone, the two *positive* ones at whom the
/// set reaches. The best set is seldom made of the nodes that are best one by one.
///
/// - Source: S. Borgatti, Identifying sets of key players in a social network, Computational & Mathematical
///   Organization Theory 12 (2006), doi:10.1007/s10588-006-7084-x.
public enum KeyPlayerMeasure: Hashable, Sendable {
    /// *F*: the share of the pairs of remaining nodes that do not reach each other.
    case fragmentation
    /// *DF*: 1 less the mean of 1 / distance over the pairs of remaining nodes; pairs that do not reach each
    /// other add 0 to it.
    case distanceWeightedFragmentation
    /// How many nodes are in the set or within so many steps of one of its members.
    case reach(within: Int)
    /// *dR*: the mean over all nodes of 1 / distance from the nearest member of the set; a member counts 1, a
    /// node that is not reached 0.
    case distanceWeightedReach

    /// Whether it looks at what is left once the set is gone.
    public var isOfRemoval: Bool {
        switch self {
        case .fragmentation, .distanceWeightedFragmentation: true
        case .reach, .distanceWeightedReach: false
        }
    }

    /// A short name: `F`, `DF`, `mReach` or `dReach`.
    public var name: String {
        switch self {
        case .fragmentation: "F"
        case .distanceWeightedFragmentation: "DF"
        case .reach: "mReach"
        case .distanceWeightedReach: "dReach"
        }
    }
}
