internal import LinkChartModel

/// Events of the Global Database of Events, Language, and Tone, versions 1 and 2 (K. Leetaru and P. A. Schrodt): 57, 58
/// or 61 columns between tabs without a header row, or the same columns with one.
///
/// Where one side does something to the other the first actor is the perpetrator and the second the target; otherwise
/// both are participants. What the text calls an actor stays with the role: a code has many names. Codes are texts.
struct GDELTEvents: EventSchema {
    static let prefix = "gdelt"
    static let telling = ["globaleventid", "sqldate", "eventcode"]
    static let required = ["GLOBALEVENTID", "SQLDATE", "EventCode", "Actor1Code", "Actor2Code"]

    static func names(ofWidth width: Int) -> [String]? {
        switch width {
        case 57: Array(names(hasSecondLevel: false).dropLast())
        case 58: names(hasSecondLevel: false)
        case 61: names(hasSecondLevel: true)
        default: nil
        }
    }

    private static func names(hasSecondLevel: Bool) -> [String] {
        var names = ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"]
        for actor in ["Actor1", "Actor2"] {
            names += [
                "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
                "Religion2Code",
                "Type1Code", "Type2Code", "Type3Code",
            ].map { actor + $0 }
        }
        names += [
            "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
            "NumMentions", "NumSources", "NumArticles", "AvgTone",
        ]
        for place in ["Actor1Geo", "Actor2Geo", "ActionGeo"] {
            names += ["_Type", "_FullName", "_CountryCode", "_ADM1Code"].map { place + $0 }
            if hasSecondLevel { names.append(place + "_ADM2Code") }
            names += ["_Lat", "_Long", "_FeatureID"].map { place + $0 }
        }
        return names + ["DATEADDED", "SOURCEURL"]
    }

    private let id, date, month, year, eventCode, url: Int
    private let actors: [Actor]
    private let action: Geo

    private struct Actor {
        var code, name, country, type: Int
        /// The other columns that the code is made of.
        var parts: [(name: String, column: Int)]
        var geo: Geo
        var role: String
    }

    private struct Geo {
        var type, name, country, firstLevel, secondLevel, latitude, longitude, feature: Int
        var all: [(name: String, column: Int)]

        init(_ prefix: String, _ columns: inout EventColumns) {
            var all: [(name: String, column: Int)] = []
            let take = { (name: String, columns: inout EventColumns) -> Int in
                let position = columns.take(prefix + "_" + name)
                all.append((name, position))
                return position
            }
            type = take("Type", &columns)
            name = take("FullName", &columns)
            country = take("CountryCode", &columns)
            firstLevel = take("ADM1Code", &columns)
            secondLevel = take("ADM2Code", &columns)
            latitude = take("Lat", &columns)
            longitude = take("Long", &columns)
            feature = take("FeatureID", &columns)
            self.all = all
        }
    }

    init(_ columns: inout EventColumns) {
        id = columns.take("GLOBALEVENTID")
        date = columns.take("SQLDATE")
        month = columns.take("MonthYear")
        year = columns.take("Year")
        eventCode = columns.position("EventCode")
        url = columns.take("SOURCEURL")
        var actors: [Actor] = []
        for name in ["Actor1", "Actor2"] {
            let geo = Geo(name + "Geo", &columns)
            let parts = [
                "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
                "Type3Code",
            ].map { (name: $0, column: columns.take(name + $0)) }
            actors.append(
                Actor(
                    code: columns.take(name + "Code"), name: columns.take(name + "Name"),
                    country: columns.take(name + "CountryCode"), type: columns.position(name + "Type1Code"),
                    parts: parts, geo: geo, role: name))
        }
        self.actors = actors
        action = Geo("ActionGeo", &columns)
        columns.markCodes("EventCode", "EventBaseCode", "EventRootCode")
    }

    mutating func event(
        in rows: TableRows, isComplete: Bool, _ builder: inout GraphBuilder
    ) -> EventDescription? {
        guard let id = rows.text(id) else {
            if !isComplete {
                builder.report(.emptyIdentifier, "the event has no `GLOBALEVENTID`", at: rows.place)
                builder.reportSkipped("event without an identifier", "", at: rows.place)
            }
            return nil
        }
        let day = rows.text(date) ?? ""
        let date = RecordedDate(normalizing: day)
        let code = rows.text(eventCode) ?? ""
        let name = [
            CAMEOEvents.label(of: code) ?? (code.isEmpty ? nil : "Event \(code)"), rows.text(action.name),
            date.description,
        ].compactMap(\.self)
        var event = EventDescription(id: "gdelt-\(id)", name: name.joined(separator: ", "), date: date)
        event.subtype = CAMEOEvents.label(of: code)
        // Month and year are those of the day, unless something is wrong.
        if rows.text(month) != String(day.prefix(6)) { event.keptColumns.append(month) }
        if rows.text(year) != String(day.prefix(4)) { event.keptColumns.append(year) }
        event.keptColumns.removeAll { $0 < 0 }
        for (position, actor) in actors.enumerated() {
            addActor(actor, isFirst: position == 0, code, rows, isComplete, to: &event)
        }
        if let node = place(action, rows) {
            var attributes: Attributes = [:]
            if isComplete { attributes.set("precision", rows.text(action.type)) }
            event.roles.append(EventRole(relation: "occurredIn", node: node, attributes: attributes))
        }
        if isComplete, let url = rows.text(url) { event.claims = [Claim(source: .named(url))] }
        return event
    }

