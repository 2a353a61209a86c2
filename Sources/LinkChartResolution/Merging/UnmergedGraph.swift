internal import LinkChartFormats
import LinkChartModel

/// A graph with everything in it split, sources first, and the groups that were merged in it.
///
/// What was changed since the merger is kept: of a node or an edge that was merged, with the one whose identifier it
/// has, or with the first of the edges that it was made of.
struct UnmergedGraph {
    private(set) var graph: Graph
    /// The groups that were merged, in the order of their first members.
    private(set) var groups: [[NodeIndex]] = []

    private struct Slot {
        /// A node or an edge of the merged graph; nil for one that was kept aside.
        var visible: Int?
        /// The number among what was kept aside.
        var kept: Int
    }

    /// Splits everything.
    init(_ merged: Graph) throws(ResolutionError) {
        graph = merged
        var nodes: [MergedNodes.KeptNode] = []
        var edges: [MergedNodes.KeptEdge] = []
        var members: [[String]] = []
        var splitNodes: Set<Int> = []
        var keptIDOf: [String: String] = [:]
        for node in merged.nodes {
            let attributes = node.attributes
            guard !attributes.isEmpty, let kept = MergedNodes.nodes(attributes) else { continue }
            guard kept.contains(where: { $0.id == node.id }) else {
                throw ResolutionError(
                    .damagedRecord, "`\(node.id)` was merged of other nodes, but is none of them any more")
            }
            splitNodes.insert(node.index.position)
            members.append(kept.map(\.id))
            for member in kept { keptIDOf[member.id] = node.id }
            nodes += Self.withChanges(to: node, kept)
            edges += MergedNodes.edges(attributes) ?? []
        }
        guard !members.isEmpty else { return }
        var splitEdges: Set<Int> = []
        for position in 0..<merged.edgeCount {
            let edge = merged[EdgeIndex(position)]
            let attributes = edge.attributes
            guard !attributes.isEmpty, let kept = MergedNodes.edges(attributes) else { continue }
            splitEdges.insert(position)
            edges += Self.withChanges(to: NativeValues.edge(edge.index, of: merged), kept, keptIDOf)
        }
        let aside = try Self.read(nodes, edges, in: merged)
        let order = merged.canonicalOrder.filter { !splitNodes.contains($0) }
        let nodeSlots = Self.slots(order, keptPositions: nodes.map(\.position))
        let edgeSlots = Self.slots(
            (0..<merged.edgeCount).filter { !splitEdges.contains($0) }, keptPositions: edges.map(\.position))
        graph = Graph(title: merged.title, ontology: merged.ontology)
        graph.attributes = merged.attributes
        try Self.append(nodeSlots, of: merged, aside: aside, nodes: nodes, to: &graph)
        do { try Self.append(edgeSlots, of: merged, aside: aside, to: &graph) } catch {
            throw ResolutionError(.invalidGraph, error.description)
        }
        groups = members.map { $0.compactMap { graph.node(id: $0) }.sorted() }.sorted { $0[0] < $1[0] }
    }

    // MARK: - Order

    /// What is kept aside at its position, what is not in the places between.
    private static func slots(_ others: [Int], keptPositions: [Int]) -> [Slot] {
        let sorted = keptPositions.indices.sorted { (keptPositions[$0], $0) < (keptPositions[$1], $1) }
        var slots: [Slot] = []
        slots.reserveCapacity(others.count + sorted.count)
        var (other, kept) = (0, 0)
        while other < others.count || kept < sorted.count {
            if kept < sorted.count, other == others.count || keptPositions[sorted[kept]] <= slots.count {
                slots.append(Slot(visible: nil, kept: sorted[kept]))
                kept += 1
            } else {
                slots.append(Slot(visible: others[other], kept: 0))
                other += 1
            }
        }
        return slots
    }

    // MARK: - What was kept aside

    private static func read(
        _ nodes: [MergedNodes.KeptNode], _ edges: [MergedNodes.KeptEdge], in merged: Graph
    ) throws(ResolutionError) -> Graph {
        var values = nodes.map { NativeValues.NodeValue($0.value, isSource: $0.isSource) }
        var known = Set(nodes.map(\.id))
        for edge in edges {
            for id in EdgeValue.nodes(edge.value) where known.insert(id).inserted {
                guard let node = merged.node(id: id) else { continue }
                values.append(
                    NativeValues.NodeValue(["id": .string(id), "kind": .string(merged[node].kindName)]))
            }
        }
        let result = NativeValues.read(nodes: values, edges: edges.map(\.value), ontology: merged.ontology)
        // A circle of parts was there before, and is not for us to refuse.
        if let problem = result.diagnostics.first(where: { $0.severity == .error && $0.code != .cycle }) {
            throw ResolutionError(
                .damagedRecord, "what a merged node keeps can't be read: \(problem.message)")
        }
        guard result.graph.edgeCount == edges.count else {
            throw ResolutionError(.damagedRecord, "what a merged node keeps of its edges can't be read")
        }
        return result.graph
    }

