/// Why an ontology can't be built: every problem found in it.
public struct OntologyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// What is wrong.
        public enum Code: String, Sendable, CaseIterable {
            /// Two definitions have the same name, or two relations the same alias, compared without case and
            /// punctuation.
            case duplicateName
            /// A kind that is named, but not defined.
            case unknownKind
            /// More kinds than ``KindSet/capacity``.
            case tooManyKinds
            /// More relations than a ``RelationID`` can number.
            case tooManyRelations
            /// A name without a visible character.
            case emptyName
            /// A relation whose domain or range lists no kind.
            case emptyEnds
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
            case .tooManyRelations: return "more than \(Int(UInt16.max) + 1) relations"
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
            for name in names where !isEmpty(name) && !seen.insert(foldedKey(name)).inserted {
                problems.append(Problem(code: .duplicateName, definition: name, name: name))
            }
        }
        return problems + duplicateAliases(relations)
    }

    /// Aliases that stand for two relations. One that is another relation's name is none: the name wins.
    private static func duplicateAliases(_ relations: [RelationDefinition]) -> [Problem] {
        var problems: [Problem] = []
        var owners: [String: Int] = [:]
        for (position, relation) in relations.enumerated() {
            for alias in relation.aliases {
                let owner = owners[foldedKey(alias), default: position]
                owners[foldedKey(alias)] = owner
                if owner != position {
                    problems.append(
                        Problem(code: .duplicateName, definition: relation.name, name: alias))
                }
            }
        }
        return problems
    }

    /// Whether a name shows nothing. Punctuation alone is a name, as `+` is.
    private static func isEmpty(_ name: String) -> Bool { name.allSatisfy(\.isWhitespace) }

    static func problems(
        abstractKinds: [AbstractKindDefinition], kinds: [KindDefinition], relations: [RelationDefinition]
    ) -> [Problem] {
        var problems: [Problem] = []
        if kinds.count > KindSet.capacity {
            problems.append(Problem(code: .tooManyKinds, definition: "", name: ""))
        }
        if relations.count > Int(UInt16.max) + 1 {
            problems.append(Problem(code: .tooManyRelations, definition: "", name: ""))
        }
        let names = abstractKinds.map(\.name) + kinds.map(\.name) + relations.map(\.name)
        for name in names where isEmpty(name) {
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
