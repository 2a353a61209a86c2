internal import LinkChartModel

/// The attributes of nodes, edges and graphs in DOT.
///
/// Each is written as plainly as reads back as the same, and otherwise in its native form under `native`.
struct DOTForm {
    private let graph: Graph
    private let native: NativeForm
    private let meaning: DOTMeaning
    private let graphName: String

    init(_ graph: Graph, isDirected: Bool, graphName: String) {
        self.graph = graph
        self.graphName = graphName
        native = NativeForm(graph)
        meaning = DOTMeaning(ontology: graph.ontology, isDirected: isDirected)
    }

    // MARK: - Nodes

    /// - Parameters:
    ///   - node: the node.
    ///   - name: its name in the file.
    ///   - consumed: attributes that are said otherwise.
    func node(_ node: Node, named name: String, without consumed: Set<String>) -> DOTMeaning.Raw {
        var attributes = node.attributes
        for key in consumed { attributes[key] = nil }
        let fileID = consumed.contains(DOTMeaning.nameKey) ? name : node.id
        var raw: DOTMeaning.Raw = []
        let shown = Self.shownName(attributes) ?? fileID
        if let label = attributes["label"], let value = Self.labelValue(label) {
            raw.append(("label", value))
        } else if node.name != shown {
            raw.append(("label", .text(DOTLabel.label(showing: node.name))))
        }
        Self.add(attributes, keys: DOTMeaning.nodeKeys, to: &raw)
        if !raw.contains(where: { $0.name == "kind" }),
            meaning.node(raw, named: name, graphName: graphName).kind != node.kind
        {
            raw.append(("kind", .text(node.kindName)))
        }
        let aliases = node.aliases
        if !aliases.isEmpty { raw.append(("aliases", DOTMeaning.json(.list(aliases.map { .string($0) })))) }
        if let subtype = node.subtype { raw.append(("subtype", .text(subtype))) }
        if node.isSource { raw.append(("isSource", .text("true"))) }
        let reading = meaning.node(raw, named: name, graphName: graphName)
        let isSame =
            reading.id == fileID && reading.name == node.name && reading.kind == node.kind
            && reading.aliases == aliases && reading.subtype == node.subtype
            && reading.isSource == node.isSource && reading.attributes == attributes
        return isSame && Self.isWritable(raw) ? raw : nativeNode(node, attributes, fileID)
    }

    private func nativeNode(_ node: Node, _ attributes: Attributes, _ id: String) -> DOTMeaning.Raw {
        var members: Attributes = ["id": .string(id), "kind": .string(node.kindName)]
        if node.name != id { members["name"] = .string(node.name) }
        if !node.aliases.isEmpty { members["aliases"] = .list(node.aliases.map { .string($0) }) }
        if let subtype = node.subtype { members["subtype"] = .string(subtype) }
        if node.isSource { members["isSource"] = true }
        if !attributes.isEmpty { members["attributes"] = .object(attributes) }
        let label = DOTValue.text(DOTLabel.label(showing: node.name))
        let raw: DOTMeaning.Raw = node.name.isEmpty || !label.isWritable ? [] : [("label", label)]
        return raw + [("native", DOTMeaning.json(.object(members)))]
    }

    /// What a node without a label is called by its attributes.
    private static func shownName(_ attributes: Attributes) -> String? {
        guard let value = attributes["name"].flatMap({ DOTValue($0) }), case .text(let text) = value,
            !text.isEmpty
        else { return nil }
        return text
    }

    // MARK: - Edges

    /// The key that tells an edge from parallel ones; nil if it has none.
    func key(of edge: Edge) -> String? {
        let key = edge.hasOwnID ? edge.id : edge.attributes["key"]?.string
        return key.flatMap { $0.isEmpty || !DOTValue.canQuote($0) ? nil : $0 }
    }

    /// - Parameters:
    ///   - edge: the edge.
    ///   - consumed: attributes that are said otherwise.
    ///   - keys: the identifiers of edges before; this one's is added.
    func edge(
        _ edge: Edge, without consumed: Set<String>, keys: inout Set<String>
    ) -> DOTMeaning.Raw {
        var attributes = edge.attributes
        for key in consumed { attributes[key] = nil }
        let definition = edge.definition
        let key = key(of: edge)
        var raw: DOTMeaning.Raw = []
        if let label = attributes["label"] {
            if let value = Self.labelValue(label) { raw.append(("label", value)) }
        } else if definition.name != "relatedTo" {
            raw.append(("label", .text(definition.name)))
        }
        var plain = attributes
        if key != nil, !edge.hasOwnID { plain["key"] = nil }
        if plain["dir"] == "forward", definition.isSymmetric, meaning.isDirected { plain["dir"] = nil }
        // What libcgraph would take for the edge's key is none.
        Self.add(plain, keys: DOTMeaning.edgeKeys, but: "key", to: &raw)
        if let drawn = direction(of: attributes, definition) { raw.append(("dir", .text(drawn))) }
        let valid = edge.valid
        if let valid {
            let value = DOTMeaning.value(of: valid)
            raw.append(("valid", value.string.map { .text($0) } ?? DOTMeaning.json(value)))
        }
        let claims = edge.claims
        var tail: DOTMeaning.Raw = []
        if !claims.isEmpty {
            tail.append(("claims", DOTMeaning.json(.list(claims.map { .object(native.claim($0)) }))))
            if !edge.standing.isEstablished { tail.append(("established", .text("false"))) }
        }
        let kinds = (graph.kind(of: edge.source), graph.kind(of: edge.target))
        for attempt in [raw + tail, raw + [("relation", .text(definition.name))] + tail] {
            let reading = meaning.edge(
                attempt, key: key, isFree: { !keys.contains($0) },
                allows: { graph.ontology.allows(kinds.0, $0, kinds.1) })
            let isSame =
                reading.id == (edge.hasOwnID ? edge.id : nil) && reading.relation == edge.relation
                && reading.valid?.raw == valid?.raw && reading.valid?.date == valid?.date
                && reading.attributes == attributes && (reading.claims == nil) == claims.isEmpty
            guard isSame, Self.isWritable(attempt) else { continue }
            if let id = reading.id { keys.insert(id) }
            return (key.map { [("key", .text($0))] } ?? []) + attempt
        }
        if edge.hasOwnID { keys.insert(edge.id) }
        return nativeEdge(edge, attributes, tail)
    }

