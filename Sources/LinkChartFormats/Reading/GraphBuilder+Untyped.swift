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
    ///   - repetition: what it means if the same input has used the identifier before.
    @discardableResult
    mutating func addUntypedNode(
        id: String, label: String? = nil, _ attributes: Attributes, at range: SourceRange?,
        repetition: Repetition = .isError
    ) -> NodeIndex? {
        count(nodes: 1)
        var rest = attributes
        let own = takeOwnForm(from: &rest)
        let fileID = id
        let id = own["id"]?.string ?? fileID
        if id != fileID { rename(fileID, to: id) }
        guard let kind = takeKind(from: &rest) ?? graph.ontology.kind(named: "Entity") else {
            rejectedNodes.insert(id)
            report(.unknownKind, "the node `\(id)` has no kind of the ontology", at: range)
            reportSkipped("node without a kind", id, at: range)
            return nil
        }
        var record = NodeRecord(id: id, kind: kind)
        record.name = own["name"]?.string ?? rest.takeText("name")
        if let name = record.name {
            // What stands for a text that the format can't hold says nothing more.
            if let label, own.isEmpty, label != name, label != id { record.aliases.append(label) }
        } else if own["id"] == nil {
            record.name = label ?? rest.takeText("label")
        }
        record.aliases += takeNames("aliases", from: &rest)
        record.subtype = own["subtype"]?.string ?? rest.takeText("subtype")
        if case .bool(let isSource)? = rest["isSource"] {
            record.isSource = isSource
            rest["isSource"] = nil
        } else if rest["isSource"] == .string("true") {
            record.isSource = true
            rest["isSource"] = nil
        }
        takeNested(from: &rest)
        record.attributes = rest
        return addNode(record, at: range, repetition: repetition)
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
        let own = takeOwnForm(from: &rest)
        let id = own["id"]?.string ?? id
        if let label { rest.prependIfAbsent("label", .string(label)) }
        guard
            let relation = takeRelation(from: &rest, source, target, at: places.edge)
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
        if let id, !id.isEmpty {
            // What only tells edges apart is no identifier that two may share.
            if graph.edge(id: id).map({ graph.hasOwnID($0) }) != true {
                record.id = id
            } else if rest["id"] == nil {
                rest["id"] = .string(id)
            }
        }
        record.valid = takeValidity(from: &rest, own["valid"], at: places.edge)
        pinnedRange = places.edge
        record.claims = takeClaims(from: &rest)
        pinnedRange = nil
        takeNested(from: &rest)
        record.attributes = rest
        count(claims: record.claims.count)
        return addEdge(record, at: places)
    }

    private mutating func untypedEnd(_ id: String, at range: SourceRange?) -> NodeIndex? {
        let id = renamedNodes[currentInput]?[id] ?? id
        if let node = graph.node(id: id) { return node }
        if rejectedNodes.contains(id) { return nil }
        guard let entity = graph.ontology.kind(named: "Entity") else { return node(id: id, at: range) }
        reportMissingNode(id, kind: "Entity", "among the nodes", at: range)
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

    /// The relation that the attributes name and that fits the ends.
    ///
    /// One that does not fit stays in its attribute, so that the edge becomes `relatedTo`, and is counted.
    private mutating func takeRelation(
        from attributes: inout Attributes, _ source: NodeIndex, _ target: NodeIndex, at range: SourceRange?
    ) -> RelationID? {
        let ontology = graph.ontology
        for name in ["relation", "type", "label", "interaction"] {
            guard case .string(let raw)? = attributes[name], let relation = ontology.relation(named: raw)
            else { continue }
            guard ontology.allows(graph.kind(of: source), relation, graph.kind(of: target)) else {
                if name == "relation" {
                    reportGuessed("relation that does not fit its ends", raw, to: "relatedTo", at: range)
                }
                continue
            }
            if raw == ontology[relation].name { attributes[name] = nil }
            return relation
        }
        return nil
    }

    /// The validity, as a text or in the native form.
    private mutating func takeValidity(
        from attributes: inout Attributes, _ own: AttributeValue?, at range: SourceRange?
    ) -> RecordedDate? {
        if let text = own?.string { return date(text, at: range) }
        var value = own ?? attributes["valid"]
        if case .string(let text)? = value {
            value = text.hasPrefix("{") ? CellJSON.value(text) : nil
            guard value.map({ Self.isDateForm($0) }) == true else {
                attributes["valid"] = nil
                return date(text, at: range)
            }
        }
        guard case .object(let form)? = value, Self.isDateForm(.object(form)) else { return nil }
        if own == nil { attributes["valid"] = nil }
        let known = form["date"]?.string.map { text in
            let known = RecordedDate(normalizing: text)
            if known.date == nil { check(known, form["raw"]?.string ?? text, at: range) }
            return known
        }
        return RecordedDate(raw: form["raw"]?.string, date: known?.date)
    }

    private static func isDateForm(_ value: AttributeValue) -> Bool {
        guard case .object(let form) = value, !form.isEmpty else { return false }
        return form.allSatisfy { ($0.name == "date" || $0.name == "raw") && $0.value.string != nil }
    }

    /// Takes out what ``UntypedForm`` says of parts that the format can't hold where they belong.
    private func takeOwnForm(from attributes: inout Attributes) -> Attributes {
        var value = attributes[UntypedForm.ownForm]
        if case .string(let text)? = value { value = CellJSON.value(text) }
        guard case .object(let form)? = value, form.allSatisfy({ UntypedForm.ownParts.contains($0.name) })
        else { return [:] }
        attributes[UntypedForm.ownForm] = nil
        return form
    }

    /// Notes that the current input calls a node otherwise than the graph does.
    mutating func rename(_ fileID: String, to id: String) {
        renamedNodes[currentInput, default: [:]][fileID] = id
    }

    /// Adds what a format without an ontology says of the graph as a whole: title, ontology and attributes.
    ///
    /// An ontology only counts while headers are read, and only if it stands there itself.
    mutating func addUntypedGraph(_ attributes: Attributes, at range: SourceRange?) {
        var rest = attributes
        let own = takeOwnForm(from: &rest)
        for name in ["title", "name", "label"] where graph.title.isEmpty {
            if let title = rest.takeText(name) { graph.title = title }
        }
        if let title = own["title"]?.string, graph.title.isEmpty { graph.title = title }
        takeOntology(from: &rest, at: range)
        takeNested(from: &rest)
        graph.attributes.merge(rest)
    }

    mutating func takeOntology(from attributes: inout Attributes, at range: SourceRange?) {
        let text: String
        switch attributes["ontology"] {
        case .string("builtin")?:
            attributes["ontology"] = nil
            return
        case .string(let json)? where json.hasPrefix("{"): text = json
        case .object(let form)?:
            var json = JSONWriter(style: .compact)
            json.value(form)
            text = json.text
        default: return
        }
        let (tree, problems) = JSONParser.parse(MappedFile(copying: text.utf8))
        guard problems.isEmpty, let root = tree.root, tree.kind(root) == .mapping else { return }
        attributes["ontology"] = nil
        pinnedRange = range
        defer { pinnedRange = nil }
        readOntology(tree, root)
    }

    private func takeNames(_ name: String, from attributes: inout Attributes) -> [String] {
        var value = attributes[name]
        if case .string(let text)? = value { value = CellJSON.value(text) }
        guard case .list(let items)? = value, items.allSatisfy({ $0.string != nil }) else { return [] }
        attributes[name] = nil
        return items.compactMap(\.string)
    }

    /// The claims that stand as JSON under `claims`, in the native form.
    mutating func takeClaims(from attributes: inout Attributes) -> [Claim] {
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
