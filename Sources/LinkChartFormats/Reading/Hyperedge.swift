internal import LinkChartModel

/// An edge between any number of nodes, which a graph can't hold as an edge.
enum Hyperedge {
    /// One of its ends.
    struct End {
        /// The node's identifier.
        var node: String
        /// `in`: it starts there; `out`: it leads there; anything else: neither.
        var role: String
        var attributes: Attributes = [:]
    }
}

extension GraphBuilder {
    /// Adds a node that stands for a hyperedge, and counts it as normalised.
    ///
    /// - Returns: an edge to each of its ends, to be added when all nodes are known.
    mutating func addHyperedge(_ draft: ElementDraft, ends: [Hyperedge.End]) -> [ElementDraft] {
        var id = draft.id ?? ""
        while id.isEmpty || graph.node(id: id) != nil {
            namedHyperedges += 1
            id = "hyperedge \(namedHyperedges)"
        }
        var attributes = draft.attributes
        if attributes["subtype"] == nil { attributes["subtype"] = "hyperedge" }
        addUntypedNode(id: id, label: draft.label, attributes, at: draft.range)
        reportNormalised(
            "hyperedge", draft.id ?? draft.label ?? "", to: "node `\(id)` with \(ends.count) edges",
            at: draft.range)
        return ends.map { end in
            var edge = ElementDraft(at: draft.range)
            // Along the hyperedge: from where it starts, through its node, to where it leads.
            let isStart = end.role == "in"
            edge.source = isStart ? end.node : id
            edge.target = isStart ? id : end.node
            edge.attributes = end.attributes
            if end.role != "in", end.role != "out" { edge.attributes["directed"] = false }
            return edge
        }
    }
}
