/// What the nodes and links of a graph can be: kinds, abstract kinds, and relations with their constraints.
///
/// ``builtin`` is the default. A graph may bring its own, which extends or replaces the built-in one
/// (``extended(name:abstractKinds:kinds:relations:)``, ``init(name:abstractKinds:kinds:relations:)``).
/// The value is immutable and shared: copying it costs a reference count.
public struct Ontology: Sendable {
    let storage: Storage

    /// The built-in ontology: 15 kinds, 4 abstract kinds, 67 relations.
    public static let builtin = Ontology(
        storage: Storage(
            name: "builtin", base: .builtin, abstractKinds: builtinAbstractKinds, kinds: builtinKinds,
            relations: builtinRelations))

    /// An ontology of the caller's own, which does not include the built-in one.
    ///
    /// - Throws: ``OntologyError`` with every problem found: a name given twice, a domain or range that
    ///   names no kind, more kinds than ``KindSet/capacity``.
    public init(
        name: String, abstractKinds: [AbstractKindDefinition] = [], kinds: [KindDefinition],
        relations: [RelationDefinition]
    ) throws(OntologyError) {
        try self.init(
            name: name, base: .replacement, abstractKinds: abstractKinds, kinds: kinds, relations: relations)
    }

    /// This ontology with more kinds and relations. A kind or relation of a name that is already there
    /// takes its place and keeps its identifier.
    ///
    /// - Throws: ``OntologyError`` with every problem found, as in ``init(name:abstractKinds:kinds:relations:)``.
    public func extended(
        name: String, abstractKinds: [AbstractKindDefinition] = [], kinds: [KindDefinition] = [],
        relations: [RelationDefinition] = []
    ) throws(OntologyError) -> Ontology {
        let allAbstract = Self.merge(self.abstractKinds, abstractKinds, name: \.name)
        let allKinds = Self.merge(self.kinds, kinds, name: \.name)
        let allRelations = Self.merge(self.relations, relations, name: \.name)
        var problems = OntologyError.duplicates(
            abstractKinds: abstractKinds, kinds: kinds, relations: relations)
        // A new kind may also have the name of an old abstract kind.
        problems += OntologyError.duplicates(
            abstractKinds: allAbstract, kinds: allKinds, relations: allRelations
        ).filter { !problems.contains($0) }
        problems += OntologyError.problems(
            abstractKinds: allAbstract, kinds: allKinds, relations: allRelations)
        guard problems.isEmpty else { throw OntologyError(problems: problems) }
        return Ontology(
            storage: Storage(
                name: name, base: storage.base == .replacement ? .replacement : .extension,
                abstractKinds: allAbstract, kinds: allKinds, relations: allRelations))
    }

    private init(
        name: String, base: Base, abstractKinds: [AbstractKindDefinition], kinds: [KindDefinition],
        relations: [RelationDefinition]
    ) throws(OntologyError) {
        let problems =
            OntologyError.duplicates(abstractKinds: abstractKinds, kinds: kinds, relations: relations)
            + OntologyError.problems(abstractKinds: abstractKinds, kinds: kinds, relations: relations)
        guard problems.isEmpty else { throw OntologyError(problems: problems) }
        self.init(
            storage: Storage(
                name: name, base: base, abstractKinds: abstractKinds, kinds: kinds, relations: relations))
    }

    init(storage: Storage) { self.storage = storage }

    private static func merge<Definition>(
        _ old: [Definition], _ new: [Definition], name: (Definition) -> String
    ) -> [Definition] {
        var merged = old
        var positions: [String: Int] = [:]
        for (position, definition) in old.enumerated() { positions[foldedKey(name(definition))] = position }
        for definition in new {
            if let position = positions[foldedKey(name(definition))] {
                merged[position] = definition
            } else {
                merged.append(definition)
            }
        }
        return merged
    }

    // MARK: - What it holds

    /// How the ontology came about.
    public enum Base: Sendable, Hashable {
        /// The built-in ontology as it stands.
        case builtin
        /// The built-in ontology with additions.
        case `extension`
        /// An ontology without the built-in one.
        case replacement
    }

    /// `builtin`, or the name its file or author gave it.
    public var name: String { storage.name }
    /// Whether it is, extends or replaces the built-in ontology.
    public var base: Base { storage.base }
    /// The abstract kinds.
    public var abstractKinds: [AbstractKindDefinition] { storage.abstractKinds }
    /// The concrete kinds, in the order of their identifiers.
    public var kinds: [KindDefinition] { storage.kinds }
    /// The relations, in the order of their identifiers.
    public var relations: [RelationDefinition] { storage.relations }

