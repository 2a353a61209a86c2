import LinkChartModel

/// An edge's value in the native format.
enum EdgeValue {
    /// The claims, as a list.
    static func claims(_ edge: Attributes) -> [AttributeValue] {
        switch edge["claims"] {
        case .list(let claims): claims
        case .object(let claim): [.object(claim)]
        default: []
        }
    }

    private static let parties = ["claimant", "via", "source"]

    /// The identifiers of the nodes that the edge and its claims name.
    static func nodes(_ edge: Attributes) -> [String] {
        var found = ["from", "to"].compactMap { edge[$0]?.string }
        for case .object(let claim) in claims(edge) { found += parties.compactMap { claim[$0]?.string } }
        return found
    }

    /// The edge with other identifiers in place of some.
    static func renamed(_ edge: Attributes, _ names: [String: String]) -> Attributes {
        var edge = edge
        for end in ["from", "to"] {
            if let name = edge[end]?.string.flatMap({ names[$0] }) { edge[end] = .string(name) }
        }
        let claims = claims(edge)
        guard !claims.isEmpty else { return edge }
        edge["claims"] = .list(
            claims.map { claim in
                guard case .object(var members) = claim else { return claim }
                for party in parties {
                    if let name = members[party]?.string.flatMap({ names[$0] }) {
                        members[party] = .string(name)
                    }
                }
                return .object(members)
            })
        return edge
    }
}

/// What nodes have together when they are one.
struct CombinedNode {
    var name: String
    var aliases: [String]
    var subtype: String?
    var attributes: Attributes = [:]
    var isSource: Bool
    /// The attributes of which the nodes have different values; that of the kept one counts.
    var conflicts: [String] = []

    /// Combines nodes: what the kept one has counts, what it has not it gets from the others in their order; their
    /// names become its aliases.
    init(_ nodes: [MergedNodes.KeptNode], keeping id: String) {
        let kept = nodes.first { $0.id == id } ?? nodes[0]
        let ordered = [kept] + nodes.filter { $0.id != id }
        name = Self.name(kept.value)
        aliases = Self.aliases(kept.value)
        subtype = kept.value["subtype"]?.string
        isSource = nodes.contains(where: \.isSource)
        for node in ordered {
            if node.id != id {
                for other in [Self.name(node.value)] + Self.aliases(node.value)
                where other != name && !aliases.contains(other) { aliases.append(other) }
                subtype = subtype ?? node.value["subtype"]?.string
            }
            guard case .object(var own)? = node.value["attributes"] else { continue }
            // Names that the merged node needs for itself; the originals keep them.
            (own[MergedNodes.nodesKey], own[MergedNodes.edgesKey]) = (nil, nil)
            conflicts += attributes.merge(own)
        }
    }

    private static func name(_ node: Attributes) -> String {
        node["name"]?.string ?? node["id"]?.string ?? ""
    }

    static func aliases(_ node: Attributes) -> [String] {
        switch node["aliases"] {
        case .list(let values): values.compactMap(\.string)
        case .string(let text): [text]
        default: []
        }
    }
}

/// Where the nodes of one graph are in another.
struct NodeTranslation {
    private let indices: [NodeIndex?]

    /// By identifiers.
    init(from old: Graph, to new: Graph) {
        indices = (0..<old.nodeCount).map { position in
            old.withID(of: NodeIndex(position)) { new.node(idBytes: $0) }
        }
    }

    /// By a list of the new indices.
    init(_ indices: [NodeIndex?]) { self.indices = indices }

    subscript(node: NodeIndex) -> NodeIndex? { indices[node.position] }

    /// A claim with the nodes of the other graph.
    func claim(_ claim: Claim) -> Claim {
        var claim = claim
        claim.claimant = party(claim.claimant)
        claim.via = party(claim.via)
        claim.source = party(claim.source)
        return claim
    }

    private func party(_ party: Party?) -> Party? {
        guard case .node(let node)? = party, let other = self[node] else { return party }
        return .node(other)
    }
}

extension Graph {
    /// The nodes in the order of the native format: sources first.
    var canonicalOrder: [Int] {
        var sources: [Int] = []
        var others: [Int] = []
        for node in nodes {
            if node.isSource {
                sources.append(node.index.position)
            } else {
                others.append(node.index.position)
            }
        }
        return sources + others
    }

    /// Adds an edge of another graph beside all others.
    mutating func append(_ edge: Edge, _ translation: NodeTranslation) throws(GraphError) {
        guard let source = translation[edge.source], let target = translation[edge.target] else {
            throw GraphError(.noSuchNode, "an edge names a node that is not there")
        }
        try link(
            from: source, edge.relation, to: target, id: edge.hasOwnID ? edge.id : nil, valid: edge.valid,
            attributes: edge.attributes, claims: edge.claims.map { translation.claim($0) }, isParallel: true)
    }
}
