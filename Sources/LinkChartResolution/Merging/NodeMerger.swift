internal import LinkChartFormats
import LinkChartModel

/// Makes groups of nodes one each, in a graph in which nothing is merged.
struct NodeMerger {
    private let full: Graph
    /// The group of each node that is in one.
    private var groupOf: [NodeIndex: Int] = [:]
    /// The groups that can be merged.
    private(set) var groups: [[NodeIndex]]
    /// The node of each group that stays.
    private var kept: [NodeIndex] = []
    /// The place of each node in the order of the native format.
    private var ranks: [Int] = []

    /// Groups that can't be merged, with the relation that would not fit any of their kinds.
    private(set) var refused: [(group: [NodeIndex], reason: String)] = []
    private(set) var mergers: [Merger] = []

    /// What became one.
    struct Merger {
        var kept: NodeIndex
        var members: [NodeIndex]
        var conflicts: [String]
    }

    /// Prepares to merge.
    ///
    /// - Parameters:
    ///   - full: a graph without merged nodes.
    ///   - groups: two nodes or more each, no node in two of them.
    init(_ full: Graph, groups: [[NodeIndex]]) {
        self.full = full
        self.groups = groups
        chooseKept()
        for (number, group) in self.groups.enumerated() { for node in group { groupOf[node] = number } }
        ranks = [Int](repeating: 0, count: full.nodeCount)
        for (rank, position) in full.canonicalOrder.enumerated() { ranks[position] = rank }
    }

    // MARK: - Who stays

    private struct Ends: Hashable {
        var relation: RelationID
        var isSource: Bool
    }

    /// The node that most edges and claims name stays, if all edges of the group fit its kind; else the next.
    private mutating func chooseKept() {
        var groupOf: [NodeIndex: Int] = [:]
        for (number, group) in groups.enumerated() { for node in group { groupOf[node] = number } }
        var mentions: [NodeIndex: Int] = [:]
        var ends = [Set<Ends>](repeating: [], count: groups.count)
        for edge in full.edges {
            let (source, target) = (edge.source, edge.target)
            let (from, to) = (groupOf[source], groupOf[target])
            let isInner = from != nil && from == to && source != target
            if from != nil || to != nil {
                let weight = 1 + edge.claims.count
                if from != nil { mentions[source, default: 0] += weight }
                if to != nil, source != target { mentions[target, default: 0] += weight }
                if !isInner {
                    if let from { ends[from].insert(Ends(relation: edge.relation, isSource: true)) }
                    if let to { ends[to].insert(Ends(relation: edge.relation, isSource: false)) }
                }
            }
            for claim in edge.claims {
                for case .node(let node)? in [claim.claimant, claim.via, claim.source]
                where groupOf[node] != nil {
                    mentions[node, default: 0] += 1
                }
            }
        }
        var possible: [[NodeIndex]] = []
        for (number, group) in groups.enumerated() {
            let order = group.map { ($0, mentions[$0] ?? 0, full.id(of: $0)) }
                .sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
            if let node = order.first(where: { misfit(ends[number], full.kind(of: $0)) == nil }) {
                possible.append(group)
                kept.append(node)
            } else {
                let kind = full.kind(of: order[0])
                let relation = misfit(ends[number], kind).map { full.ontology[$0].name } ?? ""
                let reason = "`\(relation)` does not fit a node of kind \(full.ontology[kind].name)"
                refused.append((group, reason))
            }
        }
        groups = possible
    }

    private func misfit(_ ends: Set<Ends>, _ kind: KindID) -> RelationID? {
        let ontology = full.ontology
        return ends.filter {
            let kinds = $0.isSource ? ontology.domain(of: $0.relation) : ontology.range(of: $0.relation)
            return !kinds.contains(kind)
        }.map(\.relation).min { $0.rawValue < $1.rawValue }
    }

    // MARK: - Merging

    /// An edge of the result, and what it is made of.
    private struct MergedEdge {
        var edges: [Int]
        var attributes: Attributes
        var claims: [Claim]
    }

    private struct Key: Hashable {
        var source: NodeIndex
        var target: NodeIndex
        var relation: RelationID
        var valid: String
    }

    /// The graph with each group as one node.
    mutating func merge() throws(ResolutionError) -> Graph {
        guard !groups.isEmpty else { return full }
        var graph = Graph(title: full.title, ontology: full.ontology)
        graph.attributes = full.attributes
        let translation: NodeTranslation
        do { translation = try addNodes(to: &graph) } catch {
            throw ResolutionError(.invalidGraph, error.description)
        }
        let (edges, inner) = mergedEdges()
        do {
            for edge in edges { try add(edge, to: &graph, translation) }
        } catch { throw ResolutionError(.invalidGraph, error.description) }
        for (number, node) in kept.enumerated() {
            guard let index = translation[node], let positions = inner[number] else { continue }
            var attributes = graph[index].attributes
            attributes[MergedNodes.edgesKey] = .list(positions.map { keptEdge($0).attribute })
            graph.updateNode(index, attributes: attributes)
        }
        return graph
    }

