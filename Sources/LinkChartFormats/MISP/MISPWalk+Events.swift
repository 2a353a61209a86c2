import LinkChartModel

extension MISPWalk {
    /// An event with its attributes, objects, galaxies and reports.
    mutating func readEvent(_ item: Int, into builder: inout GraphBuilder) {
        guard tree.kind(item) == .mapping else {
            if phase == .nodes { builder.reportWrongType(tree, item, "an event must be an object of JSON") }
            return
        }
        let id = identifier(item, in: "", "event", into: &builder)
        event = id
        claim = Claim()
        if var record = record(id, "Incident", at: item, into: &builder) {
            record.name = text(item, "info")
            record.subtype = "misp-event"
            record.attributes = rest(
                item,
                without: [
                    "uuid", "info", "Attribute", "Object", "Galaxy", "RelatedEvent", "EventReport", "Event",
                ],
                into: &builder)
            add(record, at: item, into: &builder)
        }
        readCreator(of: item, id, into: &builder)
        readMembers(of: item, id, into: &builder)
        if let related = tree.value(item, "RelatedEvent") {
            tree.forEachElement(related) { readRelated($0, of: id, into: &builder) }
        }
        if let reports = tree.value(item, "EventReport") {
            tree.forEachElement(reports) { readReport($0, of: id, into: &builder) }
        }
        event = nil
        claim = Claim()
    }

    /// The organisation that created an event: the claimant of all that it says.
    private mutating func readCreator(of item: Int, _ id: String, into builder: inout GraphBuilder) {
        guard let creator = tree.value(item, "Orgc") ?? tree.value(item, "Org"),
            tree.kind(creator) == .mapping,
            let organisation = text(creator, "uuid") ?? text(creator, "name")
        else { return }
        if var record = record(organisation, "Organisation", at: creator, into: &builder) {
            record.name = text(creator, "name")
            add(record, at: creator, into: &builder)
        }
        let graph = builder.graph
        claim.claimant = graph.node(id: organisation).map { .node($0) } ?? .named(organisation)
        claim.source = graph.node(id: id).map { .node($0) }
        claim.date = text(item, "timestamp").flatMap { Self.date(seconds: $0) }
        MISPVocabulary.grade(&claim, byTags: tags(item))
        var own = claim
        own.source = nil
        link(organisation, "reports-on", id, ["property": "Orgc"], claims: [own], at: creator, into: &builder)
    }

    /// Attributes, objects and galaxies of an event or an object.
    private mutating func readMembers(of item: Int, _ id: String, into builder: inout GraphBuilder) {
        if let attributes = tree.value(item, "Attribute") {
            forEach(attributes, "Attribute", into: &builder) { $0.readAttribute($1, of: id, into: &$2) }
        }
        if let objects = tree.value(item, "Object") {
            forEach(objects, "Object", into: &builder) { $0.readObject($1, of: id, into: &$2) }
        }
        if let galaxies = tree.value(item, "Galaxy") {
            forEach(galaxies, "Galaxy", into: &builder) { $0.readGalaxy($1, of: id, into: &$2) }
        }
    }

    /// Calls `body` with each object of a list.
    private mutating func forEach(
        _ list: Int, _ name: String, into builder: inout GraphBuilder,
        _ body: (inout MISPWalk, Int, inout GraphBuilder) -> Void
    ) {
        guard tree.kind(list) == .sequence else {
            if phase == .nodes, tree.kind(list) != .null {
                builder.reportWrongType(tree, list, "`\(name)` must be a list")
            }
            return
        }
        tree.forEachElement(list) { element in
            if tree.kind(element) == .mapping {
                body(&self, element, &builder)
            } else if phase == .nodes {
                builder.reportWrongType(tree, element, "each of `\(name)` must be an object of JSON")
                builder.reportSkipped("\(name) that is none", tree.text(element), at: tree.range(element))
            }
        }
    }

    private mutating func readAttribute(_ item: Int, of parent: String, into builder: inout GraphBuilder) {
        let id = identifier(item, in: parent, "attribute", into: &builder)
        let isInObject = text(item, "object_relation") != nil
        if var record = record(id, "Entity", at: item, into: &builder) {
            record.name = text(item, "value")
            record.subtype = text(item, "type")
            record.attributes = rest(
                item, without: ["uuid", "value", "type", "Galaxy", "Sighting", "object_relation"],
                into: &builder)
            add(record, at: item, into: &builder)
        }
        let claims = [graded(item)]
        link(
            parent, text(item, "object_relation") ?? "has-attribute", id,
            ["property": isInObject ? "object_relation" : "Attribute"], claims: claims, at: item,
            into: &builder)
        if let galaxies = tree.value(item, "Galaxy") {
            forEach(galaxies, "Galaxy", into: &builder) { $0.readGalaxy($1, of: id, into: &$2) }
        }
        if let sightings = tree.value(item, "Sighting") {
            forEach(sightings, "Sighting", into: &builder) { $0.readSighting($1, of: id, into: &$2) }
        }
    }