    private static func append(
        _ slots: [Slot], of merged: Graph, aside: Graph, nodes: [MergedNodes.KeptNode], to graph: inout Graph
    ) throws(ResolutionError) {
        for slot in slots {
            let node =
                slot.visible.map { merged[NodeIndex($0)] }
                ?? aside.node(id: nodes[slot.kept].id).map { aside[$0] }
            guard let node else { continue }
            do {
                try graph.addNode(
                    id: node.id, kind: node.kind, name: node.name, aliases: node.aliases,
                    subtype: node.subtype,
                    attributes: node.attributes,
                    isSource: slot.visible == nil ? nodes[slot.kept].isSource : node.isSource)
            } catch {
                throw ResolutionError(
                    .takenID, "a node `\(node.id)` is there besides the one that was merged")
            }
        }
    }

    private static func append(
        _ slots: [Slot], of merged: Graph, aside: Graph, to graph: inout Graph
    ) throws(GraphError) {
        let fromMerged = NodeTranslation(from: merged, to: graph)
        let fromAside = NodeTranslation(from: aside, to: graph)
        for slot in slots {
            if let position = slot.visible {
                try graph.append(merged[EdgeIndex(position)], fromMerged)
            } else {
                try graph.append(aside[EdgeIndex(slot.kept)], fromAside)
            }
        }
    }

    // MARK: - Changes since

    /// What a node was made of, with what was changed of it since.
    private static func withChanges(to node: Node, _ kept: [MergedNodes.KeptNode]) -> [MergedNodes.KeptNode] {
        var kept = kept
        guard let own = kept.firstIndex(where: { $0.id == node.id }) else { return kept }
        let expected = CombinedNode(kept, keeping: node.id)
        var value = kept[own].value
        if node.name != expected.name { value["name"] = .string(node.name) }
        if node.subtype != expected.subtype { value["subtype"] = node.subtype.map { .string($0) } }
        if node.aliases != expected.aliases {
            var aliases = CombinedNode.aliases(value).filter { node.aliases.contains($0) }
            aliases += node.aliases.filter { !expected.aliases.contains($0) && !aliases.contains($0) }
            value["aliases"] = aliases.isEmpty ? nil : .list(aliases.map { .string($0) })
        }
        var now = node.attributes
        (now[MergedNodes.nodesKey], now[MergedNodes.edgesKey]) = (nil, nil)
        let changed = Self.changes(from: expected.attributes, to: now)
        if !changed.isEmpty { value.changeAttributes(changed) }
        kept[own].value = value
        return kept
    }

    /// What an edge was made of, with what was changed of it since.
    private static func withChanges(
        to edge: Attributes, _ kept: [MergedNodes.KeptEdge], _ keptIDOf: [String: String]
    ) -> [MergedNodes.KeptEdge] {
        var kept = kept
        let renamed = kept.map { EdgeValue.renamed($0.value, keptIDOf) }
        var expectedAttributes: Attributes = [:]
        var expectedClaims: Set<AttributeValue> = []
        for value in renamed {
            if case .object(let attributes)? = value["attributes"] { expectedAttributes.merge(attributes) }
            expectedClaims.formUnion(EdgeValue.claims(value))
        }
        var now: Attributes = [:]
        if case .object(let attributes)? = edge["attributes"] { now = attributes }
        now[MergedNodes.edgesKey] = nil
        expectedAttributes[MergedNodes.edgesKey] = nil
        let changed = Self.changes(from: expectedAttributes, to: now)
        if !changed.isEmpty { kept[0].value.changeAttributes(changed) }
        let more = EdgeValue.claims(edge).filter { !expectedClaims.contains($0) }
        if !more.isEmpty { kept[0].value["claims"] = .list(EdgeValue.claims(kept[0].value) + more) }
        return kept
    }

    /// The names whose values differ, with the new ones; nil where there is none any more.
    private static func changes(from old: Attributes, to new: Attributes) -> [(
        name: String, value: AttributeValue?
    )] {
        var changes: [(name: String, value: AttributeValue?)] = []
        for (name, value) in new where old[name] != value { changes.append((name, value)) }
        for (name, _) in old where new[name] == nil { changes.append((name, nil)) }
        return changes
    }
}

extension Attributes {
    /// Changes the member `attributes` of a node's or an edge's value.
    fileprivate mutating func changeAttributes(_ changes: [(name: String, value: AttributeValue?)]) {
        var attributes: Attributes = [:]
        if case .object(let own)? = self["attributes"] { attributes = own }
        for (name, value) in changes { attributes[name] = value }
        self["attributes"] = attributes.isEmpty ? nil : .object(attributes)
    }
}
