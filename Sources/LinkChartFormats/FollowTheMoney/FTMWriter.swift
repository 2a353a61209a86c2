public import LinkChartModel

/// Writes entities of FollowTheMoney, one a line, that are valid under its model.
///
/// What came from FollowTheMoney goes back as it was. Other nodes become entities of the nearest schema, other edges
/// entities of an edge schema: memberships, directorships, payments, links of unknown kind. What the model has no property
/// for, kinds, relations and claims above all, stands under the key `linkchart` beside the properties, which
/// FollowTheMoney passes on and the reader restores.
///
/// A graph's title, its own attributes and an ontology of its own are not in it: there is no place for them.
public struct FTMWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = FTMForm(graph)
        var out = OutputBuffer(sink)
        for node in graph.nodes {
            Self.append(form.entity(for: node), to: &out)
            try out.flushIfLarge()
        }
        for edge in graph.edges {
            guard let entity = form.entity(for: edge) else { continue }
            Self.append(entity, to: &out)
            try out.flushIfLarge()
        }
        try out.flush()
    }

    private static func append(_ entity: Attributes, to out: inout OutputBuffer) {
        var json = JSONWriter(style: .compact)
        json.value(entity)
        out.bytes.append(contentsOf: json.bytes)
        out.bytes.append(0x0A)
    }
}

/// What a graph's nodes and edges are in FollowTheMoney.
struct FTMForm {
    let graph: Graph
    let native: NativeForm
    let model = FTMModel.current
    /// The identifier and the schema of each node's entity.
    private(set) var ids: [String] = []
    private(set) var schemata: [String] = []
    /// Whether a node came from FollowTheMoney and goes back as it was.
    private(set) var isRaw: [Bool] = []
    /// The edges that stand for a property of their source.
    private var properties: [NodeIndex: [EdgeIndex]] = [:]

    init(_ graph: Graph) {
        self.graph = graph
        native = NativeForm(graph)
        for node in graph.nodes {
            let isRaw = comesFromModel(node)
            self.isRaw.append(isRaw)
            ids.append(Self.isIdentifier(node.id) ? node.id : NameBasedUUID.sha1Text("node \(node.id)"))
            schemata.append(isRaw ? node.subtype ?? "" : schema(for: node))
        }
        for edge in graph.edges where isProperty(edge) {
            properties[edge.source, default: []].append(edge.index)
        }
    }

