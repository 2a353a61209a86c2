internal import LinkChartModel

/// An event as a PLOVER record has it.
struct PLOVERRecord {
    var id = ""
    private(set) var event = ""
    let range: SourceRange
    private(set) var name: String?
    private(set) var attributes: Attributes = [:]
    private(set) var roles: [EventRole] = []
    private(set) var claim: Claim?

    init(_ tree: DocumentTree, _ item: Int, isFirstPass: Bool, _ builder: inout GraphBuilder) {
        range = tree.range(item)
        var date: RecordedDate?
        var actors: [(role: String, item: Int)] = []
        var place: Int?
        var claim = Claim()
        var others: Attributes = [:]
        tree.forEachMember(item) { key, value in
            let name = tree.text(key)
            let text = tree.kind(value) == .string ? tree.text(value) : nil
            switch (name, text) {
            case ("id", let text?): id = text
            case ("id", nil) where tree.kind(value) == .integer: id = tree.text(value)
            case ("event", let text?): event = text
            case ("date", let text?):
                let read = RecordedDate(normalizing: text)
                if isFirstPass { builder.check(read, text, at: tree.range(value)) }
                date = read
            case ("source", _), ("target", _): actors.append((name, value))
            case ("eventLoc", nil) where tree.kind(value) == .mapping: place = value
            case ("text", let text?): claim.statement = text
            case ("publication", let text?): claim.source = .named(text)
            default:
                if name == "eventText", let text { self.name = text }
                others[name] = builder.value(tree, value)
            }
        }
        if claim != Claim() { self.claim = claim }
        if id.isEmpty {
            id = "event at \(range.offset)"
            reportMissing("id", "it is called `\(id)`", isFirstPass, &builder)
        }
        if event.isEmpty { reportMissing("event", "it is kept without one", isFirstPass, &builder) }
        if let date {
            if let text = date.date?.description { attributes["date"] = .string(text) }
            if let raw = date.raw { attributes["rawDate"] = .string(raw) }
        }
        readDeaths(&others)
        attributes.merge(others)
        for (role, item) in actors { readActors(tree, item, role, isFirstPass, &builder) }
        if let place { readPlace(tree, place, &builder) }
        if name == nil, !event.isEmpty { name = event }
    }

    private func reportMissing(
        _ key: String, _ suggestion: String, _ isFirstPass: Bool, _ builder: inout GraphBuilder
    ) {
        guard isFirstPass else { return }
        builder.report(
            .missingKey, "the event record has no `\(key)`", at: range, suggestion: suggestion,
            severity: .warning)
    }

    private mutating func readDeaths(_ others: inout Attributes) {
        let count: Int64? =
            switch others["dead"] {
            case .integer(let number)?: number
            case .string(let text)?: Int64(text)
            default: nil
            }
        guard let count, count >= 0 else { return }
        others["dead"] = nil
        attributes["fatalities"] = Fatalities(low: count, best: count, high: count).value
    }

    private mutating func readActors(
        _ tree: DocumentTree, _ item: Int, _ role: String, _ isFirstPass: Bool, _ builder: inout GraphBuilder
    ) {
        switch tree.kind(item) {
        case .null: return
        case .mapping: readActor(tree, item, role, &builder)
        case .sequence:
            tree.forEachElement(item) { element in
                if tree.kind(element) == .mapping {
                    readActor(tree, element, role, &builder)
                } else if !tree.text(element).isEmpty {
                    addActor(code: tree.text(element), name: nil, [:], role)
                }
            }
        default:
            let text = tree.text(item)
            guard !text.isEmpty else { return }
            attributes[role] = builder.value(tree, item)
            guard isFirstPass else { return }
            builder.report(
                .wrongType, "`\(role)` must be a list of actors, not one value", at: tree.range(item),
                suggestion: "it is kept as an attribute", severity: .warning)
        }
    }

    private mutating func readActor(
        _ tree: DocumentTree, _ item: Int, _ role: String, _ builder: inout GraphBuilder
    ) {
        var code = ""
        var sector = ""
        var name: String?
        var others: Attributes = [:]
        tree.forEachMember(item) { key, value in
            switch tree.text(key) {
            case "code" where tree.kind(value) == .string: code = tree.text(value)
            case "sector" where tree.kind(value) == .string: sector = tree.text(value)
            case "actorText" where tree.kind(value) == .string: name = tree.text(value)
            case let other: others[other] = builder.value(tree, value)
            }
        }
        if !sector.isEmpty, !code.hasSuffix(sector) { code += sector }
        addActor(code: code, name: name, others, role)
    }

    private mutating func addActor(code: String, name: String?, _ others: Attributes, _ role: String) {
        guard !code.isEmpty || name?.isEmpty == false else { return }
        let node =
            code.isEmpty
            ? EventNode(id: name ?? "", kind: .entity, name: name) : CAMEOActors.node(code: code, name: name)
        let hasPerpetrator = ["COERCE", "ASSAULT", "FIGHT"].contains(event)
        let relation = !hasPerpetrator ? "participant" : role == "source" ? "perpetratedBy" : "target"
        var part = EventRole(relation: relation, node: node, attributes: others)
        part.attributes["role"] = .string(role)
        if let name, name != node.name { part.attributes["name"] = .string(name) }
        roles.append(part)
    }

    private mutating func readPlace(_ tree: DocumentTree, _ item: Int, _ builder: inout GraphBuilder) {
        var name: String?
        var others: Attributes = [:]
        tree.forEachMember(item) { key, value in
            if tree.isText(key, "name"), tree.kind(value) == .string {
                name = tree.text(value)
            } else {
                others[tree.text(key)] = builder.value(tree, value)
            }
        }
        guard let name, !name.isEmpty else {
            attributes["eventLoc"] = builder.value(tree, item)
            return
        }
        let node =
            Country.named(name).map { EventNode.state($0, called: name) }
            ?? EventNode.place(named: name, latitude: nil, longitude: nil, in: nil)
        roles.append(EventRole(relation: "occurredIn", node: node, attributes: others))
    }
}
