import LinkChartModel

/// Reads definitions of kinds and relations from a document tree.
struct OntologyReader {
    private let tree: DocumentTree
    private let name: String
    /// Where each definition's name stands, for the errors that the model finds.
    private var places: [String: SourceRange] = [:]
    private var isRight = true

    init(_ tree: DocumentTree, name: String) {
        self.tree = tree
        self.name = name
    }

    /// The ontology of a mapping; nil, with diagnostics, if it has errors.
    mutating func read(_ item: Int, into builder: inout GraphBuilder) -> Ontology? {
        var extends = "builtin"
        var abstractKinds: [AbstractKindDefinition] = []
        var kinds: [KindDefinition] = []
        var relations: [RelationDefinition] = []
        var extendsItem: Int?
        tree.forEachMember(item) { key, value in
            switch NativeKey(tree, key) {
            case .name: _ = builder.text(tree, value, "name")
            case .extends:
                extends = builder.text(tree, value, "extends") ?? extends
                extendsItem = value
            case .abstractKinds: abstractKinds = readAbstractKinds(value, into: &builder)
            case .kinds:
                builder.forEachEntry(tree, value, of: "kinds") { builder, item in
                    if let kind = readKind(item, into: &builder) { kinds.append(kind) }
                }
            case .relations:
                builder.forEachEntry(tree, value, of: "relations") { builder, item in
                    if let relation = readRelation(item, into: &builder) { relations.append(relation) }
                }
            default:
                builder.report(
                    .unknownKey, "an ontology has no key `\(tree.text(key))`; it is left out",
                    at: tree.range(key), suggestion: Self.nearest(tree.text(key), NativeKey.ofOntology))
            }
        }
        do throws(OntologyError) {
            let ontology: Ontology
            switch extends {
            case "builtin":
                ontology = try Ontology.builtin.extended(
                    name: name, abstractKinds: abstractKinds, kinds: kinds, relations: relations)
            case "none":
                ontology = try Ontology(
                    name: name, abstractKinds: abstractKinds, kinds: kinds, relations: relations)
            default:
                builder.report(
                    .badDefinition, "`\(extends)` can't be extended", at: extendsItem.map { tree.range($0) },
                    suggestion: "`builtin` or `none`")
                return nil
            }
            return isRight ? ontology : nil
        } catch {
            for problem in error.problems { report(problem, at: item, into: &builder) }
            return nil
        }
    }

    private func report(
        _ problem: OntologyError.Problem, at item: Int, into builder: inout GraphBuilder
    ) {
        let code: DiagnosticCode =
            switch problem.code {
            case .duplicateName: .duplicateDefinition
            case .unknownKind: .undefinedKind
            case .tooManyKinds, .tooManyRelations: .ontologyTooLarge
            case .emptyName: .emptyIdentifier
            case .emptyEnds: .emptyEnds
            }
        var plain = problem
        plain.suggestion = nil
        builder.report(
            code, plain.description, at: places[problem.definition] ?? tree.range(item),
            suggestion: problem.suggestion.map { "did you mean `\($0)`?" })
    }

    // MARK: - Definitions

    /// A list of `{name, meaning}`, or a mapping of names to meanings.
    private mutating func readAbstractKinds(
        _ item: Int, into builder: inout GraphBuilder
    ) -> [AbstractKindDefinition] {
        var found: [AbstractKindDefinition] = []
        if tree.kind(item) == .mapping {
            tree.forEachMember(item) { key, value in
                let name = tree.text(key)
                places[name] = tree.range(key)
                found.append(
                    AbstractKindDefinition(name: name, meaning: builder.text(tree, value, name) ?? ""))
            }
            return found
        }
        builder.forEachEntry(tree, item, of: "abstractKinds") { builder, entry in
            guard let name = begin(entry, NativeKey.ofAbstractKind, "an abstract kind", into: &builder)
            else { return }
            let meaning = tree.value(entry, "meaning").flatMap { builder.text(tree, $0, "meaning") }
            found.append(AbstractKindDefinition(name: name, meaning: meaning ?? ""))
        }
        return found
    }

