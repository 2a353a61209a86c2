internal import LinkChartModel

extension STIXForm {
    // MARK: - Types

    /// Whether a node came from STIX and can go back under its own identifier: it has all that its type demands.
    static func isRaw(_ node: Node) -> Bool {
        guard let identifier = STIXIdentifier(node.id), identifier.isStandard,
            identifier.type == node.subtype,
            identifier.type != "relationship", identifier.type != "sighting",
            let properties = STIXProperties.table[identifier.type]
        else { return false }
        let attributes = node.attributes
        for name in properties.required where name != "name" {
            guard let value = attributes[name], let type = properties[name],
                STIXProperties.accepts(value, as: type)
            else { return false }
        }
        return isConsistent(attributes, node.name, type: identifier.type)
    }

    /// What the standard demands of properties together.
    private static func isConsistent(_ attributes: Attributes, _ name: String, type: String) -> Bool {
        let text = { (name: String) in attributes[name]?.string ?? "" }
        switch type {
        case "location":
            let has = attributes["region"]?.string != nil || attributes["country"]?.string != nil
            return has
                || degrees(attributes["latitude"], 90) != nil && degrees(attributes["longitude"], 180) != nil
        case "malware-analysis":
            return attributes["result"]?.string != nil || attributes["analysis_sco_refs"] != nil
        case "observed-data":
            guard case .integer(let count)? = attributes["number_observed"], count > 0, count < 1_000_000_000
            else {
                return false
            }
            return attributes["object_refs"] != nil && attributes["objects"] == nil
                && text("first_observed") <= text("last_observed")
        case "opinion":
            return ["strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"].contains(
                text("opinion"))
        case "indicator":
            return attributes["valid_until"] == nil || text("valid_until") > text("valid_from")
        default: return true
        }
    }

    /// The type that a node's object has if it does not come from STIX.
    static func type(of node: Node) -> String {
        switch node.kindName {
        case "State":
            return node.attributes["iso2"]?.string == nil ? "identity" : "location"
        case "Region", "Place": return "location"
        case "Actor": return node.subtype == "intrusion-set" ? "intrusion-set" : "threat-actor"
        case "Incident": return "incident"
        case "Campaign": return "campaign"
        case "Means": return node.subtype == "technique" ? "attack-pattern" : "infrastructure"
        case "Document": return "report"
        case "Proposition", "Pledge": return "note"
        case "Proposal": return "course-of-action"
        default: return "identity"
        }
    }

    private static func identityClass(of node: Node) -> String {
        switch node.kindName {
        case "State": "nation-state"
        case "Organisation": "organization"
        case "Person": "individual"
        case "Population": "class"
        default: "unknown"
        }
    }

    /// The identifier of the object that stands for a node.
    func id(_ node: NodeIndex) -> String { ids[node.position] }

    /// The identifier under which a reference is written; nil if strict readers would refuse it.
    func id(ofReference id: String) -> String? {
        if let node = graph.node(id: id) { return ids[node.position] }
        guard let identifier = STIXIdentifier(id), identifier.isStandard else { return nil }
        if identifier.type == "relationship" || identifier.type == "marking-definition" { return id }
        return STIXProperties.table[identifier.type] == nil ? nil : id
    }

    // MARK: - Objects

    /// The object of a node; nil if it only stands for a reference that leads out of the bundle.
    func object(for node: Node) -> Attributes? {
        if isRaw[node.index.position] { return rawObject(node) }
        var object = Self.object(STIXIdentifier.type(of: id(node.index)) ?? "identity", id(node.index))
        let attributes = node.attributes
        describe(node, attributes, in: &object)
        var own: Attributes = ["extension_type": "property-extension", "kind": .string(node.kindName)]
        own["id"] = .string(node.id)
        own["name"] = .string(node.name)
        if !node.aliases.isEmpty { own["aliases"] = .list(node.aliases.map { .string($0) }) }
        if let subtype = node.subtype { own["subtype"] = .string(subtype) }
        if node.isSource { own["isSource"] = true }
        if !attributes.isEmpty { own["attributes"] = .object(attributes) }
        object["extensions"] = .object([STIXVocabulary.extensionID: .object(own)].attributes)
        return object
    }

