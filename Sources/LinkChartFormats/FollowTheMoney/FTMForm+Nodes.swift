internal import LinkChartModel

extension FTMForm {
    /// Names that stand beside the properties of an entity, or are ours.
    static let reserved: Set<String> = ["id", "schema", "properties", "linkchart"]

    /// Whether a node came from FollowTheMoney and says no more than its entity can.
    func comesFromModel(_ node: Node) -> Bool {
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
    func schema(for node: Node) -> String {
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
}
