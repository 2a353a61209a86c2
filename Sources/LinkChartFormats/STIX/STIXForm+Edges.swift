internal import LinkChartModel

extension STIXForm {
    /// The object of an edge; nil if an object's references say it already.
    func object(for edge: Edge) -> Attributes? {
        let attributes = edge.attributes
        if isEmbedded(edge, attributes) { return nil }
        if let object = rawObject(for: edge, attributes) { return object }
        return ownObject(for: edge, attributes)
    }

    /// The identifier of an edge's relationship.
    func relationshipID(_ edge: Edge) -> String {
        if edge.hasOwnID, let identifier = STIXIdentifier(edge.id), identifier.isStandard,
            identifier.type == "relationship"
        {
            return edge.id
        }
        let name =
            edge.hasOwnID
            ? "edge \(edge.id)"
            : "edge \(edge.index.position) \(graph.id(of: edge.source)) \(edge.definition.name) \(graph.id(of: edge.target))"
        return "relationship--" + NameBasedUUID(name).text
    }

    /// Whether the source's own properties say what an edge says.
    private func isEmbedded(_ edge: Edge, _ attributes: Attributes) -> Bool {
        guard !edge.hasOwnID, attributes.count == 1, isRaw[edge.source.position],
            let property = attributes["property"]?.string, edge.valid == nil,
            let type = STIXIdentifier.type(of: ids[edge.source.position]),
            let expected = STIXProperties.table[type]?[property],
            expected == .reference || expected == .references
        else { return false }
        let node = graph[edge.source].attributes
        guard let value = node[property], let written = written(property, value, as: expected),
            FTMEntity.list(written).contains(.string(ids[edge.target.position]))
        else { return false }
        let isStatement = STIXVocabulary.statements.contains(type) && property == "object_refs"
        let relation = isStatement ? reporting(edge) : "relatedTo"
        guard edge.definition.name == relation else { return false }
        var expectedClaim = Claim()
        guard let author = node["created_by_ref"]?.string else { return edge.claims.isEmpty }
        expectedClaim.claimant = graph.node(id: author).map { .node($0) } ?? .named(author)
        if isStatement { expectedClaim.source = .node(edge.source) }
        return Array(edge.claims) == [expectedClaim]
    }

    private func reporting(_ edge: Edge) -> String {
        let ontology = graph.ontology
        guard let reports = ontology.relation(named: "reportsOn"),
            ontology.allows(graph.kind(of: edge.source), reports, graph.kind(of: edge.target))
        else { return "relatedTo" }
        return "reportsOn"
    }

    // MARK: - What came from STIX

    /// A relationship or a sighting as it was; nil if it says more than that, or what strict readers refuse.
    private func rawObject(for edge: Edge, _ attributes: Attributes) -> Attributes? {
        guard edge.hasOwnID, let identifier = STIXIdentifier(edge.id), identifier.isStandard,
            let word = attributes["relationship_type"]?.string,
            let properties = STIXProperties.table[identifier.type]
        else { return nil }
        var object: Attributes = [
            "type": .string(identifier.type), "spec_version": "2.1", "id": .string(edge.id),
        ]
        var taken: Set<String> = ["created", "modified"]
        for name in ["created", "modified"] {
            // Strict readers would make them up.
            guard let text = attributes[name]?.string, STIXProperties.isTimestamp(text) else { return nil }
            object[name] = .string(text)
        }
        switch identifier.type {
        case "relationship":
            let ontology = graph.ontology
            let relation =
                STIXVocabulary.relation(
                    word, from: graph.kind(of: edge.source), to: graph.kind(of: edge.target), in: ontology)
                ?? ontology.relation(named: "relatedTo")
            guard relation == edge.relation, attributes["source_ref"] == nil, attributes["target_ref"] == nil
            else {
                return nil
            }
            object["relationship_type"] = .string(word)
            object["source_ref"] = .string(id(edge.source))
            object["target_ref"] = .string(id(edge.target))
            taken.insert("relationship_type")
        case "sighting":
            guard word == "sighting", edge.definition.name == reporting(edge), isSingle(attributes, edge),
                attributes["sighting"] == nil, attributes["sighting_of_ref"] == nil,
                isDomainObject(edge.target)
            else { return nil }
            object["sighting_of_ref"] = .string(id(edge.target))
            taken.insert("relationship_type")
        default: return nil
        }
        var isForeign = false
        for (name, value) in attributes where !taken.contains(name) {
            if let expected = properties[name] {
                guard let written = written(name, value, as: expected), written == value else { return nil }
            } else if STIXProperties.isPropertyName(name), name != "extensions", name != "spec_version" {
                isForeign = true
            } else {
                return nil
            }
            object[name] = value
        }
        guard isInOrder(object), isValidity(edge, object), addClaims(of: edge, attributes, to: &object) else {
            return nil
        }
        if isForeign {
            object["extensions"] = .object(
                [
                    STIXVocabulary.foreignExtensionID: .object([
                        "extension_type": "toplevel-property-extension"
                    ])
                ].attributes)
        }
        return object
    }

