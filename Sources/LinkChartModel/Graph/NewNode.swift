/// A node that is about to be added: what ``Graph/add(_:)`` takes.
public struct NewNode<Kind: ConcreteKind>: Sendable {
    var id: String?
    var name: String
    var details: NodeDetails

    /// Describes a node.
    ///
    /// - Parameters:
    ///   - name: what it is called.
    ///   - id: its identifier; made of the name if nil.
    ///   - aliases: what else it is called.
    ///   - subtype: a finer kind, such as `armedGroup`.
    ///   - attributes: whatever else is known.
    public init(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) {
        self.id = id
        self.name = name
        self.details = NodeDetails(aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Region> {
    /// A region that is no state.
    public static func region(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Place> {
    /// A place.
    public static func place(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Actor> {
    /// A non-state actor.
    public static func actor(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Organisation> {
    /// An organisation.
    public static func organisation(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Person> {
    /// A person.
    public static func person(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Population> {
    /// A population.
    public static func population(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Incident> {
    /// An incident.
    public static func incident(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Campaign> {
    /// A campaign.
    public static func campaign(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Means> {
    /// A means.
    public static func means(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Document> {
    /// A document.
    public static func document(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Proposition> {
    /// A contested statement.
    public static func proposition(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Pledge> {
    /// A pledge.
    public static func pledge(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Proposal> {
    /// A proposal.
    public static func proposal(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.Entity> {
    /// A node of unstated kind.
    public static func entity(
        _ name: String, id: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}

extension NewNode<Kinds.State> {
    /// A state.
    ///
    /// - Parameters:
    ///   - name: what it is called.
    ///   - id: its identifier; nil to make one of the name.
    ///   - iso: its ISO 3166-1 alpha-2 code, kept as the attribute `iso2`.
    ///   - aliases: what else it is called, such as the name of its capital for its government.
    ///   - subtype: a finer kind, such as `aggregate`.
    ///   - attributes: whatever else is known.
    public static func state(
        _ name: String, id: String? = nil, iso: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:]
    ) -> Self {
        var attributes = attributes
        if let iso { attributes["iso2"] = .string(iso) }
        return Self(name, id: id, aliases: aliases, subtype: subtype, attributes: attributes)
    }
}
