public import LinkChartModel

/// A graph in which nodes were merged or split, and what was done.
public struct MergedGraph: Sendable {
    /// The graph.
    public var graph: Graph
    /// What is one node now: its identifier, and those of what it was made of besides itself.
    public var merged: [(kept: String, others: [String])] = []
    /// What was split: the identifier of the merged node, and those of what it was made of besides itself.
    public var split: [(kept: String, others: [String])] = []
    /// What could not be merged, and why.
    public var refused: [(ids: [String], reason: String)] = []
    /// In how many attributes merged nodes differed; the kept one's value counts, the others stay in `mergedNodes`.
    public var conflicts = 0
}

extension Graph {
    /// The graph with each group of nodes as one, from which ``splitting(_:)`` makes the groups again.
    ///
    /// The node that most edges and claims name stays; it gets the others' names as aliases, the attributes that it has
    /// not, and all originals in its attribute `mergedNodes`. Edges and claims name it in place of the others. Edges that
    /// now state the same fact (same ends, relation and validity, and no attribute that differs) become one with the
    /// claims of all; every edge that changed keeps what it was in its attribute `mergedEdges`. Edges between nodes of a
    /// group, `sameAs` among them, go to the attribute `mergedEdges` of the node. Nodes that were merged before stay so.
    ///
    /// Sources come first in the result, as in the native format.
    ///
    /// - Parameter groups: two nodes or more each; groups that share a node are one.
    /// - Throws: ``ResolutionError`` if what was merged before is damaged.
    /// - Complexity: linear in the size of the graph.
    public func merging(_ groups: [[NodeIndex]]) throws(ResolutionError) -> MergedGraph {
        let unmerged = try UnmergedGraph(self)
        var union = NodeGroups()
        for group in unmerged.groups { for node in group.dropFirst() { _ = union.join(group[0], node) } }
        let before = Set(union.groups)
        for group in groups {
            let members = group.compactMap { unmerged.graph.node(id: id(of: $0)) }
            for node in members.dropFirst() { _ = union.join(members[0], node) }
        }
        guard Set(union.groups) != before else { return MergedGraph(graph: self) }
        var merger = NodeMerger(unmerged.graph, groups: union.groups)
        let refused = merger.refused
        if !refused.isEmpty {
            // What can't be joined to a merged node must not split it.
            let lost = before.filter { old in refused.contains { $0.group.contains(old[0]) } }
            merger = NodeMerger(unmerged.graph, groups: (merger.groups + lost).sorted { $0[0] < $1[0] })
        }
        var result = MergedGraph(graph: try merger.merge())
        result.report(merger, on: unmerged.graph, leavingOut: before)
        result.refused = refused.map { ($0.group.map { unmerged.graph.id(of: $0) }, $0.reason) }
        return result
    }

    /// The graph with merged nodes split again, exactly as they were; what was changed since stays with the node that
    /// was kept.
    ///
    /// - Parameter ids: merged nodes to be split, or nodes that were merged into one to be split off; nil for all.
    /// - Throws: ``ResolutionError`` if a node was not merged, or what is kept of it is damaged.
    /// - Complexity: linear in the size of the graph.
    public func splitting(_ ids: [String]? = nil) throws(ResolutionError) -> MergedGraph {
        let unmerged = try UnmergedGraph(self)
        let merged = mergedNodes
        var result = MergedGraph(graph: unmerged.graph)
        let wanted = Set(ids ?? merged.map { id(of: $0.node) })
        let known = Set(merged.flatMap(\.members))
        for id in ids ?? [] where !known.contains(id) {
            throw ResolutionError(.notMerged, "`\(id)` was not merged")
        }
        var staying: [[NodeIndex]] = []
        for (node, members) in merged {
            let kept = id(of: node)
            let rest = wanted.contains(kept) ? [] : members.filter { !wanted.contains($0) }
            let off = members.filter { !rest.contains($0) && $0 != kept }
            if !off.isEmpty { result.split.append((kept, off)) }
            if rest.count > 1 { staying.append(rest.compactMap { unmerged.graph.node(id: $0) }) }
        }
        guard !staying.isEmpty else { return result }
        var merger = NodeMerger(unmerged.graph, groups: staying.map { $0.sorted() }.sorted { $0[0] < $1[0] })
        result.graph = try merger.merge()
        return result
    }
}

extension MergedGraph {
    fileprivate mutating func report(
        _ merger: NodeMerger, on full: Graph, leavingOut before: Set<[NodeIndex]>
    ) {
        for one in merger.mergers where !before.contains(one.members) {
            merged.append(
                (full.id(of: one.kept), one.members.filter { $0 != one.kept }.map { full.id(of: $0) }))
            conflicts += one.conflicts.count
        }
    }
}