    private func isSingle(_ attributes: Attributes, _ edge: Edge) -> Bool {
        guard case .list(let witnesses)? = attributes["where_sighted_refs"] else {
            return attributes["created_by_ref"]?.string == graph.id(of: edge.source)
        }
        let types: Set<String> = ["identity", "location"]
        return witnesses.count == 1 && witnesses[0].string == graph.id(of: edge.source)
            && types.contains(STIXIdentifier.type(of: id(edge.source)) ?? "")
    }

    private func isDomainObject(_ node: NodeIndex) -> Bool {
        guard let type = STIXIdentifier.type(of: id(node)) else { return false }
        return STIXProperties.table[type]?["created"] != nil
    }

    private func isInOrder(_ object: Attributes) -> Bool {
        if let start = object["start_time"]?.string, let stop = object["stop_time"]?.string, stop <= start {
            return false
        }
        if let first = object["first_seen"]?.string, let last = object["last_seen"]?.string, last < first {
            return false
        }
        return true
    }

    private func isValidity(_ edge: Edge, _ object: Attributes) -> Bool {
        let start = object["start_time"]?.string ?? object["first_seen"]?.string
        let stop = object["stop_time"]?.string ?? object["last_seen"]?.string
        let expected = STIXVocabulary.validity(from: start, to: stop)
        return expected?.date == edge.valid?.date && edge.valid?.raw == expected?.raw
    }

    /// Adds description and external references if they say all that the claims say; false if they do not.
    private func addClaims(of edge: Edge, _ attributes: Attributes, to object: inout Attributes) -> Bool {
        var claimant: Party?
        if let author = attributes["created_by_ref"]?.string {
            claimant = graph.node(id: author).map { .node($0) } ?? .named(author)
        }
        var statement: String?
        var references: [AttributeValue] = []
        var isFirst = true
        var isBare = false
        var isEstablished = false
        for claim in edge.claims {
            if isDerived(claim, from: edge) {
                isEstablished = isEstablished || claim.modality.isEstablishing
                continue
            }
            if isFirst { statement = claim.statement }
            isFirst = false
            let confidence = claim.confidence.map { AttributeValue.integer(Int64($0.value)) }
            guard !isBare, claim.claimant == claimant, claim.via == nil, claim.locator == nil,
                claim.modality == .asserted, claim.reliability == nil, claim.credibility == nil,
                claim.statement == statement, claim.date?.raw == attributes["created"]?.string,
                confidence == attributes["confidence"]
            else { return false }
            guard case .named(let source)? = claim.source else {
                guard claim.source == nil, claim.attributes.isEmpty, references.isEmpty else { return false }
                isBare = true
                continue
            }
            var reference: Attributes = ["source_name": .string(source)]
            reference.merge(claim.attributes)
            references.append(.object(reference))
        }
        if isFirst {
            let isStated = claimant != nil || attributes["confidence"] != nil
            let hasClaims = !edge.claims.isEmpty
            if hasClaims ? !isEstablished : isStated { return false }
        } else if isBare, isEstablished {
            return false
        }
        if let statement { object["description"] = .string(statement) }
        guard !references.isEmpty else { return true }
        guard references.allSatisfy(STIXProperties.isExternalReference) else { return false }
        object["external_references"] = .list(references)
        return true
    }

    /// Whether a claim is what a report or an opinion of the bundle says of the edge.
    private func isDerived(_ claim: Claim, from edge: Edge) -> Bool {
        guard case .node(let source)? = claim.source, isRaw[source.position],
            let references = graph[source].attributes["object_refs"]
        else { return false }
        return FTMEntity.list(references).contains(.string(edge.id))
    }

