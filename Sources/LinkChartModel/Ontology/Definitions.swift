/// An abstract kind: a name for a union of concrete kinds, such as `Agent`.
public struct AbstractKindDefinition: Hashable, Sendable {
    /// The name, `UpperCamelCase`.
    public var name: String
    /// What belongs to it, in words.
    public var meaning: String

    /// Defines an abstract kind.
    public init(name: String, meaning: String) {
        self.name = name
        self.meaning = meaning
    }
}

/// A concrete kind of node.
public struct KindDefinition: Hashable, Sendable {
    /// The name, `UpperCamelCase`.
    public var name: String
    /// The abstract kinds it belongs to.
    public var abstract: [String]
    /// Which attributes a node of this kind usually has, in words.
    public var fields: String
    /// Its counterpart in other vocabularies, keyed by vocabulary (`stix21`, `ftm`, `misp`).
    public var mappings: [String: String]

    /// Defines a kind.
    public init(
        name: String, abstract: [String] = [], fields: String = "", mappings: [String: String] = [:]
    ) {
        self.name = name
        self.abstract = abstract
        self.fields = fields
        self.mappings = mappings
    }
}

/// A relation: what may stand at its ends and what a link of it means.
public struct RelationDefinition: Hashable, Sendable {
    /// The name, `lowerCamelCase`.
    public var name: String
    /// The family it belongs to: structure, support, hostile, movement, incident role, information, policy,
    /// summary, or a user's own.
    public var group: String
    /// The kinds, concrete or abstract, that may be its source; `any` for all.
    public var domain: [String]
    /// The kinds, concrete or abstract, that may be its target; `any` for all.
    public var range: [String]
    /// Whether a link holds both ways, so that (a, b) and (b, a) are the same fact.
    public var isSymmetric: Bool
    /// Whether the link is friendly or hostile.
    public var polarity: Polarity
    /// The way threat, capability or harm travels along a link.
    public var flow: Flow
    /// Whether it states a conclusion ("spills over to") rather than a mechanism; path, cut and flow
    /// questions leave such relations out by default.
    public var isSummary: Bool
    /// How the relation reads from target to source.
    public var inverse: String
    /// Other spellings that readers accept for it, beside any case and punctuation of its name.
    public var aliases: [String]
    /// Its counterpart in other vocabularies, keyed by vocabulary (`stix21`, `ftm`, `ploverCameo`).
    public var mappings: [String: String]

    /// Defines a relation.
    public init(
        _ name: String, group: String = "user", domain: [String] = ["any"], range: [String] = ["any"],
        polarity: Polarity = .neutral, flow: Flow = .forward, isSymmetric: Bool = false,
        isSummary: Bool = false, inverse: String? = nil, aliases: [String] = [],
        mappings: [String: String] = [:]
    ) {
        self.name = name
        self.group = group
        self.domain = domain
        self.range = range
        self.isSymmetric = isSymmetric
        self.polarity = polarity
        self.flow = flow
        self.isSummary = isSummary
        self.inverse = inverse ?? (isSymmetric ? name : "\(name) (inverse)")
        self.aliases = aliases
        self.mappings = mappings
    }
}

extension RelationDefinition {
    /// The name alone, in the shape of ``aliases``.
    var names: [String] { [name] }
}
