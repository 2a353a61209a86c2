extension Graph {
    /// The graph reduced to its parts: nodes and edges in their order, with the claims that count.
    ///
    /// Parties of claims stay as nodes where these are kept, and become names where they are not. Edges keep
    /// the identifiers they were given; counted ones are counted anew.
    ///
    /// - Complexity: linear in nodes, edges and claims.
    public func subgraph(_ parts: SelectedParts) -> Graph {
        guard !parts.isEverything else { return self }
        var result = Graph(title: title, ontology: ontology)
        result.attributes = attributes
        var positions = [NodeIndex?](repeating: nil, count: nodeCount)
        result.nodeColumns.clientTypes = nodeColumns.clientTypes
        for node in (0..<nodeCount).lazy.map({ NodeIndex($0) }) where parts.includes(node) {
            positions[node.position] = result.appendNode(node, of: self)
        }
        let moved = { (party: Party?) -> Party? in
            guard case .node(let node) = party else { return party }
            return positions[node.position].map { .node($0) } ?? .named(self.name(of: node))
        }
        for edge in edges where parts.includes(edge.index, of: self) {
            guard let from = positions[edge.source.position], let to = positions[edge.target.position] else {
                continue
            }
            let copy = result.appendEdge(from: from, relation: edge.relation, to: to, valid: edge.valid)
            if !edge.attributes.isEmpty { result.edgeColumns.attributes[copy.rawValue] = edge.attributes }
            if edge.hasOwnID {
                result.edgeColumns.ids[copy.rawValue] = edge.id
                result.edgeColumns.edgeOfID[edge.id] = copy.rawValue
            }
            for claim in parts.claims(of: edge.index, in: self) {
                var claim = claim
                claim.claimant = moved(claim.claimant)
                claim.via = moved(claim.via)
                claim.source = moved(claim.source)
                result.claimLists.append(claim, to: copy.position)
            }
        }
        return result
    }
}
