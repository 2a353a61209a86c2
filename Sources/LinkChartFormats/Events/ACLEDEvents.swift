internal import LinkChartModel

/// Events of the Armed Conflict Location & Event Data Project (ACLED), as CSV.
///
/// The two actors and their associates are participants: ACLED does not say who began. A date of time precision 2 is
/// that of a week, one of 3 that of a month.
struct ACLEDEvents: EventSchema {
    static let prefix = "acled"
    static let telling = ["event_id_cnty", "event_type", "actor1"]
    static let required = ["event_id_cnty", "event_date", "event_type", "actor1", "country"]

    private let id, date, precision, type, subtype, deaths: Int
    private let actors: [Actor]
    private let country, iso, region, location, latitude, longitude, geoPrecision: Int
    private let admins: [Int]
    private let source, sourceScale, notes: Int

    private struct Actor {
        var name, associates, code: Int
        var role, associateRole: String
    }

    init(_ columns: inout EventColumns) {
        id = columns.take("event_id_cnty")
        date = columns.take("event_date")
        precision = columns.position("time_precision")
        type = columns.position("event_type")
        subtype = columns.position("sub_event_type")
        deaths = columns.take("fatalities")
        var actors: [Actor] = []
        for number in 1...2 {
            actors.append(
                Actor(
                    name: columns.take("actor\(number)"),
                    associates: columns.take(
                        anyOf: "assoc_actor_\(number)", number == 1 ? "ally_actor_1" : "ally_actor_2"),
                    code: columns.position("inter\(number)"), role: "actor\(number)",
                    associateRole: "assoc_actor_\(number)"))
        }
        self.actors = actors
        country = columns.take("country")
        iso = columns.take("iso")
        region = columns.position("region")
        admins = ["admin1", "admin2", "admin3"].map { columns.take($0) }
        location = columns.take("location")
        latitude = columns.take("latitude")
        longitude = columns.take("longitude")
        geoPrecision = columns.take("geo_precision")
        source = columns.take("source")
        sourceScale = columns.position("source_scale")
        notes = columns.take("notes")
        columns.markCodes("iso", "interaction", "timestamp")
    }

    mutating func event(
        in rows: TableRows, isComplete: Bool, _ builder: inout GraphBuilder
    ) -> EventDescription? {
        guard let id = rows.text(id) else {
            if !isComplete {
                builder.report(.emptyIdentifier, "the event has no `event_id_cnty`", at: rows.place)
                builder.reportSkipped("event without an identifier", "", at: rows.place)
            }
            return nil
        }
        let date = self.date(rows)
        let subtype = rows.text(subtype) ?? rows.text(type)
        let name = [subtype, rows.text(location), date.description].compactMap(\.self)
        var event = EventDescription(id: "acled-\(id)", name: name.joined(separator: ", "), date: date)
        event.subtype = rows.text(type)
        if !isComplete {
            if let deaths = rows.people(deaths, &builder) {
                event.fatalities = Fatalities(low: deaths, best: deaths, high: deaths)
            } else if deaths >= 0 {
                event.keptColumns.append(deaths)
            }
        }
        for actor in actors {
            let code = rows.text(actor.code)
            if let name = rows.text(actor.name) {
                event.roles.append(Self.participant(name, code: code, as: actor.role))
            }
            for name in rows.list(actor.associates) {
                event.roles.append(Self.participant(name, code: nil, as: actor.associateRole))
            }
        }
        addPlace(rows, isComplete, to: &event)
        if isComplete { event.claims = claims(rows) }
        return event
    }

    private func date(_ rows: TableRows) -> RecordedDate {
        let text = rows.text(date) ?? ""
        let day = RecordedDate(normalizing: text, hint: .dayFirst)
        guard let date = day.date, date.isDay else { return day }
        let canonical = date.description
        switch rows.text(precision) {
        case "2":
            return RecordedDate(raw: text, date: RecordedDate(normalizing: canonical + "~").date ?? date)
        case "3":
            return RecordedDate(
                raw: text, date: RecordedDate(normalizing: String(canonical.prefix(7))).date ?? date)
        default: return day
        }
    }

    // MARK: - Actors

    private static func participant(_ name: String, code: String?, as role: String) -> EventRole {
        let (kind, subtype) = kind(of: name, code: code)
        let slug = Graph.slug(name)
        let node = EventNode(
            id: slug.isEmpty ? name : slug, kind: kind, name: name, subtype: subtype)
        var attributes: Attributes = ["role": .string(role)]
        attributes.set("inter", code)
        return EventRole(relation: "participant", node: node, attributes: attributes)
    }

    /// The kind of an actor, first by its name, which is the same in all events, then by its code in this one.
    private static func kind(of name: String, code: String?) -> (EventKind, String?) {
        let starts: [(String, EventKind, String?)] = [
            ("Military Forces of", .organisation, "military unit"),
            ("Police Forces of", .organisation, "police"),
            ("Government of", .organisation, "government"), ("Civilians", .population, "aggregate"),
            ("Protesters", .population, "aggregate"), ("Rioters", .population, "aggregate"),
            ("Unidentified", .actor, "unnamed-set"), ("Refugees", .population, "aggregate"),
            ("Women", .population, "aggregate"), ("Students", .population, "aggregate"),
            ("Labor Group", .population, "aggregate"), ("Labour Group", .population, "aggregate"),
        ]
        for (start, kind, subtype) in starts where name.hasPrefix(start) { return (kind, subtype) }
        switch code.map({ foldedKey($0) }) {
        case "1", "stateforces": return (.organisation, "government")
        case "5", "6", "7", "rioters", "protesters", "civilians": return (.population, "aggregate")
        default: return (.actor, nil)
        }
    }

    // MARK: - Place

    private func addPlace(_ rows: TableRows, _ isComplete: Bool, to event: inout EventDescription) {
        var state: EventNode?
        if let name = rows.text(country) {
            state = EventNode.state(named: name)
            if let number = rows.text(iso) { state?.attributes["isoNumber"] = .string(number) }
        }
        var attributes: Attributes = [:]
        if isComplete { attributes.set("precision", rows.text(geoPrecision)) }
        guard let name = rows.text(location) else {
            if let state {
                event.roles.append(EventRole(relation: "occurredIn", node: state, attributes: attributes))
            }
            return
        }
        var node = EventNode.place(
            named: name, latitude: rows.text(latitude), longitude: rows.text(longitude), in: state)
        for (number, column) in admins.enumerated() {
            node.attributes.set("adm\(number + 1)", rows.text(column))
        }
        event.roles.append(EventRole(relation: "occurredIn", node: node, attributes: attributes))
    }

    /// One claim a source, with what the notes say.
    private func claims(_ rows: TableRows) -> [Claim] {
        let notes = rows.text(notes)
        let sources = rows.list(source)
        if sources.isEmpty { return notes.map { [Claim(statement: $0)] } ?? [] }
        return sources.map { Claim(claimant: .named($0), statement: notes) }
    }
}
