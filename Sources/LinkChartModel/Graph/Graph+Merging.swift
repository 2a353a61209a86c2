extension Graph {
    /// The identifier that a typed relation has in this graph's ontology.
    func relationID(_ builtin: RelationID?, _ name: String) -> RelationID? {
        if let builtin, ontology.base != .replacement { return builtin }
        return ontology.relation(named: name)
    }

    /// Whether every node that a claim names is in this graph.
    func areNodesHere(of claim: Claim) -> Bool {
        isHere(claim.claimant) && isHere(claim.via) && isHere(claim.source)
    }

    @inline(__always)
    private func isHere(_ party: Party?) -> Bool {
        if case .node(let node)? = party { node.position < nodeCount } else { true }
    }

    /// The edge of this key whose attributes do not contradict these, made if there is none.
    mutating func mergedEdge(
        from source: NodeIndex, relation: RelationID, to target: NodeIndex, validity: UInt32,
        attributes: Attributes
    ) -> EdgeIndex {
        let key = EdgeKey(
            source: source.rawValue, relation: relation, target: target.rawValue,
            validity: edgeColumns.sameDate(validity), isSymmetric: ontology.isSymmetric(relation))
        if edgeKeys.covered < edgeCount { enterUncoveredEdges() }
        let new = edgeCount
        if let found = findOrEnter(key, edge: new) {
            if attributes.isEmpty || merge(attributes, into: found) { return EdgeIndex(found) }
            let parallel = ParallelEdge(key: key, attributes: attributes)
            // What was said of that edge since may contradict, so its attributes are looked at again.
            if let other = edgeColumns.parallels[parallel], merge(attributes, into: Int(other)) {
                return EdgeIndex(rawValue: other)
            }
            edgeColumns.parallels[parallel] = UInt32(new)
        }
        appendColumns(source: source.rawValue, relation, target: target.rawValue, validity)
        edgeKeys.covered = edgeCount
        if !attributes.isEmpty { edgeColumns.attributes[UInt32(new)] = attributes }
        return EdgeIndex(new)
    }

    /// Adds an edge beside whatever edges there are.
    mutating func appendEdge(
        from source: NodeIndex, relation: RelationID, to target: NodeIndex, valid: RecordedDate?
    ) -> EdgeIndex {
        let validity = valid.map { validityNumber($0) } ?? 0
        appendColumns(source: source.rawValue, relation, target: target.rawValue, validity)
        return EdgeIndex(edgeCount - 1)
    }

    /// The first edge of a key, or nil if there is none; then `edge` is entered as it.
    private mutating func findOrEnter(_ key: EdgeKey, edge: Int) -> Int? {
        edgeKeys.slots.reserve(1)
        var probe = edgeKeys.slots.probe(key.hash)
        while let candidate = edgeKeys.slots.next(&probe) {
            if edgeColumns.edge(candidate, has: key) { return candidate }
        }
        edgeKeys.slots.enter(edge, at: probe)
        return nil
    }

    /// Adds attributes to an edge, unless one of them has another value there.
    private mutating func merge(_ attributes: Attributes, into edge: Int) -> Bool {
        var merged = self.attributes(ofEdge: edge)
        guard merged.merge(attributes).isEmpty else { return false }
        edgeColumns.attributes[UInt32(edge)] = merged
        return true
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

    /// The number that stands for a validity in the columns.
    mutating func validityNumber(_ valid: RecordedDate) -> UInt32 {
        if let number = edgeColumns.validityNumberOf[valid] { return number }
        edgeColumns.validities.append(valid)
        let number = UInt32(edgeColumns.validities.count)
        edgeColumns.validityNumberOf[valid] = number
        var same = number
        if let date = valid.date {
            same = edgeColumns.numberOfDate[date] ?? number
            edgeColumns.numberOfDate[date] = same
        }
        edgeColumns.sameDates.append(same)
        return number
    }

    private mutating func enterUncoveredEdges() {
        edgeKeys.slots.reserve(edgeCount - edgeKeys.covered)
        for edge in edgeKeys.covered..<edgeCount {
            // Edges with identifiers of their own are merged with no other.
            guard edgeColumns.ids[UInt32(edge)] == nil else { continue }
            let relation = edgeColumns.relations[edge]
            let key = EdgeKey(
                source: edgeColumns.sources[edge], relation: relation, target: edgeColumns.targets[edge],
                validity: edgeColumns.sameDate(edgeColumns.validityNumber(edge)),
                isSymmetric: ontology.isSymmetric(relation))
            _ = findOrEnter(key, edge: edge)
        }
        edgeKeys.covered = edgeCount
    }
}