    /// The definition behind an identifier of this ontology.
    public subscript(kind: KindID) -> KindDefinition { storage.kinds[Int(kind.rawValue)] }

    /// The definition behind an identifier of this ontology.
    public subscript(relation: RelationID) -> RelationDefinition {
        storage.relations[Int(relation.rawValue)]
    }

    /// Whether the identifier is one of this ontology's.
    func has(_ relation: RelationID) -> Bool { Int(relation.rawValue) < storage.relations.count }

    /// Whether a link of the relation holds both ways.
    func isSymmetric(_ relation: RelationID) -> Bool { storage.isSymmetric[Int(relation.rawValue)] }

    /// The kinds that may be the source of the relation.
    public func domain(of relation: RelationID) -> KindSet { storage.domains[Int(relation.rawValue)] }

    /// The kinds that may be the target of the relation.
    public func range(of relation: RelationID) -> KindSet { storage.ranges[Int(relation.rawValue)] }

    /// Whether the relation may link these kinds, in this direction.
    public func allows(_ source: KindID, _ relation: RelationID, _ target: KindID) -> Bool {
        domain(of: relation).contains(source) && range(of: relation).contains(target)
    }
}

extension Ontology: Hashable {
    public static func == (a: Ontology, b: Ontology) -> Bool {
        a.storage === b.storage
            || a.name == b.name && a.abstractKinds == b.abstractKinds && a.kinds == b.kinds
                && a.relations == b.relations
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(kinds.count)
        hasher.combine(relations.count)
    }
}

extension Ontology {
    /// The tables behind an ontology, built once and never changed.
    final class Storage: Sendable {
        let name: String
        let base: Base
        let abstractKinds: [AbstractKindDefinition]
        let kinds: [KindDefinition]
        let relations: [RelationDefinition]
        let domains: [KindSet]
        let ranges: [KindSet]
        let isSymmetric: [Bool]
        /// By their very names, which needs no folding.
        let kindsByName: [String: KindID]
        let relationsByName: [String: RelationID]
        let kindsByKey: [String: KindID]
        let setsByKey: [String: KindSet]
        let relationsByKey: [String: RelationID]
        let relationsByInverse: [String: RelationID]

        init(
            name: String, base: Base, abstractKinds: [AbstractKindDefinition], kinds: [KindDefinition],
            relations: [RelationDefinition]
        ) {
            self.name = name
            self.base = base
            self.abstractKinds = abstractKinds
            self.kinds = kinds
            self.relations = relations
            var kindsByKey: [String: KindID] = [:]
            var setsByKey: [String: KindSet] = ["any": .any]
            for abstract in abstractKinds { setsByKey[foldedKey(abstract.name)] = KindSet() }
            for (position, kind) in kinds.enumerated() {
                let id = KindID(rawValue: UInt8(position))
                kindsByKey[foldedKey(kind.name)] = id
                for name in [kind.name] + kind.abstract {
                    setsByKey[foldedKey(name), default: KindSet()].insert(id)
                }
            }
            var relationsByKey: [String: RelationID] = [:]
            // Names after aliases: a name wins over another relation's alias.
            for spellings in [\RelationDefinition.aliases, \.names] {
                for (position, relation) in relations.enumerated() {
                    for name in relation[keyPath: spellings] {
                        relationsByKey[foldedKey(name)] = RelationID(rawValue: UInt16(position))
                    }
                }
            }
            var relationsByInverse: [String: RelationID] = [:]
            for (position, relation) in relations.enumerated() where !relation.inverse.isEmpty {
                let key = foldedKey(relation.inverse)
                if relationsByInverse[key] == nil {
                    relationsByInverse[key] = RelationID(rawValue: UInt16(position))
                }
            }
            let union = { (names: [String]) in
                names.reduce(KindSet()) { $0.union(setsByKey[foldedKey($1)] ?? KindSet()) }
            }
            self.domains = relations.map { union($0.domain) }
            self.ranges = relations.map { union($0.range) }
            self.isSymmetric = relations.map(\.isSymmetric)
            // Where two names fold alike, the key decides for all spellings.
            kindsByName = Dictionary(
                kinds.compactMap { kind in kindsByKey[foldedKey(kind.name)].map { (kind.name, $0) } },
                uniquingKeysWith: { first, _ in first })
            relationsByName = Dictionary(
                relations.compactMap { relation in
                    relationsByKey[foldedKey(relation.name)].map { (relation.name, $0) }
                }, uniquingKeysWith: { first, _ in first })
            self.kindsByKey = kindsByKey
            self.setsByKey = setsByKey
            self.relationsByKey = relationsByKey
            self.relationsByInverse = relationsByInverse
        }
    }
}
