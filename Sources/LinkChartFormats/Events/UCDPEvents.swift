internal import LinkChartModel

/// The Georeferenced Event Dataset of the Uppsala Conflict Data Program (UCDP GED), as CSV.
///
/// One-sided violence (type 3) has a perpetrator, side A; in state-based and non-state conflict neither side is said to
/// have begun. A side with a Gleditsch-Ward number is a state, and the same as the country of that number. Civilians are
/// a population of the country that the event took place in: one node for all of the world would link everything.
struct UCDPEvents: EventSchema {
    static let prefix = "ucdp"
    static let telling = ["type_of_violence", "side_a", "date_start"]
    static let required = ["id", "type_of_violence", "side_a", "side_b", "date_start", "country"]
    /// R's word for a missing value, which exports have.
    static let missing: String? = "NA"

    private let id, violence, dyad, countryName, countryID, region: Int
    private let sides: [Side]
    private let place, placeDescription, placePrecision, firstLevel, secondLevel, latitude, longitude, grid,
        geometry: Int
    private let start, end, precision, best, low, high: Int
    private let offices, dates, headlines, originals, article: Int
    /// The states by their Gleditsch-Ward numbers, as their countries are called.
    private var states: [String: EventNode] = [:]

    private struct Side {
        var name, id, dataSetID, state: Int
    }

    init(_ columns: inout EventColumns) {
        id = columns.take("id")
        violence = columns.position("type_of_violence")
        dyad = columns.position("dyad_name")
        countryName = columns.take("country")
        countryID = columns.take("country_id")
        region = columns.position("region")
        var sides: [Side] = []
        for letter in ["a", "b"] {
            sides.append(
                Side(
                    name: columns.take("side_\(letter)"),
                    id: columns.take(anyOf: "side_\(letter)_new_id", "side_\(letter)_id"),
                    dataSetID: columns.take("side_\(letter)_dset_id"), state: columns.take("gwno\(letter)")))
        }
        self.sides = sides
        place = columns.take("where_coordinates")
        placeDescription = columns.take("where_description")
        placePrecision = columns.take("where_prec")
        firstLevel = columns.take("adm_1")
        secondLevel = columns.take("adm_2")
        latitude = columns.take("latitude")
        longitude = columns.take("longitude")
        grid = columns.take("priogrid_gid")
        geometry = columns.take("geom_wkt")
        start = columns.take("date_start")
        end = columns.take("date_end")
        precision = columns.position("date_prec")
        best = columns.take("best")
        low = columns.take("low")
        high = columns.take("high")
        offices = columns.take("source_office")
        dates = columns.take("source_date")
        headlines = columns.take("source_headline")
        originals = columns.take("source_original")
        article = columns.take("source_article")
    }

    mutating func event(
        in rows: TableRows, isComplete: Bool, _ builder: inout GraphBuilder
    ) -> EventDescription? {
        guard let id = rows.text(id) else {
            if !isComplete {
                builder.report(.emptyIdentifier, "the event has no `id`", at: rows.place)
                builder.reportSkipped("event without an identifier", "", at: rows.place)
            }
            return nil
        }
        let firstDay = day(rows, start) ?? ""
        let date = RecordedDate.ucdp(
            start: firstDay, end: day(rows, end) ?? firstDay,
            precision: rows.integer(precision).map { Int($0) })
        let site = rows.text(place, unless: Self.missing)
        let name = [rows.text(dyad, unless: Self.missing), site, date.description].compactMap(\.self)
        var event = EventDescription(id: "ucdp-\(id)", name: name.joined(separator: ", "), date: date)
        let type = rows.text(violence) ?? ""
        event.subtype = ["1": "stateBased", "2": "nonState", "3": "oneSided"][type]
        readFatalities(rows, into: &event, isComplete, &builder)
        // The geometry mostly says what latitude and longitude say.
        if !isComplete, let point = rows.text(geometry, unless: Self.missing),
            point != "POINT (\(rows.text(longitude) ?? "") \(rows.text(latitude) ?? ""))"
        {
            event.keptColumns.append(geometry)
        }
        if !isComplete, articleSaysMore(rows) { event.keptColumns.append(article) }
        let country = self.country(rows)
        addSides(rows, type, country, to: &event)
        addPlace(rows, country, isComplete, to: &event)
        if isComplete { event.claims = claims(rows, &builder) }
        return event
    }

