public import LinkChartModel

/// What is decided about pairs of nodes: by the `sameAs` edges of a graph and their claims.
///
/// An edge that is established (some claim asserts, confirms or estimates it, or it came without claims) decides yes.
/// A claim that negates or denies it decides no, whatever others say. An edge that is only proposed leaves the pair
/// open.
public struct ResolutionDecisions: Sendable {
    /// A decision.
    public enum Decision: String, Sendable, Hashable, CaseIterable {
        /// They are one.
        case yes
        /// They are two.
        case no
    }

    /// Pairs decided yes, in the order of the edges.
    public private(set) var same: [(first: NodeIndex, second: NodeIndex)] = []
    /// Pairs decided no, in the order of the edges.
    public private(set) var different: [(first: NodeIndex, second: NodeIndex)] = []
    private var decided: [UInt64: Decision] = [:]

    /// Reads the decisions of a graph.
    ///
    /// - Complexity: linear in the number of edges, and of claims of `sameAs` edges.
    public init(of graph: Graph) {
        guard let relation = graph.sameAs else { return }
        var order: [UInt64] = []
        for (position, own) in graph.relations.enumerated() where own == relation {
            let edge = EdgeIndex(position)
            let (a, b) = (graph.source(of: edge), graph.target(of: edge))
            guard a != b else { continue }
            let decision: Decision
            if graph.claims(of: edge).contains(where: \.modality.isNegating) {
                decision = .no
            } else if graph.standing(of: edge).isEstablished {
                decision = .yes
            } else {
                continue
            }
            let key = Self.key(a, b)
            if decided[key] == nil { order.append(key) }
            if decided[key] != .no { decided[key] = decision }
        }
        for key in order {
            let pair = (
                first: NodeIndex(rawValue: UInt32(key >> 32)),
                second: NodeIndex(rawValue: UInt32(truncatingIfNeeded: key))
            )
            if decided[key] == .yes { same.append(pair) } else { different.append(pair) }
        }
    }

    /// What is decided about two nodes; nil if nothing is.
    public subscript(a: NodeIndex, b: NodeIndex) -> Decision? { decided[Self.key(a, b)] }

    private static func key(_ a: NodeIndex, _ b: NodeIndex) -> UInt64 {
        UInt64(min(a, b).rawValue) << 32 | UInt64(max(a, b).rawValue)
    }
}

extension Graph {
    /// The relation `sameAs` of this graph's ontology.
    var sameAs: RelationID? { ontology.relation(named: "sameAs") }
}
