internal import LinkChartModel

/// Actors by their codes in CAMEO (Conflict and Mediation Event Observations, P. A. Schrodt), as GDELT, PETRARCH and
/// PLOVER records have them: groups of three letters, mostly a country or region first and then what the actor is.
enum CAMEOActors {
    /// The node of a code.
    ///
    /// - Parameters:
    ///   - code: such as `USAGOV`, `AFG`, `IGOUNO`.
    ///   - name: what the text calls it.
    ///   - country: the country's part of the code, where the record has it apart.
    ///   - type: what the actor is, where the record has it apart.
    ///   - otherwise: the kind where no part of the code tells it.
    static func node(
        code: String, name: String?, country: String? = nil, type: String? = nil,
        otherwise: EventKind? = nil
    ) -> EventNode {
        let parts = groups(code)
        let place = country ?? parts.first { isCountryOrRegion($0) }
        if parts.count <= 1, type == nil, let place, place == code || code.isEmpty {
            return territory(place, name: name, isSaidToBeCountry: country != nil)
        }
        let role = type.flatMap { roles[$0] } ?? parts.lazy.compactMap { roles[$0] }.first
        var node = EventNode(
            id: "cameo-" + code, kind: role?.kind ?? otherwise ?? (place == nil ? .entity : .actor),
            name: name ?? code,
            subtype: role?.subtype)
        node.isNamedByMajority = name != nil
        node.attributes["code"] = .string(code)
        guard let place else { return node }
        let land = territory(place, name: nil, isSaidToBeCountry: country != nil)
        switch (node.kind, land.kind) {
        case (.organisation, .state) where role?.isOfState == true: node.links = [EventLink("partOf", land)]
        case (.organisation, .state), (.organisation, .region): node.links = [EventLink("basedIn", land)]
        case (.population, .state): node.links = [EventLink("nationalOf", land)]
        case (.population, .region), (.actor, .state), (.actor, .region):
            node.links = [EventLink("originatesFrom", land)]
        default: node.attributes["country"] = .string(place)
        }
        return node
    }

    /// The country or region of a code.
    static func territory(_ code: String, name: String?, isSaidToBeCountry: Bool) -> EventNode {
        if let country = Country.iso3(code) {
            var node = EventNode.state(country)
            // What the text calls it stays with the event: `TEXAS` is coded as the United States.
            node.attributes["cameo"] = .string(code)
            return node
        }
        let kind: EventKind = regions.contains(code) ? .region : isSaidToBeCountry ? .state : .entity
        var node = EventNode(id: "cameo-" + code, kind: kind, name: name ?? code)
        node.isNamedByMajority = name != nil
        node.attributes["code"] = .string(code)
        return node
    }

    private static func isCountryOrRegion(_ group: String) -> Bool {
        Country.iso3(group) != nil || regions.contains(group)
    }

    /// The groups of three letters; a rest of one or two is a group too.
    private static func groups(_ code: String) -> [String] {
        var groups: [String] = []
        var rest = code[...]
        while !rest.isEmpty {
            groups.append(String(rest.prefix(3)))
            rest = rest.dropFirst(3)
        }
        return groups
    }

    private struct Role {
        var kind: EventKind
        var subtype: String?
        var isOfState = false
    }

    /// What an actor is by a role's code; the first known one of a code counts.
    private static let roles: [String: Role] = {
        var roles: [String: Role] = [:]
        for (code, name) in [
            ("GOV", "government"), ("MIL", "military"), ("COP", "police"), ("LEG", "legislature"),
            ("JUD", "judiciary"), ("SPY", "intelligence"),
        ] {
            roles[code] = Role(kind: .organisation, subtype: name, isOfState: true)
        }
        for (code, name) in [
            ("REB", "rebels"), ("INS", "insurgents"), ("SEP", "separatists"), ("RAD", "radicals"),
            ("CRM", "criminals"), ("UAF", "unaligned armed forces"), ("OPP", "opposition"),
        ] {
            roles[code] = Role(kind: .actor, subtype: name)
        }
        for (code, name) in [
            ("IGO", "IGO"), ("IMG", "militarised group"), ("NGO", "NGO"),
            ("NGM", "non-governmental movement"),
            ("MNC", "multinational corporation"), ("MED", "media"), ("BUS", "business"), ("EDU", "education"),
            ("HLH", "health"), ("HRI", "human rights"), ("DEV", "development"), ("ENV", "environment"),
            ("PTY", "party"),
        ] {
            roles[code] = Role(kind: .organisation, subtype: name)
        }
        for (code, name) in [
            ("CVL", "civilians"), ("CIV", "civilians"), ("REF", "refugees"), ("LAB", "labour"),
            ("ELI", "elites"),
            ("STU", "students"), ("SET", "settlers"), ("AGR", "agriculture"), ("REL", "religious"),
            ("CHR", "Christian"), ("MOS", "Muslim"), ("MUS", "Muslim"), ("JEW", "Jewish"), ("HIN", "Hindu"),
            ("BUD", "Buddhist"),
        ] {
            roles[code] = Role(kind: .population, subtype: name)
        }
        return roles
    }()

    /// Codes of regions, which are not states.
    private static let regions: Set<String> = [
        "AFR", "ASA", "BLK", "CAU", "CAS", "CEU", "CFR", "CRB", "EAF", "EEU", "EIN", "EUR", "LAM", "MDT",
        "MEA",
        "NAF", "NMR", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WST",
    ]
}

/// What the event codes of CAMEO mean.
enum CAMEOEvents {
    /// What the two digits of a root code stand for.
    static func label(of code: String) -> String? { labels[String(code.prefix(2))] }

    /// Whether one side does it to the other, so that it has a perpetrator and a target: coercion, assault, fighting and
    /// mass violence. In all other events both sides only take part, each in its role.
    static func hasPerpetrator(_ code: String) -> Bool { ["17", "18", "19", "20"].contains(code.prefix(2)) }

    private static let labels = [
        "01": "Public statement", "02": "Appeal", "03": "Intent to cooperate", "04": "Consultation",
        "05": "Diplomatic cooperation", "06": "Material cooperation", "07": "Aid", "08": "Yielding",
        "09": "Investigation", "10": "Demand", "11": "Disapproval", "12": "Rejection", "13": "Threat",
        "14": "Protest", "15": "Show of force", "16": "Reduction of relations", "17": "Coercion",
        "18": "Assault", "19": "Fight", "20": "Mass violence",
    ]
}
