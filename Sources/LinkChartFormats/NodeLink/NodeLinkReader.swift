import LinkChartModel

/// Reads node-link JSON as NetworkX and D3 write it: `nodes` with `id`, and `links` or `edges` with `source` and
/// `target`.
///
/// A kind or a relation is taken from `kind` or `relation`, else from `type` or `label` if the ontology has it; other
/// nodes are of kind Entity, other edges `relatedTo`, with what the input says kept as attributes. What
/// ``NodeLinkWriter`` writes reads back as the same graph.
struct NodeLinkReader: GraphFormatReader {
    private let input: GraphInput
    private var tree: DocumentTree?
    private var graphItem: Int?
    private var nodes: Int?
    private var edges: Int?
    private var isMultigraph = false
    /// The identifiers of the nodes, if none has an `id`: old writers then mean positions.
    private var idsByPosition: [String]?

    init(_ input: GraphInput) { self.input = input }

    mutating func readHeader(into builder: inout GraphBuilder) {
        let (tree, problems) = JSONParser.parse(input.content)
        for problem in problems {
            builder.report(problem.code, problem.message, at: problem.range, suggestion: problem.suggestion)
        }
        guard let root = tree.root, tree.kind(root) == .mapping else {
            let range = tree.root.map { tree.range($0) }
            if let range {
                builder.report(.wrongType, "node-link JSON is an object with `nodes` and `edges`", at: range)
            }
            return
        }
        self.tree = tree
        var others: Attributes = [:]
        tree.forEachMember(root) { key, value in
            switch tree.text(key) {
            case "nodes": nodes = value
            case "links", "edges": if edges == nil || tree.isText(key, "edges") { edges = value }
            case "graph": graphItem = value
            case "multigraph": isMultigraph = builder.flag(tree, value, "multigraph") ?? false
            case "directed": if builder.flag(tree, value, "directed") == false { others["directed"] = false }
            default: others[tree.text(key)] = builder.value(tree, value)
            }
        }
        if nodes == nil && edges == nil {
            builder.report(
                .missingKey, "there are neither `nodes` nor `links` nor `edges`", at: tree.range(root))
        }
        readGraphAttributes(others, into: &builder)
    }

    private func readGraphAttributes(_ others: Attributes, into builder: inout GraphBuilder) {
        var attributes: Attributes = [:]
        if let tree, let graphItem, tree.kind(graphItem) == .mapping {
            tree.forEachMember(graphItem) { key, value in
                let name = tree.text(key)
                switch name {
                case "title", "name":
                    if builder.graph.title.isEmpty, tree.kind(value) == .string {
                        builder.graph.title = tree.text(value)
                    } else {
                        attributes[name] = builder.value(tree, value)
                    }
                case "ontology": builder.readOntology(tree, value)
                case "attributes" where tree.kind(value) == .mapping:
                    _ = attributes.merge(builder.attributes(tree, value))
                default: attributes[name] = builder.value(tree, value)
                }
            }
        }
        attributes.merge(others)
        builder.graph.attributes.merge(attributes)
    }

