internal import LinkChartModel

/// What a format without kinds and relations says of a node or an edge: names with values, in their order.
///
/// A kind or a relation is taken from `kind` or `relation`, else from `type` or `label` if the ontology has it; other
/// nodes are of kind Entity, other edges `relatedTo`, with what the input says kept as attributes. What
/// ``UntypedForm`` makes of a graph reads back as the same graph.
extension GraphBuilder {
    /// Adds a node.
    ///
    /// - Parameters:
    ///   - id: its identifier.
    ///   - label: what the format itself calls it; nil if it has no such thing.
    ///   - attributes: what else is said.
    ///   - range: its place.
    @discardableResult
    mutating func addUntypedNode(
        id: String, label: String? = nil, _ attributes: Attributes, at range: SourceRange?
    ) -> NodeIndex? {
        count(nodes: 1)
        var rest = attributes
        guard let kind = takeKind(from: &rest) ?? graph.ontology.kind(named: "Entity") else {
            rejectedNodes.insert(id)
            report(.unknownKind, "the node `\(id)` has no kind of the ontology", at: range)
            reportSkipped("node without a kind", id, at: range)
            return nil
        }
        var record = NodeRecord(id: id, kind: kind)
        record.name = rest.takeText("name") ?? label ?? rest.takeText("label")
        if let label, let name = record.name, label != name, label != id { record.aliases.append(label) }
        record.aliases += takeNames("aliases", from: &rest)
        record.subtype = rest.takeText("subtype")
        if case .bool(let isSource)? = rest["isSource"] {
            record.isSource = isSource
            rest["isSource"] = nil
        } else if rest["isSource"] == .string("true") {
            record.isSource = true
            rest["isSource"] = nil
        }
        takeNested(from: &rest)
        record.attributes = rest
        return addNode(record, at: range)
    }

    /// Adds an edge between two nodes, which are made if no input defines them.
    ///
    /// - Parameters:
    ///   - id: an identifier of its own; nil if it has none.
    ///   - ends: the identifiers of its nodes.
    ///   - label: what the format itself calls it.
    ///   - attributes: what else is said.
    ///   - isParallel: whether the format keeps parallel edges apart.
    ///   - places: where it stands.
    @discardableResult
    mutating func addUntypedEdge(
        id: String? = nil, from ends: (source: String, target: String), label: String? = nil,
        _ attributes: Attributes, isParallel: Bool = true, at places: EdgePlaces
    ) -> EdgeIndex? {
        count(edges: 1)
        guard let source = untypedEnd(ends.source, at: places.source ?? places.edge),
            let target = untypedEnd(ends.target, at: places.target ?? places.edge)
        else {
            reportSkipped("edge with an error", "\(ends.source) \(ends.target)", at: places.edge)
            return nil
        }
        var rest = attributes
        if let label { rest.prependIfAbsent("label", .string(label)) }
        guard
            let relation = takeRelation(from: &rest, source, target)
                ?? graph.ontology.relation(named: "relatedTo")
        else {
            report(
                .unknownRelation, "the edge has no relation of the ontology", at: places.edge,
                suggestion: "give it an attribute `relation`")
            reportSkipped("edge with an error", "\(ends.source) \(ends.target)", at: places.edge)
            return nil
        }
        var record = EdgeRecord(from: source, relation, to: target)
        record.isParallel = isParallel
        // What only tells edges apart is no identifier that two may share.
        if let id, !id.isEmpty, graph.edge(id: id).map({ graph[$0].hasOwnID }) != true { record.id = id }
        if let valid = rest.takeText("valid") { record.valid = date(valid, at: places.edge) }
        record.claims = takeClaims(from: &rest)
        takeNested(from: &rest)
        record.attributes = rest
        count(claims: record.claims.count)
        return addEdge(record, at: places)
    }

    private mutating func untypedEnd(_ id: String, at range: SourceRange?) -> NodeIndex? {
        if let node = graph.node(id: id) { return node }
        if rejectedNodes.contains(id) { return nil }
        guard let entity = graph.ontology.kind(named: "Entity") else { return node(id: id, at: range) }
        report(.missingNode, "`\(id)` is not among the nodes; it was made of kind Entity", at: range)
        return addNode(NodeRecord(id: id, kind: entity), at: range)
    }

    /// The kind that the attributes name; the raw spelling stays where it is not the ontology's own.
    private func takeKind(from attributes: inout Attributes) -> KindID? {
        for name in ["kind", "type", "label"] {
            guard case .string(let raw)? = attributes[name], let kind = graph.ontology.kind(named: raw) else {
                continue
            }
            if raw == graph.ontology[kind].name { attributes[name] = nil }
            return kind
        }
        return nil
    }

    /// The relation that the attributes name and that fits the ends; `relation` itself must fit, and is reported.
    private func takeRelation(
        from attributes: inout Attributes, _ source: NodeIndex, _ target: NodeIndex
    ) -> RelationID? {
        let ontology = graph.ontology
        for name in ["relation", "type", "label"] {
            guard case .string(let raw)? = attributes[name], let relation = ontology.relation(named: raw),
                name == "relation"
                    || ontology.allows(graph.kind(of: source), relation, graph.kind(of: target))
            else { continue }
            if raw == ontology[relation].name { attributes[name] = nil }
            return relation
        }
        return nil
    }

    private func takeNames(_ name: String, from attributes: inout Attributes) -> [String] {
        var value = attributes[name]
        if case .string(let text)? = value { value = CellJSON.value(text) }
        guard case .list(let items)? = value, items.allSatisfy({ $0.string != nil }) else { return [] }
        attributes[name] = nil
        return items.compactMap(\.string)
    }

    /// The claims that stand as JSON under `claims`, in the native form.
    private mutating func takeClaims(from attributes: inout Attributes) -> [Claim] {
        let text: String
        switch attributes["claims"] {
        case .string(let json)?: text = json
        case .list(let items)?:
            var json = JSONWriter(style: .compact)
            json.value(.list(items))
            text = json.text
        default: return []
        }
        let (tree, problems) = JSONParser.parse(MappedFile(copying: text.utf8))
        guard problems.isEmpty, let root = tree.root, tree.kind(root) == .sequence else { return [] }
        attributes["claims"] = nil
        var claims: [Claim] = []
        tree.forEachElement(root) { if let claim = readClaim(tree, $0) { claims.append(claim) } }
        return claims
    }

    /// Puts what stands as a JSON object under `attributes` beside the others.
    private func takeNested(from attributes: inout Attributes) {
        var value = attributes["attributes"]
        if case .string(let text)? = value { value = CellJSON.value(text) }
        guard case .object(let nested)? = value else { return }
        attributes["attributes"] = nil
        attributes.merge(nested)
    }
}

extension Attributes {
    /// Takes out a text; nil if there is none of that name, or something else.
    mutating func takeText(_ name: String) -> String? {
        guard case .string(let text)? = self[name] else { return nil }
        self[name] = nil
        return text
    }

    /// Puts a value before all others if none is so named.
    fileprivate mutating func prependIfAbsent(_ name: String, _ value: AttributeValue) {
        guard self[name] == nil else { return }
        self = Attributes([(name, value)] + map { ($0.name, $0.value) })
    }
}
