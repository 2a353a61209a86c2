import LinkChartModel

extension GraphBuilder {
    /// Reads a claim of the native format; nil, with a diagnostic, if it is none.
    mutating func readClaim(_ tree: DocumentTree, _ item: Int) -> Claim? {
        guard tree.kind(item) == .mapping else {
            reportWrongType(
                tree, item, "a claim must be a mapping",
                suggestion: "write `{claimant: …, source: …, statement: …}`")
            return nil
        }
        var claim = Claim()
        var quote: String?
        var isRight = true
        var own: Attributes = [:]
        var others: [Int] = []
        tree.forEachMember(item) { key, value in
            switch NativeKey(tree, key) {
            case .claimant: claim.claimant = party(tree, value, "claimant")
            case .via: claim.via = party(tree, value, "via")
            case .source: claim.source = party(tree, value, "source")
            case .locator: claim.locator = text(tree, value, "locator").map { Locator($0) }
            case .statement: claim.statement = text(tree, value, "statement")
            case .quote: quote = text(tree, value, "quote")
            case .date: claim.date = recordedDate(tree, value, "date")
            case .modality:
                guard let name = text(tree, value, "modality") else { return }
                if let modality = modality(named: name, at: tree.range(value)) {
                    claim.modality = modality
                } else {
                    isRight = false
                }
            case .confidence: readConfidence(tree, value, into: &claim)
            case .reliability:
                if let grade = text(tree, value, "reliability") {
                    claim.reliability = reliability(named: grade, at: tree.range(value)) ?? claim.reliability
                }
            case .credibility:
                if let grade = text(tree, value, "credibility") {
                    claim.credibility = credibility(named: grade, at: tree.range(value)) ?? claim.credibility
                }
            case .attributes: own = attributes(tree, value)
            default: others.append(key)
            }
        }
        for (name, value) in own where claim.attributes[name] == nil { claim.attributes[name] = value }
        if let quote {
            // A quotation is the statement where there is no other, and stays known as a quotation.
            claim.statement = claim.statement ?? quote
            if claim.attributes["quote"] == nil { claim.attributes["quote"] = .string(quote) }
        }
        for key in others {
            reportUnknownKey(tree, key, in: NativeKey.ofClaim, of: "a claim")
            keep(tree, key + 1, as: tree.text(key), in: &claim.attributes)
        }
        guard isRight else {
            // Without its modality nobody knows whether it affirms or negates.
            reportSkipped("claim with an unknown modality", claim.statement ?? "", at: tree.range(item))
            return nil
        }
        return claim
    }

    /// A node by its identifier, or `{name: …}` for somebody whom no node stands for.
    private mutating func party(_ tree: DocumentTree, _ item: Int, _ role: String) -> Party? {
        switch tree.kind(item) {
        case .null: return nil
        case .sequence, .alias:
            reportWrongType(
                tree, item, "`\(role)` must be the identifier of a node or `{name: …}`",
                suggestion: "make it one claim for each")
            return nil
        case .mapping:
            var name: String?
            tree.forEachMember(item) { key, value in
                if NativeKey(tree, key) == .name {
                    name = text(tree, value, "name")
                } else {
                    reportUnknownKey(tree, key, in: NativeKey.ofParty, of: "a \(role) that is no node")
                }
            }
            if name == nil { reportMissing(.name, of: "a \(role) that is no node", tree, item) }
            return name.map { .named($0) }
        default:
            let id = tree.text(item)
            if let node = graph.node(id: id) { return .node(node) }
            if !rejectedNodes.contains(id) {
                let found = NativeNames.nearest(to: id, in: graph)
                report(
                    .noSuchNode, "there is no node `\(id)` for the \(role)", at: tree.range(item),
                    suggestion: found ?? "write `{name: \(id)}` if no node stands for it")
            }
            return .named(id)
        }
    }

