import LinkChartModel

extension GraphBuilder {
    /// Reads an edge of the native format.
    ///
    /// - Returns: how many claims it has.
    mutating func readEdge(_ tree: DocumentTree, _ item: Int) -> Int {
        guard tree.kind(item) == .mapping else {
            reportWrongType(
                tree, item, "an edge must be a mapping", suggestion: "write `from:`, `relation:` and `to:`")
            return 1
        }
        count(edges: 1)
        var parts = EdgeParts()
        tree.forEachMember(item) { key, value in
            switch NativeKey(tree, key) {
            case .from: parts.source = value
            case .relation: parts.relation = value
            case .to: parts.target = value
            case .id: parts.id = value
            case .valid: parts.valid = value
            case .attributes: parts.attributes = value
            case .claims: parts.claims = value
            case .parallel: parts.parallel = value
            default: parts.others.append(key)
            }
        }
        var attributes = parts.attributes.map { self.attributes(tree, $0) } ?? [:]
        for key in parts.others {
            reportUnknownKey(tree, key, in: NativeKey.ofEdge, of: "an edge")
            keep(tree, key + 1, as: tree.text(key), in: &attributes)
        }
        var claims: [Claim] = []
        if let list = parts.claims {
            if tree.kind(list) == .mapping {
                if let claim = readClaim(tree, list) { claims.append(claim) }
            } else {
                forEachEntry(tree, list, of: "claims") { builder, item in
                    if let claim = builder.readClaim(tree, item) { claims.append(claim) }
                }
            }
        }
        count(claims: claims.count)
        let valid = parts.valid.flatMap { recordedDate(tree, $0, "valid") }
        let isParallel = parts.parallel.flatMap { flag(tree, $0, "parallel") } ?? false
        let id = parts.id.flatMap { text(tree, $0, "id") }
        let source = end(tree, parts.source, .from, of: item)
        let relation = relation(tree, parts.relation, of: item)
        let target = end(tree, parts.target, .to, of: item)
        guard let source, let relation, let target else {
            let text = [parts.source, parts.relation, parts.target].map { $0.map { tree.text($0) } ?? "?" }
            reportSkipped("edge with an error", text.joined(separator: " "), at: tree.range(item))
            return claims.count
        }
        var record = EdgeRecord(from: source, relation, to: target)
        record.id = id
        record.valid = valid
        record.attributes = attributes
        record.claims = claims
        record.isParallel = isParallel
        let places = EdgePlaces(
            edge: tree.range(item), source: parts.source.map { tree.range($0) },
            target: parts.target.map { tree.range($0) }, id: parts.id.map { tree.range($0) })
        let before = graph.edgeCount
        if let edge = addEdge(record, at: places), graph.edgeCount == before {
            noteMerger(into: edge, at: places)
        }
        return claims.count
    }

    /// Says that an edge stands twice in one file, which may be a slip.
    private mutating func noteMerger(into edge: EdgeIndex, at places: EdgePlaces) {
        guard let origin = edgeOrigins[edge.position], origin.input == currentInput else { return }
        let line = line(of: origin.offset, in: origin.input)
        report(
            .mergedEdges, "the same edge is already there at line \(line); this one's claims go to it",
            at: places.edge, suggestion: "write `parallel: true` to keep them apart")
    }

    private struct EdgeParts {
        var source: Int?
        var relation: Int?
        var target: Int?
        var id: Int?
        var valid: Int?
        var attributes: Int?
        var claims: Int?
        var parallel: Int?
        var others: [Int] = []
    }

    private mutating func end(
        _ tree: DocumentTree, _ value: Int?, _ key: NativeKey, of edge: Int
    ) -> NodeIndex? {
        guard let value, tree.kind(value) != .null else {
            reportMissing(key, of: "an edge", tree, edge)
            return nil
        }
        if let node = Self.find(tree, value, in: graph) { return node }
        guard let id = text(tree, value, key.rawValue) else { return nil }
        return node(id: id, as: key == .from ? "source" : "target", at: tree.range(value))
    }

    /// The node whose identifier an item is, found without making a string of it.
    ///
    /// Static, so that no closure holds on to the graph: copying its columns' references a million times takes
    /// longer than all the rest.
    private static func find(_ tree: DocumentTree, _ item: Int, in graph: Graph) -> NodeIndex? {
        switch tree.kind(item) {
        case .sequence, .mapping, .null, .alias: nil
        default: tree.withText(item) { graph.node(idBytes: $0) }
        }
    }

    private mutating func relation(_ tree: DocumentTree, _ value: Int?, of edge: Int) -> RelationID? {
        guard let value, tree.kind(value) != .null else {
            reportMissing(.relation, of: "an edge", tree, edge)
            return nil
        }
        guard let name = text(tree, value, "relation") else { return nil }
        return relation(named: name, at: tree.range(value))
    }

    /// A date: a text, or `{date: …, raw: …}` where the text that was read does not say all.
    mutating func recordedDate(_ tree: DocumentTree, _ item: Int, _ name: String) -> RecordedDate? {
        switch tree.kind(item) {
        case .null: return nil
        case .sequence, .alias:
            reportWrongType(tree, item, "`\(name)` must be a date")
            return nil
        case .mapping:
            var raw: String?
            var date: EDTFDate?
            tree.forEachMember(item) { key, value in
                switch NativeKey(tree, key) {
                case .raw: raw = text(tree, value, "raw")
                case .date:
                    guard let text = text(tree, value, "date") else { return }
                    let read = RecordedDate(normalizing: text)
                    check(read, text, at: tree.range(value))
                    date = read.date
                    if date == nil, raw == nil { raw = text }
                default: reportUnknownKey(tree, key, in: NativeKey.ofDate, of: "a date")
                }
            }
            return raw == nil && date == nil ? nil : RecordedDate(raw: raw, date: date)
        default:
            let text = tree.text(item)
            return text.isEmpty ? nil : date(text, at: tree.range(item))
        }
    }
}
