extension Graph {
    /// Links two nodes by a relation whose ends the compiler checks.
    ///
    /// ```swift
    /// graph.link(afghanistan, .hosts, ttp)
    /// graph.link(afghanistan, .hosts, ttp, claim: Claim(by: author, in: article, locator: .line(12)))
    /// ```
    ///
    /// If an edge of the same source, relation, target and validity is there (of a symmetric relation also the
    /// other way round), the claim and the attributes go to it. A new edge is made if there is none, or if an
    /// attribute has another value there; linking once more with the very attributes of that new edge finds it.
    ///
    /// - Parameters:
    ///   - source: where the link starts.
    ///   - relation: what the link means.
    ///   - target: where it leads.
    ///   - valid: when the link holds; nil if that is not known.
    ///   - attributes: whatever else is known of the link.
    ///   - claim: who says so.
    /// - Returns: the edge.
    /// - Complexity: expected constant.
    /// - Precondition: the nodes, also those that the claim names, are of this graph. Its ontology has the
    ///   relation and, where it is not the built-in one, allows these ends.
    @discardableResult
    @inlinable
    public mutating func link<Source, Target>(
        _ source: Source, _ relation: Relation<Source, Target>, _ target: Target, valid: EDTFDate? = nil,
        attributes: Attributes = Attributes(), claim: Claim? = nil
    ) -> EdgeIndex {
        // Inlined into the client, so that neither existential ends nor an absent claim cost anything there.
        let edge = linkTyped(
            from: relation.source(source), relation.builtin, relation.name, to: relation.target(target),
            valid: valid, attributes: attributes)
        if let claim { addClaim(claim, to: edge) }
        return edge
    }

    /// Links two nodes whose kinds the compiler checked against the built-in ontology.
    @usableFromInline
    mutating func linkTyped(
        from: NodeIndex, _ builtin: RelationID?, _ name: String, to: NodeIndex, valid: EDTFDate?,
        attributes: Attributes
    ) -> EdgeIndex {
        guard let relation = relationID(builtin, name) else {
            preconditionFailure("the ontology `\(ontology.name)` has no relation `\(name)`")
        }
        precondition(
            from.position < nodeCount && to.position < nodeCount,
            "a reference to a node of another graph")
        if builtin == nil || ontology.base != .builtin {
            // The compiler knows the built-in ontology only: another may give a relation other ends.
            do { try checkEnds(from, relation, to) } catch { preconditionFailure(error.description) }
        }
        let validity = if let valid { validityNumber(RecordedDate(date: valid)) } else { UInt32(0) }
        return mergedEdge(from: from, relation: relation, to: to, validity: validity, attributes: attributes)
    }

    /// Links two nodes by the name of a relation; the ontology's table is checked at run time.
    ///
    /// - Parameters:
    ///   - source: where the link starts.
    ///   - relation: the name of a relation, or another spelling of it.
    ///   - target: where it leads.
    ///   - valid: when the link holds; nil if that is not known.
    ///   - attributes: whatever else is known of the link.
    ///   - claim: who says so.
    /// - Throws: ``GraphError`` if the relation is unknown, does not fit the ends, or a node is not in the graph.
    /// - Returns: the edge, an existing one under the rule of ``link(_:_:_:valid:attributes:claim:)``.
    @discardableResult
    public mutating func link(
        _ source: some NodeReference, relation: String, _ target: some NodeReference, valid: EDTFDate? = nil,
        attributes: Attributes = [:], claim: Claim? = nil
    ) throws(GraphError) -> EdgeIndex {
        guard let id = ontology.relation(named: relation) else {
            throw GraphError(
                .unknownRelation, "no relation `\(relation)` in the ontology",
                suggestion: ontology.nearestRelationName(to: relation).map { "did you mean `\($0)`?" })
        }
        return try link(
            from: source.index, id, to: target.index, valid: valid.map { RecordedDate(date: $0) },
            attributes: attributes, claims: claim.map { [$0] } ?? [])
    }

