/// The position of a node in its graph: 0 for the first node added, then counting up without gaps.
public struct NodeIndex: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: UInt32

    /// Wraps a position.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Wraps a position given as an array index. Positions beyond `UInt32.max` are a programming error.
    public init(_ position: Int) { self.rawValue = UInt32(position) }

    /// The position as an array index.
    public var position: Int { Int(rawValue) }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The position of an edge in its graph: 0 for the first edge added, then counting up without gaps.
public struct EdgeIndex: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: UInt32

    /// Wraps a position.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Wraps a position given as an array index. Positions beyond `UInt32.max` are a programming error.
    public init(_ position: Int) { self.rawValue = UInt32(position) }

    /// The position as an array index.
    public var position: Int { Int(rawValue) }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Anything that stands for a node of a graph: the typed references of ``Kinds``, and ``AnyNode``.
///
/// A reference is only an index; it is meaningful in the graph that made it and in that graph's copies.
public protocol NodeReference: Sendable {
    /// Where the node stands in its graph.
    var index: NodeIndex { get }

    /// Wraps an index. The caller vouches that the node there is of this kind; ``Graph/reference(to:as:)``
    /// checks it.
    init(index: NodeIndex)
}

/// Anything that acts: a state, a non-state actor, an organisation, a person, a population.
public protocol Agent: NodeReference {}

/// Anything that can be entered or held: a state, a region, a place.
public protocol Territory: NodeReference {}

/// Anything that happens: an incident, or a campaign of incidents.
public protocol Event: NodeReference {}

/// All the rest: means, documents, propositions, pledges, proposals, and nodes of unstated kind.
public protocol Thing: NodeReference {}

/// A node whose kind is known at run time only.
public struct AnyNode: NodeReference, Hashable {
    public let index: NodeIndex
    public init(index: NodeIndex) { self.index = index }
}

/// A kind as a Swift type: the structs of ``Kinds``, and types a client adds for kinds of its own ontology.
public protocol ConcreteKind: NodeReference, Hashable {
    /// The name the ontology knows the kind by.
    static var kindName: String { get }

    /// The identifier in ``Ontology/builtin``, or nil for a kind that is looked up by name.
    static var builtinKind: KindID? { get }
}

extension ConcreteKind {
    /// Kinds of a client's own are looked up by name.
    public static var builtinKind: KindID? { nil }
}
