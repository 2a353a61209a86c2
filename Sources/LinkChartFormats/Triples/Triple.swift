internal import LinkChartModel

/// A thing at the end of a triple.
struct TripleEnd {
    var id: String
    var name: String?
    var type: String?
    var attributes: Attributes = [:]
    var range: SourceRange
}

/// A triple with what is said of it.
struct Triple {
    var subject: TripleEnd
    var relation: String
    var object: TripleEnd
    var attributes: Attributes = [:]
    var valid: RecordedDate?
    /// Who says so, where and how; nil if nothing is said of that.
    var claim: Claim?
    var range: SourceRange
}

/// What a file says of several triples at once, such as the sentence they were found in.
struct TripleContext {
    var claim = Claim()
    var hasClaim = false
    var attributes: Attributes = [:]
    var valid: RecordedDate?

    /// Takes a key that says who says something, where and how; false if it is another.
    mutating func take(
        _ key: TripleKeyRole, _ tree: DocumentTree, _ item: Int, _ builder: inout GraphBuilder
    ) -> Bool {
        guard key.remark != .none else { return false }
        let kind = tree.kind(item)
        let isText = kind == .string && tree.withText(item) { !$0.isEmpty }
        let isWord = isText || kind == .integer
        switch key.remark {
        case .statement:
            guard let text = Self.statement(tree, item) else { return takeLocator(key.name, tree, item) }
            // A triple's own evidence says more than the text it is from.
            if let earlier = claim.statement, earlier != text {
                claim.attributes["context"] = .string(earlier)
            }
            claim.statement = text
        case .source where isWord:
            let name = tree.text(item)
            if let earlier = claim.source, earlier != .named(name) {
                claim.attributes[key.name] = .string(name)
            } else {
                claim.source = .named(name)
            }
        case .claimant where isText: claim.claimant = .named(tree.text(item))
        case .via where isText: claim.via = .named(tree.text(item))
        case .confidence: takeConfidence(key, tree, item, &builder)
        case .locator: return takeLocator(key.name, tree, item)
        case .polarity where foldedKey(tree.text(item)).hasPrefix("neg"): claim.modality = .negated
        case .negation where Self.isTrue(tree, item): claim.modality = .negated
        case .speculation where Self.isTrue(tree, item): claim.modality = .alleged
        case .modality where isText: takeModality(tree, item, &builder)
        case .validity where isWord:
            valid = date(tree, item, &builder)
            return true
        case .date where isWord: claim.date = date(tree, item, &builder)
        default: return false
        }
        hasClaim = true
        return true
    }

    private func date(
        _ tree: DocumentTree, _ item: Int, _ builder: inout GraphBuilder
    ) -> RecordedDate {
        let date = RecordedDate(normalizing: tree.text(item))
        builder.check(date, tree.text(item), at: tree.range(item))
        return date
    }

    private mutating func takeModality(
        _ tree: DocumentTree, _ item: Int, _ builder: inout GraphBuilder
    ) {
        if let modality = Modality(named: tree.text(item)) {
            claim.modality = modality
        } else {
            // Nobody knows whether it affirms: it does not count as established.
            claim.modality = .alleged
            claim.attributes["rawModality"] = .string(tree.text(item))
            builder.report(
                .unknownModality, "no modality `\(tree.text(item))`", at: tree.range(item),
                suggestion: (Modality.nearest(to: tree.text(item)).map { "did you mean `\($0)`? " } ?? "")
                    + "read as alleged, with it as `rawModality`",
                severity: .warning)
        }
    }

    private mutating func takeLocator(_ key: String, _ tree: DocumentTree, _ item: Int) -> Bool {
        switch tree.kind(item) {
        case .string, .integer, .number:
            let text = tree.text(item)
            claim.locator = Locator(key.lowercased() == "locator" ? text : "\(key) \(text)")
        case .sequence:
            var parts: [String] = []
            var isFlat = true
            tree.forEachElement(item) {
                isFlat = isFlat && tree.kind($0) != .sequence && tree.kind($0) != .mapping
                parts.append(tree.text($0))
            }
            guard isFlat, !parts.isEmpty else { return false }
            claim.locator = Locator("\(key) " + parts.joined(separator: parts.count == 2 ? "-" : ", "))
        default: return false
        }
        hasClaim = true
        return true
    }

    private static func statement(_ tree: DocumentTree, _ item: Int) -> String? {
        if tree.kind(item) == .string { return tree.text(item).isEmpty ? nil : tree.text(item) }
        guard tree.kind(item) == .sequence else { return nil }
        var texts: [String] = []
        var isText = true
        tree.forEachElement(item) {
            isText = isText && tree.kind($0) == .string
            texts.append(tree.text($0))
        }
        return isText && !texts.isEmpty ? texts.joined(separator: " ") : nil
    }

    private static func isTrue(_ tree: DocumentTree, _ item: Int) -> Bool {
        tree.kind(item) == .bool && tree.isText(item, "true")
    }

    /// A share from 0 to 1 with a point, a percentage without one, or a term.
    private mutating func takeConfidence(
        _ key: TripleKeyRole, _ tree: DocumentTree, _ item: Int, _ builder: inout GraphBuilder
    ) {
        let text = tree.text(item)
        if claim.attributes.isEmpty {
            claim.attributes = Attributes(uniqueNames: key.rawNames, values: [builder.value(tree, item)])
        } else {
            claim.attributes[key.rawNames[0]] = builder.value(tree, item)
        }
        let share = Double(text)
        switch tree.kind(item) {
        case .number where share.map({ 0...1 ~= $0 }) == true:
            claim.confidence = try? Confidence(Int(((share ?? 0) * 100).rounded()))
        case .integer where Int(text).map({ 2...100 ~= $0 }) == true:
            claim.confidence = Int(text).flatMap { try? Confidence($0) }
        case .string where CellValue.confidence(text) != .unknown:
            if case .value(let confidence) = CellValue.confidence(text) { claim.confidence = confidence }
        default:
            let isDoubtful = text == "0" || text == "1"
            builder.report(
                .badConfidence,
                isDoubtful
                    ? "`\(text)` can be a share or a percentage"
                    : "`\(text)` is no confidence from 0 to 1 or to 100",
                at: tree.range(item),
                suggestion: "write \(isDoubtful ? text + ".0" : "0.5 or 50"); it is kept as it stands",
                severity: .warning)
        }
    }
}
