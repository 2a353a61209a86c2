import LinkChartModel

/// One entity of FollowTheMoney in its document.
struct FTMEntity {
    /// A value that names an entity.
    struct Reference {
        var property: String
        var id: String
        /// The schema that the entity must have, if the model knows the property.
        var schema: String?
        var range: SourceRange
    }

    /// How much of an entity is read.
    enum Scope {
        case everything
        /// What it is called, what it refers to and who says so: enough of a node when its edges are made, and of an edge
        /// when edges are only counted.
        case references
    }

    let tree: DocumentTree
    /// Where it stands.
    let range: SourceRange
    let id: String
    private(set) var schema: String
    private(set) var datasets: [String] = []
    /// The properties that hold no entities, in their order.
    private var properties: [(name: String, values: [AttributeValue])] = []
    /// What stands beside the properties: `caption`, `referents`, `first_seen` …
    private var others: Attributes = [:]
    private(set) var references: [Reference] = []
    /// Entities that stand where others are only named.
    private(set) var nested: [Int] = []
    /// The object of our own writer.
    private(set) var own: Int?
    /// Of an edge, what its ends name; nil for a node.
    private(set) var ends: (source: [Reference], target: [Reference])?

    /// An entity with an identifier and a schema; nil if it lacks one.
    init?(
        _ tree: DocumentTree, _ item: Int, _ model: FTMModel, _ scope: Scope,
        into builder: inout GraphBuilder,
        isReporting: Bool
    ) {
        guard let idItem = tree.value(item, "id"), let schemaItem = tree.value(item, "schema"),
            tree.kind(schemaItem) == .string, [.string, .integer].contains(tree.kind(idItem))
        else { return nil }
        self.tree = tree
        range = tree.range(item)
        id = tree.text(idItem)
        schema = tree.text(schemaItem)
        if id.isEmpty { return nil }
        if isReporting, model[schema] == nil {
            let name = schema
            builder.report(
                .unknownSchema, "the model has no schema `\(schema)`; the entity is kept as an Entity",
                at: tree.range(schemaItem),
                suggestion: nearestName(to: name, in: model.names).map { "did you mean `\($0)`?" })
        }
        tree.forEachMember(item) { key, value in
            switch tree.text(key) {
            case "id", "schema": return
            case "properties":
                readProperties(value, model, scope, into: &builder, isReporting: isReporting)
            case "linkchart" where tree.kind(value) == .mapping: own = value
            case "datasets", "dataset":
                tree.kind(value) == .sequence
                    ? tree.forEachElement(value) { datasets.append(tree.text($0)) }
                    : datasets.append(tree.text(value))
                if scope == .everything { others[tree.text(key)] = builder.value(tree, value) }
            default: if scope == .everything { others[tree.text(key)] = builder.value(tree, value) }
            }
        }
        settleEnds(model)
    }

    private mutating func settleEnds(_ model: FTMModel) {
        ends = model[schema]?.edge.map { edge in
            (
                references.filter { $0.property == edge.source },
                references.filter { $0.property == edge.target }
            )
        }
    }

    /// Whether it is an edge with both of its ends.
    var isWholeEdge: Bool { ends.map { !$0.source.isEmpty && !$0.target.isEmpty } ?? false }

    /// Adds what another record says of the same entity.
    ///
    /// - Returns: false, with nothing added, if no schema is both of theirs.
    mutating func join(_ other: FTMEntity, in model: FTMModel) -> Bool {
        guard let common = model.common(schema, other.schema) else { return false }
        schema = common
        datasets += other.datasets.filter { !datasets.contains($0) }
        for (name, values) in other.properties {
            if let place = properties.firstIndex(where: { $0.name == name }) {
                let own = properties[place].values
                properties[place].values += values.filter { !own.contains($0) }
            } else {
                properties.append((name, values))
            }
        }
        for (name, value) in other.others { others.join(value, as: name) }
        for reference in other.references
        where !references.contains(where: { $0.property == reference.property && $0.id == reference.id }) {
            references.append(reference)
        }
        settleEnds(model)
        return true
    }

    /// The properties, beside those of entities, that say who says something and where.
    private static let claimProperties: Set<String> = [
        "proof", "sourceUrl", "recordId", "retrievedAt", "modifiedAt",
    ]

