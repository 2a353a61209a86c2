internal import LinkChartModel

/// Reads triples of subject, relation and object as language models and systems for open information extraction give
/// them: JSON or JSON Lines, each triple a list of three or an object, alone or within what it was extracted from.
///
/// Things of the same text are one node. A relation that the ontology does not know becomes `relatedTo` with the word as
/// `rawRelation`. Where a triple has a source, a sentence or a confidence, these are its claim.
struct TripleReader: GraphFormatReader {
    private let input: GraphInput

    init(_ input: GraphInput) { self.input = input }

    // MARK: - Nodes

    /// A thing as all triples together have it.
    private struct Thing {
        var end: TripleEnd
        var otherTypes: [String] = []
        var aliases: [String] = []
    }

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard builder.untypedKind() != nil else { return }
        // A later triple may tell the type of what an earlier one only names.
        var things: [Thing] = []
        var positions: [String: Int] = [:]
        forEachValue(isTold: true, &builder) { parser, _ in
            for end in parser.entities { Self.add(end, to: &things, &positions) }
            for triple in parser.triples {
                Self.add(triple.subject, to: &things, &positions)
                Self.add(triple.object, to: &things, &positions)
            }
        }
        for thing in things { Self.add(thing, to: &builder) }
    }

    private static func add(_ end: TripleEnd, to things: inout [Thing], _ positions: inout [String: Int]) {
        guard let position = positions[end.id] else {
            positions[end.id] = things.count
            things.append(Thing(end: end))
            return
        }
        if let type = end.type {
            if let known = things[position].end.type {
                if type != known, !things[position].otherTypes.contains(type) {
                    things[position].otherTypes.append(type)
                }
            } else {
                things[position].end.type = type
            }
        }
        if let name = end.name {
            if let known = things[position].end.name {
                if name != known, !things[position].aliases.contains(name) {
                    things[position].aliases.append(name)
                }
            } else {
                things[position].end.name = name
            }
        }
        if !end.attributes.isEmpty { things[position].end.attributes.merge(end.attributes) }
    }

    private static func add(_ thing: Thing, to builder: inout GraphBuilder) {
        builder.count(nodes: 1)
        let type = thing.end.type
        let (kind, isOwnName) = builder.kind(ofType: type ?? "Entity")
        guard let kind else { return }
        // Another input may say more of it.
        if type == nil, builder.graph.node(id: thing.end.id) != nil {
            builder.count(mergedNodes: 1)
            return
        }
        var record = NodeRecord(id: thing.end.id, kind: kind, name: thing.end.name)
        record.aliases = thing.aliases
        record.attributes = thing.end.attributes
        if let type, !isOwnName {
            record.attributes["rawKind"] = .string(type)
            builder.reportNormalised("kind", type, to: builder.graph.ontology[kind].name, at: thing.end.range)
        }
        if !thing.otherTypes.isEmpty {
            record.attributes["otherKinds"] = .list(thing.otherTypes.map { .string($0) })
        }
        builder.addNode(record, at: thing.end.range)
    }

    // MARK: - Edges

    mutating func readEdges(into builder: inout GraphBuilder) {
        forEachValue(isTold: false, &builder) { parser, builder in
            for triple in parser.triples {
                guard let subject = builder.graph.node(id: triple.subject.id),
                    let object = builder.graph.node(id: triple.object.id)
                else { continue }
                builder.addStatedEdge(
                    triple.relation, from: subject, to: object, attributes: triple.attributes,
                    valid: triple.valid,
                    claims: triple.claim.map { [Self.settled($0, builder)] } ?? [], at: triple.range)
            }
        }
    }

    /// The claim with nodes where it names such.
    private static func settled(_ claim: Claim, _ builder: GraphBuilder) -> Claim {
        var claim = claim
        for part in [\Claim.claimant, \Claim.via, \Claim.source] {
            if case .named(let name)? = claim[keyPath: part], let node = builder.graph.node(id: name) {
                claim[keyPath: part] = .node(node)
            }
        }
        return claim
    }

    private func forEachValue(
        isTold: Bool, _ builder: inout GraphBuilder, _ body: (TripleParser, inout GraphBuilder) -> Void
    ) {
        var elements = JSONElements(input.content, from: input.contentStart)
        while let (tree, problems) = elements.next() {
            if isTold { builder.report(problems) }
            guard let tree, let root = tree.root else { continue }
            body(TripleParser(tree, root, isTold: isTold, &builder), &builder)
        }
    }
}