    private mutating func addNodes(to graph: inout Graph) throws(GraphError) -> NodeTranslation {
        var combined: [CombinedNode] = []
        for (number, group) in groups.enumerated() {
            let members = group.map { node in
                MergedNodes.KeptNode(
                    position: ranks[node.position], isSource: full[node].isSource,
                    value: NativeValues.node(node, of: full))
            }.sorted { $0.position < $1.position }
            var node = CombinedNode(members, keeping: full.id(of: kept[number]))
            mergers.append(Merger(kept: kept[number], members: group, conflicts: node.conflicts))
            node.attributes[MergedNodes.nodesKey] = .list(members.map(\.attribute))
            combined.append(node)
        }
        var indices = [NodeIndex?](repeating: nil, count: full.nodeCount)
        // A merged node may be a source although the one that stays was none: sources come first all the same.
        let order = full.canonicalOrder.filter {
            groupOf[NodeIndex($0)].map { kept[$0].position } ?? $0 == $0
        }
        func isSource(_ position: Int) -> Bool {
            groupOf[NodeIndex(position)].map { combined[$0].isSource } ?? full[NodeIndex(position)].isSource
        }
        for position in order.filter(isSource) + order.filter({ !isSource($0) }) {
            let node = full[NodeIndex(position)]
            if let number = groupOf[node.index] {
                let merged = combined[number]
                indices[position] = try graph.addNode(
                    id: node.id, kind: node.kind, name: merged.name, aliases: merged.aliases,
                    subtype: merged.subtype, attributes: merged.attributes, isSource: merged.isSource)
            } else {
                indices[position] = try graph.addNode(
                    id: node.id, kind: node.kind, name: node.name, aliases: node.aliases,
                    subtype: node.subtype,
                    attributes: node.attributes, isSource: node.isSource)
            }
        }
        for (number, group) in groups.enumerated() {
            for node in group { indices[node.position] = indices[kept[number].position] }
        }
        return NodeTranslation(indices)
    }

    private func now(_ node: NodeIndex) -> NodeIndex { groupOf[node].map { kept[$0] } ?? node }

    private func now(_ party: Party?) -> Party? {
        if case .node(let node)? = party { .node(now(node)) } else { party }
    }

    private func now(_ claim: Claim) -> Claim {
        var claim = claim
        claim.claimant = now(claim.claimant)
        claim.via = now(claim.via)
        claim.source = now(claim.source)
        return claim
    }

    /// What identifies the fact that an edge states; nil for one with an identifier of its own, which merges with no
    /// other.
    private func key(_ edge: Edge, _ source: NodeIndex, _ target: NodeIndex) -> Key? {
        guard !edge.hasOwnID else { return nil }
        let isSwapped = edge.definition.isSymmetric && source > target
        let valid = edge.valid.map { $0.date.map { "date \($0)" } ?? "raw \($0.raw ?? "")" } ?? ""
        return Key(
            source: isSwapped ? target : source, target: isSwapped ? source : target, relation: edge.relation,
            valid: valid)
    }

    /// The edges of the result in the order of their first originals, and the edges inside each group.
    private func mergedEdges() -> (edges: [MergedEdge], inner: [Int: [Int]]) {
        let all = full.edges
        var inner: [Int: [Int]] = [:]
        var changed = [Bool](repeating: false, count: full.edgeCount)
        var newKeys: Set<Key> = []
        for edge in all {
            let position = edge.index.position
            if let group = groupOf[edge.source], group == groupOf[edge.target], edge.source != edge.target {
                inner[group, default: []].append(position)
                continue
            }
            let ends = (now(edge.source), now(edge.target))
            changed[position] =
                ends != (edge.source, edge.target) || edge.claims.contains { now($0) != $0 }
            if ends != (edge.source, edge.target), let key = key(edge, ends.0, ends.1) { newKeys.insert(key) }
        }
        let isInner = Set(inner.values.joined())
        var result: [MergedEdge] = []
        var resultsOf: [Key: [Int]] = [:]
        for edge in all where !isInner.contains(edge.index.position) {
            let position = edge.index.position
            let claims = changed[position] ? edge.claims.map { now($0) } : Array(edge.claims)
            let ends = (now(edge.source), now(edge.target))
            if let key = key(edge, ends.0, ends.1), newKeys.contains(key) {
                if let found = (resultsOf[key] ?? []).first(where: { canJoin(edge, result[$0]) }) {
                    result[found].edges.append(position)
                    result[found].attributes.merge(edge.attributes)
                    for claim in claims where !result[found].claims.contains(claim) {
                        result[found].claims.append(claim)
                    }
                    continue
                }
                resultsOf[key, default: []].append(result.count)
            }
            result.append(MergedEdge(edges: [position], attributes: edge.attributes, claims: claims))
            if changed[position] { result[result.count - 1].attributes[MergedNodes.edgesKey] = .null }
        }
        return (result, inner)
    }

    /// Whether an edge states the same fact as another: not if their attributes differ, nor if they stood apart before.
    private func canJoin(_ edge: Edge, _ other: MergedEdge) -> Bool {
        var attributes = other.attributes
        attributes[MergedNodes.edgesKey] = nil
        guard attributes.merge(edge.attributes).isEmpty else { return false }
        let own = key(edge, edge.source, edge.target)
        return !other.edges.contains { position in
            let other = full[EdgeIndex(position)]
            return key(other, other.source, other.target) == own
        }
    }

    private func keptEdge(_ position: Int) -> MergedNodes.KeptEdge {
        MergedNodes.KeptEdge(position: position, value: NativeValues.edge(EdgeIndex(position), of: full))
    }

    private func add(
        _ merged: MergedEdge, to graph: inout Graph, _ translation: NodeTranslation
    ) throws(GraphError) {
        let edge = full[EdgeIndex(merged.edges[0])]
        guard let source = translation[edge.source], let target = translation[edge.target] else { return }
        var attributes = merged.attributes
        if merged.edges.count > 1 || attributes[MergedNodes.edgesKey] == .null {
            attributes[MergedNodes.edgesKey] = .list(merged.edges.map { keptEdge($0).attribute })
        }
        try graph.link(
            from: source, edge.relation, to: target, id: edge.hasOwnID ? edge.id : nil, valid: edge.valid,
            attributes: attributes, claims: merged.claims.map { translation.claim($0) }, isParallel: true)
    }
}
