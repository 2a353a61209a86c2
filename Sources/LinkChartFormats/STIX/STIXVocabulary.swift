internal import LinkChartModel

/// What the words of STIX 2.1 (OASIS Standard, 10 June 2021) mean in our ontology.
enum STIXVocabulary {
    /// The identifier of the extension that carries what STIX has no property for: kinds, relations, claims.
    static let extensionID = "extension-definition--069f464c-b3c8-5ca0-a981-7831d24b2f44"
    /// The identifier of the extension under which properties of other producers stand beside those of STIX.
    static let foreignExtensionID = "extension-definition--11929cb6-c4bf-5218-a705-f8e5c1f015e6"
    /// The identifier of the identity that stands for this program.
    static let programID = "identity--256fd9a3-6404-5472-bab5-eddc18675106"

    /// What is neither a node nor an edge but tells how the others are to be handled.
    static let metaTypes: Set<String> = ["marking-definition", "extension-definition"]

    /// The kinds that a type alone tells.
    private static let kinds: [String: String] = [
        "attack-pattern": "Means", "tool": "Means", "malware": "Means", "infrastructure": "Means",
        "campaign": "Campaign", "incident": "Incident", "course-of-action": "Proposal",
        "intrusion-set": "Actor", "threat-actor": "Actor", "location": "Place",
        "report": "Document", "note": "Document", "opinion": "Document", "grouping": "Document",
        "malware-analysis": "Document", "language-content": "Document",
    ]

    /// Types of objects that say something of others.
    static let statements: Set<String> = ["report", "note", "opinion", "grouping", "malware-analysis"]

    /// The kinds of identities by their class.
    private static let identityKinds: [String: String] = [
        "individual": "Person", "organization": "Organisation", "class": "Population", "group": "Population",
        "system": "Means", "nation-state": "State",
    ]

    /// The name of the kind of an object of a type.
    static func kind(ofType type: String) -> String { kinds[type] ?? "Entity" }

    /// The name of the kind of an object, by its type and by what it says of itself.
    ///
    /// - Parameter text: the text of a property; empty for one that is no text, nil for one that is missing.
    static func kind(ofType type: String, _ text: (StaticString) -> String?) -> String {
        switch type {
        case "identity": text("identity_class").flatMap { identityKinds[$0] } ?? "Entity"
        case "location": kind(ofLocation: text)
        default: kind(ofType: type)
        }
    }

    /// A country without anything nearer is a State, a region without a country a Region.
    private static func kind(ofLocation text: (StaticString) -> String?) -> String {
        switch text("x_opencti_location_type") {
        case "Country": return "State"
        case "Region": return "Region"
        case nil: break
        default: return "Place"
        }
        let narrow: [StaticString] = [
            "administrative_area", "city", "street_address", "postal_code", "latitude", "longitude",
            "precision",
        ]
        if narrow.contains(where: { text($0) != nil }) { return "Place" }
        return text("country") != nil ? "State" : text("region") != nil ? "Region" : "Place"
    }

    /// When a relationship holds, by its first and its last timestamp; nil if neither can be read.
    static func validity(from start: String?, to stop: String?) -> RecordedDate? {
        guard start != nil || stop != nil else { return nil }
        // What can't be read is unknown, what is missing open.
        let text = { (end: String?) in
            end.map { RecordedDate(normalizing: $0).date?.description ?? "" } ?? ".."
        }
        let (first, last) = (text(start), text(stop))
        return (try? EDTFDate(first == last ? first : "\(first)/\(last)")).map { RecordedDate(date: $0) }
    }

    /// The relations that a type of relationship may mean, the best first; the ends decide. `hosts` is not among them:
    /// there an actor hosts infrastructure, in our ontology a state hosts an actor.
    private static let relations: [String: [String]] = [
        "uses": ["usesMeans"],
        "targets": ["attacks", "target"],
        "attributed-to": ["perpetratedBy"],
        "located-at": ["locatedIn", "basedIn", "memberOf", "occurredIn"],
        "originates-from": ["originatesFrom", "launchedFrom"],
        "duplicate-of": ["sameAs"],
        "cooperates-with": ["alliedWith"],
        "is-allied-with": ["alliedWith"],
        "has-joined": ["joins"],
        "employed-by": ["memberOf"],
        "hosts": [],
    ]

    /// The relation of a type of relationship between kinds; nil if none fits.
    static func relation(
        _ type: String, from source: KindID, to target: KindID, in ontology: Ontology
    ) -> RelationID? {
        if let names = relations[type] {
            return names.lazy.compactMap { ontology.relation(named: $0) }
                .first { ontology.allows(source, $0, target) }
        }
        return ontology.relation(named: type).flatMap { ontology.allows(source, $0, target) ? $0 : nil }
    }

    /// References that are no relations: who wrote the object, how it is to be handled, which edge it is.
    static func isHousekeeping(_ property: String) -> Bool {
        switch property {
        case "created_by_ref", "x_mitre_modified_by_ref", "object_marking_refs", "granular_markings",
            "external_references":
            true
        default: false
        }
    }

    /// Names of a cyber observable in the order of preference, for objects without a `name`.
    static let nameProperties = [
        "value", "abstract", "display_name", "path", "key", "account_login", "user_id", "subject", "url",
        "product", "pattern", "command_line", "serial_number", "opinion",
    ]

    /// Properties that are lists of other names.
    static let aliasProperties: Set<String> = ["aliases", "x_mitre_aliases", "x_opencti_aliases"]
}
