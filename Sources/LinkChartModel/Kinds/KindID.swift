/// The identifier of a kind within its ``Ontology``: the position in ``Ontology/kinds``.
public struct KindID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: UInt8

    /// Wraps a position.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// A state, in every ontology that includes the built-in one.
    public static let state = KindID(rawValue: 0)
    /// A region that is no state.
    public static let region = KindID(rawValue: 1)
    /// A place.
    public static let place = KindID(rawValue: 2)
    /// A non-state actor.
    public static let actor = KindID(rawValue: 3)
    /// An organisation.
    public static let organisation = KindID(rawValue: 4)
    /// A person.
    public static let person = KindID(rawValue: 5)
    /// A population.
    public static let population = KindID(rawValue: 6)
    /// An incident.
    public static let incident = KindID(rawValue: 7)
    /// A campaign.
    public static let campaign = KindID(rawValue: 8)
    /// A means.
    public static let means = KindID(rawValue: 9)
    /// A document.
    public static let document = KindID(rawValue: 10)
    /// A contested statement.
    public static let proposition = KindID(rawValue: 11)
    /// A pledge.
    public static let pledge = KindID(rawValue: 12)
    /// A proposal.
    public static let proposal = KindID(rawValue: 13)
    /// A node of unstated kind.
    public static let entity = KindID(rawValue: 14)
}

/// A set of kinds of one ontology, as a bit mask: membership is one instruction.
public struct KindSet: Hashable, Sendable {
    @usableFromInline var bits: UInt128

    /// The most kinds an ontology can hold.
    public static let capacity = 128

    /// No kinds.
    public init() { bits = 0 }

    /// The given kinds.
    public init(_ kinds: some Sequence<KindID>) {
        bits = 0
        for kind in kinds { insert(kind) }
    }

    /// Every kind there can be.
    public static let any = KindSet(bits: .max)

    @usableFromInline init(bits: UInt128) { self.bits = bits }

    /// Adds a kind.
    public mutating func insert(_ kind: KindID) { bits |= 1 << UInt128(kind.rawValue) }

    /// Whether the kind is in the set.
    @inlinable public func contains(_ kind: KindID) -> Bool { bits & (1 << UInt128(kind.rawValue)) != 0 }

    /// Kinds in either.
    public func union(_ other: KindSet) -> KindSet { KindSet(bits: bits | other.bits) }

    /// Whether no kind is in the set.
    public var isEmpty: Bool { bits == 0 }
}
