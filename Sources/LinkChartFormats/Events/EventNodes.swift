internal import LinkChartModel

/// The actors, places and states of event data, each made once, however many records name it.
struct EventNodes {
    private struct Known {
        var node: NodeIndex
        var attributes: Attributes
    }

    private var known: [String: Known] = [:]
    private var links: [(source: NodeIndex, relation: String, target: NodeIndex, range: SourceRange)] = []
    private var votes: [NodeIndex: [String: Int]] = [:]
    private var kinds: [EventKind: KindID] = [:]

    /// Looks up the kinds in an ontology, with one for those that it lacks.
    mutating func prepare(_ ontology: Ontology, otherwise entity: KindID) {
        for kind in EventKind.allCases { kinds[kind] = ontology.kind(named: kind.rawValue) ?? entity }
    }

    /// Adds a node with what it belongs to, unless it is there.
    @discardableResult
    mutating func add(_ node: EventNode, at range: SourceRange, to builder: inout GraphBuilder) -> NodeIndex?
    {
        if let known = known[node.id] {
            if node.isNamedByMajority, let name = node.name {
                votes[known.node, default: [:]][name, default: 0] += 1
            }
            return known.node
        }
        guard let kind = kinds[node.kind] else { return nil }
        var record = NodeRecord(id: node.id, kind: kind, name: node.name)
        record.aliases = node.aliases
        record.subtype = node.subtype
        record.attributes = node.attributes
        builder.count(nodes: 1)
        guard let index = builder.addNode(record, at: range, repetition: .isSameNode) else { return nil }
        known[node.id] = Known(node: index, attributes: node.attributes)
        if node.isNamedByMajority, let name = node.name { votes[index] = [name: 1] }
        for link in node.links {
            if let target = add(link.node, at: range, to: &builder) {
                links.append((index, link.relation, target, range))
            }
        }
        return index
    }

    /// Gives the nodes that are named by majority the name that most records have.
    mutating func settleNames(in builder: inout GraphBuilder) {
        for (node, counts) in votes where counts.count > 1 {
            // Of names that are used as often, the first in alphabetical order.
            let winner = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
            if let winner { builder.graph.updateNode(node, name: winner.key) }
        }
        votes = [:]
    }

    /// Adds the edges to what nodes belong to.
    mutating func addLinks(to builder: inout GraphBuilder) {
        for link in links {
            builder.addStatedEdge(link.relation, from: link.source, to: link.target, at: link.range)
        }
        links = []
    }

    /// Adds the edge of a role.
    ///
    /// What this record says of the node otherwise than the first one did is kept on the edge.
    func add(
        _ role: EventRole, of incident: NodeIndex, _ claims: [Claim], at range: SourceRange,
        to builder: inout GraphBuilder
    ) {
        guard let known = known[role.node.id] else { return }
        var attributes = role.attributes
        if attributes["name"] == nil, let name = role.node.name, name != builder.graph.name(of: known.node) {
            attributes["name"] = .string(name)
        }
        if role.node.attributes != known.attributes {
            for (name, value) in role.node.attributes where known.attributes[name] != value {
                attributes[attributes[name] == nil ? name : "node.\(name)"] = value
            }
        }
        var claims = claims
        if let modality = role.modality {
            if claims.isEmpty { claims = [Claim()] }
            for position in claims.indices { claims[position].modality = modality }
        }
        builder.addStatedEdge(
            role.relation, from: incident, to: known.node, attributes: attributes, claims: claims, at: range)
    }
}