    /// Whether a text may name an entity.
    static func isIdentifier(_ text: String) -> Bool {
        let isWord = { (byte: UInt8) in byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
        guard let first = text.utf8.first, let last = text.utf8.last, isWord(first), isWord(last) else {
            return false
        }
        return text.utf8.count <= 200 && text.utf8.allSatisfy { isWord($0) || $0 == 0x2D || $0 == 0x2E }
    }

    // MARK: - Nodes

    /// Names that stand beside the properties of an entity, or are ours.
    static let reserved: Set<String> = ["id", "schema", "properties", "linkchart"]

    /// Whether a node came from FollowTheMoney and says no more than its entity can.
    private func comesFromModel(_ node: Node) -> Bool {
        guard let name = node.subtype, let schema = model[name], !schema.isAbstract, !node.isSource,
            Self.isIdentifier(node.id)
        else { return false }
        var entity = FTMDescription()
        for (name, value) in node.attributes {
            if Self.reserved.contains(name) { return false }
            guard let property = model.property(name, of: schema.name) else {
                if name.hasPrefix("entity.") { return false }
                continue
            }
            let values = FTMEntity.list(value).compactMap(\.string)
            guard property.type != .entity, !values.isEmpty, values.count == FTMEntity.list(value).count,
                values.allSatisfy({ FTMValues.accepts($0, as: property.type) })
            else { return false }
            // A list of one would read back as what is in it.
            if case .list(let list) = value, list.count < 2 { return false }
            entity.properties[name] = values
        }
        entity.properties["name"] = names(of: node, schema, entity)
        if let required = model.required(of: schema.name).first(where: { entity.properties[$0] == nil }),
            model.property(required, of: schema.name)?.type != .entity
        {
            return false
        }
        let kind = model.kind(of: schema.name, topics: entity.properties["topics"] ?? [])
        let expected = graph.ontology.kind(named: kind) == nil ? "Entity" : kind
        var record = NodeRecord(id: node.id, kind: node.kind)
        FTMEntity.name(
            &record, captions: model.captions(of: schema.name), caption: node.attributes["caption"]?.string
        ) { entity.properties[$0] ?? [] }
        return expected == node.kindName && (record.name ?? node.id) == node.name
            && record.aliases == node.aliases
    }

    /// The names of an entity: those that it came with, or the node's name if the reader would take it from there.
    private func names(of node: Node, _ schema: FTMModel.Schema, _ entity: FTMDescription) -> [String]? {
        if let names = entity.properties["name"] { return names }
        let captions = model.captions(of: schema.name)
        let first = captions.first { $0 == "name" || entity.properties[$0] != nil }
        guard first == "name" || first == nil, model.property("name", of: schema.name) != nil,
            node.name != node.id,
            FTMValues.accepts(node.name, as: .name), first == "name" || node.attributes["caption"] == nil
        else { return nil }
        return [node.name]
    }

    /// The schema of a node that does not come from FollowTheMoney.
    private func schema(for node: Node) -> String {
        let subtype = node.subtype.map { foldedKey($0) } ?? ""
        switch node.kindName {
        case "State": return "PublicBody"
        case "Region": return "Territory"
        case "Place": return "Address"
        case "Person": return "Person"
        case "Actor": return "Organization"
        case "Organisation":
            return subtype == "company" ? "Company" : subtype == "government" ? "PublicBody" : "Organization"
        case "Incident", "Campaign": return "Event"
        case "Means": return subtype == "vehicle" ? "Vehicle" : "Asset"
        case "Document": return "Article"
        case "Proposition", "Pledge", "Proposal": return "Note"
        default: return "LegalEntity"
        }
    }

    /// The entity of a node.
    func entity(for node: Node) -> Attributes {
        let schema = schemata[node.index.position]
        let attributes = node.attributes
        var entity = FTMDescription()
        var context: Attributes = [:]
        if isRaw[node.index.position], let definition = model[schema] {
            for (name, value) in attributes {
                if model.property(name, of: schema) != nil {
                    entity.properties[name] = FTMEntity.list(value).compactMap(\.string)
                } else {
                    context[name] = value
                }
            }
            if entity.properties["name"] == nil {
                entity.properties["name"] = names(of: node, definition, entity)
            }
            for edge in properties[node.index] ?? [] {
                guard let property = graph[edge].attributes["property"]?.string else { continue }
                entity.properties[property, default: []].append(ids[graph.target(of: edge).position])
            }
        } else {
            describe(node, attributes, schema, in: &entity)
            var own: Attributes = ["kind": .string(node.kindName)]
            if ids[node.index.position] != node.id { own["id"] = .string(node.id) }
            own["name"] = .string(node.name)
            if !node.aliases.isEmpty { own["aliases"] = .list(node.aliases.map { .string($0) }) }
            if let subtype = node.subtype { own["subtype"] = .string(subtype) }
            if node.isSource { own["isSource"] = true }
            if !attributes.isEmpty { own["attributes"] = .object(attributes) }
            context["linkchart"] = .object(own)
        }
        return entity.attributes(id: ids[node.index.position], schema: schema, context)
    }

    /// What the model can say of a node that does not come from it.
    private func describe(
        _ node: Node, _ attributes: Attributes, _ schema: String, in entity: inout FTMDescription
    ) {
        let isNamed = FTMValues.accepts(node.name, as: .name)
        let name = isNamed ? node.name : FTMValues.accepts(node.id, as: .name) ? node.id : "unnamed"
        for required in ["name"] + model.required(of: schema) { entity.properties[required] = [name] }
        if schema == "Address" { entity.properties["full"] = [name] }
        if schema == "Article" { entity.properties["title"] = [name] }
        let aliases = node.aliases.filter { FTMValues.accepts($0, as: .name) }
        if !aliases.isEmpty { entity.properties["alias"] = aliases }
        let add = { (value: AttributeValue?, property: String, entity: inout FTMDescription) in
            let text: String?
            switch value {
            case .string(let value)?: text = value
            case .number(let value)?: text = value.isFinite ? value.description : nil
            case .integer(let value)?: text = String(value)
            default: text = nil
            }
            guard let text, let expected = model.property(property, of: schema),
                entity.properties[property] == nil, FTMValues.accepts(text, as: expected.type)
            else { return }
            entity.properties[property] = [text]
        }
        for property in FTMValues.common { add(attributes[property], property, &entity) }
        add(
            (attributes["iso2"] ?? attributes["country"])?.string.map { .string($0.lowercased()) }, "country",
            &entity)
        add(attributes["url"], "sourceUrl", &entity)
        add(attributes["lat"], "latitude", &entity)
        add(attributes["lon"], "longitude", &entity)
    }

    // MARK: - Edges

    /// Whether an edge is what a property of its source says.
    private func isProperty(_ edge: Edge) -> Bool {
        let attributes = edge.attributes
        guard !edge.hasOwnID, isRaw[edge.source.position], attributes.count == 1, edge.valid == nil,
            let name = attributes["property"]?.string,
            let property = model.property(name, of: schemata[edge.source.position]), property.type == .entity,
            edge.definition.name == relation(FTMModel.propertyRelations[name] ?? [], edge)
        else { return false }
        return Array(edge.claims) == claims(graph[edge.source].attributes)
    }

    private func relation(_ names: [String], _ edge: Edge) -> String {
        let ontology = graph.ontology
        let kinds = (graph.kind(of: edge.source), graph.kind(of: edge.target))
        return names.first { name in
            ontology.relation(named: name).map { ontology.allows(kinds.0, $0, kinds.1) } ?? false
        } ?? "relatedTo"
    }

    /// The claims that the reader makes of these properties.
    private func claims(_ attributes: Attributes) -> [Claim] {
        let first = { (name: String) in attributes[name].flatMap { FTMEntity.list($0).first?.string } }
        var base = Claim()
        if let proof = first("proof") {
            base.source = graph.node(id: proof).map { .node($0) } ?? .named(proof)
        } else if let url = first("sourceUrl") {
            base.source = .named(url)
        }
        base.locator = first("recordId").map { Locator($0) }
        if let day = first("retrievedAt") ?? first("modifiedAt") {
            base.date = RecordedDate(normalizing: day)
        }
        let datasets = ["datasets", "dataset"].flatMap { attributes[$0].map { FTMEntity.list($0) } ?? [] }
        guard !datasets.isEmpty else { return base.source == nil ? [] : [base] }
        return datasets.map { dataset in
            var claim = base
            claim.claimant = .named(dataset.string ?? "")
            return claim
        }
    }

    /// The entity of an edge; nil if a property of its source says it.
    func entity(for edge: Edge) -> Attributes? {
        if properties[edge.source]?.contains(edge.index) == true { return nil }
        if let entity = rawEntity(for: edge) { return entity }
        return ownEntity(for: edge)
    }

    /// An edge that came from FollowTheMoney as it was; nil if it says more.
    private func rawEntity(for edge: Edge) -> Attributes? {
        let attributes = edge.attributes
        guard edge.hasOwnID, Self.isIdentifier(edge.id), graph.node(id: edge.id) == nil,
            let schema = attributes["schema"]?.string, let ends = model[schema]?.edge,
            edge.definition.name == relation(FTMModel.relations[schema] ?? [], edge),
            Array(edge.claims) == claims(attributes), edge.valid == validity(attributes)
        else { return nil }
        var entity = FTMDescription()
        var context: Attributes = [:]
        for (name, value) in attributes where name != "schema" {
            guard let property = model.property(name, of: schema) else {
                if Self.reserved.contains(name) || name.hasPrefix("entity.") { return nil }
                context[name] = value
                continue
            }
            let values = FTMEntity.list(value).compactMap(\.string)
            guard !values.isEmpty, values.count == FTMEntity.list(value).count,
                values.allSatisfy({ FTMValues.accepts($0, as: property.type) })
            else { return nil }
            if case .list(let list) = value, list.count < 2 { return nil }
            entity.properties[name] = values
        }
        entity.properties[ends.source] = [ids[edge.source.position]]
        entity.properties[ends.target] = [ids[edge.target.position]]
        return entity.attributes(id: edge.id, schema: schema, context)
    }

    /// When the reader would say that an edge holds.
    private func validity(_ attributes: Attributes) -> RecordedDate? {
        let first = { (name: String) in attributes[name].flatMap { FTMEntity.list($0).first?.string } }
        let (start, end) = (first("startDate"), first("endDate"))
        guard start != nil || end != nil else { return first("date").map { RecordedDate(normalizing: $0) } }
        let day = { (text: String?) in
            text.map { RecordedDate(normalizing: $0).date?.description ?? "" } ?? ".."
        }
        if let date = try? EDTFDate("\(day(start))/\(day(end))") { return RecordedDate(date: date) }
        return RecordedDate(normalizing: "\(start ?? "..")/\(end ?? "..")")
    }

    /// The edge schemata that say what a relation says, the narrowest first.
    private static let edgeSchemata: [String: (schema: String, isReversed: Bool)] = [
        "memberOf": ("Membership", false), "joins": ("Membership", false),
        "formerlyMemberOf": ("Membership", false),
        "leads": ("Directorship", false), "represents": ("Representation", false),
        "controls": ("Control", false),
        "funds": ("Payment", false), "mergesInto": ("Succession", false), "splitsFrom": ("Succession", true),
        "affiliatedWith": ("Associate", false), "reportsOn": ("Documentation", false),
    ]

    private func ownEntity(for edge: Edge) -> Attributes {
        let attributes = edge.attributes
        var schema = "UnknownLink"
        var isReversed = false
        if let found = Self.edgeSchemata[edge.definition.name], let ends = model[found.schema]?.edge {
            let (source, target) = found.isReversed ? (edge.target, edge.source) : (edge.source, edge.target)
            let fits = { (node: NodeIndex, property: String) in
                let range = model.property(property, of: found.schema)?.range ?? ""
                return model.isA(schemata[node.position], range)
            }
            if fits(source, ends.source), fits(target, ends.target) { (schema, isReversed) = found }
        }
        let ends = model[schema]?.edge ?? ("subject", "object")
        var entity = FTMDescription()
        entity.properties[ends.source] = [ids[(isReversed ? edge.target : edge.source).position]]
        entity.properties[ends.target] = [ids[(isReversed ? edge.source : edge.target).position]]
        if model.property("role", of: schema) != nil { entity.properties["role"] = [edge.definition.name] }
        addTimes(of: edge, to: &entity)
        let claims = Array(edge.claims)
        let statements = claims.compactMap(\.statement).filter { FTMValues.accepts($0, as: .text) }
        if let statement = statements.first { entity.properties["description"] = [statement] }
        for claim in claims {
            guard case .node(let source)? = claim.source, let url = graph[source].attributes["url"]?.string,
                FTMValues.accepts(url, as: .url), entity.properties["sourceUrl"]?.contains(url) != true
            else { continue }
            entity.properties["sourceUrl", default: []].append(url)
        }
        var own: Attributes = ["relation": .string(edge.definition.name)]
        if isReversed { own["reversed"] = true }
        if edge.hasOwnID { own["id"] = .string(edge.id) }
        if let valid = edge.valid { own["valid"] = NativeForm.value(of: valid) }
        if !attributes.isEmpty { own["attributes"] = .object(attributes) }
        if !claims.isEmpty { own["claims"] = .list(claims.map { .object(native.claim($0)) }) }
        let id = NameBasedUUID.sha1Text(
            edge.hasOwnID
                ? "edge \(edge.id)"
                : "edge \(edge.index.position) \(graph.id(of: edge.source)) \(edge.definition.name) \(graph.id(of: edge.target))"
        )
        return entity.attributes(id: id, schema: schema, ["linkchart": .object(own)])
    }

    private func addTimes(of edge: Edge, to entity: inout FTMDescription) {
        guard let text = edge.valid?.date?.description else { return }
        if FTMValues.accepts(text, as: .date) {
            entity.properties["date"] = [text]
            return
        }
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2 else { return }
        if FTMValues.accepts(ends[0], as: .date) { entity.properties["startDate"] = [ends[0]] }
        if FTMValues.accepts(ends[1], as: .date) { entity.properties["endDate"] = [ends[1]] }
    }
}
