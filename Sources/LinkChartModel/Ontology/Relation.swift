/// The identifier of a relation within its ``Ontology``: the position in ``Ontology/relations``.
public struct RelationID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: UInt16

    /// Wraps a position.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A relation as a value whose type carries what may stand at its ends.
///
/// `Relation<any ActorPlaceOrState, any ActorPersonOrPopulation>.hosts` accepts a state or a place as its
/// source and refuses a document, at compile time. The same constraint stands, as data, in
/// ``Ontology/relations`` and checks graphs that come from files.
///
/// A client adds relations of its own ontology in one line:
/// ```swift
/// extension Relation<any Territory, Kinds.Means> {
///     static var stores: Self { Self("stores", source: { $0.index }, target: { $0.index }) }
/// }
/// ```
public struct Relation<Source, Target>: Sendable {
    /// The name in the ontology.
    public let name: String

    /// The identifier in ``Ontology/builtin``, or nil for a relation that is looked up by name.
    @usableFromInline let builtin: RelationID?

    // Closures, because an existential does not conform to its own protocol and a dynamic cast costs 100 ns.
    @usableFromInline let source: @Sendable (Source) -> NodeIndex
    @usableFromInline let target: @Sendable (Target) -> NodeIndex

    /// A relation that the graph's ontology knows by `name`.
    ///
    /// - Parameters:
    ///   - name: the name in the ontology, in its canonical spelling.
    ///   - source: the index of a source; always `{ $0.index }`.
    ///   - target: the index of a target; always `{ $0.index }`.
    public init(
        _ name: String, source: @escaping @Sendable (Source) -> NodeIndex,
        target: @escaping @Sendable (Target) -> NodeIndex
    ) {
        self.name = name
        self.builtin = nil
        self.source = source
        self.target = target
    }

    init(
        _ name: String, id: UInt16, _ source: @escaping @Sendable (Source) -> NodeIndex,
        _ target: @escaping @Sendable (Target) -> NodeIndex
    ) {
        self.name = name
        self.builtin = RelationID(rawValue: id)
        self.source = source
        self.target = target
    }
}
