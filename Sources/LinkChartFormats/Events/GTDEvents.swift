internal import LinkChartModel

/// Incidents of the Global Terrorism Database (GTD), as CSV with its columns.
///
/// A group is the perpetrator, allegedly if GTD doubts it; `Unknown` is none. Each target is a node of its name and
/// nationality. The flags `INT_LOG`, `INT_IDEO`, `INT_MISC` and `INT_ANY` stay on the incident as they are, -9 for
/// unknown.
struct GTDEvents: EventSchema {
    static let prefix = "gtd"
    static let telling = ["eventid", "iyear", "imonth"]
    static let required = ["eventid", "iyear", "imonth", "iday"]

    private let id, year, month, day, approximate, resolution: Int
    private let country, countryCode, region, province, city, latitude, longitude, specificity, vicinity,
        location: Int
    private let attackType, deaths, summary, related, database: Int
    private let groups: [Group]
    private let targets: [Target]
    private let citations: [Int]

    private struct Group { var name, subgroup, isUncertain, claimed: Int }
    private struct Target { var type, organisation, name, nationality: Int; var number: Int }

    init(_ columns: inout EventColumns) {
        id = columns.take("eventid")
        year = columns.take("iyear")
        month = columns.take("imonth")
        day = columns.take("iday")
        approximate = columns.position("approxdate")
        resolution = columns.take("resolution")
        country = columns.take("country_txt")
        countryCode = columns.take("country")
        region = columns.position("region_txt")
        province = columns.take("provstate")
        city = columns.take("city")
        latitude = columns.take("latitude")
        longitude = columns.take("longitude")
        specificity = columns.take("specificity")
        vicinity = columns.take("vicinity")
        location = columns.take("location")
        attackType = columns.position("attacktype1_txt")
        deaths = columns.position("nkill")
        summary = columns.take("summary")
        related = columns.position("related")
        database = columns.take("dbsource")
        groups = (1...3).map { number in
            Group(
                name: columns.position(number == 1 ? "gname" : "gname\(number)"),
                subgroup: columns.position(number == 1 ? "gsubname" : "gsubname\(number)"),
                isUncertain: columns.position("guncertain\(number)"),
                claimed: columns.position(number == 1 ? "claimed" : "claim\(number)"))
        }
        targets = (1...3).map { number in
            Target(
                type: columns.position("targtype\(number)_txt"),
                organisation: columns.position("corp\(number)"),
                name: columns.position("target\(number)"),
                nationality: columns.position("natlty\(number)_txt"),
                number: number)
        }
        citations = (1...3).map { columns.take("scite\($0)") }
        columns.markCodes("related")
    }

    mutating func event(
        in rows: TableRows, isComplete: Bool, _ builder: inout GraphBuilder
    ) -> EventDescription? {
        guard let id = rows.text(id) else {
            if !isComplete {
                builder.report(.emptyIdentifier, "the incident has no `eventid`", at: rows.place)
                builder.reportSkipped("event without an identifier", "", at: rows.place)
            }
            return nil
        }
        let date = self.date(rows)
        let name = [rows.text(attackType), known(rows.text(city)), date.description].compactMap(\.self)
        var event = EventDescription(id: "gtd-\(id)", name: name.joined(separator: ", "), date: date)
        event.subtype = rows.text(attackType)
        if !isComplete {
            if let deaths = rows.people(deaths, &builder) {
                event.fatalities = Fatalities(low: deaths, best: deaths, high: deaths)
            }
            if resolution >= 0 { event.keptColumns.append(resolution) }
            if rows.integer(year) == nil { event.keptColumns += [year, month, day].filter { $0 >= 0 } }
        }
        for group in groups { addGroup(group, rows, to: &event) }
        for target in targets { addTarget(target, rows, to: &event) }
        addPlace(rows, isComplete, to: &event)
        if isComplete { event.claims = claims(rows) }
        return event
    }

    private func date(_ rows: TableRows) -> RecordedDate {
        guard let year = rows.integer(year).flatMap({ Int(exactly: $0) }) else {
            let text = [year, month, day].map { rows.text($0) ?? "" }.joined(separator: "-")
            return RecordedDate(raw: text, date: nil, remark: .unreadable(suggestion: nil))
        }
        // 0 stands for unknown, and so does an empty cell.
        let (month, day) = (rows.integer(month) ?? 0, rows.integer(day) ?? 0)
        return .gtd(
            year: year, month: Int(clamping: month), day: Int(clamping: day),
            approximate: rows.text(approximate) ?? "")
    }

