import LinkChartModel

extension STIXReader {
    /// Who says that a relationship holds: its author by its external references, the reports that contain it, and
    /// those who have an opinion of it.
    mutating func claims(of object: STIXObject, _ builder: inout GraphBuilder) -> [Claim] {
        let tree = object.tree
        var base = Claim()
        base.claimant = object.text("created_by_ref").map { party($0, builder.graph) }
        if let text = object.text("description"), !text.isEmpty { base.statement = text }
        if let created = object.text("created") {
            base.date = date(created, &builder, at: tree.range(object.item))
        }
        if let item = tree.value(object.item, "confidence") {
            if tree.kind(item) == .integer, let number = Int(tree.text(item)) {
                base.confidence = builder.confidence(number, at: tree.range(item))
            } else {
                builder.report(
                    .badConfidence, "`\(tree.text(item))` is no confidence", at: tree.range(item),
                    suggestion: "a whole number from 0 to 100")
            }
        }
        var claims: [Claim] = []
        if let references = tree.value(object.item, "external_references") {
            builder.forEachEntry(tree, references, of: "external_references") { builder, item in
                claims.append(Self.claim(base, in: tree, item, &builder))
            }
        }
        for statement in statements[object.id] ?? [] {
            claims += Self.claims(of: statement, base, builder.graph).map { resolve($0, builder.graph) }
        }
        let isStated = base.claimant != nil || base.statement != nil || base.confidence != nil
        if claims.isEmpty { return isStated ? [base] : [] }
        // Whoever disagrees does so with those who put the relationship into the bundle.
        return claims.contains { $0.modality.isEstablishing } ? claims : [base] + claims
    }

    /// The author's claim, as found in an external reference.
    private static func claim(
        _ base: Claim, in tree: DocumentTree, _ item: Int, _ builder: inout GraphBuilder
    ) -> Claim {
        var claim = base
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "an external reference must be an object of JSON")
            return claim
        }
        tree.forEachMember(item) { key, value in
            if tree.isText(key, "source_name"), tree.kind(value) == .string {
                claim.source = .named(tree.text(value))
            } else {
                claim.attributes[tree.text(key)] = builder.value(tree, value)
            }
        }
        return claim
    }

    /// What a report or an opinion says of a relationship that it refers to.
    private static func claims(of statement: Statement, _ base: Claim, _ graph: Graph) -> [Claim] {
        var claim = base
        claim.source = .node(statement.node)
        guard let opinion = statement.opinion else { return [claim] }
        claim = Claim(claimant: statement.claimant, source: .node(statement.node), statement: statement.text)
        claim.date = statement.date
        claim.attributes["opinion"] = .string(opinion)
        switch opinion {
        case "agree", "strongly-agree": claim.modality = .asserted
        case "disagree", "strongly-disagree": claim.modality = .negated
        // Neither one nor the other is no claim; the node of the opinion keeps it.
        default: return []
        }
        return [claim]
    }

    /// Claims were noted before all nodes were there.
    private func resolve(_ claim: Claim, _ graph: Graph) -> Claim {
        guard case .named(let name)? = claim.claimant, let node = node(name, graph) else { return claim }
        var claim = claim
        claim.claimant = .node(node)
        return claim
    }

    /// Somebody by an identifier; by the identifier alone if no object has it.
    func party(_ id: String, _ graph: Graph) -> Party { node(id, graph).map { .node($0) } ?? .named(id) }

    /// An edge that our own writer wrote.
    mutating func readOwnEdge(
        _ object: STIXObject, _ own: Int, from source: NodeIndex, to target: NodeIndex, at places: EdgePlaces,
        into builder: inout GraphBuilder
    ) {
        let tree = object.tree
        guard let item = tree.value(own, "relation"),
            let relation = builder.relation(named: tree.text(item), at: tree.range(item))
        else {
            builder.reportSkipped("edge with an error", object.id, at: tree.range(object.item))
            return
        }
        var record = EdgeRecord(from: source, relation, to: target)
        record.isParallel = true
        builder.readOwnDetails(tree, own, into: &record)
        builder.addEdge(record, at: places)
    }
}
