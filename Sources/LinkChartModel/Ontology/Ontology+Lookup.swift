extension Ontology {
    /// The kind of this name, compared without case and punctuation.
    public func kind(named name: some StringProtocol) -> KindID? {
        let name = String(name)
        return storage.kindsByName[name] ?? storage.kindsByKey[foldedKey(name)]
    }

    /// The kinds that a concrete or abstract kind's name, or `any`, stands for.
    public func kinds(named name: some StringProtocol) -> KindSet? { storage.setsByKey[foldedKey(name)] }

    /// The relation of this name or alias, compared without case and punctuation: `LOCATED_IN` and
    /// `located in` are `locatedIn`.
    public func relation(named name: some StringProtocol) -> RelationID? {
        let name = String(name)
        return storage.relationsByName[name] ?? storage.relationsByKey[foldedKey(name)]
    }

    /// The relation whose inverse has this name: `hostedBy` gives `hosts`, to be read from target to source.
    public func relation(inverseNamed name: some StringProtocol) -> RelationID? {
        storage.relationsByInverse[foldedKey(name)]
    }

    /// The name of a kind nearest to a misspelt one, abstract kinds included, or nil if none is near.
    public func nearestKindName(to name: some StringProtocol) -> String? {
        nearestName(to: String(name), in: kinds.map(\.name) + abstractKinds.map(\.name))
    }

    /// The name of a relation nearest to a misspelt one, or nil if none is near.
    public func nearestRelationName(to name: some StringProtocol) -> String? {
        nearestName(to: String(name), in: relations.map(\.name))
    }

    /// The relations that may link these kinds, for a suggestion when one does not fit.
    public func relations(from source: KindID, to target: KindID) -> [RelationID] {
        relations.indices.lazy.map { RelationID(rawValue: UInt16($0)) }
            .filter { self.allows(source, $0, target) }
    }

    /// `hosts`: "State | Actor | Place -> Actor | Population | Person".
    public func signature(of relation: RelationID) -> String {
        let definition = self[relation]
        return definition.domain.joined(separator: " | ") + " -> "
            + definition.range.joined(separator: " | ")
    }
}