    // MARK: - Nodes

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let tree, let nodes else { return }
        var hasIDs = false
        tree.forEachElement(nodes) { if tree.value($0, "id") != nil { hasIDs = true } }
        var ids: [String] = []
        builder.forEachEntry(tree, nodes, of: "nodes") { builder, item in
            let id = Self.readNode(tree, item, position: ids.count, hasIDs: hasIDs, into: &builder)
            ids.append(id ?? "")
        }
        if !hasIDs { idsByPosition = ids }
    }

    private static func readNode(
        _ tree: DocumentTree, _ item: Int, position: Int, hasIDs: Bool, into builder: inout GraphBuilder
    ) -> String? {
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "a node must be an object")
            return nil
        }
        builder.count(nodes: 1)
        let idItem =
            tree.value(item, "id") ?? (hasIDs ? nil : tree.value(item, "name") ?? tree.value(item, "key"))
        guard let id = idItem.map({ identifier(tree, $0, &builder) }) ?? (hasIDs ? nil : String(position))
        else {
            builder.reportMissing(.id, of: "a node", tree, item)
            return nil
        }
        let (kind, kindKey) = kind(tree, item, in: builder.graph.ontology)
        guard let kind else {
            builder.rejectedNodes.insert(id)
            builder.report(
                .unknownKind, "the node `\(id)` has no kind of the ontology", at: tree.range(idItem ?? item))
            return id
        }
        var record = NodeRecord(id: id, kind: kind)
        tree.forEachMember(item) { key, value in
            let name = tree.text(key)
            if key == kindKey {
                // The raw spelling is kept where it is not the ontology's own.
                let raw = tree.text(value)
                if raw != builder.graph.ontology[kind].name { record.attributes[name] = .string(raw) }
                return
            }
            switch name {
            case "id": return
            case "name", "label":
                if record.name == nil, tree.kind(value) == .string {
                    record.name = tree.text(value)
                    return
                }
            case "aliases" where tree.kind(value) == .sequence:
                record.aliases = builder.texts(tree, value, "aliases")
                return
            case "subtype" where tree.kind(value) == .string:
                record.subtype = tree.text(value)
                return
            case "isSource" where tree.kind(value) == .bool:
                record.isSource = tree.text(value) == "true"
                return
            case "attributes" where tree.kind(value) == .mapping:
                record.attributes.merge(builder.attributes(tree, value))
                return
            default: break
            }
            record.attributes[name] = builder.value(tree, value)
        }
        builder.addNode(record, at: tree.range(idItem ?? item))
        return id
    }

    /// The kind of a node, and the key that says it.
    private static func kind(_ tree: DocumentTree, _ item: Int, in ontology: Ontology) -> (KindID?, Int?) {
        for name in ["kind", "type", "label"] as [StaticString] {
            guard let value = tree.value(item, name), tree.kind(value) == .string,
                let kind = ontology.kind(named: tree.text(value))
            else { continue }
            return (kind, value - 1)
        }
        return (ontology.kind(named: "Entity"), nil)
    }

    /// NetworkX allows numbers and tuples as identifiers; these become the texts that JSON has for them.
    private static func identifier(_ tree: DocumentTree, _ item: Int, _ builder: inout GraphBuilder) -> String
    {
        switch tree.kind(item) {
        case .sequence, .mapping:
            var json = JSONWriter(style: .compact)
            json.value(builder.value(tree, item))
            return json.text
        default: return tree.text(item)
        }
    }

    // MARK: - Edges

    mutating func readEdges(into builder: inout GraphBuilder) {
        guard let tree, let edges else { return }
        let reader = self
        builder.forEachEntry(tree, edges, of: "edges") { reader.readEdge(tree, $1, into: &$0) }
        self.tree = nil
    }

    private func readEdge(_ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder) {
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "an edge must be an object")
            return
        }
        builder.count(edges: 1)
        let sourceItem = tree.value(item, "source") ?? tree.value(item, "from")
        let targetItem = tree.value(item, "target") ?? tree.value(item, "to")
        guard let sourceItem, let targetItem else {
            builder.report(
                .missingKey, "an edge needs the keys `source` and `target`", at: tree.range(item))
            return
        }
        guard let source = node(tree, sourceItem, into: &builder),
            let target = node(tree, targetItem, into: &builder),
            let (relation, relationKey) = relation(tree, item, from: source, to: target, into: &builder)
        else {
            builder.reportSkipped(
                "edge with an error", tree.text(sourceItem) + " " + tree.text(targetItem),
                at: tree.range(item))
            return
        }
        var record = EdgeRecord(from: source, relation, to: target)
        record.isParallel = isMultigraph
        var idRange: SourceRange?
        tree.forEachMember(item) { key, value in
            if value == sourceItem || value == targetItem { return }
            let name = tree.text(key)
            if key == relationKey {
                let raw = tree.text(value)
                if raw != builder.graph.ontology[relation].name { record.attributes[name] = .string(raw) }
                return
            }
            switch name {
            case "key" where tree.kind(value) == .integer: return
            case "key" where Self.isFreeID(tree, value, in: builder.graph):
                record.id = tree.text(value)
                idRange = tree.range(value)
            case "valid": record.valid = builder.recordedDate(tree, value, "valid")
            case "claims" where tree.kind(value) == .sequence:
                tree.forEachElement(value) { element in
                    if let claim = builder.readClaim(tree, element) { record.claims.append(claim) }
                }
            case "attributes" where tree.kind(value) == .mapping:
                record.attributes.merge(builder.attributes(tree, value))
            default: record.attributes[name] = builder.value(tree, value)
            }
        }
        builder.count(claims: record.claims.count)
        builder.addEdge(
            record,
            at: EdgePlaces(
                edge: tree.range(item), source: tree.range(sourceItem), target: tree.range(targetItem),
                id: idRange))
    }

    /// Whether a key may be an edge's identifier: in NetworkX it only tells parallel edges apart.
    private static func isFreeID(_ tree: DocumentTree, _ item: Int, in graph: Graph) -> Bool {
        guard tree.kind(item) == .string else { return false }
        let id = tree.text(item)
        return !id.isEmpty && graph.edge(id: id).map { graph.hasOwnID($0) } != true
    }

    /// The node that an end names; one that no input defines is made.
    private func node(_ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder) -> NodeIndex? {
        var id = Self.identifier(tree, item, &builder)
        if let idsByPosition, tree.kind(item) == .integer, let position = Int(id),
            idsByPosition.indices.contains(position)
        {
            id = idsByPosition[position]
        }
        if let node = builder.graph.node(id: id) { return node }
        if builder.rejectedNodes.contains(id) { return nil }
        guard let entity = builder.graph.ontology.kind(named: "Entity") else {
            return builder.node(id: id, at: tree.range(item))
        }
        builder.reportMissingNode(id, kind: "Entity", "among the nodes", at: tree.range(item))
        return builder.addNode(NodeRecord(id: id, kind: entity), at: tree.range(item))
    }

    /// The relation of an edge, and the key that says it.
    ///
    /// A key `relation` must fit; `type` and `label` may mean something else, so they only count if they fit.
    private func relation(
        _ tree: DocumentTree, _ item: Int, from source: NodeIndex, to target: NodeIndex,
        into builder: inout GraphBuilder
    ) -> (RelationID, Int?)? {
        let ontology = builder.graph.ontology
        let kinds = (builder.graph.kind(of: source), builder.graph.kind(of: target))
        if let value = tree.value(item, "relation"), tree.kind(value) == .string {
            if let relation = ontology.relation(named: tree.text(value)) { return (relation, value - 1) }
        }
        for name in ["type", "label"] as [StaticString] {
            guard let value = tree.value(item, name), tree.kind(value) == .string,
                let relation = ontology.relation(named: tree.text(value)),
                ontology.allows(kinds.0, relation, kinds.1)
            else { continue }
            return (relation, value - 1)
        }
        if let related = ontology.relation(named: "relatedTo") { return (related, nil) }
        builder.report(
            .unknownRelation, "the edge has no relation of the ontology", at: tree.range(item),
            suggestion: "give it a key `relation`")
        return nil
    }
}