    // MARK: - Actors

    private func addActor(
        _ actor: Actor, isFirst: Bool, _ eventCode: String, _ rows: TableRows, _ isComplete: Bool,
        to event: inout EventDescription
    ) {
        guard let code = rows.text(actor.code) else {
            // A place, or rarely a name, without an actor says something of the event only.
            event.keptColumns += (actor.geo.all + actor.parts).map(\.column).filter {
                $0 >= 0 && rows.text($0) != nil
            }
            if rows.text(actor.name) != nil { event.keptColumns.append(actor.name) }
            if rows.text(actor.country) != nil { event.keptColumns.append(actor.country) }
            return
        }
        let name = rows.text(actor.name)
        let country = rows.text(actor.country)
        var parts: Attributes = [:]
        for (name, column) in actor.parts {
            if let text = rows.text(column) { parts[name] = .string(text) }
        }
        let isPeople = ["EthnicCode", "Religion1Code"].contains { parts[$0] != nil }
        var node = CAMEOActors.node(
            code: code, name: name, country: country, type: rows.text(actor.type),
            otherwise: parts["KnownGroupCode"] != nil ? .actor : isPeople ? .population : nil)
        node.attributes.merge(parts)
        let isPerpetrator = CAMEOEvents.hasPerpetrator(eventCode)
        let relation = !isPerpetrator ? "participant" : isFirst ? "perpetratedBy" : "target"
        var role = EventRole(relation: relation, node: node)
        if isComplete {
            role.attributes["role"] = .string(actor.role)
            if let name, name != node.name { role.attributes["name"] = .string(name) }
            readGeo(actor.geo, rows, into: &role.attributes)
        }
        event.roles.append(role)
    }

    /// Where the text has the actor: mostly where the event was, which is then not said again.
    private func readGeo(_ geo: Geo, _ rows: TableRows, into attributes: inout Attributes) {
        let values = geo.all.map { rows.text($0.column) }
        if values.allSatisfy({ $0 == nil || $0 == "0" }) { return }
        if values == action.all.map({ rows.text($0.column) }) {
            attributes["geo"] = "ActionGeo"
            return
        }
        let isNumber: Set = ["Lat", "Long"]
        var parts: [(String, AttributeValue)] = []
        for (part, value) in zip(geo.all, values) {
            guard let value, let first = value.utf8.first else { continue }
            parts.append(
                (
                    part.name,
                    isNumber.contains(part.name) ? CellValue.attribute(value, first: first) : .string(value)
                ))
        }
        attributes["geo"] = .object(Attributes(uniqueNames: parts.map(\.0), values: parts.map(\.1)))
    }

    // MARK: - Place

    private func place(_ geo: Geo, _ rows: TableRows) -> EventNode? {
        let type = rows.text(geo.type) ?? "0"
        let code = rows.text(geo.country)
        let name = rows.text(geo.name)
        guard type != "0", name != nil || code != nil else { return nil }
        var state: EventNode?
        if let code {
            if let country = Country.fips(code) {
                state = EventNode.state(country)
            } else {
                state = EventNode(id: "fips-\(code)", kind: .entity, name: type == "1" ? name ?? code : code)
            }
            state?.attributes["fips"] = .string(code)
        }
        guard type != "1", let name, let feature = rows.text(geo.feature) ?? rows.text(geo.firstLevel) else {
            return state ?? name.map { EventNode.state(named: $0) }
        }
        var node = EventNode(id: "gdelt-place-\(feature)", kind: .place, name: name)
        node.isNamedByMajority = true
        node.attributes["featureID"] = .string(feature)
        if let text = rows.text(geo.firstLevel) { node.attributes["adm1"] = .string(text) }
        if let text = rows.text(geo.secondLevel) { node.attributes["adm2"] = .string(text) }
        node.attributes.set("latitude", rows.text(geo.latitude))
        node.attributes.set("longitude", rows.text(geo.longitude))
        if let state, state.kind == .state { node.links = [EventLink("locatedIn", state)] }
        return node
    }
}