    /// Links two nodes by indices; the ontology's table is checked at run time.
    ///
    /// - Parameters:
    ///   - source: where the link starts.
    ///   - relation: what the link means.
    ///   - target: where it leads.
    ///   - id: an identifier of the edge's own. An edge that has one is merged with no other.
    ///   - valid: when the link holds; nil if that is not known.
    ///   - attributes: whatever else is known of the link.
    ///   - claims: who says so.
    ///   - isParallel: whether to add an edge beside one that has the same key, rather than merge with it.
    /// - Throws: ``GraphError`` if the relation is unknown or does not fit the ends, a node is not in the graph,
    ///   or the edge's identifier is empty or taken. The graph is then as it was.
    /// - Returns: the edge, an existing one under the rule of ``link(_:_:_:valid:attributes:claim:)``.
    @discardableResult
    public mutating func link(
        from source: NodeIndex, _ relation: RelationID, to target: NodeIndex, id: String? = nil,
        valid: RecordedDate? = nil, attributes: Attributes = [:], claims: [Claim] = [],
        isParallel: Bool = false
    ) throws(GraphError) -> EdgeIndex {
        try checkEnds(source, relation, target)
        // A loop, because a closure over the graph would copy it, which costs more than the link.
        for claim in claims where !areNodesHere(of: claim) {
            throw GraphError(.noSuchNode, "a claim names a node that is not in this graph")
        }
        guard edgeCount < Int(UInt32.max) - 1 else {
            throw GraphError(.tooLarge, "more than 2^32 - 2 edges")
        }
        let edge: EdgeIndex
        if let id {
            guard !id.isEmpty else { throw GraphError(.emptyID, "an edge's own identifier is empty") }
            guard edgeColumns.edgeOfID[id] == nil else {
                throw GraphError(.duplicateID, "an edge `\(id)` is already there")
            }
            edge = appendEdge(from: source, relation: relation, to: target, valid: valid)
            if !attributes.isEmpty { edgeColumns.attributes[edge.rawValue] = attributes }
            edgeColumns.ids[edge.rawValue] = id
            edgeColumns.edgeOfID[id] = edge.rawValue
        } else if isParallel {
            edge = appendEdge(from: source, relation: relation, to: target, valid: valid)
            if !attributes.isEmpty { edgeColumns.attributes[edge.rawValue] = attributes }
        } else {
            edge = mergedEdge(
                from: source, relation: relation, to: target, validity: valid.map { validityNumber($0) } ?? 0,
                attributes: attributes)
        }
        for claim in claims { claimLists.append(claim, to: edge.position) }
        return edge
    }

    /// Adds a claim to an edge.
    ///
    /// - Complexity: constant, amortised.
    /// - Precondition: the edge and the nodes that the claim names are of this graph.
    public mutating func addClaim(_ claim: Claim, to edge: EdgeIndex) {
        precondition(edge.position < edgeCount, "an edge of another graph")
        precondition(areNodesHere(of: claim), "a claim names a node of another graph")
        claimLists.append(claim, to: edge.position)
    }

    /// Whether the relation may link these nodes.
    ///
    /// - Throws: ``GraphError`` that says which end does not fit and what would, or that the graph has no such
    ///   node or the ontology no such relation.
    public func checkEnds(
        _ source: NodeIndex, _ relation: RelationID, _ target: NodeIndex
    ) throws(GraphError) {
        guard source.position < nodeCount, target.position < nodeCount else {
            throw GraphError(.noSuchNode, "a reference to a node that is not in this graph")
        }
        guard ontology.has(relation) else {
            throw GraphError(.unknownRelation, "the ontology has no relation number \(relation.rawValue)")
        }
        let kinds = (nodeColumns.kinds[source.position], nodeColumns.kinds[target.position])
        if !ontology.domain(of: relation).contains(kinds.0) {
            throw endError(.wrongSource, relation, kinds, end: "start at", kind: kinds.0)
        }
        if !ontology.range(of: relation).contains(kinds.1) {
            throw endError(.wrongTarget, relation, kinds, end: "lead to", kind: kinds.1)
        }
    }

    private func endError(
        _ code: GraphError.Code, _ relation: RelationID, _ kinds: (KindID, KindID), end: String, kind: KindID
    ) -> GraphError {
        let definition = ontology[relation]
        let fitting = ontology.relations(from: kinds.0, to: kinds.1).map { ontology[$0] }
        let alike = fitting.filter { $0.group == definition.group && $0.name != "relatedTo" }
        let names = (alike.isEmpty ? fitting : alike).prefix(3).map { "`\($0.name)`" }
        var suggestion = "`\(definition.name)` is \(ontology.signature(of: relation))"
        if ontology.allows(kinds.1, relation, kinds.0) {
            suggestion += "; the other way round it fits"
        } else if !names.isEmpty {
            let pair = "\(ontology[kinds.0].name) -> \(ontology[kinds.1].name)"
            suggestion += "; for \(pair) there is \(names.joined(separator: ", "))"
        }
        return GraphError(
            code, "`\(definition.name)` can't \(end) a node of kind \(ontology[kind].name)",
            suggestion: suggestion)
    }
}
