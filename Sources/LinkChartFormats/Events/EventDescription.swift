internal import LinkChartModel

/// What a record of event data says, before it is in a graph: an Incident and the nodes that have a role in it.
struct EventDescription {
    /// The incident's identifier: the data set's name and its own number.
    var id: String
    var name: String
    /// What sort of event it is, in the data set's words.
    var subtype: String?
    /// When it happened, as precisely as the record says.
    var date: RecordedDate?
    var fatalities: Fatalities?
    /// Columns of the record that are kept beside those that always are.
    var keptColumns: [Int] = []
    var roles: [EventRole] = []
    /// Who says so; each role's edge has them all.
    var claims: [Claim] = []
}

/// How many died: the lowest, the best and the highest estimate, as UCDP has them.
struct Fatalities {
    var low: Int64
    var best: Int64
    var high: Int64

    private static let names = ["low", "best", "high"]

    var value: AttributeValue {
        .object(
            Attributes(uniqueNames: Self.names, values: [.integer(low), .integer(best), .integer(high)]))
    }
}

/// A node's part in an event.
struct EventRole {
    /// The relation that leads from the incident to the node.
    var relation: String
    var node: EventNode
    var attributes: Attributes = [:]
    /// How it is put, where it is otherwise than simply asserted.
    var modality: Modality?
}

/// A node that event data name.
struct EventNode {
    var id: String
    var kind: EventKind
    var name: String?
    var aliases: [String] = []
    var subtype: String?
    var attributes: Attributes = [:]
    /// What it belongs to or lies in.
    var links: [EventLink] = []
    /// Whether the name that most records use is the node's: the first may be an odd one.
    var isNamedByMajority = false
}

/// What a node of event data belongs to.
struct EventLink {
    var relation: String
    var node: EventNode

    init(_ relation: String, _ node: EventNode) {
        self.relation = relation
        self.node = node
    }
}

/// The kinds of nodes that event data have.
enum EventKind: String, CaseIterable {
    case state = "State"
    case region = "Region"
    case place = "Place"
    case actor = "Actor"
    case organisation = "Organisation"
    case population = "Population"
    case entity = "Entity"
}

// MARK: - Usual nodes

extension EventNode {
    /// A state by the name that a data set has for it.
    ///
    /// - Parameter attributes: further codes of it.
    static func state(named name: String, _ attributes: Attributes = [:]) -> EventNode {
        guard let country = Country.named(name) else {
            let id = Graph.slug(name)
            return EventNode(
                id: id.isEmpty ? name : id, kind: .state, name: name, attributes: attributes)
        }
        return state(country, called: name, attributes)
    }

    /// A state of the table of codes.
    static func state(
        _ country: Country, called name: String? = nil, _ attributes: Attributes = [:]
    ) -> EventNode {
        var node = EventNode(id: Graph.slug(country.name), kind: .state, name: country.name)
        if let name, name != country.name { node.aliases = [name] }
        node.attributes = ["iso2": .string(country.iso2), "iso3": .string(country.iso3)]
        node.attributes.merge(attributes)
        return node
    }

    /// A place, told from others of its name by its coordinates or, without them, by what it lies in.
    static func place(
        named name: String, latitude: String?, longitude: String?, in state: EventNode?,
        _ attributes: Attributes = [:]
    ) -> EventNode {
        let slug = Graph.slug(name)
        var id = slug.isEmpty ? name : slug
        var node = EventNode(id: "", kind: .place, name: name)
        if let latitude, let longitude {
            id += "@\(latitude),\(longitude)"
            node.attributes["latitude"] = CellValue.attribute(latitude, first: latitude.utf8.first ?? 0)
            node.attributes["longitude"] = CellValue.attribute(longitude, first: longitude.utf8.first ?? 0)
        } else if let state {
            id += "-in-" + state.id
        }
        node.id = id
        node.attributes.merge(attributes)
        if let state { node.links = [EventLink("locatedIn", state)] }
        return node
    }
}