    private mutating func readProperties(
        _ mapping: Int, _ model: FTMModel, _ scope: Scope, into builder: inout GraphBuilder, isReporting: Bool
    ) {
        guard tree.kind(mapping) == .mapping else {
            if isReporting {
                builder.reportWrongType(tree, mapping, "`properties` must be an object of JSON")
            }
            return
        }
        let isKnown = model[schema] != nil
        let known = model.properties(of: schema)
        tree.forEachMember(mapping) { key, value in
            let name = tree.text(key)
            let property = known[name]
            if property == nil, isKnown, isReporting {
                builder.report(
                    .unknownProperty, "a \(schema) has no property `\(name)`; it is kept as an attribute",
                    at: tree.range(key),
                    suggestion: nearestName(to: name, in: model.propertyNames(of: schema)).map {
                        "did you mean `\($0)`?"
                    })
            }
            let isWanted = scope == .everything || Self.claimProperties.contains(name)
            var values: [AttributeValue] = []
            func read(_ element: Int) {
                let kind = tree.kind(element)
                if kind == .mapping, let idItem = tree.value(element, "id"),
                    tree.value(element, "schema") != nil
                {
                    nested.append(element)
                    let reference = Reference(
                        property: name, id: tree.text(idItem), schema: property?.range,
                        range: tree.range(idItem))
                    references.append(reference)
                } else if property?.type == .entity, kind == .string || kind == .integer {
                    references.append(
                        Reference(
                            property: name, id: tree.text(element), schema: property?.range,
                            range: tree.range(element)))
                } else if isWanted, kind != .null {
                    values.append(builder.value(tree, element))
                }
            }
            if tree.kind(value) == .sequence { tree.forEachElement(value, read) } else { read(value) }
            if !values.isEmpty { properties.append((name, values)) }
        }
    }

    /// The texts of a property.
    func values(_ name: String) -> [String] {
        let found = properties.first { $0.name == name }?.values.compactMap(\.string) ?? []
        return found.isEmpty ? references.filter { $0.property == name }.map(\.id) : found
    }

    // MARK: - What becomes of it

    /// Properties whose values are other names.
    private static let aliasProperties = ["name", "alias", "weakAlias", "previousName", "abbreviation"]

    /// Gives a node its name, its other names and its attributes.
    func describe(_ record: inout NodeRecord, in model: FTMModel) {
        var caption: String?
        if case .string(let text)? = others["caption"] { caption = text }
        Self.name(&record, captions: model.captions(of: schema), caption: caption) { values($0) }
        for (name, values) in properties {
            // A single name says nothing more.
            if name == "name", values.count == 1, values[0].string == record.name { continue }
            record.attributes[name] = Self.value(values)
        }
        add(others, to: &record.attributes)
    }

    /// Names a node after the first of its captions that it has, and gives it its other names.
    static func name(
        _ record: inout NodeRecord, captions: [String], caption: String?, _ values: (String) -> [String]
    ) {
        for property in captions + ["name"] where record.name == nil { record.name = values(property).first }
        if record.name == nil { record.name = caption }
        for property in aliasProperties {
            for name in values(property) where name != record.name && !record.aliases.contains(name) {
                record.aliases.append(name)
            }
        }
    }

    /// What an edge keeps of its entity: everything but its ends.
    func edgeAttributes(in model: FTMModel) -> Attributes {
        var attributes: Attributes = [:]
        for (name, values) in properties { attributes[name] = Self.value(values) }
        if let edge = model[schema]?.edge {
            var names: [String] = []
            for reference in references
            where reference.property != edge.source && reference.property != edge.target {
                if !names.contains(reference.property) { names.append(reference.property) }
            }
            for name in names { attributes[name] = Self.value(values(name).map { .string($0) }) }
        }
        add(others, to: &attributes)
        return attributes
    }

    /// What stands beside the properties may have the name of one.
    private func add(_ others: Attributes, to attributes: inout Attributes) {
        for (name, value) in others { attributes[attributes[name] == nil ? name : "entity.\(name)"] = value }
    }

    /// One value as itself, several as a list.
    private static func value(_ values: [AttributeValue]) -> AttributeValue {
        values.count == 1 ? values[0] : .list(values)
    }

    /// The values of an attribute.
    static func list(_ value: AttributeValue) -> [AttributeValue] {
        if case .list(let values) = value { return values }
        return [value]
    }
}

extension Attributes {
    /// Gives an attribute another value beside those that it has.
    mutating func join(_ value: AttributeValue, as name: String) {
        guard let own = self[name], own != value else {
            self[name] = value
            return
        }
        let values = FTMEntity.list(own)
        let added = FTMEntity.list(value).filter { !values.contains($0) }
        if !added.isEmpty { self[name] = .list(values + added) }
    }
}