    private func known(_ text: String?) -> String? {
        guard let text, foldedKey(text) != "unknown" else { return nil }
        return text
    }

    // MARK: - Roles

    private func addGroup(_ group: Group, _ rows: TableRows, to event: inout EventDescription) {
        guard let name = known(rows.text(group.name)) else { return }
        let slug = Graph.slug(name)
        let node = EventNode(id: slug.isEmpty ? name : slug, kind: .actor, name: name)
        var role = EventRole(relation: "perpetratedBy", node: node)
        role.attributes.set("subgroup", rows.text(group.subgroup))
        if rows.integer(group.isUncertain) == 1 { role.modality = .alleged }
        event.roles.append(role)
        if rows.integer(group.claimed) == 1 {
            event.roles.append(EventRole(relation: "responsibilityClaimedBy", node: node))
        }
    }

    private func addTarget(_ target: Target, _ rows: TableRows, to event: inout EventDescription) {
        let nationality = rows.text(target.nationality)
        let organisation = known(rows.text(target.organisation))
        guard let name = rows.text(target.name) ?? organisation else { return }
        let type = rows.text(target.type)
        let kind = Self.kind(ofTarget: type)
        let state = nationality.flatMap { known($0) }.map { EventNode.state(named: $0) }
        let slug = Graph.slug(name)
        // A unit without a name is only the same as another within its nation.
        var node = EventNode(
            id: "\(slug.isEmpty ? name : slug)-of-\(state?.id ?? "unknown")", kind: kind, name: name)
        if kind == .population {
            node.subtype = "aggregate"
            if let state { node.links = [EventLink("nationalOf", state)] }
        }
        var role = EventRole(relation: kind == .population ? "victim" : "target", node: node)
        role.attributes["role"] = .string("target\(target.number)")
        role.attributes.set("type", type)
        role.attributes.set("nationality", nationality)
        role.attributes.set("organisation", organisation == name ? nil : organisation)
        event.roles.append(role)
    }

    private static func kind(ofTarget type: String?) -> EventKind {
        guard let type else { return .entity }
        let key = foldedKey(type)
        if key.hasPrefix("privatecitizens") || key == "tourists" { return .population }
        let organisations = [
            "business", "government", "police", "military", "journalists", "ngo", "educational", "religious",
            "terrorists", "violentpolitical", "airports",
        ]
        return organisations.contains { key.hasPrefix($0) } ? .organisation : .entity
    }

    // MARK: - Place

    /// With specificity 5 no coordinates are known, with `Unknown` as the city only the province, if that.
    private func addPlace(_ rows: TableRows, _ isComplete: Bool, to event: inout EventDescription) {
        var state: EventNode?
        if let name = rows.text(country) {
            state = EventNode.state(named: name)
            state?.attributes.set("gtdCountry", rows.text(countryCode))
            state?.attributes.set("region", rows.text(region))
        }
        var attributes: Attributes = [:]
        if isComplete {
            attributes.set("precision", rows.text(specificity))
            attributes.set("vicinity", rows.text(vicinity))
            attributes.set("description", rows.text(location))
        }
        let province = known(rows.text(province))
        guard let name = known(rows.text(city)) ?? province else {
            attributes.set("latitude", rows.text(latitude))
            attributes.set("longitude", rows.text(longitude))
            attributes.set("city", rows.text(city))
            if let state {
                event.roles.append(EventRole(relation: "occurredIn", node: state, attributes: attributes))
            }
            return
        }
        if rows.text(city) != name { attributes.set("city", rows.text(city)) }
        var node = EventNode.place(
            named: name, latitude: rows.text(latitude), longitude: rows.text(longitude), in: state)
        if province != name { node.attributes.set("adm1", province) }
        event.roles.append(EventRole(relation: "occurredIn", node: node, attributes: attributes))
    }

    /// One claim a citation, by the collection that found it, with the summary.
    private func claims(_ rows: TableRows) -> [Claim] {
        let database = rows.text(database).map { Party.named($0) }
        let summary = rows.text(summary)
        let citations = citations.compactMap { rows.text($0) }
        if citations.isEmpty {
            return database == nil && summary == nil ? [] : [Claim(claimant: database, statement: summary)]
        }
        return citations.map { Claim(via: database, source: .named($0), statement: summary) }
    }
}
