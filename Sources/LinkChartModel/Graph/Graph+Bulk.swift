extension Graph {
    /// Adds many nodes named as an untyped table names them: each string is identifier and name at once.
    ///
    /// - Parameters:
    ///   - ids: distinct identifiers, none of them empty. In a graph without nodes the table is taken over as
    ///     it is, so that the node of number `i` has index `i`.
    ///   - kind: the kind of nodes that are new.
    /// - Returns: the node of each identifier; of one that was there already, that node.
    /// - Throws: ``GraphError`` if the ontology has no such kind or the nodes would be too many.
    /// - Complexity: linear in the number of nodes.
    @discardableResult
    public mutating func addNodes(_ ids: StringTable, kind: KindID) throws(GraphError) -> [UInt32] {
        guard Int(kind.rawValue) < ontology.kinds.count else {
            throw GraphError(.unknownKind, "the ontology has no kind number \(kind.rawValue)")
        }
        guard nodeCount + ids.count < Int(UInt32.max) else {
            throw GraphError(.tooLarge, "more than 2^32 - 1 nodes")
        }
        guard nodeCount == 0 else {
            return (0..<ids.count).map { number in
                ids.withBytes(of: number) { findOrAddNode(id: $0, kind: kind).rawValue }
            }
        }
        nodeColumns.ids = ids
        nodeColumns.nameNumbers = [UInt32](repeating: NodeColumns.sameAsID, count: ids.count)
        nodeColumns.kinds = [KindID](repeating: kind, count: ids.count)
        return Array(0..<UInt32(ids.count))
    }

    /// Gives an edge the attributes that it does not have yet.
    ///
    /// - Returns: those that have another value there, which stays.
    /// - Precondition: the edge is of this graph.
    @discardableResult
    public mutating func mergeAttributes(_ attributes: Attributes, into edge: EdgeIndex) -> Attributes {
        precondition(edge.position < edgeCount, "an edge of another graph")
        guard !attributes.isEmpty else { return [:] }
        var merged = self.attributes(ofEdge: edge.position)
        guard !merged.isEmpty else {
            edgeColumns.attributes[edge.rawValue] = attributes
            return [:]
        }
        let count = merged.count
        let conflicts = merged.merge(attributes)
        if merged.count > count { edgeColumns.attributes[edge.rawValue] = merged }
        if conflicts.isEmpty { return [:] }
        return Attributes(attributes.lazy.filter { conflicts.contains($0.name) }.map { ($0.name, $0.value) })
    }

    /// Appends many edges of one relation as they came: parallel edges stay apart.
    ///
    /// Meant for readers of untyped tables. The ends must be nodes of this graph; the ontology's domain and
    /// range are not checked, so the relation must allow any kinds, as `relatedTo` does.
    ///
    /// - Parameters:
    ///   - sources: indices of the sources, one an edge.
    ///   - targets: indices of the targets, one an edge; as many as `sources`.
    ///   - relation: the relation of all of them.
    /// - Returns: the first of the new edges.
    /// - Throws: ``GraphError`` if the numbers differ, an index is no node, or the edges would be too many.
    /// - Complexity: linear in the number of edges.
    @discardableResult
    public mutating func appendEdges(
        from sources: [UInt32], relation: RelationID, to targets: [UInt32]
    ) throws(GraphError) -> EdgeIndex {
        guard sources.count == targets.count else {
            throw GraphError(.unequalCounts, "\(sources.count) sources, but \(targets.count) targets")
        }
        guard edgeCount + sources.count < Int(UInt32.max) - 1 else {
            throw GraphError(.tooLarge, "more than 2^32 - 2 edges")
        }
        guard ontology.has(relation) else {
            throw GraphError(.unknownRelation, "the ontology has no relation number \(relation.rawValue)")
        }
        guard ontology.domain(of: relation) == .any, ontology.range(of: relation) == .any else {
            throw GraphError(.wrongSource, "`\(ontology[relation].name)` does not link nodes of any kind")
        }
        let largest = max(Self.maximum(sources), Self.maximum(targets))
        guard sources.isEmpty || Int(largest) < nodeCount else {
            throw GraphError(.noSuchNode, "node \(largest) of \(nodeCount)")
        }
        let first = EdgeIndex(edgeCount)
        if edgeCount == 0 {
            edgeColumns.sources = sources
            edgeColumns.targets = targets
        } else {
            edgeColumns.sources.append(contentsOf: sources)
            edgeColumns.targets.append(contentsOf: targets)
        }
        edgeColumns.relations.append(contentsOf: repeatElement(relation, count: sources.count))
        return first
    }

    /// Gives edges a numeric attribute in one step, as a column: eight bytes an edge. What they had under that
    /// name is replaced.
    ///
    /// - Parameters:
    ///   - name: the attribute's name.
    ///   - values: one for each edge from `first` on; NaN where an edge has none.
    ///   - first: the first edge that gets one.
    /// - Complexity: linear in the number of values, and of edges before `first` if these have none yet.
    /// - Precondition: there are as many edges from `first` on as values, or more.
    public mutating func setNumbers(_ name: String, _ values: [Double], from first: EdgeIndex) {
        precondition(first.position + values.count <= edgeCount, "more values than edges")
        for edge in Array(edgeColumns.attributes.positions)
        where edge >= first.rawValue && Int(edge) < first.position + values.count {
            guard var attributes = edgeColumns.attributes[edge], attributes[name] != nil else { continue }
            attributes[name] = nil
            edgeColumns.attributes[edge] = attributes.isEmpty ? nil : attributes
        }
        let position =
            edgeColumns.numeric.firstIndex { $0.name == name }
            ?? {
                edgeColumns.numeric.append(NumericColumn(name: name, values: []))
                return edgeColumns.numeric.count - 1
            }()
        if first.position == 0 && edgeColumns.numeric[position].values.isEmpty {
            edgeColumns.numeric[position].values = values
            return
        }
        let missing = first.position + values.count - edgeColumns.numeric[position].values.count
        if missing > 0 {
            edgeColumns.numeric[position].values.append(contentsOf: repeatElement(.nan, count: missing))
        }
        for (offset, value) in values.enumerated() {
            edgeColumns.numeric[position].values[first.position + offset] = value
        }
    }

    /// The numeric attribute of every edge: NaN where an edge has none or one that is no number.
    ///
    /// - Returns: as many values as there are edges, or nil if no edge has such an attribute.
    /// - Complexity: linear in the number of edges.
    public func numbers(_ name: String) -> [Double]? {
        let column = edgeColumns.numeric.first { $0.name == name }
        var values = column?.values ?? []
        values.append(contentsOf: repeatElement(.nan, count: edgeCount - values.count))
        var isThere = column != nil
        for (edge, attributes) in edgeColumns.attributes {
            guard let value = attributes[name] else { continue }
            isThere = true
            values[Int(edge)] = value.double ?? .nan
        }
        return isThere ? values : nil
    }

    private static func maximum(_ indices: [UInt32]) -> UInt32 {
        indices.withUnsafeBufferPointer { pointer in
            var largest: UInt32 = 0
            for index in pointer where index > largest { largest = index }
            return largest
        }
    }
}