    /// How an edge is to be drawn whose direction or relation is not what the graph's edges have.
    private func direction(of attributes: Attributes, _ relation: RelationDefinition) -> String? {
        guard attributes["dir"] == nil else { return nil }
        if case .bool(let flag)? = attributes["directed"], flag != meaning.isDirected {
            return flag ? "forward" : "none"
        }
        return relation.isSymmetric && meaning.isDirected ? "none" : nil
    }

    private func nativeEdge(
        _ edge: Edge, _ attributes: Attributes, _ tail: DOTMeaning.Raw
    ) -> DOTMeaning.Raw {
        var members: Attributes = ["relation": .string(edge.definition.name)]
        if edge.hasOwnID { members["id"] = .string(edge.id) }
        if let valid = edge.valid { members["valid"] = DOTMeaning.value(of: valid) }
        if !attributes.isEmpty { members["attributes"] = .object(attributes) }
        var raw: DOTMeaning.Raw = [("label", .text(edge.definition.name))]
        if !raw[0].value.isWritable || edge.definition.name == "relatedTo" { raw = [] }
        if edge.definition.isSymmetric, meaning.isDirected { raw.append(("dir", .text("none"))) }
        return raw + [("native", DOTMeaning.json(.object(members)))] + tail
    }

    // MARK: - Graphs

    /// - Parameters:
    ///   - attributes: those of the graph that are not said otherwise.
    ///   - name: its name in the file.
    func graph(_ attributes: Attributes, named name: String?) -> DOTMeaning.Raw {
        var raw: DOTMeaning.Raw = []
        var plain = attributes
        if let name, plain["name"] == .string(name) { plain["name"] = nil }
        if let label = plain["label"], let value = Self.labelValue(label) {
            raw.append(("label", value))
        } else if graph.title != name ?? "" {
            raw.append(("label", .text(DOTLabel.label(showing: graph.title))))
        }
        Self.add(plain, keys: DOTMeaning.graphKeys, to: &raw)
        let reading = meaning.graph(raw, named: name)
        if reading.title != graph.title || reading.attributes != attributes || !Self.isWritable(raw) {
            var members: Attributes = ["title": .string(graph.title)]
            if !attributes.isEmpty { members["attributes"] = .object(attributes) }
            raw = [("native", DOTMeaning.json(.object(members)))]
        }
        if graph.ontology.base != .builtin {
            raw.append(("ontology", DOTMeaning.json(OntologyForm.value(of: graph.ontology))))
        }
        return raw
    }

    // MARK: - Parts

    /// Adds attributes by their names, the order in which libcgraph has them; those that DOT can't hold together as JSON.
    private static func add(
        _ attributes: Attributes, keys: Set<String>, but hidden: String? = nil, to raw: inout DOTMeaning.Raw
    ) {
        var rest: Attributes = [:]
        let first = raw.count
        for (name, value) in attributes where name != "label" || labelValue(value) == nil {
            if name == DOTMeaning.foreignKey, case .object(let members) = value,
                let foreign = self.foreign(members, keys)
            {
                raw += foreign
            } else if !keys.contains(name), name != hidden, name != "attributes", name != "native",
                name != "ontology",
                !name.isEmpty, DOTValue.canName(name), let value = DOTValue(value), value != .text(""),
                value != .html("")
            {
                raw.append((name, value))
            } else {
                rest[name] = value
            }
        }
        raw[first...].sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        if !rest.isEmpty { raw.append(("attributes", DOTMeaning.json(.object(rest)))) }
    }

    /// Attributes of a file whose names mean something else here.
    private static func foreign(_ members: Attributes, _ keys: Set<String>) -> DOTMeaning.Raw? {
        var raw: DOTMeaning.Raw = []
        for (name, value) in members {
            guard keys.contains(name), let value = DOTValue(value), value != .text("") else { return nil }
            raw.append((name, value))
        }
        return raw.isEmpty ? nil : raw
    }

    /// What stands for a label that was kept as it stood.
    static func labelValue(_ label: AttributeValue) -> DOTValue? {
        guard let text = label.string else {
            guard case .object = label else { return nil }
            return DOTValue(label)
        }
        return DOTValue.canQuote(text) ? .text(text) : nil
    }

    /// Whether a reader sees all of it: it passes over empty values, but those of labels.
    private static func isWritable(_ raw: DOTMeaning.Raw) -> Bool {
        raw.allSatisfy {
            $0.value.isWritable && (($0.value != .text("") && $0.value != .html("")) || $0.name == "label")
        }
    }
}
