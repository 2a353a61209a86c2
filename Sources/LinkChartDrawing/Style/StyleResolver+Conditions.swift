internal import LinkChartModel

/// To what a rule applies.
extension StyleResolver {
    func holds(_ compiled: Compiled, of node: NodeIndex) -> Bool {
        let condition = compiled.rule.condition
        let view = graph[node]
        if !compiled.kinds.isEmpty {
            let kind = graph.kind(of: node)
            let isAny = compiled.kinds.contains { kinds in
                kinds.set.contains(kind)
                    && (kinds.subtype == nil || kinds.subtype == view.subtype.map { foldedKey($0) })
            }
            guard isAny else { return false }
        }
        if !compiled.called.isEmpty {
            let names = [view.id, view.name] + view.aliases
            guard names.contains(where: { compiled.called.contains(foldedKey($0)) }) else { return false }
        }
        if let claims = condition.claims, !claims.contains(Double(claimCounts[node.position])) {
            return false
        }
        for measure in condition.measures {
            guard let value = value(of: measure.name, node), measure.value.contains(value) else {
                return false
            }
        }
        return condition.attributes.isEmpty || holds(condition.attributes, of: view.attributes)
    }

    func holds(_ compiled: Compiled, of edge: EdgeIndex, family: LinkFamily) -> Bool {
        let condition = compiled.rule.condition
        let relation = graph.relation(of: edge)
        if !condition.relations.isEmpty, !compiled.relations.contains(relation) { return false }
        if !condition.families.isEmpty, !condition.families.contains(family) { return false }
        if !condition.polarities.isEmpty,
            !condition.polarities.contains(graph.ontology[relation].polarity.rawValue)
        {
            return false
        }
        if let crosses = condition.crossesBorder,
            (territories?.crossesBorder(edge, of: graph) == .yes) != crosses
        {
            return false
        }
        if !condition.attributes.isEmpty, !holds(condition.attributes, of: graph[edge].attributes) {
            return false
        }
        let asksClaims =
            condition.claims != nil || condition.confidence != nil || !condition.modalities.isEmpty
            || condition.isEstablished != nil || condition.isContested != nil
        guard asksClaims else { return true }
        let claims = parts.claims(of: edge, in: graph)
        if let range = condition.claims, !range.contains(Double(claims.count)) { return false }
        if !condition.modalities.isEmpty,
            !claims.contains(where: { condition.modalities.contains($0.modality.rawValue) })
        {
            return false
        }
        if let range = condition.confidence {
            guard let confidence = confidence(of: claims), range.contains(confidence) else { return false }
        }
        let standing = EdgeStanding(of: claims)
        return (condition.isEstablished.map { $0 == standing.isEstablished } ?? true)
            && (condition.isContested.map { $0 == standing.isContested } ?? true)
    }

    private func holds(
        _ tests: [StyleCondition.Named<StyleTest>], of attributes: Attributes
    ) -> Bool {
        tests.allSatisfy { test in
            let value = attributes[test.name]
            switch test.value {
            case .exists(let exists): return (value != nil && value != .null) == exists
            case .isAny(let texts):
                guard let value else { return false }
                let own = Self.texts(of: value).map { $0.lowercased() }
                return texts.contains { own.contains($0.lowercased()) }
            case .range(let range): return value.flatMap(Self.number).map(range.contains) ?? false
            }
        }
    }

    static func texts(of value: AttributeValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .integer(let number): ["\(number)"]
        case .number(let number): ["\(number)", styleNumber(number)]
        case .bool(let flag): [flag ? "true" : "false"]
        case .list(let values): values.flatMap(texts)
        case .null, .object: []
        }
    }

    /// A number, also of a text that is one and of a qualified number such as `{atLeast: 6000}`.
    static func number(of value: AttributeValue) -> Double? {
        switch value {
        case .integer, .number: value.double
        case .string(let text): Double(text)
        case .object(let members): members.lazy.compactMap { $0.value.double }.first
        case .null, .bool, .list: nil
        }
    }

    func value(of measure: String, _ node: NodeIndex) -> Double? {
        guard let values = measures[measure], values.indices.contains(node.position) else { return nil }
        return values[node.position].isNaN ? nil : values[node.position]
    }

    /// The greatest confidence that a claim states.
    func confidence(of claims: [Claim]) -> Double? {
        claims.compactMap { ($0.confidence ?? $0.credibility?.confidence)?.value }.max().map(Double.init)
    }
}