    private mutating func readKind(_ item: Int, into builder: inout GraphBuilder) -> KindDefinition? {
        guard let name = begin(item, NativeKey.ofKind, "a kind", into: &builder) else { return nil }
        var kind = KindDefinition(name: name)
        tree.forEachMember(item) { key, value in
            switch NativeKey(tree, key) {
            case .abstract: kind.abstract = builder.texts(tree, value, "abstract")
            case .fields: kind.fields = builder.text(tree, value, "fields") ?? ""
            case .mappings: kind.mappings = readMappings(value, into: &builder)
            default: break
            }
        }
        return kind
    }

    private mutating func readRelation(
        _ item: Int, into builder: inout GraphBuilder
    ) -> RelationDefinition? {
        guard let name = begin(item, NativeKey.ofRelation, "a relation", into: &builder) else { return nil }
        var relation = RelationDefinition(name)
        tree.forEachMember(item) { key, value in
            switch NativeKey(tree, key) {
            case .group: relation.group = builder.text(tree, value, "group") ?? relation.group
            case .domain: relation.domain = builder.texts(tree, value, "domain")
            case .range: relation.range = builder.texts(tree, value, "range")
            case .polarity: relation.polarity = readCase(value, "polarity", into: &builder) ?? .neutral
            case .flow: relation.flow = readCase(value, "flow", into: &builder) ?? .forward
            case .symmetric: relation.isSymmetric = readFlag(value, "symmetric", into: &builder)
            case .summary: relation.isSummary = readFlag(value, "summary", into: &builder)
            case .aliases: relation.aliases = builder.texts(tree, value, "aliases")
            case .mappings: relation.mappings = readMappings(value, into: &builder)
            default: break
            }
        }
        let inverse = tree.value(item, "inverse").flatMap { builder.text(tree, $0, "inverse") }
        relation.inverse = inverse ?? (relation.isSymmetric ? name : "\(name) (inverse)")
        return relation
    }

    /// The name of a definition, after a check of its keys; nil, with a diagnostic, if it has none.
    private mutating func begin(
        _ item: Int, _ keys: [NativeKey], _ what: String, into builder: inout GraphBuilder
    ) -> String? {
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "\(what) must be a mapping", suggestion: "write `{name: …}`")
            isRight = false
            return nil
        }
        tree.forEachMember(item) { key, _ in
            guard NativeKey(tree, key).map({ keys.contains($0) }) != true else { return }
            builder.report(
                .unknownKey, "\(what) has no key `\(tree.text(key))`; it is left out", at: tree.range(key),
                suggestion: Self.nearest(tree.text(key), keys))
        }
        guard let value = tree.value(item, "name"), let name = builder.text(tree, value, "name") else {
            builder.reportMissing(.name, of: what, tree, item)
            isRight = false
            return nil
        }
        places[name] = tree.range(value)
        return name
    }

    private mutating func readFlag(_ item: Int, _ name: String, into builder: inout GraphBuilder) -> Bool {
        if let flag = builder.flag(tree, item, name) { return flag }
        isRight = false
        return false
    }

    private mutating func readCase<Value: NamedCase>(
        _ item: Int, _ what: String, into builder: inout GraphBuilder
    ) -> Value? {
        guard let text = builder.text(tree, item, what) else { return nil }
        if let value = Value(named: text) { return value }
        isRight = false
        builder.report(
            .badDefinition, "no \(what) `\(text)`", at: tree.range(item),
            suggestion: "one of " + Value.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))
        return nil
    }

    private func readMappings(_ item: Int, into builder: inout GraphBuilder) -> [String: String] {
        var mappings: [String: String] = [:]
        guard tree.kind(item) == .mapping || tree.kind(item) == .null else {
            builder.reportWrongType(tree, item, "`mappings` must be a mapping")
            return [:]
        }
        tree.forEachMember(item) { key, value in
            mappings[tree.text(key)] = builder.text(tree, value, tree.text(key))
        }
        return mappings
    }

    private static func nearest(_ name: String, _ keys: [NativeKey]) -> String? {
        nearestName(to: name, in: keys.map(\.rawValue)).map { "did you mean `\($0)`?" }
    }
}