    /// The day of a cell that may have a time beside it, which is always midnight.
    private func day(_ rows: TableRows, _ position: Int) -> String? {
        guard let text = rows.text(position, unless: Self.missing) else { return nil }
        guard let blank = text.firstIndex(of: " "), text[blank...].dropFirst().hasPrefix("00:00:00") else {
            return text
        }
        return String(text[..<blank])
    }

    private func readFatalities(
        _ rows: TableRows, into event: inout EventDescription, _ isComplete: Bool,
        _ builder: inout GraphBuilder
    ) {
        guard !isComplete else { return }
        let missing = Self.missing
        if let best = rows.people(best, unless: missing, &builder),
            let low = rows.people(low, unless: missing, &builder),
            let high = rows.people(high, unless: missing, &builder)
        {
            event.fatalities = Fatalities(low: low, best: best, high: high)
        } else {
            event.keptColumns += [best, low, high].filter { $0 >= 0 }
        }
    }

    private mutating func country(_ rows: TableRows) -> EventNode? {
        guard let name = rows.text(countryName, unless: Self.missing) else { return nil }
        let number = rows.text(countryID, unless: Self.missing)
        if let number, let known = states[number] { return known }
        var node = EventNode.state(named: name)
        node.attributes.set("gwno", number)
        node.attributes.set("region", rows.text(region, unless: Self.missing))
        if let number { states[number] = node }
        return node
    }

    // MARK: - Sides

    private mutating func addSides(
        _ rows: TableRows, _ type: String, _ country: EventNode?, to event: inout EventDescription
    ) {
        for (position, side) in sides.enumerated() {
            guard let name = rows.text(side.name, unless: Self.missing) else { continue }
            let isVictim = type == "3" && position == 1
            let node = isVictim ? civilians(name, in: country) : self.side(side, name, rows)
            let relation = type != "3" ? "participant" : isVictim ? "victim" : "perpetratedBy"
            var role = EventRole(relation: relation, node: node)
            role.attributes["role"] = position == 0 ? "side_a" : "side_b"
            if node.kind == .state, node.name != name { role.attributes["name"] = .string(name) }
            if node.kind != .actor { role.attributes.set("ucdpID", rows.text(side.id, unless: Self.missing)) }
            event.roles.append(role)
        }
    }

    private func civilians(_ name: String, in country: EventNode?) -> EventNode {
        EventNode(
            id: "\(Graph.slug(name))-in-\(country?.id ?? "unknown")", kind: .population,
            name: country.map { "\(name) in \($0.name ?? $0.id)" } ?? name, subtype: "aggregate",
            attributes: country.map { ["country": .string($0.id)] } ?? [:])
    }

    private mutating func side(_ side: Side, _ name: String, _ rows: TableRows) -> EventNode {
        if let number = rows.text(side.state, unless: Self.missing) {
            if let known = states[number] { return known }
            let prefix = "Government of "
            var node = EventNode.state(
                named: name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name)
            node.attributes.set("gwno", number)
            states[number] = node
            return node
        }
        let number = rows.text(side.id, unless: Self.missing)
        var node = EventNode(
            id: number.map { "ucdp-actor-\($0)" } ?? Graph.slug(name), kind: .actor, name: name)
        node.attributes.set("ucdpID", number)
        if let other = rows.text(side.dataSetID, unless: Self.missing), other != number {
            node.attributes.set("ucdpDataSetID", other)
        }
        return node
    }

