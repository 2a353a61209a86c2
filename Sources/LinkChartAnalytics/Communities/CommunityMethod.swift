/// A way to find communities.
public enum CommunityMethod: String, Sendable, CaseIterable, Encodable {
    /// Traag, Waltman and van Eck's method: communities are connected.
    case leiden
    /// Blondel, Guillaume, Lambiotte and Lefebvre's method.
    case louvain
    /// Raghavan, Albert and Kumara's method: every node takes the label that most of its neighbours have.
    case labelPropagation
}

/// What makes a partition into communities a good one.
public enum CommunityObjective: String, Sendable, CaseIterable, Encodable {
    /// More weight inside communities than strengths alone would lead one to expect (M. Newman, M. Girvan 2004,
    /// doi:10.1103/PhysRevE.69.026113). Where a graph is large, communities below a size that grows with it are
    /// merged: the resolution limit.
    case modularity
    /// The constant Potts model: every community is denser inside than the resolution, every two are less dense
    /// between them (V. Traag, P. Van Dooren, Y. Nesterov 2011, doi:10.1103/PhysRevE.84.016114). It has no
    /// resolution limit, and its resolution is a density: 1 for cliques of unit weights, 0 for components.
    case constantPotts
}
