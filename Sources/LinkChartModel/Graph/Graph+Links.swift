extension Graph {
    /// Links two nodes by a relation whose ends the compiler checks.
    ///
    /// If an edge of the same source, relation, target and validity is there (of a symmetric relation also the
    /// other way round), the claim and the attributes go to it; a new edge is made if there is none, or if an
    /// attribute has another value there.
    ///
    /// - Parameters:
    ///   - valid: when the link holds; nil if that is not known.
    ///   - claim: who says so.
    /// - Returns: the edge.
    /// - Complexity: expected constant.
    /// - Precondition: the nodes are of this graph, and its ontology has the relation.
    @discardableResult
    public mutating func link<Source, Target>(
        _ source: Source, _ relation: Relation<Source, Target>, _ target: Target, valid: EDTFDate? = nil,
        attributes: Attributes = [:], claim: Claim? = nil
    ) -> EdgeIndex {
        guard let id = relationID(of: relation) else {
            preconditionFailure("the ontology `\(ontology.name)` has no relation `\(relation.name)`")
        }
        let from = relation.source(source)
        let to = relation.target(target)
        precondition(
            from.position < nodeCount && to.position < nodeCount,
            "a reference to a node of another graph")
        let edge = mergedEdge(
            from: from, relation: id, to: to, valid: valid.map { RecordedDate(date: $0) },
            attributes: attributes)
        if let claim { claimLists.append(claim, to: edge.position) }
        return edge
    }

    /// Links two nodes by the name of a relation; the ontology's table is checked at run time.
    ///
    /// - Throws: ``GraphError`` if the relation is unknown, does not fit the ends, or an end is not in the graph.
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

    /// Links two nodes by identifiers; the ontology's table is checked at run time.
    ///
    /// - Parameters:
    ///   - id: an identifier of the edge's own. An edge that has one is merged with no other.
    ///   - isParallel: whether to add an edge beside one that has the same key, rather than merge with it.
    /// - Throws: ``GraphError`` if the relation does not fit the ends, an end is not in the graph, or the
    ///   edge's identifier is taken.
    /// - Returns: the edge, an existing one under the rule of ``link(_:_:_:valid:attributes:claim:)``.
    @discardableResult
    public mutating func link(
        from source: NodeIndex, _ relation: RelationID, to target: NodeIndex, id: String? = nil,
        valid: RecordedDate? = nil, attributes: Attributes = [:], claims: [Claim] = [],
        isParallel: Bool = false
    ) throws(GraphError) -> EdgeIndex {
        try checkEnds(source, relation, target)
        guard edgeCount < Int(UInt32.max) - 1 else {
            throw GraphError(.tooLarge, "more than 2^32 - 2 edges")
        }
        let edge: EdgeIndex
        if let id {
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
                from: source, relation: relation, to: target, valid: valid, attributes: attributes)
        }
        for claim in claims { claimLists.append(claim, to: edge.position) }
        return edge
    }

    /// Adds a claim to an edge.
    public mutating func addClaim(_ claim: Claim, to edge: EdgeIndex) {
        precondition(edge.position < edgeCount, "an edge of another graph")
        claimLists.append(claim, to: edge.position)
    }

    /// Whether the relation may link these nodes.
    ///
    /// - Throws: ``GraphError`` that says which end does not fit and what would.
    public func checkEnds(
        _ source: NodeIndex, _ relation: RelationID, _ target: NodeIndex
    ) throws(GraphError) {
        guard source.position < nodeCount, target.position < nodeCount else {
            throw GraphError(.noSuchNode, "a reference to a node that is not in this graph")
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

    // MARK: - Inside

    /// The identifier that a typed relation has in this graph's ontology.
    func relationID<Source, Target>(of relation: Relation<Source, Target>) -> RelationID? {
        if let builtin = relation.builtin, ontology.base != .replacement { return builtin }
        return ontology.relation(named: relation.name)
    }

    private mutating func mergedEdge(
        from source: NodeIndex, relation: RelationID, to target: NodeIndex, valid: RecordedDate?,
        attributes: Attributes
    ) -> EdgeIndex {
        let validity = validityNumber(valid)
        if edgeKeys.covered < edgeCount { enterUncoveredEdges() }
        let symmetric = ontology.storage.isSymmetric
        let wanted = EdgeKeyIndex.Key(
            source: source.rawValue, relation: relation, target: target.rawValue, validity: validity,
            isSymmetric: symmetric[Int(relation.rawValue)])
        let found = edgeKeys.findOrEnter(
            wanted, edge: edgeCount, columns: edgeColumns, symmetric: symmetric)
        if let found {
            guard !attributes.isEmpty else { return EdgeIndex(found) }
            var merged = self.attributes(ofEdge: found)
            if merged.merge(attributes).isEmpty {
                edgeColumns.attributes[UInt32(found)] = merged
                return EdgeIndex(found)
            }
        }
        appendColumns(source: source.rawValue, relation, target: target.rawValue, validity)
        edgeKeys.cover(edgeCount)
        if !attributes.isEmpty { edgeColumns.attributes[UInt32(edgeCount - 1)] = attributes }
        return EdgeIndex(edgeCount - 1)
    }

    /// Adds an edge beside whatever edges there are.
    mutating func appendEdge(
        from source: NodeIndex, relation: RelationID, to target: NodeIndex, valid: RecordedDate?
    ) -> EdgeIndex {
        let validity = validityNumber(valid)
        appendColumns(source: source.rawValue, relation, target: target.rawValue, validity)
        return EdgeIndex(edgeCount - 1)
    }

    private mutating func appendColumns(
        source: UInt32, _ relation: RelationID, target: UInt32, _ validity: UInt32
    ) {
        edgeColumns.sources.append(source)
        edgeColumns.targets.append(target)
        edgeColumns.relations.append(relation)
        if validity != 0 || !edgeColumns.validityNumbers.isEmpty {
            let missing = edgeCount - 1 - edgeColumns.validityNumbers.count
            if missing > 0 {
                edgeColumns.validityNumbers.append(contentsOf: repeatElement(0, count: missing))
            }
            edgeColumns.validityNumbers.append(validity)
        }
    }

    private mutating func validityNumber(_ valid: RecordedDate?) -> UInt32 {
        guard let valid else { return 0 }
        if let number = edgeColumns.validityNumberOf[valid] { return number }
        edgeColumns.validities.append(valid)
        let number = UInt32(edgeColumns.validities.count)
        edgeColumns.validityNumberOf[valid] = number
        return number
    }

    private mutating func enterUncoveredEdges() {
        let symmetric = ontology.storage.isSymmetric
        for edge in edgeKeys.covered..<edgeCount {
            // Edges with identifiers of their own are merged with no other.
            guard edgeColumns.ids.isEmpty || edgeColumns.ids[UInt32(edge)] == nil else { continue }
            _ = edgeKeys.findOrEnter(
                edgeColumns.key(of: edge, symmetric), edge: edge, columns: edgeColumns,
                symmetric: symmetric)
        }
        edgeKeys.cover(edgeCount)
    }
}

extension EdgeColumns {
    @inline(__always)
    func key(of edge: Int, _ symmetric: borrowing [Bool]) -> EdgeKeyIndex.Key {
        EdgeKeyIndex.Key(
            source: sources[edge], relation: relations[edge], target: targets[edge],
            validity: validityNumbers.isEmpty || edge >= validityNumbers.count ? 0 : validityNumbers[edge],
            isSymmetric: symmetric[Int(relations[edge].rawValue)])
    }
}
