internal import LinkChartModel

extension FTMForm {
    /// Whether an edge is what a property of its source says.
    func isProperty(_ edge: Edge) -> Bool {
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