    /// A number from 0 to 100, an Admiralty code such as `B2`, or `{scale: …, value: …}`.
    private mutating func readConfidence(_ tree: DocumentTree, _ item: Int, into claim: inout Claim) {
        let range = tree.range(item)
        switch tree.kind(item) {
        case .null: return
        case .integer:
            guard let number = Int(tree.text(item)) else {
                reportBadConfidence(tree.text(item), at: range)
                return
            }
            claim.confidence = confidence(number, at: range)
        case .number:
            let text = tree.text(item)
            guard let number = CoreSchema.double(text), let whole = Int(exactly: number) else {
                let share = CoreSchema.double(text).flatMap { $0 > 0 && $0 < 1 ? $0 : nil }
                reportBadConfidence(
                    text, at: range, suggestion: share.map { "did you mean `\(Int(($0 * 100).rounded()))`?" })
                return
            }
            claim.confidence = confidence(whole, at: range)
        case .mapping: readConfidenceTerm(tree, item, into: &claim)
        case .string:
            let text = tree.text(item)
            if let code = AdmiraltyCode(text) {
                take(code, text, at: range, into: &claim)
            } else if let number = Int(text) {
                claim.confidence = confidence(number, at: range)
            } else {
                let isTerm = ConfidenceScale.all.contains { $0.term(named: text) != nil }
                reportBadConfidence(
                    text, at: range,
                    suggestion: isTerm
                        ? "say on which scale: `{scale: wep, value: \(text)}` or lowMedHigh, dni, admiralty"
                        : nil)
            }
        default: reportWrongType(tree, item, "`confidence` must be a number from 0 to 100")
        }
    }

    private mutating func readConfidenceTerm(_ tree: DocumentTree, _ item: Int, into claim: inout Claim) {
        var scaleItem: Int?
        var valueItem: Int?
        tree.forEachMember(item) { key, value in
            switch NativeKey(tree, key) {
            case .scale: scaleItem = value
            case .value: valueItem = value
            default: reportUnknownKey(tree, key, in: NativeKey.ofConfidence, of: "a confidence")
            }
        }
        guard let scaleItem, let valueItem, let name = text(tree, scaleItem, "scale"),
            let value = text(tree, valueItem, "value")
        else {
            report(
                .missingKey, "a confidence on a scale needs the keys `scale` and `value`",
                at: tree.range(item))
            return
        }
        if foldedKey(name) == "admiralty", let code = AdmiraltyCode(value) {
            take(code, value, at: tree.range(valueItem), into: &claim)
            return
        }
        guard let scale = NativeNames.scale(named: name) else {
            let names = NativeNames.scales.map(\.name)
            report(
                .badConfidence, "no scale `\(name)` of confidence", at: tree.range(scaleItem),
                suggestion: nearestName(to: name, in: names).map { "did you mean `\($0)`?" }
                    ?? "one of " + names.joined(separator: ", "))
            return
        }
        guard let term = scale.term(named: value) else {
            report(
                .badConfidence, "`\(value)` is no term of the scale `\(name)`", at: tree.range(valueItem),
                suggestion: "one of " + scale.terms.map { "`\($0.label)`" }.joined(separator: ", "))
            return
        }
        claim.confidence = term.confidence
        // The word is kept beside its number: scales are coarser than numbers.
        claim.attributes["confidence"] = .object(["scale": .string(name), "value": .string(value)])
        reportNormalised(
            "confidence", "\(name): \(value)", to: term.confidence.map(\.description) ?? "not specified",
            at: tree.range(item))
    }

    private mutating func take(
        _ code: AdmiraltyCode, _ text: String, at range: SourceRange, into claim: inout Claim
    ) {
        claim.reliability = code.reliability
        claim.credibility = code.credibility
        claim.confidence = code.confidence
        reportNormalised(
            "confidence", text,
            to: "reliability \(code.reliability), credibility \(code.credibility), confidence "
                + (code.confidence.map(\.description) ?? "not specified"), at: range)
    }

    private mutating func reportBadConfidence(
        _ text: String, at range: SourceRange, suggestion: String? = nil
    ) {
        report(
            .badConfidence, "`\(text)` is no confidence", at: range,
            suggestion: suggestion ?? "a whole number from 0 to 100, or a code such as `B2`")
    }
}

/// Names that the native format has beside those of the ontology.
enum NativeNames {
    /// The scales of confidence by the names that the format has for them.
    static let scales: [(name: String, scale: ConfidenceScale)] = [
        ("admiralty", .admiraltyCredibility), ("wep", .wordsOfEstimativeProbability), ("dni", .dni),
        ("lowMedHigh", .noneLowMedHigh), ("zeroToTen", .zeroToTen),
    ]

    /// The scale of a name, or of the name that the standard gives it.
    static func scale(named name: String) -> ConfidenceScale? {
        let key = foldedKey(name)
        return scales.first { foldedKey($0.name) == key || foldedKey($0.scale.name) == key }?.scale
    }

    /// The node that a name most likely means: one that is called so, or one with a similar identifier.
    static func nearest(to name: String, in graph: Graph) -> String? {
        GraphBuilder.nearestNode(to: name, in: graph)
    }
}
