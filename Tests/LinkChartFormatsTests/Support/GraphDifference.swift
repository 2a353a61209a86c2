import LinkChartModel

/// What two graphs differ in, in a sentence; nil if they are equal.
///
/// Nodes are compared by their order with sources first, which is the order that the native format keeps; the
/// remarks of dates, which are about how a text was read, are not compared.
func difference(_ a: Graph, _ b: Graph) -> String? {
    if a.title != b.title { return "title \(a.title) | \(b.title)" }
    if a.attributes != b.attributes { return "attributes \(a.attributes) | \(b.attributes)" }
    if a.ontology != b.ontology { return "ontology \(a.ontology.name) | \(b.ontology.name)" }
    guard a.nodeCount == b.nodeCount, a.edgeCount == b.edgeCount, a.claimCount == b.claimCount else {
        return
            "counts \(a.nodeCount) \(a.edgeCount) \(a.claimCount) | \(b.nodeCount) \(b.edgeCount) \(b.claimCount)"
    }
    let order = { (graph: Graph) in graph.nodes.filter(\.isSource) + graph.nodes.filter { !$0.isSource } }
    for (x, y) in zip(order(a), order(b)) where describe(x) != describe(y) {
        return "node\n\(describe(x))\n\(describe(y))"
    }
    for (x, y) in zip(a.edges, b.edges) where describe(x, in: a) != describe(y, in: b) {
        return "edge\n\(describe(x, in: a))\n\(describe(y, in: b))"
    }
    return nil
}

private func describe(_ node: Node) -> String {
    let details = "\(node.aliases) \(String(describing: node.subtype)) \(node.attributes) \(node.isSource)"
    return "\(node.id.debugDescription) \(node.name.debugDescription) \(node.kindName) \(details)"
}

private func describe(_ edge: Edge, in graph: Graph) -> String {
    let ends =
        "\(graph.id(of: edge.source).debugDescription) \(edge.definition.name) \(graph.id(of: edge.target).debugDescription)"
    let claims = edge.claims.map { claim in
        [
            describe(claim.claimant, in: graph), describe(claim.via, in: graph),
            describe(claim.source, in: graph),
            "\(String(describing: claim.locator?.text)) \(String(describing: claim.statement))",
            describe(claim.date),
            "\(claim.modality) \(String(describing: claim.confidence?.value))",
            "\(String(describing: claim.reliability)) \(String(describing: claim.credibility)) \(claim.attributes)",
        ].joined(separator: " ")
    }
    return "\(edge.id) \(edge.hasOwnID) \(ends) \(describe(edge.valid)) \(edge.attributes) \(claims)"
}

private func describe(_ date: RecordedDate?) -> String {
    "\(String(describing: date?.raw)) \(date?.date?.description ?? "-")"
}

private func describe(_ party: Party?, in graph: Graph) -> String {
    switch party {
    case .node(let node): "node \(graph.id(of: node).debugDescription)"
    case .named(let name): "named \(name.debugDescription)"
    case nil: "-"
    }
}