    /// What STIX itself can say of a node, for those who do not know the extension.
    private func describe(_ node: Node, _ attributes: Attributes, in object: inout Attributes) {
        let type = object["type"]?.string ?? ""
        let properties = STIXProperties.table[type]
        for name in ["created", "modified"] {
            if let text = attributes[name]?.string, STIXProperties.isTimestamp(text) {
                object[name] = .string(text)
            }
        }
        if type == "note" {
            object["content"] = .string(attributes["text"]?.string ?? node.name)
        } else {
            object["name"] = .string(node.name)
        }
        if let text = attributes["description"]?.string, properties?["description"] != nil {
            object["description"] = .string(text)
        }
        if !node.aliases.isEmpty, properties?["aliases"] != nil {
            object["aliases"] = .list(node.aliases.map { .string($0) })
        }
        switch type {
        case "identity": object["identity_class"] = .string(Self.identityClass(of: node))
        case "location": locate(node, attributes, in: &object)
        case "report":
            let dates = ["published", "date", "created"].compactMap { attributes[$0]?.string }
            object["published"] = .string(
                dates.lazy.compactMap { Self.timestamp($0) }.first ?? Self.unknownTime)
            object["object_refs"] = references(of: node)
        case "note": object["object_refs"] = references(of: node)
        default: break
        }
        if let url = attributes["url"]?.string {
            object["external_references"] = [["source_name": .string(node.name), "url": .string(url)]]
        }
    }

    private func locate(_ node: Node, _ attributes: Attributes, in object: inout Attributes) {
        if let latitude = Self.degrees(attributes["latitude"] ?? attributes["lat"], 90),
            let longitude = Self.degrees(attributes["longitude"] ?? attributes["lon"], 180)
        {
            object["latitude"] = latitude
            object["longitude"] = longitude
        }
        if let code = attributes["iso2"]?.string ?? attributes["country"]?.string, !code.isEmpty {
            object["country"] = .string(code)
        } else if object["latitude"] == nil {
            // The standard demands one of the three, and a place is the region that it is.
            let slug = Graph.slug(node.name)
            object["region"] = .string(slug.isEmpty ? node.name : slug)
        }
        if object["country"] == nil, object["latitude"] == nil, node.name.isEmpty {
            object["region"] = "unknown"
        }
    }

    private static func degrees(_ value: AttributeValue?, _ limit: Double) -> AttributeValue? {
        switch value {
        case .number(let number)? where abs(number) <= limit: .number(number)
        case .integer(let number)? where abs(Double(number)) <= limit: .integer(number)
        default: nil
        }
    }

    /// The day on which a text says that something was, as a timestamp.
    static func timestamp(_ text: String) -> String? {
        if STIXProperties.isTimestamp(text) { return text }
        guard let day = RecordedDate(normalizing: text).date?.earliestStart, day.year > 0, day.year < 10_000
        else {
            return nil
        }
        return "\(day.description)T00:00:00.000Z"
    }

    /// What a document or a statement is about: the ends of its edges, and the edges that cite it.
    private func references(of node: Node) -> AttributeValue {
        var found: [AttributeValue] = []
        var seen: Set<String> = []
        for edge in citing[node.index] ?? [] {
            let id = relationshipID(graph[edge])
            if seen.insert(id).inserted { found.append(.string(id)) }
        }
        for neighbour in neighbours[node.index] ?? [] {
            let id = ids[neighbour.position]
            if seen.insert(id).inserted { found.append(.string(id)) }
        }
        // The standard wants something there.
        return .list(found.isEmpty ? [.string(STIXVocabulary.programID)] : found)
    }

    // MARK: - What came from STIX

    private func rawObject(_ node: Node) -> Attributes? {
        let attributes = node.attributes
        let type = STIXIdentifier.type(of: node.id) ?? ""
        var object: Attributes = ["type": .string(type), "spec_version": "2.1", "id": .string(node.id)]
        var rest: Attributes = [:]
        var isForeign = false
        let isObservable = STIXProperties.table[type]?["created"] == nil
        if !isObservable {
            object["created"] = .string(Self.unknownTime)
            object["modified"] = .string(Self.unknownTime)
        }
        for (name, value) in attributes {
            guard let expected = STIXProperties.table[type]?[name] else {
                let isFree =
                    STIXProperties.isPropertyName(name) && !["type", "id", "spec_version"].contains(name)
                if isFree, name != "custom_properties", name != "allow_custom", name != "interoperability" {
                    object[name] = value
                    isForeign = true
                } else {
                    rest[name] = value
                }
                continue
            }
            guard let written = written(name, value, as: expected) else {
                rest[name] = value
                continue
            }
            object[name] = written
            if written != value { rest[name] = value }
        }
        settle(&object, &rest, type: type)
        var own = ownPart(of: node, attributes, in: &object, type: type)
        if !rest.isEmpty { own["attributes"] = .object(rest) }
        let time = { (name: String) in attributes[name] == nil && !isObservable }
        if time("created") || time("modified") {
            // Both were made up, or one of them.
            own["unknown"] = .list(["created", "modified"].filter { time($0) }.map { .string($0) })
        }
        addExtensions(own, isForeign: isForeign, to: &object)
        return object
    }