    // MARK: - Place

    /// With precision 6 only the country is known: the coordinates are then those of its middle.
    private func addPlace(
        _ rows: TableRows, _ country: EventNode?, _ isComplete: Bool, to event: inout EventDescription
    ) {
        let missing = Self.missing
        let precision = rows.text(placePrecision, unless: missing)
        let latitude = rows.text(latitude, unless: missing)
        let longitude = rows.text(longitude, unless: missing)
        let name = rows.text(place, unless: missing)
        var attributes: Attributes = [:]
        if isComplete {
            attributes.set("precision", precision)
            attributes.set("description", rows.text(placeDescription, unless: missing))
        }
        guard precision != "6", let name else {
            guard let country else { return }
            attributes.set("place", name)
            attributes.set("latitude", latitude)
            attributes.set("longitude", longitude)
            attributes.set("priogrid", rows.text(grid, unless: missing))
            event.roles.append(EventRole(relation: "occurredIn", node: country, attributes: attributes))
            return
        }
        var node = EventNode.place(named: name, latitude: latitude, longitude: longitude, in: country)
        node.attributes.set("adm1", rows.text(firstLevel, unless: missing))
        node.attributes.set("adm2", rows.text(secondLevel, unless: missing))
        node.attributes.set("priogrid", rows.text(grid, unless: missing))
        event.roles.append(EventRole(relation: "occurredIn", node: node, attributes: attributes))
    }

    // MARK: - Claims

    /// Whether the article is not just what the other columns say of each report, which is what the claims have.
    private func articleSaysMore(_ rows: TableRows) -> Bool {
        let missing = Self.missing
        let offices = rows.list(offices, unless: missing)
        let dates = rows.list(dates, unless: missing)
        guard let article = rows.text(article, unless: missing), !offices.isEmpty,
            offices.count == dates.count
        else { return false }
        let headlines = rows.list(headlines, unless: missing)
        let reports = offices.indices.map { position in
            let headline = headlines.count == offices.count ? headlines[position] : ""
            return "\"\(offices[position]),\(dates[position]),\(headline)\""
        }
        let isTelling = { (character: Character) in !character.isWhitespace }
        return article.filter(isTelling) != reports.joined(separator: ";").filter(isTelling)
    }

    /// One claim a report where the columns agree how many there are, otherwise one with all that they say.
    private func claims(_ rows: TableRows, _ builder: inout GraphBuilder) -> [Claim] {
        let missing = Self.missing
        let offices = rows.list(offices, unless: missing)
        let dates = rows.list(dates, unless: missing)
        let headlines = rows.list(headlines, unless: missing)
        let original = rows.text(originals, unless: missing)
        let article = rows.text(article, unless: missing)
        guard !offices.isEmpty, offices.count == dates.count else {
            guard article != nil || original != nil || !offices.isEmpty else { return [] }
            var claim = Claim(claimant: original.map { .named($0) }, source: article.map { .named($0) })
            if !offices.isEmpty { claim.via = .named(offices.joined(separator: "; ")) }
            if !dates.isEmpty { claim.attributes.set("date", dates.joined(separator: "; ")) }
            if !headlines.isEmpty { claim.statement = headlines.joined(separator: "; ") }
            return [claim]
        }
        let originals = rows.list(originals, unless: missing)
        return offices.indices.map { position in
            var claim = Claim(via: .named(offices[position]), date: builder.dateSilently(dates[position]))
            claim.claimant = (originals.count == offices.count ? originals[position] : original).map {
                .named($0)
            }
            if headlines.count == offices.count {
                claim.statement = headlines[position]
            } else if let all = rows.text(self.headlines, unless: missing) {
                claim.statement = all
            }
            return claim
        }
    }
}

extension GraphBuilder {
    /// A date of which nothing is to be said: its text stands beside it if it could not be read.
    func dateSilently(_ text: String) -> RecordedDate { RecordedDate(normalizing: text) }
}
