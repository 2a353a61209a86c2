/// Why an ontology can't be built: every problem found in it.
public struct OntologyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// What is wrong.
        public enum Code: String, Sendable {
            case duplicateName, unknownKind, tooManyKinds, tooManyRelations, emptyName, emptyEnds
        }
        /// What is wrong.
        public var code: Code
        /// The definition that has the problem.
        public var definition: String
        /// The name that is wrong in it; the definition's own where there is no other.
        public var name: String
        /// The nearest right name, if one is near.
        public var suggestion: String?

        public var description: String {
            let hint = suggestion.map { "; did you mean `\($0)`?" } ?? ""
            switch code {
            case .duplicateName: return "`\(name)` is defined twice"
            case .unknownKind: return "`\(definition)` names a kind `\(name)` that is not defined\(hint)"
            case .tooManyKinds: return "more than \(KindSet.capacity) kinds"
            case .tooManyRelations: return "more than \(Int(UInt16.max)) relations"
            case .emptyName: return "a definition without a name"
            case .emptyEnds: return "`\(definition)` allows no kind as its \(name)"
            }
        }
    }

    /// The problems, in the order of the definitions.
    public var problems: [Problem]

    public var description: String { problems.map(\.description).joined(separator: "; ") }

    static func duplicates(
        abstractKinds: [AbstractKindDefinition], kinds: [KindDefinition], relations: [RelationDefinition]
    ) -> [Problem] {
        var problems: [Problem] = []
        for names in [abstractKinds.map(\.name) + kinds.map(\.name) + ["any"], relations.map(\.name)] {
            var seen: Set<String> = []
            for name in names where !seen.insert(foldedKey(name)).inserted {
                problems.append(Problem(code: .duplicateName, definition: name, name: name))
            }
        }
        return problems
    }

    static func problems(
        abstractKinds: [AbstractKindDefinition], kinds: [KindDefinition], relations: [RelationDefinition]
    ) -> [Problem] {
        var problems: [Problem] = []
        if kinds.count > KindSet.capacity {
            problems.append(Problem(code: .tooManyKinds, definition: "", name: ""))
        }
        if relations.count > Int(UInt16.max) {
            problems.append(Problem(code: .tooManyRelations, definition: "", name: ""))
        }
        for name in kinds.map(\.name) + relations.map(\.name) where foldedKey(name).isEmpty {
            problems.append(Problem(code: .emptyName, definition: name, name: name))
        }
        let abstractNames = abstractKinds.map(\.name)
        let allNames = kinds.map(\.name) + abstractNames
        let abstractKeys = Set(abstractNames.map { foldedKey($0) })
        let allKeys = Set(allNames.map { foldedKey($0) } + ["any"])
        for kind in kinds {
            for name in kind.abstract where !abstractKeys.contains(foldedKey(name)) {
                problems.append(
                    Problem(
                        code: .unknownKind, definition: kind.name, name: name,
                        suggestion: nearestName(to: name, in: abstractNames)))
            }
        }
        for relation in relations {
            for (end, names) in [("domain", relation.domain), ("range", relation.range)] {
                if names.isEmpty {
                    problems.append(Problem(code: .emptyEnds, definition: relation.name, name: end))
                }
                for name in names where !allKeys.contains(foldedKey(name)) {
                    problems.append(
                        Problem(
                            code: .unknownKind, definition: relation.name, name: name,
                            suggestion: nearestName(to: name, in: allNames)))
                }
            }
        }
        return problems
    }
}