    /// Takes back what the standard does not allow beside each other.
    private func settle(_ object: inout Attributes, _ rest: inout Attributes, type: String) {
        if let start = object["first_seen"]?.string, let stop = object["last_seen"]?.string, start > stop {
            move("last_seen", from: &object, to: &rest)
        }
        guard type == "location" else { return }
        if object["latitude"] == nil || object["longitude"] == nil
            || Self.degrees(object["latitude"], 90) == nil || Self.degrees(object["longitude"], 180) == nil
        {
            for name in ["latitude", "longitude", "precision"] { move(name, from: &object, to: &rest) }
        }
    }

    private func move(_ name: String, from object: inout Attributes, to rest: inout Attributes) {
        guard let value = object[name] else { return }
        if rest[name] == nil { rest[name] = value }
        object[name] = nil
    }

    /// A property's value as strict readers take it; nil if they would not.
    func written(_ name: String, _ value: AttributeValue, as type: STIXProperties.ValueType)
        -> AttributeValue?
    {
        guard STIXProperties.accepts(value, as: type) else { return nil }
        switch (type, value) {
        case (.reference, .string(let id)):
            guard let id = self.id(ofReference: id) else { return nil }
            if name == "created_by_ref", STIXIdentifier.type(of: id) != "identity" { return nil }
            return .string(id)
        case (.references, .list(let values)):
            let ids = values.compactMap { $0.string.flatMap { self.id(ofReference: $0) } }
                .filter { STIXIdentifier.type(of: $0) != "marking-definition" }
            return ids.isEmpty ? nil : .list(ids.map { .string($0) })
        default: return value
        }
    }

    /// What the reader would not find out by itself: another kind, other names.
    private func ownPart(
        of node: Node, _ attributes: Attributes, in object: inout Attributes, type: String
    ) -> Attributes {
        var own: Attributes = [:]
        let kind = STIXVocabulary.kind(ofType: type) { name in attributes["\(name)"].map { $0.string ?? "" } }
        let expected = graph.ontology.kind(named: kind) == nil ? "Entity" : kind
        if expected != node.kindName { own["kind"] = .string(node.kindName) }
        let properties = STIXProperties.table[type]
        let derived = STIXVocabulary.nameProperties.lazy.compactMap { attributes[$0]?.string }.first {
            !$0.isEmpty
        }
        if properties?["name"] != nil,
            properties?.required.contains("name") == true || node.name != (derived ?? node.id)
        {
            object["name"] = .string(node.name)
        } else if node.name != (derived ?? node.id) {
            own["name"] = .string(node.name)
        }
        var names: [String] = []
        for (name, value) in attributes where STIXVocabulary.aliasProperties.contains(name) {
            for alias in FTMEntity.list(value).compactMap(\.string)
            where !alias.isEmpty && alias != node.name && !names.contains(alias) {
                names.append(alias)
            }
        }
        if names.isEmpty, !node.aliases.isEmpty, properties?["aliases"] != nil {
            object["aliases"] = .list(node.aliases.map { .string($0) })
        } else if names != node.aliases {
            own["aliases"] = .list(node.aliases.map { .string($0) })
        }
        if node.isSource { own["isSource"] = true }
        return own
    }

    /// Adds our own extension, and the one for properties of other producers, beside those that were there.
    private func addExtensions(_ own: Attributes, isForeign: Bool, to object: inout Attributes) {
        var extensions: Attributes = [:]
        if !own.isEmpty {
            var all: Attributes = ["extension_type": "property-extension", "isRaw": true]
            all.merge(own)
            extensions[STIXVocabulary.extensionID] = .object(all)
        }
        if isForeign {
            extensions[STIXVocabulary.foreignExtensionID] = .object([
                "extension_type": "toplevel-property-extension"
            ])
        }
        if !extensions.isEmpty { object["extensions"] = .object(extensions) }
    }
}