    private mutating func readObject(_ item: Int, of parent: String, into builder: inout GraphBuilder) {
        let id = identifier(item, in: parent, "object", into: &builder)
        let template = text(item, "name")
        if var record = record(id, MISPVocabulary.kind(ofObject: template ?? ""), at: item, into: &builder) {
            record.name = objectName(item) ?? template
            record.subtype = template
            record.attributes = rest(
                item, without: ["uuid", "name", "Attribute", "ObjectReference", "Galaxy"], into: &builder)
            add(record, at: item, into: &builder)
        }
        link(
            parent, "has-object", id, ["property": "Object"], claims: [graded(item)], at: item, into: &builder
        )
        readMembers(of: item, id, into: &builder)
        guard let references = tree.value(item, "ObjectReference") else { return }
        forEach(references, "ObjectReference", into: &builder) { $0.readReference($1, of: id, into: &$2) }
    }

    /// What an object is called: the attribute that its template puts first.
    private func objectName(_ item: Int) -> String? {
        guard let attributes = tree.value(item, "Attribute") else { return nil }
        var best: (rank: Int, text: String)?
        tree.forEachElement(attributes) { attribute in
            guard let relation = text(attribute, "object_relation"), let value = text(attribute, "value"),
                let rank = Self.nameRelations.firstIndex(of: relation), rank < best?.rank ?? .max
            else { return }
            best = (rank, value)
        }
        return best?.text
    }

    private static let nameRelations = [
        "name", "full-name", "last-name", "title", "filename", "domain", "hostname", "url", "ip", "ip-dst",
        "subject",
        "summary", "permalink", "text", "value",
    ]

    private mutating func readReference(_ item: Int, of id: String, into builder: inout GraphBuilder) {
        guard let target = text(item, "referenced_uuid") else {
            if phase == .edges {
                builder.report(.missingKey, "a reference needs `referenced_uuid`", at: tree.range(item))
                builder.reportSkipped("edge with an error", id, at: tree.range(item))
            }
            return
        }
        link(
            text(item, "object_uuid") ?? text(item, "source_uuid") ?? id,
            text(item, "relationship_type") ?? "related-to",
            target,
            rest(
                item,
                without: [
                    "uuid", "object_uuid", "source_uuid", "referenced_uuid", "relationship_type", "Attribute",
                    "Object",
                ],
                into: &builder),
            id: text(item, "uuid"), claims: [graded(item)], at: item, into: &builder)
    }

    private mutating func readSighting(_ item: Int, of id: String, into builder: inout GraphBuilder) {
        let organisation = tree.value(item, "Organisation")
        let witness = organisation.flatMap { text($0, "uuid") ?? text($0, "name") }
        if let organisation, let witness,
            var record = record(witness, "Organisation", at: organisation, into: &builder)
        {
            record.name = text(organisation, "name")
            add(record, at: organisation, into: &builder)
        }
        guard let source = witness ?? event else { return }
        let seen = text(item, "date_sighting").flatMap { Self.date(seconds: $0) }
        var claim = Claim(claimant: builder.graph.node(id: source).map { .node($0) }, date: seen)
        // A sighting of type 1 says that it was no such thing; of type 2, that it will be none from then on.
        if text(item, "type") == "1" { claim.modality = .negated }
        link(
            source, "reports-on", id,
            rest(item, without: ["uuid", "Organisation"], into: &builder), id: text(item, "uuid"),
            valid: seen?.date.map { RecordedDate(date: $0) }, claims: [claim], at: item, into: &builder)
    }

    private mutating func readRelated(_ item: Int, of id: String, into builder: inout GraphBuilder) {
        guard let other = tree.value(item, "Event") ?? (tree.kind(item) == .mapping ? item : nil),
            let uuid = text(other, "uuid")
        else { return }
        if var record = record(uuid, "Incident", at: other, into: &builder) {
            record.name = text(other, "info")
            record.subtype = "misp-event"
            // The event itself, where it is read, says more and the same.
            if let date = text(other, "date") { record.attributes["date"] = .string(date) }
            add(record, at: other, into: &builder)
        }
        link(
            id, "linked-to", uuid,
            ["property": "RelatedEvent", "event": .object(rest(other, without: [], into: &builder))],
            claims: [claim], otherwise: "Incident", at: item, into: &builder)
    }

    private mutating func readReport(_ item: Int, of id: String, into builder: inout GraphBuilder) {
        guard tree.kind(item) == .mapping else { return }
        let report = identifier(item, in: id, "report", into: &builder)
        if var record = record(report, "Document", at: item, into: &builder) {
            record.name = text(item, "name")
            record.subtype = "event-report"
            record.attributes = rest(item, without: ["uuid", "name"], into: &builder)
            add(record, at: item, into: &builder)
        }
        link(report, "reports-on", id, ["property": "EventReport"], claims: [claim], at: item, into: &builder)
    }

    /// The event's claim with the date and the tags of a part of it.
    private func graded(_ item: Int) -> Claim {
        var claim = self.claim
        if let date = text(item, "timestamp").flatMap({ Self.date(seconds: $0) }) { claim.date = date }
        MISPVocabulary.grade(&claim, byTags: tags(item))
        return claim
    }
}
