public import LinkChartModel

extension GraphBuilder {
    /// The kind that a text names, in any spelling; nil, with a diagnostic, if none is so named.
    public mutating func kind(named name: String, at range: SourceRange?) -> KindID? {
        if let kind = kindCache[name] { return kind }
        let ontology = graph.ontology
        guard let kind = ontology.kind(named: name) else {
            if ontology.kinds(named: name) != nil {
                report(
                    .abstractKind, "`\(name)` is abstract; a node needs a concrete kind", at: range,
                    suggestion: Self.concreteKinds(named: name, in: ontology))
            } else {
                report(
                    .unknownKind, "no kind `\(name)` in the ontology", at: range,
                    suggestion: ontology.nearestKindName(to: name).map { "did you mean `\($0)`?" })
            }
            return nil
        }
        if ontology[kind].name != name {
            reportNormalised("kind", name, to: ontology[kind].name, at: range)
        } else {
            kindCache[name] = kind
        }
        return kind
    }

    /// The relation that a text names, in any spelling or by an alias; nil, with a diagnostic, if there is none.
    public mutating func relation(named name: String, at range: SourceRange?) -> RelationID? {
        if let relation = relationCache[name] { return relation }
        let ontology = graph.ontology
        guard let relation = ontology.relation(named: name) else {
            report(
                .unknownRelation, "no relation `\(name)` in the ontology", at: range,
                suggestion: Self.nearestRelation(to: name, in: ontology))
            return nil
        }
        if ontology[relation].name != name {
            reportNormalised("relation", name, to: ontology[relation].name, at: range)
        } else {
            relationCache[name] = relation
        }
        return relation
    }

    /// The date that a text is. What can't be read is kept as raw text beside an empty date, with a warning.
    ///
    /// - Parameters:
    ///   - text: the text as it is written.
    ///   - range: its place.
    ///   - hint: in which order the input writes day and month, if that is known.
    public mutating func date(
        _ text: String, at range: SourceRange?, hint: DateHint = .unknown
    ) -> RecordedDate {
        let date = RecordedDate(normalizing: text, hint: hint)
        check(date, text, at: range)
        return date
    }

    /// Warns of a date that was read badly or not at all, and counts one that was read as another text.
    mutating func check(_ date: RecordedDate, _ text: String, at range: SourceRange?) {
        if let remark = date.remark, remark.isWarning {
            report(
                .badDate,
                date.date == nil
                    ? "`\(text)` is no date that can be read; it is kept as text" : "`\(text)`: \(remark)",
                at: range, suggestion: Self.suggestion(for: remark))
        } else if date.raw != nil, let canonical = date.date?.description {
            reportNormalised("date", text, to: canonical, at: range)
        }
    }

    private static func suggestion(for remark: DateRemark) -> String? {
        switch remark {
        case .unreadable(let nearest?): "did you mean `\(nearest)`?"
        case .unreadable: "write it as 2009, 2009-06, 2009-06-14, XXXX-11-27 or 2021/.."
        case .ambiguousOrder: "write it as year-month-day"
        default: nil
        }
    }

    /// The modality that a text names; nil, with a diagnostic, if none is so named.
    public mutating func modality(named name: String, at range: SourceRange?) -> Modality? {
        guard let modality = Modality(named: name) else {
            report(
                .unknownModality, "no modality `\(name)`", at: range,
                suggestion: Modality.nearest(to: name).map { "did you mean `\($0)`?" }
                    ?? "one of " + Modality.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        if modality.rawValue != name { reportNormalised("modality", name, to: modality.rawValue, at: range) }
        return modality
    }

    /// The confidence of a number; nil, with a diagnostic, outside 0 to 100.
    public mutating func confidence(_ number: Int, at range: SourceRange?) -> Confidence? {
        guard let confidence = try? Confidence(number) else {
            report(
                .badConfidence, "confidence \(number) is outside 0 to 100", at: range,
                suggestion: "a whole number from 0 to 100, or a term such as `{scale: wep, value: likely}`")
            return nil
        }
        return confidence
    }

    /// The reliability that a text names: a letter A to F, or its words; nil, with a diagnostic, otherwise.
    public mutating func reliability(named name: String, at range: SourceRange?) -> Reliability? {
        guard let grade = Reliability(named: name) else {
            report(.badGrade, "`\(name)` is no reliability", at: range, suggestion: "a letter from A to F")
            return nil
        }
        return grade
    }

    /// The credibility that a text names: a digit 1 to 6, or its words; nil, with a diagnostic, otherwise.
    public mutating func credibility(named name: String, at range: SourceRange?) -> Credibility? {
        guard let grade = Credibility(named: name) else {
            report(.badGrade, "`\(name)` is no credibility", at: range, suggestion: "a digit from 1 to 6")
            return nil
        }
        return grade
    }

    /// The node of an identifier; nil, with a diagnostic that names the nearest, if no input defines it.
    ///
    /// A node that was defined with an error gives nil without a second one.
    public mutating func node(
        id: String, as role: String = "node", at range: SourceRange?
    ) -> NodeIndex? {
        if let node = graph.node(id: id) { return node }
        if rejectedNodes.contains(id) { return nil }
        let graph = graph
        report(
            .noSuchNode, "there is no node `\(id)` for the \(role)", at: range,
            suggestion: Self.nearestNode(to: id, in: graph))
        return nil
    }

    private static func concreteKinds(named name: String, in ontology: Ontology) -> String? {
        guard let kinds = ontology.kinds(named: name), kinds != .any else { return nil }
        let names = ontology.kinds.indices.filter { kinds.contains(KindID(rawValue: UInt8($0))) }
            .map { "`\(ontology.kinds[$0].name)`" }
        return names.isEmpty ? nil : "one of " + names.joined(separator: ", ")
    }

    private static func nearestRelation(to name: String, in ontology: Ontology) -> String? {
        if let relation = ontology.relation(inverseNamed: name) {
            return "write it the other way round with `\(ontology[relation].name)`"
        }
        guard let nearest = ontology.nearestRelationName(to: name),
            let relation = ontology.relation(named: nearest)
        else { return nil }
        return "did you mean `\(nearest)`? (\(ontology.signature(of: relation)))"
    }

    /// How many identifiers are compared for a suggestion: enough for what people write by hand.
    private static let nearestLimit = 20_000

    static func nearestNode(to id: String, in graph: Graph) -> String? {
        let ids = (0..<min(graph.nodeCount, nearestLimit)).lazy.map { graph.id(of: NodeIndex($0)) }
        if let nearest = nearestName(to: id, in: ids) { return "did you mean `\(nearest)`?" }
        let key = foldedKey(id)
        let byName = graph.nodes.prefix(nearestLimit).first { node in
            foldedKey(node.name) == key || node.aliases.contains { foldedKey($0) == key }
        }
        return byName.map { "the node called `\(id)` has the identifier `\($0.id)`" }
    }
}