    // MARK: - Our own

    /// A relationship with all that we know of the edge in the extension.
    private func ownObject(for edge: Edge, _ attributes: Attributes) -> Attributes {
        let claims = Array(edge.claims)
        var object = Self.object("relationship", relationshipID(edge))
        if case .node(let claimant)? = claims.first?.claimant, id(claimant).hasPrefix("identity--") {
            object["created_by_ref"] = .string(id(claimant))
        }
        object["relationship_type"] = .string(
            attributes["relationship_type"]?.string ?? Self.word(for: edge.definition.name))
        if let statement = claims.lazy.compactMap(\.statement).first {
            object["description"] = .string(statement)
        }
        object["source_ref"] = .string(id(edge.source))
        object["target_ref"] = .string(id(edge.target))
        addTimes(of: edge, to: &object)
        let isDenied = !claims.isEmpty && claims.allSatisfy { $0.modality.isNegating }
        if isDenied {
            object["confidence"] = 0
        } else if let confidence = claims.lazy.compactMap(\.confidence).first {
            object["confidence"] = .integer(Int64(confidence.value))
        }
        let labels = Self.labels(claims)
        if !labels.isEmpty { object["labels"] = .list(labels.map { .string($0) }) }
        let references = claims.compactMap { reference(for: $0) }
        if !references.isEmpty { object["external_references"] = .list(references) }
        var own: Attributes = [
            "extension_type": "property-extension", "relation": .string(edge.definition.name),
        ]
        if edge.hasOwnID { own["id"] = .string(edge.id) }
        if let valid = edge.valid { own["valid"] = NativeForm.value(of: valid) }
        if !attributes.isEmpty { own["attributes"] = .object(attributes) }
        if !claims.isEmpty { own["claims"] = .list(claims.map { .object(native.claim($0)) }) }
        object["extensions"] = .object([STIXVocabulary.extensionID: .object(own)].attributes)
        return object
    }

    private func addTimes(of edge: Edge, to object: inout Attributes) {
        guard let date = edge.valid?.date else { return }
        let isWritable = { (day: Day) in day.year > 0 && day.year < 10_000 }
        if let start = date.earliestStart, isWritable(start) {
            object["start_time"] = .string("\(start.description)T00:00:00.000Z")
        }
        if let end = date.latestEnd, isWritable(end), date.earliestStart.map({ $0 <= end }) ?? true {
            object["stop_time"] = .string("\(end.description)T23:59:59.999Z")
        }
    }

    /// What readers of plain STIX must not overlook: that nobody stands for it, or that somebody denies it.
    private static func labels(_ claims: [Claim]) -> [String] {
        var labels: [String] = []
        let standing = EdgeStanding(of: claims)
        if !standing.isEstablished { labels.append("not-established") }
        if standing.isContested { labels.append("contested") }
        for claim in claims where claim.modality != .asserted && !labels.contains(claim.modality.rawValue) {
            labels.append(claim.modality.rawValue)
        }
        return labels
    }

    /// The source of a claim as an external reference.
    private func reference(for claim: Claim) -> AttributeValue? {
        let name: String
        var reference: Attributes = [:]
        switch claim.source {
        case .node(let node)?:
            name = graph.name(of: node)
            if let url = graph[node].attributes["url"]?.string { reference["url"] = .string(url) }
        case .named(let text)?: name = text
        case nil: return nil
        }
        reference["source_name"] = .string(name)
        let place = claim.locator?.text ?? claim.statement
        if let place { reference["description"] = .string(place) }
        if reference.count == 1 { reference["description"] = .string(name) }
        return .object(reference)
    }

    /// The type of relationship that says nearest what a relation says.
    static func word(for relation: String) -> String {
        switch relation {
        case "usesMeans": return "uses"
        case "attacks", "target", "threatens": return "targets"
        case "perpetratedBy": return "attributed-to"
        case "locatedIn", "basedIn", "operatesIn", "occurredIn": return "located-at"
        case "originatesFrom": return "originates-from"
        case "relatedTo": return "related-to"
        // In STIX these mean something else.
        case "hosts", "controls": return "related-to"
        default: break
        }
        var word = ""
        for character in relation {
            if character.isUppercase, !word.isEmpty { word += "-" }
            word += character.lowercased()
        }
        let isPlain =
            !word.isEmpty && word.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }
        return isPlain ? word : "related-to"
    }
}
